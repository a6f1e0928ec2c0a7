import { networkInterfaces } from 'node:os';
import { type CheckResult, runChecks } from '../../checks/check.ts';
import { checksOf } from '../../checks/checksOf.ts';
import { defined } from '../../core/text/defined.ts';
import { addressScope, isIpv4, readEndpoint } from '../hostName.ts';
import type { CancelSignal, Ports } from '../ports.ts';
import { askOwnAddress } from '../smtp/flows/askOwnAddress.ts';
import { clientIn } from '../smtp/flows/client.ts';
import type { OwnAddress } from '../smtp/flows/ownAddress.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from '../smtp/types.ts';

/** What a server sees of this machine. */
export interface OtherSide {
  readonly client: OwnAddress;
  /** Its name, HELO, SPF of the sender and block lists; absent where no public address is known. */
  readonly check?: CheckResult;
}

/**
 * How this machine looks to a server that it has probed. A service of somebody else is asked for its address only where
 * `asksAddress` says so. Never rejects.
 */
export async function seeOtherSide(
  { steps }: SmtpProbeResult,
  ports: Ports,
  { helo, envelope }: SmtpProbeOptions,
  asksAddress: boolean,
  signal: CancelSignal,
): Promise<OtherSide> {
  const machine = ownAddresses();
  let client = clientIn(steps, { machine });
  if (client.address === undefined && asksAddress) {
    const tried = steps.findLast((step) => step.step === 'connect');
    const host = tried === undefined ? undefined : readEndpoint(tried.address)?.host;
    const asked = await askOwnAddress(ports.resolve, host === undefined || isIpv4(host) ? 4 : 6, signal);
    client = clientIn(steps, { machine, ...defined({ asked }) });
  }
  const { address } = client;
  if (address === undefined || addressScope(address) !== undefined) return { client };
  const options = defined({ helo, sender: envelope?.from });
  const checks = checksOf({ kind: 'address', name: address });
  return { client, check: await runChecks(address, checks, ports, signal, options) };
}

/** The addresses of this machine's networks. */
export const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((ones) =>
    (ones ?? []).flatMap(({ address, internal }) => (internal ? [] : [address])),
  );
