import { defined } from '../../../core/text/defined.ts';
import { addressNumber } from '../../addressRanges.ts';
import { addressScope, readAddress } from '../../hostName.ts';

/**
 * How it is known from which address a server is asked. `local`: this machine has a public address; `same-network`: the
 * server is not on the public Internet either, and sees this machine's own; `said`: the server told it; `asked`: a
 * service that was asked told it, whose packets may take another way.
 */
export type KnownBy = 'local' | 'same-network' | 'said' | 'asked';

export interface OwnAddress {
  readonly address?: string;
  readonly by?: KnownBy;
  /** Who was asked. */
  readonly of?: string;
}

/** What is known of a connection. */
export interface Seen {
  /** Our side's address and the server's, without ports. */
  readonly local?: string;
  readonly remote?: string;
  /** Replies of the server, its lines; what it says of the client is looked for in them. */
  readonly hello: readonly string[];
  readonly refusals: readonly string[];
  readonly asked?: { readonly address: string; readonly of: string };
}

/** From which address the server is asked, as far as that is known; without an address it is not. */
export function ownAddress({ local, remote, hello, refusals, asked }: Seen): OwnAddress {
  const own = local === undefined ? undefined : readAddress(plain(local));
  if (own !== undefined && addressScope(own) === undefined) return { address: own, by: 'local' };
  if (own !== undefined && remote !== undefined && addressScope(plain(remote)) !== undefined) {
    return { address: own, by: 'same-network' };
  }
  const said = saidIn(hello, refusals, remote);
  if (said !== undefined) return { address: said, by: 'said' };
  return asked === undefined ? {} : { address: plain(asked.address), by: 'asked', ...defined({ of: asked.of }) };
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d{1,3}\.)/i, '');

const ADDRESS =
  '\\[?(?:IPv6:)?((?:\\d{1,3}\\.){3}\\d{1,3}|(?=[0-9a-f:.]{2,45}(?:[^0-9a-f:.]|$))[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})\\]?';
/** `250-mx1.contoso.test Hello client.fabrikam.test [192.0.2.1], pleased to meet you`, `… at your service, [192.0.2.1]`. */
const IN_HELLO = new RegExp(`^250[- ]\\S{1,255}[ ,].{0,200}?(?:[\\[(]|service, \\[)${ADDRESS}`, 'i');
/** `Client host [192.0.2.1] blocked`, `from [192.0.2.1]`, `IP address 192.0.2.1 is listed`. */
const IN_REFUSAL = new RegExp(
  `(?:client(?: host)?|sending (?:mta|server|ip)|your (?:ip|host)|\\bip(?: address)?|\\bfrom|\\bhost)[ :=(]{1,3}(?:address[ :]{1,2})?${ADDRESS}`,
  'i',
);

/** The address that the server names as its client's. It is believed only where it can be one: public, and not its own. */
function saidIn(hello: readonly string[], refusals: readonly string[], remote: string | undefined): string | undefined {
  const found = [
    ...hello.slice(0, 1).map((line) => IN_HELLO.exec(line)?.[1]),
    ...refusals.map((line) => IN_REFUSAL.exec(line)?.[1]),
  ];
  return found.find(
    (one): one is string =>
      one !== undefined &&
      readAddress(one) !== undefined &&
      addressScope(one) === undefined &&
      addressNumber(one)?.value !== addressNumber(remote ?? '')?.value,
  );
}
