import type { Command } from '../smtp/conversation.ts';
import type { Span } from '../text/span.ts';

/** A parameter of MAIL or RCPT (RFC 5321 4.1.2, esmtp-param). */
export interface Parameter extends Span {
  /** In capitals. */
  readonly name: string;
  readonly value: string;
}

/** The argument of MAIL or RCPT taken apart. */
export interface PathArgument {
  /** What stands between the angle brackets. */
  readonly path: Span;
  readonly parameters: readonly Parameter[];
}

const LIMIT = 4000;

/** The path and the parameters of a MAIL or RCPT command; undefined where no path in brackets stands. */
export function readPathArgument(text: string, command: Command): PathArgument | undefined {
  const { start } = command.argument;
  const limit = Math.min(command.argument.end, start + LIMIT);
  const open = indexIn(text, '<', start, limit);
  const close = open < 0 ? -1 : indexIn(text, '>', open, limit);
  if (close < 0) return undefined;
  const parameters: Parameter[] = [];
  for (let at = close + 1; at < limit; ) {
    if (isBlank(text, at)) {
      at++;
      continue;
    }
    const from = at;
    while (at < limit && !isBlank(text, at)) at++;
    const word = text.slice(from, at);
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    parameters.push({
      start: from,
      end: at,
      name: name.toUpperCase(),
      value: equals < 0 ? '' : word.slice(equals + 1),
    });
  }
  return { path: { start: open + 1, end: close }, parameters };
}

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Where `character` stands between two offsets, or -1; looks no further than the second. */
function indexIn(text: string, character: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text[at] === character) return at;
  return -1;
}

/** The words of an argument, at most eight of them. */
export function wordsOf(text: string, span: Span): readonly (Span & { readonly word: string })[] {
  const words: (Span & { word: string })[] = [];
  const limit = Math.min(span.end, span.start + LIMIT);
  for (let at = span.start; at < limit && words.length < 8; at++) {
    if (isBlank(text, at)) continue;
    const start = at;
    while (at < limit && !isBlank(text, at)) at++;
    words.push({ start, end: at, word: text.slice(start, at) });
  }
  return words;
}

/** How many octets a text has in UTF-8. */
export function octets(text: string, span: Span): number {
  let count = 0;
  for (let i = span.start; i < span.end; i++) {
    const c = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of its four octets.
    count += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
  }
  return count;
}
