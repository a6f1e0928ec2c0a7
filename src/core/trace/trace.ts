import { momentProblem, readDate } from '../mail/header/date.ts';
import { fieldNamed } from '../mail/header/fields.ts';
import type { Message, Received } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import type { TraceHop } from './hop.ts';
import { kindOfAddress } from './networks.ts';
import { hostNameOf } from './organisations.ts';
import { findSkew, type Stamp, wholeSecond } from './skew.ts';

export type { TraceHop } from './hop.ts';

/** The way of a message, oldest hop first. */
export interface Trace {
  readonly hops: readonly TraceHop[];
  /** Newest minus oldest dated hop in milliseconds, clocks taken at their word; undefined below two dated hops. */
  readonly totalDelay?: number;
  /** Between the first and the last hop whose clocks agree, in milliseconds. */
  readonly correctedTotalDelay?: number;
  /** Whether `correctedTotalDelay` leaves out a dated hop at either end, so that the message took at least that long. */
  readonly isLowerBound: boolean;
  /** Whether any hop is earlier than the one before it. */
  readonly clockSkew: boolean;
}

/** The way from server to server, a hop a Received field. */
export const traceHops = (message: Message): Trace =>
  traceOf(
    message.hops.map((received) => ({ received, origin: 'received' })),
    writtenAt(message),
  );

/** The moment of the Date field, where it states one. */
export function writtenAt({ fields }: Message): number | undefined {
  const field = fieldNamed(fields, 'date');
  return field === undefined ? undefined : readDate(field.value, 0, field.value.length).epoch;
}

export interface HopSource {
  readonly received: Received;
  readonly origin: 'received' | 'x-received';
}

/** Delays and clocks of hops in the order of travel; `written` is the moment of the Date field. */
export function traceOf(sources: readonly HopSource[], written?: number): Trace {
  const times = sources.map(({ received }) => received.date?.epoch);
  const skew = findSkew(stampsOf(sources), written);
  const hops: TraceHop[] = [];
  let before: number | undefined;
  let soundBefore: number | undefined;
  let firstSound: number | undefined;
  let clockSkew = false;
  for (const [i, { received, origin }] of sources.entries()) {
    const time = times[i];
    const verdict = skew[i];
    const problem = momentProblem(received.date);
    const delay = time === undefined || before === undefined ? undefined : time - before;
    const sound = time !== undefined && verdict?.sound === true;
    const corrected = sound && soundBefore !== undefined ? Math.max(0, time - soundBefore) : undefined;
    clockSkew ||= time !== undefined && before !== undefined && wholeSecond(time) < wholeSecond(before);
    hops.push({
      origin,
      ...stated(received),
      ...defined({ time, delay, correctedDelay: corrected }),
      ...(verdict?.off !== undefined && { clockOff: verdict.off }),
      sound,
      problems: problem === undefined ? (verdict?.problems ?? []) : [problem],
      received,
    });
    before = time ?? before;
    if (sound) {
      soundBefore = Math.max(time, soundBefore ?? time);
      firstSound ??= time;
    }
  }
  const dated = times.filter((time) => time !== undefined);
  const [first, last] = [dated[0], dated.at(-1)];
  const correctedTotalDelay =
    firstSound === undefined || soundBefore === undefined || dated.length < 2 ? undefined : soundBefore - firstSound;
  const ends = hops.filter(({ time }) => time !== undefined);
  return {
    hops,
    ...(first === undefined || last === undefined || dated.length < 2 ? {} : { totalDelay: last - first }),
    ...defined({ correctedTotalDelay }),
    isLowerBound: ends[0]?.sound === false || ends.at(-1)?.sound === false,
    clockSkew,
  };
}

/**
 * The stamps with the host of each. A machine that hands a message to itself calls itself `localhost` there or by
 * another name without a domain; that is the clock of the hop before.
 */
function stampsOf(sources: readonly HopSource[]): readonly Stamp[] {
  let before: string | undefined;
  return sources.map(({ received: { by, ip, date } }) => {
    const name = by === undefined ? undefined : hostNameOf(by);
    const isLocal = name === undefined || !/[.:]/.test(name);
    const host = isLocal && ip !== undefined && kindOfAddress(ip) === 'loopback' ? (before ?? name) : name;
    before = host;
    return defined({ time: date?.epoch, host });
  });
}

/** What the field itself says. */
function stated(hop: Received): Omit<TraceHop, 'problems' | 'sound' | 'origin'> {
  const from = hop.from ?? hop.submitter;
  return {
    ...defined({ from, by: hop.by, with: hop.with, via: hop.via, ip: hop.ip }),
    tls: hop.tls,
    ...defined({ tlsVersion: hop.tlsVersion, cipher: hop.cipher, timeText: hop.date?.text }),
    span: { start: hop.field.start, end: hop.field.end },
  };
}
