import type { Answer } from '../../dns/lookup.ts';
import type { AnswerRecord } from '../../dns/records/answerRecords.ts';
import { isAuthorisation } from '../../dns/records/readRecord.ts';
import type { RecordTag, SpfTerm, TagRecord } from '../../dns/records/recordText.ts';
import { type RecordWord, recordWords } from '../../knowledge/dnsRecords.ts';
import { cutTo } from '../../text/few.ts';
import { append } from '../../text/lists.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { type Span, touches } from '../../text/span.ts';
import { sourceMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** A mail exchanger: its place among the exchangers in `records`, those of the same answer or table. */
export function mxHover(records: readonly Pick<Answer, 'type' | 'data'>[], answer: Answer): HoverText | undefined {
  const match = /^(\d{1,5}) (\S{1,300})$/.exec(answer.data);
  if (match === null) return undefined;
  const [, preference, host] = match as unknown as [string, string, string];
  const isNull = host === '.';
  const row = recordWords.get(isNull ? 'mx null' : 'mx') as RecordWord;
  const others = records
    .filter((one) => one.type === 'MX' || one.type === undefined)
    .map((one) => Number.parseInt(one.data, 10));
  const better = others.filter((one) => one < Number(preference)).length;
  const place = better === 0 ? 'It is tried first.' : `${better} of ${others.length} are tried before it.`;
  const facts = isNull || others.length < 2 ? [] : [place];
  return explain(answer, `MX ${preference} ${host}`, row, [...facts, ...lifetime(answer)]);
}

/** The mechanism, modifier or tag under the cursor that is known, else the whole record. */
export function recordHover({ answer, record, joined }: AnswerRecord, offset: number): HoverText | undefined {
  const under = (span: Span): boolean => touches(joined.at(span), offset);
  if (record.kind === 'spf') {
    const term = record.terms.find(under);
    const found = term && (macroHover(joined, term, offset) ?? spfHover(term, joined.text, joined.at(term)));
    if (found !== undefined) return found;
    const count = `${record.lookups} of at most 10 DNS look-ups are caused by this record itself (RFC 7208 4.6.4).`;
    return explain(answer, 'SPF', recordWords.get('spf'), [count, ...lifetime(answer)]);
  }
  if (record.kind === 'dmarc' && isAuthorisation(answer.name)) {
    return explain(answer, 'DMARC', recordWords.get('dmarc authorisation'), lifetime(answer));
  }
  const tag = record.tags.find(under);
  const found = tag && tagHover(record, tag, joined.at(tag), answer.name);
  return found ?? explain(answer, kindNames[record.kind], recordWords.get(record.kind), lifetime(answer));
}

const kindNames: Readonly<Record<TagRecord['kind'], string>> = {
  dmarc: 'DMARC',
  'dkim-key': 'DKIM key',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS-RPT',
  bimi: 'BIMI',
};

function spfHover(term: SpfTerm, text: string, span: Span): HoverText | undefined {
  const key = term.kind === 'modifier' && !recordWords.has(`spf ${term.name}`) ? 'modifier' : term.name;
  const row = term.kind === 'unknown' ? undefined : recordWords.get(`spf ${key}`);
  if (row === undefined) return undefined;
  const qualifier = recordWords.get('spf qualifier')?.values.get(term.qualifier ?? '');
  return explain(span, text.slice(term.start, term.end), row, qualifier === undefined ? [] : [qualifier]);
}

/** The macro under the cursor: what it stands for. */
function macroHover(joined: AnswerRecord['joined'], term: SpfTerm, offset: number): HoverText | undefined {
  const row = recordWords.get('spf macro');
  for (const found of joined.text.slice(term.start, Math.min(term.end, term.start + 1000)).matchAll(MACRO)) {
    const start = term.start + found.index;
    const span = joined.at({ start, end: start + found[0].length });
    if (row === undefined || span.start > offset || span.end <= offset) continue;
    const [whole, letter, digits, reversed] = found as unknown as [string, string, string, string];
    const what = row.values.get(letter.toLowerCase());
    if (what === undefined) return undefined;
    const parts = [
      ...(reversed === '' ? [] : ['its labels in reverse order']),
      ...(digits === '' ? [] : [`only the last ${digits} of its labels`]),
    ];
    return explain(span, whole, row, [`Here: ${[what, ...parts].join(', ')}.`]);
  }
  return undefined;
}

const MACRO = /%\{([slodiphv])(\d{0,3})(r?)[.\-+,/_=]{0,20}\}/gi;

function tagHover(record: TagRecord, tag: RecordTag, span: Span, name: string): HoverText | undefined {
  const row = recordWords.get(`${record.kind} ${tag.name}`);
  if (row === undefined) return undefined;
  const facts = tag.value
    .toLowerCase()
    .split(':')
    .flatMap((value) => row.values.get(value.trim()) ?? []);
  const bits = record.key?.bits;
  if (record.kind === 'dkim-key' && tag.name === 'p' && bits !== undefined) {
    facts.push(`This one is an ${record.key?.algorithm === 'rsa' ? 'RSA' : 'Ed25519'} key of ${bits} bits.`);
  }
  const away = record.kind === 'dmarc' && /^ru[af]$/.test(tag.name) ? foreignDomains(tag.value, name) : [];
  append(
    facts,
    away
      .slice(0, MOST_DOMAINS)
      .map(
        (domain) =>
          `${domain} is another domain: it must agree to receive the reports by a record at ${name.slice('_dmarc.'.length)}._report._dmarc.${domain}.`,
      ),
  );
  if (away.length > MOST_DOMAINS) facts.push(`So must ${away.length - MOST_DOMAINS} more.`);
  return explain(span, `${tag.name}=${tag.value}`, row, facts);
}

/** Domains of report addresses that are neither the record's, nor above or below it. */
function foreignDomains(value: string, name: string): readonly string[] {
  const own = /^_dmarc\.(.{1,255})$/i.exec(name)?.[1]?.toLowerCase();
  if (own === undefined || !own.includes('.')) return [];
  const domains = [...value.matchAll(/mailto:[^\s@,]{1,200}@([a-z0-9.-]{1,255})/gi)].map((one) =>
    (one[1] as string).toLowerCase(),
  );
  return [...new Set(domains)].filter(
    (domain) => domain !== own && !own.endsWith(`.${domain}`) && !domain.endsWith(`.${own}`),
  );
}

/** Domains of reports that are named one by one. */
const MOST_DOMAINS = 5;

export const lifetime = ({ ttl }: Answer): readonly string[] =>
  ttl === undefined ? [] : [`Resolvers may keep this answer for ${ttl} seconds more.`];

export function explain(
  span: Span,
  what: string,
  row: RecordWord | undefined,
  facts: readonly string[],
): HoverText | undefined {
  if (row === undefined) return undefined;
  const lines = [
    `**${codeSpan(cutTo(what, 80))}** ${escapeMarkdown(row.meaning)}`,
    ...facts.map((fact) => escapeMarkdown(fact)),
  ];
  return {
    span: { start: span.start, end: span.end },
    markdown: `${lines.join('\n\n')}\n\nSource: ${sourceMarkdown(row.source)}`,
  };
}
