import { codesOf, refusalOf } from '../../core/knowledge/found/blockListCodes.ts';
import type { Answer, CancelSignal, Resolve } from '../../probes/ports.ts';
import { isAnswered, recordsOf, reversed } from '../answers.ts';

/** What a list says of an address or a domain. */
export type Listing =
  | { readonly kind: 'listed'; readonly codes: readonly string[]; readonly answer: Answer }
  | { readonly kind: 'absent'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly why: string; readonly answer: Answer }
  | { readonly kind: 'unanswered'; readonly answer: Answer }
  /** An address outside 127.0.0.0/8: whoever has the domain now leads every name to a page. */
  | { readonly kind: 'no-list'; readonly address: string; readonly answer: Answer };

/** Asks a list (RFC 5782 2.1, 2.4, 3). `subject` is an address or a domain. */
export async function askList(zone: string, subject: string, resolve: Resolve, signal: CancelSignal): Promise<Listing> {
  const isAddress = subject.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(subject);
  const label = isAddress ? reversed(subject) : subject;
  const answer = await resolve({ name: `${label ?? subject}.${zone}`, type: 'A' }, signal);
  // NODATA counts as absent: an address of the other family, or a list with TXT records only.
  if (!isAnswered(answer)) return { kind: 'unanswered', answer };
  const codes = recordsOf(answer).map(({ data }) => data);
  if (codes.length === 0) return { kind: 'absent', answer };
  const why = codes.map((code) => refusalOf(zone, code)).find((one) => one !== undefined);
  if (why !== undefined) return { kind: 'refused', why, answer };
  const outside = codes.find((code) => !code.startsWith('127.'));
  if (outside !== undefined) return { kind: 'no-list', address: outside, answer };
  return { kind: 'listed', codes, answer };
}

/** What every list must have, and what none may have (RFC 5782 5). */
export const testPoints = (zone: string, isOfDomains: boolean): { readonly listed: string; readonly absent: string } =>
  isOfDomains
    ? { listed: codesOf(zone)?.test ?? 'test', absent: 'invalid' }
    : { listed: '127.0.0.2', absent: '127.0.0.1' };
