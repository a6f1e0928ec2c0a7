import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { readHeader } from '../header/fields.ts';
import type { Field, Part } from '../message.ts';
import { type NoticeText, readNoticeText } from './noticeText.ts';

/** Fields that stand together (RFC 3464 2.1). */
export interface FieldGroup extends Span {
  readonly fields: readonly Field[];
}

const FEEDBACK = /^feedback-type[ \t]{0,4}:/i;
const START =
  /^(?:reporting-mta|final-recipient|original-recipient|arrival-date|original-envelope-id|dsn-gateway)[ \t]{0,4}:/i;
/** Any of them, as people paste some. */
const ANY =
  /^(?:reporting-mta|final-recipient|original-recipient|arrival-date|original-envelope-id|action|status|diagnostic-code|remote-mta)[ \t]{0,4}:/i;
const STARTS =
  /^(?:reporting-mta|final-recipient|original-recipient|feedback-type|action|status|arrival-date|received-from-mta|original-envelope-id|x-[\w-]{1,60}|diagnostic-code|remote-mta)[ \t]{0,4}:/i;

/** The line in which fields of a delivery status start in a text that has lost its parts; `pasted`: some of them alone. */
export function findStatusLine(lines: Lines, end: number, feedback = false, pasted = false): number | undefined {
  const start = feedback ? FEEDBACK : pasted ? ANY : START;
  for (let line = 0; line < end && lines.has(line); line++) {
    if (start.test(lines.text.slice(lines.start(line), lines.start(line) + 40))) return line;
  }
  return undefined;
}

/** The groups of status fields in a text from line `first` on, up to something else; `pasted`: words may stand between. */
export function readStatusText(notice: NoticeText, first: number, pasted = false): readonly FieldGroup[] {
  const { lines } = notice;
  const groups: FieldGroup[] = [];
  for (let line = first; lines.has(line); ) {
    if (lines.at(line).trim() === '') {
      line++;
      continue;
    }
    if (!STARTS.test(lines.at(line))) {
      const next = pasted ? nextGroup(lines, line) : undefined;
      if (next === undefined) break;
      line = next;
    }
    let end = line;
    while (lines.has(end) && lines.at(end).trim() !== '' && !lines.at(end).startsWith('--')) end++;
    const { fields } = readHeader(lines, line, lines.start(end));
    groups.push(placed(notice, { start: lines.start(line), end: lines.end(end - 1), fields }));
    line = Math.max(end, line + 1);
  }
  return groups;
}

/** Lines of somebody's words between the fields of two reports. */
const BETWEEN = 12;

function nextGroup(lines: Lines, from: number): number | undefined {
  for (let line = from; line < from + BETWEEN && lines.has(line); line++)
    if (/^(?:final|original)-recipient[ \t]{0,4}:/i.test(lines.at(line))) return line;
  return undefined;
}

/** The groups of a part that is nothing else, its encoding taken off: a blank line stands between two (RFC 3464 2.1). */
export function readEncodedGroups(text: string, part: Part): readonly FieldGroup[] {
  const notice = readNoticeText(text, part);
  const { lines } = notice;
  const groups: FieldGroup[] = [];
  for (let line = 0; lines.has(line); ) {
    let end = line;
    while (lines.has(end) && lines.at(end).trim() !== '') end++;
    if (end > line) {
      const { fields } = readHeader(lines, line, lines.start(end));
      groups.push(placed(notice, { start: lines.start(line), end: lines.end(end - 1), fields }));
    }
    line = end + 1;
  }
  return groups;
}

/** The fields around a line, from a line that is none to the next. */
export function readFieldsAround(notice: NoticeText, line: number): FieldGroup {
  const { lines } = notice;
  const isOfField = (at: number): boolean => lines.has(at) && OF_FIELD.test(lines.at(at));
  let first = line;
  while (first > 0 && line - first < 40 && isOfField(first - 1)) first--;
  let end = line + 1;
  while (isOfField(end)) end++;
  const { fields } = readHeader(lines, first, lines.start(end));
  return placed(notice, { start: lines.start(first), end: lines.end(end - 1), fields });
}

const OF_FIELD = /^[A-Za-z][\w-]{1,60}[ \t]{0,4}:|^[ \t]{1,8}\S/;

/** A group with the places of its lines in the document. */
function placed(notice: NoticeText, group: FieldGroup): FieldGroup {
  const place = ({ start, end }: Span): Span => {
    const { lines } = notice;
    const first = lines.lineOf(start);
    const last = lines.lineOf(Math.max(start, end - 1));
    const from = start - lines.start(first);
    const to = end - lines.start(last);
    if (first === last) return notice.place(first, from, to);
    return { start: notice.place(first, from, lines.at(first).length).start, end: notice.place(last, 0, to).end };
  };
  const fields = group.fields.map((field) => ({
    ...field,
    ...place(field),
    nameSpan: place(field.nameSpan),
    valueSpan: place(field.valueSpan),
  }));
  return { ...place(group), fields };
}

/** Mailers that leave the empty line out between recipients begin the next with its first field again. */
export function splitGroup(group: FieldGroup): readonly FieldGroup[] {
  const cuts: number[] = [0];
  let seen = new Set<string>();
  const names = group.fields.map(({ name }) => name.toLowerCase());
  const opens = (name: string | undefined): boolean => name === 'final-recipient' || name === 'original-recipient';
  // Some write what was done in front of whom it was for.
  const actsFirst = names[names.findIndex(opens) - 1] === 'action';
  names.forEach((name, i) => {
    if (opens(name) && seen.has(name)) {
      const before = names[i - 1];
      const isPaired = (opens(before) && before !== name) || (actsFirst && before === 'action');
      const cut = isPaired && cuts.at(-1) !== i - 1 ? i - 1 : i;
      cuts.push(cut);
      seen = new Set(names.slice(cut, i));
    }
    seen.add(name);
  });
  if (cuts.length === 1) return [group];
  return cuts.map((from, i) => {
    const fields = group.fields.slice(from, cuts[i + 1]);
    return { start: fields[0]?.start ?? group.start, end: fields.at(-1)?.end ?? group.end, fields };
  });
}
