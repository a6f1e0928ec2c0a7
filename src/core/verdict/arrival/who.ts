import { operatorOf } from '../../knowledge/operators.ts';
import { isPosing } from '../../mail/bounces/evidence.ts';
import { domainOf, sameOrganisation } from '../../mail/domains.ts';
import { type Mailbox, readMailboxes } from '../../mail/header/addresses.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import { nameConflict } from '../../mail/header/identities.ts';
import { lookAlike } from '../../mail/lookAlikes.ts';
import type { Field, Message, Received } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import { short } from '../../text/few.ts';
import { ownPart } from '../../trace/border.ts';
import { kindOfAddress } from '../../trace/networks.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import type { Trace } from '../../trace/trace.ts';
import { brandWords } from '../phish/nameFacts.ts';
import { nearName } from '../phish/nearNames.ts';
import { authorIn, recipientDomains } from '../phish/people.ts';
import { type Authentication, authenticationOf } from './authentication.ts';
import { blindCopyOf } from './blindCopy.ts';
import { type Forwarder, forwardersOf } from './forwarders.ts';
import { madeUpLines } from './madeUp.ts';
import { byReceivedSpf } from './receivedSpf.ts';
import { it, type Told } from './told.ts';
import { listOf } from './what.ts';

export interface Who {
  /** What the receiver found out about the domain; absent where it wrote no result. */
  readonly authentication?: Authentication;
  /** The host that handed the message to the receiver. */
  readonly client?: Told;
  /** For whom it came, where its fields do not name them. */
  readonly blindCopy?: Told;
  /** What makes it look like somebody else: names, look-alikes, where answers go. */
  readonly disguises: readonly Told[];
  /** Who passed it on. */
  readonly forwarders: readonly Forwarder[];
  /** Lines of the way that no server wrote. */
  readonly madeUp: readonly Told[];
}

export function whoOf(message: Message, trace: Trace): Who {
  const authentication = authenticationOf(message) ?? byReceivedSpf(message);
  return {
    ...defined({ authentication, client: clientOf(message), blindCopy: blindCopyOf(message) }),
    disguises: disguisesOf(message, authentication?.outcome === 'passed'),
    forwarders: forwardersOf(message),
    madeUp: madeUpLines(message, trace),
  };
}

/** Who handed the message to the receiver, as the receiver's own server at the border recorded it. */
function clientOf(message: Message): Told | undefined {
  const border = ownPart(message)?.border;
  if (border === undefined) return undefined;
  const name = [border.reverseName, border.from, border.helo].find(
    (one) => one?.includes('.') === true && !/^\[?[\d.:a-f]+\]?$/i.test(one),
  );
  const { ip } = border;
  if (ip !== undefined && kindOfAddress(ip) === 'loopback') return undefined;
  if (ip === undefined && name === undefined) return undefined;
  // The header does not go down to the border: all its hosts are of the receiver's operator.
  if (ip !== undefined && kindOfAddress(ip) !== 'public' && isInner(border, name)) return statedClient(message);
  const who = name === undefined ? (ip as string) : `${short(name)}${ip === undefined ? '' : ` [${ip}]`}`;
  return { ...it(`came in from ${who}.`), start: border.field.start, end: border.field.end };
}

const isInner = ({ by }: Received, name: string | undefined): boolean =>
  name !== undefined && by !== undefined && operatorOf(by) !== undefined && sameOperator(name, by);

/** The client that Microsoft's result names, where its hop is missing. */
function statedClient({ authResults }: Message): Told | undefined {
  const field = authResults[0]?.field;
  const ip = /\(sender IP is ([\d.a-f:]{7,45})\)/i.exec(field?.value ?? '')?.[1];
  return ip === undefined || field === undefined
    ? undefined
    : { ...it(`came in from ${ip}.`), start: field.start, end: field.end };
}

/** `proven`: the receiver found that the domain of From sent it; a company may have a name that a brand has, too. */
function disguisesOf(message: Message, proven: boolean): readonly Told[] {
  const field = fieldNamed(message.fields, 'from');
  if (field === undefined) return [];
  const from = authorIn(readMailboxes(field.value.slice(0, 5000)));
  const span = { start: field.start, end: field.end };
  const nobody = withoutAddress(field, from);
  if (nobody !== undefined) return [{ words: nobody, ...span, against: true }];
  if (from === undefined) return [];
  const domain = domainOf(from.address);
  const found: Told[] = [];
  if (isPosing(message.fields)) found.push({ words: POSING, ...span, against: true });
  const other = nameConflict(from);
  if (other !== undefined)
    found.push({
      words: `Its name shows ${short(other)}, its address is ${short(from.address)}.`,
      ...span,
      against: true,
    });
  const twin = domain === undefined ? undefined : lookAlike(domain);
  if (twin !== undefined)
    found.push({
      words: `The domain ${short(twin.shown)} ${twin.like === undefined ? `mixes scripts (${twin.mixed.join(', ')})` : `looks like ${short(twin.like)}, which it is not`}.`,
      ...span,
      against: true,
    });
  else {
    const near = domain === undefined ? undefined : nearName(domain, recipientDomains(message));
    if (near !== undefined) found.push({ words: near, ...span, against: true });
  }
  const brand = domain === undefined || isOfExchange(message, from) ? undefined : brandWords(from.name, domain);
  // Whom a provider vouches for may be anybody.
  const isAnybody = !proven || (domain !== undefined && keepsMailboxes(domain));
  if (brand !== undefined) found.push({ words: brand, ...span, ...(isAnybody && { against: true as const }) });
  const reply = replyElsewhere(message, from);
  if (reply !== undefined) found.push(reply);
  return found;
}

const POSING =
  'It calls itself a mail server, and was sent from an address: notices of servers have none to go back to.';

/** As Exchange signs its notices in the organisation: `Microsoft Outlook <MicrosoftExchange329e…@contoso.test>`. */
const isOfExchange = (message: Message, { address }: Mailbox): boolean =>
  /^microsoftexchange[\da-f]{32}@/i.test(address) && recipientDomains(message).has(domainOf(address) ?? '');

/** From wants an address (RFC 5322 3.6.2); a group, which RFC 6854 allows, says that there is none. */
function withoutAddress({ value }: Field, from: Mailbox | undefined): string | undefined {
  if (from?.address.includes('@') === true || /@/.test(value) || /:[^;]{0,200};/.test(value)) return undefined;
  const name = [from?.name, from?.address].find((one) => one !== undefined && one !== '');
  return name === undefined
    ? 'From is empty: the message does not say who wrote it.'
    : `From shows the name ${short(name)} and no address: the message does not say who wrote it.`;
}

/** Where answers go, if that is neither the sender's organisation nor the list. */
function replyElsewhere(message: Message, from: Mailbox): Told | undefined {
  const field = fieldNamed(message.fields, 'reply-to');
  if (field === undefined || isOfList(message, field)) return undefined;
  const reply = readMailboxes(field.value.slice(0, 5000))[0];
  const [to, own] = [reply && domainOf(reply.address), domainOf(from.address)];
  if (reply === undefined || to === undefined || own === undefined) return undefined;
  const at = { start: field.start, end: field.end };
  const isMailbox = keepsMailboxes(to);
  if (!sameOrganisation(to, own) && to !== own) {
    const words = `Answers go to ${short(reply.address)}, not to ${short(from.address)}.`;
    // Services that send for others put an address of theirs in the place of one at a provider.
    const isStandIn = operatorOf(own)?.kind === 'sender';
    return { words, ...at, ...(isMailbox && !keepsMailboxes(own) && !isStandIn && { against: true as const }) };
  }
  if (!isMailbox || reply.address.toLowerCase() === from.address.toLowerCase()) return undefined;
  return { words: `Answers go to another mailbox: ${short(reply.address)}, not ${short(from.address)}.`, ...at };
}

/** Whether anybody can have a mailbox in the domain. */
const keepsMailboxes = (domain: string): boolean => operatorOf(domain)?.kind === 'provider';

const isOfList = (message: Message, { value }: Field): boolean => {
  const list = listOf(message);
  const post = fieldNamed(message.fields, 'list-post')?.value ?? '';
  const address = readMailboxes(value.slice(0, 5000))[0]?.address ?? '';
  return list !== undefined && (post.includes(address) || list.includes(domainOf(address) ?? ' '));
};
