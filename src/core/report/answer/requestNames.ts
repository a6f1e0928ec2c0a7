import type { ReasonName } from '../../knowledge/reasons.ts';
import { domainOf, organisationOf } from '../../mail/domains.ts';
import { findIp } from '../../mail/ipAddress.ts';
import type { Message } from '../../mail/message.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { ownPart } from '../../trace/border.ts';
import { kindOfAddress } from '../../trace/networks.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Told } from '../answer.ts';
import { headerFacts } from './headerFacts.ts';

/** Who is to be reached, as far as a ticket tells. */
export interface RequestNames {
  readonly sender: string;
  readonly recipient: string;
  /** The domain of the recipient. */
  readonly domain: string;
  /** The mail exchanger to connect to: a host that takes the recipient's mail from outside. */
  readonly server: string;
}

/** What stands in commands in the place of a mail exchanger that is not known. */
export const NO_EXCHANGER = 'MAIL-EXCHANGER-OF-THE-RECIPIENT';

/** Words that are safe on any command line: they go into commands that somebody else is asked to run. */
const HOST = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*$/;
const MAILBOX = /^(?=.{3,254}$)(?!-)[A-Za-z0-9._+=-]{1,64}@(?!-)[A-Za-z0-9.-]{1,253}$/;

/** The names of a ticket that can stand in a command; stand-ins that say what belongs there for the others. */
export function requestNames(ticket: Ticket, told: Told | undefined): RequestNames {
  const message = firstMessage(ticket);
  const header = message === undefined ? {} : headerFacts(message);
  const verdicts = verdictsOf(told);
  const safe = (one: string): boolean => MAILBOX.test(one);
  // To whom it was written is whose exchanger the sender has to reach.
  const recipients = [
    told?.circumstances.original ?? '',
    ...(told?.circumstances.recipients ?? []),
    ...verdicts.flatMap((verdict) => verdict.recipients),
    ...(header.recipients ?? []),
  ];
  const senders = [told?.circumstances.sender, ...verdicts.map(({ sender }) => sender), header.sender];
  const recipient = recipients.find(safe);
  const sender = senders.find((one) => one !== undefined && safe(one));
  const domain = recipient === undefined ? undefined : domainOf(recipient);
  return {
    sender: sender ?? 'SENDER-ADDRESS',
    recipient: recipient ?? 'RECIPIENT-ADDRESS',
    domain: domain ?? 'RECIPIENT-DOMAIN',
    server: exchangerOf(ticket, told, domain, sender) ?? NO_EXCHANGER,
  };
}

/** What is told of the mail in question: in a log another queue id is another mail. */
const verdictsOf = (told: Told | undefined): readonly Verdict[] =>
  told === undefined
    ? []
    : [told.matter.first, ...told.matter.others].filter(
        ({ queueId }, _, [first]) => (queueId ?? first?.queueId) === (first?.queueId ?? queueId),
      );

const firstMessage = ({ blocks }: Ticket): Message | undefined =>
  blocks.find((block): block is Message => block.kind === 'message' && block.report === undefined);

/** The host that DNS names, else the one that answered, else the one that took the message from outside. */
function exchangerOf(
  ticket: Ticket,
  told: Told | undefined,
  domain: string | undefined,
  sender: string | undefined,
): string | undefined {
  const named = domain === undefined ? undefined : lookedUp(ticket, domain);
  if (named !== undefined) return named;
  const answered = told === undefined ? undefined : whoAnswered(told, domain, sender);
  if (answered !== undefined) return answered;
  const message = firstMessage(ticket);
  const border = message === undefined || told?.matter.first.failed === true ? undefined : ownPart(message)?.border;
  return border?.by !== undefined && isReachable(border.by, border.byIp) ? border.by : undefined;
}

/** The exchanger of the domain with the lowest preference, as a look-up in the ticket has it. */
function lookedUp({ blocks }: Ticket, domain: string): string | undefined {
  const found: { readonly preference: number; readonly host: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'lookup') continue;
    for (const { name, answers } of block.queries.slice(0, 50)) {
      if (name.toLowerCase() !== domain) continue;
      for (const { data } of answers.slice(0, 50)) {
        const [, preference, host = ''] = /^(\d{1,5})\s+(\S{1,255}?)\.?$/.exec(data.trim()) ?? [];
        if (preference !== undefined && isReachable(host, undefined))
          found.push({ preference: Number(preference), host });
      }
    }
  }
  return found.toSorted((a, b) => a.preference - b.preference)[0]?.host;
}

/** Refusals by the server of the sender, or of a service through which it sends. */
const OWN: ReadonlySet<ReasonName> = new Set([
  'relaying-denied',
  'login-required',
  'login-failed',
  'account-disabled',
  'sender-not-allowed',
  'suppressed',
]);

/** The server that spoke, where it takes the recipient's mail from outside. */
function whoAnswered(told: Told, domain: string | undefined, sender: string | undefined): string | undefined {
  const { matter, circumstances } = told;
  // What was handed on was refused where it was handed to, not where it was written to.
  const { original, recipients } = circumstances;
  const isHandedOn = original !== undefined && recipients.length > 0 && !recipients.includes(original);
  for (const verdict of verdictsOf(told)) {
    const stated = verdict === matter.first ? (circumstances.server ?? verdict.server) : verdict.server;
    if (stated === undefined || verdict.stage === 'dns' || verdict.stage === 'header') continue;
    const host = /^[^\s,[]{1,255}/.exec(stated)?.[0] ?? '';
    if (!isReachable(host, findIp(stated))) continue;
    const [own, theirs, senders] = [
      organisationOf(host),
      organisationOf(domain ?? ''),
      organisationOf(domainOf(sender ?? '') ?? ''),
    ];
    if (own !== undefined && own === theirs) return host;
    if (isHandedOn) continue;
    if (OWN.has(verdict.code) || (own !== undefined && own === senders)) continue;
    return host;
  }
  return undefined;
}

/** Names that are known at home only (RFC 6762, RFC 8375, and what networks use without asking). */
const INNER = /(?:^|\.)(?:local|localdomain|localhost|lan|internal|intranet|intra|corp|home|private|arpa)\.?$/i;

/** Whether a host may be reached from outside, by its name and its address. */
export const isReachable = (host: string, ip: string | undefined): boolean => {
  if (
    !HOST.test(host) ||
    !host.includes('.') ||
    INNER.test(host) ||
    /\.(?:corp|intern|internal|local|lan)\./i.test(host)
  )
    return false;
  const kind = ip === undefined ? undefined : kindOfAddress(ip);
  return kind !== 'private' && kind !== 'loopback' && kind !== 'link-local' && kind !== 'shared';
};
