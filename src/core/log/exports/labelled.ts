import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, keep } from '../draft.ts';
import { behindBreak, lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import { bare, part } from '../logWords.ts';
import type { JsonField } from './jsonText.ts';
import { readNamedValues } from './namedValues.ts';

/**
 * Lists of names with values for people that are no header: what Gmail shows above an original ("Show original"), what
 * a quarantine tells of the messages in it, a dead letter of `dig`-like columns whose colons stand below each other.
 */
const ROW = /[ \t>|*-]{0,8}(\p{L}[\p{L}\w ./()-]{1,40}?)[ \t]{0,30}:?[ \t]{0,2}(?:\t|[ \t]{2,}|: )[ \t]{0,30}(?=\S)/uy;
const ORIGINAL =
  /(?:Message ID|Created at:?|Created on)(?::?[ \t]{1,8})\S|[^\t\r\n:<>@]{2,40}:?\t<[^<>\s@]{1,300}@[^<>\s]{1,255}>[ \t]*\r?\n/y;
const HELD =
  /[^\r\n]{0,60}\b(?:messages? (?:is|are) being held for you to review|messages? (?:(?:is|are) )?on hold|messages? held for (?:you|review)|messages? (?:has|have) been (?:held|quarantined)|messages? in (?:your )?quarantine|quarantined? (?:messages?|e-?mails?) (?:summary|digest|report|notification)|Prevented (?:spam|phish\w{0,4}|bulk) messages?)/iy;

export const startsOriginal = (text: string, at: number): boolean => {
  ORIGINAL.lastIndex = at;
  if (!ORIGINAL.test(text)) return false;
  const near = text.slice(at, at + 1500);
  return /^(?:SPF|DKIM|DMARC):[ \t]{1,8}\S/m.test(near) && /^DMARC:|^DKIM:/m.test(near);
};

/** Behind the last of the rows, which stand without a gap. */
export function endOfOriginal(lines: Lines, first: number): number {
  let end = first + 1;
  while (end < first + 20 && lines.has(end) && isRow(lines.text, lines.start(end))) end++;
  return end;
}

const isRow = (text: string, at: number): boolean => {
  ROW.lastIndex = at;
  return ROW.test(text);
};

/** Rows as fields, a name once. */
function fieldsOf(list: LogWord): readonly JsonField[] {
  const fields: JsonField[] = [];
  const { text } = list;
  for (let at = 0; at < text.length; ) {
    const behind = lineEnd(text, at, text.length);
    ROW.lastIndex = at;
    const name = ROW.exec(text)?.[1];
    if (name !== undefined && ROW.lastIndex < behind) {
      fields.push({
        name: name.trim(),
        under: [],
        value: part(list, ROW.lastIndex, ROW.lastIndex + text.slice(ROW.lastIndex, behind).trimEnd().length),
      });
    }
    at = behindBreak(text, behind);
  }
  return fields;
}

export function readOriginal(draft: EntryDraft, list: LogWord): void {
  for (const field of fieldsOf(list)) {
    if (/^(?:SPF|DKIM|DMARC)$/.test(field.name)) keep(draft, field.name, field.value);
    else if (field.name === 'Subject') draft.subject ??= field.value;
    else if (/^<[^<>\s@]{1,300}@[^<>\s]{1,255}>$/.test(field.value.text) || /^Message ID$/i.test(field.name))
      draft.messageId ??= bare(field.value);
    else if (/@/.test(field.value.text) && draft.sender === undefined)
      readNamedValues(draft, [{ ...field, name: 'sender' }]);
    else if (/@/.test(field.value.text)) readNamedValues(draft, [{ ...field, name: 'recipient' }]);
    else readNamedValues(draft, [field]);
  }
  delete draft.outcome;
}

/** A notice that messages are in quarantine, with a list of them behind it. */
export function startsHeld(text: string, at: number): boolean {
  HELD.lastIndex = at;
  if (!HELD.test(text)) return false;
  return LISTED.test(text.slice(at, at + 2500));
}

/** A row of a message in such a list: its value stands in a column of its own. */
const LISTED = /^[ \t>|]{0,8}(?:Sender|From):[ \t]{1,30}\S{1,200}@\S/m;
const HELD_LINES = 120;

/** One message of the list, or what stands above the first one. */
export function endOfHeld(lines: Lines, first: number): number {
  const isFirstRow = (line: number): boolean =>
    /^[ \t>|]{0,8}(?:Sender|From):[ \t]/.test(lines.text.slice(lines.start(line), lines.start(line) + 40));
  let end = first + 1;
  while (end < first + HELD_LINES && lines.has(end) && !isFirstRow(end)) {
    if (isFirstRow(first) && !isRow(lines.text, lines.start(end)) && lines.end(end) > lines.start(end)) break;
    end++;
  }
  return end;
}

export const continuesHeld = (text: string, at: number): boolean =>
  /^[ \t>|]{0,8}(?:Sender|From):[ \t]{1,30}\S{1,200}@|^(?:Review|Release|Block|View)\b/.test(text.slice(at, at + 300));

export function readHeld(draft: EntryDraft, list: LogWord): void {
  const fields = fieldsOf(list).filter(({ name }) =>
    /^(?:Sender|From|Subject|Date|Recipient|To|Reason|Type|Expires|Received|Policy)$/i.test(name),
  );
  if (!fields.some(({ name }) => /^(?:Sender|From)$/i.test(name))) return;
  readNamedValues(draft, fields);
  draft.outcome = 'quarantined';
}
