import { limits, waitOf } from '../../limits.ts';
import type { CancelSignal, Endpoint, Ports } from '../../ports.ts';
import { TLS_VERSIONS, type TlsOffer, versionWords } from '../../tls.ts';
import { type Visit, visitServer } from '../server.ts';
import type { Session } from '../session.ts';
import { hearBanner } from '../steps/banner.ts';
import { sayHello } from '../steps/hello.ts';
import type { SmtpFailure, SmtpProbeOptions, SmtpProbeResult, SmtpStep } from '../types.ts';
import { openSession } from './conversation.ts';
import type { ClearMail, ScannedTls } from './outcome.ts';

/** Ciphers of TLS 1.2 that are safe (RFC 9325 4.2), of both kinds of keys. */
const SAFE = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
];
const ONLY_12 = { from: 'TLSv1.2', to: 'TLSv1.2' } as const;

/** What is offered by itself, one handshake each; the words stand in the report. */
const OFFERS: readonly (readonly [name: string, offer: TlsOffer])[] = [
  ...[...TLS_VERSIONS].reverse().map((one) => [versionWords(one), { from: one, to: one }] as const),
  ['TLS 1.2 in our order', { ...ONLY_12, ciphers: SAFE.join(':') }],
  ['TLS 1.2 in the opposite order', { ...ONLY_12, ciphers: [...SAFE].reverse().join(':') }],
  ['TLS 1.2 without forward secrecy', { ...ONLY_12, ciphers: 'kRSA' }],
];

/**
 * Each version of TLS offered alone, in whose order a cipher is chosen, whether one without forward secrecy is taken, and
 * whether MAIL is taken in the clear, which RSET ends: nothing is sent. A connection for each. Never rejects.
 */
export const scanTls = (
  endpoint: Endpoint,
  ports: Ports,
  { stopAfter: _, message: __, envelope: ___, auth: ____, offer: _____, ...options }: SmtpProbeOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> => visitServer(endpoint, ports, options, signal, scan, onStep);

async function scan({ connect }: Visit): Promise<Pick<SmtpProbeResult, 'failure' | 'flow'>> {
  const first = await connect();
  if (!first.ok) return first;
  const opened = await openSession(first.session);
  // A server that is old, or new, shows itself only when it is offered what it has.
  if (opened.kind === 'failed' && opened.failure.step !== 'tls') return opened;
  if (opened.kind !== 'failed') {
    await first.session.leave();
    if (!first.session.tls) return {};
  }
  const { options, server } = first.session;
  const implicit = options.tls === 'implicit' || (server.port === 465 && (options.tls ?? 'auto') === 'auto');
  const clear = implicit ? undefined : await mailInClear(connect);
  const scanned: ScannedTls[] = [];
  for (const [name, offer] of OFFERS) {
    const had12 = scanned.some((one) => one.name === 'TLS 1.2' && one.info !== undefined);
    if (offer.ciphers !== undefined && !had12) continue;
    const found = await handshake(connect, name, offer, implicit);
    scanned.push(found);
    if (found.lost === 'cancelled') return { failure: { step: 'tls', kind: 'cancelled', detail: '' } };
  }
  return { flow: { kind: 'tls-scan', scanned, port: server.port, ...(clear !== undefined && { clear }) } };
}

async function mailInClear(connect: Visit['connect']): Promise<ClearMail> {
  const connected = await connect();
  if (!connected.ok) return { lines: [] };
  const { session } = connected;
  if ((await greet(session)) !== undefined) return { lines: [] };
  const mail = await session.say('mail', 'MAIL FROM:<>');
  if (!mail.ok) return { lines: [] };
  if (mail.code === 250) await session.say('rset', 'RSET');
  await session.leave();
  return { code: mail.code, lines: mail.lines };
}

const greet = async (session: Session): Promise<SmtpFailure | undefined> =>
  (await hearBanner(session)) ?? (await sayHello(session));

async function handshake(
  connect: Visit['connect'],
  name: string,
  offer: TlsOffer,
  implicit: boolean,
): Promise<ScannedTls> {
  const connected = await connect();
  if (!connected.ok) return { name, lost: connected.failure.kind };
  const { session } = connected;
  if (!implicit) {
    const failed = await greet(session);
    if (failed !== undefined) return { name, lost: failed.kind };
    const answer = await session.say('starttls', 'STARTTLS');
    if (!answer.ok || answer.code !== 220) return { name, lost: answer.ok ? `STARTTLS ${answer.code}` : 'no reply' };
  }
  const begun = session.clock.now();
  const done = await session.stream.startTls(
    session.server.host,
    waitOf(session.options.timeouts?.tls, limits.tlsWait),
    offer,
  );
  const common = { step: 'tls', elapsed: session.clock.now() - begun, offered: name } as const;
  if (done.ok) {
    session.record({ ...common, info: done.value });
    session.hangUp();
    return { name, info: done.value };
  }
  session.record({ ...common, failure: { kind: done.failure, detail: done.detail } });
  session.hangUp();
  // What is refused in a handshake is an answer; what is lost on the way is none.
  const isAnswer = done.failure === 'tls' || done.failure === 'reset' || done.failure === 'closed';
  return isAnswer ? { name } : { name, lost: done.failure };
}
