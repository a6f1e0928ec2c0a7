import { randomBytes } from 'node:crypto';
import { replyMeaning } from '../../checks/replyMeaning.ts';
import { defined } from '../../core/text/defined.ts';
import type { AddressRange } from '../addressRanges.ts';
import { readAddress } from '../hostName.ts';
import type { CancelSignal, Endpoint, Ports } from '../ports.ts';
import type { AddressVisit } from '../smtp/everyAddress.ts';
import { askOwnAddress } from '../smtp/flows/askOwnAddress.ts';
import { askExposure } from '../smtp/flows/exposure.ts';
import type { Flow } from '../smtp/flows/flow.ts';
import { askRecipients } from '../smtp/flows/recipients.ts';
import { askRelay } from '../smtp/flows/relay.ts';
import { askRelaying } from '../smtp/flows/relaying.ts';
import { askRestriction } from '../smtp/flows/restriction.ts';
import { probeByFlow } from '../smtp/flows/runFlow.ts';
import { scanTls } from '../smtp/flows/tlsScan.ts';
import type { SmtpProbeOptions, SmtpProbeResult, SmtpStep } from '../smtp/types.ts';
import { ownAddresses } from './otherSide.ts';

/** The words with which somebody says that a server is theirs to test. */
export type Consent = 'i-may-test-this-server';

/** What a flow is asked for; sender and recipients are those of the envelope. */
export type FlowRequest =
  /** What the server takes of TLS. */
  | { readonly kind: 'tls-scan' }
  | { readonly kind: 'recipients' }
  /** Whether the server relays for this machine: from the sender to the first recipient. */
  | { readonly kind: 'relaying' }
  /** Whether it relays for anybody. `own` is a domain that it takes mail for. */
  | { readonly kind: 'relay'; readonly consent: Consent; readonly own?: string }
  | {
      readonly kind: 'exposure';
      /** Mailboxes and lists to ask for. */
      readonly names?: readonly string[];
      readonly own?: string;
      /** Arguments longer than RFC 5321 allows, too. */
      readonly beyond?: Consent;
    }
  | {
      readonly kind: 'restriction';
      readonly ranges: readonly AddressRange[];
      /** A service of somebody else is asked for the public address of this machine. */
      readonly asksAddress?: boolean;
    };

/** Asks a server about recipients or policy; no message is sent. Never rejects. */
export async function smtpFlow(
  endpoint: Endpoint,
  request: FlowRequest,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  if (request.kind === 'tls-scan') return scanTls(endpoint, ports, options, signal, onStep);
  const flow = await flowOf(endpoint, request, ports, options, signal);
  // Who has logged in is no stranger.
  const { auth, ...asStranger } = options;
  const known = request.kind === 'recipients' || request.kind === 'relaying' ? defined({ auth }) : {};
  return probeByFlow(endpoint, ports, { ...asStranger, ...known }, signal, flow, replyMeaning, onStep);
}

/** The same at each address of the exchangers of `domain`, which is their own where the request names no other. */
export const flowAtEach = (request: FlowRequest, domain: string): AddressVisit => {
  const takesOwn = (request.kind === 'relay' || request.kind === 'exposure') && readAddress(domain) === undefined;
  const asked = takesOwn ? { own: domain, ...request } : request;
  return (endpoint, ports, options, signal) => smtpFlow(endpoint, asked, ports, options, signal);
};

async function flowOf(
  endpoint: Endpoint,
  request: Exclude<FlowRequest, { kind: 'tls-scan' }>,
  ports: Ports,
  { envelope }: SmtpProbeOptions,
  signal: CancelSignal,
): Promise<Flow> {
  const { from = '', recipients = [] } = envelope ?? {};
  const [to = ''] = recipients;
  const random = `no-such-user-${randomBytes(6).toString('hex')}`;
  switch (request.kind) {
    case 'recipients':
      return (run) => askRecipients(run, { from, recipients, random });
    case 'relaying':
      return (run) => askRelaying(run, { from, to });
    case 'relay':
      return (run) => askRelay(run, { consent: request.consent, from, to, random, ...defined({ own: request.own }) });
    case 'exposure': {
      const own = request.own ?? (to.includes('@') ? to.slice(to.lastIndexOf('@') + 1) : endpoint.host);
      const plan = { names: request.names ?? [], own, random };
      return (run) => askExposure(run, { ...plan, ...defined({ beyond: request.beyond }) });
    }
    case 'restriction': {
      const family = endpoint.host.includes(':') ? 6 : 4;
      const asked = request.asksAddress === true ? await askOwnAddress(ports.resolve, family, signal) : undefined;
      const plan = { ranges: request.ranges, from, machine: ownAddresses() };
      const recipient = to === '' ? undefined : to;
      return (run) => askRestriction(run, { ...plan, ...defined({ asked, recipient }) });
    }
  }
}
