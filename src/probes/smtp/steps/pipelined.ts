import { isDue, refusal } from '../codes.ts';
import type { Session } from '../session.ts';
import type { SmtpFailure } from '../types.ts';
import { sendNothing } from './data.ts';
import { mailSaying } from './mail.ts';
import { judgeRecipients, rcptSayings } from './recipients.ts';

/** MAIL, RCPT and, `withData`, DATA in one write (RFC 2920 3.1). */
export async function sendTogether(session: Session, withData: boolean): Promise<SmtpFailure | undefined> {
  const mail = mailSaying(session);
  if (!('command' in mail)) return session.fail(mail);
  const rcpt = rcptSayings(session);
  const data = withData ? [{ step: 'data' as const, command: 'DATA' }] : [];
  const answers = await session.sayTogether([mail, ...rcpt, ...data]);
  const lost = answers.find((answer) => !answer.ok);
  if (lost?.ok === false) return lost.failure;
  const codes = answers.map((answer) => (answer.ok ? answer.code : 0));
  const [mailCode = 0] = codes;
  const dataCode = withData ? codes.at(-1) : undefined;
  const isOpen = dataCode === 354;
  if (!isDue('mail', mailCode)) return end(session, isOpen, refusal('mail', mailCode));
  const judged = await judgeRecipients(session, answers.slice(1, 1 + rcpt.length), !isOpen);
  if (judged !== undefined) return isOpen ? end(session, isOpen, judged) : judged;
  return dataCode === undefined || isOpen ? undefined : session.fail(refusal('data', dataCode));
}

/** RFC 2920 3.1: where the server asks for a message that has no recipient, it gets one of nothing. */
async function end(session: Session, isOpen: boolean, failure: SmtpFailure): Promise<SmtpFailure> {
  if (isOpen) await sendNothing(session);
  return session.fail(failure);
}
