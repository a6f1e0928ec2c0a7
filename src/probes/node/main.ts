import { hostname } from 'node:os';
import { domainToASCII } from 'node:url';
import { againstTicket } from '../../checks/againstTicket.ts';
import type { Area } from '../../checks/areas.ts';
import { askAgain, type ToldAnswer } from '../../checks/askAgain.ts';
import type { AreaResult, CheckResult } from '../../checks/check.ts';
import { runChecks } from '../../checks/check.ts';
import { checksOf } from '../../checks/checksOf.ts';
import type { CheckOptions } from '../../checks/context.ts';
import { type AskedTarget, RECORD_TYPES, readTarget, type TargetResult } from '../../checks/target.ts';
import type { Told } from '../../core/dns/told.ts';
import { defined } from '../../core/text/defined.ts';
import { readRanges } from '../addressRanges.ts';
import { readEndpoint, writeEndpoint } from '../hostName.ts';
import { lookUpMailExchangers, type MailExchangersResult } from '../mailExchangers.ts';
import type { CancelSignal, Endpoint, Ports, RecordType, ToAscii } from '../ports.ts';
import type { LoginPlan } from '../smtp/auth/loginPlan.ts';
import { type EveryAddressOptions, type EveryAddressResult, probeEveryAddress } from '../smtp/everyAddress.ts';
import type { SmtpPlan } from '../smtp/plan.ts';
import { probeSmtpServer } from '../smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult, SmtpStep } from '../smtp/types.ts';
import { createDial } from './dial.ts';
import type { DialOptions } from './dialOptions.ts';
import { readDnsServer } from './dns/readServer.ts';
import { createFetch } from './fetch.ts';
import { pacedDial } from './pacedDial.ts';
import { createResolve } from './resolve.ts';
import { saslCrypto } from './saslCrypto.ts';
import type { FlowRequest } from './smtpFlow.ts';

export interface DnsOptions extends DialOptions {
  /** Resolvers to ask, in the forms of `readDnsServer`; none: those of the operating system. */
  readonly resolvers?: readonly string[];
  /** Milliseconds for one packet to one resolver. */
  readonly dnsTimeout?: number;
  /** Where to connect instead: `{ "mx1.contoso.test:25": "127.0.0.1:2525" }`. */
  readonly connectTo?: Readonly<Record<string, string>>;
}

export interface SmtpOptions extends DnsOptions, Omit<SmtpPlan, 'auth'> {
  readonly auth?: Login;
  /** The name to say in EHLO; empty or none: this machine's full name, or its address where it has none. */
  readonly helo?: string;
  /** Milliseconds for the connection, for the banner, for the TLS handshake and for each reply. */
  readonly timeout?: number;
}

/** A login; what it computes with comes from here. */
export type Login = Omit<LoginPlan, 'crypto'>;

/** The types of records that can be looked up by name. */
export const recordTypes: readonly string[] = RECORD_TYPES;

export type { FlowRequest };
export { writeEndpoint };

/** What is meant by what was typed. */
export const readCheckTarget = (typed: string): TargetResult => readTarget(typed, toAscii);

const isRecordType = (type: string): type is RecordType => RECORD_TYPES.some((one) => one === type);

/**
 * Asks what belongs to a domain, an address or a look-up, and what differs from what a ticket says (`told`). Never
 * rejects.
 */
export function check(
  target: AskedTarget,
  options: DnsOptions & CheckOptions & { readonly areas?: readonly Area[]; readonly told?: readonly Told[] },
  signal: CancelSignal,
  onArea?: (result: AreaResult) => void,
): Promise<CheckResult> {
  const onlySelectors = target.kind === 'domain' ? target.selectors : undefined;
  const all = { ...options, ...defined({ onlySelectors }) };
  const told = (options.told ?? []).flatMap((one) => (isRecordType(one.type) ? [{ ...one, type: one.type }] : []));
  const checks = new Map(checksOf(target, options.areas));
  if (told.length > 0) checks.set('ticket', againstTicket(told));
  return runChecks(target.name, checks, createPorts(options), signal, all, onArea);
}

/** Asks what a text has the answer of, and says what differs. Never rejects. */
export const askTold = (
  told: ToldAnswer,
  options: DnsOptions,
  signal: CancelSignal,
  onArea?: (result: AreaResult) => void,
): Promise<CheckResult> =>
  runChecks(told.name, new Map([['record', askAgain(told)]]), createPorts(options), signal, {}, onArea);

/** Whether a resolver can be named so. */
export const isDnsServer = (text: string): boolean => readDnsServer(text) !== undefined;

/** The hosts that take mail for `domain` (a domain or an address). Never rejects. */
export function mailExchangers(
  domain: string,
  options: DnsOptions,
  signal: CancelSignal,
): Promise<MailExchangersResult> {
  return lookUpMailExchangers(domain, createPorts(options), {}, signal);
}

/** The same with every address of every exchanger of a domain, or of a host that has none. Never rejects. */
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

/** Ranges of addresses in a text (`readRanges`). */
export { readRanges };

function probeOptions({ timeout, helo, connectTo = {}, auth, ...plan }: SmtpOptions): SmtpProbeOptions {
  return {
    ...plan,
    ...(auth !== undefined && { auth: { ...auth, crypto: saslCrypto } }),
    ...defined({ helo: helo?.trim() || ownName() }),
    ...(timeout !== undefined && { timeouts: { connect: timeout, banner: timeout, reply: timeout, tls: timeout } }),
    connectTo: new Map(Object.entries(connectTo)),
  };
}

/** The network as it is: our resolver, TCP and TLS, and this machine's clock. */
export function createPorts(options: DnsOptions): Ports {
  const resolve = createResolve({ ...defined({ servers: options.resolvers, timeout: options.dnsTimeout }) });
  return {
    resolve,
    dial: pacedDial(createDial(options)),
    fetch: createFetch({ resolve, connectTo: new Map(Object.entries(options.connectTo ?? {})) }),
    clock: { now: () => Date.now() },
    toAscii,
  };
}

const toAscii: ToAscii = (name) => domainToASCII(name) || undefined;

/** RFC 5321 2.3.5: only a fully qualified name may be said in EHLO. */
function ownName(): string | undefined {
  const name = hostname();
  return /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}$/.test(name) ? name : undefined;
}
