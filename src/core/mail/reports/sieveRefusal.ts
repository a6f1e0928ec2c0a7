import { defined } from '../../text/defined.ts';
import { noticePart } from '../bounces/evidence.ts';
import { readNoticeText } from '../bounces/noticeText.ts';
import type { DeliveryReport, DispositionNotification, Part } from '../message.ts';

/**
 * A refusal in the form of a receipt: RFC 5429 2.1.2 lets Sieve's `reject` answer so, and Dovecot, Cyrus and Exim did
 * for a full mailbox, too. The words for people hold the reason.
 */
export function readRefusal(text: string, root: Part, told: DispositionNotification): DeliveryReport | undefined {
  if (told.mode !== undefined && /^manual/.test(told.mode)) return undefined;
  const part = noticePart(root);
  if (part === undefined) return undefined;
  const { lines } = readNoticeText(text, part);
  const words = lines.text
    .slice(0, LONGEST)
    .replace(/[ \t]{1,400}/g, ' ')
    .trim();
  const at = REFUSED.exec(words);
  if (at === null) return undefined;
  const behind = words.slice(at.index + at[0].length);
  const given = FOLLOWS.exec(behind)?.[0] ?? /^[^\n:]{0,200}:?[ \t]{0,10}(?:\n|$)/.exec(behind)?.[0] ?? '';
  const reason = behind.slice(given.length).trim();
  return {
    format: 'sieve',
    recipients: [
      {
        start: told.start,
        end: told.end,
        action: 'failed',
        ...defined({ finalRecipient: told.finalRecipient, originalRecipient: told.originalRecipient }),
        words: reason === '' ? words : reason,
        wordsSpan: { start: part.body.start, end: part.body.end },
        around: words,
      },
    ],
  };
}

/** Characters of the words that are looked at. */
const LONGEST = 4000;

const REFUSED =
  /(?:message|mail|e-?mail|nachricht|meldung)\b.{0,300}?\b(?:was|has been|wurde|is) (?:automatically |automatisch )?(?:rejected|refused|abgelehnt|abgewiesen|not delivered|discarded by)|rejected by (?:sieve|the recipient)|refused by (?:the recipient|recipient['’]s)|automatically (?:rejected|refused)|automatiquement (?:rejet|refus)|rechazad[oa] automáticamente|rifiutat[oa] automaticamente|automatisch (?:geweigerd|abgelehnt)|odrzucon|отклонен/is;

/** Sieve's own sentence in front of the reason, which Cyrus and Pigeonhole write. */
const FOLLOWS = /^.{0,300}?(?:the following reason was given|the reason given was|reason|grund):\s{0,10}/is;
