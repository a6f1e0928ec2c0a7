import type { Session } from '../session.ts';
import { ask, isOver, isTaken } from './answered.ts';
import type { FlowEnd, FlowRun } from './flow.ts';
import { type LongArgument, longArguments } from './longArguments.ts';
import type { Answered, ExposureAnswer, LongAnswer } from './outcome.ts';

export interface ExposurePlan {
  /** Mailboxes and lists to ask for, besides postmaster and a made-up one. */
  readonly names: readonly string[];
  /** A domain that the server takes mail for. */
  readonly own: string;
  readonly random: string;
  /** Arguments that are longer than any server has to take, too; only for a server that the user may test. */
  readonly beyond?: 'i-may-test-this-server';
}

const MOST_NAMES = 20;

/** HELP, VRFY and EXPN as a stranger says them, then arguments as long as RFC 5321 allows, and longer. */
export async function askExposure(run: FlowRun, plan: ExposurePlan): Promise<FlowEnd> {
  const first = await run.open();
  if (!first.ok) return first;
  let session: Session | undefined = first.session;
  const asked: ExposureAnswer[] = [];
  for (const one of questions(plan)) {
    if (session === undefined) break;
    const { step, command, ...about } = one;
    const answer = await ask(session, run, step, command);
    asked.push({ ...about, answer });
    if (isOver(answer)) session = await again(run.open);
  }
  const long: LongAnswer[] = [];
  for (const one of longArguments(plan.own, plan.beyond !== undefined)) {
    if (session === undefined) break;
    const answered: LongAnswer = await askLong(session, run, one);
    if (isOver(answered.answer)) {
      session = await again(run.open);
      long.push({ ...answered, alive: session !== undefined });
    } else long.push(answered);
  }
  await session?.leave();
  const untried = namesOf(plan).slice(MOST_NAMES);
  return { outcome: { kind: 'exposure', asked, untried, long, beyond: plan.beyond !== undefined } };
}

async function again(open: FlowRun['open']): Promise<Session | undefined> {
  const opened = await open();
  return opened.ok ? opened.session : undefined;
}

type Question = Omit<ExposureAnswer, 'answer'> & {
  readonly step: 'vrfy' | 'expn' | 'help';
  readonly command: string;
};

const namesOf = ({ names }: ExposurePlan): readonly string[] => [...new Set(['postmaster', ...names])];

function* questions(plan: ExposurePlan): Iterable<Question> {
  yield { verb: 'HELP', about: '', invented: false, step: 'help', command: 'HELP' };
  const { own, random } = plan;
  const known = namesOf(plan).slice(0, MOST_NAMES);
  for (const verb of ['VRFY', 'EXPN'] as const) {
    const step = verb === 'VRFY' ? 'vrfy' : 'expn';
    for (const about of known) yield { verb, about, invented: false, step, command: `${verb} ${about}` };
    const about = `${random}@${own}`;
    yield { verb, about, invented: true, step, command: `${verb} ${about}` };
  }
}

/** One long line; behind MAIL where it is an argument of RCPT, and taken back. */
async function askLong(session: Session, run: FlowRun, one: LongArgument): Promise<LongAnswer> {
  const { name, octets, within, command } = one;
  const told = { name, octets, within };
  if (one.behindMail === true) {
    const mail = await ask(session, run, 'mail', 'MAIL FROM:<>');
    if (!isTaken(mail)) return { ...told, answer: mail };
  }
  const verb = command.slice(0, 4);
  const step = verb === 'RCPT' ? 'rcpt' : verb === 'MAIL' ? 'mail' : verb === 'HELO' ? 'helo' : 'noop';
  const answer = await ask(session, run, step, command);
  if (isOver(answer)) return { ...told, answer };
  const before = run.steps.length;
  const reset = await ask(session, run, 'rset', 'RSET');
  const extra = run.steps.slice(before).flatMap((made) => (made.step === 'unasked' ? made.lines : [])).length;
  return { ...told, answer: lostAt(reset) ?? answer, ...(extra > 0 && { replies: 1 + extra }) };
}

/** A server that breaks down over a line may do so behind its answer. */
const lostAt = (reset: Answered): Answered | undefined => (reset.code === undefined ? reset : undefined);
