import { gunzipSync, inflateRawSync } from 'node:zlib';
import { headerLength } from './gzipHeader.ts';

export type Gunzipped =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Bytes behind the last member that are no blanks. */
      readonly left: number;
    }
  | { readonly ok: false; readonly problem: 'size' | 'broken' };

/** Members of a file; one that was made in blocks of 64 KiB has fewer for the largest report, and each takes time. */
const MOST_MEMBERS = 400;

/**
 * The members of a gzip file one behind another (RFC 1952 2.2). Node alone takes what a mailer left behind them, such as
 * CR LF, for a broken member. `largest` bounds what all of them unpack to; a file of
 * more members than any report has is refused too.
 */
export function gunzip(file: Uint8Array, largest: number): Gunzipped {
  const members: Uint8Array[] = [];
  let room = largest;
  let rest = file;
  while (rest[0] === 0x1f && rest[1] === 0x8b) {
    if (members.length === MOST_MEMBERS) return { ok: false, problem: 'size' };
    const member = firstMember(rest, room);
    if (!member.ok) {
      if (members.length === 0 || member.problem === 'size') return member;
      break;
    }
    members.push(member.bytes);
    room -= member.bytes.length;
    rest = rest.subarray(member.length);
  }
  if (members.length === 0) return { ok: false, problem: 'broken' };
  return { ok: true, bytes: Buffer.concat(members), left: rest.filter((byte) => !BLANKS.has(byte)).length };
}

/** NUL, which pads a tape, and what ends a line. */
const BLANKS: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20]);

type Member =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly length: number }
  | { readonly ok: false; readonly problem: 'size' | 'broken' };

function firstMember(file: Uint8Array, room: number): Member {
  const header = headerLength(file);
  try {
    // With `info` an object is given, which the types do not know.
    const { engine } = inflateRawSync(file.subarray(header), {
      maxOutputLength: Math.max(1, room),
      info: true,
    }) as unknown as { readonly engine: { readonly bytesWritten: number } };
    // RFC 1952 2.3.1: CRC32 and ISIZE, four bytes each, which the second reading checks.
    const length = header + engine.bytesWritten + 8;
    return { ok: true, bytes: gunzipSync(file.subarray(0, length), { maxOutputLength: Math.max(1, room) }), length };
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, problem: tooLarge ? 'size' : 'broken' };
  }
}
