import { entrySpanAt } from '../log/entrySpans.ts';
import { linkAgain } from '../log/linkedEntries.ts';
import type { Log } from '../log/log.ts';
import type { Conversation } from '../smtp/conversation.ts';
import { defined } from '../text/defined.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { openedOf } from '../ticket/openedReports.ts';
import { forgetFound, perBlock } from '../ticket/perBlock.ts';
import { mayHold } from '../ticket/placed.ts';
import type { Block, Prose, Ticket } from '../ticket/ticket.ts';
import { isChanged, settled } from '../ticket/updateLog.ts';
import { withCauseBeside } from './beside/causeBeside.ts';
import { gotOver, withoutOvercome } from './beside/gotOver.ts';
import { withKeptBehind } from './beside/keptBehind.ts';
import { quotedLast, withLaterSessions } from './beside/laterSessions.ts';
import { withRecipients } from './beside/noticeBeside.ts';
import { verdictsOfConversation } from './conversationVerdicts.ts';
import { type Cut, cutsOf, isCut, isVerdict } from './cut.ts';
import { verdictsOfListedTable } from './exports/listedTable.ts';
import { LogJudge, verdictsOfLog } from './logVerdicts.ts';
import { besideLookups } from './lookup/besideLookups.ts';
import { verdictsOfDifferences } from './lookup/differing.ts';
import { withDisagreements } from './lookup/disagreeing.ts';
import { verdictsOfLookup } from './lookup/lookupVerdicts.ts';
import { verdictsOfLooseRecords, verdictsOfRecords } from './lookup/recordVerdicts.ts';
import { verdictsOfMessage } from './messageVerdicts.ts';
import { ofAggregate } from './notices.ts';
import { verdictsOfCheckers } from './prose/checkers.ts';
import { withSuccessTold } from './prose/wentThrough.ts';
import { verdictsOfError, verdictsOfProse } from './proseVerdicts.ts';
import { severalErrors } from './toolErrors.ts';
import { inOrder, type Verdict } from './verdict.ts';

/**
 * What happened in a ticket, the cause before what followed from it: what servers said first, then what DNS showed,
 * then what is only quoted in somebody's words.
 */
export function readVerdicts(ticket: Ticket): readonly Verdict[] {
  const ranks: Verdict[][] = [[], [], []];
  const sessions = new Map<Verdict, Conversation>();
  for (const block of ticket.blocks) {
    const found = verdictsOf(ticket, block);
    append(ranks[RANK[block.kind]] as Verdict[], found);
    if (block.kind === 'conversation') for (const one of found) sessions.set(one, block);
  }
  const [first = [], ...rest] = ranks;
  const [all = [], looked = [], quoted = []] = [withLaterSessions(ticket, first, sessions), ...rest].map(
    withoutOvercome,
  );
  const [said, beside] = withCauseBeside(ticket, withCauses(ticket, all), quoted);
  const [answered, notices] = withRecipients(said, beside);
  const seen = [...withDisagreements(ticket, looked), ...verdictsOfDifferences(ticket)];
  const others = withoutEchoes(ticket, notices, answered);
  // What a report of a receiver is about stands below it, and arrived nowhere else.
  const isReport = ({ stage, role }: Verdict): boolean => stage === 'report' && role === 'notice';
  const reports = answered.some(({ failed }) => failed) ? [] : others.filter(isReport);
  const verdicts = [reports, answered, seen, others.filter((one) => !reports.includes(one))]
    .flatMap((one) => besideLookups(ticket, inOrder(one), seen))
    .map(gotOver);
  if (verdicts.length > 0) return quotedLast(ticket, withSuccessTold(ticket, withKeptBehind(ticket, verdicts)));
  const failures = toolErrorsBehind(ticket);
  return failures.length > 0 ? failures : verdictsOfError(ticket);
}

/** Of a trace of Exchange, what only says that a message failed gives way to what says why, of the same recipient. */
function withCauses({ blocks }: Ticket, said: readonly Verdict[]): readonly Verdict[] {
  const isTraced = ({ span, role }: Verdict): boolean =>
    role === 'cause' &&
    blocks.some((one) => one.kind === 'log' && /^exchange-/.test(one.format) && isWithin(span, one));
  const silent = said.filter((one) => one.code === 'unknown' && one.reply === undefined && isTraced(one));
  const [first] = silent;
  const causes = first === undefined ? [] : said.filter((one) => !silent.includes(one) && isTraced(one));
  const [cause] = causes;
  if (first === undefined || cause === undefined) return said;
  const known = causes.flatMap(({ recipients }) => recipients.map((one) => one.toLowerCase()));
  const isToldOnce = ({ recipients: [one] }: Verdict): boolean =>
    one !== undefined &&
    known.includes(one.toLowerCase()) &&
    silent.filter(({ recipients }) => recipients.includes(one)).length === 1;
  const [of = ''] = first.recipients;
  const isFree = causes.length === 1 && silent.length === 1 && cause.recipients.length === 0;
  if (!isFree || (cause.tells?.mailbox ?? of) !== of)
    return said.filter((one) => !silent.includes(one) || !isToldOnce(one));
  const named = { ...cause, ...defined({ sender: first.sender }), recipients: first.recipients };
  return said.flatMap((one) => (one === first ? [] : one === cause ? named : one));
}

const isWithin = (span: Span, { start, end }: Span): boolean => span.start >= start && span.start < end;

/** What programs print behind a session of the refusal in it: the reply again, its code alone, or its words without it. */
function withoutEchoes({ text }: Ticket, quoted: readonly Verdict[], said: readonly Verdict[]): readonly Verdict[] {
  if (quoted.length === 0) return quoted;
  const refused = said.filter(({ failed }) => failed);
  const known = new Set(said.map(({ reply, code }) => `${basic(reply)} ${code}`));
  const reasons = new Set(refused.map(({ code }) => code));
  const codes = new Set(refused.map(({ reply }) => basic(reply)));
  return quoted.filter(({ reply, code, basis, span }) => {
    // That it has no connection says a program also where it had one, right below what ended that.
    const isBelow = ({ span: { end } }: Verdict): boolean =>
      end <= span.start && span.start - end < 2000 && !/\n[ \t]{0,20}\r?\n/.test(text.slice(end, span.start));
    if (reply === undefined) return !reasons.has(code) && !(code === 'connection-failed' && refused.some(isBelow));
    const isCodeAlone = !reply.includes(' ') && (basis === 'reply-code' || basis === 'class');
    return !known.has(`${basic(reply)} ${code}`) && !(isCodeAlone && codes.has(reply));
  });
}

/** The reply code, where there is one, else the enhanced code. */
const basic = (reply: string | undefined): string | undefined => reply?.split(' ', 1)[0];

/** Where no server refused anything, what tools said of their own failures behind the last reply. */
function toolErrorsBehind({ text, lines, blocks }: Ticket): readonly Verdict[] {
  const last = blocks.findLastIndex(
    (block) => block.kind === 'conversation' && block.events.some(({ kind }) => kind === 'reply'),
  );
  for (const block of blocks.slice(last + 1)) {
    const found = block.kind === 'prose' ? severalErrors(text, lines, block) : [];
    if (found.length > 0) return found;
  }
  return [];
}

const RANK: Readonly<Record<Block['kind'], number>> = { conversation: 0, message: 0, log: 0, lookup: 1, prose: 2 };

/** Which limits took something away from what is told. */
export const readCuts = (ticket: Ticket): readonly Cut[] =>
  ticket.blocks.flatMap((block) => findingsOf(ticket, block).filter(isCut));

/** What happened in one block. */
export const verdictsOf = (ticket: Ticket, block: Block): readonly Verdict[] => {
  const all = findingsOf(ticket, block);
  return all.every(isVerdict) ? all : all.filter(isVerdict);
};

/** What was found in a block; one in which nothing can be found need not be read. */
export const findingsOf = (ticket: Ticket, block: Block): readonly (Verdict | Cut)[] =>
  block.kind === 'conversation' && !mayHold(block, 'outcomes') && !mayHold(block, 'notes') ? [] : looked(ticket, block);

/** Rows of a table of block lists are told as one, sentences of checkers as what they are. */
function listedOr(ticket: Ticket, prose: Prose): readonly (Verdict | Cut)[] {
  const told = verdictsOfProse(ticket, prose);
  const listed = verdictsOfListedTable(ticket, prose);
  const checked = verdictsOfCheckers(ticket, prose, told);
  const isInTable = ({ span }: Verdict | Cut): boolean =>
    listed.some((one) => span.start >= one.span.start && span.end <= one.span.end + 500) ||
    checked.some((one) => span.start < one.span.end && span.end > one.span.start);
  return [...listed, ...checked, ...told.filter((one) => !isInTable(one))];
}

/** What is told of a report that was opened; of one that could not be, what its text shows. */
function openedReport(log: Log): readonly Verdict[] | undefined {
  const { format, start, end } = log;
  const opened = openedOf(log);
  if (opened === undefined || opened.digests.length === 0) return undefined;
  const kind = format === 'tls-report' ? 'tls' : 'dmarc';
  const { digests, problems } = opened;
  return digests.map((digest, i) =>
    ofAggregate({
      kind,
      opened: { digests: [digest], problems: i === digests.length - 1 ? problems : [] },
      start,
      end,
    }),
  );
}

const looked = perBlock<Verdict | Cut>(ofBlock);

/** Characters; what happened in a longer log is found some entries at a time where somebody waits. */
const LONG = 300_000;

const isUnjudged = (block: Block): block is Log =>
  block.kind === 'log' && block.end - block.start > LONG && !looked.knows(block);

/** Finds what happened in such logs, some entries at a time; undefined where there is none. */
export const judging = (ticket: Ticket): Generator<void> | undefined =>
  ticket.blocks.some(isUnjudged) ? judge(ticket) : undefined;

function* judge({ lines, blocks }: Ticket): Generator<void> {
  for (const block of blocks.filter(isUnjudged)) {
    const judge = new LogJudge();
    yield* judge.readSome(lines, block);
    looked.keep(block, judge.finish());
  }
}

/** What happened around an offset of a block: of a long log of which more is not known, in the entry there alone. */
export function verdictsAround(ticket: Ticket, block: Block, offset: number): readonly Verdict[] {
  if (!isUnjudged(block)) return verdictsOf(ticket, block);
  return verdictsOfLog(ticket.lines, { ...block, ...entrySpanAt(ticket.lines, block, offset) }).filter(isVerdict);
}

/**
 * Finds links and verdicts of the logs anew that were changed, some entries at a time: the caller may stop at any
 * point, and the next one begins again.
 */
export function* judgeAgain({ lines, blocks }: Ticket): Generator<void> {
  for (const block of blocks) {
    if (block.kind !== 'log' || !isChanged(block)) continue;
    yield* linkAgain(lines, block);
    const judge = new LogJudge();
    yield* judge.readSome(lines, block);
    forgetFound(block);
    looked.keep(block, judge.finish());
    settled(block);
  }
}

/** Whether a log was changed and not looked at since. */
export const isUnsettled = ({ blocks }: Ticket): boolean =>
  blocks.some((block) => block.kind === 'log' && isChanged(block));

function ofBlock(ticket: Ticket, block: Block): readonly (Verdict | Cut)[] {
  const { text, lines } = ticket;
  switch (block.kind) {
    case 'conversation':
      return verdictsOfConversation(text, lines, block);
    case 'message':
      return [...verdictsOfMessage(text, lines, block), ...cutsOf(block.report ?? block.feedback)];
    case 'log':
      return openedReport(block) ?? verdictsOfLog(lines, block);
    case 'lookup':
      return [...verdictsOfLookup(block), ...verdictsOfRecords(text, block)];
    case 'prose':
      return [...listedOr(ticket, block), ...verdictsOfLooseRecords(text, block)];
  }
}
