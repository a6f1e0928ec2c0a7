import { defined } from '../../text/defined.ts';
import { noticePart, reportType, subjectOf } from '../bounces/evidence.ts';
import { readNoticeText } from '../bounces/noticeText.ts';
import { fieldNamed } from '../header/fields.ts';
import type { DeliveryReport, DispositionNotification, Field, Part } from '../message.ts';

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

/**
 * The same where the parts of the receipt were lost on the way, as where an empty line came between a delimiter and the
 * fields of its part: the header of the message says that it refuses, and the recipient stands in what is left.
 */
export function readDamagedRefusal(text: string, fields: readonly Field[], root: Part): DeliveryReport | undefined {
  const refuses =
    /^\s{0,4}auto-\w{1,20} {0,4}\(rejected\)/i.test(fieldNamed(fields, 'auto-submitted')?.value ?? '') ||
    (reportType(fields) === 'disposition-notification' &&
      /^(?:rejected:|automatically reject)/i.test(subjectOf(fields).trim()));
  if (!refuses) return undefined;
  const left = text.slice(root.body.start, Math.min(root.body.end, root.body.start + LEFT));
  const recipient = RECIPIENTS.map((pattern) => pattern.exec(left)).find((one) => one !== null);
  if (recipient?.[1] === undefined) return undefined;
  const start = root.body.start + recipient.index;
  const words = WORDS.exec(left)?.[1]?.trim() || subjectOf(fields).trim();
  return {
    format: 'sieve',
    recipients: [
      { start, end: start + recipient[0].length, action: 'failed', finalRecipient: recipient[1], words, around: words },
    ],
  };
}

/** Characters of a damaged receipt that are looked at. */
const LEFT = 20_000;
/** The surest first. */
const RECIPIENTS: readonly RegExp[] = [
  'final-recipient:[ \\t]{0,8}rfc822;[ \\t]{0,8}',
  '(?:x-)?(?:original-to|delivered-to|envelope-to):[ \\t]{0,8}',
  'to:[ \\t]{0,8}',
].map((before) => new RegExp(`^${before}<?([^\\s<>@]{1,64}@[^\\s<>@]{1,255})>?[ \\t]{0,8}$`, 'im'));
/** What stands for people behind the fields of the first part. */
const WORDS = /^Content-[\w-]{1,40}:[^\r\n]{1,200}\r?\n\r?\n((?!--)[^\r\n][\s\S]{1,2000}?)\r?\n--/im;

/** Characters of the words that are looked at. */
const LONGEST = 4000;

const REFUSED =
  /(?:message|mail|e-?mail|nachricht|meldung)\b.{0,300}?\b(?:was|has been|wurde|is) (?:automatically |automatisch )?(?:rejected|refused|abgelehnt|abgewiesen|not delivered|discarded by)|rejected by (?:sieve|the recipient)|refused by (?:the recipient|recipient['’]s)|automatically (?:rejected|refused)|automatiquement (?:rejet|refus)|rechazad[oa] automáticamente|rifiutat[oa] automaticamente|automatisch (?:geweigerd|abgelehnt)|odrzucon|отклонен/is;

/** Sieve's own sentence in front of the reason, which Cyrus and Pigeonhole write. */
const FOLLOWS = /^.{0,300}?(?:the following reason was given|the reason given was|reason|grund):\s{0,10}/is;
