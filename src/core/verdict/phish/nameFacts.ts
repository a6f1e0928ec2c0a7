import { operatorOf } from '../../knowledge/operators.ts';
import { domainOf, hasPublicSuffix, organisationOf, sameOrganisation } from '../../mail/domains.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import { lookAlike } from '../../mail/lookAlikes.ts';
import type { Message } from '../../mail/message.ts';
import { ownPart } from '../../trace/border.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import { trustedResults } from '../../trace/trust.ts';
import { brandIn } from './brandRows.ts';
import { type Fact, short } from './fact.ts';
import { fromOf, recipientDomains, recipientsOf } from './people.ts';

/** Names under which the message comes that are somebody else's: a brand's, the recipient's own, one that looks alike. */
export function nameFacts(message: Message): readonly Fact[] {
  const field = fieldNamed(message.fields, 'from');
  const from = fromOf(message);
  const domain = from && domainOf(from.address);
  if (field === undefined || from === undefined || domain === undefined) return [];
  const facts: string[] = [];
  const brand = brandIn(from.name);
  if (brand !== undefined && !brand.domains.some((own) => sameOrganisation(own, domain) || sameOperator(own, domain)))
    facts.push(
      `The sender calls itself “${short(from.name)}”; the address is of ${short(domain)}, which is not known as one of ${brand.name}.`,
    );
  facts.push(...hostWords(domain), ...nearWords(message, domain));
  const own = ownWords(message, from.address, domain);
  if (own !== undefined) facts.push(own);
  return facts.map((words) => ({ words, at: field }));
}

/** What of a host is made to be read as another: the name of somebody else in front of its own, or a brand within it. */
export function hostWords(host: string): readonly string[] {
  const organisation = organisationOf(host);
  if (organisation === undefined) return [];
  const facts: string[] = [];
  const front = host.slice(0, -organisation.length - 1);
  const other =
    /(?:^|\.)((?:[a-z0-9-]{2,63})\.(?:com|net|org|gov|edu|co\.uk|de|fr|es|it|com\.br|gov\.br|nl|ch))(?=\.|$)/.exec(
      front,
    )?.[1];
  if (other !== undefined && hasPublicSuffix(other) && !sameOperator(other, host) && !/\.mcas\.ms$/.test(host))
    facts.push(`${short(host)} begins like ${other}, and is of ${organisation}.`);
  else {
    const label = organisation.slice(0, organisation.indexOf('.'));
    const brand = brandIn(label.replaceAll('-', ' '));
    if (brand !== undefined && !brand.domains.some((own) => sameOrganisation(own, host) || sameOperator(own, host)))
      facts.push(`${organisation} has the name of ${brand.name} in it, and is not known as its domain.`);
  }
  return facts;
}

/** A domain that is nearly the recipient's. */
function nearWords(message: Message, domain: string): readonly string[] {
  const organisation = organisationOf(domain);
  for (const recipient of recipientDomains(message)) {
    const own = organisationOf(recipient);
    if (own === undefined || organisation === undefined || own === organisation) continue;
    if (isNear(organisation, own)) return [`${short(organisation)} is nearly ${own}, the domain of the recipient.`];
  }
  return [];
}

/** Whether two domains can be mixed up: one letter is another, missing, added or swapped, or letters that look like others. */
export function isNear(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [lookAlike(one)?.like ?? one, lookAlike(other)?.like ?? other];
  if (a === b || plainShape(a) === plainShape(b)) return true;
  const nameOf = (domain: string): string => domain.slice(0, domain.indexOf('.'));
  // Short names are near each other by chance.
  if (nameOf(a).length < 6 || nameOf(b).length < 6) return false;
  return a.slice(a.indexOf('.')) === b.slice(b.indexOf('.')) && isOneApart(nameOf(a), nameOf(b));
}

/** UTS 39 and what people type for each other: digits like letters, letters like one. */
const plainShape = (domain: string): string =>
  domain
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/[01358]/g, (digit) => DIGIT[digit] ?? digit);

const DIGIT: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '5': 's', '8': 'b' };

function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

/** That a message from outside shows the recipient's own address or domain as its sender. */
function ownWords(message: Message, address: string, domain: string): string | undefined {
  const border = ownPart(message)?.border;
  if (border?.ip === undefined) return undefined;
  const vouched = trustedResults(message)?.results.some(
    ({ method, result }) => method === 'dmarc' && result === 'pass',
  );
  if (vouched === true) return undefined;
  if (recipientsOf(message).has(address.toLowerCase()))
    return 'From shows the address of the recipient itself, and the message came in from outside.';
  const isOwn = [...recipientDomains(message)].some((own) => sameOrganisation(own, domain));
  // Customers of a provider write to each other.
  return isOwn && operatorOf(domain)?.kind !== 'provider'
    ? `From shows the recipient's own domain ${short(domain)}, and the message came in from outside.`
    : undefined;
}
