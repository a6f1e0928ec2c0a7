import type { Session } from '../session.ts';
import type { SmtpStep } from '../types.ts';
import { ask, isOver, isTaken } from './answered.ts';
import { clientIn, remoteOf } from './client.ts';
import type { FlowEnd, FlowRun } from './flow.ts';
import type { RelayAnswer } from './outcome.ts';
import type { OwnAddress } from './ownAddress.ts';
import { type RelayForm, type RelayTest, relayForms } from './relayForms.ts';

export interface RelayPlan {
  /** The user may test this server, and has said so for this very one. */
  readonly consent: 'i-may-test-this-server';
  readonly from: string;
  /** An address that the server does not take mail for. */
  readonly to: string;
  /** A domain that it takes mail for; without it the name by which it is asked. */
  readonly own?: string;
  readonly random: string;
}

/** Connections that are made one after the other, since servers hang up on who is refused too often. */
const MOST_CONNECTIONS = 4;

/** Every form of an address outside as MAIL, RCPT and RSET. DATA is never said: nothing is sent, whatever is taken. */
export async function askRelay(run: FlowRun, plan: RelayPlan): Promise<FlowEnd> {
  const answers: RelayAnswer[] = [];
  const left: RelayForm[] = [...relayForms];
  let test: RelayTest | undefined;
  let client: OwnAddress = {};
  for (let connections = 0; connections < MOST_CONNECTIONS && left.length > 0; connections++) {
    const opened = await run.open();
    if (!opened.ok) {
      if (test === undefined) return { failure: opened.failure };
      break;
    }
    const { session } = opened;
    test ??= testOf(session, run.steps, plan);
    let isUp = true;
    for (let form = left.shift(); form !== undefined; form = isUp ? left.shift() : undefined) {
      const answered = await askForm(session, run, form, test);
      answers.push(answered);
      isUp = !isOver(answered.answer);
    }
    client = clientIn(run.steps);
    if (isUp) await session.leave();
    // A server that does not even read MAIL hears no more of it.
    if (answers.length === 1 && !isUp) break;
  }
  return {
    outcome: { kind: 'relay', test: test as RelayTest, answers, untried: left.map(({ name }) => name), client },
  };
}

async function askForm(session: Session, run: FlowRun, form: RelayForm, test: RelayTest): Promise<RelayAnswer> {
  const sender = form.sender(test);
  const recipient = form.recipient(test);
  const asked = { form: form.name, sender, recipient, local: form.local === true };
  const mail = await ask(session, run, 'mail', `MAIL FROM:<${sender}>`);
  if (!isTaken(mail)) return { ...asked, at: 'mail', answer: mail };
  const answer = await ask(session, run, 'rcpt', `RCPT TO:<${recipient}>`);
  // That the connection breaks at RSET shows at the next form.
  if (!isOver(answer)) await ask(session, run, 'rset', 'RSET');
  return { ...asked, at: 'rcpt', answer };
}

/** The names in the forms, the server's own as it greets. */
function testOf(session: Session, steps: readonly SmtpStep[], { from, to, own, random }: RelayPlan): RelayTest {
  const host = session.server.host;
  const greeting = steps.findLast((step) => step.step === 'ehlo' || step.step === 'helo');
  const line = greeting !== undefined && 'lines' in greeting ? (greeting.lines[0] ?? '') : '';
  const name = /^250[- ]([A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,10}[A-Za-z0-9-]{1,63})(?: |$)/.exec(line)?.[1];
  return { from, to, random, address: remoteOf(session), server: name ?? host, own: own ?? name ?? host };
}
