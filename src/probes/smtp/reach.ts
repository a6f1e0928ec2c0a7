import { defined } from '../../core/text/defined.ts';
import { isIpv4, isIpv6, readAddress, readEndpoint, writeEndpoint } from '../hostName.ts';
import { limits, waitOf } from '../limits.ts';
import type { Answer, CancelSignal, Endpoint, Ports, Stream } from '../ports.ts';
import type { SmtpFailure, SmtpProbeOptions, SmtpStep } from './types.ts';

type Reached = { readonly ok: true; readonly stream: Stream } | { readonly ok: false; readonly failure: SmtpFailure };

const lost = (failure: SmtpFailure): Reached => ({ ok: false, failure });

/** Finds the addresses of `server` and connects to the first one that accepts. */
export async function reachServer(
  server: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  record: (step: SmtpStep) => void,
): Promise<Reached> {
  let target = options.address === undefined ? server : { host: options.address, port: server.port };
  const instead = redirectOf(target, options.connectTo) ?? redirectOf(server, options.connectTo);
  if (instead !== undefined) {
    const endpoint = readEndpoint(instead, server.port);
    if (endpoint === undefined) return lost({ step: 'connect', kind: 'bad-redirect', to: instead });
    target = endpoint;
    record({ step: 'redirect', from: writeEndpoint(server), to: writeEndpoint(endpoint) });
  }
  const found = await addressesOf(target.host, ports, signal, record);
  if (!('addresses' in found)) return lost(found);
  const { family } = options;
  const isFree = family === undefined || readAddress(target.host) !== undefined;
  const addresses = isFree ? found.addresses : found.addresses.filter((one) => isIpv4(one) === (family === 4));
  if (addresses.length === 0) return lost({ step: 'name', kind: 'no-address', ...defined({ family }) });

  let last = lost({ step: 'connect', kind: 'unreachable', detail: '' });
  for (const host of addresses.slice(0, limits.addresses)) {
    if (signal.aborted) return lost({ step: 'connect', kind: 'cancelled', detail: '' });
    const begun = ports.clock.now();
    const endpoint = { host, port: target.port };
    const dialled = await ports.dial(endpoint, waitOf(options.timeouts?.connect, limits.connectWait), signal);
    const { via, source } = ports.dial;
    const waited = dialled.ok ? dialled.value.waited : dialled.waited;
    const elapsed = ports.clock.now() - begun - (waited ?? 0);
    const address = writeEndpoint(endpoint);
    const step = { step: 'connect', address, elapsed, ...defined({ via, source, waited }) } as const;
    if (dialled.ok) {
      record({ ...step, ...defined({ local: dialled.value.local }) });
      return { ok: true, stream: dialled.value };
    }
    const failure = { kind: dialled.failure, detail: dialled.detail };
    record({ ...step, failure });
    last = lost({ step: 'connect', ...failure });
    if (dialled.failure === 'cancelled') break;
  }
  return last;
}

function redirectOf(server: Endpoint, connectTo: ReadonlyMap<string, string> | undefined): string | undefined {
  const wanted = writeEndpoint(server).toLowerCase();
  for (const [from, to] of connectTo ?? []) if (from.trim().toLowerCase() === wanted) return to;
  return undefined;
}

/** The addresses of a host that can be connected to, or why there are none. */
export async function addressesOf(
  host: string,
  ports: Ports,
  signal: CancelSignal,
  record: (step: SmtpStep) => void,
): Promise<{ readonly addresses: readonly string[] } | SmtpFailure> {
  const address = readAddress(host);
  if (address !== undefined) return { addresses: [address] };
  // RFC 6761 6.3: localhost is never asked of a resolver.
  if (host === 'localhost' || host.endsWith('.localhost')) return { addresses: ['127.0.0.1', '::1'] };
  const begun = ports.clock.now();
  const answers = await Promise.all([
    ports.resolve({ name: host, type: 'A' }, signal),
    ports.resolve({ name: host, type: 'AAAA' }, signal),
  ]);
  record({ step: 'name', host, answers, elapsed: ports.clock.now() - begun });
  const addresses = answers.flatMap((answer) =>
    answer.records.filter((one) => one.type === answer.question.type).map((one) => one.data),
  );
  const usable = [...new Set(addresses)].filter((one) => isIpv4(one) || isIpv6(one));
  return usable.length > 0 ? { addresses: usable } : nameFailure(answers);
}

/** That DNS did not answer is never told as "there is no such name". */
function nameFailure(answers: readonly Answer[]): SmtpFailure {
  const failed = answers.find((answer) => answer.status !== 'NOERROR' && answer.status !== 'NXDOMAIN');
  if (failed?.status === 'CANCELLED') return { step: 'name', kind: 'cancelled' };
  if (failed !== undefined) return { step: 'name', kind: 'unanswered', status: failed.status };
  const nowhere = answers.every((answer) => answer.status === 'NXDOMAIN');
  return { step: 'name', kind: nowhere ? 'no-such-name' : 'no-address' };
}
