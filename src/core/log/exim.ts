import { verbNamed } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import { type EntryDraft, keep } from './draft.ts';
import type { LogOutcome, LogWord } from './log.ts';
import { asPeer, asReply, asStage, bare, blankPairs, decimal, duration, group, nextQueueId, part } from './logWords.ts';
import { asTime } from './time.ts';

const STAMP = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d{4})?) /;
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
  const address = /^(?:"[^"]{0,300}"@)?[^\s:]{0,320}/.exec(said.text)?.[0] ?? '';
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
  const to = / for ([^\s"]{3,320}(?: [^\s"=]{3,320}){0,200})$/.exec(head.text)?.[1];
  if (to === undefined || flag !== '<=') return;
  let at = head.text.length - to.length;
  for (const address of to.split(' ')) {
    draft.recipients.push(part(head, at, at + address.length));
    at += address.length + 1;
  }
}

function readField(draft: EntryDraft, name: string, value: LogWord, flag: string): void {
  switch (name) {
    case 'H':
      return;
    case 'S': {
      const size = decimal(value);
      if (size !== undefined) draft.size = size;
      return;
    }
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
    case 'QT': {
      const delay = duration(value);
      if (delay !== undefined) draft.delay = delay;
      keep(draft, name, value);
      return;
    }
    case 'C': {
      const reply = asReply(value);
      if (reply !== undefined) draft.reply = reply;
      const next = nextQueueId(value);
      if (next !== undefined) draft.nextQueueId = next;
      return;
    }
    default:
      keep(draft, name, value);
  }
}

const HOST =
  /(?:^|\s)H=((?:\([^()\s]{1,255}\)|[^\s()[\]]{1,255})?)(?: \(([^()\s]{1,255})\))?(?: ?\[([^\]\s]{1,64})\])?(?::(\d{1,5}))?/;

/** `H=host (helo) [ip]:port`; the name in brackets is only what the client called itself. */
function readHost(draft: EntryDraft, fields: LogWord, side: 'client' | 'relay'): void {
  const match = HOST.exec(fields.text);
  if (match === null) return;
  const [all, name = '', , ip, port] = match;
  const start = match.index + all.indexOf('H=') + 2;
  const end = match.index + all.length;
  const ipAt = ip === undefined ? -1 : fields.text.lastIndexOf('[', end) + 1;
  draft[side] = {
    ...part(fields, start, end),
    ...(name !== '' && !name.startsWith('(') && { host: part(fields, start, start + name.length) }),
    ...(ip !== undefined && { ip: part(fields, ipAt, ipAt + ip.length) }),
    ...(port !== undefined && { port: part(fields, end - port.length, end) }),
  };
}

/** Where the reason of a failure starts: behind the first colon that a blank follows, outside quotes. */
function failureAt(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && text[at + 1] === ' ' && !quoted) return at;
  }
  return -1;
}

const REMOTE =
  /(?:SMTP|LMTP) error from remote mail(?:er| server) after ((?:[^:]|:(?! )){1,400}): (?:host \S{1,255} \[[^\]]{1,64}\]: )?(?=[245]\d\d)/;

function readFailure(draft: EntryDraft, fields: LogWord): void {
  const at = failureAt(fields.text);
  if (at >= 0) readReason(draft, part(fields, at + 2));
}

function readReason(draft: EntryDraft, words: LogWord): void {
  const reason = withoutTimes(words);
  draft.reason = reason;
  const match = REMOTE.exec(reason.text);
  if (match === null) return;
  const stage = asStage(match[1] ?? '');
  if (stage !== undefined) draft.stage = stage;
  const reply = asReply(part(reason, match.index + match[0].length));
  if (reply !== undefined) draft.reply = reply;
}

const withoutTimes = (words: LogWord): LogWord => {
  const tail = /(?: (?:QT|DT)=[\d.a-z]{1,20}){1,2}$/.exec(words.text);
  return part(words, 0, tail?.index ?? words.text.length);
};

function readCompleted(draft: EntryDraft, rest: LogWord): void {
  draft.status = part(rest, 0, 9);
  draft.outcome = 'removed';
  for (const { name, value } of blankPairs(rest)) readField(draft, name, value, 'Completed');
}

const REFUSED =
  /\b(temporarily rejected|rejected|(?<!Connection )refused)\b(?: (?:connection|EHLO or HELO|(EHLO|HELO|MAIL|RCPT|VRFY|EXPN|AUTH|STARTTLS|ETRN|after DATA|during MIME|DATA))\b)?/;

const FROM =
  /\b(?:from|connection on) (?:(?<host>[\w.-]{1,255}) )?(?:\([^()\s]{1,255}\) )?(?<ip>\[[\da-fA-F.:]{2,45}\](?::\d{1,5})?)/d;

/** Lines without a mark: refusals at the door, logins that failed, connections, remarks about a host. */
function readRemark(draft: EntryDraft, said: LogWord): void {
  const at = failureAt(said.text);
  const refused = REFUSED.exec(at < 0 ? said.text : said.text.slice(0, at)) ?? REFUSED.exec(said.text);
  readHost(draft, said, refused === null && draft.queueId !== undefined ? 'relay' : 'client');
  const from = FROM.exec(said.text);
  const peer = from === null ? undefined : group(said, from, 'ip');
  const client = peer && asPeer(peer);
  if (client !== undefined && draft.client === undefined && draft.relay === undefined) {
    const host = from === null ? undefined : group(said, from, 'host');
    draft.client = { ...client, ...defined({ host }) };
  }
  if (REMOTE.test(said.text)) {
    readReason(draft, said);
    return;
  }
  draft.reason = said;
  const sender = /\bF=<([^<>\s]{0,320})>/.exec(said.text);
  if (sender?.[1] !== undefined) draft.sender = part(said, sender.index + 3, sender.index + 3 + sender[1].length);
  if (refused !== null && (draft.client !== undefined || draft.queueId !== undefined))
    readRefusal(draft, said, refused);
  readLogin(draft, said);
}

function readRefusal(draft: EntryDraft, said: LogWord, refused: RegExpExecArray): void {
  const end = refused.index + refused[0].length;
  draft.status = part(said, refused.index, refused.index + (refused[1] as string).length);
  draft.outcome = 'rejected';
  const stage = refused[2];
  if (stage !== undefined) draft.stage = /DATA|MIME/.test(stage) ? '(data)' : verbNamed(stage);
  const recipient = stage === 'RCPT' ? /^ <([^<>\s]{1,320})>/.exec(said.text.slice(end))?.[1] : undefined;
  if (recipient !== undefined) draft.recipients.push(part(said, end + 2, end + 2 + recipient.length));
  const why = /^[^:]{0,400}: (?=\S)/.exec(said.text.slice(end));
  if (why === null) return;
  draft.reason = part(said, end + why[0].length);
  const reply = asReply(draft.reason);
  if (reply !== undefined) draft.reply = reply;
}

const LOGIN =
  /^\w{1,40} authenticator failed for (?:[\w.-]{1,255} )?(?:\([^()\s]{1,255}\) )?(?<ip>\[[^\]\s]{1,64}\](?::\d{1,5})?)(?: I=\S{1,80})?: (?=[45]\d\d)/d;

function readLogin(draft: EntryDraft, said: LogWord): void {
  const match = LOGIN.exec(said.text);
  const ip = match === null ? undefined : group(said, match, 'ip');
  if (match === null || ip === undefined) return;
  const client = asPeer(ip);
  if (client !== undefined) draft.client = client;
  draft.stage = '(auth)';
  const reply = asReply(part(said, match[0].length));
  if (reply !== undefined) draft.reply = reply;
}
