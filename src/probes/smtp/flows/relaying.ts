import { ask, isOver, isTaken } from './answered.ts';
import { clientIn } from './client.ts';
import type { FlowEnd, FlowRun } from './flow.ts';
import type { RelayingOutcome } from './outcome.ts';

export interface RelayingPlan {
  /** The sender that the application uses. */
  readonly from: string;
  readonly to: string;
}

/**
 * What an application without a login does before it sends: EHLO, MAIL, RCPT; then RSET and QUIT, whose 221 shows that the
 * server was itself to the end.
 */
export async function askRelaying(run: FlowRun, { from, to }: RelayingPlan): Promise<FlowEnd> {
  const opened = await run.open();
  if (!opened.ok) return opened;
  const { session } = opened;
  const mail = await ask(session, run, 'mail', `MAIL FROM:<${from}>`);
  const rcpt = isTaken(mail) ? await ask(session, run, 'rcpt', `RCPT TO:<${to}>`) : undefined;
  const last = rcpt ?? mail;
  if (rcpt !== undefined && !isOver(rcpt)) await ask(session, run, 'rset', 'RSET');
  if (!isOver(last)) await session.leave();
  const step = run.steps.findLast((one) => one.step === 'quit');
  const lines = step !== undefined && 'lines' in step ? step.lines : [];
  const code = /^(\d{3})(?:[ -]|$)/.exec(lines[0] ?? '')?.[1];
  const quit = { lines, ...(code !== undefined && { code: Number(code) }) };
  const outcome: RelayingOutcome = {
    kind: 'relaying',
    sender: from,
    recipient: to,
    mail,
    ...(rcpt && { rcpt }),
    quit,
    client: clientIn(run.steps),
  };
  return { outcome };
}
