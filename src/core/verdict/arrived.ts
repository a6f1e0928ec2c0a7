import { stated } from '../knowledge/explanation.ts';
import { because } from '../knowledge/meaning.ts';
import { operatorOf } from '../knowledge/operators.ts';
import { type ReasonName, reasons } from '../knowledge/reasons.ts';
import type { Sources } from '../knowledge/sources.ts';
import { act } from '../knowledge/steps.ts';
import type { Message } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import { listed } from '../text/few.ts';
import type { Span } from '../text/span.ts';
import { ownPart } from '../trace/border.ts';
import { isBrokenOnWay } from './arrival/brokenOnWay.ts';
import { filterChecked } from './arrival/filterChecked.ts';
import { type Clock, UNLIKELY, type Wait } from './arrival/howLong.ts';
import { type MessageStory, storyOf } from './arrival/story.ts';
import { it, opening, type Told, type Words } from './arrival/told.ts';
import { explained, type Role, type Verdict } from './verdict.ts';

/**
 * The story of a message that arrived, in the order in which the reader of a ticket asks: whether it lies in the junk
 * folder and why, from whom it really is, what it says itself (`told`), what of its way is made up, where it waited,
 * whose clock is off, and the rest in one finding.
 */
export function verdictsOfArrival(message: Message, told: readonly Verdict[] = []): readonly Verdict[] {
  const story = storyOf(message);
  return [
    ...placed(message, story),
    ...sender(message, story),
    ...told,
    ...story.who.madeUp.map((line) => notice('trace-made-up', alone(line), 'RFC 5321 4.4')),
    ...story.howLong.waits.map(waited),
    ...story.howLong.clocks.toSorted(byMinutes).map((one) => clock(message, one)),
    ...summary(message, story),
  ];
}

/** By how much a clock has to be off for its times in a report to mislead, in milliseconds. */
const MISLEADING = 3600_000;

/** Of a report: only whether it was put aside or marked, whether its own sender failed a check, and what clock misleads. */
export function heldAgainst(message: Message): readonly Verdict[] {
  const story = storyOf(message);
  const { clocks, waits } = story.howLong;
  return [
    ...placed(message, story),
    ...sender(message, story),
    ...waits.filter(({ length, cause }) => length >= UNLIKELY && cause === undefined).map(waited),
    ...clocks.filter(({ off, apart }) => Math.abs(off ?? apart ?? 0) >= MISLEADING).map((one) => clock(message, one)),
  ];
}

type Part = Words | undefined;

const partsOf = (...parts: readonly Part[]): readonly Words[] => parts.filter((part) => part !== undefined);

/** A finding of several parts, the first of which names the message. */
function notice(
  reason: ReasonName,
  { parts, start, end }: Span & { readonly parts: readonly Words[] },
  source: Sources,
  more: Partial<Verdict> & { readonly change?: Parameters<typeof because>[3] } = {},
): Verdict {
  const { change, ...rest } = more;
  const words = parts.map((part, i) => (i === 0 ? opening(part) : part.words)).join(' ');
  return {
    ...explained(stated(because(reason, words, source, change ?? {}))),
    span: { start, end },
    role: 'notice',
    failed: false,
    confidence: 'medium',
    stage: 'header',
    recipients: [],
    times: 1,
    parts: parts.map((part) => part.words),
    ...rest,
  };
}

const alone = (told: Told): Span & { readonly parts: readonly Words[] } => ({
  parts: [told],
  start: told.start,
  end: told.end,
});

/** Whether the message was put elsewhere than into the inbox, or marked, and why. */
function placed(message: Message, { where, why }: MessageStory): readonly Verdict[] {
  const against = why.filter((one) => one.against === true);
  const [first] = against;
  if (where.span === undefined) {
    // Where it went, nobody says: what weighs most against it stands there instead.
    return first === undefined
      ? []
      : [notice('spam-marked', alone(first), 'message-field', { change: perils(against) })];
  }
  const { span } = where;
  const isAside = where.folder === 'junk' || where.folder === 'quarantine' || where.folder === 'deleted';
  if (!isAside && against.length === 0) {
    if (where.folder !== 'folder' && where.folder !== 'archive') return [];
    return [notice('filed', { parts: [where], ...span }, 'message-field')];
  }
  if (where.byRule === true && against.length === 0)
    return [notice('filed', { parts: [where], ...span }, 'message-field')];
  const filter = filterChecked(message);
  const next = where.folder === 'inbox' ? [LET_PASS] : filter && [LOOK_BEHIND, ...reasons['spam-marked'].next];
  const change = { change: { ...perils(against), ...defined({ next }) } };
  return [notice('spam-marked', { parts: partsOf(where, ...against, filter), ...span }, 'message-field', change)];
}

/** What is taken for phishing or malware is nothing to look at. */
const perils = (against: readonly Told[]): Pick<Verdict, 'tells'> =>
  against.some(({ perilous }) => perilous) ? { tells: { perilous: true } } : {};

const LET_PASS = act(
  'If it is not wanted, take away what let it pass: the sender in the list of safe senders or among the contacts, or the rule.',
);

/** What the receiver found out about the sender where it failed, and what makes the message look like somebody else's. */
function sender(
  message: Message,
  { who: { authentication, disguises, forwarders }, what }: MessageStory,
): readonly Verdict[] {
  const against = disguises.filter((one) => one.against === true);
  const isFailed = authentication?.outcome === 'failed';
  const [first] = isFailed ? [authentication] : against;
  if (first === undefined) return [];
  const filter = isFailed ? filterChecked(message) : undefined;
  const isPassedOn = forwarders.some(({ passedOn }) => passedOn);
  const passedOn = isPassedOn ? PASSED_ON : undefined;
  const parts = isFailed ? partsOf(authentication, ...disguises, filter, ...forwarders, passedOn) : against;
  const told = { parts, start: first.start, end: first.end };
  if (!isFailed) return [notice('sender-disguised', told, 'RFC 5322 3.6.2')];
  const { reason = 'sender-unauthenticated', source, server } = authentication;
  const isOfList = what.some(({ kind }) => kind === 'list');
  const change =
    filter !== undefined
      ? { actor: 'receiving admin' as const, next: [LOOK_BEHIND] }
      : isPassedOn || isOfList
        ? isBrokenOnWay(message)
          ? { actor: 'receiving admin' as const, next: reasons['dmarc-failed'].next.slice(-1) }
          : {}
        : { next: [...reasons['sender-disguised'].next, ...reasons[reason].next] };
  return [notice(reason, told, source, { ...defined({ server }), change })];
}

const LOOK_BEHIND = act(
  'Have the receiving server check the address that the filter saw (Enhanced Filtering for Connectors).',
);

const PASSED_ON: Words = { words: 'Whoever passes mail on breaks SPF, and DKIM where it changes the message.' };

function waited(wait: Wait): Verdict {
  const { host, cause } = wait;
  const actor =
    cause === 'greylisting' || wait.atReceiver === true
      ? 'receiving admin'
      : operatorOf(host ?? '')?.kind === 'filter'
        ? 'provider'
        : undefined;
  const log =
    host === undefined
      ? []
      : [
          act(
            cause === 'greylisting'
              ? `Exempt the sending servers from greylisting at ${host} if their mail must not wait.`
              : cause === 'quarantine'
                ? 'Let its sender through the filter if such mail must not wait.'
                : `Look in the log of ${host} for this message: each deferral stands there with the reply that caused it.`,
          ),
        ];
  const role: Role = 'delay';
  return notice('delayed', alone(wait), 'RFC 5321 4.4', {
    role,
    waited: wait.length,
    ...defined({ server: host }),
    change: {
      ...(actor !== undefined && { actor }),
      ...((log.length > 0 || wait.doubtful === true) && { next: log }),
    },
  });
}

/** The one that is off most, and a server's before that of who sent through it. */
const byMinutes = (a: Clock, b: Clock): number =>
  minutes(b) - minutes(a) || Number(a.host === undefined) - Number(b.host === undefined);

const minutes = ({ off, apart }: Clock): number => Math.round(Math.abs(off ?? apart ?? 0) / 60_000);

/** Whose clock it is, the receiver's servers know: they wrote the upper part of the way. */
function clock(message: Message, told: Clock): Verdict {
  const { host, off } = told;
  const isOwn = ownPart(message)?.hops.some(({ by }) => by === host) === true;
  const actor =
    off === undefined ? undefined : host === undefined ? 'sender' : isOwn ? 'receiving admin' : 'sending admin';
  return notice('clock-off', alone(told), 'RFC 5321 4.4', {
    ...defined({ server: host }),
    ...(actor !== undefined && { change: { actor } }),
  });
}

/** The rest in one finding: the folder, who sent it, what it is and how long it took. */
function summary(message: Message, { where, why, who, howLong, what }: MessageStory): readonly Verdict[] {
  const { authentication, client, blindCopy, disguises, forwarders } = who;
  if (message.hops.length === 0 && authentication === undefined && where.folder === 'unknown' && why.length === 0)
    return [];
  const isFailed = authentication?.outcome === 'failed';
  const isMarked = why.some(({ against }) => against === true);
  const isTold = isMarked || !['inbox', 'unknown'].includes(where.folder);
  const parts = partsOf(
    isTold || where.folder === 'unknown' ? undefined : where,
    ...(isTold ? [] : why.filter(({ against }) => against !== true)),
    isFailed ? undefined : authentication,
    what.length === 0 ? undefined : it(`is ${listed(what.map((one) => one.words))}.`),
    ...howLong.told,
    client,
    blindCopy,
    ...(isFailed ? [] : disguises.filter(({ against }) => against !== true)),
    ...(isFailed ? [] : forwarders),
    isTold || where.folder !== 'unknown' ? undefined : where,
  );
  if (parts.length === 0) return [];
  const { start, end } = where.span ?? authentication ?? client ?? message.fields[0] ?? message.header;
  return [notice('arrived', { parts, start, end }, 'RFC 5321 4.4', defined({ server: authentication?.server }))];
}
