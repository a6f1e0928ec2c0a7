import { XMLParser } from 'fast-xml-parser';
import type { CheckedDomain, DmarcReport, DmarcRow } from '../../core/mail/reports/aggregateReports.ts';
import { defined } from '../../core/text/defined.ts';
import { type Members, membersOf } from '../../core/text/members.ts';

/** Rows that are read; the rest is counted only. */
const MOST_ROWS = 20_000;
const MOST_DETAILS = 20;

/** Entities are never expanded, and a DOCTYPE, which no report needs, makes a text no report. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
});

/** Reads the XML of a DMARC aggregate report (RFC 9990; RFC 7489 appendix C); undefined where it is none. */
export function readDmarcReport(xml: string): DmarcReport | undefined {
  if (!/<(?:\w{1,40}:)?feedback[\s>]/.test(xml.slice(0, 20_000)) || /<!DOCTYPE/i.test(xml.slice(0, 20_000))) {
    return undefined;
  }
  const feedback = parsed(xml);
  if (feedback === undefined) return undefined;
  const about = membersOf(feedback.report_metadata);
  const policy = membersOf(feedback.policy_published);
  if (word(policy.domain) === undefined && feedback.record === undefined) return undefined;
  const range = membersOf(about.date_range);
  const records = list(feedback.record);
  return {
    kind: 'dmarc',
    organisation: word(about.org_name) ?? 'unknown',
    ...defined({ contact: word(about.email), reportId: word(about.report_id) }),
    ...number('begin', range.begin),
    ...number('end', range.end),
    domain: word(policy.domain) ?? 'unknown',
    policy: Object.fromEntries(
      ['p', 'sp', 'np', 'adkim', 'aspf', 'pct', 'testing'].flatMap((key) => {
        const value = word(policy[key]);
        return value === undefined ? [] : [[key, value]];
      }),
    ),
    errors: list(about.error).flatMap((error) => word(error) ?? []),
    rows: records.slice(0, MOST_ROWS).map(readRow),
    unread: Math.max(0, records.length - MOST_ROWS),
  };
}

function parsed(xml: string): Members | undefined {
  try {
    const root = membersOf(parser.parse(xml));
    return 'feedback' in root ? membersOf(root.feedback) : undefined;
  } catch {
    // The parser throws on what is no XML; a text from the mail may be anything.
    return undefined;
  }
}

function readRow(value: unknown): DmarcRow {
  const record = membersOf(value);
  const row = membersOf(record.row);
  const evaluated = membersOf(row.policy_evaluated);
  const identifiers = membersOf(record.identifiers);
  const results = membersOf(record.auth_results);
  const count = Number(word(row.count) ?? '0');
  const checked = [
    ...list(results.dkim).map((one) => checkedDomain('dkim', membersOf(one), word(membersOf(one).selector))),
    ...list(results.spf).map((one) => checkedDomain('spf', membersOf(one), word(membersOf(one).scope))),
  ];
  return {
    sourceIp: word(row.source_ip) ?? 'unknown',
    count: Number.isSafeInteger(count) && count > 0 ? count : 0,
    disposition: (word(evaluated.disposition) ?? 'unknown').toLowerCase(),
    dkim: (word(evaluated.dkim) ?? 'unknown').toLowerCase(),
    spf: (word(evaluated.spf) ?? 'unknown').toLowerCase(),
    ...defined({ headerFrom: word(identifiers.header_from), envelopeFrom: word(identifiers.envelope_from) }),
    reasons: shortened(
      list(evaluated.reason).map((one) =>
        [word(membersOf(one).type), word(membersOf(one).comment)].filter(Boolean).join(': '),
      ),
    ),
    checked: checked.slice(0, MOST_DETAILS),
    ...(checked.length > MOST_DETAILS && { unread: checked.length - MOST_DETAILS }),
  };
}

const shortened = (all: readonly string[]): readonly string[] =>
  all.length > MOST_DETAILS ? [...all.slice(0, MOST_DETAILS), `${all.length - MOST_DETAILS} more`] : all;

const checkedDomain = (method: CheckedDomain['method'], result: Members, note: string | undefined): CheckedDomain => ({
  method,
  domain: word(result.domain) ?? 'unknown',
  ...defined({ note }),
  result: word(result.result) ?? 'unknown',
});

/** An element that stands once is no list in what the parser gives. */
const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/** The five entities that XML itself has (XML 1.0 4.6) are read, each once; no other is known. */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== ''
    ? value.slice(0, 1000).replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES.get(name) as string)
    : undefined;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function number<K extends string>(key: K, value: unknown): Partial<Record<K, number>> {
  const read = Number(word(value) ?? '');
  return (word(value) === undefined || !Number.isSafeInteger(read) ? {} : { [key]: read }) as Partial<
    Record<K, number>
  >;
}
