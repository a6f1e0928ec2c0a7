import { withoutDot } from '../../text/domainName.ts';
import { readBimi } from './bimi.ts';
import { readDkimKey } from './dkimKey.ts';
import { readDmarc } from './dmarc.ts';
import { readMtaSts } from './mtaSts.ts';
import {
  problem,
  type RecordProblem,
  type RecordText,
  type SpfRecord,
  type TagRecord,
  type TagRecordKind,
} from './recordText.ts';
import { readSpf } from './spf.ts';
import { readTlsRpt } from './tlsRpt.ts';

/** Where each kind stands (RFC 7489 6.1, RFC 6376 3.6.2.1, RFC 8461 3.1, RFC 8460 3). */
const OWNERS: Readonly<Record<TagRecordKind, { readonly owner: RegExp; readonly expected: string }>> = {
  dmarc: { owner: /^_dmarc\./i, expected: '_dmarc.' },
  'dkim-key': { owner: /\._domainkey\./i, expected: 'selector._domainkey.' },
  'mta-sts': { owner: /^_mta-sts\./i, expected: '_mta-sts.' },
  'tls-rpt': { owner: /^_smtp\._tls\./i, expected: '_smtp._tls.' },
  bimi: { owner: /\._bimi\./i, expected: 'selector._bimi.' },
};
const READERS: Readonly<Record<TagRecordKind, (text: string) => TagRecord>> = {
  dmarc: readDmarc,
  'dkim-key': readDkimKey,
  'mta-sts': readMtaSts,
  'tls-rpt': readTlsRpt,
  bimi: readBimi,
};
/** Not only in front, where it belongs. */
const VERSION = /(?:^|;)\s{0,20}v\s{0,5}=\s{0,5}(DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI)/i;
const VERSIONS: ReadonlyMap<string, TagRecordKind> = new Map([
  ['dmarc1', 'dmarc'],
  ['dkim1', 'dkim-key'],
  ['stsv1', 'mta-sts'],
  ['tlsrptv1', 'tls-rpt'],
  ['bimi', 'bimi'],
  ['bimi1', 'bimi'],
]);

/**
 * The record that `text`, the joined strings of a TXT answer for `name`, is meant to be: by its version, else by the
 * name that it stands at. `name` is empty where it is not known. Undefined for any other text.
 */
export function readRecord(name: string, text: string): RecordText | undefined {
  if (/^v=spf1/i.test(text)) return atName(name, readSpf(text), text);
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return withQuotes(text, (quoted[1] as string).toLowerCase());
  const inexact = /^v {0,2}= {0,2}spf ?1?(?=[\t ])/i.exec(text)?.[0];
  if (inexact !== undefined)
    return bareSpf(problem('spf-version', { start: 0, end: inexact.length }, { text: inexact }));
  const versionless = /^(?:v ?[:=]? ?)?spf1(?=[\t ])/i.exec(text)?.[0];
  if (versionless !== undefined) {
    return bareSpf(problem('spf-version-missing', { start: 0, end: versionless.length }, { text: versionless }));
  }
  // RFC 4406 3.1: of Sender ID, which is historic; SPF does not read it.
  const senderId = /^(?:v=)?spf2\.0\/[a-z,]{1,20}(?![a-z])/i.exec(text)?.[0];
  if (senderId !== undefined) return bareSpf(problem('spf-sender-id', { start: 0, end: senderId.length }));
  const version = VERSION.exec(text)?.[1]?.toLowerCase();
  const byVersion = version === undefined ? undefined : VERSIONS.get(version);
  const kind = byVersion ?? byName(name, text);
  if (kind === undefined) return undefined;
  const record = READERS[kind](text);
  const { owner, expected } = OWNERS[kind];
  if (kind === 'dmarc' && isAuthorisation(name))
    return { ...record, problems: record.problems.filter(isOfAuthorisation) };
  if (name === '' || owner.test(`${name}.`)) return record;
  const wrong = problem('record-wrong-name', { start: 0, end: text.length }, { name, expected });
  return { ...record, problems: [...record.problems, wrong] };
}

/** What the name of a record of SPF has to do with what it says. */
function atName(name: string, record: SpfRecord, text: string): SpfRecord {
  const problems: RecordProblem[] = [];
  if (/^(?:_dmarc|_mta-sts|_smtp\._tls)\.|(?:^|\.)_domainkey\./i.test(`${name}.`))
    problems.push(problem('record-wrong-name', { start: 0, end: text.length }, { name, expected: 'the ' }));
  const own = withoutDot(name).toLowerCase();
  for (const term of record.terms) {
    const isAsked = term.kind === 'mechanism' ? term.name === 'include' : term.name === 'redirect';
    if (isAsked && own !== '' && withoutDot(term.value ?? '').toLowerCase() === own)
      problems.push(problem('spf-itself', term, { name: own }));
  }
  return problems.length === 0 ? record : { ...record, problems: [...record.problems, ...problems] };
}

const bareSpf = (found: RecordProblem): RecordText => ({ kind: 'spf', terms: [], lookups: 0, problems: [found] });

/** Marks that were typed with the value: they are part of it, so that it does not begin with its version. */
const QUOTED = /^["'\u201c\u201d\u201e\u00ab`]{1,2} {0,3}v=(spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)\b/i;

function withQuotes(text: string, version: string): RecordText {
  const found = [problem('record-quotes', { start: 0, end: text.length })];
  const kind = VERSIONS.get(version);
  return kind === undefined
    ? { kind: 'spf', terms: [], lookups: 0, problems: found }
    : { kind, tags: [], problems: found };
}

/** The name at which a domain agrees to receive the reports of others (RFC 7489 7.1, RFC 9990 4). */
export const isAuthorisation = (name: string): boolean => /\._report\._dmarc\./i.test(`${name}.`);

/** It needs its version alone. */
const isOfAuthorisation = ({ code, data }: RecordProblem): boolean =>
  !(code === 'record-tag-missing' && data.tag === 'p') && code !== 'dmarc-no-effect';

/** Without a version in front it is at least a list of tags with the one that matters. */
function byName(name: string, text: string): TagRecordKind | undefined {
  const owner = name === '' ? '' : `${name}.`;
  if (OWNERS.dmarc.owner.test(owner))
    return /(?:^|;)\s{0,20}(?:v\s{0,5}=\s{0,5}DMARC|p\s{0,5}=)/i.test(text) ? 'dmarc' : undefined;
  if (OWNERS['dkim-key'].owner.test(owner)) return /(?:^|;)\s{0,20}[pk]\s{0,5}=/i.test(text) ? 'dkim-key' : undefined;
  if (OWNERS['mta-sts'].owner.test(owner)) return /(?:^|;)\s{0,20}id\s{0,5}=/i.test(text) ? 'mta-sts' : undefined;
  if (OWNERS['tls-rpt'].owner.test(owner)) return /(?:^|;)\s{0,20}rua\s{0,5}=/i.test(text) ? 'tls-rpt' : undefined;
  return owner === '' && /^k=(?:rsa|ed25519);\s{0,5}(?:t=\w{1,3};\s{0,5})?p=/i.test(text) ? 'dkim-key' : undefined;
}
