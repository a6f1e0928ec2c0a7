import type { RecordProblem, RecordProblemCode, SpfRecord, SpfTerm } from '../../core/dns/records/recordText.ts';
import { readSpf } from '../../core/dns/records/spf.ts';
import type { Answer, AnswerStatus } from '../../probes/ports.ts';
import { isAnswered, textsOf } from '../answers.ts';

/** Mistakes for which a receiver gives up the whole record, whatever stands in front of them (RFC 7208 4.6). */
const PERMANENT: ReadonlySet<RecordProblemCode> = new Set<RecordProblemCode>([
  'record-not-ascii',
  'spf-unknown-mechanism',
  'spf-blank-missing',
  'spf-value-missing',
  'spf-value-unexpected',
  'spf-address',
  'spf-prefix-length',
  'spf-domain',
  'spf-macro',
  'spf-modifier-repeated',
]);

/** What a domain publishes (RFC 7208 4.4, 4.5). */
export type Published =
  | { readonly kind: 'record'; readonly text: string; readonly record: SpfRecord; readonly broken?: RecordProblem }
  | { readonly kind: 'none'; readonly status: AnswerStatus }
  | { readonly kind: 'several'; readonly texts: readonly string[] }
  | { readonly kind: 'unanswered'; readonly status: AnswerStatus };

export function publishedIn(answer: Answer): Published {
  if (!isAnswered(answer)) return { kind: 'unanswered', status: answer.status };
  const texts = textsOf(answer).filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [text] = texts;
  if (text === undefined) return { kind: 'none', status: answer.status };
  if (texts.length > 1) return { kind: 'several', texts };
  const record = readSpf(text);
  const broken = record.problems.find((one) => PERMANENT.has(one.code) && !isOddName(one, text));
  return { kind: 'record', text, record, ...(broken !== undefined && { broken }) };
}

/** RFC 7208 7.1: whatever stands in front of the top label may be any visible character, however little it is a name. */
const isOddName = ({ code, end }: RecordProblem, text: string): boolean =>
  code === 'spf-domain' &&
  /\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?$/i.test(text.slice(0, end)) &&
  !/\.\d+\.?$/.test(text.slice(0, end));

/** Whether a receiver asks the DNS for a term; what all of a check may cause is ten (RFC 7208 4.6.4). */
export const isLookup = ({ kind, name }: SpfTerm): boolean =>
  kind === 'mechanism'
    ? ['include', 'a', 'mx', 'ptr', 'exists'].includes(name)
    : kind === 'modifier' && name === 'redirect';

/** The prefix lengths behind a, mx, ip4 and ip6: all bits where none are written. */
export function prefixesOf(text: string, term: SpfTerm): { readonly four: number; readonly six: number } {
  const end = term.valueSpan?.end ?? term.nameSpan.end;
  const [, first, second] = /^(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/.exec(text.slice(end, term.end)) ?? [];
  if (term.name === 'ip6') return { four: 32, six: first === undefined ? 128 : Number(first) };
  return { four: first === undefined ? 32 : Number(first), six: second === undefined ? 128 : Number(second) };
}
