import { readMark } from './dialect.ts';
import { behindAnyTool, type Dialect, type Dialects } from './dialects/dialects.ts';
import { hasCharacter } from './dialects/patternEdges.ts';
import { isReplyAt } from './grammar.ts';
import { opensConnection } from './notes.ts';
import { startsPackets } from './packetStyles.ts';

/** How far into a line the text of SMTP may start behind what a log puts in front of it. */
export const REACH = 170;

/** First and second letters of verbs, small. */
const SECOND = new Map<number, string>([
  [0x65, 'hxt'],
  [0x68, 'e'],
  [0x6c, 'h'],
  [0x6d, 'a'],
  [0x72, 'cs'],
  [0x64, 'a'],
  [0x71, 'u'],
  [0x73, 't'],
  [0x61, 'u'],
  [0x62, 'd'],
  [0x76, 'r'],
  [0x6e, 'o'],
  [0x78, 'cf'],
]);
const second = new Uint8Array(128 * 128);
for (const [first, letters] of SECOND) {
  for (const letter of letters) second[first * 128 + letter.charCodeAt(0)] = 1;
}

const VERB =
  /(?:(?:EHLO|HELO|LHLO)[ \t]|MAIL[ \t]{1,4}FROM[ \t]{0,4}:|RCPT[ \t]{1,4}TO[ \t]{0,4}:|(?:DATA|RSET|QUIT|STARTTLS|NOOP|HELP)[ \t]{0,8}(?:$|["'](?![ \t]{0,2}[:=])|[\\<|])|(?:EHLO|HELO)$|AUTH[ \t]{1,4}[A-Z]|BDAT[ \t]{1,4}\d|(?:VRFY|EXPN|ETRN|HELP|NOOP|XCLIENT|XFORWARD)[ \t]{1,4}\S)/iy;

/** `state=EHLO smtp=…`: the value of a field, and behind it the next. */
const isValue = (line: string, at: number): boolean =>
  line.charCodeAt(at - 1) === 61 && /^\w{4,8} {1,3}[\w.-]{1,20}=/.test(line.slice(at, at + 40));

/** Where in the line a command or a reply may start, at or behind `from`, behind one of `before`; −1 where none does. */
export function findSaid(line: string, from = 0, reach = REACH, before = behindAnyTool): number {
  const to = Math.min(line.length, reach);
  let free = from === 0 || hasCharacter(before, line.charCodeAt(from - 1));
  for (let i = from; i < to; i++) {
    const c = line.charCodeAt(i);
    if (free) {
      if (c >= 50 && c <= 53) {
        if (isReplyAt(line, i)) return i;
      } else if (c > 64 && c < 123 && second[(c | 32) * 128 + ((line.charCodeAt(i + 1) | 32) & 127)] === 1) {
        VERB.lastIndex = i;
        if (VERB.test(line) && !isValue(line, i)) return i;
      }
    }
    free = hasCharacter(before, c);
  }
  return -1;
}

/** What a conversation may stand in: marks of quoting, bullets, numbers, indents. */
const FRAME =
  /^[ \t>|\u2502*+\u2022\u00b7\u25cf\u25aa-]{1,40}(?:\d{1,6}[.:)|\]]?[ \t]{1,4})?|^\d{1,6}[.:)|\]]?[ \t]{1,4}/;

/** A first look that most lines of a log or of prose do not pass: a command or a reply in it, or a connection. */
export function mayStart(line: string, dialects: Dialects): boolean {
  if (findSaid(line, 0, REACH, dialects.before) >= 0) return true;
  const head = line.length > HEAD ? line.slice(0, HEAD) : line;
  if (showsItself(head, dialects)) return true;
  const framed = FRAME.exec(head)?.[0].length ?? 0;
  return framed > 0 && showsItself(head.slice(framed), dialects);
}

/** How much of a line that holds no SMTP is looked at. */
const HEAD = 400;

/** Whether a line that holds no SMTP shows by itself that a conversation starts. */
const showsItself = (line: string, dialects: Dialects): boolean =>
  dialects.starts.test(line) ||
  startsPackets(line) ||
  opensConnection(line) ||
  dialects.respelt.some((dialect) => speaks(dialect, line));

/** Whether a line is SMTP once the tool's own spelling is undone. */
function speaks(dialect: Dialect, line: string): boolean {
  if (dialect.first !== undefined && !hasCharacter(dialect.first, line.charCodeAt(0))) return false;
  const side = readMark(dialect, dialect.plain?.({ text: line, base: 0 }).text ?? line)?.side;
  return side === 'client' || side === 'server';
}
