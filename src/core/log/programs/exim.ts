import { defined } from '../../text/defined.ts';
import { type EntryDraft, keep, setDelay, setReply, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { bare, blankPairs, group, part } from '../logWords.ts';
import { asTime } from '../time.ts';
import { readRemark } from './eximRemarks.ts';
import { failureAt, readHost, readReason } from './eximWords.ts';

const STAMP = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d{4})?) /;
/** The process that printed a line of the debug output, and what it would have written to the log. */
const COLUMN = /^(?:(\d{1,7}) (?:LOG: (?:[\w +]{1,60}$)?| {2}(?=\S)|(?=(?:delivering|[RT]:) ))|LOG: )/;
/** What it says there of the message and the address that it works on (deliver.c, route.c). */
const WORKS_ON = /^(?:delivering (?<id>\S{16,23})|[RT]: \w{1,60} for (?<to>[^\s@]{1,64}@[^\s@]{1,255}))$/d;
const PROCESS = /^\[(\d{1,10})\] /;
const ID = /^([0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4}))(?: |$)/;
const FLAG = /^(<=|\(=|=>|->|>>|\*>|\*\*|==) /;

const OUTCOMES: ReadonlyMap<string, LogOutcome> = new Map([
  ['<=', 'received'],
  ['(=', 'rejected'],
  ['=>', 'sent'],
  ['->', 'sent'],
  ['>>', 'sent'],
  ['*>', 'sent'],
  ['**', 'bounced'],
  ['==', 'deferred'],
]);

/** A line of Exim's main or reject log (Exim specification, chapter "Log files"). */
export function readExim(draft: EntryDraft, line: LogWord): void {
  let rest = line;
  const column = COLUMN.exec(rest.text);
  if (column !== null) {
    if (column[1] !== undefined) draft.process = part(rest, 0, column[1].length);
    rest = part(rest, column[0].length);
  }
  const works = column === null ? null : WORKS_ON.exec(rest.text);
  if (works !== null) {
    const to = group(rest, works, 'to');
    if (to !== undefined) draft.recipients.push(to);
    Object.assign(draft, defined({ queueId: group(rest, works, 'id') }));
    return;
  }
  const stamp = STAMP.exec(rest.text);
  if (stamp?.[1] !== undefined) {
    draft.time = asTime(part(rest, 0, stamp[1].length));
    rest = part(rest, stamp[0].length);
  }
  const process = PROCESS.exec(rest.text);
  if (process?.[1] !== undefined) {
    draft.process = part(rest, 1, 1 + process[1].length);
    rest = part(rest, process[0].length);
  }
  const id = ID.exec(rest.text);
  if (id?.[1] !== undefined) {
    draft.queueId = part(rest, 0, id[1].length);
    rest = part(rest, id[0].length);
  }
  const flag = FLAG.exec(rest.text)?.[1];
  if (flag !== undefined) readFlagged(draft, flag, rest);
  else if (/^Completed(?: |$)/.test(rest.text)) readCompleted(draft, rest);
  else readRemark(draft, rest);
}

function readFlagged(draft: EntryDraft, flag: string, rest: LogWord): void {
  draft.status = part(rest, 0, flag.length);
  const outcome = OUTCOMES.get(flag);
  if (outcome !== undefined) draft.outcome = outcome;
  const said = part(rest, flag.length + 1);
  const address = (/^(?:"[^"]{0,300}"@)?[^\s:]{0,320}/.exec(said.text) as RegExpExecArray)[0];
  const first = bare(part(said, 0, address.length));
  const fields = part(said, address.length);
  if (flag === '<=' || flag === '(=') draft.sender = first;
  else readRecipient(draft, first, fields);
  readFields(draft, fields, flag);
  if (flag === '**' || flag === '==') readFailure(draft, fields);
}

const PARENT = /^ <([^<>\s]{1,320})>/;

/** `=> local_part <original@address>`: the second one is what the message was sent to. */
function readRecipient(draft: EntryDraft, first: LogWord, fields: LogWord): void {
  const parent = PARENT.exec(fields.text)?.[1];
  const original = parent === undefined ? undefined : part(fields, 2, 2 + parent.length);
  // A local delivery names the mailbox first; the address behind it says more.
  if (original !== undefined && !first.text.includes('@')) draft.recipients.push(original);
  else {
    draft.recipients.push(first);
    if (original !== undefined) draft.originalRecipient = original;
  }
}

function readFields(draft: EntryDraft, fields: LogWord, flag: string): void {
  // What stands behind a lone colon is prose, whatever `=` it holds.
  const colon = flag === '**' || flag === '==' ? failureAt(fields.text) : -1;
  const head = colon < 0 ? fields : part(fields, 0, colon);
  readHost(draft, head, flag === '<=' || flag === '(=' ? 'client' : 'relay');
  for (const { name, value } of blankPairs(head)) readField(draft, name, value, flag);
  const tail = / DT=([\d.]{1,12}s)$/.exec(fields.text);
  if (colon >= 0 && tail !== null) readField(draft, 'DT', part(fields, tail.index + 4), flag);
  const before = flag === '<=' ? head.text.lastIndexOf(' for ') : -1;
  const to = before < 0 ? [] : head.text.slice(before + 5).split(' ');
  if (!to.every((address) => /^[^\s"=]{3,320}$/.test(address))) return;
  let at = before + 5;
  for (const address of to) {
    draft.recipients.push(part(head, at, at + address.length));
    at += address.length + 1;
  }
}

function readField(draft: EntryDraft, name: string, value: LogWord, flag: string): void {
  switch (name) {
    case 'H':
      return;
    case 'S':
      setSize(draft, value);
      return;
    case 'id':
    case 'id*':
      draft.messageId ??= value;
      return;
    case 'F':
      draft.sender ??= value;
      return;
    case 'R':
      if (flag === '<=') draft.relatedId = value;
      keep(draft, name, value);
      return;
    case 'T':
      // The topic of a message that comes in, the transport of one that goes out.
      if (flag === '<=' || flag === '(=') draft.subject = value;
      keep(draft, name, value);
      return;
    case 'QT': {
      setDelay(draft, value);
      keep(draft, name, value);
      return;
    }
    case 'C': {
      setReply(draft, value);
      return;
    }
    default:
      keep(draft, name, value);
  }
}

function readFailure(draft: EntryDraft, fields: LogWord): void {
  const at = failureAt(fields.text);
  if (at >= 0) readReason(draft, part(fields, at + 2));
}

function readCompleted(draft: EntryDraft, rest: LogWord): void {
  draft.status = part(rest, 0, 9);
  draft.outcome = 'removed';
  for (const { name, value } of blankPairs(rest)) readField(draft, name, value, 'Completed');
}
