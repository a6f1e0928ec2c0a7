import { listed, type Phrase, phrase, word } from '../text/words.ts';
import { formatDelay } from './delay.ts';
import type { TraceHop } from './hop.ts';
import { notesOf } from './rowTexts.ts';

/** A sentence of the timeline's head; plain text that may hold anything. A warning names something that is off. */
export interface HeadLine {
  readonly level: 'warning' | 'information';
  readonly text: Phrase;
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
  names: readonly Phrase[],
  longest: number,
): readonly HeadLine[] {
  const [hop, name] = [hops[longest], names[longest]];
  if (hop?.correctedDelay === undefined || name === undefined) return [];
  const [from, by] = [serverOf(hops[before[longest] as number]), serverOf(hop)];
  const delay = formatDelay(hop.correctedDelay);
  const what =
    from === undefined || by === undefined
      ? phrase('Slowest: {0}, {1}', name, delay)
      : from === by
        ? phrase('Slowest: {0}, {1}, within {2}', name, delay, by)
        : phrase('Slowest: {0}, {1}, from {2} to {3}', name, delay, from, by);
  const reason = hop.waiting && notesOf({ ...hop, problems: [] }, undefined)[0]?.text;
  return [{ level: 'information', text: phrase('{0}. {1}.', what, reason ?? phrase('The header does not say why')) }];
}

function clocks(hops: readonly TraceHop[], names: readonly Phrase[]): readonly HeadLine[] {
  const lines = hops.flatMap((hop, i): readonly Phrase[] => {
    const at =
      hop.origin === 'date'
        ? phrase('the writing client')
        : phrase('{0} ({1})', names[i] as Phrase, serverOf(hop) ?? phrase('no name'));
    const off = formatDelay(Math.abs(hop.clockOff ?? 0));
    if (hop.problems.includes('clock-behind')) return [phrase('Clock off: {0} is at least {1} behind.', at, off)];
    if (hop.problems.includes('clock-ahead')) return [phrase('Clock off: {0} is at least {1} ahead.', at, off)];
    if (hop.problems.includes('clock-disagrees'))
      return [phrase('Clocks disagree: {0} and the one before it; nothing shows which is off.', at)];
    return [];
  });
  const more = lines.length > CLOCKS ? [phrase('{0} more clocks are off.', lines.length - CLOCKS)] : [];
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
  const named = sorted
    .slice(0, SERVERS)
    .map(({ name, sum, count }) =>
      count > 1
        ? phrase('{0} {1} in {2} waits', name, formatDelay(sum), count)
        : phrase('{0} {1}', name, formatDelay(sum)),
    );
  const left = sorted.length - SERVERS;
  const more = left > 1 ? [phrase('{0} more servers', left)] : left === 1 ? [phrase('1 more server')] : [];
  return [{ level: 'information', text: phrase('Waits by server: {0}.', listed([...named, ...more])) }];
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

function namesOf(hops: readonly TraceHop[]): readonly Phrase[] {
  let received = 0;
  return hops.map(({ origin }) => (origin === 'received' ? phrase('hop {0}', ++received) : phrase(ORIGINS[origin])));
}

const ORIGINS = {
  date: word('the writing'),
  'x-received': word('an X-Received'),
  'delivery-date': word('the delivery'),
} as const;

const serverOf = (hop: TraceHop | undefined): string | undefined => (hop?.origin === 'date' ? undefined : hop?.by);
