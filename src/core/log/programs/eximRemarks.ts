import { verbNamed } from '../../smtp/verbs.ts';
import { defined } from '../../text/defined.ts';
import { type EntryDraft, setPeer, setReply } from '../draft.ts';
import type { LogPeer, LogWord } from '../log.ts';
import { asPeer, group, part } from '../logWords.ts';
import { failureAt, REMOTE, readHost, readReason } from './eximWords.ts';

const REFUSED =
  /\b(temporarily rejected|rejected|(?<!Connection )refused)\b(?: (?:connection|EHLO or HELO|(EHLO|HELO|MAIL|RCPT|VRFY|EXPN|AUTH|STARTTLS|ETRN|after DATA|during MIME|DATA))\b)?/;

const FROM =
  /\b(?:from|connection on) (?:(?<host>[\w.-]{1,255}) )?(?:\([^()\s]{1,255}\) )?(?<ip>\[[\da-fA-F.:]{2,45}\](?::\d{1,5})?)/d;

/** What was found of a sender, whatever it is used for: the line of the refusal says that (`verify = sender`). */
const VERIFIED = /\bsender verify (?:fail|defer) for <([^<>\s]{0,320})>/;

/** Lines without a mark: refusals at the door, logins that failed, connections, remarks about a host. */
export function readRemark(draft: EntryDraft, said: LogWord): void {
  const verified = VERIFIED.exec(said.text);
  if (verified?.[1] !== undefined) {
    const end = verified.index + verified[0].length;
    readHost(draft, said, 'client');
    draft.sender = part(said, end - 1 - verified[1].length, end - 1);
    draft.reason = part(said, verified.index, end);
    return;
  }
  const at = failureAt(said.text);
  const refused = REFUSED.exec(at < 0 ? said.text : said.text.slice(0, at)) ?? REFUSED.exec(said.text);
  // The log of one message (msglog, `-Mvl`) has no id in its lines, and addresses without a mark.
  const own = /^([^\s@]{1,200}@[^\s@]{1,255}) (?:<[^<>\s]{1,320}> )?R=\w/.exec(said.text)?.[1];
  const isOut = own !== undefined || (draft.queueId === undefined && REMOTE.test(said.text));
  readHost(draft, said, isOut || (refused === null && draft.queueId !== undefined) ? 'relay' : 'client');
  if (own !== undefined) draft.recipients.push(part(said, 0, own.length));
  const from0 = /^Received from ([^\s@]{1,200}@\S{1,255}) [HUP]=/.exec(said.text)?.[1];
  if (from0 !== undefined) {
    draft.sender = part(said, 14, 14 + from0.length);
    draft.outcome = 'received';
    return;
  }
  const whom = isOut && own === undefined ? / after RCPT TO:<([^<>\s]{1,320})>/.exec(said.text) : null;
  if (whom?.[1] !== undefined) draft.recipients.push(part(said, whom.index + 16, whom.index + 16 + whom[1].length));
  const from = FROM.exec(said.text);
  if (from !== null && draft.client === undefined && draft.relay === undefined) {
    const client = asPeer(group(said, from, 'ip') as LogWord) as LogPeer;
    draft.client = { ...client, ...defined({ host: group(said, from, 'host') }) };
  }
  if (REMOTE.test(said.text)) {
    readReason(draft, said);
    return;
  }
  draft.reason = said;
  const sender = /\bF=[<[]([^<>\s[\]]{0,320})(?:>|\]\(mailto:)/.exec(said.text);
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
  const recipient =
    stage === 'RCPT' ? /^ [<[]([^<>\s[\]]{1,320})(?:>|\]\(mailto:)/.exec(said.text.slice(end))?.[1] : undefined;
  if (recipient !== undefined) draft.recipients.push(part(said, end + 2, end + 2 + recipient.length));
  const why = /^(?:[^:]|:(?! )){0,400}: (?=\S)/.exec(said.text.slice(end));
  if (why === null) return;
  draft.reason = part(said, end + why[0].length);
  setReply(draft, draft.reason);
}

const LOGIN =
  /^\w{1,40} authenticator failed for (?:[\w.-]{1,255} )?(?:\([^()\s]{1,255}\) )?(?<ip>\[[^\]\s]{1,64}\](?::\d{1,5})?)(?: I=\S{1,80})?: (?=[45]\d\d)/d;

function readLogin(draft: EntryDraft, said: LogWord): void {
  const match = LOGIN.exec(said.text);
  if (match === null) return;
  setPeer(draft, 'client', group(said, match, 'ip') as LogWord);
  draft.stage = '(auth)';
  setReply(draft, part(said, match[0].length));
}
