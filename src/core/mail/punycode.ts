import { least } from '../text/lists.ts';

/** A label of a domain name in letters (RFC 3492, RFC 5891); undefined where `xn--` is followed by no such text. */
function decodeLabel(label: string): string | undefined {
  if (!/^xn--/i.test(label) || label.length > 63) return undefined;
  const written = label.slice(4).toLowerCase();
  const hyphen = written.lastIndexOf('-');
  const output = [...written.slice(0, Math.max(0, hyphen))];
  let n = 128;
  let bias = 72;
  let i = 0;
  for (let at = hyphen + 1; at < written.length; ) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(written.charCodeAt(at++));
      if (digit === undefined) return undefined;
      i += digit * weight;
      const threshold = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > 0x7fffffff || i > 0x7fffffff) return undefined;
    }
    bias = adapt(i - before, output.length + 1, before === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    // Control characters stand in no name (RFC 5892 2.6).
    if (n > 0x10ffff || n < 0xa0 || (n >= 0xd800 && n < 0xe000)) return undefined;
    output.splice(i++, 0, String.fromCodePoint(n));
  }
  return output.length === 0 ? undefined : output.join('');
}

/** A domain name with its `xn--` labels in letters; those that cannot be decoded stay. */
export const decodeDomain = (domain: string): string =>
  domain
    .slice(0, 255)
    .split('.')
    .map((label) => decodeLabel(label) ?? label)
    .join('.');

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;

function digitOf(c: number): number | undefined {
  if (c >= 0x61 && c <= 0x7a) return c - 0x61;
  return c >= 0x30 && c <= 0x39 ? c - 0x30 + 26 : undefined;
}

/** RFC 3492 6.1. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38));
}

/** A domain name with its labels of other letters than ASCII as `xn--` (RFC 3492 6.3), in small letters. */
export const encodeDomain = (domain: string): string =>
  domain
    .slice(0, 255)
    .toLowerCase()
    .normalize('NFC')
    .split('.')
    .map((label) => (/[^\0-\x7f]/.test(label) ? `xn--${encodeLabel([...label])}` : label))
    .join('.');

function encodeLabel(letters: readonly string[]): string {
  const points = letters.map((letter) => letter.codePointAt(0) as number);
  const basic = letters.filter((_, i) => (points[i] as number) < 128).join('');
  let output = basic === '' ? '' : `${basic}-`;
  let handled = basic.length;
  let n = 128;
  let delta = 0;
  let bias = 72;
  while (handled < points.length) {
    const next = least(points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      let q = delta;
      for (let k = BASE; ; k += BASE) {
        const threshold = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
        if (q < threshold) break;
        output += DIGITS[threshold + ((q - threshold) % (BASE - threshold))];
        q = Math.floor((q - threshold) / (BASE - threshold));
      }
      output += DIGITS[q];
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';
