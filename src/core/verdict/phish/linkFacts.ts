import { domainOf, organisationOf } from '../../mail/domains.ts';
import { isIp } from '../../mail/ipAddress.ts';
import type { MessageLink, MessageLinks } from '../../mail/links/messageLinks.ts';
import { readAddress } from '../../mail/links/webAddress.ts';
import { lookAlike } from '../../mail/lookAlikes.ts';
import type { Message } from '../../mail/message.ts';
import { few, short } from '../../text/few.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import { trustedResults } from '../../trace/trust.ts';
import type { Fact, Facts } from './fact.ts';
import { hostWords } from './nameFacts.ts';
import { nearBrand } from './nearNames.ts';
import { fromOf } from './people.ts';

/** Links that are told one by one for a fault; the others are counted. */
const MOST = 3;

/** What the links of a message show: those that lie, and those of which nobody can tell where they lead. */
export function linkFacts(message: Message, { links, asksPassword, speaksOfCode }: MessageLinks): Facts {
  const against: Fact[] = [];
  const tell = (found: readonly MessageLink[], words: (link: MessageLink) => string): void => {
    for (const link of found.slice(0, MOST)) against.push({ words: words(link), at: spanOf(link) });
    const more = found.length - MOST;
    const next = found[MOST];
    if (next !== undefined)
      against.push({ words: `${more} more ${more === 1 ? 'link does' : 'links do'} the same.`, at: spanOf(next) });
  };
  tell(
    links.filter(({ shownHost, unwrapped }) => shownHost !== undefined && !sameOperator(shownHost, unwrapped.host)),
    ({ text, shownHost, unwrapped }) =>
      `The link “${short(text)}” shows ${short(shownHost as string)} and leads to ${short(unwrapped.host)}.`,
  );
  tell(
    links.filter(({ address }) =>
      /^(?:data|javascript|vbscript|file|blob|ms-[a-z-]{1,30}|search-ms):/i.test(address.trim()),
    ),
    ({ address }) =>
      `A link is no address of the web: it begins with ${short(address, 30)} and runs or opens something itself.`,
  );
  tell(
    links.filter(
      ({ unwrapped }) => /^https?:/i.test(unwrapped.address) && isIp(unwrapped.host.replace(/^\[|\]$/g, '')),
    ),
    ({ unwrapped }) => `A link leads to the bare address ${unwrapped.host}, which no name stands for.`,
  );
  tell(
    links.filter(({ unwrapped }) => hidesHost(unwrapped.address)),
    ({ unwrapped }) =>
      `A link has ${short(readAddress(unwrapped.address)?.credentials as string, 60)} in front of its host, to be taken for it; it leads to ${short(unwrapped.host)}.`,
  );
  tell(
    onePerHost(
      links.filter(({ unwrapped }) => lookAlike(unwrapped.host) !== undefined),
      (host) => lookAlike(host)?.shown,
    ),
    ({ unwrapped }) =>
      `A link leads to ${short(lookAlike(unwrapped.host)?.shown as string)}, letters that look like others.`,
  );
  tell(
    onePerHost(links.filter(({ unwrapped: { host, ends } }) => ends !== 'kept' && falseName(host) !== undefined)),
    ({ unwrapped }) => `A link leads to ${unwrapped.host}: ${falseName(unwrapped.host)}`,
  );
  tell(
    links.filter(({ kind }) => kind === 'form'),
    ({ unwrapped }) => `A form in the message sends what is typed in to ${short(unwrapped.host || unwrapped.address)}.`,
  );
  if (asksPassword !== undefined)
    against.push({ words: 'The message asks for a password in itself.', at: asksPassword });
  const unread = speaksOfCode === undefined ? [] : [{ words: UNREAD_CODE, at: speaksOfCode }];
  const lying = against.map((fact) => ({ ...fact, ofLink: true }) as const);
  return { against: lying, for: vouchedFor(message, links), unknown: [...unknownOf(links), ...unread] };
}

const UNREAD_CODE = 'The text speaks of a QR code: where it leads stands in a picture, which was not read.';

const spanOf = ({ at }: MessageLink): Fact['at'] => ({ start: at, end: at });

const onePerHost = (
  links: readonly MessageLink[],
  nameOf: (host: string) => string | undefined = (host) => host,
): readonly MessageLink[] => [...new Map(links.map((link) => [nameOf(link.unwrapped.host), link])).values()];

/** A name in front of the host that looks like a host itself (RFC 3986 7.6). */
const hidesHost = (address: string): boolean => {
  const read = readAddress(address);
  return read?.credentials !== undefined && /^(?:https?|ftp)$/.test(read.scheme);
};

/** That all links lead to the domain for which DMARC passed. */
function vouchedFor(message: Message, links: readonly MessageLink[]): readonly Fact[] {
  const domain = domainOf(fromOf(message)?.address ?? '');
  const passed = trustedResults(message)?.results.find(({ method, result }) => method === 'dmarc' && result === 'pass');
  const web = links.filter(({ unwrapped }) => /^https?:/i.test(unwrapped.address));
  const [first] = web;
  if (domain === undefined || passed === undefined || first === undefined) return [];
  if (!web.every(({ unwrapped: { host, ends } }) => ends === undefined && sameOperator(host, domain))) return [];
  return [
    { words: `All links lead to ${organisationOf(domain) ?? domain}, for which DMARC passed.`, at: spanOf(first) },
  ];
}

function unknownOf(links: readonly MessageLink[]): readonly Fact[] {
  const kept = links.filter(({ unwrapped }) => unwrapped.ends !== undefined);
  const [first] = kept;
  if (first === undefined) return [];
  const services = few(kept.map(({ unwrapped }) => unwrapped.layers.at(-1)?.service as string));
  const count = kept.length === 1 ? '1 link leads' : `${kept.length} links lead`;
  return [{ words: `${count} where only a service knows: ${services}.`, at: spanOf(first) }];
}

/** What of the host of a link is made to be read as another. */
const falseName = (host: string): string | undefined => hostWords(host)[0] ?? nearBrand(host);
