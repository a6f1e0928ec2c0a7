import { firstOf } from '../text/few.ts';
import { append } from '../text/lists.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { readTotals } from '../verdict/logTotals.ts';
import { readCuts, readVerdicts } from '../verdict/readVerdicts.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { cutWords } from './cutWords.ts';
import { describeBlock } from './describeBlock.ts';
import { problemLines } from './problems.ts';
import { totalsWords } from './totalsWords.ts';
import { verdictHeadline } from './verdictWords.ts';
import { actorWords, retryWords, stepsInWords, sureWords } from './words.ts';

/** What a person wants to know of a ticket, for a terminal: what is in it, what happened, who acts, what is next. */
export const renderTicket = (file: string | undefined, ticket: Ticket): string =>
  `${[...ticketLines(file, ticket)].join('\n')}\n`;

/** The same line by line: a large text has more of them than one string can hold. */
export function* ticketLines(file: string | undefined, ticket: Ticket): Iterable<string> {
  const { text, lines } = ticket;
  if (file !== undefined) yield `${file}:`;
  let empty = true;
  for (const block of ticket.blocks) {
    if (block.kind === 'prose') continue;
    empty = false;
    yield `line ${lines.lineOf(block.start) + 1}: ${describeBlock(block)}`;
  }
  if (empty) {
    yield text.trim() === '' ? 'The text is empty.' : 'No SMTP session, message or DNS lookup was found in this text.';
  }
  const [sentence, ...reasons] = totalsWords(readTotals(ticket));
  if (sentence !== undefined) yield* ['', sentence, ...reasons.map((reason) => `  ${reason}`)];
  const lineOf = (offset: number): number => lines.lineOf(offset);
  for (const verdict of readVerdicts(ticket)) yield* ['', ...renderVerdict(verdict, lineOf)];
  const problems = [...problemLines(ticket)];
  if (problems.length > 0) yield* ['', ...problems];
  for (const cut of readCuts(ticket)) yield* ['', cutWords(cut, lineOf)];
}

/** What happened, in lines; `lineOf` gives the line of an offset, from 0. */
export function renderVerdict(verdict: Verdict, lineOf: (offset: number) => number): string[] {
  const line = lineOf(verdict.span.start) + 1;
  const isWhole = verdict.role === 'delay' || verdict.role === 'notice';
  const lines = [`line ${line}: ${isWhole ? verdict.summary : verdictHeadline(verdict)}`];
  const about = [
    verdict.reply && `reply ${verdict.reply}`,
    verdict.failed && verdict.recipients.length > 0 && `for ${firstOf(verdict.recipients, 5)}`,
    verdict.times > 1 && `${verdict.times} times`,
  ].filter(Boolean);
  if (about.length > 0) lines.push(`  (${about.join(', ')})`);
  if (verdict.role === 'success') return lines;
  if (!isWhole) lines.push(`  ${verdict.summary}`);
  if (verdict.failed && verdict.actor !== 'nobody') {
    lines.push(
      `  Who acts: ${actorWords(verdict.actor)}. Retry: ${retryWords(verdict.retry)}. How sure: ${sureWords(verdict)}.`,
    );
  }
  append(
    lines,
    stepsInWords(verdict).map((step) => `  - ${step}`),
  );
  return lines;
}
