import type { Span } from '../text/span.ts';
import { Assembler } from './assembler.ts';
import { EventList } from './eventList.ts';
import { type FoundConversation, GAP } from './gaps.ts';
import { type Side, sideOf } from './grammar.ts';
import { hexLines } from './hexRows.ts';
import { opensConnection } from './notes.ts';
import { isPacketHead, type PacketHead, type PacketStyle, packetHead, packetStyles } from './packetStyles.ts';
import type { Rows } from './rows.ts';
import { offsetOf, partOf, type Said } from './said.ts';
import type { Spoken } from './spoken.ts';

/** Dumps: a head that says which way a packet went, then its text or its bytes in rows. */

/** How many rows of a packet are looked at to see what it is. */
const PREVIEW = 30;

/** The style of dump that starts here, told by a head and by SMTP in what follows it. */
export function packetsStart(rows: Rows, line: number): PacketStyle | undefined {
  const text = rows.text(line);
  if (!isPacketHead(text)) return undefined;
  for (const style of packetStyles) {
    if (style.start?.test(text) === true) return style;
    const head = packetHead(style, text);
    if (head === undefined) continue;
    for (let i = line, packets = 0; i < Math.min(rows.limit, line + GAP) && packets < 4; i++) {
      const next = packetHead(style, rows.text(i));
      if (next === undefined) continue;
      packets++;
      const { said } = readPacket(style, rows, i, next, PREVIEW);
      if (style.plainHead === true && !fills(said, next.length ?? 0)) continue;
      if (said.some(({ text: words }) => sideOf(words.slice(0, 2100)) !== undefined)) return style;
    }
  }
  return undefined;
}

/** A number alone on its line may be anything, such as the code of a reply: as a length it is as long as what follows. */
const fills = (said: readonly Said[], length: number): boolean =>
  said.length >= PREVIEW || said.reduce((octets, { text }) => octets + text.length + 2, 0) >= length;

export function readPackets(style: PacketStyle, rows: Rows, first: number, keeps: boolean): FoundConversation {
  const list = keeps ? new EventList() : undefined;
  const assembler = new Assembler(list);
  const sides = new Map<string, Side>();
  /** Lines beside the packets, which belong to the dump when more of it follows. */
  const beside: Span[] = [];
  let end = first;
  for (let i = first; i < rows.limit && i - end <= GAP && rows.has(i); ) {
    const text = rows.text(i);
    const head = packetHead(style, text);
    if (head === undefined) {
      if (assembler.hasEvents && (opensConnection(text) || style.start?.test(text) === true)) break;
      if (text.trim() !== '') beside.push({ start: offsetOf(rows.at(i), 0), end: rows.lines.end(i) });
      if (style.note.test(text)) {
        end = i + 1;
        for (const span of beside.splice(0)) assembler.note(span);
      }
      i++;
      continue;
    }
    const { said, endLine } = readPacket(style, rows, i, head);
    const side = sideOfPacket(said, head, sides);
    const opening = said[0];
    const { time, connection } = head;
    const spoken = (words: Said): Spoken => ({
      said: words,
      from: 0,
      to: words.text.length,
      side,
      certainty: 'marked',
      time,
      connection,
    });
    if (
      opening !== undefined &&
      assembler.hasEvents &&
      assembler.startsAnother({ ...spoken(opening), connection: undefined })
    )
      break;
    for (const span of beside.splice(0)) assembler.note(span);
    for (const words of said) {
      if (side === 'server' && words.text.trim() === '') continue;
      if (side === 'client' && words.text === '' && assembler.expects !== 'data') continue;
      assembler.speak(spoken(words));
    }
    i = endOfCopy(rows, said, endLine);
    end = i;
  }
  const endLine = Math.max(end, first + 1);
  const span = { start: rows.lines.start(first), end: rows.lines.next(endLine - 1) };
  return { dialect: style.name, span, endLine, hasEvents: assembler.hasEvents, holds: assembler.holds, list };
}

/** Behind a dump the same lines may stand once more, as they went through the tool. */
function endOfCopy(rows: Rows, said: readonly Said[], line: number): number {
  let i = line;
  while (i - line < said.length && i < rows.limit && rows.text(i) === said[i - line]?.text && rows.text(i) !== '') i++;
  return i - line === said.length ? i : line;
}

/** What is said decides where the marks mean either; each mark keeps its meaning in the connection. */
function sideOfPacket(said: readonly Said[], head: PacketHead, sides: Map<string, Side>): Side {
  const key = `${head.connection ?? ''} ${head.mark}`;
  const known = sides.get(key);
  if (known !== undefined) return known;
  const told = sideOf((said[0]?.text ?? '').slice(0, 2100)) ?? head.side;
  if (said.length > 0) {
    sides.set(key, told);
    for (const other of head.others)
      sides.set(`${head.connection ?? ''} ${other}`, told === 'client' ? 'server' : 'client');
  }
  return told;
}

/** The lines of text in one packet. */
function readPacket(
  style: PacketStyle,
  rows: Rows,
  line: number,
  head: PacketHead,
  most = Number.MAX_SAFE_INTEGER,
): { said: Said[]; endLine: number } {
  if (head.skip === true) return { said: [], endLine: line + 1 };
  const hex = hexLines(rows, line + (head.inline === true ? 0 : 1), head, most);
  if (hex !== undefined) return hex;
  const said: Said[] = [];
  let left = head.length ?? Number.MAX_SAFE_INTEGER;
  let i = line + 1;
  for (; i < rows.limit && left > 0 && i - line <= most && rows.has(i); i++) {
    const row = rows.at(i);
    if (packetHead(style, row.text) !== undefined && (style.plainHead !== true || rows.text(i - 1).trim() === ''))
      break;
    if (style.row === undefined) {
      const to = row.text.endsWith('\\r') ? row.text.length - 2 : row.text.length;
      said.push(partOf(row, 0, to));
      left -= to + 2;
      if (head.length === undefined && row.text === '') break;
      continue;
    }
    const match = style.row.exec(row.text);
    if (match === null) break;
    said.push(partOf(row, match[0].length, row.text.length));
  }
  return { said, endLine: i };
}
