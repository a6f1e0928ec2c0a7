import { type EntryDraft, keep, setReply, setSize } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { blankPairs, part } from '../logWords.ts';
import { asTime } from '../time.ts';

/** One line a message, names with values (msmtp manual, "logfile"). */
export function readMsmtp(draft: EntryDraft, line: LogWord): void {
  const host = line.text.indexOf('host=');
  if (host > 0 && draft.time === undefined)
    draft.time = asTime(part(line, 0, line.text.slice(0, host).trimEnd().length));
  for (const { name, value } of blankPairs(part(line, Math.max(0, host)))) {
    switch (name) {
      case 'host':
        draft.relay = { ...value, host: value };
        break;
      case 'from':
        draft.sender = value;
        break;
      case 'recipients': {
        let at = 0;
        for (const address of value.text.split(',')) {
          draft.recipients.push(part(value, at, at + address.length));
          at += address.length + 1;
        }
        break;
      }
      case 'mailsize':
        setSize(draft, value);
        break;
      case 'smtpmsg':
        setReply(draft, value);
        break;
      case 'errormsg':
        draft.reason = value;
        break;
      case 'exitcode':
        draft.status = value;
        // It has no queue: what the server did not take goes back to who called it.
        draft.outcome = value.text === 'EX_OK' ? 'sent' : 'bounced';
        break;
      default:
        keep(draft, name, value);
    }
  }
}
