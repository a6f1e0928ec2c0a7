import { hostname } from 'node:os';
import { defined } from '../../core/text/defined.ts';
import { readEndpoint } from '../hostName.ts';
import type { CancelSignal, Endpoint } from '../ports.ts';
import type { LoginPlan } from '../smtp/auth/loginPlan.ts';
import { type EveryAddressOptions, type EveryAddressResult, probeEveryAddress } from '../smtp/everyAddress.ts';
import type { SmtpPlan } from '../smtp/plan.ts';
import { probeSmtpServer } from '../smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult, SmtpStep } from '../smtp/types.ts';
import { createPorts, type DnsOptions } from './network.ts';
import { saslCrypto } from './saslCrypto.ts';
import type { FlowRequest } from './smtpFlow.ts';

export type { FlowRequest };

export interface SmtpOptions extends DnsOptions, Omit<SmtpPlan, 'auth'> {
  readonly auth?: Login;
  /** The name to say in EHLO; empty or none: this machine's full name, or its address where it has none. */
  readonly helo?: string;
  /** Milliseconds for the connection, for the banner, for the TLS handshake and for each reply. */
  readonly timeout?: number;
}

/** A login; what it computes with comes from here. */
export type Login = Omit<LoginPlan, 'crypto'>;

/** Probes every address of every exchanger of a domain, or of a host that has none. Never rejects. */
export function smtpServers(
  target: string,
  options: SmtpOptions & Pick<EveryAddressOptions, 'family'>,
  signal: CancelSignal,
): Promise<EveryAddressResult> {
  const endpoint = readEndpoint(target) ?? { host: target, port: 25 };
  const all = { ...probeOptions(options), ...defined({ family: options.family }) };
  return probeEveryAddress(endpoint, createPorts(options), all, signal);
}

/** Talks to a mail server without sending mail. `server` is an endpoint or `host`, `host:port`. Never rejects. */
export function smtpServer(
  server: Endpoint | string,
  options: SmtpOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  const endpoint = typeof server === 'string' ? (readEndpoint(server) ?? { host: server, port: 25 }) : server;
  return probeSmtpServer(endpoint, createPorts(options), probeOptions(options), signal, onStep);
}

/** Asks a mail server about recipients or policy (`FlowRequest`); no message is sent. Never rejects. */
export async function smtpFlow(
  server: Endpoint | string,
  request: FlowRequest,
  options: SmtpOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  const endpoint = typeof server === 'string' ? (readEndpoint(server) ?? { host: server, port: 25 }) : server;
  // What explains replies is loaded only here.
  const { smtpFlow: ask } = await import('./smtpFlow.ts');
  return ask(endpoint, request, createPorts(options), probeOptions(options), signal, onStep);
}

function probeOptions({ timeout, helo, connectTo = {}, auth, ...plan }: SmtpOptions): SmtpProbeOptions {
  return {
    ...plan,
    ...(auth !== undefined && { auth: { ...auth, crypto: saslCrypto } }),
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
