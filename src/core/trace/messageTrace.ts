import { momentProblem, readDate } from '../mail/header/date.ts';
import { fieldNamed } from '../mail/header/fields.ts';
import type { Field, Message } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import { chainProblems } from './chain.ts';
import type { HopProblem, TraceHop } from './hop.ts';
import { isWithin, kindOfAddress, type Networks } from './networks.ts';
import { organisationsOf } from './organisations.ts';
import { wholeSecond } from './skew.ts';
import { type HopSource, type Trace, traceOf, writtenAt } from './trace.ts';
import { waitsOf } from './waits.ts';

/**
 * All that a message tells of its way: Received and X-Received fields in the order of travel, the Date field in front of
 * them, Exim's Delivery-date behind them, and what the hops say about each other. Totals are of the way between servers.
 */
export function traceMessage(message: Message, networks: Networks = NONE): Trace {
  const sources: HopSource[] = [
    ...message.hops.map((received) => ({ received, origin: 'received' }) as const),
    ...message.xReceived.map((received) => ({ received, origin: 'x-received' }) as const),
  ].sort((a, b) => b.received.field.start - a.received.field.start);
  const trace = traceOf(sources, writtenAt(message));
  if (trace.hops.length === 0) return trace;
  const dated = withDelivery(withDate(trace.hops, message), message);
  const placed = dated.map((hop) => ({ ...hop, ...addressOf(hop, networks) }));
  const organisations = organisationsOf(placed);
  const chain = chainProblems(placed);
  const waits = waitsOf(message, placed);
  const hops = placed.map((hop, i): TraceHop => {
    const [organisation, waiting, more] = [organisations[i], waits[i] ?? hop.waiting, chain[i] ?? []];
    return {
      ...hop,
      ...defined({ organisation, waiting }),
      problems: more.length === 0 ? hop.problems : [...hop.problems, ...more],
    };
  });
  return { ...trace, hops };
}

const NONE: Networks = { networks: [], problems: [] };

function addressOf(hop: TraceHop, { networks }: Networks): Pick<TraceHop, 'address' | 'trusted'> {
  const address = hop.ip === undefined ? undefined : kindOfAddress(hop.ip);
  if (hop.ip === undefined || address === undefined) return {};
  if (networks.length === 0) return { address };
  return { address, trusted: address !== 'public' || isWithin(hop.ip, networks) === true };
}

/** The Date field in front. It is the word of a client, and no evidence of any server's clock. */
function withDate(hops: readonly TraceHop[], message: Message): readonly TraceHop[] {
  const field = fieldNamed(message.fields, 'date');
  if (field === undefined) return hops;
  const date = readDate(field.value, 0, field.value.length);
  const first = hops.findIndex(({ time }) => time !== undefined);
  const firstSound = hops.findIndex(({ sound }) => sound);
  const { epoch: time } = date;
  if (time === undefined) return [{ ...undatedHop('date', field, momentProblem(date)), timeText: date.text }, ...hops];
  const soundTime = hops[firstSound]?.time;
  const ahead = soundTime !== undefined && wholeSecond(time) > wholeSecond(soundTime);
  // One server's clock against one client's proves nothing; two servers' that agree do.
  const later = hops.filter((hop) => hop.sound && wholeSecond(time) > wholeSecond(hop.time as number)).length;
  const problem: HopProblem | undefined = !ahead ? undefined : later > 1 ? 'clock-ahead' : 'clock-disagrees';
  const sound = soundTime !== undefined && !ahead;
  const zero: TraceHop = {
    ...undatedHop('date', field, problem),
    time,
    timeText: date.text,
    sound,
    ...(problem === 'clock-ahead' && soundTime !== undefined ? { clockOff: time - soundTime } : {}),
  };
  const rest = hops.map((hop, i) => ({
    ...hop,
    ...(i === first && hop.time !== undefined ? { delay: hop.time - time } : {}),
    ...(i === firstSound && sound && soundTime !== undefined ? { correctedDelay: Math.max(0, soundTime - time) } : {}),
  }));
  return [zero, ...rest];
}

/** Exim notes when it put the message into the mailbox: since the newest hop, it lay in that server's queue. */
function withDelivery(hops: readonly TraceHop[], message: Message): readonly TraceHop[] {
  const field = fieldNamed(message.fields, 'delivery-date');
  const date = field === undefined ? undefined : readDate(field.value, 0, field.value.length);
  const last = hops.at(-1);
  if (field === undefined || date?.epoch === undefined || last?.time === undefined) return hops;
  const delay = date.epoch - last.time;
  const fits = wholeSecond(date.epoch) >= wholeSecond(last.time);
  const sound = fits && last.sound;
  const hop: TraceHop = {
    ...undatedHop('delivery-date', field, fits ? undefined : 'clock-disagrees'),
    ...defined({ by: last.by }),
    time: date.epoch,
    timeText: date.text,
    delay,
    ...(sound ? { correctedDelay: Math.max(0, delay) } : {}),
    sound,
    ...(sound && delay >= 1000
      ? { waiting: { kind: 'queueing', length: delay, evidence: `${field.name}: ${date.text}` } as const }
      : {}),
  };
  return [...hops, hop];
}

const undatedHop = (origin: TraceHop['origin'], field: Field, problem: HopProblem | undefined): TraceHop => ({
  origin,
  tls: false,
  sound: false,
  problems: problem === undefined ? [] : [problem],
  span: { start: field.start, end: field.end },
});
