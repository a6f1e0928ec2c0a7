/** RFC 1952 2.3: ten bytes, then what the flags announce. */
export function headerLength(file: Uint8Array): number {
  const flags = file[3] ?? 0;
  let at = 10;
  if ((flags & EXTRA) !== 0) at += 2 + (file[at] ?? 0) + 256 * (file[at + 1] ?? 0);
  if ((flags & NAME) !== 0) at = behindNul(file, at);
  if ((flags & COMMENT) !== 0) at = behindNul(file, at);
  return (flags & HEADER_CRC) === 0 ? at : at + 2;
}

const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

function behindNul(file: Uint8Array, from: number): number {
  const nul = file.indexOf(0, from);
  return nul < 0 ? file.length : nul + 1;
}
