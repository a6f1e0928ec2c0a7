import { defined } from '../../text/defined.ts';
import { type EntryDraft, keep, setDelay, setReply, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { asStage, bare, blankPairs, commaPairs, ipPeer, type Pair, part } from '../logWords.ts';

const SESSION = /^([0-9a-f]{16}) (smtp|mta|mda|lka|queue|smtp-in|smtp-out) (?:event=)?([a-z-]{1,40})(?: |$)/;
const RESULTS: ReadonlyMap<string, LogOutcome> = new Map([
  ['Ok', 'sent'],
  ['TempFail', 'deferred'],
  ['PermFail', 'bounced'],
  ['Loop', 'bounced'],
  ['Expired', 'expired'],
]);

/** What OpenSMTPD logs (smtpd(8)): session, part of the program, event, then names with values. */
export function readOpensmtpd(draft: EntryDraft, line: LogWord): void {
  const session = SESSION.exec(line.text);
  if (session === null) {
    readOlder(draft, line);
    return;
  }
  const [all, id = '', area = '', event = ''] = session;
  const trimmed = all.trimEnd();
  draft.session = part(line, 0, id.length);
  draft.eventSource = part(line, id.length + 1, id.length + 1 + area.length);
  draft.eventId = part(line, trimmed.length - event.length, trimmed.length);
  // What is said behind `stat=` may hold blanks without quotation marks around it.
  const stat = /[ ,]stat=(?!")/.exec(line.text);
  const pairs = stat === null ? line : part(line, 0, stat.index);
  for (const pair of blankPairs(part(pairs, all.length))) readPair(draft, pair);
  if (stat !== null) readPair(draft, { name: 'stat', value: part(line, stat.index + stat[0].length) });
  if (event === 'message' || event === 'envelope') draft.outcome = 'received';
  if (event === 'failed-command') draft.outcome = 'rejected';
}

function readPair(draft: EntryDraft, { name, value }: Pair): void {
  switch (name) {
    case 'msgid':
    case 'evpid':
      draft.queueId = value;
      return;
    case 'from':
      draft.sender = value;
      return;
    case 'to':
      draft.recipients.push(value);
      return;
    case 'rcpt':
      if (value.text !== '-' && value.text !== '') draft.originalRecipient = value;
      return;
    case 'relay':
      readRelay(draft, value);
      return;
    case 'address':
      draft[draft.eventSource?.text === 'mta' ? 'relay' : 'client'] = ipPeer(address(value));
      return;
    case 'host':
      readHost(draft, value);
      return;
    case 'delay':
      setDelay(draft, value);
      return;
    case 'size':
      setSize(draft, value);
      return;
    case 'command':
      readStage(draft, value);
      keep(draft, name, value);
      return;
    case 'result':
      setReply(draft, value);
      if (draft.reply === undefined) readResult(draft, value);
      return;
    case 'stat':
      draft.reason = value;
      setReply(draft, value);
      if (draft.reply === undefined) readInner(draft, value);
      return;
    default:
      keep(draft, name, value);
  }
}

/** What a delivery program says that another server answered: `Error ("mail.lmtp: LMTP server error: 550 5.1.1 …")`. */
function readInner(draft: EntryDraft, value: LogWord): void {
  const at = /error: (?=[45]\d\d[ -])/.exec(value.text);
  if (at === null) return;
  const tail = /["')]{1,3}$/.exec(value.text);
  setReply(draft, part(value, at.index + at[0].length, tail?.index ?? value.text.length));
}

/** `smtp://192.0.2.1:25` and `[2001:db8::1]` hold an address. */
function address(value: LogWord): LogWord {
  const match = /^(?:[\w+]{3,12}:\/\/)?(\[[^\]]{1,64}\]|[^:/]{1,255}(?=:\d{1,5}$|$)|.{1,64})/.exec(value.text);
  const text = match?.[1];
  if (match === null || text === undefined) return value;
  return bare(part(value, match[0].length - text.length, match[0].length));
}

/** The host follows the address it belongs to. */
function readHost(draft: EntryDraft, value: LogWord): void {
  const side = draft.eventSource?.text === 'mta' ? 'relay' : 'client';
  const peer = draft[side];
  if (peer?.ip !== undefined) draft[side] = { ...peer, host: value, text: peer.text };
  else draft[side] = { ...value, host: value };
}

/** `192.0.2.1 (mx.contoso.test)` */
function readRelay(draft: EntryDraft, value: LogWord): void {
  const match = /^(\S{1,64})(?: \(([^()]{1,255})\))?/.exec(value.text);
  if (match?.[1] === undefined) return;
  const ip = bare(part(value, 0, match[1].length));
  const host =
    match[2] === undefined ? undefined : part(value, match[0].length - 1 - match[2].length, match[0].length - 1);
  draft.relay = { ...value, ip, ...defined({ host }) };
}

function readStage(draft: EntryDraft, value: LogWord): void {
  const stage = asStage(value.text);
  if (stage !== undefined) draft.stage = stage;
  const whom = /^RCPT TO: ?<([^<>\s]{1,320})>/i.exec(value.text);
  if (whom?.[1] !== undefined) draft.recipients.push(bare(part(value, 8, whom[0].length)));
}

function readResult(draft: EntryDraft, value: LogWord): void {
  draft.status = value;
  const outcome = RESULTS.get(value.text);
  if (outcome !== undefined) draft.outcome = outcome;
}

const ACCEPTED =
  /^smtp-in: (?:Accepted message|Closing session|New session|session) ([0-9a-f]{8,16})(?: on session [0-9a-f]{16})?/;
const FAILED = /^smtp-in: (?:Failed|Bad) command on session ([0-9a-f]{16}): "([^"]{0,500})" => (?=\d{3})/;
const DELIVERED = /^(?:delivery|relay|mta|rcpt): (\w{2,10}) for ([0-9a-f]{16}): /;

const NONE: ReadonlySet<string> = new Set();

/** What the next server said, behind which a comma separates nothing. */
const STAT = ', stat=';

/** The form of versions before 6: `relay: Ok for 64e14d3d04081423: session=…, from=<…>, stat=250 …`. */
function readOlder(draft: EntryDraft, line: LogWord): void {
  const failed = FAILED.exec(line.text);
  const delivered = DELIVERED.exec(line.text);
  const accepted = ACCEPTED.exec(line.text);
  if (failed?.[1] !== undefined) {
    draft.session = part(line, line.text.indexOf(failed[1]), line.text.indexOf(failed[1]) + 16);
    readStage(draft, part(line, failed[0].length - 5 - (failed[2] as string).length, failed[0].length - 5));
    setReply(draft, part(line, failed[0].length));
    draft.outcome = 'rejected';
    return;
  }
  if (delivered?.[1] !== undefined && delivered[2] !== undefined) {
    const at = delivered[0].indexOf(':') + 2;
    readResult(draft, part(line, at, at + delivered[1].length));
    draft.queueId = part(line, delivered[0].length - 18, delivered[0].length - 2);
    const [front = ''] = line.text.split(STAT, 1);
    for (const pair of commaPairs(part(line, delivered[0].length, front.length), NONE))
      readPair(draft, { ...pair, value: bare(pair.value) });
    if (front !== line.text) readPair(draft, { name: 'stat', value: bare(part(line, front.length + STAT.length)) });
    return;
  }
  if (accepted?.[1] !== undefined && accepted[0].includes('Accepted')) {
    const at = line.text.indexOf(accepted[1]);
    draft.queueId = part(line, at, at + accepted[1].length);
    draft.outcome = 'received';
    for (const pair of blankPairs(part(line, accepted[0].length))) readPair(draft, pair);
    return;
  }
  draft.reason = line;
}
