import { append } from '../../text/lists.ts';
import type { Field, Message } from '../message.ts';
import type { FieldReader, FieldReading, Filter, FilterMark, FilterRule, FilterVerdict } from './filterMark.ts';
import { ANY_FILTER, filters } from './filterRows.ts';

/** Filters that pass a header are few; what a sender writes to fill the list is not read. */
const MOST_MARKS = 40;
const MOST_FIELDS = 3000;

/**
 * What filters wrote of a message, in the order of the header, so that the filter of the last server stands first. The
 * fields that one filter wrote in one place, between two Received fields, are one mark; what stands twice there are two.
 * At most 40 marks of the first 3,000 fields.
 */
export function filterMarks({ fields }: Pick<Message, 'fields'>): readonly FilterMark[] {
  const done: Run[] = [];
  let region: Run[] = [];
  for (const field of fields.slice(0, MOST_FIELDS)) {
    const name = field.name.toLowerCase();
    if (name === 'received') {
      append(done, joined(region));
      region = [];
      continue;
    }
    for (const [filter, read] of readersOf(name)) {
      const reading = read(field.value, name);
      if (reading !== undefined) add(region, filter, field, name, reading);
    }
  }
  append(done, joined(region));
  return done.flatMap(markOf).slice(0, MOST_MARKS);
}

/** The readings of one run of a filter. */
interface Run {
  readonly filter: Filter;
  readonly readings: (FieldReading & { readonly field: Field; readonly name: string })[];
}

function add(region: Run[], filter: Filter, field: Field, name: string, reading: FieldReading): void {
  const last = region.findLast((run) => run.filter === filter);
  const again = last?.readings.some((one) => one.name === name && one.says !== undefined);
  if (last !== undefined && !(again === true && reading.says !== undefined)) {
    last.readings.push({ ...reading, field, name });
  } else if (region.length < MOST_MARKS) region.push({ filter, readings: [{ ...reading, field, name }] });
}

/** Fields that many filters write belong to one of these where it stands beside them. */
const OWNERS: ReadonlySet<string> = new Set(['Rspamd', 'SpamAssassin', 'SpamTitan']);

function joined(region: readonly Run[]): readonly Run[] {
  const shared = region.filter(({ filter }) => filter.filter === ANY_FILTER);
  const named = region.filter(({ filter }) => OWNERS.has(filter.filter));
  const [owner] = named;
  if (shared.length !== 1 || named.length !== 1 || owner === undefined) return region;
  return region
    .filter((run) => run !== shared[0])
    .map((run) =>
      run === owner
        ? {
            filter: run.filter,
            readings: [...owner.readings, ...(shared[0] as Run).readings].toSorted(
              (a, b) => a.field.start - b.field.start,
            ),
          }
        : run,
    );
}

/** Of what several fields of one run say, the gravest counts; points alone say least. */
const GRAVITY: readonly FilterVerdict[] = [
  'malware',
  'phishing',
  'blocked',
  'spam',
  'allowed',
  'bulk',
  'suspicious',
  'clean',
  'scored',
];

function markOf({ filter, readings }: Run): readonly FilterMark[] {
  const decided = readings
    .filter(({ says }) => says !== undefined)
    .toSorted((a, b) => GRAVITY.indexOf(a.says as FilterVerdict) - GRAVITY.indexOf(b.says as FilterVerdict))[0];
  if (decided?.says === undefined) return [];
  const withLimit = readings.find(({ score, limit }) => score !== undefined && limit !== undefined);
  const scored = readings.filter((one) => one.score !== undefined);
  const stated = scored.find(({ says }) => says !== undefined && says !== 'scored');
  const score = withLimit?.score ?? decided.score ?? (stated ?? scored[0])?.score;
  if (decided.says === 'scored' && score === undefined) return [];
  const limit = withLimit?.limit;
  return [
    {
      filter: nameOf(filter, readings),
      looksFor: filter.looksFor,
      says:
        decided.says === 'scored' && limit !== undefined && filter.filter !== 'Rspamd'
          ? overLimit(score, limit)
          : decided.says,
      ...(decided.word !== undefined && { word: decided.word }),
      ...(score !== undefined && { score }),
      ...(limit !== undefined && { limit }),
      rules: heaviest(readings.flatMap(({ rules = [] }) => rules)),
      field: decided.field,
    },
  ];
}

const overLimit = (score: number | undefined, limit: number): FilterVerdict =>
  score !== undefined && score >= limit ? 'spam' : 'clean';

/** amavis and SpamAssassin show themselves by their words in X-Spam-Status. */
function nameOf({ filter }: Filter, readings: Run['readings']): string {
  if (filter !== ANY_FILTER) return filter;
  for (const { name, field } of readings) {
    if (!name.endsWith('-status')) continue;
    if (/\btagged_above=/.test(field.value)) return 'amavis with SpamAssassin';
    if (/\bautolearn=|\btests=/.test(field.value)) return 'SpamAssassin';
  }
  return filter;
}

/** One rule once: the reading with its points. */
function heaviest(rules: readonly FilterRule[]): readonly FilterRule[] {
  const byName = new Map<string, FilterRule>();
  for (const rule of rules) {
    if (byName.get(rule.name)?.points === undefined) byName.set(rule.name, rule);
  }
  return [...byName.values()].toSorted((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0));
}

type Reading = readonly [Filter, FieldReader];

const exact = new Map<string, Reading[]>();
const patterns: (readonly [RegExp, Reading])[] = [];
for (const filter of filters) {
  for (const [names, read] of filter.fields) {
    if (typeof names !== 'string') patterns.push([names, [filter, read]]);
    else for (const name of names.split('|')) exact.set(name, [...(exact.get(name) ?? []), [filter, read]]);
  }
}

function readersOf(name: string): readonly Reading[] {
  const found = exact.get(name);
  if (found !== undefined) return found;
  if (!name.startsWith('x-') || name.length > 120) return [];
  return patterns.filter(([pattern]) => pattern.test(name)).map(([, reading]) => reading);
}
