import type { Lines } from '../text/lines.ts';
import type { Conversation } from './conversation.ts';
import { dialectAt } from './dialectAt.ts';
import { type Dialect, type Dialects, dialects as known } from './dialects/dialects.ts';
import { isRefusal } from './eventList.ts';
import { framesAt, isQuoted, isQuotedNotice, isTold } from './frames.ts';
import { type FoundConversation, GAP } from './gaps.ts';
import { findSaid, mayStart, REACH } from './glance.ts';
import { isReplyAt, looksLikeCommand } from './grammar.ts';
import { learn } from './learn.ts';
import { opensConnection } from './notes.ts';
import { packetsStart, readPackets } from './packets.ts';
import { startsProbe } from './probe/probeReport.ts';
import { readProbe } from './probe/readProbe.ts';
import { readBare, startsBare } from './readBare.ts';
import { readMarked } from './readMarked.ts';
import { Rows } from './rows.ts';
import { isOdd, sayPlainly } from './said.ts';

export interface ReadConversation {
  readonly conversation: Conversation;
  /** The line behind the last one that belongs to it. */
  readonly endLine: number;
}

/**
 * Reads the conversation that starts at `line`; undefined where none does. `line` is not blank. Of a tool whose lines
 * do not name their connection it is one connection, and the next one starts at the returned line or behind it.
 */
export function readConversation(
  lines: Lines,
  line: number,
  endLine: number,
  dialects: Dialects = known,
): ReadConversation | undefined {
  const found = findConversation(lines, line, endLine, { dialects, keeps: true });
  if (found?.list === undefined) return undefined;
  return { conversation: found.list.finish(found.dialect, found.span, found.probe), endLine: found.endLine };
}

/** Where `readConversation` finds a conversation, at less cost than reading what is in it. */
export const placeConversation = (lines: Lines, line: number, endLine: number): FoundConversation | undefined =>
  findConversation(lines, line, endLine, { dialects: known, keeps: false });

interface Search {
  readonly dialects: Dialects;
  /** Whether what is said is kept, or only where it ends is asked for. */
  readonly keeps: boolean;
}

function findConversation(lines: Lines, line: number, endLine: number, search: Search): FoundConversation | undefined {
  const text = lines.at(line);
  const plain = isOdd(text) ? sayPlainly(text, 0, text.length).text : text;
  if (!mayStart(text, search.dialects) && !(plain !== text && mayStart(plain, search.dialects))) return undefined;
  return readRows(new Rows(lines, endLine), line, FRAMES, search);
}

/** How many frames may stand around each other: nested quotes in a numbered list. */
const FRAMES = 6;

function readRows(rows: Rows, line: number, frames: number, search: Search): FoundConversation | undefined {
  const { dialects, keeps } = search;
  const text = rows.text(line);
  if (startsProbe(text)) return readProbe(rows, line, keeps);
  const packets = packetsStart(rows, line);
  if (packets !== undefined) return readPackets(packets, rows, line, keeps);
  const quoted = isQuoted(text);
  if (quoted && isQuotedNotice(rows, line)) return undefined;
  if (frames > 0 && FRAMED.test(text)) {
    for (const frame of framesAt(rows, line)) {
      const inner = rows.within(frame);
      const read = mayStart(inner.text(line), dialects) ? readRows(inner, line, frames - 1, search) : undefined;
      if (read?.hasEvents === true) return read;
    }
  }
  const opens = opensConnection(text.trim());
  const dialect =
    dialectAt(rows, line, dialects) ?? (opens || isReplyAt(text, 0) ? dialectBehind(rows, line, dialects) : undefined);
  const marked = dialect && readMarked(dialect, rows, line, keeps);
  if (marked !== undefined && (marked.hasEvents || !quoted)) return marked;
  if (isTold(rows, line)) return undefined;
  if (startsBare(rows, line, opens)) return readBare(rows, line, keeps);
  const learnt = learn(rows, line);
  if (learnt === undefined) return undefined;
  if (learnt.kind === 'dialect') return readMarked(learnt.dialect, rows, line, keeps);
  const inner = rows.within(learnt.frame);
  return startsBare(inner, line) ? readBare(inner, line, keeps, 'unknown') : undefined;
}

/** The dialect of the first thing that is said behind the notice of a connection. */
function dialectBehind(rows: Rows, line: number, dialects: Dialects): Dialect | undefined {
  for (let i = line + 1; i < Math.min(rows.limit, line + GAP) && rows.has(i); i++) {
    const text = rows.text(i);
    // What quotes a refusal behind another one is another mail.
    if (isQuoted(text) && isRefusal(rows.text(line))) return undefined;
    if (findSaid(text, 0, REACH, dialects.before) < 0) continue;
    const dialect = dialectAt(rows, i, dialects);
    if (dialect !== undefined) return dialect;
    if (looksLikeCommand(text.trim())) return undefined;
  }
  return undefined;
}

/** What a frame may start with. */
const FRAMED = /^[ \t>|\u2502\d*+\u2022\u00b7\u25cf\u25aa-]/;
