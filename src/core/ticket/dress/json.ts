import { isMailField } from '../../mail/header/headerStart.ts';
import { CoverWriter } from './cover.ts';
import { headOf, type Layer } from './layer.ts';

/** A string of the text: from behind its opening quotation mark to its closing one. */
interface Quoted {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
}

type Token = Quoted | { readonly kind: 'mark'; readonly mark: string; readonly start: number; readonly end: number };

const START = /^[ \t]{0,80}[[{("'](?:[^"']{0,40}["'])?|^[ \t]{0,80}"/;
/** What shows that a header stands in the next lines: a pair of name and value, a name as key, or a list of both. */
const SHOWS = new RegExp(
  [
    '["\'](?:name|headerName|key|header)["\']\\s{0,20}:\\s{0,20}["\'](?:Received|From|To|Date|Subject|[A-Za-z]{1,20}-[A-Za-z-]{1,60})["\']',
    '["\'](?:Received|Message-ID|MIME-Version|Return-Path|DKIM-Signature|Authentication-Results|Delivered-To|ARC-Seal|X-Received|Received-SPF)["\']\\s{0,20}[:,]\\s{0,20}(?:\\[\\s{0,20})?["\']',
    '["\'](?:headers?|rawHeaders?|raw_headers?|message-headers|internetHeaders|transportHeaders|PR_TRANSPORT_MESSAGE_HEADERS)["\']\\s{0,20}:\\s{0,20}["\'][A-Za-z][A-Za-z0-9-]{1,60}:',
  ].join('|'),
  'i',
);

/** A header in JSON: as Graph and the Gmail API give it, names as keys, a list of pairs, or a whole header as one string. */
export const json: Layer = (lines) => {
  if (!START.test(headOf(lines, 0))) return undefined;
  const { text } = lines;
  const shown = SHOWS.exec(text.slice(0, 4000));
  if (shown === null) return undefined;
  const writer = new CoverWriter();
  const end = readStructure(text, writer);
  if (writer.length === 0) return undefined;
  return writer.done(end >= text.length ? lines.count : lines.lineOf(end) + 1);
};

/** Writes the fields of the structure; gives where it ends. */
function readStructure(text: string, writer: CoverWriter): number {
  let depth = 0;
  let end = 0;
  let key: Quoted | undefined;
  let name: Quoted | undefined;
  let value: Quoted | undefined;
  let before: Token | undefined;
  let list: Quoted | undefined;
  let pair: Quoted | undefined;
  for (const token of tokensOf(text)) {
    if (token === undefined) break;
    if (token.kind === 'mark') {
      end = token.end;
      const { mark } = token;
      if ('[{('.includes(mark)) {
        depth++;
        if (mark === '[' || mark === '(') {
          list = before?.kind === 'mark' && before.mark === ':' ? key : undefined;
          pair = undefined;
        } else [name, value] = [undefined, undefined];
      } else if (']})'.includes(mark)) {
        depth--;
        list = undefined;
        if (mark === '}') [name, value] = [undefined, undefined];
        if (depth <= -4) break;
        if (depth === 0 && mark === ']' && writer.length > 0) break;
      } else if (mark === ':') key = before?.kind === 'string' ? before : undefined;
      before = token;
      continue;
    }
    end = token.end + 1;
    const behindColon = before?.kind === 'mark' && before.mark === ':';
    if (behindColon && key !== undefined) {
      const word = text.slice(key.start, key.end);
      if (/^(?:name|headerName|key|header|field)$/i.test(word)) name = token;
      else if (/^(?:value|headerValue|content|val)$/i.test(word)) value = token;
      else if (/headers?$/i.test(word) && /^[A-Za-z][\w.-]{0,70}:/.test(text.slice(token.start, token.start + 80)))
        writeString(text, token, writer, false);
      else if (isKey(word)) writeField(text, key, token, writer);
      if (name !== undefined && value !== undefined) {
        writeField(text, name, value, writer);
        [name, value] = [undefined, undefined];
      }
    } else if (list !== undefined) {
      if (isKey(text.slice(list.start, list.end))) writeField(text, list, token, writer);
    } else if (before?.kind === 'mark' && (before.mark === '[' || before.mark === '(')) pair = token;
    else if (before?.kind === 'mark' && before.mark === ',' && pair !== undefined) {
      writeField(text, pair, token, writer);
      pair = undefined;
    }
    before = token;
  }
  return end;
}

/** Keys of other things are in small letters. */
const isKey = (word: string): boolean =>
  /^[A-Za-z][\w.-]{1,70}$/.test(word) &&
  (/^[A-Z]/.test(word) || (word.includes('-') && !word.includes('_')) || (isMailField(word) && word.length > 4));

function* tokensOf(text: string): Iterable<Token | undefined> {
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '"' || c === "'") {
      const start = i + 1;
      for (i = start; i < text.length && text[i] !== c; i++) if (text[i] === '\\') i++;
      yield { kind: 'string', start, end: Math.min(i, text.length) };
    } else if ('[]{}():,'.includes(c)) yield { kind: 'mark', mark: c, start: i, end: i + 1 };
    else if (!/[\s\w.+-]/.test(c)) yield undefined;
  }
}

function writeField(text: string, name: Quoted, value: Quoted, writer: CoverWriter): void {
  const word = text.slice(name.start, name.end);
  if (!/^[A-Za-z][\w.-]{0,70}$/.test(word)) return;
  writer.keep(word, name.start);
  writer.add(': ', name.end);
  writeString(text, value, writer, true);
  writer.add('\n', value.end);
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g;

/** What a string says; a line break in the value of a field folds. */
function writeString(text: string, { start, end }: Quoted, writer: CoverWriter, folds: boolean): void {
  const written = text.slice(start, end);
  let at = 0;
  for (const match of written.matchAll(ESCAPE)) {
    writer.keep(written.slice(at, match.index), start + at);
    at = match.index + match[0].length;
    const code = match[1] ?? match[2];
    const character = code === undefined ? escaped(match[3] as string) : String.fromCharCode(Number.parseInt(code, 16));
    const folded = folds && (character === '\n' || character === '\r') ? ' ' : character;
    writer.keep(folded, start + match.index, match[0].length);
  }
  writer.keep(written.slice(at), start + at);
}

const escaped = (c: string): string =>
  c === 'n' ? '\n' : c === 'r' ? '\r' : c === 't' ? '\t' : c === 'b' || c === 'f' ? ' ' : c;
