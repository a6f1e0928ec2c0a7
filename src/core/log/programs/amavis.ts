import { type EntryDraft, keep, setPeer, setReply, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { bare, duration, group, part } from '../logWords.ts';

const VERDICT =
  /^(?<status>(?<word>Passed|Blocked|Not-Delivered) (?:CLEAN|SPAMMY|SPAM|INFECTED|BANNED|BAD-HEADER(?:-\d)?|UNCHECKED(?:-[A-Z]{1,20})?|TEMPFAIL|MTA-BLOCKED|OVERSIZED|OTHER|[A-Z-]{3,30})(?: \([^()]{0,200}\))?)(?: \{[^{}]{0,300}\})?/d;
const ENVELOPE = /(?<from><[^<>\s]{0,320}>) -> (?<to><[^<>\s]{0,320}>(?:,<[^<>\s]{0,320}>){0,5000})/d;

/** The line that amavis writes of each message (amavisd.conf, $log_templ). */
export function readAmavis(draft: EntryDraft, rest: LogWord): void {
  const id = /^\(([\w-]{3,30})\) /.exec(rest.text);
  if (id?.[1] !== undefined) draft.session = part(rest, 1, 1 + id[1].length);
  const said = part(rest, id?.[0].length ?? 0);
  draft.reason = said;
  const verdict = VERDICT.exec(said.text);
  if (verdict === null) return;
  const status = group(said, verdict, 'status');
  if (status !== undefined) draft.status = status;
  // A filter that lets a message pass has not delivered it.
  if (verdict.groups?.word !== 'Passed') draft.outcome = outcomeOf(said.text);
  const envelope = ENVELOPE.exec(said.text);
  if (envelope !== null) {
    const from = group(said, envelope, 'from');
    const to = group(said, envelope, 'to');
    if (from !== undefined) draft.sender = bare(from);
    if (to !== undefined) readRecipients(draft, to);
    const client = /\[[^\]\s]{2,64}\](?::\d{1,5})?/.exec(said.text.slice(verdict[0].length, envelope.index));
    if (client !== null) setPeer(draft, 'client', part(said, verdict[0].length + client.index));
  }
  readFields(draft, part(said, envelope === null ? verdict[0].length : envelope.index + envelope[0].length));
  const reply = /, from MTA\([^()]{0,100}\): |\bfrom MTA: /.exec(said.text);
  if (reply !== null) setReply(draft, part(said, reply.index + reply[0].length));
}

function outcomeOf(text: string): LogOutcome {
  if (/Quarantined/i.test(text)) return 'quarantined';
  return /Discarded/.test(text) ? 'discarded' : /TempFail/i.test(text) ? 'deferred' : 'rejected';
}

function readRecipients(draft: EntryDraft, list: LogWord): void {
  let at = 0;
  for (const address of list.text.split(',')) {
    draft.recipients.push(bare(part(list, at, at + address.length)));
    at += address.length + 1;
  }
}

const FIELD = /, (?:([A-Za-z][\w-]{0,30}): (<[^<>]{0,1000}>|[^,]{0,300})|(\d{1,9} ms)(?=$|[, ]))/g;

function readFields(draft: EntryDraft, words: LogWord): void {
  for (const match of words.text.matchAll(FIELD)) {
    const end = match.index + match[0].length;
    const value = bare(part(words, end - (match[2] ?? (match[3] as string)).length, end));
    if (match[3] !== undefined) {
      const delay = duration(value);
      if (delay !== undefined) draft.delay = delay;
    } else readField(draft, match[1] as string, value);
  }
}

function readField(draft: EntryDraft, name: string, value: LogWord): void {
  switch (name) {
    case 'Queue-ID':
      draft.queueId = value;
      return;
    case 'Message-ID':
      draft.messageId = value;
      return;
    case 'queued_as': {
      const first = /^[\w-]{1,40}/.exec(value.text)?.[0];
      if (first !== undefined) draft.nextQueueId = part(value, 0, first.length);
      return;
    }
    case 'size':
      setSize(draft, value);
      return;
    default:
      keep(draft, name, value);
  }
}
