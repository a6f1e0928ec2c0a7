import type { Conversation, MessageData, Note, Reply, SmtpEvent } from '../smtp/conversation.ts';
import { opensConnection } from '../smtp/notes.ts';
import { sayPlainly } from '../smtp/said.ts';
import { append } from '../text/lists.ts';

/**
 * A conversation as a plain transcript: `C:` and `S:` in front of what was said, `#` in front of what the tool said
 * beside it, sessions one behind the other with an empty line between. Times and the tool's marks are left out; secrets
 * stay as they are. Ends in a line break.
 */
export function plainTranscript(text: string, conversation: Conversation): string {
  const sessions: string[] = [];
  let noted = 0;
  for (const session of conversation.sessions) {
    const lines: string[] = [];
    let due = false;
    for (const index of session.events) {
      const event = conversation.events[index] as SmtpEvent;
      // A comment where the message or an answer is due would be taken for it.
      if (!due) noted = addNotes(lines, text, conversation.notes, noted, event.start);
      append(lines, linesOf(text, event));
      due = event.kind === 'reply' && (event.code === 354 || event.code === 334);
    }
    sessions.push(lines.join('\n'));
  }
  const rest: string[] = [];
  addNotes(rest, text, conversation.notes, noted, Number.POSITIVE_INFINITY);
  return `${sessions.join('\n\n')}\n${rest.map((line) => `${line}\n`).join('')}`;
}

/** A note that says SMTP again, in the tool's own way, would be read as if it had been said again. */
const SMTP =
  /(?<![\d.:/-])[2-5][0-5]\d(?:[ -]|$)|\b(?:EHLO|HELO|MAIL|RCPT|DATA|RSET|QUIT|STARTTLS|AUTH|BDAT|CONNECT)\b|<<<|>>>/i;
/** Lines of notes in a row; behind more a reader would not look for the rest of the session. */
const MOST = 5;
/** Characters of a note. */
const LONGEST = 500;

function addNotes(lines: string[], text: string, notes: readonly Note[], from: number, to: number): number {
  let next = from;
  let kept = 0;
  for (; next < notes.length && (notes[next] as Note).start < to; next++) {
    const { start, end } = notes[next] as Note;
    const words = oneLine(text.slice(start, Math.min(end, start + LONGEST)));
    if (words === '' || SMTP.test(words)) continue;
    kept++;
    if (kept === MOST + 1) lines.push('# …');
    if (kept > MOST) continue;
    // Words of a connection that opens would end the session that they stand in.
    if (lines.length === 0 || !opensConnection(`# ${words}`)) lines.push(`# ${words}`);
  }
  return next;
}

function linesOf(text: string, event: SmtpEvent): readonly string[] {
  switch (event.kind) {
    case 'reply':
      return replyLines(text, event);
    case 'data':
      return dataLines(text, event);
    default:
      return [`C: ${said(text, event.start, event.end)}`];
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const said = (text: string, start: number, end: number): string => oneLine(sayPlainly(text, start, end).text);

/** In front of the text of a line, behind its code. */
const ENHANCED = /(?:^|[ \t-])([245]\.\d{1,3}\.\d{1,3})[ \t]*$/;

/** A reply with a line for each of its lines, or with one where they cannot be told apart (RFC 5321 4.2.1). */
function replyLines(text: string, reply: Reply): readonly string[] {
  const code = String(reply.code).padStart(3, '0');
  const parts = reply.parts.map(({ start, end }) => said(text, start, end));
  const whole = oneLine(parts.join(' '));
  const isWhole = whole.startsWith(oneLine(reply.text)) && whole.length < oneLine(reply.text).length + 10_000;
  if (!isWhole) return [`S: ${code} ${reply.enhanced === undefined ? '' : `${reply.enhanced} `}${oneLine(reply.text)}`];
  return parts.map((part, i) => {
    const { start } = reply.parts[i] as Reply['parts'][number];
    const front = text.slice(Math.max(i === 0 ? reply.codeSpan.end : 0, start - 16), start);
    const enhanced = ENHANCED.exec(front)?.[1];
    const mark = i < parts.length - 1 ? '-' : ' ';
    return `S: ${code}${mark}${enhanced === undefined ? '' : `${enhanced} `}${part}`.trimEnd();
  });
}

/** The lines of the message, and the lone dot where there was an end (RFC 5321 4.5.2). */
function dataLines(text: string, { start, end, complete }: MessageData): readonly string[] {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const front = start - before > 300 ? '' : text.slice(before, start);
  const isSpelt = /\\r\\n/.test(text.slice(start, Math.min(end, start + 2000)));
  const lines = text
    .slice(start, end)
    .split(/\r\n|\r|\n/)
    .flatMap((line, i) => {
      const words = i > 0 && shapeOf(line.slice(0, front.length)) === shapeOf(front) ? line.slice(front.length) : line;
      return isSpelt ? words.split(/\\r\\n|\\n/) : [words];
    });
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  if (complete && lines.at(-1)?.trim() !== '.') lines.push('.');
  return lines.map((line) => `C: ${line}`.trimEnd());
}

/** Time stamps in front of lines differ in their digits. */
const shapeOf = (front: string): string => front.replace(/\d/g, '0');
