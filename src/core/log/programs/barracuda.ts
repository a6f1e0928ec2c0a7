import { type EntryDraft, keep } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { asPeer, asReply, group, part } from '../logWords.ts';

/**
 * `client[ip] message start end RECV|SCAN|SEND …` (Barracuda Email Security Gateway, "Syslog and the Barracuda Email
 * Security Gateway"): sender, recipient, deed and reason by number of what came in; deed, next id and reply of what was sent.
 */
const HEAD = /^(?<client>\S{1,255}) (?<id>[\w-]{10,60}) \d{1,10} \d{1,10} (?<service>RECV|SCAN|SEND) /d;
const TAKEN =
  /^(?:ENC |- )?(?<sender>\S{1,320}) (?<recipient>\S{1,320}) (?:-?[\d.]{1,8} |- )?(?<deed>\d) (?<reason>\d{1,3}) (?<words>[^\r\n]{0,500})/d;
const SENT = /^(?:ENC |- )?(?<deed>\d) (?<next>\S{1,60}) (?<words>[^\r\n]{0,1000})/d;

const DEEDS: readonly (LogOutcome | undefined)[] = [
  'sent',
  undefined,
  'rejected',
  'quarantined',
  'sent',
  'deferred',
  'quarantined',
  'sent',
  'sent',
];
const SENDS: readonly (LogOutcome | undefined)[] = [undefined, 'sent', 'rejected', 'deferred', 'expired'];

/** Reads a line of the gateway; false where it is of something else. */
export function readBarracuda(draft: EntryDraft, rest: LogWord): boolean {
  const head = HEAD.exec(rest.text);
  if (head === null) return false;
  const client = group(rest, head, 'client');
  const id = group(rest, head, 'id');
  if (client !== undefined) draft.client = asPeer(client) ?? { ...client };
  if (id !== undefined) draft.queueId = id;
  const said = part(rest, head[0].length);
  const isSent = head.groups?.service === 'SEND';
  const match = (isSent ? SENT : TAKEN).exec(said.text);
  if (match === null) return true;
  const sender = group(said, match, 'sender');
  const recipient = group(said, match, 'recipient');
  const words = group(said, match, 'words');
  const deed = Number(match.groups?.deed);
  if (sender !== undefined) draft.sender = sender;
  if (recipient !== undefined) draft.recipients.push(recipient);
  const outcome = (isSent ? SENDS : DEEDS)[deed];
  if (outcome !== undefined) draft.outcome = outcome;
  const reason = group(said, match, 'reason');
  if (reason !== undefined) keep(draft, 'reason', reason);
  if (words === undefined) return true;
  draft.reason = words;
  const reply = asReply(words);
  if (reply === undefined) return true;
  draft.reply = reply;
  // The server's own word counts for more than the number.
  if (reply.code !== undefined) draft.outcome = reply.code < 400 ? 'sent' : reply.code < 500 ? 'deferred' : 'bounced';
  const whom = /<([^\s<>@]{1,200}@[^\s<>]{1,255})>/.exec(words.text);
  if (whom?.[1] !== undefined && draft.recipients.length === 0)
    draft.recipients.push(part(words, whom.index + 1, whom.index + 1 + whom[1].length));
  return true;
}
