import { domainToASCII } from 'node:url';
import { defined } from '../../core/text/defined.ts';
import type { Ports, ToAscii } from '../ports.ts';
import { createDial } from './dial.ts';
import type { DialOptions } from './dialOptions.ts';
import { createFetch } from './fetch.ts';
import { pacedDial } from './pacedDial.ts';
import { createResolve } from './resolve.ts';

export interface DnsOptions extends DialOptions {
  /** Resolvers to ask, in the forms of `readDnsServer`; none: those of the operating system. */
  readonly resolvers?: readonly string[];
  /** Milliseconds for one packet to one resolver. */
  readonly dnsTimeout?: number;
  /** Where to connect instead: `{ "mx1.contoso.test:25": "127.0.0.1:2525" }`. */
  readonly connectTo?: Readonly<Record<string, string>>;
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

export const toAscii: ToAscii = (name) => domainToASCII(name) || undefined;
