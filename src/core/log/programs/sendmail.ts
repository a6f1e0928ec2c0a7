import type { Stage } from '../../smtp/verbs.ts';
import { append } from '../../text/lists.ts';
import { type EntryDraft, keep, setDelay, setPeer, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { asReply, asStage, bare, commaPairs, duration, nextQueueId, type Pair, part } from '../logWords.ts';

const QUEUE_ID = /^((?=[A-Za-z]{0,8}\d)[A-Za-z0-9]{8,20}|NOQUEUE): /;
const REST: ReadonlySet<string> = new Set(['stat', 'reject', 'reply', 'quarantine']);

/** What sendmail says behind its name (Sendmail Installation and Operation Guide, 2.1.1). */
export function readSendmail(draft: EntryDraft, rest: LogWord): void {
  const id = QUEUE_ID.exec(rest.text);
  if (id?.[1] !== undefined && id[1] !== 'NOQUEUE') draft.queueId = part(rest, 0, id[1].length);
  const said = part(rest, id?.[0].length ?? 0);
  const other = QUEUE_ID.exec(said.text);
  if (other?.[1] !== undefined && draft.queueId !== undefined) {
    // A bounce names the message first and then its own id: `id: id2: DSN: User unknown`.
    draft.relatedId = part(said, 0, other[1].length);
    draft.reason = part(said, other[0].length);
    if (/^(?:sender notify|return to sender|DSN): Cannot send message (?:for|within) /.test(draft.reason.text))
      draft.outcome = 'expired';
    return;
  }
  if (!/^[a-z][\w-]{1,20}=/.test(said.text)) {
    readRemark(draft, said);
    return;
  }
  for (const pair of commaPairs(said, REST)) readPair(draft, pair);
  if (draft.sender !== undefined && draft.outcome === undefined && draft.recipients.length === 0) {
    if (draft.fields.some(({ name, text }) => name === 'nrcpts' && text !== '0')) draft.outcome = 'received';
  }
}

function readPair(draft: EntryDraft, { name, value }: Pair): void {
  switch (name) {
    case 'from':
      draft.sender = bare(value);
      return;
    case 'to':
      append(draft.recipients, addresses(value));
      return;
    case 'msgid':
      draft.messageId = bare(value);
      return;
    case 'relay':
      setPeer(draft, draft.recipients.length > 0 && rulesetOf(draft) === undefined ? 'relay' : 'client', value);
      return;
    case 'arg1':
      if (rulesetOf(draft) === 'check_rcpt') draft.recipients.push(bare(value));
      else if (rulesetOf(draft) === 'check_mail') draft.sender = bare(value);
      keep(draft, name, bare(value));
      return;
    case 'delay':
      setDelay(draft, value);
      return;
    case 'xdelay': {
      const delay = duration(value);
      if (delay !== undefined) draft.delays = [{ ...delay, stage: 'transmission' }];
      return;
    }
    case 'size':
      setSize(draft, value);
      return;
    case 'dsn':
      draft.dsn = value;
      return;
    case 'stat':
      readStat(draft, value);
      return;
    case 'reject':
      draft.outcome = 'rejected';
      draft.stage ??= stageOfRuleset(draft);
      readReply(draft, value);
      return;
    case 'reply': {
      // A later `stat=` stands behind the reply on the same line.
      const stat = value.text.lastIndexOf(', stat=');
      readReply(draft, part(value, 0, stat < 0 ? value.text.length : stat));
      if (stat >= 0) readStat(draft, part(value, stat + 7));
      return;
    }
    case 'quarantine':
      draft.outcome = 'quarantined';
      draft.reason = value;
      return;
    default:
      keep(draft, name, bare(value));
  }
}

const rulesetOf = ({ fields }: EntryDraft): string | undefined => fields.find(({ name }) => name === 'ruleset')?.text;

const stageOfRuleset = (draft: EntryDraft): Stage => {
  const ruleset = rulesetOf(draft);
  if (ruleset === 'check_relay') return 'connect';
  return ruleset === 'check_mail' ? 'MAIL' : ruleset === 'check_rcpt' ? 'RCPT' : '?';
};

/** One or more addresses with commas between them. */
function addresses(value: LogWord): readonly LogWord[] {
  const found: LogWord[] = [];
  let at = 0;
  while (at <= value.text.length) {
    const comma = value.text.indexOf(',', at);
    const end = comma < 0 ? value.text.length : comma;
    if (end > at) found.push(bare(part(value, at, end)));
    at = end + 1;
  }
  return found;
}

const REPLY_IN_STAT = /(?:^|[: (])(?=[45][0-5]\d[ -])/;

/** `Sent (OK id=…)`, `Deferred: 450 4.2.0 …`, `User unknown`, `Service unavailable`, `queued`. */
function readStat(draft: EntryDraft, value: LogWord): void {
  const [found] = /^(?:Sent|queued|Deferred|Delayed|[^:(]{0,80})/.exec(value.text) as RegExpExecArray;
  const word = found.trimEnd();
  draft.status = part(value, 0, word.length);
  draft.outcome = outcomeOf(word, draft.dsn?.text);
  const bracket = value.text.indexOf('(');
  if (word === 'Sent') {
    if (bracket < 0) return;
    const said = part(value, bracket + 1, value.text.endsWith(')') ? value.text.length - 1 : value.text.length);
    draft.reason = said;
    const reply = asReply(said);
    if (reply !== undefined) draft.reply = reply;
    const next = nextQueueId(said);
    if (next !== undefined) draft.nextQueueId = next;
    return;
  }
  draft.reason = value;
  const at = REPLY_IN_STAT.exec(value.text);
  const reply = at === null ? undefined : asReply(part(value, at.index + at[0].length));
  if (reply !== undefined) draft.reply ??= reply;
}

function outcomeOf(word: string, dsn = ''): LogOutcome {
  if (word === 'Sent') return 'sent';
  if (/^(?:Deferred|queued|Delayed)/i.test(word)) return 'deferred';
  return dsn.startsWith('4.') ? 'deferred' : dsn.startsWith('2.') ? 'sent' : 'bounced';
}

function readReply(draft: EntryDraft, value: LogWord): void {
  const reply = asReply(value, true);
  if (reply !== undefined) draft.reply = reply;
  draft.reason = value;
}

/** `<user@…>... User unknown`, `lost input channel from host [ip] to MTA after rcpt`, `Milter: data, reject=550 …`. */
function readRemark(draft: EntryDraft, said: LogWord): void {
  draft.reason = said;
  const recipient = /^(?:\d{3} \d\.\d\.\d )?<([^<>]{0,320})>\.\.\. /.exec(said.text);
  if (recipient?.[1] !== undefined) {
    const at = said.text.indexOf('<') + 1;
    draft.recipients.push(part(said, at, at + recipient[1].length));
    draft.outcome = 'rejected';
    draft.stage = 'RCPT';
  }
  const reply = asReply(said);
  if (reply !== undefined) draft.reply = reply;
  const milter = /^Milter.{0,200}? reject=(?=\d{3})/.exec(said.text);
  if (milter !== null) {
    draft.outcome = 'rejected';
    const to = /(?<= to=<)[^<>\s]{1,320}(?=>)/.exec(milter[0]);
    if (to !== null) draft.recipients.push(part(said, to.index, to.index + to[0].length));
    readReply(draft, part(said, milter[0].length));
  }
  const from = /^(?:lost input channel from|timeout waiting for input from|.{0,255} did not issue) /.exec(said.text);
  if (from === null) return;
  setPeer(draft, 'client', part(said, said.text.includes(' did not issue') ? 0 : from[0].length));
  const stage = asStage(/ after (\w+)/.exec(said.text)?.[1] ?? '');
  if (stage !== undefined) draft.stage = stage;
}
