import { defined } from '../../../core/text/defined.ts';
import { beginLogin, chooseMechanism, LONGEST_ANSWER, notSpoken, offeredIn } from '../auth/choose.ts';
import { HIDDEN, readChallenge, writeAnswer } from '../auth/hidden.ts';
import type { LoginPlan } from '../auth/loginPlan.ts';
import { badChallenge, type Exchange, type Login, type LoginProblem, type Mechanism } from '../auth/mechanism.ts';
import { USUAL_ITERATIONS } from '../auth/scram.ts';
import { refusal } from '../codes.ts';
import type { Reply, Session, Step } from '../session.ts';
import type { SmtpFailure } from '../types.ts';

/** Characters of a command line, its end included (RFC 5321 4.5.3.1.4); a longer first answer waits for a challenge (RFC 4954 4). */
const LONGEST_LINE = 512;
/** Challenges of one login; no mechanism here has as many. */
const MOST_CHALLENGES = 5;
const HASHED: ReadonlySet<Mechanism> = new Set(['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'CRAM-MD5'] as const);

/** AUTH, where the plan has a login (RFC 4954). The secret is in no step, finding or failure. */
export const logIn: Step = async (session) => {
  const plan = session.options.auth;
  if (plan === undefined) return undefined;
  const offered = offeredIn(session.offered.get('AUTH') ?? '');
  if (!session.tls && plan.withoutTls !== true) return session.fail({ step: 'auth', kind: 'login-needs-tls' });
  // The words of the offer are the server's, too.
  const shown = offered.map((one) => (session.hidden.has(one) ? HIDDEN : one));
  const others = notSpoken(shown);
  if (others.length > 0) session.find({ code: 'login-mechanisms-not-tried', mechanisms: others });
  const binding = session.stream.binding?.();
  const choice = chooseMechanism(offered, plan.mechanism, binding !== undefined);
  if (choice.kind === 'no-auth') return session.fail({ step: 'auth', kind: 'no-auth' });
  if (choice.kind === 'not-offered') {
    const asked = choice.asked === undefined ? {} : { asked: choice.asked };
    return session.fail({ step: 'auth', kind: 'mechanism-not-offered', offered: shown, ...asked });
  }
  const { mechanism } = choice;
  if (mechanism === 'SCRAM-SHA-256-PLUS') return tryLogin(session, plan, mechanism, binding);
  const isMissed = binding !== undefined && !offered.includes('SCRAM-SHA-256-PLUS');
  return tryLogin(session, plan, mechanism, isMissed ? 'not-offered' : undefined);
};

async function tryLogin(
  session: Session,
  plan: LoginPlan,
  mechanism: Mechanism,
  binding: Login['binding'],
): Promise<SmtpFailure | undefined> {
  const { host, port } = session.server;
  const secret = plan.secret();
  const login = { user: plan.user, secret, host, port, ...defined({ binding }) };
  const begun = beginLogin(mechanism, login, plan.crypto);
  if (!begun.ok) return session.fail({ step: 'auth', ...begun.problem });
  const exposed = { mechanism, hashed: HASHED.has(mechanism) };
  if (!session.tls) session.find({ code: 'login-in-clear', ...exposed });
  else if (!session.trusted) session.find({ code: 'login-untrusted-tls', ...exposed });
  const failure = await exchange(session, mechanism, begun.exchange);
  const why = begun.exchange.refusal?.();
  if (why !== undefined) {
    const shown = Object.entries(why).map(([key, text]) => [key, session.hidden.has(text) ? HIDDEN : text]);
    session.find({ code: 'login-refused-why', refusal: Object.fromEntries(shown) });
  }
  if (failure !== undefined) return session.fail(failure);
  session.find({ code: 'login-accepted', user: plan.user, mechanism });
  return undefined;
}

/** The challenges and answers behind AUTH, up to the reply that ends them. */
async function exchange(session: Session, mechanism: Mechanism, login: Exchange): Promise<SmtpFailure | undefined> {
  const first = login.first === undefined ? undefined : writeAnswer(login.first, true);
  const alone = `AUTH ${mechanism}`;
  const isTogether = first !== undefined && alone.length + first.length + 3 <= LONGEST_LINE;
  /** What is still to be said where the line of AUTH had no room for it. */
  let owed = isTogether ? undefined : login.first;
  if (first !== undefined) session.hidden.addSent(first);
  let reply = isTogether
    ? await session.say('auth', `${alone} ${first}`, `${alone} ${HIDDEN}`)
    : await session.say('auth', alone);
  for (let challenges = 0; ; challenges++) {
    if (!reply.ok) return reply.failure;
    if (reply.code === 235) return problemAt(login.lacks?.());
    if (reply.code !== 334) return refusal('auth', reply.code);
    const answer =
      owed === undefined ? await answerTo(session, login, reply, challenges) : { ok: true as const, octets: owed };
    owed = undefined;
    for (const octets of login.derived) session.hidden.addDerived(octets);
    if (!answer.ok) {
      // RFC 4954 4: a lone asterisk gives a login up, and the server answers 501.
      await session.say('auth', '*');
      return problemAt(answer.problem);
    }
    const said = writeAnswer(answer.octets, false);
    session.hidden.addSent(said);
    reply = await session.say('auth', said, said === '' ? '(empty line)' : HIDDEN);
  }
}

async function answerTo(session: Session, login: Exchange, { lines }: Reply, challenges: number) {
  if (challenges >= MOST_CHALLENGES) return badChallenge('too-many');
  const [line = ''] = lines;
  const challenge = lines.length === 1 ? readChallenge(line.slice(4)) : undefined;
  if (challenge === undefined) return badChallenge('not-base64');
  const answer = await login.answer(challenge);
  if (answer.ok && writeAnswer(answer.octets, false).length + 2 > LONGEST_ANSWER) return badChallenge('form');
  const iterations = answer.ok && challenges === 0 ? login.iterations?.() : undefined;
  if (iterations !== undefined && iterations < USUAL_ITERATIONS)
    session.find({ code: 'login-few-iterations', iterations });
  return answer;
}

const problemAt = (problem: LoginProblem | undefined): SmtpFailure | undefined =>
  problem === undefined ? undefined : { step: 'auth', ...problem };
