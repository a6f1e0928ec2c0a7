import { formatDelay } from './delay.ts';
import type { TraceHop } from './hop.ts';
import { notesOf } from './rowTexts.ts';

/** A sentence of the timeline's head; plain text that may hold anything. A warning names something that is off. */
export interface HeadLine {
  readonly level: 'warning' | 'information';
  readonly text: string;
}

/** Lines about clocks, and servers whose waits are named; the rest is counted. */
const CLOCKS = 3;
const SERVERS = 4;

/**
 * What is to be known before the hops are read: the slowest and why, clocks that are off, and the waits of one server
 * added up. `longest` is the place of the longest wait on the way, -1 where there is no such one.
 */
export function headOf(hops: readonly TraceHop[], longest: number): readonly HeadLine[] {
  const names = namesOf(hops);
  const before = soundBefore(hops);
  return [...slowest(hops, before, names, longest), ...clocks(hops, names), ...servers(hops, before)];
}

function slowest(
  hops: readonly TraceHop[],
  before: readonly number[],
  names: readonly string[],
  longest: number,
): readonly HeadLine[] {
  const hop = hops[longest];
  if (hop?.correctedDelay === undefined) return [];
  const [from, by] = [serverOf(hops[before[longest] as number]), serverOf(hop)];
  const way = from === undefined || by === undefined ? '' : from === by ? `, within ${by}` : `, from ${from} to ${by}`;
  const reason = hop.waiting && notesOf({ ...hop, problems: [] }, undefined)[0]?.text;
  const why = reason ?? 'the header does not say why';
  const text = `Slowest: ${names[longest]}, ${formatDelay(hop.correctedDelay)}${way}. ${sentence(why)}`;
  return [{ level: 'information', text }];
}

function clocks(hops: readonly TraceHop[], names: readonly string[]): readonly HeadLine[] {
  const lines = hops.flatMap((hop, i): readonly string[] => {
    const at =
      hop.origin === 'date' ? 'The writing client' : sentence(`${names[i]} (${serverOf(hop) ?? 'no name'})`, '');
    const off = formatDelay(Math.abs(hop.clockOff ?? 0));
    if (hop.problems.includes('clock-behind')) return [`Clock off: ${at} is at least ${off} behind.`];
    if (hop.problems.includes('clock-ahead')) return [`Clock off: ${at} is at least ${off} ahead.`];
    if (hop.problems.includes('clock-disagrees'))
      return [`Clocks disagree: ${at} and the one before it; nothing shows which is off.`];
    return [];
  });
  const more = lines.length > CLOCKS ? [`${lines.length - CLOCKS} more clocks are off.`] : [];
  return [...lines.slice(0, CLOCKS), ...more].map((text) => ({ level: 'warning', text }));
}

/** The time until the next hop is spent at the server that took the message in, or on the way from it. */
function servers(hops: readonly TraceHop[], before: readonly number[]): readonly HeadLine[] {
  const waits = new Map<string, { readonly name: string; sum: number; count: number }>();
  for (const [i, { correctedDelay = 0 }] of hops.entries()) {
    const name = serverOf(hops[before[i] as number]);
    if (name === undefined || correctedDelay <= 0) continue;
    const key = name.toLowerCase();
    const wait = waits.get(key) ?? { name, sum: 0, count: 0 };
    wait.sum += correctedDelay;
    wait.count++;
    waits.set(key, wait);
  }
  const sorted = [...waits.values()].sort((a, b) => b.sum - a.sum);
  if (sorted.length === 0 || !sorted.some(({ count }) => count > 1)) return [];
  const named = sorted.slice(0, SERVERS).map(({ name, sum, count }) => {
    return `${name} ${formatDelay(sum)}${count > 1 ? ` in ${count} waits` : ''}`;
  });
  const more = sorted.length > SERVERS ? [`${sorted.length - SERVERS} more servers`] : [];
  return [{ level: 'information', text: `Waits by server: ${[...named, ...more].join(', ')}.` }];
}

/** For each hop the place of the last one before it whose clock fits; -1 where there is none. */
function soundBefore(hops: readonly TraceHop[]): readonly number[] {
  let last = -1;
  return hops.map(({ sound }, i) => {
    const before = last;
    if (sound) last = i;
    return before;
  });
}

function namesOf(hops: readonly TraceHop[]): readonly string[] {
  let received = 0;
  return hops.map(({ origin }) => (origin === 'received' ? `hop ${++received}` : ORIGINS[origin]));
}

const ORIGINS = { date: 'the writing', 'x-received': 'an X-Received', 'delivery-date': 'the delivery' } as const;

const serverOf = (hop: TraceHop | undefined): string | undefined => (hop?.origin === 'date' ? undefined : hop?.by);

const sentence = (words: string, end = '.'): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}${end}`;
