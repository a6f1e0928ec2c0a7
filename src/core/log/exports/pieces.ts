import { append } from '../../text/lists.ts';
import type { Span } from '../../text/span.ts';
import { exportSlot } from './fieldMap.ts';
import { tableIn } from './jsonTable.ts';
import { type JsonField, jsonFields, type Member, membersOf, skipBlank } from './jsonText.ts';
import { lineIn } from './record.ts';

/** What of a document tells of one delivery. */
export interface Piece extends Span {
  /** The object that it is of. */
  readonly own: Span;
  /** Parts of the object that speak of other deliveries. */
  readonly others: readonly Span[];
  /** The names of its values, where it is a row of a table. */
  readonly columns?: readonly string[];
}

/** How deep objects are opened in search of those that tell something. */
const DEEP = 8;
/** Characters of an object whose own fields are looked at. */
const WIDTH = 65_536;

/** The deliveries of which a document of JSON tells, in order; the document itself where nothing in it is known. */
export function piecesOf(text: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  explode(text, start, end, DEEP, pieces);
  return pieces;
}

function explode(text: string, start: number, end: number, depth: number, pieces: Piece[]): void {
  if (depth === 0) return;
  if (text[start] === '[') {
    if (isLineOfLog(text, start, end)) pieces.push({ start, end, own: { start, end }, others: [] });
    else
      for (const member of membersOf(text, start, end)) {
        if (isOpen(text, member)) explode(text, member.start, member.end, depth - 1, pieces);
      }
    return;
  }
  const table = tableIn(text, start, end);
  if (table !== undefined) {
    for (const { start: from, end: to } of membersOf(text, table.rows.start, table.rows.end))
      pieces.push({ start: from, end: to, own: { start: from, end: to }, others: [], columns: table.columns });
    return;
  }
  const lists: Member[] = [];
  listsIn(text, start, end, 4, lists);
  const flat = flatFields(text, start, end, lists);
  const people = lists.find(
    ({ name }) => exportSlot(name)?.endsWith('ecipient') === true || /recipients?$|destination/i.test(name),
  );
  if (isEvent(flat, people !== undefined)) {
    append(pieces, ofRecipients(text, { start, end }, people));
    return;
  }
  for (const member of membersOf(text, start, end)) {
    if (isOpen(text, member)) explode(text, member.start, member.end, depth - 1, pieces);
  }
}

const isOpen = (text: string, { start }: Span): boolean => text[start] === '{' || text[start] === '[';

/** A time and a line, as Loki gives them. */
function isLineOfLog(text: string, start: number, end: number): boolean {
  if (end - start > WIDTH || text[skipBlank(text, start + 1)] !== '"') return false;
  const fields = jsonFields({ start, end, text: text.slice(start, end) });
  return fields.length <= 4 && lineIn(fields) !== undefined;
}

/** Arrays of objects or of arrays in an object, those of its inner objects too. */
function listsIn(text: string, start: number, end: number, depth: number, lists: Member[]): void {
  for (const member of membersOf(text, start, end)) {
    if (text[member.start] === '[') {
      const inner = text[skipBlank(text, member.start + 1)];
      if (inner === '{' || inner === '[') lists.push(member);
    } else if (text[member.start] === '{' && depth > 0) listsIn(text, member.start, member.end, depth - 1, lists);
  }
}

/** The fields of an object, without those of lists of objects in it. */
function flatFields(text: string, start: number, end: number, lists: readonly Member[]): readonly JsonField[] {
  let flat = '';
  let at = start;
  for (const list of lists) {
    flat += `${text.slice(at, list.start)}[]`;
    at = list.end;
    if (flat.length > WIDTH) break;
  }
  if (flat.length < WIDTH) flat += text.slice(at, Math.min(end, at + WIDTH));
  return jsonFields({ start: 0, end: flat.length, text: flat });
}

const WHOM: ReadonlySet<string | undefined> = new Set([
  'server',
  'recipient',
  'weakRecipient',
  'sender',
  'weakSender',
  'messageId',
  'queueId',
]);
const WHAT: ReadonlySet<string | undefined> = new Set([
  'status',
  'weakStatus',
  'reply',
  'code',
  'enhanced',
  'weakReply',
]);

function isEvent(flat: readonly JsonField[], hasPeople: boolean): boolean {
  if (lineIn(flat) !== undefined) return true;
  let whom = false;
  let what = hasPeople;
  for (const { name, under, value } of flat) {
    const slot = exportSlot(name, under);
    if (name === 'required_score') return true;
    const mayHold = slot === undefined || slot === 'weakReply';
    if (mayHold && /^\s{0,20}\{\s{0,20}"/.test(value.text) && value.text.includes('@')) return true;
    whom ||= WHOM.has(slot) && (value.text.includes('@') || slot === 'queueId' || slot === 'server');
    what ||= WHAT.has(slot);
  }
  return whom && what;
}

/** One piece for each recipient that an object lists; together they cover it. */
function ofRecipients(text: string, own: Span, people: Member | undefined): readonly Piece[] {
  const list: Span[] = [];
  if (people !== undefined) {
    for (const member of membersOf(text, people.start, people.end)) list.push(member);
  }
  if (list.length < 2) return [{ ...own, own, others: [] }];
  return list.map((one, i) => ({
    start: i === 0 ? own.start : (list[i - 1] as Span).end,
    end: i === list.length - 1 ? own.end : (list[i] as Span).end,
    own,
    // What stands in front of it in the list, and behind it.
    others: [
      { start: (list[0] as Span).start, end: one.start },
      { start: one.end, end: (list.at(-1) as Span).end },
    ].filter(({ start, end }) => end > start),
  }));
}
