import type { Message, Received } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import { listed } from '../../text/few.ts';
import { ownPart } from '../../trace/border.ts';
import { formatDelay } from '../../trace/delay.ts';
import type { TraceHop, Waiting } from '../../trace/hop.ts';
import { hostNameOf } from '../../trace/organisations.ts';
import type { Trace } from '../../trace/trace.ts';
import { hostIn, isNowhere } from './hostIn.ts';
import { isFabricated } from './madeUp.ts';
import { it, type Told, type Words } from './told.ts';
import { OFF_AT_WRITING, writtenBefore } from './written.ts';

/** All waits of the message with one host. */
export interface Wait extends Told {
  /** Whose log tells more; absent where no host that can be asked is named. */
  readonly host?: string;
  /** Milliseconds, added up. */
  readonly length: number;
  /** How many waits they are. */
  readonly times: number;
  readonly cause?: Waiting['kind'] | 'fetched';
  /** A server of the receiver's side had the message. */
  readonly atReceiver?: true;
  /** The line of the way that shows it may be made up. */
  readonly doubtful?: true;
  /** How long and with whom, where nothing is known of it but what the clocks show. */
  readonly brief?: string;
}

/** A clock that is off, or one of two of which nothing shows which. */
export interface Clock extends Told {
  readonly host?: string;
  /** Milliseconds by which it is off at least: negative behind, positive ahead; absent where nothing shows whose it is. */
  readonly off?: number;
  /** Milliseconds by which two clocks differ at least, where nothing shows which of them is off. */
  readonly apart?: number;
}

export interface HowLong {
  /** Milliseconds between the first and the last server whose clocks agree. */
  readonly total?: number;
  /** Milliseconds from the Date to the first server, where that is long. */
  readonly lay?: number;
  /** It took longer: a clock at one end is off. */
  readonly atLeast: boolean;
  /** How long it took, and where its Date lies, as far as that is known. */
  readonly told: readonly Words[];
  /** The longest first. */
  readonly waits: readonly Wait[];
  readonly clocks: readonly Clock[];
}

/** Waiting with one host that a person would notice, in milliseconds. */
const NOTICED = 5 * 60_000;
/** Shorter stays are no waits, in milliseconds. */
const COUNTED = 30_000;
/** Servers' clocks that differ by less are called right, in milliseconds; big providers' own differ by some seconds. */
const OFF = 30_000;
/** Longer than any queue keeps mail (RFC 5321 4.5.4.1 asks for four to five days), in milliseconds. */
export const UNLIKELY = 21 * 24 * 3600_000;
/** What is told of waits and clocks of one message. */
const MOST = 10;

export function howLongOf(message: Message, trace: Trace): HowLong {
  if (message.hops.length === 0) return { told: [], atLeast: false, waits: [], clocks: [] };
  const { hops, correctedTotalDelay: total, isLowerBound } = trace;
  const took =
    total === undefined || message.hops.length < 2 || (isLowerBound && total < 1000)
      ? undefined
      : it(`took ${isLowerBound ? 'at least ' : ''}${formatDelay(total)} from the first server to the last.`);
  const written = writtenBefore(hops);
  return {
    ...defined({ total }),
    ...defined({ lay: written?.lay }),
    told: [took, written].filter((one) => one !== undefined),
    atLeast: isLowerBound,
    waits: waitsOf(message, hops),
    clocks: clocksOf(hops),
  };
}

interface Stay {
  readonly key: string;
  readonly who: string;
  readonly host: string | undefined;
  readonly after: TraceHop;
  readonly length: number;
  readonly cause: Wait['cause'];
  readonly fabricated: boolean;
  readonly atReceiver: boolean;
}

function waitsOf(message: Message, hops: readonly TraceHop[]): readonly Wait[] {
  const own = new Set(ownPart(message)?.hops);
  const stays = new Map<string, Stay[]>();
  let before: TraceHop | undefined;
  for (const hop of hops) {
    const length = waited(hop, hops);
    if (length >= COUNTED) {
      const stay = stayOf(own, before, hop, length);
      const others = stays.get(stay.key);
      if (others === undefined) stays.set(stay.key, [stay]);
      else others.push(stay);
    }
    if (hop.sound) before = hop;
  }
  return [...stays.values()]
    .map(added)
    .filter(({ length }) => length >= NOTICED)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST);
}

/** The wait before a hop; what greylisting states counts where the clocks do not show it. */
function waited(hop: TraceHop, hops: readonly TraceHop[]): number {
  // From writing to sending somebody may have taken his time: that is no wait of the mail.
  const isWriting = hops[0]?.origin === 'date' && hop === hops[1];
  const shown = isWriting ? 0 : (hop.correctedDelay ?? 0);
  const stated = hop.waiting?.kind === 'greylisting' ? (hop.waiting.length ?? 0) : 0;
  return Math.max(shown, stated);
}

function stayOf(own: ReadonlySet<Received>, before: TraceHop | undefined, hop: TraceHop, length: number): Stay {
  const [last, next] = [nameOf(before), nameOf(hop)];
  const fetched = /^(?:pop3?|imap)/i.test(hop.with ?? '');
  const greylisted = hop.waiting?.kind === 'greylisting';
  const inside = isNowhere(before?.organisation?.name) ? undefined : before?.organisation?.name;
  // Whoever took it in before had it; what handed it in counts where the line before names nobody.
  const holder =
    last ?? hostIn(hop.from) ?? (inside !== undefined && inside === hop.organisation?.name ? undefined : inside);
  const received = before?.received;
  return {
    key: greylisted ? `greylisting ${next}` : (holder ?? inside ?? `${hop.span.start}`),
    who: greylisted
      ? `before ${next ?? 'the next server'} took it`
      : fetched
        ? `in the mailbox at ${holder ?? 'the provider'}`
        : holder !== undefined
          ? `at ${holder}`
          : inside !== undefined
            ? `inside ${inside}`
            : `before ${next ?? 'the next server'} took it`,
    host: greylisted ? next : (last ?? hostIn(hop.from)),
    after: hop,
    length,
    cause: hop.waiting?.kind ?? (fetched ? 'fetched' : undefined),
    fabricated: (received !== undefined && isFabricated(received)) || hop.problems.includes('chain-break'),
    atReceiver: received !== undefined && own.has(received),
  };
}

/** The host that took the message in, by a name that others can know. */
const nameOf = (hop: TraceHop | undefined): string | undefined => hostIn(hop?.by);

const WHY: Readonly<Record<NonNullable<Wait['cause']>, string>> = {
  greylisting:
    'The header says that greylisting held it: the first try was refused for now, and the sending server came again.',
  queueing: 'The header says that it waited in a queue.',
  quarantine: 'The header says that it was released from quarantine.',
  deferral: 'The header says that its delivery was put off.',
  moderation: 'The header says that a list held it for its owner.',
  fetched: 'It lay there until a program fetched it.',
};

function added(stays: readonly Stay[]): Wait {
  const length = stays.reduce((sum, stay) => sum + stay.length, 0);
  const [first] = stays.toSorted((a, b) => b.length - a.length) as [Stay];
  const { after, cause, who, host, fabricated, atReceiver } = first;
  const times =
    stays.length === 1
      ? ''
      : ` (${listed(
          stays.map((stay) => formatDelay(stay.length)),
          6,
        )})`;
  const evidence = after.waiting?.span === undefined ? '' : ` (“${after.waiting.evidence}”)`;
  const why = cause === undefined ? '' : ` ${WHY[cause].replace(/\.$/, '')}${evidence}.`;
  const doubt = fabricated
    ? ' The line before may be made up, and with it this wait.'
    : cause !== undefined
      ? ''
      : length >= UNLIKELY
        ? ' No server keeps mail that long by itself: a clock is off, or the message was sent again.'
        : ' This holds if the clocks on both sides are right.';
  const brief = `${formatDelay(length)}${times} ${who}`;
  const isPlain = !fabricated && cause === undefined && length < UNLIKELY;
  return {
    ...it(`waited ${brief}.${why}${doubt}`),
    ...defined({ host: fabricated ? undefined : host, cause }),
    length,
    times: stays.length,
    ...(atReceiver && { atReceiver: true as const }),
    ...(fabricated && { doubtful: true as const }),
    ...(isPlain && { brief }),
    start: after.span.start,
    end: after.span.end,
  };
}

function clocksOf(hops: readonly TraceHop[]): readonly Clock[] {
  const clocks = new Map<string, Clock>();
  let last: TraceHop | undefined;
  for (const hop of hops) {
    const before = last;
    if (hop.time !== undefined) last = hop;
    // A machine that hands a message to itself has one clock, which was told of already.
    if (clocks.size > 0 && hop.address === 'loopback' && hop.by?.includes('.') !== true) continue;
    const found = clockOf(hop, before);
    const key = hop.origin === 'date' ? 'date' : (hop.by ?? '');
    const known = clocks.get(key);
    if (found !== undefined && (known === undefined || Math.abs(known.off ?? 0) < Math.abs(found.off ?? 0)))
      clocks.set(key, found);
  }
  return [...clocks.values()].slice(0, MOST);
}

/** What is wrong with the clock of a hop; `before` is the dated hop before it. */
function clockOf(hop: TraceHop, before: TraceHop | undefined): Clock | undefined {
  const { origin, problems, clockOff, span } = hop;
  const at = { start: span.start, end: span.end };
  const name = hop.by === undefined ? 'a server' : hostNameOf(hop.by);
  if (clockOff !== undefined) {
    if (Math.abs(clockOff) < (origin === 'date' ? OFF_AT_WRITING : OFF)) return undefined;
    const who = origin === 'date' ? 'the program that wrote the message' : name;
    const way = clockOff > 0 ? 'ahead' : 'behind';
    const words = `The clock of ${who} is at least ${formatDelay(Math.abs(clockOff))} ${way}.`;
    return { words, off: clockOff, ...defined({ host: hop.by }), ...at };
  }
  const off = Math.abs(hop.delay ?? 0);
  if (!problems.includes('clock-disagrees') || origin !== 'received' || off < OFF) return undefined;
  if (before === undefined || before.origin === 'date') return undefined;
  const other = before.by === undefined ? 'the hop before' : hostNameOf(before.by);
  return {
    words: `The clocks of ${name} and ${other} differ by ${formatDelay(off)} or more: one of them is off.`,
    apart: off,
    ...at,
  };
}
