import { type ExplainedText, explainText } from '../knowledge/explain.ts';
import type { Message, Part } from '../mail/message.ts';
import { firstEndingBehind, type Span, touches } from '../text/span.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';
import { firstLineOfReply, lastLineOfReply, lineSpan } from './wrappedLines.ts';

/**
 * Known words anywhere on the line under the cursor, or in a reply that is wrapped over lines around it. What
 * stands more exactly under the cursor comes before this.
 */
export function wordsHover(ticket: Ticket, block: Block, offset: number): HoverText | undefined {
  if (block.kind === 'message' && !isPlainText(block, offset)) return undefined;
  const line = ticket.lines.lineOf(offset);
  const first = firstLineOfReply(ticket, block, line) ?? line;
  const own = lineSpan(ticket, block, first);
  if (own === undefined) return undefined;
  const found = explainLines(ticket, block, first, own);
  if (found === undefined || !touches(found.span, Math.max(offset, found.span.start))) return undefined;
  const { code, enhanced, explanation } = found.explained;
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const raw = ticket.text.slice(found.span.start, found.span.end);
  return {
    span: found.span,
    markdown: explanationMarkdown({ codes: codes || 'What this line says', stage: '?', raw, explanation }),
  };
}

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

/** Whether a plain-text part of a message stands here, in the message itself or in one inside it. */
const isPlainText = (message: Message, offset: number): boolean =>
  touches(message.body, offset) && isPlainPart(message.root, offset);

function isPlainPart(part: Part, offset: number): boolean {
  if (part.message !== undefined) return isPlainText(part.message, offset);
  const child = part.parts[firstEndingBehind(part.parts, offset - 1)];
  if (child !== undefined && touches(child, offset)) return isPlainPart(child, offset);
  return part.parts.length === 0 && part.contentType === 'text/plain' && touches(part.body, offset);
}
