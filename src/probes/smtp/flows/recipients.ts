import type { Session } from '../session.ts';
import { asciiOf, mailSaying } from '../steps/mail.ts';
import type { SmtpFailure } from '../types.ts';
import { ask, isOver, isTaken } from './answered.ts';
import type { FlowRun } from './flow.ts';
import type { Answered, RecipientAnswer, RecipientsOutcome } from './outcome.ts';

export interface RecipientsPlan {
  /** Empty for the null sender, with which other servers ask, too (RFC 5321 4.5.5). */
  readonly from: string;
  readonly recipients: readonly string[];
  /** Letters and digits that no mailbox is made of. */
  readonly random: string;
}

/** Recipients that are asked for (RFC 5321 4.5.3.1.8: a server takes 100), and domains that get a made-up one beside them. */
const MOST = 100;
const MOST_DOMAINS = 5;

/**
 * MAIL, a RCPT for each recipient and for a made-up one of each domain, RSET and QUIT. The null sender goes with one
 * recipient at a time, as a bounce would: servers refuse it with several.
 */
export async function askRecipients(run: FlowRun, plan: RecipientsPlan) {
  const opened = await run.open();
  if (!opened.ok) return { failure: opened.failure };
  const { session } = opened;
  const asked = plan.recipients.slice(0, MOST);
  const wanted = [
    ...asked.map((recipient) => ({ recipient, invented: false })),
    ...inventedFor(asked, plan.random).map((recipient) => ({ recipient, invented: true })),
  ];
  const answers: RecipientAnswer[] = [];
  let failure: SmtpFailure | undefined;
  let isOpen = false;
  for (const one of wanted) {
    if (!isOpen || plan.from === '') {
      if (isOpen) await session.say('rset', 'RSET');
      failure = await begin(session);
      if (failure !== undefined) break;
      isOpen = true;
    }
    let answer = await ask(session, run, 'rcpt', `RCPT TO:<${asciiOf(session, one.recipient)}>`);
    if (isFull(answer, answers)) {
      await session.say('rset', 'RSET');
      failure = await begin(session);
      if (failure !== undefined) break;
      answer = await ask(session, run, 'rcpt', `RCPT TO:<${asciiOf(session, one.recipient)}>`);
    }
    answers.push({ ...one, answer });
    if (isOver(answer)) break;
  }
  const last = answers.at(-1)?.answer;
  if (last !== undefined && !isOver(last) && failure === undefined) await session.say('rset', 'RSET');
  if (last === undefined || !isOver(last)) await session.leave();
  const untried = [
    ...asked.filter((recipient) => !answers.some((one) => one.recipient === recipient)),
    ...plan.recipients.slice(MOST),
  ];
  const outcome: RecipientsOutcome = { kind: 'recipients', sender: plan.from, answers, untried };
  return answers.length === 0 && failure !== undefined ? { failure } : { outcome };
}

/** MAIL with the sender of the envelope and what its addresses need. */
async function begin(session: Session): Promise<SmtpFailure | undefined> {
  const asked = mailSaying(session);
  if (!('command' in asked)) return session.fail(asked);
  const reply = await session.expect('mail', asked.command);
  return reply.ok ? undefined : reply.failure;
}

/** RFC 5321 4.5.3.1.10: 452 to a recipient too many, which goes into the next transaction. */
const isFull = ({ code }: Answered, before: readonly RecipientAnswer[]): boolean =>
  code === 452 && before.some(({ answer }) => isTaken(answer));

/** An address of each domain that no mailbox has. */
const inventedFor = (recipients: readonly string[], random: string): readonly string[] =>
  [
    ...new Set(
      recipients.filter((one) => one.includes('@')).map((one) => one.slice(one.lastIndexOf('@')).toLowerCase()),
    ),
  ]
    .slice(0, MOST_DOMAINS)
    .map((domain) => `${random}${domain}`);
