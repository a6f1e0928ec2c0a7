import type { Span } from '../../text/span.ts';
import { decodeEncodedWords } from './encodedWords.ts';

/** One mailbox of an address list (RFC 5322 3.4). Offsets count from the start of the value. */
export interface Mailbox extends Span {
  /** The display name, encoded words and quotation marks read; empty where none is written. */
  readonly name: string;
  readonly nameSpan?: Span;
  /** As written between the angles, or alone; may be no address at all. */
  readonly address: string;
  readonly addressSpan: Span;
  /** The name of the group that it stands in. */
  readonly group?: string;
}

/** More than this nobody reads one by one. */
const MOST = 2000;

/** The mailboxes of a value. Commas and colons in quotes, comments and angles do not count. */
export function readMailboxes(value: string): readonly Mailbox[] {
  const boxes: Mailbox[] = [];
  let group: string | undefined;
  for (const piece of cut(value)) {
    if (boxes.length >= MOST) break;
    if (piece.mark === ':') {
      group = nameOf(value, piece) || 'group';
      continue;
    }
    const box = mailboxOf(value, piece);
    const before = boxes.at(-1);
    if (box !== undefined && before !== undefined && isNameOf(before, box))
      boxes[boxes.length - 1] = {
        ...before,
        ...box,
        start: before.start,
        name: nameOf(value, before),
        nameSpan: before.addressSpan,
      };
    else if (box !== undefined) boxes.push(group === undefined ? box : { ...box, group });
    if (piece.mark === ';') group = undefined;
  }
  return boxes;
}

/** `"Contoso", <ann@fabrikam.test>`: a quoted string is no mailbox (RFC 5322 3.4), and readers show it as the name. */
const isNameOf = (before: Mailbox, { name, start, addressSpan }: Mailbox): boolean =>
  /^"[^"]*"$/.test(before.address) && before.name === '' && name === '' && addressSpan.start > start;

interface Piece extends Span {
  /** What ends it. */
  readonly mark: string;
}

function* cut(value: string): Iterable<Piece> {
  let start = 0;
  let depth = 0;
  let quoted = false;
  let angle = false;
  for (let i = 0; i < value.length; i++) {
    const c = value[i] as string;
    if (c === '\\') i++;
    else if (quoted) quoted = c !== '"';
    else if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (c === '"') quoted = !angle && value.indexOf('"', i + 1) > 0;
    else if (c === '<') angle = true;
    else if (c === '>') angle = false;
    else if (c === ',' || c === ';' || (c === ':' && !angle)) {
      if (angle && c !== ',') continue;
      // An unclosed angle ends with its mailbox.
      angle = false;
      yield { start, end: i, mark: c };
      start = i + 1;
    }
  }
  yield { start, end: value.length, mark: '' };
}

function mailboxOf(value: string, piece: Piece): Mailbox | undefined {
  const { start, end } = trimmed(value, piece);
  if (start >= end) return undefined;
  const written = value.slice(start, end);
  const open = written.lastIndexOf('<');
  if (open >= 0) {
    const close = written.indexOf('>', open);
    const addressSpan = { start: start + open + 1, end: close < 0 ? end : start + close };
    const nameSpan = trimmed(value, { start, end: start + open });
    return {
      start,
      end,
      name: nameOf(value, nameSpan),
      ...(nameSpan.start < nameSpan.end ? { nameSpan } : {}),
      address: value.slice(addressSpan.start, addressSpan.end).trim(),
      addressSpan,
    };
  }
  // RFC 5322 A.6.1: `address (name)`.
  const comment = /^([^\s()]{1,400})\s{0,20}\((.{0,400})\)$/s.exec(written);
  if (comment !== null) {
    const addressEnd = start + (comment[1] as string).length;
    const nameStart = end - (comment[2] as string).length - 1;
    return {
      start,
      end,
      name: decoded(comment[2] as string),
      nameSpan: { start: nameStart, end: end - 1 },
      address: comment[1] as string,
      addressSpan: { start, end: addressEnd },
    };
  }
  return { start, end, name: '', address: written, addressSpan: { start, end } };
}

function trimmed(value: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(value[from] as string)) from++;
  while (to > from && /\s/.test(value[to - 1] as string)) to--;
  return { start: from, end: to };
}

function nameOf(value: string, span: Span): string {
  const { start, end } = trimmed(value, span);
  const written = value.slice(start, end);
  const inner =
    written.startsWith('"') && written.endsWith('"') && written.length > 1
      ? written.slice(1, -1).replace(/\\(.)/gs, '$1')
      : written;
  return decoded(inner);
}

const decoded = (text: string): string => (decodeEncodedWords(text) ?? text).replace(/\s+/g, ' ').trim();
