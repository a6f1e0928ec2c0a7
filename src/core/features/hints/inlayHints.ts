import type { TextDocument } from 'vscode-languageserver-textdocument';
import { InlayHint, type Range } from 'vscode-languageserver-types';
import type { Ticket } from '../../ticket/ticket.ts';
import { formatDelay, formatUtc } from '../../trace/delay.ts';
import type { TraceHop } from '../../trace/hop.ts';
import { traceMessage } from '../../trace/messageTrace.ts';
import { conversationHints } from './conversationHints.ts';

/** Delays of hops, and in conversations what the text itself does not show. */
export const inlayHints = (document: TextDocument, ticket: Ticket, range: Range): InlayHint[] => [
  ...hopHints(document, ticket, range),
  ...conversationHints(document, ticket, range),
];

/** Behind each Received field, how long the message took to that hop (RFC 5321 4.4). */
function hopHints(document: TextDocument, ticket: Ticket, range: Range): InlayHint[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const hints: InlayHint[] = [];
  for (const block of ticket.blocks) {
    if (block.kind !== 'message' || block.start > end || block.end < start) continue;
    const hops = traceMessage(block).hops.filter(({ origin }) => origin !== 'date');
    for (const [index, hop] of hops.entries()) {
      const label = labelOf(hop, index);
      if (label === undefined || hop.span.end < start || hop.span.start > end) continue;
      const at = endOfField(ticket.text, hop.span.end);
      const hint = InlayHint.create(document.positionAt(at), label);
      hint.paddingLeft = true;
      hint.tooltip = tooltipOf(hop);
      hints.push(hint);
    }
  }
  return hints;
}

function labelOf(hop: TraceHop, index: number): string | undefined {
  if (index === 0) return hop.time === undefined ? undefined : 'first hop';
  if (hop.delay === undefined) return undefined;
  const off = hop.problems.find((problem) => problem in CLOCKS);
  const delay = hop.correctedDelay ?? hop.delay;
  const sign = delay >= 0 ? '+' : '';
  return `${sign}${formatDelay(delay)}${off === undefined ? '' : ` (${CLOCKS[off as keyof typeof CLOCKS]})`}`;
}

const CLOCKS = {
  'clock-behind': 'this clock is behind',
  'clock-ahead': 'this clock is ahead',
  'clock-disagrees': 'earlier than the hop before: one of the two clocks is off',
} as const;

function tooltipOf(hop: TraceHop): string {
  const at = hop.time === undefined ? '' : `Received ${formatUtc(hop.time)}. `;
  const raw =
    hop.delay !== undefined && hop.delay !== hop.correctedDelay
      ? ` By the clocks as written: ${formatDelay(hop.delay)}.`
      : '';
  const waiting = hop.waiting === undefined ? '' : ` ${hop.waiting.evidence}`;
  return `${at}Time since the hop before it.${raw}${waiting}`;
}

/** A field's span may end with its line break. */
function endOfField(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] as string)) at--;
  return at;
}
