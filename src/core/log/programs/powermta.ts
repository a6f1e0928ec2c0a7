import { defined } from '../../text/defined.ts';
import { type EntryDraft, keep, setReply, setSize } from '../draft.ts';
import type { LogNumber, LogOutcome, LogWord } from '../log.ts';
import { bare, ipPeer, part } from '../logWords.ts';
import { asRow } from '../tableRow.ts';
import { epochOf } from '../time.ts';

const OUTCOMES: ReadonlyMap<string, LogOutcome> = new Map([
  ['d', 'sent'],
  ['b', 'bounced'],
  ['rb', 'bounced'],
  ['t', 'deferred'],
  ['tq', 'deferred'],
  ['r', 'received'],
]);

/** A row of PowerMTA's accounting file; only the columns that were asked for are in it. */
export function readPowermta(draft: EntryDraft, line: LogWord, columns: readonly string[]): void {
  if (line.text.startsWith('type,')) return;
  for (const [name, value] of asRow(line, columns, ',')) readValue(draft, name, value);
  const { time } = draft;
  const queued = draft.fields.find((field) => field.name === 'timequeued');
  const from = queued === undefined ? undefined : epoch(queued.text);
  if (time?.epoch !== undefined && from !== undefined && time.epoch >= from) {
    const delay: LogNumber = { ...time, value: (time.epoch - from) / 1000 };
    draft.delay = { start: delay.start, end: delay.end, text: delay.text, value: delay.value };
  }
}

/** `2026-11-21 20:05:39+0000` or seconds since 1970. */
const epoch = (text: string): number | undefined => (/^\d{9,10}$/.test(text) ? Number(text) * 1000 : epochOf(text));

function readValue(draft: EntryDraft, name: string, value: LogWord): void {
  switch (name) {
    case 'type': {
      draft.status = value;
      draft.eventId = value;
      const outcome = OUTCOMES.get(value.text);
      if (outcome !== undefined) draft.outcome = outcome;
      return;
    }
    case 'timelogged': {
      const at = epoch(value.text);
      draft.time = { ...value, ...defined({ epoch: at }) };
      return;
    }
    case 'orig':
      draft.sender = value;
      return;
    case 'rcpt':
      draft.recipients.push(value);
      return;
    case 'orcpt':
      draft.originalRecipient = /^rfc822;/i.test(value.text) ? part(value, 7) : value;
      return;
    case 'dsnstatus': {
      const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(value.text)?.[0];
      if (status !== undefined) draft.dsn = part(value, 0, status.length);
      return;
    }
    case 'dsndiag': {
      const type = /^(?:smtp|x-\w{1,20}) ?; ?/i.exec(value.text)?.[0] ?? '';
      draft.reason = part(value, type.length);
      setReply(draft, draft.reason);
      return;
    }
    case 'dsnmta':
      readRelay(draft, value);
      return;
    case 'dlvdestinationip':
      draft.relay = ipPeer(value, draft.relay?.host);
      return;
    case 'dlvsize':
      setSize(draft, value);
      return;
    case 'header_message-id':
      draft.messageId = bare(value);
      return;
    default:
      keep(draft, name, value);
  }
}

/** `mx.contoso.test (192.0.2.1)` */
function readRelay(draft: EntryDraft, value: LogWord): void {
  const match = /^([^\s()]{1,255})(?: \(([^()\s]{1,64})\))?/.exec(value.text);
  if (match?.[1] === undefined) return;
  const ip = match[2];
  draft.relay = {
    ...value,
    host: part(value, 0, match[1].length),
    ...(ip !== undefined && { ip: part(value, match[0].length - 1 - ip.length, match[0].length - 1) }),
  };
}
