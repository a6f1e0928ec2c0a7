import { defined } from '../../../core/text/defined.ts';
import { addressScope, isIpv4, readEndpoint } from '../../hostName.ts';
import type { Session } from '../session.ts';
import type { SmtpStep } from '../types.ts';
import { type OwnAddress, ownAddress, type Seen } from './ownAddress.ts';

/** The server's address as it was connected to, without the port. */
export const remoteOf = ({ stream }: Session): string => readEndpoint(stream.remote)?.host ?? stream.remote;

export interface ClientHints {
  /** The addresses of this machine, for a server that does not even take the connection. */
  readonly machine?: readonly string[];
  /** What a service that was asked says of our address. */
  readonly asked?: Seen['asked'];
}

/** From which address a server was asked, by the last connection and by what was said on it. */
export function clientIn(steps: readonly SmtpStep[], { asked, machine = [] }: ClientHints = {}): OwnAddress {
  const connected = steps.findLast((step) => step.step === 'connect');
  const remote = connected === undefined ? undefined : readEndpoint(connected.address)?.host;
  const said = steps.flatMap((step) => ('lines' in step && 'elapsed' in step ? [step] : []));
  const hello = said.findLast(({ step, lines }) => step === 'ehlo' && lines.length > 0)?.lines ?? [];
  const refusals = said.flatMap(({ lines }) => lines.filter((line) => /^[45]\d\d/.test(line)));
  // Behind a proxy the server sees the proxy's address.
  const local = connected?.via === undefined ? (connected?.local ?? onlyOne(machine, remote)) : undefined;
  return ownAddress({ ...defined({ local, remote, asked }), hello, refusals });
}

/** The one address of the machine that a connection to `remote` can come from; where it has several, it is not known. */
function onlyOne(machine: readonly string[], remote: string | undefined): string | undefined {
  const family = machine.filter(
    (one) => remote !== undefined && isIpv4(one) === isIpv4(remote) && addressScope(one) !== 'link-local',
  );
  return family.length === 1 ? family[0] : undefined;
}
