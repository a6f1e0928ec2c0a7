import { readRow } from '../csvRow.ts';
import { type EntryDraft, setReply } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { bare, part } from '../logWords.ts';
import { asTime } from '../time.ts';
import { byReply } from './keyValue.ts';

/** `"APPLICATION"	thread	"time"	"SMTPDeliverer - Message 17: …"` (hMailServer, Common/Application/Logger.cpp). */
export function readHmailserver(draft: EntryDraft, line: LogWord): void {
  const row = readRow(line, '\t').map(bare);
  const [kind] = row;
  const time = row.find(({ text }) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(text));
  const words = row.at(-1);
  if (kind !== undefined) draft.eventSource = kind;
  if (time !== undefined) draft.time = asTime(time);
  if (words === undefined || words === kind) return;
  draft.reason = words;
  const message = /^SMTPDeliverer - Message (\d{1,15})(?:: | - )/.exec(words.text);
  if (message?.[1] === undefined) return;
  draft.queueId = part(words, 24, 24 + message[1].length);
  const said = part(words, message[0].length);
  draft.reason = said;
  readWords(draft, said);
}

function readWords(draft: EntryDraft, said: LogWord): void {
  const started = /^Delivering message from (\S{0,320}) to ([^\r\n]{1,4000}?)\. File: /.exec(said.text);
  if (started !== null) {
    const [, from = '', to = ''] = started;
    draft.sender = part(said, 24, 24 + from.length);
    let at = 24 + from.length + 4;
    for (const address of to.split(',')) {
      draft.recipients.push(bare(part(said, at, at + address.length)));
      at += address.length + 1;
    }
    draft.outcome = 'received';
    return;
  }
  const relay = /^(?:Relaying to host|Connecting to|Delivering to) (\S{1,255}?)\.?$/.exec(said.text)?.[1];
  if (relay !== undefined) {
    const at = said.text.indexOf(relay);
    const host = part(said, at, at + relay.length);
    draft.relay = { ...host, host };
  }
  const whom = /[^\s<>,:]{1,200}@[^\s<>,:]{1,250}[^\s<>,:.]/.exec(said.text);
  const reply = /(?:^|[\s:'"])(?=[45][0-5]\d[ -]\S)/.exec(said.text);
  if (reply !== null) setReply(draft, part(said, reply.index + reply[0].length));
  if (/could not be delivered|delivery failed|permanent(?:ly)? fail|undeliverable|Connection failed/i.test(said.text)) {
    draft.outcome = /Connection failed|later|retry|again/i.test(said.text) ? 'deferred' : 'bounced';
    if (whom !== null) draft.recipients.push(part(said, whom.index, whom.index + whom[0].length));
  }
  byReply(draft);
}
