import { isIpv4, isIpv6 } from '../../probes/hostName.ts';
import type { Answer, CancelSignal, RecordType, Resolve } from '../../probes/ports.ts';
import { addressesOf } from '../answers.ts';

/** One address of a name server, with what it said. */
export interface AskedAddress {
  readonly address: string;
  readonly soa: Answer;
  /** Of those that answer for the zone. */
  readonly more: readonly Answer[];
}

export interface NameServer {
  /** In small letters, without the final dot. */
  readonly host: string;
  /** The answers to A and AAAA; none for what is no name. */
  readonly answers: readonly Answer[];
  readonly addresses: readonly string[];
  readonly asked: readonly AskedAddress[];
}

/** Addresses of one server that are asked. */
const MOST_ADDRESSES = 3;
/** What is held against each other besides the serial: whom mail goes to, who serves the zone, and what SPF says. */
const COMPARED: readonly RecordType[] = ['NS', 'MX', 'TXT'];

/** Asks a name server itself, at each of its addresses. */
export async function askServer(
  host: string,
  glue: readonly string[],
  zone: { readonly apex: string; readonly name: string },
  resolve: Resolve,
  signal: CancelSignal,
): Promise<NameServer> {
  if (isIpv4(host) || isIpv6(host)) return { host, answers: [], addresses: [], asked: [] };
  const answers = await Promise.all((['A', 'AAAA'] as const).map((type) => resolve({ name: host, type }, signal)));
  const addresses = [...new Set(answers.flatMap(addressesOf))];
  const usable = (addresses.length > 0 ? addresses : glue).slice(0, MOST_ADDRESSES);
  const asked = await Promise.all(
    usable.map(async (at): Promise<AskedAddress> => {
      const ask = (name: string, type: RecordType): Promise<Answer> =>
        resolve({ name, type, at, recursion: false }, signal);
      const soa = await ask(zone.apex, 'SOA');
      if (!answersFor(soa)) return { address: at, soa, more: [] };
      return {
        address: at,
        soa,
        more: await Promise.all(COMPARED.map((type) => ask(type === 'NS' ? zone.apex : zone.name, type))),
      };
    }),
  );
  return { host, answers, addresses, asked };
}

/** Whether a server answers for the zone itself (RFC 1035 4.1.1, AA). */
export const answersFor = (soa: Answer): boolean =>
  soa.status === 'NOERROR' && soa.authoritative === true && soa.records.some(({ type }) => type === 'SOA');
