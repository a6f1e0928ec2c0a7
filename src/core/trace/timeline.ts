import type { Message } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import { type Phrase, phrase, word } from '../text/words.ts';
import { type Bar, type ByScale, layOutAxis, type Mark, type Tick } from './axis.ts';
import { formatDelay, formatUtc } from './delay.ts';
import { type HeadLine, headOf } from './head.ts';
import type { HopOrigin, Organisation, TraceHop } from './hop.ts';
import { messageAt } from './messageAt.ts';
import { traceMessage } from './messageTrace.ts';
import { type NetworkProblem, readNetworks } from './networks.ts';
import { addressText, type Detail, detailsOf, notesOf, organisationText, type TimelineNote } from './rowTexts.ts';
import type { Trace } from './trace.ts';

/** Hops of one organisation that follow each other. */
export interface Band {
  /** The name with the part that it has. */
  readonly text: string;
  readonly name: string;
  readonly role?: NonNullable<Organisation['role']>;
  /** The row begins the band. */
  readonly begins: boolean;
}

/** One hop as it is shown; every text is plain text that may hold anything. */
export interface TimelineRow {
  /** Received fields count from 1, the Date field is 0; the others have no number. */
  readonly number?: number;
  readonly origin: HopOrigin;
  readonly from?: string;
  readonly by?: string;
  /** Protocol keyword or words, `via` behind it. */
  readonly protocol?: string;
  readonly ip?: string;
  /** What kind of address it is, where it is not a public one. */
  readonly address?: string;
  readonly encrypted: boolean;
  readonly tlsVersion?: string;
  /** Version and cipher, where they are stated. */
  readonly tls?: string;
  readonly utc?: string;
  readonly written?: string;
  readonly delay: string;
  /** The delay with both clocks taken at their word, where that differs. */
  readonly rawDelay?: string;
  /** Number of the hop that the delay counts from, where that is not the one before. */
  readonly since?: number;
  readonly bar?: ByScale<Bar>;
  readonly mark?: ByScale<Mark>;
  /** The longest wait of several on the way between servers. */
  readonly longest: boolean;
  readonly band?: Band;
  readonly notes: readonly TimelineNote[];
  readonly details: readonly Detail[];
  /** The field in the document. */
  readonly span: Span;
}

/** Everything that the timeline draws. Oldest hop first. Survives JSON. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** Older rows that are left out: servers stop mail that loops long before (RFC 5321 6.3). */
  readonly omitted: number;
  /** The message's header in the document. */
  readonly header: Span;
  /** Received fields. */
  readonly hops: number;
  readonly total: Phrase;
  /** Newest minus oldest time as written, where the clocks make that differ from `total`. */
  readonly rawTotal?: string;
  /** UTC of the first and the last hop whose clocks agree. */
  readonly first?: string;
  readonly last?: string;
  /** The slowest hop, clocks that are off, waits by server. */
  readonly head: readonly HeadLine[];
  readonly ticks: ByScale<readonly Tick[]>;
  /** Entries of `mailTriage.trustedNetworks` that are none. */
  readonly networkProblems: readonly NetworkProblem[];
}

export interface TimelineOptions {
  /** As `readNetworks` takes them. */
  readonly trustedNetworks?: readonly string[];
  /** Where the reader is: the message there is shown, also one that a bounce returns. */
  readonly offset?: number;
}

/** The timeline of one message of a document; undefined where the document holds none. */
export function timelineOf(
  ticket: { readonly blocks: readonly { readonly kind: string }[] },
  { trustedNetworks = [], offset }: TimelineOptions = {},
): Timeline | undefined {
  const message = messageAt(ticket.blocks.filter(isMessage), offset);
  if (message === undefined) return undefined;
  const networks = readNetworks(trustedNetworks);
  const timeline = layOutTimeline(traceMessage(message, networks), networks.problems);
  return { ...timeline, header: { start: message.header.start, end: message.header.end } };
}

const isMessage = (block: { readonly kind: string }): block is Message => block.kind === 'message';

/** Lays out a trace; the message is then not known, so `header` is empty. */
export function layOutTimeline(trace: Trace, networkProblems: readonly NetworkProblem[] = []): Timeline {
  const { hops } = trace;
  const axis = layOutAxis(hops);
  const longest = longestWait(hops);
  const rows: TimelineRow[] = [];
  let soundBefore = -1;
  let received = 0;
  for (const [i, hop] of hops.entries()) {
    const number = hop.origin === 'date' ? 0 : hop.origin === 'received' ? ++received : undefined;
    const [bar, mark, since] = [axis.bars[i], axis.marks[i], rows[soundBefore]?.number];
    const address = addressText(hop);
    const band = bandOf(hop, hops[i - 1]);
    rows.push({
      ...defined({ number }),
      ...hopTexts(hop),
      ...defined({ address }),
      delay: delayText(hop, soundBefore),
      ...(hop.delay === undefined || hop.delay === hop.correctedDelay ? {} : { rawDelay: formatDelay(hop.delay) }),
      ...(hop.correctedDelay !== undefined && soundBefore !== i - 1 && since !== undefined ? { since } : {}),
      ...defined({ bar, mark }),
      longest: i === longest,
      ...defined({ band }),
      notes: notesOf(hop, hops[i - 1]),
      details: detailsOf(hop),
      span: hop.span,
    });
    if (hop.sound) soundBefore = i;
  }
  const sound = hops.filter((hop) => hop.sound && hop.origin !== 'date' && hop.origin !== 'delivery-date');
  const [first, last] = [sound[0]?.time, sound.at(-1)?.time];
  const { totalDelay } = trace;
  return {
    rows: rows.slice(-LIMIT),
    omitted: Math.max(0, rows.length - LIMIT),
    header: { start: 0, end: 0 },
    hops: received,
    total: totalText(trace),
    ...(totalDelay === undefined || totalDelay === trace.correctedTotalDelay
      ? {}
      : { rawTotal: formatDelay(totalDelay) }),
    ...(first !== undefined && { first: formatUtc(first) }),
    ...(last !== undefined && { last: formatUtc(last) }),
    head: headOf(hops, longest),
    ticks: axis.ticks,
    networkProblems,
  };
}

/** Rows that are drawn. */
const LIMIT = 300;

/** The time between writing and handing in is the client's, and no wait on the way. */
function longestWait(hops: readonly TraceHop[]): number {
  const written = hops[0]?.origin === 'date' && hops[0].sound;
  const handedIn = written ? hops.findIndex((hop, i) => i > 0 && hop.sound) : -1;
  let [longest, count] = [-1, 0];
  for (const [i, { correctedDelay = 0 }] of hops.entries()) {
    if (correctedDelay <= 0 || i === handedIn) continue;
    count++;
    if (correctedDelay > (hops[longest]?.correctedDelay ?? 0)) longest = i;
  }
  return count > 1 ? longest : -1;
}

function bandOf(hop: TraceHop, before: TraceHop | undefined): Band | undefined {
  const { organisation } = hop;
  if (organisation === undefined) return undefined;
  const begins = before?.organisation?.name !== organisation.name || before.organisation.role !== organisation.role;
  return {
    text: organisationText(organisation),
    name: organisation.name,
    ...(organisation.role && { role: organisation.role }),
    begins,
  };
}

function hopTexts(hop: TraceHop): Pick<TimelineRow, 'origin' | 'encrypted'> & Partial<TimelineRow> {
  const protocol = [hop.with, hop.via].filter((word) => word !== undefined).join(' via ');
  const tls = [hop.tlsVersion, hop.cipher].filter((word) => word !== undefined).join(', ');
  return {
    origin: hop.origin,
    ...defined({ from: hop.from, by: hop.by }),
    ...(protocol === '' ? {} : { protocol }),
    ...defined({ ip: hop.ip }),
    encrypted: hop.tls,
    ...defined({ tlsVersion: hop.tlsVersion }),
    ...(tls === '' ? {} : { tls }),
    ...(hop.time !== undefined && { utc: formatUtc(hop.time) }),
    ...defined({ written: hop.timeText }),
  };
}

function delayText(hop: TraceHop, soundBefore: number): string {
  if (hop.correctedDelay !== undefined) return formatDelay(hop.correctedDelay);
  return hop.sound && soundBefore < 0 ? word('start') : 'unknown';
}

function totalText(trace: Trace): Phrase {
  const hops = trace.hops.filter(({ origin }) => origin === 'received' || origin === 'x-received').length;
  if (hops < 2) return hops === 0 ? phrase('unknown') : phrase('one hop only');
  if (trace.correctedTotalDelay === undefined)
    return trace.clockSkew ? phrase('unknown, the clocks disagree') : phrase('unknown');
  const delay = formatDelay(trace.correctedTotalDelay);
  return trace.isLowerBound ? phrase('at least {0}', delay) : phrase(delay);
}
