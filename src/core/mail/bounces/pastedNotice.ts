import { Lines } from '../../text/lines.ts';
import type { DeliveryReport } from '../message.ts';
import { ofNotice, withWords } from '../reports/noticeRecipients.ts';
import { readFields } from '../reports/statusReport.ts';
import type { NoticeText } from './noticeText.ts';
import { readNotice } from './readNotice.ts';
import { findStatusLine, readStatusText } from './statusFields.ts';

/** Characters of a pasted text that are looked at, and lines in front in which a notice says that it is one. */
const LONGEST = 24 * 1024;

/**
 * The words of a notice as people paste them, without its header: what a mail program shows of one, or some lines of a
 * delivery status (RFC 3464). Marks of a quotation in front of lines are left out. Undefined where the text is none.
 */
export function readPastedNotice(text: string, start: number, end: number): DeliveryReport | undefined {
  const raw = text.slice(start, Math.min(end, start + LONGEST));
  const stated = STATED.test(raw);
  if (!stated && LOGGED.test(raw)) return undefined;
  if (!stated && (!/@|\bfound (?:at|in)\b|見つかり|找不到/.test(raw) || PERSON.test(firstLines(raw)))) return undefined;
  const notice = unquotedText(raw, start);
  const statusLine = findStatusLine(notice.lines, MOST_LINES, false, true);
  const groups = statusLine === undefined ? [] : readStatusText(notice, statusLine);
  const fields = groups.length === 0 ? undefined : readFields(groups);
  const stating = (fields?.recipients.length ?? 0) > 0 ? fields : undefined;
  if (stating === undefined && stated) return undefined;
  const known = (stating?.recipients ?? []).flatMap((one) => one.finalRecipient ?? one.originalRecipient ?? []);
  const words = readNotice(notice, [], { known, fallback: known, end: statusLine });
  if (stating !== undefined) {
    const [only] = words.recipients.length === 1 ? words.recipients : [];
    // A few lines may stand without the one that names the recipient.
    const recipients = withWords(stating.recipients, words).map((one) =>
      one.finalRecipient === undefined && only !== undefined && only.address !== ''
        ? { ...one, finalRecipient: only.address }
        : one,
    );
    return { ...stating, recipients };
  }
  if (!words.plain || !words.named || words.recipients.length > MOST_RECIPIENTS) return undefined;
  return {
    format: words.format,
    ...(words.waited && { waited: true }),
    recipients: words.recipients.map((one) => ({ ...ofNotice(one, words.action), around: words.head })),
  };
}

const MOST_LINES = 400;
const MOST_RECIPIENTS = 20;

/** Fields that only a delivery status has. */
const STATED = /^[> \t|]{0,20}(?:final-recipient|original-recipient|diagnostic-code)[ \t]{0,4}:/im;

/** Lines of a program's log: a stamp in front, or a level among fields. */
const LOGGED =
  /^[[>\t ]{0,6}(?:time=)?"?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,12}"?\]?[ \t]{1,4}\S|\blevel=(?:error|warn|info|debug)\b/im;

const firstLines = (raw: string): string => raw.slice(0, 600);

/** Somebody tells a story, and quotes at most. */
const PERSON =
  /\b(?:I|my|we|we're|our|hi|hello|hey|dear|ich|wir|meine?[mnr]?|unsere?|hallo|bonjour|j['’]ai|je (?:suis|ne|n['’]|vous)|nous|mon|hola|ciao|anyone|somebody|please help)\b(?!['’]m (?:afraid|sorry)| wasn['’]t able|['’]ve given up|\. This is the)/i;

/** The text without the marks of a quotation, each line where it stands. */
function unquotedText(raw: string, start: number): NoticeText {
  const all = new Lines(raw);
  const pieces: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  for (let i = 0; all.has(i); i++) {
    const line = all.at(i);
    const marks = /^(?:[ \t]{0,8}[>|]){1,8} ?/.exec(line)?.[0].length ?? 0;
    pieces.push({ text: line.slice(marks), start: start + all.start(i) + marks, end: start + all.end(i) });
  }
  const lines = new Lines(pieces.map((piece) => piece.text).join('\n'));
  return {
    lines,
    literal: false,
    place(line, from, to) {
      const piece = pieces[line] ?? pieces.at(-1);
      if (piece === undefined) return { start, end: start };
      return from === undefined || to === undefined
        ? { start: piece.start, end: piece.end }
        : { start: piece.start + from, end: piece.start + to };
    },
  };
}
