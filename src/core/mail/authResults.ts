import type { AuthResult, AuthResults, Field } from './message.ts';
import { type Token, tokens } from './tokens.ts';

/**
 * Reads Authentication-Results (RFC 8601 2.2) and ARC-Authentication-Results (RFC 8617 4.1.1, an `i=` tag in front).
 * Exchange Online leaves the authserv-id out and starts with the first result: the server is then unknown.
 */
export function readAuthResults(text: string, field: Field): AuthResults {
  const segments = cutSegments(text, [...tokens(text, field.valueSpan.start, field.valueSpan.end)]);
  const instance = field.name.toLowerCase().startsWith('arc-') ? instanceOf(segments[0] ?? []) : undefined;
  if (instance !== undefined) segments.shift();
  const server = serverOf(segments[0] ?? []);
  if (server !== undefined) segments.shift();
  const results = segments.map(resultOf).filter((result) => result !== undefined);
  return {
    field,
    header: field.name,
    ...(instance === undefined ? {} : { instance }),
    ...(server === undefined ? {} : { server }),
    results,
  };
}

/** The words between semicolons, comments left out. */
function cutSegments(text: string, all: readonly Token[]): string[][] {
  const segments: string[][] = [[]];
  for (const token of all) {
    if (token.kind === 'semicolon') segments.push([]);
    else if (token.kind === 'word') segments.at(-1)?.push(text.slice(token.start, token.end));
  }
  return segments;
}

function instanceOf(words: readonly string[]): number | undefined {
  const number = Number(/^i ?= ?(\d{1,2})$/.exec(words.slice(0, 4).join(' '))?.[1] ?? 0);
  return number >= 1 && number <= 50 ? number : undefined;
}

/** `authserv-id [version]`: one word, quoted or not, and no result. */
function serverOf(words: readonly string[]): string | undefined {
  const first = words[0];
  if (first === undefined || words[1]?.startsWith('=')) return undefined;
  const quoted = /^"((?:[^"\\]|\\.){0,500})"$/s.exec(first)?.[1];
  if (quoted !== undefined) return quoted;
  return first.includes('=') || first.toLowerCase() === 'none' ? undefined : first;
}

/** `method [/version] = result`, blanks allowed around every mark; `none` alone means that nothing was checked. */
function resultOf(words: readonly string[]): AuthResult | undefined {
  const match = /^([\w-]{1,60}) ?(?:\/ ?\d{1,10} ?)?= ?([\w-]{1,60})/.exec(words.slice(0, 5).join(' ').slice(0, 300));
  return match === null
    ? undefined
    : { method: (match[1] as string).toLowerCase(), result: (match[2] as string).toLowerCase() };
}
