import { sameName, withoutDot } from '../../text/domainName.ts';
import type { Span } from '../../text/span.ts';
import { type JoinedText, joinStrings } from './characterStrings.ts';
import { exchangerProblems } from './exchangers.ts';
import { authorityProblems, pointerProblems } from './pointers.ts';
import { readRecord } from './readRecord.ts';
import { problem, type RecordProblem, type RecordText } from './recordText.ts';
import { type SetProblem, type SetRecord, setProblem } from './setProblem.ts';
import { tlsaProblems } from './tlsa.ts';

/** A problem of one record, with the kind of its text where it is about that; the span is in the document. */
export type ProblemOfSet = { readonly record: SetRecord } & (
  | (RecordProblem & { readonly kind: RecordText['kind'] })
  | (SetProblem & { readonly kind?: undefined })
);

/** Mistakes with which a text is no record of its kind. */
const NO_RECORD: ReadonlySet<string> = new Set([
  'spf-version',
  'spf-version-missing',
  'spf-sender-id',
  'record-quotes',
  'record-version',
  'record-version-not-first',
]);
const MOST_OCTETS = 255;
const NOWHERE: Span = { start: 0, end: 0 };

/** What is wrong with records, each alone and one beside the other. The same rules for what was pasted and what was asked. */
export function* problemsOfSet(records: readonly SetRecord[]): Iterable<ProblemOfSet> {
  yield* textProblems(records);
  for (const [record, found] of beside(records)) {
    const { start, end } = record.span ?? NOWHERE;
    yield { ...found, record, start, end };
  }
}

interface Text {
  readonly record: SetRecord;
  readonly joined: JoinedText;
  readonly text: RecordText;
}

function* textProblems(records: readonly SetRecord[]): Iterable<ProblemOfSet> {
  const texts = records.flatMap((record): readonly Text[] => {
    if (record.type !== 'TXT' && record.type !== 'SPF') return [];
    const joined = record.joined ?? joinStrings(record.data, 0, record.data.length);
    const text = joined === undefined ? undefined : readRecord(record.led === true ? '' : record.name, joined.text);
    return joined === undefined || text === undefined ? [] : [{ record, joined, text }];
  });
  const counts = countTexts(texts);
  for (const { record, joined, text } of texts) {
    const { kind } = text;
    const whole: Span = { start: 0, end: joined.text.length };
    const all: RecordProblem[] = [...text.problems];
    const isCounted = !text.problems.some(({ code }) => NO_RECORD.has(code));
    const count = counts.get(keyOf(record, kind))?.size ?? 1;
    if (isCounted && count > 1) all.push(problem('record-several', whole, { count: String(count) }));
    if (joined.longest > MOST_OCTETS) {
      all.push(problem('record-string-too-long', whole, { length: String(joined.longest) }));
    }
    for (const one of all) {
      const { start, end } = joined.at(one);
      const { span = { start, end } } = record;
      yield { ...one, kind, record, start: Math.max(start, span.start), end: Math.min(end, span.end) };
    }
  }
}

/** The texts of each kind at each name in each answer; the same text twice is one record shown twice. */
function countTexts(texts: readonly Text[]): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, Set<string>>();
  for (const { record, joined, text } of texts) {
    const key = keyOf(record, text.kind);
    // What does not begin with its version is discarded before records are counted (RFC 7208 4.5, RFC 7489 6.6.3).
    if ((record.name === '' && record.place === undefined) || text.problems.some(({ code }) => NO_RECORD.has(code)))
      continue;
    const known = counts.get(key) ?? new Set<string>();
    counts.set(key, known.add(joined.text));
  }
  return counts;
}

const keyOf = ({ answer, name, place }: SetRecord, kind: string): string =>
  `${answer ?? ''} ${name === '' ? (place ?? '') : lower(name)} ${kind}`;

const lower = (name: string): string => withoutDot(name).toLowerCase();

type Beside = readonly [record: SetRecord, problem: SetProblem];

function* beside(records: readonly SetRecord[]): Iterable<Beside> {
  yield* exchangerProblems(records);
  yield* pointerProblems(records);
  yield* doubledNames(records);
  yield* besideAliases(records);
  yield* serials(records);
  for (const record of records) {
    if (record.type === 'SPF') yield [record, setProblem('spf-type', {})];
    if (record.type === 'SOA') for (const found of authorityProblems(record)) yield [record, found];
    if (record.type === 'TLSA') for (const found of tlsaProblems(record)) yield [record, found];
  }
}

/** Types whose data ends with a name. */
const NAMING: ReadonlySet<string> = new Set(['MX', 'CNAME', 'NS', 'SRV', 'PTR', 'DNAME']);

/** Without a dot at its end, a name in a zone file goes on with the name of the zone (RFC 1035 5.1). */
function* doubledNames(records: readonly SetRecord[]): Iterable<Beside> {
  for (const record of records) {
    const target = NAMING.has(record.type) ? (record.data.trim().split(/\s+/).at(-1) ?? '') : '';
    for (const name of [record.name, target]) {
      const meant = undoubled(withoutDot(name));
      if (meant === undefined) continue;
      yield [record, setProblem('name-doubled', { name: withoutDot(name), meant })];
      break;
    }
  }
}

const MOST_LABELS = 128;

function undoubled(name: string): string | undefined {
  const labels = name.toLowerCase().split('.');
  if (labels.length < 4 || labels.length > MOST_LABELS || labels.at(-1) === 'arpa') return undefined;
  for (let size = 2; size * 2 <= labels.length && size <= 8; size++) {
    const tail = labels.slice(-size).join('.');
    if (labels.slice(-2 * size, -size).join('.') === tail && /[a-z]/.test(labels.at(-1) ?? '')) {
      return name.slice(0, -tail.length - 1);
    }
  }
  return undefined;
}

/** Types that may stand beside an alias (RFC 4035 2.5). */
const ALLOWED: ReadonlySet<string> = new Set(['CNAME', 'RRSIG', 'NSEC', 'NSEC3', 'KEY', '?', '']);

/** RFC 1034 3.6.2, RFC 2181 10.1. */
function* besideAliases(records: readonly SetRecord[]): Iterable<Beside> {
  const aliases = new Map<string, SetRecord>();
  const place = ({ name, server }: SetRecord): string => `${lower(name)} ${server ?? ''}`;
  for (const record of records) {
    if (record.type === 'CNAME' && record.name !== '') aliases.set(place(record), record);
  }
  if (aliases.size === 0) return;
  for (const record of records) {
    const alias = aliases.get(place(record));
    if (alias === undefined || record === alias || record.name === '') continue;
    const isSecond = record.type === 'CNAME' && !sameName(record.data, alias.data);
    if (!isSecond && ALLOWED.has(record.type)) continue;
    yield [record, setProblem('cname-beside', { name: withoutDot(record.name), type: record.type })];
  }
}

/** Servers of one zone that do not have the same version of it (RFC 1035 3.3.13). */
function* serials(records: readonly SetRecord[]): Iterable<Beside> {
  const known = new Map<string, string>();
  for (const record of records) {
    const serial = record.type === 'SOA' ? record.data.trim().split(/\s+/)[2] : undefined;
    if (serial === undefined || !/^\d{1,10}$/.test(serial)) continue;
    const name = lower(record.name);
    const first = known.get(name);
    if (first === undefined) known.set(name, serial);
    else if (first !== serial) yield [record, setProblem('soa-serials-differ', { serial, other: first })];
  }
}
