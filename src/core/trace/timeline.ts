import type { Message } from '../mail/message.ts';
import type { Span } from '../text/span.ts';
import { formatDelay, formatUtc } from './delay.ts';
import { type HopProblem, type Trace, type TraceHop, traceHops } from './trace.ts';

/** Where a wait stands on the time axis: fractions of its length, 0..1. */
export interface Bar {
  readonly start: number;
  readonly width: number;
}

export interface TimelineNote {
  readonly code: HopProblem;
  readonly text: string;
}

/** One hop as it is shown; every text is plain text that may hold anything. */
export interface TimelineRow {
  readonly from?: string;
  readonly by?: string;
  /** Protocol keyword or words, `via` behind it. */
  readonly protocol?: string;
  readonly ip?: string;
  readonly encrypted: boolean;
  readonly tlsVersion?: string;
  /** Version and cipher, where they are stated. */
  readonly tls?: string;
  readonly utc?: string;
  readonly written?: string;
  readonly delay: string;
  /** Number (from 1) of the hop that the delay counts from, where that is not the one before. */
  readonly since?: number;
  readonly bar?: Bar;
  /** The longest wait of several. */
  readonly longest: boolean;
  readonly notes: readonly TimelineNote[];
  /** The Received field in the document. */
  readonly span: Span;
}

/** Everything that the timeline draws. Oldest hop first. Survives JSON. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly total: string;
  /** Newest minus oldest time as written, where the clocks make that differ from `total`. */
  readonly rawTotal?: string;
  /** UTC of the first and the last hop whose clocks agree. */
  readonly first?: string;
  readonly last?: string;
  readonly scale: 'linear' | 'log';
}

/** The timeline of a document's first message that has hops, else of its first message; undefined where it holds none. */
export function timelineOf(ticket: { readonly blocks: readonly { readonly kind: string }[] }): Timeline | undefined {
  const messages = ticket.blocks.filter(isMessage);
  const message = messages.find(({ hops }) => hops.length > 0) ?? messages[0];
  return message === undefined ? undefined : layOutTimeline(traceHops(message));
}

const isMessage = (block: { readonly kind: string }): block is Message => block.kind === 'message';

/** Lays the waits out along one axis, one behind the other. */
export function layOutTimeline(trace: Trace): Timeline {
  const delays = trace.hops.map((hop) => hop.correctedDelay);
  const positive = delays.filter((delay) => delay !== undefined && delay > 0) as number[];
  const smallest = positive.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const largest = positive.reduce((a, b) => Math.max(a, b), 0);
  // Where the smallest wait would be under a hundredth of the largest, it could not be seen on a linear axis.
  const scale = positive.length > 1 && largest / smallest > 100 ? 'log' : 'linear';
  const length = (delay: number): number => (scale === 'log' ? Math.log10(1 + delay / smallest) : delay);
  const axis = positive.reduce((sum, delay) => sum + length(delay), 0);
  const longest = positive.length > 1 ? delays.indexOf(largest) : -1;

  const rows: TimelineRow[] = [];
  let position = 0;
  let soundBefore = -1;
  for (const [i, hop] of trace.hops.entries()) {
    const delay = hop.correctedDelay;
    const width = delay === undefined || axis === 0 ? 0 : length(delay) / axis;
    rows.push({
      ...hopTexts(hop),
      delay: delayText(hop, soundBefore),
      ...(delay !== undefined && soundBefore !== i - 1 ? { since: soundBefore + 1 } : {}),
      ...(delay === undefined
        ? {}
        : { bar: { start: Math.min(position, 1), width: Math.min(width, 1 - Math.min(position, 1)) } }),
      longest: i === longest,
      notes: hop.problems.map((code) => ({ code, text: noteText(code, hop) })),
      span: hop.span,
    });
    position += width;
    if (hop.sound) soundBefore = i;
  }
  const sound = trace.hops.filter((hop) => hop.sound);
  const [first, last] = [sound[0]?.time, sound.at(-1)?.time];
  const { totalDelay } = trace;
  return {
    rows,
    total: totalText(trace),
    ...(totalDelay === undefined || totalDelay === trace.correctedTotalDelay
      ? {}
      : { rawTotal: formatDelay(totalDelay) }),
    ...(first === undefined ? {} : { first: formatUtc(first) }),
    ...(last === undefined ? {} : { last: formatUtc(last) }),
    scale,
  };
}

function hopTexts(hop: TraceHop): Omit<TimelineRow, 'delay' | 'longest' | 'notes' | 'span'> {
  const protocol = [hop.with, hop.via].filter((word) => word !== undefined).join(' via ');
  const tls = [hop.tlsVersion, hop.cipher].filter((word) => word !== undefined).join(', ');
  return {
    ...(hop.from === undefined ? {} : { from: hop.from }),
    ...(hop.by === undefined ? {} : { by: hop.by }),
    ...(protocol === '' ? {} : { protocol }),
    ...(hop.ip === undefined ? {} : { ip: hop.ip }),
    encrypted: hop.tls,
    ...(hop.tlsVersion === undefined ? {} : { tlsVersion: hop.tlsVersion }),
    ...(tls === '' ? {} : { tls }),
    ...(hop.time === undefined ? {} : { utc: formatUtc(hop.time) }),
    ...(hop.timeText === undefined ? {} : { written: hop.timeText }),
  };
}

function delayText(hop: TraceHop, soundBefore: number): string {
  if (hop.correctedDelay !== undefined) return formatDelay(hop.correctedDelay);
  return hop.sound && soundBefore < 0 ? 'start' : 'unknown';
}

function totalText(trace: Trace): string {
  if (trace.hops.length < 2) return trace.hops.length === 0 ? 'unknown' : 'one hop only';
  if (trace.correctedTotalDelay === undefined) return trace.clockSkew ? 'unknown, the clocks disagree' : 'unknown';
  return `${trace.isLowerBound ? 'at least ' : ''}${formatDelay(trace.correctedTotalDelay)}`;
}

function noteText(code: HopProblem, hop: TraceHop): string {
  const off = formatDelay(Math.abs(hop.clockOff ?? 0));
  const raw = hop.delay === undefined ? '' : ` As written, the message took ${formatDelay(hop.delay)} to get here.`;
  switch (code) {
    case 'clock-behind':
      return `This clock is at least ${off} behind: the hops around it agree without it.${raw}`;
    case 'clock-ahead':
      return `This clock is at least ${off} ahead: the hops around it agree without it.${raw}`;
    case 'clock-disagrees':
      return `${formatDelay(Math.abs(hop.delay ?? 0))} earlier than the hop before it: one of the two clocks is off, and nothing here shows which.`;
    case 'no-date':
      return 'No time is stated here.';
    case 'bad-date':
      return 'The time stated here cannot be read, or its time zone is not known.';
  }
}
