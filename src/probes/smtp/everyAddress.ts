import { defined } from '../../core/text/defined.ts';
import { isIpv4, readAddress } from '../hostName.ts';
import { limits } from '../limits.ts';
import { lookUpMailExchangers, type MailExchangersResult } from '../mailExchangers.ts';
import type { CancelSignal, Endpoint, Ports } from '../ports.ts';
import { probeSmtpServer } from './server.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from './types.ts';

/** One address of one host, or a host that has none to try. */
export interface AddressProbe {
  readonly host: string;
  /** 0 to 65535, where the host comes from an MX record. */
  readonly preference?: number;
  readonly address?: string;
  readonly result: SmtpProbeResult;
}

export interface EveryAddressResult {
  readonly target: Endpoint;
  /** Absent where the target is an address. */
  readonly mail?: MailExchangersResult;
  /** By host in the order in which a sending server tries them (RFC 5321 5.1), and as DNS has the addresses. */
  readonly probes: readonly AddressProbe[];
  /** Addresses that were not tried, because there are more than anybody needs. */
  readonly left: number;
}

/** What is done at each address; `endpoint` names the host, and `options` its one address. */
export type AddressVisit = (
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
) => Promise<SmtpProbeResult>;

/**
 * Probes every address of every mail exchanger of a domain; of a host without MX records its own. Hosts are talked to at
 * the same time, the addresses of one host one after the other, so that a dead one holds up no other. Each that can be
 * talked to is asked twice whether it offers STARTTLS, unless `visit` asks for something else. Never rejects.
 */
export async function probeEveryAddress(
  target: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  visit: AddressVisit = probeTwice,
): Promise<EveryAddressResult> {
  const { port } = target;
  const probe = async (host: string, address?: string, preference?: number): Promise<AddressProbe> => ({
    host,
    ...(preference !== undefined && { preference }),
    ...(address !== undefined && { address }),
    result: await visit({ host, port }, ports, address === undefined ? options : { ...options, address }, signal),
  });
  if (readAddress(target.host) !== undefined) return { target, probes: [await probe(target.host)], left: 0 };
  const mail = await lookUpMailExchangers(target.host, ports, signal);
  const hosts =
    mail.outcome === 'found' || mail.outcome === 'implicit' ? mail.exchangers.slice(0, limits.exchangers) : [];
  let left = 0;
  const probes = await Promise.all(
    hosts
      .filter(({ host }) => host !== '')
      .map(async ({ host, preference, addresses }) => {
        const order = mail.outcome === 'found' ? preference : undefined;
        const wanted = addresses.filter(
          (one) => options.family === undefined || isIpv4(one) === (options.family === 4),
        );
        if (addresses.length === 0) return [await probe(host, undefined, order)];
        left += Math.max(0, wanted.length - limits.addresses);
        const tried: AddressProbe[] = [];
        for (const address of wanted.slice(0, limits.addresses)) tried.push(await probe(host, address, order));
        return tried;
      }),
  );
  return { target, mail, probes: probes.flat(), left };
}

/** The probe, and a second connection for STARTTLS, which behind one address may be there one time and gone the next. */
async function probeTwice(
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
): Promise<SmtpProbeResult> {
  const result = await probeSmtpServer(endpoint, ports, options, signal);
  const first = offersStartTls(result);
  if (first === undefined || signal.aborted) return result;
  const { envelope: _, message: __, ...greeting } = options;
  const begun = ports.clock.now();
  const again = await probeSmtpServer(endpoint, ports, { ...greeting, tls: 'none', stopAfter: 'hello' }, signal);
  const second = offersStartTls(again);
  const elapsed = ports.clock.now() - begun;
  const step = { step: 'again', elapsed, ...defined({ offered: second, failedAt: again.failure?.step }) } as const;
  const differs = second !== undefined && second !== first;
  return {
    ...result,
    steps: [...result.steps, step],
    findings: differs ? [...result.findings, { code: 'starttls-comes-and-goes', first }] : result.findings,
  };
}

/** Whether STARTTLS is in the answer to the first EHLO in the clear; undefined where there is none. */
function offersStartTls({ steps }: SmtpProbeResult): boolean | undefined {
  const hello = steps.find(
    (one) => (one.step === 'ehlo' || one.step === 'lhlo') && !one.tls && one.failure === undefined,
  );
  if (hello === undefined || !('lines' in hello) || hello.lines[0]?.startsWith('250') !== true) return undefined;
  return hello.lines.some((line) => /^250[ -]STARTTLS\s*$/i.test(line));
}
