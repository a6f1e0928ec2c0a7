import { readableWords } from '../../mail/header/encodedWords.ts';
import { type ProbeRecord, toldOf } from '../../report/answer.ts';
import { cutWords } from '../../report/cutWords.ts';
import { describeBlock } from '../../report/describeBlock.ts';
import { totalsWords } from '../../report/totalsWords.ts';
import { verdictHeadline, verdictLabel } from '../../report/verdictWords.ts';
import { inEnglish, inOurs, t } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { readTotals } from '../../verdict/logTotals.ts';
import { readCuts, readVerdicts } from '../../verdict/readVerdicts.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { stepsOf } from './actions.ts';
import { happenedOf, type Told, toneOf } from './happened.ts';
import { mailOf, messagesOf } from './messages.ts';
import { Once } from './once.ts';
import type { PageLine, PageMessage, PageProbe, TicketPage, Verified } from './page.ts';
import { recipientsOf } from './recipients.ts';

/** What the page shows besides the text itself. */
export interface PageFacts {
  /** Probes of this ticket, oldest first. */
  readonly probes: readonly ProbeRecord[];
  readonly verified: readonly Verified[];
}

/** Findings besides the first, parts, probes and headlines that are listed. */
const MOST_ALSO = 20;
const MOST_PARTS = 200;
const MOST_PROBES = 20;
const MOST_HEADLINES = 20;

/** Everything that is told of a ticket on one page; no sentence of it stands twice. */
export function ticketPage(ticket: Ticket, { probes, verified }: PageFacts): TicketPage {
  const verdicts = readVerdicts(ticket);
  const once = new Once();
  const told = toldOf(ticket);
  const happened = told && happenedOf(ticket, told, once);
  const { steps = [], actions = [] } = told === undefined ? {} : stepsOf(ticket, told);
  const { messages, moreMessages } = messagesOf(ticket, verified, once);
  const [totals] = totalsWords(readTotals(ticket));
  const also = told === undefined ? [] : alsoOf(ticket, told, once, messages.length > 0);
  const unlisted = also.length - MOST_ALSO;
  const parts = ticket.blocks.filter(({ kind }) => kind !== 'prose');
  return {
    ...(happened !== undefined && { happened }),
    steps,
    actions,
    also: also.slice(0, MOST_ALSO),
    messages: messages.length > 0 || told === undefined ? messages : theMail(ticket, told),
    moreMessages,
    ...recipientsOf(ticket, verdicts, told?.matter.first),
    ...(totals !== undefined && { totals }),
    probes: probesOf(probes),
    parts: parts
      .slice(0, MOST_PARTS)
      .map((block) => ({ kind: block.kind, words: describeBlock(block), line: ticket.lines.lineOf(block.start) })),
    moreParts: Math.max(0, parts.length - MOST_PARTS),
    cut: [
      ...(unlisted > 0
        ? [
            unlisted === 1
              ? t('1 more finding is not listed here.')
              : t('{0} more findings are not listed here.', unlisted),
          ]
        : []),
      ...(probes.length > MOST_PROBES
        ? [t('Older probes that are not listed here: {0}.', probes.length - MOST_PROBES)]
        : []),
      ...readCuts(ticket).map((cut) => cutWords(cut, (offset) => ticket.lines.lineOf(offset))),
    ],
    failures: verdicts
      .filter(({ role }) => role === 'cause' || role === 'waiting')
      .reduce((sum, { deliveries = 1 }) => sum + Math.max(1, deliveries), 0),
    headlines: verdicts.slice(0, MOST_HEADLINES).map((verdict) => readableWords(verdictHeadline(verdict))),
  };
}

/** What else was found that no other part of the page says: look-ups, quotations, delays. */
function alsoOf(
  ticket: Ticket,
  { matter: { first, others, aside, typingErrors }, beside }: Told,
  once: Once,
  hasMessage: boolean,
): readonly PageLine[] {
  const line = (offset: number): number => ticket.lines.lineOf(offset);
  const mistyped = typingErrors.map(({ asked, meant, start }) => ({
    words: `${asked} is not ${meant}: a typing error in the look-up.`,
    line: line(start),
    tone: 'waiting' as const,
  }));
  const found = [...others, ...aside].filter(
    (one) => one !== first && !isOfRecipients(one) && !(hasMessage && one.stage === 'header'),
  );
  const told = found.map((one) => ({
    words: readableWords(one.role === 'delay' || one.role === 'notice' ? one.summary : labelOf(one)),
    line: line(one.span.start),
    tone: toneOf(one),
  }));
  const around = beside.map((one) => ({ words: one.words, line: line((one.span ?? first.span).start) }));
  return [...around, ...mistyped, ...told]
    .map((one) => ({ ...one, words: once.say(one.words) }))
    .filter(({ words }) => words !== '');
}

const labelOf = (verdict: Verdict): string => {
  const server = verdict.server === undefined ? '' : ` (${verdict.server})`;
  return `${verdictLabel(verdict)}${server}`;
};

/** The list of recipients tells it. */
const isOfRecipients = ({ role, recipients, stage }: Verdict): boolean =>
  recipients.length > 0 && stage !== 'dns' && role !== 'delay' && role !== 'notice';

function theMail(ticket: Ticket, { matter: { first }, circumstances }: Told): readonly PageMessage[] {
  const facts = first.stage === 'dns' ? [] : mailOf(circumstances);
  if (facts.length < 2) return [];
  const line = ticket.lines.lineOf(first.span.start);
  const none = { badges: [], told: [], filters: [], hops: [], way: '', attachments: [], story: [], actions: [] };
  return [{ title: t('The mail'), line, facts, moreAttachments: 0, ...none }];
}

/** The latest first, each with how it differs from the time before. */
function probesOf(records: readonly ProbeRecord[]): readonly PageProbe[] {
  const last = new Map<string, string>();
  return records
    .map(({ title, time, outcome }) => {
      const key = inEnglish(title);
      const before = last.get(key);
      last.set(key, outcome);
      const changed =
        before === undefined ? undefined : before === outcome ? t('As before.') : t('Before: {0}', before);
      return { time, title: inOurs(title), outcome, ...(changed !== undefined && { changed }) };
    })
    .toReversed()
    .slice(0, MOST_PROBES);
}
