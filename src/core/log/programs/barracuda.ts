import { type EntryDraft, keep, setPeer } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { asReply, group, part } from '../logWords.ts';

/**
 * `client[ip] message start end RECV|SCAN|SEND …` (Barracuda Email Security Gateway, "Syslog and the Barracuda Email
 * Security Gateway"): sender, recipient, deed and reason by number of what came in; deed, next id and reply of what was sent.
 */
const HEAD = /^(?<client>\S{1,255}) (?<id>[\w-]{10,60}) \d{1,10} \d{1,10} (?<service>RECV|SCAN|SEND) /d;
const TAKEN =
  /^(?:ENC |- )?(?<sender>\S{1,320}) (?<recipient>\S{1,320}) (?:-?[\d.]{1,8} |- )?(?<deed>\d) (?<reason>\d{1,3}) (?<words>(?:(?! SZ:\d| SUBJ:)[^\r\n]){0,500})(?: SZ:\d{1,15})?(?: SUBJ:(?<subject>[^\r\n]{1,500}))?/d;
const SENT = /^(?:ENC |- )?(?<deed>\d) (?<next>\S{1,60}) (?<words>[^\r\n]{0,1000})/d;

/** By number: allowed, aborted, blocked, quarantined, tagged, deferred, kept for the user, on a list of his, encrypted, sent on. */
const DEEDS: readonly (LogOutcome | undefined)[] = [
  'received',
  undefined,
  'rejected',
  'quarantined',
  'received',
  'deferred',
  'quarantined',
  'received',
  'received',
  'received',
];
const SENDS: readonly (LogOutcome | undefined)[] = [undefined, 'sent', 'rejected', 'deferred', 'expired'];

/** Reads a line of the gateway; false where it is of something else. */
export function readBarracuda(draft: EntryDraft, rest: LogWord): boolean {
  const head = HEAD.exec(rest.text);
  if (head === null) return false;
  const of = (name: string): LogWord => group(rest, head, name) as LogWord;
  draft.queueId = of('id');
  const isSent = of('service').text === 'SEND';
  // What sends has no client: the address of the gateway itself stands for it.
  if (!isSent) setPeer(draft, 'client', of('client'));
  readDeed(draft, part(rest, head[0].length), isSent);
  return true;
}

function readDeed(draft: EntryDraft, said: LogWord, isSent: boolean): void {
  const match = (isSent ? SENT : TAKEN).exec(said.text);
  if (match === null) return;
  const of = (name: string): LogWord | undefined => group(said, match, name);
  const [sender, recipient, reason, subject] = [of('sender'), of('recipient'), of('reason'), of('subject')];
  const words = of('words') as LogWord;
  if (sender !== undefined) draft.sender = sender;
  if (recipient !== undefined) draft.recipients.push(recipient);
  const outcome = (isSent ? SENDS : DEEDS)[Number(of('deed')?.text)];
  if (outcome !== undefined) draft.outcome = outcome;
  if (reason !== undefined) keep(draft, 'reason', reason);
  if (subject !== undefined) draft.subject = subject;
  if (words.text !== '-') draft.reason = words;
  const reply = asReply(words);
  if (reply?.code === undefined) return;
  draft.reply = reply;
  // The server's own word counts for more than the number.
  draft.outcome = reply.code < 400 ? 'sent' : reply.code < 500 ? 'deferred' : 'bounced';
  const whom = /<([^\s<>@]{1,200}@[^\s<>]{1,255})>/.exec(words.text);
  if (whom?.[1] !== undefined && recipient === undefined)
    draft.recipients.push(part(words, whom.index + 1, whom.index + 1 + whom[1].length));
}
