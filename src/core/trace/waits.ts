import { readDate } from '../mail/header/date.ts';
import { commentText, tokens } from '../mail/header/headerTokens.ts';
import type { Field, Message } from '../mail/message.ts';
import { cutTo } from '../text/few.ts';
import type { Span } from '../text/span.ts';
import type { TraceHop, Waiting } from './hop.ts';
import { hostNameOf } from './organisations.ts';

/** The wait of each hop, undefined where nothing tells; hops are oldest first. */
export function waitsOf(message: Message, hops: readonly TraceHop[]): readonly (Waiting | undefined)[] {
  const waits: (Waiting | undefined)[] = hops.map((hop) => ownWords(hop));
  const put = (at: number, waiting: Waiting): void => {
    if (at >= 0) waits[at] ??= waiting;
  };
  for (const field of message.fields) {
    const name = field.name.toLowerCase();
    if (GREYLIST_FIELD.test(name)) {
      const waiting = greylisted(field);
      if (waiting !== undefined) put(hopOfServer(hops, waiting, field), waiting);
    }
    if (name === 'x-forefront-antispam-report' && RELEASED.test(field.value))
      put(longestInside(hops), { kind: 'quarantine', evidence: line(field), span: spanOf(field) });
    const kind = HELD_UNTIL.get(name);
    if (kind === undefined) continue;
    const { epoch } = readDate(field.value, 0, field.value.length);
    put(hopOver(hops, epoch), { kind, evidence: line(field), span: spanOf(field) });
  }
  return waits;
}

const GREYLIST_FIELD = /^x-gr[ea]ylist(?:ing|ed)?$/;

/** As Microsoft's filter says that a message was released from quarantine. */
const RELEASED = /(?:^|;)\s{0,5}SFV:SKQ\b/;

/** Microsoft keeps what is in quarantine between two of its servers: the hop with the longest wait of those, if any waited. */
function longestInside(hops: readonly TraceHop[]): number {
  const isMicrosoft = (hop: TraceHop | undefined): boolean => /\boutlook\.com\.?$/i.test(hop?.by ?? '');
  let longest = -1;
  for (const [i, hop] of hops.entries())
    if (isMicrosoft(hop) && isMicrosoft(hops[i - 1]) && (hop.delay ?? 0) > (hops[longest]?.delay ?? MINUTE))
      longest = i;
  return longest;
}

const MINUTE = 60_000;

/** Fields that state a moment before which the message was held. RFC 2156 2.3.1.2 has the first, Mailman the second. */
const HELD_UNTIL: ReadonlyMap<string, Waiting['kind']> = new Map([
  ['deferred-delivery', 'deferral'],
  ['x-mailman-approved-at', 'moderation'],
]);

interface Greylisting extends Waiting {
  /** Who held it, where it is named. */
  readonly server: string | undefined;
}

/**
 * What milter-greylist (`Delayed for 00:05:12 by milter-greylist-4.6 (mx.example.org [192.0.2.1]); ...`), postgrey
 * (`delayed 312 seconds by postgrey-1.37 at mx.example.org; ...`) and SQLgrey write. Each also says when it did not delay.
 */
function greylisted(field: Field): Greylisting | undefined {
  const match = /^delayed (?:for )?(?:(\d{1,6}):(\d{2}):(\d{2})|(\d{1,9}) seconds) by (.{1,300})/i.exec(field.value);
  if (match === null) return undefined;
  const [, hours = 0, minutes = 0, rest = 0, seconds] = match;
  const length = seconds === undefined ? Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) : Number(seconds);
  const server = /(?: at |\()([A-Za-z0-9_.-]{1,255})/.exec(match[5] ?? '')?.[1];
  return { kind: 'greylisting', length: length * 1000, evidence: line(field), span: spanOf(field), server };
}

/**
 * The hop that this server took in, which may be named without its domain: the one below the field, for servers write on
 * top, else its newest. Where no server is named, the next hop below, if it waited for so long.
 */
function hopOfServer(hops: readonly TraceHop[], { server, length = 0 }: Greylisting, field: Field): number {
  const isBelow = (hop: TraceHop): boolean => hop.origin === 'received' && hop.span.start > field.start;
  if (server === undefined) {
    const next = hops.findLastIndex(isBelow);
    return (hops[next]?.delay ?? 0) >= length ? next : -1;
  }
  const name = hostNameOf(server);
  const isOf = ({ by }: TraceHop): boolean =>
    by !== undefined && (hostNameOf(by) === name || (!name.includes('.') && hostNameOf(by).startsWith(`${name}.`)));
  const below = hops.findLastIndex((hop) => isBelow(hop) && isOf(hop));
  return below >= 0 ? below : hops.findLastIndex(isOf);
}

/** The hop whose wait holds a moment: the hop before it is earlier, it is not. A date that cannot be read is in none. */
function hopOver(hops: readonly TraceHop[], moment = Number.NaN): number {
  let before: number | undefined;
  for (const [i, hop] of hops.entries()) {
    if (!hop.sound || hop.time === undefined) continue;
    if (before !== undefined && before < moment && moment <= hop.time) return i;
    before = hop.time;
  }
  return -1;
}

/** A comment of the Received field itself: `(queued for 00:05:00)`, `(greylisted 300 seconds)`. */
function ownWords(hop: TraceHop): Waiting | undefined {
  const value = hop.received?.field.value.slice(0, 4000) ?? '';
  if (!/gr[ea]ylist|queued|deferred|delayed/i.test(value)) return undefined;
  let looked = 0;
  for (const token of tokens(value, 0, value.length)) {
    if (token.kind !== 'comment' || looked++ > 20) continue;
    const comment = commentText(value, token);
    const word =
      /^(gr[ea]ylisted|queued|deferred|delayed)(?=$|[\s,;:])(?: for)?(?: (\d{1,9}) ?(?:s|sec|seconds)\b)?/i.exec(
        comment,
      );
    const kind = WORDS.get(word?.[1]?.toLowerCase().replace('gra', 'gre') ?? '');
    if (kind === undefined) continue;
    return { kind, ...(word?.[2] !== undefined && { length: Number(word[2]) * 1000 }), evidence: comment };
  }
  return undefined;
}

const WORDS: ReadonlyMap<string, Waiting['kind']> = new Map([
  ['greylisted', 'greylisting'],
  ['queued', 'queueing'],
  ['deferred', 'deferral'],
  ['delayed', 'deferral'],
]);

const line = (field: Field): string => `${field.name}: ${cutTo(field.value.replace(/\s+/g, ' '), 200)}`;
const spanOf = ({ start, end }: Field): Span => ({ start, end });
