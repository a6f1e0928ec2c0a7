import { fieldNamed } from './header/fields.ts';
import type { Part } from './message.ts';

/** How large a part is. */
export interface PartSize {
  readonly octets: number;
  /** Whether the encoding is taken off (RFC 2045 6). */
  readonly decoded: boolean;
}

/** The Content-Transfer-Encoding of a part in small letters; `7bit` where nothing is stated (RFC 2045 6.1). */
export const encodingOf = (part: Part): string =>
  fieldNamed(part.fields, 'content-transfer-encoding')?.value.toLowerCase() || '7bit';

/** A leaf whose body is base64 or uuencoded: nobody reads it. */
export const isEncoded = (part: Part): boolean =>
  part.parts.length === 0 &&
  part.message === undefined &&
  /^(?:base64|(?:x-)?uu(?:encode|e)?|x-uuencode)$/.test(encodingOf(part));

/**
 * The size of a part without reading it: base64 is taken to have lines of one length (RFC 2045 6.8), anything else is as
 * long as it is written.
 */
export function partSize(text: string, part: Part): PartSize {
  const { start, end } = part.body;
  if (encodingOf(part) !== 'base64') return { octets: Math.max(0, end - start), decoded: false };
  const lf = text.indexOf('\n', start);
  const lineEnd = lf < 0 || lf >= end ? end : lf + 1;
  const breaks = lineEnd === end ? 0 : text.charCodeAt(lineEnd - 2) === 13 ? 2 : 1;
  let last = end;
  while (last > start && text.charCodeAt(last - 1) <= 32) last--;
  const lines = Math.ceil((last - start) / Math.max(1, lineEnd - start));
  let characters = last - start - Math.max(0, lines - 1) * breaks;
  for (let i = 1; i <= 2 && text[last - i] === '='; i++) characters--;
  return { octets: Math.max(0, Math.floor((characters * 3) / 4)), decoded: true };
}

/** `512 bytes`, `12 kB`, `3.4 MB` */
export function formatSize(octets: number): string {
  if (octets < 1000) return octets === 1 ? '1 byte' : `${octets} bytes`;
  const [amount, unit] = octets < 999_500 ? [octets / 1000, 'kB'] : [octets / 1_000_000, 'MB'];
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
