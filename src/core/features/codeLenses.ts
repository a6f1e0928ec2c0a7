import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeLens } from 'vscode-languageserver-types';
import type { Message } from '../mail/message.ts';
import { stageWords } from '../report/words.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { formatDelay } from '../trace/delay.ts';
import { traceHops } from '../trace/trace.ts';
import { verdictsOf } from '../verdict/read.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { rangeOf } from './positions.ts';

/** More lenses than this hide the text that they stand above. */
const LIMIT = 100;

/** What happened above each session or report, and the way to the timeline above each message. */
export function codeLenses(document: TextDocument, ticket: Ticket): CodeLens[] {
  const lenses: CodeLens[] = [];
  const add = (span: Span, title: string, command: string, args: unknown[]): void => {
    const range = rangeOf(document, { start: span.start, end: span.start });
    const lens = CodeLens.create(range);
    lens.command = { title, command, arguments: args };
    lenses.push(lens);
  };
  for (const block of ticket.blocks) {
    if (lenses.length >= LIMIT) break;
    if (block.kind === 'message' && block.hops.length > 0) {
      add(block.fields[0] ?? block, timelineTitle(block), 'mailTriage.showTimeline', [document.uri]);
    }
    if (block.kind !== 'message' && block.kind !== 'conversation') continue;
    const [first] = verdictsOf(block);
    if (first === undefined) continue;
    const { line } = document.positionAt(first.span.start);
    add(block, verdictTitle(first), 'mailTriage.revealLine', [document.uri, line]);
  }
  return lenses;
}

function timelineTitle(message: Message): string {
  const { correctedTotalDelay } = traceHops(message);
  const hops = `${message.hops.length} ${message.hops.length === 1 ? 'hop' : 'hops'}`;
  return `Hop timeline: ${hops}${correctedTotalDelay === undefined ? '' : `, ${formatDelay(correctedTotalDelay)}`}`;
}

function verdictTitle(verdict: Verdict): string {
  const who = [verdict.reply, stageWords(verdict.stage), verdict.server && `from ${verdict.server}`]
    .filter(Boolean)
    .join(' ');
  return `${who}: ${verdict.summary}`.slice(0, 200);
}
