import { type EntryDraft, keep, setPeer } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { asReply, asStage, bare, group, part } from '../logWords.ts';

/** A decision of smtpd, cleanup or postscreen about a client or a message (access(5), header_checks(5)). */
export const ACCESS =
  /^(?:milter-|proxy-)?(?<action>reject_warning|reject|warn|hold|discard|redirect|filter|bcc|info|prepend|replace|quarantine|accept): (?:(?<stage>[A-Z-]{3,20}|header|body|mime-header) )?(?:from |(?=\S))/d;
const ACCESS_OUTCOMES: ReadonlyMap<string, LogOutcome> = new Map([
  ['reject', 'rejected'],
  ['hold', 'held'],
  ['quarantine', 'held'],
  ['discard', 'discarded'],
]);
const ADDRESSES = /; from=<[^<>]{0,1000}>|; proto=\w{4,5}(?= |$)/;

/** `NOQUEUE: reject: RCPT from client[192.0.2.1]: 554 5.7.1 …; from=<> to=<> proto=ESMTP helo=<>`. */
export function readAccess(draft: EntryDraft, said: LogWord, match: RegExpExecArray): void {
  const status = group(said, match, 'action');
  const stage = group(said, match, 'stage');
  if (status !== undefined) {
    draft.status = status;
    const outcome = ACCESS_OUTCOMES.get(status.text);
    if (outcome !== undefined) draft.outcome = outcome;
  }
  if (stage !== undefined && /^[A-Z]/.test(stage.text)) draft.stage = asStage(stage.text) ?? '?';
  let reason = part(said, match[0].length);
  if (/ from $/.test(match[0])) {
    setPeer(draft, 'client', reason);
    const length = draft.client?.text.length ?? 0;
    reason = part(reason, Math.min(reason.text.length, length + (reason.text[length] === ':' ? 2 : 0)));
  }
  const tail = ADDRESSES.exec(reason.text);
  if (tail !== null) {
    const rest = part(reason, tail.index + 2);
    readTail(draft, rest);
    reason = part(reason, 0, tail.index);
    // What was found in a header or in the body is quoted first, and the answer stands behind the envelope (cleanup(8)).
    const answer = /: (?=[45]\.\d{1,3}\.\d{1,3} |[45]\d\d )/.exec(rest.text);
    if (answer !== null && asReply(reason, true) === undefined) reason = part(rest, answer.index + 2);
  }
  // It says that a table or a milter decided so, and not why (access(5)).
  if (!/ triggers [A-Z]{3,12} action$/.test(reason.text)) draft.reason = reason;
  const reply = asReply(reason, true);
  if (reply !== undefined) draft.reply = reply;
}

const TAIL = /\b(from|to|proto|helo|sasl_username)=(<[^<>]{0,1000}>|\w{1,40})/g;

function readTail(draft: EntryDraft, tail: LogWord): void {
  for (const match of tail.text.matchAll(TAIL)) {
    const [all, name = '', text = ''] = match;
    const value = bare(part(tail, match.index + all.length - text.length, match.index + all.length));
    if (name === 'from') draft.sender = value;
    else if (name === 'to') draft.recipients.push(value);
    else keep(draft, name, value);
  }
}
