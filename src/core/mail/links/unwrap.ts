import { LONGEST_ADDRESS, readAddress, type WebAddress } from './webAddress.ts';
import type { Inside, Wrapper, WrapperKind } from './wrapper.ts';
import { wrappers } from './wrappers.ts';

/** One address around another. */
export interface Layer {
  readonly service: string;
  readonly kind: WrapperKind;
  /** The host of the wrapping address. */
  readonly host: string;
  /** The service is told by the form of the address alone, on a host that is not its maker's: anybody can write one. */
  readonly imitable?: true;
}

export interface Unwrapped {
  /** From the outermost in; empty where nothing is wrapped. */
  readonly layers: readonly Layer[];
  /** The innermost address that can be told. */
  readonly address: string;
  /** Its host: what the service shows of it, where only that is told. */
  readonly host: string;
  /**
   * Why it goes on from there and nobody can tell where to: the service in the last layer keeps the address with itself
   * (`kept`; `host` where it shows the host alone), or there are more layers than are taken off (`deep`).
   */
  readonly ends?: 'kept' | 'host' | 'deep';
}

/** Layers that are taken off; two filters and a mailing service make three. */
const DEEPEST = 8;

/** What an address leads to without the services that were put around it. Nothing is asked of anybody. */
export function unwrap(written: string): Unwrapped {
  const layers: Layer[] = [];
  let address = written.trim();
  for (;;) {
    const read = readAddress(address);
    const found = read === undefined ? undefined : layerOf(read);
    if (read === undefined || found === undefined) return { layers, address, host: read?.host ?? '' };
    if (layers.length === DEEPEST) return { layers, address, host: read.host, ends: 'deep' };
    const { wrapper, inside } = found;
    layers.push({
      // Of short addresses each host is a service of its own.
      service: wrapper.kind === 'shortener' ? read.host : wrapper.service,
      kind: wrapper.kind,
      host: read.host,
      ...(wrapper.host === undefined && { imitable: true }),
    });
    if (inside.kind === 'kept') return { layers, address, host: read.host, ends: 'kept' };
    if (inside.kind === 'host') return { layers, address, host: inside.host, ends: 'host' };
    address = inside.address.slice(0, LONGEST_ADDRESS);
  }
}

function layerOf(address: WebAddress): { readonly wrapper: Wrapper; readonly inside: Inside } | undefined {
  if (address.scheme !== 'http' && address.scheme !== 'https') return undefined;
  for (const wrapper of wrappers) {
    if (wrapper.host?.test(address.host) === false || wrapper.path?.test(address.path) === false) continue;
    const inside = wrapper.inside(address);
    if (inside !== undefined) return { wrapper, inside };
  }
  return undefined;
}
