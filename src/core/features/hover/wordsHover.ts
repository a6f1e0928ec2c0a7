import type { Message, Part } from '../../mail/message.ts';
import { firstEndingBehind, touches } from '../../text/span.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { explainLines } from '../../verdict/explainLines.ts';
import { firstLineOfReply, lineSpan } from '../../verdict/wrappedLines.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/**
 * Known words anywhere on the line under the cursor, or in a reply that is wrapped over lines around it. What
 * stands more exactly under the cursor comes before this.
 */
export function wordsHover(ticket: Ticket, block: Block, offset: number, probes = ''): HoverText | undefined {
  if (block.kind === 'message' && !isPlainText(block, offset)) return undefined;
  const line = ticket.lines.lineOf(offset);
  const first = firstLineOfReply(ticket, block, line) ?? line;
  const own = lineSpan(ticket, block, first);
  if (own === undefined) return undefined;
  const found = explainLines(ticket, block, first, own);
  if (found === undefined || !touches(found.span, Math.max(offset, found.span.start))) return undefined;
  const { code, enhanced, explanation } = found;
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const raw = ticket.text.slice(found.span.start, found.span.end);
  return {
    span: found.span,
    markdown: explanationMarkdown({ codes: codes || 'What this line says', stage: '?', raw, explanation, probes }),
  };
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
