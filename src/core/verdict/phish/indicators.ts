import { operatorOf } from '../../knowledge/operators.ts';
import { domainOf, sameOrganisation } from '../../mail/domains.ts';
import { fieldNamed, fieldsNamed } from '../../mail/header/fields.ts';
import { type MessageLink, type MessageLinks, messageLinks } from '../../mail/links/messageLinks.ts';
import { decodePercents } from '../../mail/links/percent.ts';
import type { Message } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import { few, short } from '../../text/few.ts';
import { type OwnPart, ownPart } from '../../trace/border.ts';
import { filesOf } from './fileFacts.ts';
import { hostIndicators, wayIndicators } from './hostIndicators.ts';
import { type Indicator, isListed, partName } from './indicator.ts';
import { mailboxesOf, recipientDomains, recipientsOf, subjectOf } from './people.ts';

export interface Indicators {
  readonly list: readonly Indicator[];
  /** What is not in the list and why, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Indicators of one kind that are listed; of links there are more (`MOST_LINKS`). */
const MOST = 200;

/** All of a message by which others of its kind are found. The receiver's own servers and the recipients are none. */
export function indicatorsOf(
  text: string,
  message: Message,
  links: MessageLinks = messageLinks(text, message),
): Indicators {
  const own = ownPart(message);
  const recipients = recipientsOf(message);
  const cut = new Map<Indicator['kind'], number>();
  const seen = new Set<string>();
  const list: Indicator[] = [];
  const counts = new Map<Indicator['kind'], number>();
  const add = (indicator: Indicator): void => {
    const key = `${indicator.kind} ${indicator.kind === 'attachment' ? indicator.at.start : indicator.value.toLowerCase()}`;
    if (seen.has(key)) return;
    seen.add(key);
    const count = (counts.get(indicator.kind) ?? 0) + 1;
    counts.set(indicator.kind, count);
    if (count > MOST && indicator.kind !== 'link') cut.set(indicator.kind, (cut.get(indicator.kind) ?? 0) + 1);
    else list.push(indicator);
  };
  for (const one of headIndicators(message)) add(one);
  for (const one of addressIndicators(message, links)) {
    // The sender may show the recipient's own address: that one is to be seen.
    if (one.where !== 'From' && recipients.has(one.value.toLowerCase())) continue;
    add({ ...one, notes: [...one.notes, ...addressNotes(message, one.value)] });
  }
  for (const one of wayIndicators(message, own)) add(one);
  for (const link of links.links) if (isListed(link)) add(linkIndicator(link));
  for (const one of hostIndicators(message, links)) add(one);
  for (const part of filesOf(message)) {
    add({ kind: 'attachment', value: part.filename ?? '', where: part.contentType, at: part, notes: [], part });
  }
  return { list, leftOut: [...leftOutWords(own, recipients), ...cutWords(cut, links)] };
}

function* headIndicators(message: Message): Iterable<Indicator> {
  const subject = fieldNamed(message.fields, 'subject');
  if (subject !== undefined)
    yield { kind: 'subject', value: subjectOf(message), where: 'Subject', at: subject, notes: [] };
  const id = fieldNamed(message.fields, 'message-id');
  if (id !== undefined)
    yield { kind: 'message-id', value: id.value.slice(0, 1000), where: 'Message-ID', at: id, notes: [] };
}

const ADDRESS_FIELDS = [
  'From',
  'Reply-To',
  'Return-Path',
  'Sender',
  'Errors-To',
  'Resent-From',
  'Disposition-Notification-To',
];

function* addressIndicators(message: Message, { links }: MessageLinks): Iterable<Indicator> {
  for (const where of ADDRESS_FIELDS) {
    for (const field of fieldsNamed(message.fields, where.toLowerCase()).slice(0, 5)) {
      for (const { address, name } of mailboxesOf(field)) {
        if (/^[^\s@]{1,200}@[^\s@]{1,255}$/.test(address))
          yield { kind: 'address', value: address, where, at: field, notes: [] };
        for (const [shown] of name.slice(0, 500).matchAll(/[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g))
          if (shown.toLowerCase() !== address.toLowerCase())
            yield { kind: 'address', value: shown, where, at: field, notes: ['It stands in the display name alone.'] };
      }
    }
  }
  for (const { kind, address, part, at } of links) {
    const note = kind === 'text' ? 'It stands in the text.' : 'A link writes to it.';
    for (const value of writtenTo(address))
      yield { kind: 'address', value, where: partName(part), at: { start: at, end: at }, notes: [note] };
  }
}

/** To whom a link writes: the addresses in front of the question mark, and behind it those of `to`, `cc` and `bcc` (RFC 6068 2). */
function writtenTo(link: string): readonly string[] {
  const [, path = '', query = ''] = /^mailto:([^?]{0,2000})(?:\?(.{0,4000}))?/is.exec(link) ?? [];
  const more = query.split('&', 50).map((pair) => /^(?:to|b?cc)=(.*)$/is.exec(pair)?.[1] ?? '');
  return [path, ...more]
    .flatMap((list) => decodePercents(list).split(',', 50))
    .map((one) => one.trim())
    .filter((one) => /^[^\s@<>"]{1,200}@[^\s@<>".]{1,63}\.[^\s@<>"]{1,190}$/.test(one));
}

/** What keeps an address or its domain from being blocked without a thought. */
function addressNotes(message: Message, address: string): readonly string[] {
  const domain = domainOf(address);
  if (domain === undefined) return [];
  const isOwn = [...recipientDomains(message)].some((one) => one === domain || sameOrganisation(one, domain));
  const isProvider = operatorOf(domain)?.kind === 'provider';
  if (isProvider) return ['Its domain is one in which anybody has a mailbox.'];
  return isOwn ? ["It is of the recipient's own domain."] : [];
}

const BY_KIND: ReadonlyMap<MessageLink['kind'], string> = new Map([
  ['form', 'A form sends to it.'],
  ['refresh', 'The page goes on to it by itself.'],
  ['script', 'It stands in a script.'],
]);

function linkIndicator({ kind, address, unwrapped, part, at, times, text, shownHost }: MessageLink): Indicator {
  const { layers, ends, host } = unwrapped;
  const services = few(
    layers.map(({ service }) => service),
    8,
  );
  const notes = [
    layers.length > 0 && ends === undefined ? `${services} stands around it.` : '',
    ends === 'kept' ? `Where it leads is known to ${layers.at(-1)?.service} alone.` : '',
    ends === 'host' ? `The address is known to ${layers.at(-1)?.service} alone; its host is shown.` : '',
    ends === 'deep' ? 'More addresses stand around each other than are taken off.' : '',
    shownHost === undefined ? '' : `Its text shows ${shownHost}.`,
    BY_KIND.get(kind) ?? '',
    times > 1 ? `It stands there ${times} times.` : '',
  ].filter((note) => note !== '');
  const leadsTo =
    layers.length === 0 || ends === 'kept' || ends === 'deep' ? undefined : ends === 'host' ? host : unwrapped.address;
  const shown = text === '' || text === address ? '' : `Text: ${short(text, 120)}`;
  return {
    kind: 'link',
    value: address,
    where: partName(part),
    at: { start: at, end: at },
    notes: shown === '' ? notes : [...notes, shown],
    ...defined({ leadsTo }),
  };
}

function leftOutWords(own: OwnPart | undefined, recipients: ReadonlySet<string>): readonly string[] {
  const hosts = (own?.hops ?? []).map(({ by }) => by).filter((by) => by !== undefined);
  return [
    ...(own === undefined
      ? ['No Received field shows who the receiver is, so nothing of its own is left out.']
      : [`The receiver's own servers are left out: ${few(hosts, 5)}.`]),
    ...(recipients.size === 0
      ? []
      : [`The recipients are left out (${recipients.size === 1 ? '1 address' : `${recipients.size} addresses`}).`]),
  ];
}

function cutWords(cut: ReadonlyMap<Indicator['kind'], number>, { more, cut: end }: MessageLinks): readonly string[] {
  return [
    ...(more > 0 ? [`${more} more links are not listed.`] : []),
    ...[...cut].map(([kind, count]) => `${count} more of the kind ${kind} are not listed.`),
    ...(end ? ['The end of a long body was not searched for links.'] : []),
  ];
}
