import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { CheckResult } from '../../checks/check.ts';
import { defined } from '../../core/text/defined.ts';
import { readEndpoint } from '../hostName.ts';
import type { CancelSignal, Endpoint } from '../ports.ts';
import { HIDDEN, HiddenSecrets } from '../smtp/auth/hidden.ts';
import type { LoginPlan } from '../smtp/auth/loginPlan.ts';
import { type EveryAddressResult, probeEveryAddress } from '../smtp/everyAddress.ts';
import { withPort25 } from '../smtp/flows/port25.ts';
import type { SmtpPlan } from '../smtp/plan.ts';
import { type SampleMessage, writeSampleMessage } from '../smtp/sampleMessage.ts';
import { probeSmtpServer } from '../smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult, SmtpStep } from '../smtp/types.ts';
import type { TlsOffer } from '../tls.ts';
import { createPorts, type DnsOptions } from './network.ts';
import { type OtherSide, seeOtherSide } from './otherSide.ts';
import { heldAgainst } from './policies.ts';
import { saslCrypto } from './saslCrypto.ts';
import type { FlowRequest } from './smtpFlow.ts';

export type { FlowRequest, OtherSide };

export interface SmtpOptions extends DnsOptions, Omit<SmtpPlan, 'auth'> {
  readonly auth?: Login;
  /** The name to say in EHLO; empty or none: this machine's full name, or its address where it has none. */
  readonly helo?: string;
  /** Addresses of the other family are left out. */
  readonly family?: 4 | 6;
  /** What is offered in the handshake of TLS. */
  readonly offer?: TlsOffer;
  /** Milliseconds for the connection, for the banner, for the TLS handshake and for each reply. */
  readonly timeout?: number;
  /** A mail server of somebody else, whose port 25 is tried where that of the server is silent. */
  readonly compare?: string;
}

/** A login; what it computes with comes from here. */
export type Login = Omit<LoginPlan, 'crypto' | 'hidden'>;

/**
 * Probes every address of every exchanger of a domain, or of a host that has none; with `request` each is asked that
 * (`FlowRequest`). Never rejects.
 */
export async function smtpServers(
  target: string,
  options: SmtpOptions,
  signal: CancelSignal,
  request?: FlowRequest,
): Promise<EveryAddressResult> {
  const endpoint = readServer(target);
  const ports = createPorts(options);
  const visit = request === undefined ? undefined : (await import('./smtpFlow.ts')).flowAtEach(request, endpoint.host);
  const found = await probeEveryAddress(endpoint, ports, probeOptions(options), signal, visit);
  const results = await withPort25(
    found.probes.map(({ result }) => result),
    ports,
    options.compare,
    signal,
  );
  return { ...found, probes: found.probes.map((probe, at) => ({ ...probe, result: results[at] ?? probe.result })) };
}

/** A message for a test (`writeSampleMessage`), of now and of this machine. */
export const writeTestMessage = (
  message: Omit<SampleMessage, 'time' | 'id' | 'host'>,
  { helo }: Pick<SmtpOptions, 'helo'>,
): string =>
  writeSampleMessage({
    ...message,
    time: Date.now(),
    id: `mail-triage.${randomUUID()}`,
    host: helo?.trim() || (ownName() ?? 'localhost.localdomain'),
  });

/** What is meant by `host`, `host:port` and their kin. */
export const readServer = (typed: string): Endpoint => {
  // Whatever comes of it is shown and remembered: a password in front of the host is not.
  const bare = typed.trim().replace(/^(\w{1,20}:\/\/)?[^\s:@/[\]]{1,200}:[^\s@]{1,400}@/, `$1${HIDDEN}@`);
  // RFC 6874 2: in a URL the zone of an address is written behind %25.
  const text = bare.replace(/^\[(?:IPv6:)?(.*)\]/i, (_, inner: string) => `[${inner.replace('%25', '%')}]`);
  const read = readEndpoint(text);
  if (read !== undefined) return read;
  // A port that is none is told as such.
  const [, host, port] = /^(\[[^\]]{1,255}\]|[^:]{1,255}):(\d{1,9})$/.exec(text) ?? [];
  return host === undefined ? { host: bare, port: 25 } : { host, port: Number(port) };
};

/** Talks to a mail server without sending mail. `server` is an endpoint or `host`, `host:port`. Never rejects. */
export async function smtpServer(
  server: Endpoint | string,
  options: SmtpOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  const endpoint = typeof server === 'string' ? readServer(server) : server;
  const ports = createPorts(options);
  const result = await probeSmtpServer(endpoint, ports, probeOptions(options), signal, onStep);
  const [told = result] = await withPort25([result], ports, options.compare, signal);
  return told;
}

/** TLSA and MTA-STS of a domain against what its servers showed (`heldAgainst`). Never rejects. */
export async function heldPolicies(
  domain: string,
  results: readonly SmtpProbeResult[],
  options: SmtpOptions,
  signal: CancelSignal,
): Promise<CheckResult> {
  return heldAgainst(domain, results, createPorts(options), signal);
}

/** How this machine looks to a server that it has probed (`seeOtherSide`). Never rejects. */
export async function otherSide(
  result: SmtpProbeResult,
  options: SmtpOptions & { readonly asksAddress?: boolean },
  signal: CancelSignal,
): Promise<OtherSide> {
  const { asksAddress = false, ...asked } = options;
  return seeOtherSide(result, createPorts(asked), probeOptions(asked), asksAddress, signal);
}

/** Asks a mail server about recipients or policy (`FlowRequest`); no message is sent. Never rejects. */
export async function smtpFlow(
  server: Endpoint | string,
  request: FlowRequest,
  options: SmtpOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  const endpoint = typeof server === 'string' ? readServer(server) : server;
  // What explains replies is loaded only here.
  const { smtpFlow: ask } = await import('./smtpFlow.ts');
  const ports = createPorts(options);
  const result = await ask(endpoint, request, ports, probeOptions(options), signal, onStep);
  const [told = result] = await withPort25([result], ports, options.compare, signal);
  return told;
}

function probeOptions({ timeout, helo, connectTo = {}, auth, compare: _, ...plan }: SmtpOptions): SmtpProbeOptions {
  return {
    ...plan,
    ...(auth !== undefined && { auth: { ...auth, crypto: saslCrypto, hidden: new HiddenSecrets() } }),
    ...defined({ helo: helo?.trim() || ownName() }),
    ...(timeout !== undefined && { timeouts: { connect: timeout, banner: timeout, reply: timeout, tls: timeout } }),
    connectTo: new Map(Object.entries(connectTo)),
  };
}

/** RFC 5321 2.3.5: only a fully qualified name may be said in EHLO. */
function ownName(): string | undefined {
  const name = hostname();
  return /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}$/.test(name) ? name : undefined;
}
