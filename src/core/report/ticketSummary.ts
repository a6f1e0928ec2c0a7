import { sourceWords } from '../knowledge/sources.ts';
import { readableWords } from '../mail/header/encodedWords.ts';
import { defined } from '../text/defined.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { formatDelay } from '../trace/delay.ts';
import { traceHops } from '../trace/trace.ts';
import type { Cut } from '../verdict/cut.ts';
import { readTotals } from '../verdict/logTotals.ts';
import { readCuts, readVerdicts } from '../verdict/readVerdicts.ts';
import { foremost, type Role, type Verdict } from '../verdict/verdict.ts';
import { cutWords } from './cutWords.ts';
import { type StorySummary, storySummaries } from './storySummary.ts';
import { totalsWords } from './totalsWords.ts';
import { verdictHeadline, verdictLabel } from './verdictWords.ts';
import { actorWords, retryWords, stepsInWords, sureWords } from './words.ts';

/** A ticket in a few lines: what happened, and what the text is made of. Lines count from 0. */
export interface TicketSummary {
  /** The place in `findings` of the one that says best what happened; absent where nothing is known to have happened. */
  readonly foremost?: number;
  readonly findings: readonly FindingSummary[];
  /** How many findings there are; more than the list has where there are very many. */
  readonly total: number;
  /** What was not looked at or is not listed, because there is too much of it: a sentence each. */
  readonly cut: readonly string[];
  /** What the logs come to: a sentence, and a line for each reason; absent where there is little to count. */
  readonly totals?: readonly string[];
  readonly parts: readonly PartSummary[];
  /** Parts beyond those. */
  readonly moreParts: number;
  /** What speaks for and against the messages that arrived, the first few; absent where there is none. */
  readonly stories?: readonly StorySummary[];
}

export interface FindingSummary {
  readonly headline: string;
  /** The same in fewer words. */
  readonly label: string;
  readonly role: Role;
  readonly failed: boolean;
  readonly line: number;
  readonly reply?: string;
  readonly recipients: readonly string[];
  readonly summary: string;
  /** Who acts and whether trying again helps, a sentence; absent where nobody has to act. */
  readonly who?: string;
  readonly next: readonly string[];
  readonly confidence: string;
  readonly times: number;
  readonly source: string;
}

export interface PartSummary {
  readonly kind: Block['kind'];
  readonly label: string;
  readonly line: number;
}

/** More findings than this are counted, not listed. */
const MOST = 200;
/** More parts than this are not listed. */
const PARTS = 500;

export function ticketSummary(ticket: Ticket): TicketSummary {
  const parts = ticket.blocks.filter(({ kind }) => kind !== 'prose');
  const verdicts = readVerdicts(ticket);
  const first = foremost(verdicts);
  const findings = verdicts.slice(0, MOST).map((verdict) => findingSummary(verdict, ticket));
  const at = first === undefined ? -1 : verdicts.indexOf(first);
  const stories = storySummaries(ticket);
  const totals = totalsWords(readTotals(ticket));
  return {
    ...(at >= 0 && at < findings.length && { foremost: at }),
    findings,
    total: verdicts.length,
    cut: [...ownCut(verdicts), ...readCuts(ticket)].map((cut) =>
      cutWords(cut, (offset) => ticket.lines.lineOf(offset)),
    ),
    parts: parts
      .slice(0, PARTS)
      .map((block) => ({ kind: block.kind, label: describeBlock(block), line: ticket.lines.lineOf(block.start) })),
    moreParts: Math.max(0, parts.length - PARTS),
    ...(totals.length > 0 && { totals }),
    ...(stories.length > 0 && { stories }),
  };
}

/** The findings that are not listed here. */
const ownCut = (verdicts: readonly Verdict[]): readonly Cut[] => {
  const next = verdicts[MOST];
  return next === undefined ? [] : [{ what: 'verdicts', span: next.span, left: verdicts.length - MOST }];
};

const findingSummary = (verdict: Verdict, ticket: Ticket): FindingSummary => ({
  headline: readableWords(verdictHeadline(verdict)),
  label: readableWords(verdictLabel(verdict)),
  role: verdict.role,
  failed: verdict.failed,
  line: ticket.lines.lineOf(verdict.span.start),
  ...defined({ reply: verdict.reply }),
  recipients: verdict.recipients,
  summary: readableWords(verdict.summary),
  ...(verdict.failed &&
    verdict.actor !== 'nobody' && {
      who: `Who acts: ${actorWords(verdict.actor)}. Retry: ${retryWords(verdict.retry)}.`,
    }),
  next: stepsInWords(verdict),
  confidence: sureWords(verdict),
  times: verdict.times,
  source: sourceWords(verdict.source),
});

/** What a block is, on one line. */
export function describeBlock(block: Block): string {
  switch (block.kind) {
    case 'conversation': {
      if (block.probe !== undefined) return `SMTP probe of ${block.probe.target}`;
      const servers = [...new Set(block.sessions.map((session) => session.server ?? 'an unnamed server'))];
      return `SMTP session with ${servers.slice(0, 3).join(', ') || 'nobody: no connection came about'} (${block.dialect})`;
    }
    case 'message': {
      const { correctedTotalDelay } = traceHops(block);
      const hops = `${block.hops.length} ${block.hops.length === 1 ? 'hop' : 'hops'}`;
      const total = correctedTotalDelay === undefined ? '' : `, ${formatDelay(correctedTotalDelay)} in transit`;
      return `${block.report === undefined ? 'message' : 'delivery report'}, ${hops}${total}`;
    }
    case 'lookup':
      return block.queries.map((query) => `${query.type} of ${query.name}: ${query.status}`).join('; ');
    case 'log':
      return `log (${block.format})`;
    case 'prose':
      return 'text';
  }
}
