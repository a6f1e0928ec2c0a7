import { defined } from '../../../core/text/defined.ts';
import { type AddressRange, rangeWith } from '../../addressRanges.ts';
import type { Session } from '../session.ts';
import type { SmtpFailure } from '../types.ts';
import { ask, isOver, isTaken } from './answered.ts';
import { type ClientHints, clientIn } from './client.ts';
import type { FlowEnd, FlowRun } from './flow.ts';
import type { RestrictionOutcome, TurnedAway } from './outcome.ts';
import type { OwnAddress } from './ownAddress.ts';

export interface RestrictionPlan extends ClientHints {
  /** The networks that the server is to take mail from. */
  readonly ranges: readonly AddressRange[];
  /** Empty for the null sender. */
  readonly from: string;
  /** A mailbox of the server's: many a server tells only at RCPT that it refuses somebody. */
  readonly recipient?: string;
}

/** Whether a server turns this machine away, asked as far as RCPT; nothing is sent. */
export async function askRestriction(run: FlowRun, plan: RestrictionPlan): Promise<FlowEnd> {
  const { ranges, recipient } = plan;
  const opened = await run.open();
  const withClient = (client: OwnAddress, rest: Partial<RestrictionOutcome>): FlowEnd => {
    const inside = client.address === undefined ? undefined : rangeWith(client.address, ranges);
    return { outcome: { kind: 'restriction', ranges, client, ...rest, ...defined({ inside, recipient }) } };
  };
  if (!opened.ok) {
    const { failure } = opened;
    return isTurnedAway(failure)
      ? withClient(clientIn(run.steps, plan), { turnedAway: turnedAwayBy(failure, run) })
      : { failure };
  }
  const { session } = opened;
  if (recipient === undefined) {
    await session.leave();
    return withClient(clientIn(run.steps, plan), {});
  }
  const said = await askEnvelope(session, run, plan.from, recipient);
  return withClient(clientIn(run.steps, plan), said);
}

/** How the server turned us away, with what its words mean. */
function turnedAwayBy(failure: SmtpFailure, { steps, explain }: FlowRun): TurnedAway {
  const { step, kind } = failure;
  if (!('code' in failure)) return { step, kind };
  const said = steps.findLast((one) => one.step === step);
  const lines = said !== undefined && 'lines' in said ? said.lines : [];
  return { step, kind, reply: { code: failure.code, lines, means: explain(step.toUpperCase(), lines) } };
}

async function askEnvelope(session: Session, run: FlowRun, from: string, recipient: string) {
  const mail = await ask(session, run, 'mail', `MAIL FROM:<${from}>`);
  const rcpt = isTaken(mail) ? await ask(session, run, 'rcpt', `RCPT TO:<${recipient}>`) : undefined;
  if (rcpt !== undefined && !isOver(rcpt)) await ask(session, run, 'rset', 'RSET');
  if (!isOver(rcpt ?? mail)) await session.leave();
  return { mail, ...defined({ rcpt }) };
}

/** The server, or a firewall in front of it, did not let us say anything. */
const isTurnedAway = ({ step, kind }: SmtpFailure): boolean =>
  step === 'connect'
    ? ['refused', 'timeout', 'reset', 'closed', 'unreachable'].includes(kind)
    : ['banner', 'ehlo', 'helo', 'tls'].includes(step) &&
      ['unwelcome', 'refused-command', 'closed', 'reset', 'timeout'].includes(kind);
