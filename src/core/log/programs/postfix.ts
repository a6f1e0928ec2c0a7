import { readDoorFilter } from '../doorFilters.ts';
import { type EntryDraft, keep, setDelay, setPeer, setReply, setSize } from '../draft.ts';
import type { DelayPart, DelayStage, LogOutcome, LogWord } from '../log.ts';
import { asStage, bare, commaPairs, decimal, part } from '../logWords.ts';
import { ACCESS, readAccess } from './postfixAccess.ts';

/** Behind the name of the program any word before a recipient is one, so that one that somebody shortened or changed counts. */
const QUEUE_ID =
  /^(?:([0-9A-F]{6,16}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,26}|(?!NOQUEUE)[\w*.-]{2,26}(?=: (?:to|from)=<))|NOQUEUE): /;

/** What a Postfix program says behind its name; src/global and the daemons' own pages give the forms. */
export function readPostfix(draft: EntryDraft, given: LogWord): void {
  const rest = part(given, given.text.length - given.text.trimStart().length);
  const id = QUEUE_ID.exec(rest.text);
  if (id?.[1] !== undefined) draft.queueId = part(rest, 0, id[1].length);
  const said = part(rest, id?.[0].length ?? 0);
  const { text } = said;
  const access = ACCESS.exec(text);
  if (access !== null) {
    readAccess(draft, said, access);
    return;
  }
  if (text.startsWith('warning: ') || SASL_FAILED.test(text)) {
    readWarning(draft, said);
    return;
  }
  if (CONNECTIONS.test(text)) {
    readConnection(draft, said);
    return;
  }
  if (text === 'removed') {
    draft.status = said;
    draft.outcome = 'removed';
    return;
  }
  const report = REPORT.exec(text);
  if (report !== null) {
    draft.relatedId = part(said, text.length - (report[1] as string).length);
    draft.reason = said;
    return;
  }
  if (PAIR.test(text)) readPairs(draft, said);
  else if (!readDoorFilter(draft, said)) readRemark(draft, said);
}

const PAIR = /^[a-z][\w-]{1,30}=/;
const REPORT = /^(?:sender (?:non-delivery|delay|delivery status)|postmaster [\w-]{1,20}) notification: (\w{6,26})$/;

const REST: ReadonlySet<string> = new Set(['status']);

function readPairs(draft: EntryDraft, said: LogWord): void {
  for (const { name, value } of commaPairs(said, REST)) readPair(draft, name, value);
  if (draft.client !== undefined) draft.outcome = 'received';
}

function readPair(draft: EntryDraft, name: string, value: LogWord): void {
  switch (name) {
    case 'from':
      draft.sender = bare(value);
      return;
    case 'uid': {
      // pickup writes the sender behind the user without a comma: `uid=0 from=<root>`.
      const from = value.text.indexOf(' from=');
      if (from >= 0) draft.sender = bare(part(value, from + 6));
      keep(draft, name, from < 0 ? value : part(value, 0, from));
      return;
    }
    case 'to':
      draft.recipients.push(bare(value));
      return;
    case 'orig_to':
      draft.originalRecipient = bare(value);
      return;
    case 'message-id':
    case 'resent-message-id':
      draft.messageId = bare(value);
      return;
    case 'client':
      setPeer(draft, 'client', value);
      return;
    case 'relay':
      setPeer(draft, 'relay', value);
      return;
    case 'delay':
      setDelay(draft, value);
      return;
    case 'delays':
      draft.delays = readDelays(value);
      return;
    case 'size':
      setSize(draft, value);
      return;
    case 'dsn':
      draft.dsn = value;
      return;
    case 'status':
      readStatus(draft, value);
      return;
    case 'nrcpt': {
      const open = value.text.indexOf(' (');
      keep(draft, name, open < 0 ? value : part(value, 0, open));
      if (open >= 0) draft.status = bareRemark(part(value, open + 1));
      return;
    }
    default:
      keep(draft, name, bare(value));
  }
}

const bareRemark = (value: LogWord): LogWord =>
  value.text.endsWith(')') ? part(value, 1, value.text.length - 1) : part(value, 1);

const STAGES: readonly DelayStage[] = ['before-queue', 'in-queue', 'connection', 'transmission'];

/** `delays=a/b/c/d`: before the queue manager, in the queue manager, connecting, sending (postconf(5), delay_logging_resolution_limit). */
function readDelays(value: LogWord): readonly DelayPart[] {
  const parts: DelayPart[] = [];
  let at = 0;
  for (const stage of STAGES) {
    const number = decimal(part(value, at));
    if (number === undefined) return [];
    parts.push({ ...number, stage });
    at += number.text.length + 1;
  }
  return parts;
}

const OUTCOMES: ReadonlyMap<string, LogOutcome> = new Map([
  ['sent', 'sent'],
  ['bounced', 'bounced'],
  ['deferred', 'deferred'],
  ['expired', 'expired'],
  // ADDRESS_VERIFICATION_README: what verify(8) and `sendmail -bv` ask.
  ['deliverable', 'probed'],
  ['undeliverable', 'probed'],
  ['SOFTBOUNCE', 'deferred'],
]);

const STATUS = /^[\w-]{1,30}/;

/** `bounced (host mx[192.0.2.1] said: 550 5.1.1 … (in reply to RCPT TO command))` and its kin. */
function readStatus(draft: EntryDraft, value: LogWord): void {
  const word = STATUS.exec(value.text)?.[0];
  if (word === undefined) return;
  draft.status = part(value, 0, word.length);
  const outcome = OUTCOMES.get(word);
  if (outcome !== undefined) draft.outcome = outcome;
  const open = value.text.indexOf('(');
  if (open < 0) return;
  const close = value.text.endsWith(')') ? value.text.length - 1 : value.text.length;
  readReason(draft, part(value, open + 1, close));
}

const SAID =
  /(?: said:| refused to talk to me:|^delivery temporarily suspended: host [^ ]{1,320} (?:said|refused to talk to me):) (?=[245]\d\d)/;
const IN_REPLY = / \(in reply to [^()]{1,60}\)$/;

/** What stands in brackets behind a status, or alone on a line about the other server. */
function readReason(draft: EntryDraft, reason: LogWord): void {
  draft.reason = reason;
  const said = SAID.exec(reason.text);
  const inReply = IN_REPLY.exec(reason.text);
  const stage = inReply === null ? undefined : asStage(inReply[0]);
  if (stage !== undefined) draft.stage = stage;
  if (said?.[0].includes('refused') === true) draft.stage ??= 'connect';
  const from = said === null ? 0 : said.index + said[0].length;
  setReply(draft, part(reason, from, inReply?.index));
}

const SASL_FAILED = /: SASL \S{1,30} authentication (?:failed|aborted)/;
const CONNECTIONS =
  /^(?:connect from|disconnect from|lost connection after|timeout after|too many errors|improper command|CONNECT from|DISCONNECT|PASS (?:NEW|OLD)|PREGREET|HANGUP|DNSBL|ALLOWLISTED|WHITELISTED|DENYLISTED|BLACKLISTED|COMMAND|BARE NEWLINE|NON-SMTP|(?:Anonymous|Untrusted|Trusted|Verified) TLS connection|setting up TLS connection|SSL_accept error|SSL_connect error)/;
const FROM = /(?:\bfrom|\bto|PASS (?:NEW|OLD)|\bfor|DISCONNECT|LISTED) (?=\[|[\w.-]{1,255}\[)/;

/** Lines about a connection: the peer is a client of smtpd and postscreen, a relay of smtp. */
function readConnection(draft: EntryDraft, said: LogWord): void {
  const from = FROM.exec(said.text);
  if (from !== null) {
    const outgoing = /^(?:\w+ TLS connection established to|setting up TLS connection to|SSL_connect)/.test(said.text);
    setPeer(draft, outgoing ? 'relay' : 'client', part(said, from.index + from[0].length));
  }
  const after = /^(?:lost connection|timeout|too many errors|improper command pipelining) after [A-Z-]{3,20}/i.exec(
    said.text,
  );
  const stage = after === null ? undefined : asStage(after[0]);
  if (stage !== undefined) draft.stage = stage;
  draft.reason = said;
}

function readWarning(draft: EntryDraft, said: LogWord): void {
  const from = said.text.startsWith('warning: ') ? 9 : 0;
  draft.reason = part(said, from);
  if (!SASL_FAILED.test(said.text)) return;
  setPeer(draft, 'client', draft.reason);
  draft.stage = '(auth)';
  const name = /\bsasl_username=(\S{1,255})$/.exec(said.text);
  if (name?.[1] !== undefined) keep(draft, 'sasl_username', part(said, said.text.length - name[1].length));
}

/** `host mx[192.0.2.1] said: 450 …`, `connect to mx[192.0.2.1]:25: Connection refused` and whatever else is said. */
function readRemark(draft: EntryDraft, said: LogWord): void {
  const peer = /^(?:host|connect to|lost connection with|conversation with|Host offered STARTTLS: \[?) ?(?=\S)/.exec(
    said.text,
  );
  if (peer !== null) setPeer(draft, 'relay', part(said, peer[0].length));
  readReason(draft, said);
}
