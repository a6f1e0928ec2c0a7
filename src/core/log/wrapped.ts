import type { Lines } from '../text/lines.ts';

/** Characters of an entry that are looked at to see whether the next line carries it on. */
const WIDTH = 4000;
/** A shorter line was not broken for its length. */
const BROKEN = 45;

/** Whether line `next` goes on with what the lines from `first` on say: something is open, or the break is one of width. */
export function carriesOn(lines: Lines, first: number, next: number): boolean {
  const { text } = lines;
  const words = text.slice(behindQuotes(text, lines.start(next)), lines.end(next));
  if (words.trim() === '' || STANDS_ALONE.test(words)) return false;
  if (GOES_ON.test(words)) return true;
  const before = text.slice(Math.max(lines.start(first), lines.end(next - 1) - WIDTH), lines.end(next - 1)).trimEnd();
  if (EXPECTS_MORE.test(before) || isOpen(before)) return true;
  const widthOf = (line: number): number => lines.end(line) - lines.start(line);
  const last = widthOf(next - 1);
  const isEdge = EDGES.has(last) && !COMPLETE.test(before);
  if (last >= BROKEN && last === widthOf(first) && (isEdge || next - first > 1 || widthOf(next) === last)) {
    return true;
  }
  return last >= BROKEN && last <= 140 && !TOLD.test(before) && /^(?:\p{Ll}|[245]\.\d{1,3}\.\d)/u.test(words);
}

/** The end of a quotation, a heading, a command, the sign that something was left out, what swaks and smtplib say of a session. */
const STANDS_ALONE =
  /^(?:\x60{3}|~{3}|-{2,}|={3}|\.{3}|\[\.|#|\$ |On .{5,80} wrote:|<[-~*]{1,2}[ *]|[-~]> |(?:send|reply|connect|data): (?:b?['"]|\())/;
/** What closes the last thing that an entry says: a line that is as wide as a terminal by chance. */
/** A name with a time or a number, which a mail program breaks in front of, and a remark that is closed. */
const TOLD = /(?:\)|=[\d./:]{1,20}s?)$/;
const COMPLETE = /(?:[)\]}>]|=[\d./:]{1,20}s?)$/;
/** A name with its value, a bracket that closes what was opened above, the time of a stamp whose day stands above. */
const GOES_ON =
  /^(?:\d\d:\d\d:\d\d \S|[a-z][\w.-]{1,30}=\S|[RTHSPXCF]=\S|defer \(-?\d|\[[\d.:a-fA-F]{3,45}\]:|[)\]}>,;]|\(in reply to )/;
const EXPECTS_MORE = /[,;:=(<[{]$|\b(?:for|to|from|said|by|with|of)$/;

/** Whether a bracket or a quotation mark is open. */
function isOpen(words: string): boolean {
  let round = 0;
  let quotes = 0;
  for (const c of words) {
    if (c === '(') round++;
    else if (c === ')' && round > 0) round--;
    else if (c === '"') quotes++;
  }
  return round > 0 || quotes % 2 === 1 || /<[^<>\s]{1,100}$/.test(words);
}

function behindQuotes(text: string, start: number): number {
  let at = start;
  while (/[ \t>|\u2502]/.test(text.charAt(at))) at++;
  return at;
}

const ESCAPE = String.fromCharCode(27);
const ODD = new RegExp(`[\\r\\n${ESCAPE}]| {20}|&(?:lt|gt|amp|quot|#\\d\\d);`);
const UNDO = new RegExp(
  `${ESCAPE}\\[[\\d;]{0,20}[A-Za-z]| {20,400}|&(?:lt|gt|amp|quot|#3[49]|#6[02]);|[ \\t]{0,8}\\r?[\\r\\n][ \\t>|\\u2502]{0,20}`,
  'g',
);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&#60;', '<'],
  ['&#62;', '>'],
]);

/** An entry as its program wrote it, and where each character of it stands; undefined where it stands there just so. */
export interface Restored {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** Undoes what a terminal, a mail program or a page did to an entry: breaks of lines, padding, colours, entities. */
export function restored(text: string, start: number, end: number): Restored | undefined {
  const raw = text.slice(start, end);
  if (!ODD.test(raw)) return undefined;
  const hard = brokenAnywhere(raw);
  const offsets = new Uint32Array(raw.length + 1);
  let said = '';
  let from = 0;
  const keep = (to: number): void => {
    for (let i = from; i < to; i++) offsets[said.length + i - from] = start + i;
    said += raw.slice(from, to);
  };
  for (const match of raw.matchAll(UNDO)) {
    keep(match.index);
    const stand = standIn(match[0], said, hard);
    for (let i = 0; i < stand.length; i++) offsets[said.length + i] = start + match.index;
    said += stand;
    from = match.index + match[0].length;
  }
  keep(raw.length);
  offsets[said.length] = end;
  return { text: said, offsets };
}

function standIn(what: string, said: string, hard: boolean): string {
  if (what.startsWith('&')) return ENTITIES.get(what) ?? what;
  if (!/[\r\n]/.test(what)) return '';
  if (!hard) return /<[^<>\s]{0,100}$/.test(said) ? '' : ' ';
  // A terminal breaks a line wherever it is full: blanks there are part of what was said, as the one that comes next.
  return /^[ \t]+|(?<=\n) $/.exec(what)?.[0] ?? '';
}

/** Whether lines were cut at the edge of a terminal, in the middle of words: all but the last are of one length. */
function brokenAnywhere(raw: string): boolean {
  const lengths = raw
    .split(/\r?\n/)
    .slice(0, -1)
    .map((line) => line.length);
  const [width = 0] = lengths;
  if (width < BROKEN || lengths.some((length) => length !== width)) return false;
  return lengths.length > 1 || EDGES.has(width);
}

/** Widths of terminals in columns. */
const EDGES: ReadonlySet<number> = new Set([80, 100, 120, 128, 132, 140, 150, 160, 180, 200]);

/** What was read of a restored entry, with every word where it stands in the document. */
export function placed<T>(read: T, restoration: Restored): T {
  if (typeof read !== 'object' || read === null) return read;
  if (Array.isArray(read)) return read.map((item) => placed(item, restoration)) as T;
  const copy = Object.fromEntries(Object.entries(read).map(([key, value]) => [key, placed(value, restoration)]));
  const { start, end } = read as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') {
    const { offsets } = restoration;
    copy.start = offsets[start] as number;
    copy.end = end > start ? (offsets[end - 1] as number) + 1 : copy.start;
  }
  return copy as T;
}
