import type { Message, Received } from '../mail/message.ts';
import type { Span } from '../text/span.ts';
import { findSkew } from './skew.ts';

/**
 * `clock-behind` and `clock-ahead`: this hop's clock is off, the hops around it agree without it.
 * `clock-disagrees`: this hop is earlier than the one before it, and nothing shows which of the two clocks is off.
 * `no-date`: no time is stated. `bad-date`: a time is stated that cannot be read, or in a zone that is not known.
 */
export type HopProblem = 'clock-behind' | 'clock-ahead' | 'clock-disagrees' | 'no-date' | 'bad-date';

export interface TraceHop {
  readonly from?: string;
  readonly by?: string;
  readonly with?: string;
  readonly via?: string;
  readonly ip?: string;
  readonly tls: boolean;
  readonly tlsVersion?: string;
  readonly cipher?: string;
  /** Milliseconds since 1970, by this hop's own clock. */
  readonly time?: number;
  /** The time as written. */
  readonly timeText?: string;
  /** Milliseconds since the dated hop before it, both clocks taken at their word; may be negative. */
  readonly delay?: number;
  /** The same with the hops left out whose clocks are off or in doubt; undefined for those. Never negative. */
  readonly correctedDelay?: number;
  /** Milliseconds by which the clock is off at least: negative behind, positive ahead. */
  readonly clockOff?: number;
  /** The hop's time fits in with what the other dated hops agree on. */
  readonly sound: boolean;
  readonly problems: readonly HopProblem[];
  /** The field in the document. */
  readonly span: Span;
}

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

export function traceHops(message: Message): Trace {
  const times = message.hops.map((hop) => hop.date?.epoch);
  const skew = findSkew(times);
  const hops: TraceHop[] = [];
  let before: number | undefined;
  let soundBefore: number | undefined;
  let firstSound: number | undefined;
  let clockSkew = false;
  for (const [i, hop] of message.hops.entries()) {
    const time = times[i];
    const verdict = skew[i];
    const delay = time === undefined || before === undefined ? undefined : time - before;
    const sound = time !== undefined && verdict?.sound === true;
    const corrected = sound && soundBefore !== undefined ? time - soundBefore : undefined;
    clockSkew ||= delay !== undefined && delay < 0;
    hops.push({
      ...stated(hop),
      ...(time === undefined ? {} : { time }),
      ...(delay === undefined ? {} : { delay }),
      ...(corrected === undefined ? {} : { correctedDelay: corrected }),
      ...(verdict?.off === undefined ? {} : { clockOff: verdict.off }),
      sound,
      problems: time === undefined ? [hop.date === undefined ? 'no-date' : 'bad-date'] : (verdict?.problems ?? []),
    });
    before = time ?? before;
    if (sound) {
      soundBefore = time;
      firstSound ??= time;
    }
  }
  const dated = times.filter((time) => time !== undefined);
  const [first, last] = [dated[0], dated.at(-1)];
  const correctedTotalDelay =
    firstSound === undefined || soundBefore === undefined || dated.length < 2 ? undefined : soundBefore - firstSound;
  return {
    hops,
    ...(first === undefined || last === undefined || dated.length < 2 ? {} : { totalDelay: last - first }),
    ...(correctedTotalDelay === undefined ? {} : { correctedTotalDelay }),
    isLowerBound: firstSound !== first || soundBefore !== last,
    clockSkew,
  };
}

/** What the field itself says. */
function stated(hop: Received): Omit<TraceHop, 'problems' | 'sound'> {
  const from = hop.from ?? hop.submitter;
  return {
    ...(from === undefined ? {} : { from }),
    ...(hop.by === undefined ? {} : { by: hop.by }),
    ...(hop.with === undefined ? {} : { with: hop.with }),
    ...(hop.via === undefined ? {} : { via: hop.via }),
    ...(hop.ip === undefined ? {} : { ip: hop.ip }),
    tls: hop.tls,
    ...(hop.tlsVersion === undefined ? {} : { tlsVersion: hop.tlsVersion }),
    ...(hop.cipher === undefined ? {} : { cipher: hop.cipher }),
    ...(hop.date === undefined ? {} : { timeText: hop.date.text }),
    span: { start: hop.field.start, end: hop.field.end },
  };
}
