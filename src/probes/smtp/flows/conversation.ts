import type { StopStep } from '../plan.ts';
import type { Session, Step } from '../session.ts';
import { logIn } from '../steps/auth.ts';
import { hearBanner } from '../steps/banner.ts';
import { sendChunks } from '../steps/bdat.ts';
import { sayData, sendMessage } from '../steps/data.ts';
import { sayHello } from '../steps/hello.ts';
import { offers, sayMail } from '../steps/mail.ts';
import { sendTogether } from '../steps/pipelined.ts';
import { sendProxyHeader } from '../steps/proxy.ts';
import { sayRecipients } from '../steps/recipients.ts';
import { startTls } from '../steps/startTls.ts';
import { sayXclient } from '../steps/xclient.ts';
import type { SmtpFailure } from '../types.ts';

/** The usual conversation: from the first byte to QUIT, as far as the plan goes. */
export async function holdConversation(session: Session): Promise<SmtpFailure | undefined> {
  const opened = await openSession(session);
  if (opened.kind === 'failed') return opened.failure;
  if (opened.kind === 'open') {
    const failed = await sendEnvelope(session);
    if (failed !== undefined) return failed;
  }
  await session.leave();
  return undefined;
}

export type Opened =
  | { readonly kind: 'open' }
  /** The plan goes no further. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: SmtpFailure };

/** The session up to where an envelope may follow: greeted, under TLS where it can be, logged in where asked. */
export async function openSession(session: Session): Promise<Opened> {
  for (const [name, step] of opening(session)) {
    const failure = await step(session);
    if (failure !== undefined) return { kind: 'failed', failure };
    if (session.options.stopAfter === name) return { kind: 'stopped' };
  }
  return { kind: 'open' };
}

type Named = readonly [name: StopStep, step: Step];

function* opening(session: Session): Iterable<Named> {
  const { tls } = session.options;
  yield ['connect', nothing];
  yield ['proxy', sendProxyHeader];
  const isImplicit = tls === 'implicit' || (session.server.port === 465 && (tls === undefined || tls === 'auto'));
  if (isImplicit) yield ['tls', () => session.startTls()];
  yield ['banner', hearBanner];
  yield ['hello', sayHello];
  if (!isImplicit) yield ['tls', startTls];
  yield ['secured', !isImplicit && session.tls ? sayHello : nothing];
  yield ['xclient', sayXclient];
  yield ['auth', logIn];
}

const nothing: Step = async () => undefined;

/** The envelope and the message of the plan, where it has them. */
async function sendEnvelope(session: Session): Promise<SmtpFailure | undefined> {
  const { envelope, message, stopAfter, pipelining, chunking } = session.options;
  if (envelope === undefined) return undefined;
  const isTogether = pipelining === true && stopAfter !== 'mail' && offers(session, 'PIPELINING');
  const sends = stopAfter === 'data' || (message !== undefined && stopAfter !== 'rcpt' && stopAfter !== 'mail');
  const inChunks = sends && stopAfter !== 'data' && chunking === true && offers(session, 'CHUNKING');
  if (isTogether) {
    const failed = await sendTogether(session, sends && !inChunks && stopAfter !== 'data');
    if (failed !== undefined || !sends) return failed;
  } else {
    const failed = (await sayMail(session)) ?? (stopAfter === 'mail' ? undefined : await sayRecipients(session));
    if (failed !== undefined || !sends) return failed;
  }
  if (envelope.recipients.length === 0) return undefined;
  if (inChunks) return sendChunks(session);
  const refused = isTogether && stopAfter !== 'data' ? undefined : await sayData(session);
  if (refused !== undefined) return refused;
  // RFC 5321 4.1.1.4: behind a 354 no command is one; only closing the connection sends nothing.
  if (stopAfter === 'data') return session.hangUp();
  return sendMessage(session);
}
