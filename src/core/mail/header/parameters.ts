import { decodeEncodedWords, decodePercent } from './encodedWords.ts';

/** A field body such as `text/plain; charset=utf-8` (RFC 2045 5.1, RFC 2183 2), names and the value in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Reads value and parameters; continuations and charsets by RFC 2231, encoded words inside quotes (which RFC 2047 5
 * forbids and mailers write) decoded too. A parameter whose bytes are no text keeps them as written.
 */
export function readStructured(body: string): Structured {
  const raw = new Map<string, string>();
  const pieces = cutAtSemicolons(body);
  for (const piece of pieces.slice(1, MOST_PARAMETERS)) {
    const equals = piece.indexOf('=');
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (name !== '' && !raw.has(name)) raw.set(name, piece.slice(equals + 1).trim());
  }
  return { value: (pieces[0] as string).trim().toLowerCase(), parameters: joinContinuations(raw) };
}

const MOST_PARAMETERS = 200;

/** Cut outside quotes, comments left out (RFC 2045 5.1 allows them anywhere). */
function cutAtSemicolons(body: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < body.length; i++) {
    const c = body[i] as string;
    if (c === '\\' && (quoted || depth > 0)) {
      if (depth === 0) piece += c + (body[i + 1] ?? '');
      i++;
    } else if (quoted) {
      if (c === '"') quoted = false;
      piece += c;
    } else if (c === '(') depth++;
    else if (c === ')' && depth > 0) depth--;
    else if (depth === 0) {
      if (c === ';') {
        pieces.push(piece);
        piece = '';
      } else {
        if (c === '"') quoted = true;
        piece += c;
      }
    }
  }
  return [...pieces, piece];
}

interface Section {
  readonly number: number;
  readonly extended: boolean;
  readonly text: string;
}

/** RFC 2231 3 and 4.1: `name*0*=charset'language'text; name*1=more`. */
function joinContinuations(raw: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  const sections = new Map<string, Section[]>();
  for (const [name, written] of raw) {
    const match = /^([^*]{1,100})\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    const text = unquote(written);
    if (match === null) {
      joined.set(name, decodeEncodedWords(text) ?? text);
      continue;
    }
    const list = sections.get(match[1] as string) ?? [];
    list.push({ number: Number(match[2] ?? 0), extended: match[2] === undefined || match[3] === '*', text });
    sections.set(match[1] as string, list);
  }
  for (const [name, list] of sections) joined.set(name, joinSections(list));
  return joined;
}

function joinSections(list: readonly Section[]): string {
  const sorted = list.toSorted((a, b) => a.number - b.number);
  const [first] = sorted;
  const [, charset = '', head] = (first?.extended && /^([^']{0,60})'[^']{0,60}'(.*)$/s.exec(first.text)) || [];
  let text = '';
  // Bytes of one character may lie on both sides of a cut, so neighbours are decoded together.
  let encoded = '';
  const flush = (): void => {
    text += decodePercent(encoded, charset) ?? encoded;
    encoded = '';
  };
  for (const [i, section] of sorted.entries()) {
    if (i !== section.number) break;
    const own = (i === 0 ? head : undefined) ?? section.text;
    if (section.extended) encoded += own;
    else {
      flush();
      text += own;
    }
  }
  flush();
  return text;
}

/** A string without its quotation marks, the last of which may be cut off, and without its backslashes (RFC 5322 3.2.4). */
export const unquote = (text: string): string =>
  text.startsWith('"')
    ? text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined).replace(/\\(.)/gs, '$1')
    : text;
