import { operatorOf } from '../../knowledge/operators.ts';
import { organisationOf, sameOrganisation } from '../../mail/domains.ts';
import { fieldsNamed } from '../../mail/header/fields.ts';
import { readTags } from '../../mail/header/tags.ts';
import { isIp } from '../../mail/ipAddress.ts';
import type { MessageLinks } from '../../mail/links/messageLinks.ts';
import type { Message, Received } from '../../mail/message.ts';
import type { OwnPart } from '../../trace/border.ts';
import { kindOfAddress } from '../../trace/networks.ts';
import { type Indicator, isListed, partName } from './indicator.ts';
import { recipientDomains } from './people.ts';

const FORGED = 'Hosts before the receiver wrote this, so it may be made up.';

/** Hosts and addresses of the way: the first client outside, then those that others wrote. */
export function* wayIndicators(message: Message, own: OwnPart | undefined): Iterable<Indicator> {
  const border = own?.border;
  if (border !== undefined) yield* ofHop(border, false, ['The first host outside, as the receiver recorded it.']);
  const foreign = message.hops
    .toReversed()
    .filter(({ field }) => own === undefined || !own.hops.some((hop) => hop.field === field));
  for (const hop of foreign) yield* ofHop(hop, true, own === undefined ? [] : [FORGED]);
  for (const name of ['x-originating-ip', 'x-sender-ip', 'x-source-ip', 'x-client-ip', 'x-remote-ip']) {
    for (const field of fieldsNamed(message.fields, name)) {
      const ip = /[\da-f.:]{3,45}/i.exec(field.value.replace(/^[^\d[:a-f]{0,20}/i, ''))?.[0] ?? '';
      if (isPublic(ip)) yield { kind: 'ip', value: ip, where: field.name, at: field, notes: [] };
    }
  }
}

function* ofHop(hop: Received, whole: boolean, notes: readonly string[]): Iterable<Indicator> {
  const at = hop.field;
  const names = [hop.from, hop.helo, hop.reverseName, ...(whole ? [hop.by] : [])];
  const operator = names
    .map((name) => (name === undefined ? undefined : operatorOf(name)))
    .find((one) => one !== undefined);
  const shared = operator === undefined ? [] : [`It is of ${operator.name}, which sends for many.`];
  for (const ip of [hop.ip, ...(whole ? [hop.byIp] : [])])
    if (ip !== undefined && isPublic(ip))
      yield { kind: 'ip', value: ip, where: at.name, at, notes: [...notes, ...shared] };
  for (const name of names) {
    const host = name?.toLowerCase().replace(/^\[|\]$|\.$/g, '');
    if (host !== undefined && isHost(host))
      yield {
        kind: 'host',
        value: host,
        where: at.name,
        at,
        notes: operatorOf(host) === undefined ? notes : [...notes, ...shared],
      };
  }
}

const isPublic = (ip: string): boolean => kindOfAddress(ip) === 'public';

const isHost = (host: string): boolean =>
  organisationOf(host) !== undefined &&
  !isIp(host) &&
  /^[\p{L}\p{N}._-]{4,253}$/u.test(host) &&
  !/\.(?:local|localdomain|internal|lan)$/.test(host);

/** Hosts of the links, without the services around them, and the domains that signed. */
export function* hostIndicators(message: Message, { links }: MessageLinks): Iterable<Indicator> {
  for (const link of links) {
    if (!isListed(link)) continue;
    const { unwrapped, part, at } = link;
    const hosts = [
      ...(unwrapped.ends === 'kept' ? [] : [unwrapped.host]),
      // What only looks like a filter, and mailing services on the sender's own names, are hosts of the sender.
      ...unwrapped.layers.filter(({ imitable }) => imitable === true).map(({ host }) => host),
    ];
    for (const host of hosts) {
      const span = { start: at, end: at };
      if (isIp(host.replace(/^\[|\]$/g, '')))
        yield {
          kind: 'ip',
          value: host.replace(/^\[|\]$/g, ''),
          where: partName(part),
          at: span,
          notes: ['A link leads to it.'],
        };
      else if (isHost(host))
        yield { kind: 'host', value: host, where: partName(part), at: span, notes: hostNotes(message, host) };
    }
  }
  for (const field of fieldsNamed(message.fields, 'dkim-signature').slice(0, 10)) {
    const whole = { ...field, valueSpan: { start: 0, end: field.value.length } };
    const domain = readTags(field.value, whole)
      .find(({ name }) => name === 'd')
      ?.value.toLowerCase();
    if (domain !== undefined && isHost(domain))
      yield { kind: 'host', value: domain, where: 'DKIM-Signature d=', at: field, notes: [] };
  }
}

function hostNotes(message: Message, host: string): readonly string[] {
  const isOwn = [...recipientDomains(message)].some((one) => sameOrganisation(one, host));
  const isBig = BIG.has(organisationOf(host) as string) || operatorOf(host)?.kind === 'provider';
  return [
    'A link leads to it.',
    ...(isBig
      ? ['It is a site of many: block the address, not the host.']
      : isOwn
        ? ["It is of the recipient's own domain."]
        : []),
  ];
}

/** Sites on which anybody can put something, or whose help pages every mail links to. */
const BIG: ReadonlySet<string> = new Set(
  'google.com storage.googleapis.com firebasestorage.googleapis.com googleusercontent.com youtube.com microsoft.com live.com sharepoint.com office.com dropbox.com facebook.com instagram.com linkedin.com twitter.com x.com amazonaws.com amazon.com apple.com icloud.com github.com adobe.com docusign.net wetransfer.com notion.so canva.com wikipedia.org cloudflare.com paypal.com'.split(
    ' ',
  ),
);
