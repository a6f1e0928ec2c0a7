import { append } from '../../../core/text/lists.ts';

/**
 * A domain name is a row of labels of any octets. In text it is written as zone files do (RFC 1035 5.1), as BIND prints
 * it: a dot or another special character inside a label behind a backslash, what is no printable ASCII as `\DDD`.
 */

const SPECIAL: ReadonlySet<number> = new Set(Buffer.from('".();@$\\'));

/** RFC 1035 2.3.4. */
const LABEL_OCTETS = 63;
const NAME_OCTETS = 255;
/** A name of 255 octets has no more labels, so a name that anybody wrote has no more pointers. */
const MOST_POINTERS = 127;

export interface NameInMessage {
  /** With the final dot; the root is `.`. */
  readonly name: string;
  /** The offset behind the name. */
  readonly end: number;
}

/** What pointers lead to in a message, by its offset: a message that repeats a name holds it once. */
const suffixes = new WeakMap<Buffer, Map<number, Suffix>>();

interface Suffix {
  /** With the final dot. */
  readonly name: string;
  readonly octets: number;
}

/** The name at `start`, followed through its compression (RFC 1035 4.1.4); undefined where none can stand there. */
export function readName(message: Buffer, start: number): NameInMessage | undefined {
  const labels: string[] = [];
  let octets = 0;
  for (let at = start; ; ) {
    const length = message[at];
    if (length === undefined) return undefined;
    if (length === 0) return { name: `${labels.join('.')}.`, end: at + 1 };
    if (length >= 0xc0) {
      const low = message[at + 1];
      // A pointer may only lead back, so a loop cannot be.
      const target = ((length & 0x3f) << 8) | (low ?? 0);
      const suffix = low === undefined || target >= start ? undefined : suffixAt(message, target);
      if (suffix === undefined || octets + suffix.octets > NAME_OCTETS) return undefined;
      const name = suffix.name === '.' && labels.length > 0 ? '' : suffix.name;
      return { name: labels.length === 0 ? name : `${labels.join('.')}.${name}`, end: at + 2 };
    }
    octets += length + 1;
    if (length > LABEL_OCTETS || octets >= NAME_OCTETS || at + 1 + length > message.length) return undefined;
    labels.push(writeOctets(message.subarray(at + 1, at + 1 + length), isPlain, SPECIAL));
    at += 1 + length;
  }
}

/** What stands at an offset that a pointer leads to; undefined where that is no end of a name. */
function suffixAt(message: Buffer, start: number): Suffix | undefined {
  const known = suffixes.get(message) ?? new Map<number, Suffix>();
  suffixes.set(message, known);
  const before = known.get(start);
  if (before !== undefined) return before;
  const labels: string[] = [];
  let octets = 1;
  let lowest = start;
  let pointers = 0;
  for (let at = start; ; ) {
    const length = message[at];
    if (length === undefined) return undefined;
    if (length === 0) break;
    if (length >= 0xc0) {
      const low = message[at + 1];
      if (low === undefined) return undefined;
      at = ((length & 0x3f) << 8) | low;
      if (at >= lowest || ++pointers >= MOST_POINTERS) return undefined;
      lowest = at;
      continue;
    }
    octets += length + 1;
    if (length > LABEL_OCTETS || octets > NAME_OCTETS || at + 1 + length > message.length) return undefined;
    labels.push(writeOctets(message.subarray(at + 1, at + 1 + length), isPlain, SPECIAL));
    at += 1 + length;
  }
  const suffix = { name: `${labels.join('.')}.`, octets };
  known.set(start, suffix);
  return suffix;
}

/** A name as it would come back: what need not be escaped is not, and the final dot is there. */
export function canonicalName(name: string): string | undefined {
  const octets = writeName(name);
  return octets === undefined ? undefined : readName(octets, 0)?.name;
}

/** Room for what one message can hold, each octet as four characters. */
const SCRATCH = Buffer.allocUnsafe(4 * 0x1_0000);

const isPlain = (octet: number): boolean => octet > 0x20 && octet < 0x7f;

/**
 * Octets as zone files write them (RFC 1035 5.1): special ones behind a backslash, what is not plain as `\DDD`. Put together
 * in one piece of memory that is used again, because a string that grows letter by letter takes 30 times its length, and
 * memory of its own for each is given back late.
 */
export function writeOctets(octets: Buffer, isPlain: (octet: number) => boolean, special: ReadonlySet<number>): string {
  const text = 4 * octets.length <= SCRATCH.length ? SCRATCH : Buffer.allocUnsafe(4 * octets.length);
  let at = 0;
  for (const octet of octets) {
    if (isPlain(octet)) {
      if (special.has(octet)) text[at++] = BACKSLASH;
      text[at++] = octet;
    } else {
      text[at++] = BACKSLASH;
      text[at++] = ZERO + Math.floor(octet / 100);
      text[at++] = ZERO + (Math.floor(octet / 10) % 10);
      text[at++] = ZERO + (octet % 10);
    }
  }
  return text.toString('latin1', 0, at);
}

const BACKSLASH = 0x5c;
const ZERO = 0x30;

/** The octets of a name in text, with or without its final dot; undefined where no message can hold it. */
export function writeName(name: string): Buffer | undefined {
  if (name.length > 4 * NAME_OCTETS) return undefined;
  const labels: Buffer[] = [];
  for (const label of splitName(name)) {
    const octets = readLabel(label);
    if (octets === undefined || octets.length === 0 || octets.length > LABEL_OCTETS) return undefined;
    labels.push(Buffer.from([octets.length]), octets);
  }
  const bytes = Buffer.concat([...labels, Buffer.from([0])]);
  return bytes.length > NAME_OCTETS ? undefined : bytes;
}

/** The labels of a name in text, still escaped; none for the root. */
export function splitName(name: string): readonly string[] {
  const labels: string[] = [];
  let label = '';
  for (let i = 0; i < name.length; i++) {
    const char = name.charAt(i);
    if (char === '\\') label += char + name.charAt(++i);
    else if (char !== '.') label += char;
    else {
      labels.push(label);
      label = '';
    }
  }
  if (label !== '') labels.push(label);
  return labels.length === 1 && labels[0] === '' ? [] : labels;
}

function readLabel(label: string): Buffer | undefined {
  const octets: number[] = [];
  for (let i = 0; i < label.length; i++) {
    if (label.charAt(i) !== '\\') {
      append(octets, Buffer.from(label.charAt(i)));
      continue;
    }
    const code = /^\d{3}/.exec(label.slice(i + 1, i + 4))?.[0];
    if (code !== undefined) {
      if (Number(code) > 255) return undefined;
      octets.push(Number(code));
      i += 3;
    } else {
      append(octets, Buffer.from(label.charAt(++i)));
    }
  }
  return Buffer.from(octets);
}
