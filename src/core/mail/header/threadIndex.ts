import { readBase64 } from '../../text/base64.ts';

/** A Thread-Index taken apart ([MS-OXOMSG] 2.2.1.3, PidTagConversationIndex). */
export interface ThreadIndex {
  /** When the conversation began, milliseconds since 1970, exact to 1.7 seconds or better. */
  readonly started: number;
  readonly guid: string;
  /** One for each answer or forward, oldest first. */
  readonly replies: readonly ThreadReply[];
  /** Whether bytes are left that make no whole block. */
  readonly cut: boolean;
}

export interface ThreadReply {
  /** Milliseconds since 1970, as exact as the block is. */
  readonly time: number;
}

const HEADER = 22;
const BLOCK = 5;
/** More than this no conversation has; the field is not to be read for ever. */
const MOST_REPLIES = 2000;

/** Milliseconds between 1601-01-01 and 1970-01-01. */
const FILETIME_EPOCH = 11_644_473_600_000n;

/** Undefined where the value is no base64 or shorter than a header block. */
export function readThreadIndex(value: string): ThreadIndex | undefined {
  const read = readBase64(value, { folded: true });
  // One that was cut off may end in the middle of an octet.
  if (read.wrong !== undefined && read.wrong < value.length) return undefined;
  const bytes = [...read.octets];
  if (bytes.length < HEADER) return undefined;
  if (bytes[0] !== 1) return undefined;
  // Exchange puts five bytes of the FILETIME behind the reserved one; with Outlook the reserved byte is its first, which
  // is 01 from 1829 to 2057. The older form cannot have a second 01.
  const asOutlook = bigEndian(bytes, 0, 6) << 16n;
  const start = bytes[1] === 1 ? bigEndian(bytes, 1, 6) << 24n : asOutlook;
  const replies: ThreadReply[] = [];
  // Each block holds the time since the one above it. Exchange counts from its own header read in Outlook's way, and the
  // block keeps no bit above the 54th, so the sum counts from there and is put back behind the start.
  let sum = asOutlook;
  const blocks = Math.floor((bytes.length - HEADER) / BLOCK);
  for (let i = 0; i < Math.min(blocks, MOST_REPLIES); i++) {
    const word = bigEndian(bytes, HEADER + i * BLOCK, HEADER + i * BLOCK + 4);
    // The first bit tells how coarse the other 31 are: 18 bits of the difference are left out, or 23.
    sum += (word & 0x7fffffffn) << (word >> 31n === 1n ? 23n : 18n);
    const since = start === asOutlook ? sum - start : (((sum - start) % WRAP) + WRAP) % WRAP;
    replies.push({ time: milliseconds(start + since) });
  }
  return {
    started: milliseconds(start),
    guid: guidOf(bytes.slice(6, HEADER), start !== asOutlook),
    replies,
    cut: (bytes.length - HEADER) % BLOCK !== 0,
  };
}

const WRAP = 1n << 54n;

function bigEndian(bytes: readonly number[], from: number, to: number): bigint {
  let value = 0n;
  for (let i = from; i < to; i++) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}

const milliseconds = (filetime: bigint): number => Number(filetime / 10_000n - FILETIME_EPOCH);

/** Outlook writes the first three fields as the specification has it, Exchange turns their bytes round. */
function guidOf(bytes: readonly number[], turned: boolean): string {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0'));
  const order = turned ? [3, 2, 1, 0, 5, 4, 7, 6] : [0, 1, 2, 3, 4, 5, 6, 7];
  const text = [...order, 8, 9, 10, 11, 12, 13, 14, 15].map((i) => hex[i]).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
