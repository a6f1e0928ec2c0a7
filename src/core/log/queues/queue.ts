import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, setPeer, setReply, setSize } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { bare, group, part } from '../logWords.ts';
import { asTime } from '../time.ts';
import { readWords } from '../words.ts';

/** How an entry of a queue begins: id, size, day and sender; Exim has its age in front and the sender in brackets. */
const HEADS: readonly RegExp[] = [
  /[ \t>|]{0,4}(?<id>[0-9A-F]{6,16}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,26}|(?=[A-Za-z]{0,8}\d)[0-9A-Za-z]{14})(?<mark>[*!#-]?)[ \t]{1,20}(?<size>\d{1,12}) (?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?)[ \t]{1,12}<?(?<sender>[^\s<>]{1,320})>?/dy,
  /[ \t>|]{0,6}\d{1,4}[smhdw][ \t]{1,6}(?<size>[\d.]{1,8}[KMG]?)[ \t]{1,4}(?<id>[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4}))[ \t]{1,4}<(?<sender>[^\s<>]{0,320})>/dy,
];
const HEADING = /[ \t>|]{0,4}-{1,8}Q(?:ueue )?-?ID-{1,8}[ \t]/y;
const MORE =
  /[ \t>|]{0,80}(?:(?:(?:8BITMIME|7BIT)[ \t]{1,20})?\([^\r\n]{1,4000}|(?:\*{3} frozen \*{3}|(?:[D ] )?<?[^\s<>()]{1,320}>?)[ \t]*(?=\r?\n|$)|[^\r\n<>()&@]{1,100} (?:<|&lt;)[^\s<>()&]{1,320}(?:>|&gt;)[ \t]*(?=\r?\n|$))/y;

/** sendmail names the kind of the body in front. */
const REASON = /[ \t>|]{0,80}(?:(?:8BITMIME|7BIT)[ \t]{1,20})?\(/y;

/** Lines of a reason that was wrapped, of which the last one closes the bracket; else the first alone. */
function linesOfReason(line: (index: number) => string | undefined): number {
  for (let i = 0; i < MOST_WRAPPED; i++) {
    const text = line(i);
    if (text === undefined || text.trim() === '' || (i > 0 && /^[ \t>|]{0,80}\S{1,320}[ \t]*$/.test(text))) return 1;
    if (/\)[ \t]*$/.test(text.slice(-8))) return i + 1;
  }
  return 1;
}

const MOST_WRAPPED = 5;

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Whether a list of what waits in a queue starts here (mailq, postqueue -p, exim -bp). */
export const startsQueue = (text: string, at: number): boolean =>
  matches(HEADING, text, at) || HEADS.some((head) => matches(head, text, at));

/** Whether a message starts here, or the next reason with its recipients. */
export const continuesQueue = (text: string, at: number): boolean => startsQueue(text, at) || matches(REASON, text, at);

/** The line behind the entry that starts at a line: its recipients, and in brackets why they wait. */
export function endOfQueued(lines: Lines, first: number): number {
  const { text } = lines;
  const own = matches(REASON, text, lines.start(first));
  const behind = (at: number): number => at + linesOfReason((i) => (lines.has(at + i) ? lines.at(at + i) : undefined));
  let end = own ? behind(first) : first + 1;
  if (!own && !HEADS.some((head) => matches(head, text, lines.start(first)))) return end;
  let hasReason = own;
  let isAbove = own;
  while (end - first < 200 && lines.has(end)) {
    const start = lines.start(end);
    const isReason = matches(REASON, text, start);
    // Each reason has its own recipients below it (postqueue(1)).
    if (isReason && hasReason && !isAbove) break;
    if (lines.end(end) === start || HEADS.some((head) => matches(head, text, start)) || !matches(MORE, text, start))
      break;
    hasReason ||= isReason;
    isAbove = isReason;
    end = isReason ? behind(end) : end + 1;
  }
  return end;
}

/** What a queue says of one message. */
export function readQueued(draft: EntryDraft, entry: LogWord): void {
  for (const pattern of HEADS) {
    pattern.lastIndex = 0;
    const head = pattern.exec(entry.text);
    if (head === null) continue;
    const [id, size, time, sender] = ['id', 'size', 'time', 'sender'].map((name) => group(entry, head, name));
    if (id !== undefined) draft.queueId = id;
    if (size !== undefined) setSize(draft, size);
    if (time !== undefined) draft.time = asTime(time);
    if (sender !== undefined) draft.sender = sender;
    readRest(draft, entry, head[0].length);
    // Nothing is tried before it is released (postqueue(1)).
    if (head.groups?.mark === '!') draft.outcome = 'held';
    return;
  }
  if (matches(REASON, entry.text, 0)) readRest(draft, entry, -1);
}

function readRest(draft: EntryDraft, entry: LogWord, from: number): void {
  let at = from < 0 ? -1 : entry.text.indexOf('\n', from);
  if (from >= 0 && /frozen/.test(entry.text.slice(from, at < 0 ? undefined : at))) draft.outcome = 'held';
  for (let isFirst = from < 0; (isFirst || at >= 0) && at < entry.text.length; isFirst = false) {
    const rest = entry.text.slice(at + 1, at + 6000).split('\n', MOST_WRAPPED);
    const count = matches(REASON, rest[0] ?? '', 0) ? linesOfReason((i) => rest[i]?.replace(/\r$/, '')) : 1;
    const next = entry.text.indexOf('\n', at + rest.slice(0, count).join('\n').length + 1);
    const said = bare(part(entry, at + 1, next < 0 ? entry.text.length : next));
    const line = part(said, /^\dBIT\w*\s+(?=\()/.exec(said.text)?.[0].length ?? 0);
    at = next;
    if (line.text.startsWith('(')) {
      if (draft.reason === undefined)
        readReason(draft, part(line, 1, line.text.endsWith(')') ? line.text.length - 1 : line.text.length));
    } else if (line.text === '*** frozen ***') draft.outcome = 'held';
    else if (line.text !== '') {
      const delivered = /^D /.exec(line.text);
      // sendmail gives the name, too: `Bob <bob@contoso.test>`.
      const named = /(?:<|&lt;)([^\s<>&]{1,320})(?:>|&gt;)$/.exec(line.text);
      const address =
        named?.[1] === undefined
          ? line
          : part(line, line.text.lastIndexOf(named[1]), line.text.lastIndexOf(named[1]) + named[1].length);
      if (delivered === null) draft.recipients.push(bare(address));
    }
  }
}

function readReason(draft: EntryDraft, reason: LogWord): void {
  draft.reason = reason;
  draft.outcome = 'deferred';
  const peer = /^(?:host|connect to) /.exec(reason.text);
  const said = / (?:said|refused to talk to me):\s{1,20}(?=[45]\d\d)/.exec(reason.text);
  if (said !== null) {
    const tail = / \(in reply to [^()]{1,60}\)$/.exec(reason.text);
    setReply(draft, part(reason, said.index + said[0].length, tail?.index ?? reason.text.length));
  }
  // sendmail: `Deferred: Connection refused by mx.contoso.test.`
  const by = /^Deferred: [^\n]{3,80} (?:by|with) ((?:[\w-]{1,63}\.){1,8}[\w-]{1,63})\.?$/.exec(reason.text)?.[1];
  if (by !== undefined)
    setPeer(draft, 'relay', part(reason, reason.text.lastIndexOf(by), reason.text.lastIndexOf(by) + by.length));
  if (peer === null) return;
  const own = draft.recipients.length;
  const { sender } = draft;
  readWords(draft, reason);
  draft.recipients.length = own;
  if (sender !== undefined) draft.sender = sender;
}
