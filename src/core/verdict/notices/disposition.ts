import { because } from '../../knowledge/meaning.ts';
import type { DispositionNotification } from '../../mail/message.ts';
import { cutTo } from '../../text/few.ts';
import type { Verdict } from '../verdict.ts';
import { notice } from './notice.ts';

const DISPOSITIONS: Readonly<Record<NonNullable<DispositionNotification['disposition']>, string>> = {
  displayed: 'The message was shown to the recipient, who may or may not have read it.',
  deleted: 'The message was deleted; whether it was seen before is not said.',
  dispatched: 'The message was sent on without being shown.',
  processed: 'A program dealt with the message without showing it.',
  denied: 'The recipient does not want to say what became of the message.',
  failed: 'The program of the recipient could not make the notification that was asked for.',
};

/** `unread`: it says that what was deleted had not been read. */
export function ofDisposition(told: DispositionNotification, unread = false): Verdict {
  const { disposition, stated = 'unknown', modifier, failure, finalRecipient, originalRecipient } = told;
  const meaning =
    disposition === undefined
      ? `The program of the recipient reports “${cutTo(stated, 40)}”.`
      : unread
        ? 'The message arrived, and was deleted without having been read.'
        : DISPOSITIONS[disposition];
  const trouble =
    modifier === undefined ? '' : ` It adds: ${modifier}${failure === undefined ? '' : `, ${cutTo(failure, 200)}`}.`;
  const whom = finalRecipient ?? originalRecipient;
  const whose = whom === undefined ? [] : [whom];
  const found = notice(because('automatic-reply', meaning + trouble, 'RFC 8098 3.2.6'), told, whose);
  return disposition === 'displayed' ? { ...found, reached: true } : found;
}
