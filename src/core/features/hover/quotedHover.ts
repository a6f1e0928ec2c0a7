import { firstEndingBehind, spanText, touches } from '../../text/span.ts';
import type { Prose, Ticket } from '../../ticket/ticket.ts';
import { explainQuoted } from '../../verdict/explainLines.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** The reply quoted under the cursor, explained. */
export function quotedHover(ticket: Ticket, prose: Prose, offset: number, probes = ''): HoverText | undefined {
  const reply = prose.replies[firstEndingBehind(prose.replies, offset - 1)];
  if (reply === undefined || !touches(reply, offset)) return undefined;
  const found = explainQuoted(ticket, prose, reply);
  if (found === undefined) return undefined;
  const codes = [reply.code, reply.enhanced].filter((part) => part !== undefined).join(' ');
  const { stage } = reply;
  const raw = spanText(ticket.text, found.span);
  return { span: reply, markdown: explanationMarkdown({ codes, stage, raw, explanation: found.explanation, probes }) };
}
