import { type ExplainedText, explainText } from '../knowledge/explain.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { lastLineOfReply, lineSpan } from './wrappedLines.ts';

/** A line whose words are known is explained by itself, any other together with the lines that carry it on. */
export function explainLines(
  ticket: Ticket,
  within: Span,
  first: number,
  own: Span,
): { readonly explained: ExplainedText; readonly span: Span } | undefined {
  const alone = explainText(ticket.text.slice(own.start, own.end));
  const codes = alone && [alone.code, alone.enhanced].filter((part) => part !== undefined).join(' ');
  const last = codes ? lastLineOfReply(ticket, within, first) : first;
  const end = last === first ? own.end : (lineSpan(ticket, within, last)?.end ?? own.end);
  const span = { start: own.start, end };
  if (alone === undefined) return undefined;
  const byCodesAlone = codes !== '' && explainText(codes ?? '')?.explanation.meaning === alone.explanation.meaning;
  if (!byCodesAlone || last === first) return { explained: alone, span };
  return { explained: explainText(ticket.text.slice(span.start, span.end)) ?? alone, span };
}
