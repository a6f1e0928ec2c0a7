import { plainOfQmail } from '../../replies/plainWords.ts';
import { readDoorFilter } from '../doorFilters.ts';
import type { EntryDraft } from '../draft.ts';
import { setReply, setSize } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { ipPeer, part } from '../logWords.ts';
import { asTime } from '../time.ts';

const STAMP =
  /^(?:(@4[0-9a-f]{23}|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9}|\d{10}\.\d{6}) )?(?:qmail(?:-send)?: )?(?:\d{10}\.\d{6} )?/;
const OUTCOMES: Readonly<Record<string, LogOutcome>> = { success: 'sent', deferral: 'deferred', failure: 'bounced' };

/** What qmail-send says of its messages and deliveries (qmail-log(5)); each delivery has a number of its own. */
export function readQmail(draft: EntryDraft, line: LogWord): void {
  const stamp = STAMP.exec(line.text) as RegExpExecArray;
  if (stamp[1] !== undefined) draft.time ??= asTime(part(line, 0, stamp[1].length));
  const said = part(line, stamp[0].length);
  draft.reason = said;
  const started = /^starting delivery (\d{1,12}): msg (\d{1,20}) to (local|remote) (\S{1,320})/.exec(said.text);
  if (started !== null) {
    const [, delivery = '', message = '', where = '', whom = ''] = started;
    draft.session = part(said, 18, 18 + delivery.length);
    const at = 18 + delivery.length + 6;
    draft.queueId = part(said, at, at + message.length);
    // A local address is written behind the user or domain that it belongs to: `contoso.test-bob@contoso.test`.
    const virtual = where === 'local' ? /^[^@]{1,250}-(?=[^@-]{1,64}@)/.exec(whom) : null;
    const own = virtual !== null && whom.endsWith(`@${virtual[0].slice(0, -1)}`) ? virtual[0].length : 0;
    draft.recipients.push(part(said, started[0].length - whom.length + own, started[0].length));
    return;
  }
  const message =
    /^(?:new msg|end msg|info msg|bounce msg|double bounce: discarding|triple bounce: discarding) (\d{1,20})/.exec(
      said.text,
    );
  if (message?.[1] !== undefined) {
    draft.queueId = part(said, message[0].length - message[1].length, message[0].length);
    readInfo(draft, said);
    if (said.text.startsWith('end msg')) draft.outcome = 'removed';
    return;
  }
  const ended = /^delivery (\d{1,12}): (success|deferral|failure): ?/.exec(said.text);
  if (ended !== null) readEnd(draft, said, ended);
  else readDoorFilter(draft, said);
}

/** `info msg 270182: bytes 10712 from <a@contoso.test> qp 54945 uid 82`. */
function readInfo(draft: EntryDraft, said: LogWord): void {
  const bytes = /: bytes (\d{1,15}) from <([^<>\s]{0,320})>/.exec(said.text);
  if (bytes === null) return;
  const [all, size = '', from = ''] = bytes;
  setSize(draft, part(said, bytes.index + 8, bytes.index + 8 + size.length));
  const end = bytes.index + all.length - 1;
  draft.sender = part(said, end - from.length, end);
}

function readEnd(draft: EntryDraft, said: LogWord, [all, delivery = '', how = '']: RegExpExecArray): void {
  draft.session = part(said, 9, 9 + delivery.length);
  const at = 9 + delivery.length + 2;
  draft.status = part(said, at, at + how.length);
  const outcome = OUTCOMES[how];
  if (outcome !== undefined) draft.outcome = outcome;
  const tail = / queue\d{1,3}$|\s{1,80}$/.exec(said.text);
  const raw = part(said, all.length, tail?.index ?? said.text.length);
  const words: LogWord = { ...raw, text: plainOfQmail(raw.text) };
  draft.reason = words;
  const relay = /(?:Connected to )?(\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]{3,45}(?= ))/.exec(words.text);
  if (
    relay?.[1] !== undefined &&
    /^(?:Connected to |User and password not set, continuing without authentication\. )?[\d.a-f:]+ /i.test(words.text)
  ) {
    const start = relay.index + relay[0].length - relay[1].length;
    draft.relay = ipPeer(part(words, start, start + relay[1].length));
  }
  const reply = /Remote host said: (?=[2-5]\d\d[ -])/.exec(words.text);
  if (reply !== null) {
    const rest = part(words, reply.index + reply[0].length);
    const end = / {1,2}(?:Giving up on |I'm not going to try again)/.exec(rest.text);
    setReply(draft, part(rest, 0, end?.index ?? rest.text.length));
    return;
  }
  const status = /\(#([45]\.\d{1,3}\.\d{1,3})\)/.exec(words.text);
  if (status?.[1] !== undefined) draft.dsn = part(words, status.index + 2, status.index + 2 + status[1].length);
}
