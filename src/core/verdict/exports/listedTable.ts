import { type Explanation, stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { reasons } from '../../knowledge/reasons.ts';
import { stepsBy } from '../../knowledge/steps.ts';
import { firstOf } from '../../text/few.ts';
import type { Prose, Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';

/** A row of MXToolbox's look-up in block lists: `LISTED`, the list, `192.0.2.7 was listed`, and more. */
const ROW = /^[ \t>]{0,10}LISTED[ \t]{1,5}(?<list>\S[^\t\r\n]{1,50}?)[ \t]{1,5}(?<what>[\w.:-]{3,255}) was listed/gm;

const listedOn = (what: string, lists: readonly string[]): Explanation =>
  stated(
    because(
      'blocklisted',
      `${what} stands on ${lists.length === 1 ? 'one block list' : `${lists.length} block lists`}: ${firstOf(lists, 20)}.`,
      'RFC 5782 2.1',
      { next: stepsBy('sending admin', reasons.blocklisted.next) },
    ),
  );

/** What a table of block lists says that is on them, once for each address or domain. */
export function verdictsOfListedTable({ text }: Ticket, { start, end }: Prose): readonly Verdict[] {
  const whole = text.slice(start, end);
  if (!whole.includes('was listed')) return [];
  const found = new Map<string, { readonly lists: string[]; readonly start: number; end: number }>();
  for (const { 0: row, index, groups } of whole.matchAll(ROW)) {
    const { list = '', what = '' } = groups ?? {};
    const one = found.get(what) ?? { lists: [], start: start + index, end: 0 };
    one.lists.push(list);
    one.end = start + index + row.length;
    found.set(what, one);
  }
  return [...found].map(([what, { lists, ...span }]) => ({
    ...explained(listedOn(what, lists)),
    span,
    role: 'cause',
    failed: true,
    confidence: 'high',
    stage: 'dns',
    server: what,
    recipients: [],
    times: lists.length,
  }));
}
