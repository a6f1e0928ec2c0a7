import { addressScope, readAddress } from '../../hostName.ts';
import type { CancelSignal, RecordType, Resolve } from '../../ports.ts';

interface Asked {
  readonly address: string;
  /** Who was asked. */
  readonly of: string;
}

interface Service {
  readonly of: string;
  readonly at: string;
  readonly name: string;
  readonly type: RecordType;
}

/** Name servers that answer with the address a question came from. */
const SERVICES: Readonly<Record<4 | 6, readonly Service[]>> = {
  4: [
    { of: 'resolver1.opendns.com', at: '208.67.222.222', name: 'myip.opendns.com', type: 'A' },
    { of: 'ns1.google.com', at: '216.239.32.10', name: 'o-o.myaddr.l.google.com', type: 'TXT' },
  ],
  6: [
    { of: 'resolver1.opendns.com', at: '2620:119:35::35', name: 'myip.opendns.com', type: 'AAAA' },
    { of: 'ns1.google.com', at: '2001:4860:4802:32::a', name: 'o-o.myaddr.l.google.com', type: 'TXT' },
  ],
};

/** The public address of this machine by a service of somebody else; only where the user wants it asked. */
export async function askOwnAddress(resolve: Resolve, family: 4 | 6, signal: CancelSignal): Promise<Asked | undefined> {
  for (const { of, at, name, type } of SERVICES[family]) {
    const { records } = await resolve({ name, type, at }, signal);
    const data = records.find((one) => one.type === type)?.data.replace(/^"|"$/g, '');
    const address = data === undefined ? undefined : readAddress(data);
    if (address !== undefined && addressScope(address) === undefined) return { address, of };
    if (signal.aborted) break;
  }
  return undefined;
}
