import { type ExplainedText, explainFound, explainText } from '../knowledge/explain.ts';
import type { FoundReply } from '../replies/foundReply.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { lastLineOfReply, lineSpan } from './wrappedLines.ts';

/** What was explained, and the words of the text that it rests on. */
export interface ExplainedSpan extends ExplainedText {
  readonly span: Span;
}

/** A reply that the finder found in a block: by itself where its words are known, else with the lines that carry it on. */
export function explainQuoted(ticket: Ticket, within: Span, reply: FoundReply): ExplainedSpan | undefined {
  const { text, lines } = ticket;
  const line = lines.lineOf(reply.start);
  const own = { start: reply.start, end: Math.max(reply.end, reply.words.end) };
  const around = wordsAround(text, Math.max(within.start, lines.start(line)), lines.end(line), reply);
  const alone = explainFound(reply, text.slice(reply.words.start, reply.words.end), around);
  if (alone !== undefined && isKnown(alone)) return { ...alone, span: own };
  const endsInside = /\S/.test(text.slice(reply.words.end, lines.end(line)));
  const end = endsInside ? own.end : endOfLast(ticket, within, line, own.end);
  if (end <= own.end) return alone && { ...alone, span: own };
  const whole = explainText(text.slice(reply.start, end), reply.stage === '?' ? undefined : reply.stage);
  if (whole === undefined || whole.code !== reply.code) return alone && { ...alone, span: own };
  return { ...whole, span: { start: reply.start, end } };
}

/** What stands around a code that has no words of its own: of its line, or in the same quotation, which ends behind it. */
function wordsAround(text: string, lineStart: number, lineEnd: number, { start, end, words }: FoundReply): string {
  const quote = words.end > words.start ? undefined : CLOSES.exec(text.slice(end, end + 3))?.[1];
  const front = text.slice(Math.max(lineStart, start - 500), start);
  const own = quote === undefined ? '' : front.slice(front.lastIndexOf(quote) + 1);
  return /\p{L}{2}/u.test(own) ? own : text.slice(lineStart, Math.min(lineEnd, start + 2000));
}

const CLOSES = /^[)\]]{0,2}(["'])/;

/** A line whose words are known is explained by itself, any other together with the lines that carry it on. */
export function explainLines(ticket: Ticket, within: Span, first: number, own: Span): ExplainedSpan | undefined {
  const alone = explainText(ticket.text.slice(own.start, own.end));
  if (alone === undefined) return undefined;
  const end =
    alone.code === undefined && alone.enhanced === undefined ? own.end : endOfLast(ticket, within, first, own.end);
  const span = { start: own.start, end };
  if (isKnown(alone) || end === own.end) return { ...alone, span };
  return { ...(explainText(ticket.text.slice(span.start, span.end)) ?? alone), span };
}

const isKnown = ({ explanation }: ExplainedText): boolean =>
  explanation.basis === 'server-words' || explanation.basis === 'words';

function endOfLast(ticket: Ticket, within: Span, first: number, end: number): number {
  const last = lastLineOfReply(ticket, within, first);
  return last === first ? end : (lineSpan(ticket, within, last)?.end ?? end);
}
