import { type EntryDraft, keep, setDelay, setReply, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { bare, blankPairs, group, ipPeer, type Pair, part } from '../logWords.ts';
import { asTime } from '../time.ts';

const DEFAULT =
  /^(?:(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20}) {1,2})?\[(?<level>[A-Z]{2,10})\] \[(?<id>-|[0-9A-Fa-f.-]{1,80})\] \[(?<plugin>[\w./-]{1,60})\] {1,2}/d;
const WORDS: ReadonlyMap<string, LogOutcome> = new Map([
  ['delivered', 'sent'],
  ['bounced', 'bounced'],
  ['deferred', 'deferred'],
  ['temp', 'deferred'],
  ['queued', 'received'],
  ['rejected', 'rejected'],
  ['deny', 'rejected'],
]);

/** A line of Haraka's log, in its default form or as logfmt (Haraka, "Logging"). */
export function readHaraka(draft: EntryDraft, line: LogWord): void {
  const head = DEFAULT.exec(line.text);
  if (head === null) {
    for (const pair of blankPairs(line)) readPair(draft, pair);
    return;
  }
  const time = group(line, head, 'time');
  const id = group(line, head, 'id');
  const plugin = group(line, head, 'plugin');
  if (time !== undefined) draft.time = asTime(time);
  if (id !== undefined && id.text !== '-') setId(draft, id);
  if (plugin !== undefined) draft.eventSource = plugin;
  const said = part(line, head[0].length);
  draft.reason = said;
  const word = /^[A-Za-z]{3,20}/.exec(said.text)?.[0] ?? '';
  const outcome = WORDS.get(word.toLowerCase());
  if (word !== '') draft.eventId = part(said, 0, word.length);
  if (outcome !== undefined) {
    draft.status = part(said, 0, word.length);
    draft.outcome = outcome;
  }
  for (const pair of blankPairs(said)) readPair(draft, pair);
  readRefusal(draft, said);
}

/** `recipient <bob@contoso.test> rejected: 550 5.1.1 …` and its kin: whom, and what the other server said (outbound/hmail.js). */
function readRefusal(draft: EntryDraft, said: LogWord): void {
  const match =
    /^(?:recipient )?(?:<([^<>\s]{0,320})> )?(?:(?:rejected|bounced|deferred|temp fail|delay)\w{0,3}|[\w ]{0,40}?failed(?: permanently)?|Temp fail for|Some recipients failed):? {0,2}(?=[45][0-5]\d[ -])/i.exec(
      said.text,
    );
  if (match === null) return;
  if (match[1] !== undefined && match[1] !== '') {
    const at = said.text.indexOf('<') + 1;
    draft.recipients.push(part(said, at, at + match[1].length));
  }
  setReply(draft, part(said, match[0].length));
  draft.outcome = said.text[match[0].length] === '4' ? 'deferred' : 'bounced';
}

/** `connection.transaction.recipient`: a message is a transaction of a connection. */
function setId(draft: EntryDraft, id: LogWord): void {
  const dots = id.text.split('.');
  draft.session = part(id, 0, (dots[0] as string).length);
  if (dots.length > 1) draft.queueId = part(id, 0, `${dots[0]}.${dots[1]}`.length);
}

function readPair(draft: EntryDraft, { name, value }: Pair): void {
  switch (name) {
    case 'uuid':
      if (value.text !== '-') setId(draft, value);
      return;
    case 'origin':
    case 'source':
      draft.eventSource = value;
      return;
    case 'message':
      draft.reason = value;
      return;
    case 'host':
      draft.relay = { ...value, host: value };
      return;
    case 'ip': {
      const outbound = draft.eventSource?.text === 'outbound';
      if (outbound) draft.relay = ipPeer(value, draft.relay?.host);
      else draft.client = ipPeer(value);
      return;
    }
    case 'port':
      if (draft.relay !== undefined) draft.relay = { ...draft.relay, port: value };
      return;
    case 'response':
    case 'reply':
      setReply(draft, value);
      draft.reason = value;
      return;
    case 'msg':
    case 'err':
      draft.reason = value;
      return;
    case 'mid':
    case 'message-id':
    case 'msgid':
      draft.messageId = bare(value);
      return;
    case 'from':
    case 'mailfrom':
    case 'mail_from':
      draft.sender = bare(value);
      return;
    case 'to':
    case 'rcpt':
    case 'rcptto':
      draft.recipients.push(bare(value));
      return;
    case 'bytes':
      setSize(draft, value);
      return;
    case 'delay':
      setDelay(draft, value);
      return;
    default:
      keep(draft, name, value);
  }
}
