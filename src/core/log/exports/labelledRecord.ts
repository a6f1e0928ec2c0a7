import type { Lines } from '../../text/lines.ts';
import type { EntryDraft } from '../draft.ts';
import { behindBreak, lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import { bare, part } from '../logWords.ts';
import { eventOutcome } from './eventWords.ts';
import { exportSlot } from './fieldMap.ts';
import { hasCode } from './found.ts';
import type { JsonField } from './jsonText.ts';
import { readNamedValues } from './namedValues.ts';

/**
 * A delivery as a page or a tool shows it, a name with its value a line: `Recipient: bob@contoso.test`, with a tab or
 * blanks between, as YAML, or as PHP prints an array.
 */
const ROW =
  /[ \t>]{0,12}(?<item>- {1,3})?["*[]{0,2}(?<name>[A-Za-z][\w ./()-]{0,40}?)["*\]]{0,2}[ \t]{0,30}(?:(?::|=>)[ \t*]{1,30}|\t[ \t]{0,30}|[ ]{2,40})(?=\S)/y;
/** A name whose value stands in the rows below it, or that has none. */
const EMPTY = /[ \t>]{0,12}(?:- {0,3})?[A-Za-z][\w ./()-]{0,40}?:?[ \t]*(?:['"]{2}|~|null)?[ \t]*(?=\r?\n|$)/y;
/** Names that only a header or a report on a delivery has. */
const OF_MESSAGE =
  /^(?:received|return-path|mime-version|content-[\w-]+|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|references|in-reply-to|final-recipient|original-recipient|reporting-mta|remote-mta|diagnostic-code|arrival-date|last-attempt-date|user-agent)$/i;
/** Characters of a row: a value may be the text of a message, as a page of a service shows it. */
const LONGEST = 100_000;
/** Rows that are looked at to see whether it is such a list. */
const LOOKED_AT = 60;
/** Rows with names that are known, without which it is a remark in a sentence. */
const FEWEST = 4;

interface Row {
  readonly name: string;
  readonly isItem: boolean;
  /** Where the value stands, from the start of the text. */
  readonly from: number;
  readonly to: number;
}

function rowAt(text: string, at: number, end: number): Row | undefined {
  ROW.lastIndex = at;
  const groups = ROW.exec(text)?.groups;
  const name = groups?.name?.trim();
  if (name === undefined || ROW.lastIndex >= end) return undefined;
  const value = text.slice(ROW.lastIndex, Math.min(end, ROW.lastIndex + 4000));
  // A comment stands behind values in the pages of a service.
  const remark = /["',]\s{1,40}\/\/\s/.exec(value);
  return {
    name,
    isItem: groups?.item !== undefined,
    from: ROW.lastIndex,
    to: remark === null ? end : ROW.lastIndex + remark.index + (remark[0].startsWith(',') ? 0 : 1),
  };
}

const isEmptyRow = (text: string, at: number): boolean => {
  EMPTY.lastIndex = at;
  return text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d && EMPTY.test(text);
};

/** Whether such a list starts at an offset: it names who or for whom, and what became of it, in at least four rows. */
export function startsLabelled(text: string, at: number): boolean {
  const first = rowAt(text, at, Math.max(at, lineEnd(text, at, LONGEST)));
  // Only a name that is known begins a list: of any other the lines below are not looked at.
  if (first === undefined || exportSlot(first.name) === undefined) return false;
  let whom = false;
  let what = false;
  let known = 0;
  const seen = new Set<string>();
  for (let start = at, count = 0; count < LOOKED_AT && start < text.length; count++) {
    const end = lineEnd(text, start, LONGEST);
    const row = end < 0 ? undefined : rowAt(text, start, end);
    if (row === undefined) {
      if (end <= start || !isEmptyRow(text, start)) break;
    } else {
      if (OF_MESSAGE.test(row.name)) return false;
      if (seen.has(row.name)) break;
      seen.add(row.name);
      const slot = exportSlot(row.name);
      const value = bareText(text.slice(row.from, Math.min(row.to, row.from + 1000)));
      if (slot !== undefined) known++;
      if (slot !== undefined && /recipient|sender/i.test(slot) && value.includes('@')) whom = true;
      if (slot === 'status' || slot === 'weakStatus' || /^type$/i.test(row.name))
        what ||= eventOutcome(value) !== undefined || hasCode(value);
      else if (slot !== undefined && /eply$/.test(slot)) what ||= hasCode(value);
    }
    start = behindBreak(text, end);
  }
  return known >= FEWEST && whom && what;
}

const bareText = (words: string): string => words.trim().replace(/^["'*]{1,3}|["'*]{1,3}$/g, '');

/** Behind the last row of one list: before the name that was there already, and before the next item of YAML. */
export function endOfLabelled(lines: Lines, first: number): number {
  const { text } = lines;
  const seen = new Set<string>();
  let end = first;
  while (lines.has(end)) {
    const start = lines.start(end);
    const row = rowAt(text, start, lines.end(end));
    if (row !== undefined) {
      if (seen.has(row.name) || (row.isItem && end > first)) break;
      seen.add(row.name);
    } else if (end === first || lines.end(end) <= start || !isEmptyRow(text, start)) break;
    end++;
  }
  return Math.max(end, first + 1);
}

export function readLabelled(draft: EntryDraft, list: LogWord): void {
  const fields: JsonField[] = [];
  const { text } = list;
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at, text.length);
    const row = rowAt(text, at, end);
    if (row !== undefined) fields.push({ name: row.name, under: [], value: bare(part(list, row.from, row.to)) });
    at = behindBreak(text, end);
  }
  readNamedValues(draft, fields);
}
