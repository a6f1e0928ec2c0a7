import { explainReply } from '../../knowledge/explain.ts';
import type { QuotedReply } from '../../smtp/quoted.ts';
import { defined } from '../../text/defined.ts';
import { firstEndingBehind, type Span, touches } from '../../text/span.ts';
import type { Prose, Ticket } from '../../ticket/ticket.ts';
import { explainLines } from '../../verdict/explainLines.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** The reply quoted under the cursor, explained. */
export function quotedHover(ticket: Ticket, prose: Prose, offset: number, probes = ''): HoverText | undefined {
  const reply = prose.replies[firstEndingBehind(prose.replies, offset - 1)];
  if (reply === undefined || !touches(reply, offset)) return undefined;
  const codes = [reply.code, reply.enhanced].filter((part) => part !== undefined).join(' ');
  const { text, explanation } = whole(ticket, prose, reply);
  return { span: reply, markdown: explanationMarkdown({ codes, stage: '?', raw: text, explanation, probes }) };
}

/** The reply with the lines that carry it on, where they tell more than its own line. */
function whole(ticket: Ticket, prose: Span, reply: QuotedReply) {
  const line = ticket.lines.lineOf(reply.start);
  const own = { start: reply.start, end: Math.min(ticket.lines.end(line), reply.start + reply.text.length) };
  const found = explainLines(ticket, prose, line, own);
  if (found !== undefined && found.explained.code === reply.code && found.explained.enhanced === reply.enhanced) {
    return { text: ticket.text.slice(own.start, found.span.end), explanation: found.explained.explanation };
  }
  const { code, enhanced, text } = reply;
  const facts = {
    text,
    stage: '?' as const,
    ...defined({ code, enhanced }),
  };
  return { text, explanation: explainReply(facts) };
}
