import { isDue, refusal } from '../codes.ts';
import type { Failed, Reply, Saying, Session, Step } from '../session.ts';
import type { SmtpFailure } from '../types.ts';
import { asciiOf } from './mail.ts';

/** A RCPT for each recipient; the probe goes on where one of them is taken (RFC 5321 3.3). */
export const sayRecipients: Step = async (session) => {
  const sayings = rcptSayings(session);
  const answers: (Reply | Failed)[] = [];
  for (const { step, command } of sayings) {
    const answer = await session.say(step, command);
    if (!answer.ok) return answer.failure;
    answers.push(answer);
    if (answer.code === 421) break;
  }
  return judgeRecipients(session, answers);
};

/** The commands for the recipients of the plan. */
export const rcptSayings = (session: Session): readonly Saying[] => {
  const { envelope, dsn } = session.options;
  const notify = dsn?.notify !== undefined && session.offered.has('DSN') ? [`NOTIFY=${dsn.notify.join(',')}`] : [];
  const parameters = [...notify, ...(envelope?.rcptParameters ?? [])];
  return (envelope?.recipients ?? []).map((one) => ({
    step: 'rcpt' as const,
    command: [`RCPT TO:<${asciiOf(session, one)}>`, ...parameters].join(' '),
  }));
};

/** What the answers to all recipients make of the probe; `leaves`: it takes leave where they end it. */
export async function judgeRecipients(
  session: Session,
  answers: readonly (Reply | Failed)[],
  leaves = true,
): Promise<SmtpFailure | undefined> {
  const recipients = session.options.envelope?.recipients ?? [];
  const codes = answers.map((answer) => (answer.ok ? answer.code : 0));
  session.accepted = codes.filter((code) => isDue('rcpt', code)).length;
  const last = codes.findLast((code) => !isDue('rcpt', code));
  if (last === undefined) return undefined;
  if (session.accepted === 0 || last === 421) {
    const failure = refusal('rcpt', last);
    return leaves ? session.fail(failure) : failure;
  }
  for (const [index, reply] of codes.entries()) {
    if (!isDue('rcpt', reply)) session.find({ code: 'recipient-refused', recipient: recipients[index] ?? '', reply });
  }
  return undefined;
}
