import { limits } from '../../limits.ts';
import type { CancelSignal, Ports } from '../../ports.ts';
import { addressesOf } from '../reach.ts';
import type { SmtpProbeResult } from '../types.ts';
import type { Port25, Port25Verdict, PortTry } from './findings.ts';

/** No connection to port 25 came about, and silence was what came of it; not where the settings lead elsewhere. */
function isSilentAt25({ endpoint, steps }: SmtpProbeResult): boolean {
  if (endpoint.port !== 25 || steps.some(({ step }) => step === 'redirect')) return false;
  const kinds = steps.flatMap((step) => (step.step === 'connect' ? [step.failure?.kind] : []));
  return kinds.includes('timeout') && kinds.every((kind) => kind === 'timeout' || kind === 'unreachable');
}

/** Hosts of which other ports are tried, and how long: the answer is known soon, or none comes. */
const MOST = 4;
const WAIT = 5_000;

/** Asks why no connection to port 25 comes about: other ports of the same hosts, and port 25 of `compare` where it is given. */
async function askPort25(
  silent: readonly string[],
  ports: Ports,
  compare: string | undefined,
  signal: CancelSignal,
): Promise<Port25> {
  const tryPort = async (host: string, port: number): Promise<PortTry> => {
    const found = await addressesOf(host, ports, signal, () => {});
    const address = 'addresses' in found ? found.addresses[0] : undefined;
    if (address === undefined) return { host, port, outcome: 'name' };
    const dialled = await ports.dial({ host: address, port }, Math.min(WAIT, limits.connectWait), signal);
    if (!dialled.ok) return { host, port, outcome: dialled.failure };
    dialled.value.close();
    return { host, port, outcome: 'open' };
  };
  const hosts = [...new Set(silent)].slice(0, MOST);
  const [compared, ...others] = await Promise.all([
    compare === undefined ? undefined : tryPort(compare, 25),
    ...hosts.flatMap((host) => [tryPort(host, 587), tryPort(host, 465)]),
  ]);
  const tried = others.flatMap((one) => (one === undefined ? [] : [one]));
  return {
    code: 'port-25',
    verdict: judgePort25(tried, compared),
    silent: hosts,
    others: tried,
    ...(compared && { compared }),
  };
}

/** The results of a probe with why all of them found port 25 silent, told with the first; as they are where one did not. */
export async function withPort25(
  results: readonly SmtpProbeResult[],
  ports: Ports,
  compare: string | undefined,
  signal: CancelSignal,
): Promise<readonly SmtpProbeResult[]> {
  const [first, ...rest] = results;
  if (first === undefined || signal.aborted || !results.every(isSilentAt25)) return results;
  const finding = await askPort25(
    results.map(({ endpoint }) => endpoint.host),
    ports,
    compare,
    signal,
  );
  return [{ ...first, findings: [...first.findings, finding] }, ...rest];
}

/** No more than the evidence allows: a port that is closed or silent on purpose looks the same from one side. */
export function judgePort25(others: readonly PortTry[], compared: PortTry | undefined): Port25Verdict {
  // Whoever answers at all, be it with a refusal, can be reached.
  const answers = others.some(({ outcome }) => outcome === 'open' || outcome === 'refused' || outcome === 'reset');
  if (compared?.outcome === 'open') return 'open';
  if (compared?.outcome === 'timeout') return answers ? 'blocked' : 'likely';
  return others.some(({ outcome }) => outcome === 'open') ? 'likely' : 'unknown';
}
