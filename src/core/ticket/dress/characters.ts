import type { Lines } from '../../text/lines.ts';
import { type Cover, CoverWriter } from './cover.ts';
import { atMost, DECIDING, headOf, type Layer } from './layer.ts';

/** Blanks of web pages, and characters that nobody sees: zero-width spaces, marks of direction and of byte order. */
const ODD = /[\u00a0\u2007\u202f\u3000]|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]{1,20}/g;
const BLANK = /[\u00a0\u2007\u202f\u3000]/;
const CLASS = '[\\u00a0\\u2007\\u202f\\u3000\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]';
/**
 * Where no mailer writes them: in front of a line, around a colon that ends a name, inside Received, in folded lines, and
 * around an address that has no name beside it.
 */
const HIDDEN = '[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]';
const SHOWN = new RegExp(
  `^(?:[\\d.:)|>*#+\\t -]{0,12}${CLASS}|[!-9;-~]{1,70}${CLASS}{0,4}:${CLASS}|(?:X-)?Received:.{0,1000}${CLASS}|[ \\t].{0,1000}${HIDDEN}|(?:From|To|Sender|Return-Path|Delivered-To|Message-ID):\\s{0,3}${HIDDEN}{1,4}<?[\\w.+=-]{1,64}@)`,
  'i',
);

/** No-break spaces read as blanks, what nobody sees left out. */
export const characters: Layer = (lines) => {
  const count = atMost(lines, DECIDING);
  for (let i = 0; i < count; i++) {
    const line = headOf(lines, i, 1200);
    if (line.trim() === '' && !SHOWN.test(line)) break;
    if (SHOWN.test(line)) return plainCharacters(lines);
  }
  return undefined;
};

function plainCharacters(lines: Lines): Cover {
  const writer = new CoverWriter();
  let at = 0;
  for (const match of lines.text.matchAll(ODD)) {
    writer.keep(lines.text.slice(at, match.index), at);
    if (BLANK.test(match[0])) writer.keep(' ', match.index);
    at = match.index + match[0].length;
  }
  writer.keep(lines.text.slice(at), at);
  return writer.done(lines.count);
}
