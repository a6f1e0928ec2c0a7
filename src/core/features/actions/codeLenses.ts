import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeLens } from 'vscode-languageserver-types';
import type { Message } from '../../mail/message.ts';
import { findAggregateReport } from '../../mail/reports/aggregateReports.ts';
import { verdictLens } from '../../report/verdictWords.ts';
import type { Span } from '../../text/span.ts';
import { t } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { formatDelay } from '../../trace/delay.ts';
import { traceHops } from '../../trace/trace.ts';
import { verdictsOf } from '../../verdict/readVerdicts.ts';
import { foremost, type Verdict } from '../../verdict/verdict.ts';
import { domainOfVerdict } from '../hover/nearbyProbes.ts';
import { probeCommands } from '../links/probeLinks.ts';
import { rangeOf } from '../positions.ts';
import { askLenses } from './askLenses.ts';
import { partLenses } from './partLenses.ts';
import { moreSessions, sessionLenses } from './sessionLenses.ts';

/** More lenses than this hide the text that they stand above. */
const LIMIT = 100;
/** In a ticket of more blocks a lens above each session says what happened, and no second one checks its domain. */
const FEW = 20;

/** What happened above each session or report, and the ways to the timeline, the preview and the attachments of each message. */
export function codeLenses(document: TextDocument, ticket: Ticket): CodeLens[] {
  const lenses: CodeLens[] = [];
  const add = (span: Span, title: string, command: string, args: unknown[]): void => {
    const range = rangeOf(document, { start: span.start, end: span.start });
    const lens = CodeLens.create(range);
    lens.command = { title, command, arguments: args };
    lenses.push(lens);
  };
  const few = ticket.blocks.length <= FEW;
  for (const [i, block] of ticket.blocks.entries()) {
    if (lenses.length >= LIMIT) {
      const left = ticket.blocks.slice(i).filter(({ kind }) => kind !== 'prose');
      if (left[0] !== undefined) add(left[0], leftTitle(left.length), 'mailTriage.ticket.focus', []);
      break;
    }
    const verdicts = block.kind === 'prose' ? [] : verdictsOf(ticket, block);
    const first = foremost(verdicts);
    if (first !== undefined) {
      const { line } = document.positionAt(first.span.start);
      add(block, verdictTitle(first, verdicts), 'mailTriage.showTicket', [document.uri, line]);
      const domain = few && first.failed && block.kind !== 'lookup' ? domainOfVerdict(first) : undefined;
      if (domain !== undefined) add(block, t('Check {0}', domain), probeCommands.check, [domain]);
      const sought =
        few && block.kind === 'message' && first.failed ? (first.queueId ?? first.recipients[0]) : undefined;
      if (sought !== undefined && sought.length > 4)
        add(block, t('Find Message in Logs'), probeCommands.findMessage, [sought]);
    }
    if (block.kind === 'lookup') {
      for (const { at, title, command, argument } of askLenses(ticket, block)) {
        add(at, title, command, [argument]);
      }
    }
    if (block.kind !== 'message') continue;
    if (block.hops.length > 0) {
      add(block.fields[0] ?? block, timelineTitle(block), 'mailTriage.showTimeline', [document.uri]);
    }
    for (const { at, title, command } of partLenses(ticket.text, block)) {
      add(at, title, command, [document.uri, document.positionAt(at.start).line]);
    }
    const table = findAggregateReport(block.root);
    if (table !== undefined) add(table, t('Show the report as a table'), 'mailTriage.showReport', [document.uri]);
  }
  // What happened comes first: where there is room left, each session can be run again.
  const conversations = ticket.blocks.filter((block) => block.kind === 'conversation');
  for (const [i, block] of conversations.entries()) {
    const isFull = lenses.length >= LIMIT;
    const offers = isFull ? [moreSessions(block, conversations.length - i)] : sessionLenses(ticket, block);
    for (const { at, title, command } of offers) {
      add(at, title, command, [document.uri, document.positionAt(at.start).line]);
    }
    if (isFull) break;
  }
  return lenses;
}

const leftTitle = (left: number): string =>
  left === 1
    ? t('1 part from here on: see the view of the ticket')
    : t('{0} parts from here on: see the view of the ticket', left);

function timelineTitle(message: Message): string {
  const { correctedTotalDelay } = traceHops(message);
  const count = message.hops.length;
  const hops = count === 1 ? t('1 hop') : t('{0} hops', count);
  const length = correctedTotalDelay === undefined ? '' : `, ${formatDelay(correctedTotalDelay)}`;
  return t('Hop timeline: {0}', `${hops}${length}`);
}

/** The foremost verdict, and for how many others it went the same way or well. */
function verdictTitle(first: Verdict, verdicts: readonly Verdict[]): string {
  if (!first.failed) return verdictLens(first);
  const others = verdicts.filter((one) => one !== first && (one.role === 'cause' || one.role === 'waiting')).length;
  const taken = new Set(verdicts.filter(({ role }) => role === 'success').flatMap(({ recipients }) => recipients)).size;
  const more = others === 0 ? '' : ` ${t('(and {0} more)', others)}`;
  const well =
    taken === 0 ? '' : ` · ${taken === 1 ? t('accepted for 1 recipient') : t('accepted for {0} recipients', taken)}`;
  return `${verdictLens(first)}${more}${well}`;
}
