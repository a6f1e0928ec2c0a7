import { operatorOf } from '../../knowledge/operators.ts';
import { domainOf, hasPublicSuffix, organisationOf, sameOrganisation } from '../../mail/domains.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import type { Message } from '../../mail/message.ts';
import { short } from '../../text/few.ts';
import { append } from '../../text/lists.ts';
import { ownPart } from '../../trace/border.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import { trustedResults } from '../../trace/trust.ts';
import { brandIn } from './brandRows.ts';
import type { Fact } from './fact.ts';
import { fromOf, recipientDomains, recipientsOf } from './people.ts';

/** Names under which the message comes that are somebody else's: the recipient's own, a host's that has a brand in it. */
export function nameFacts(message: Message): readonly Fact[] {
  const field = fieldNamed(message.fields, 'from');
  const from = fromOf(message);
  const domain = from && domainOf(from.address);
  if (field === undefined || from === undefined || domain === undefined) return [];
  const facts: string[] = [];
  append(facts, hostWords(domain));
  const own = ownWords(message, from.address, domain);
  if (own !== undefined) facts.push(own);
  return facts.map((words) => ({ words, at: field }));
}

/** That a sender takes the name of a brand which its domain is not known to belong to. */
export function brandWords(name: string, domain: string): string | undefined {
  const brand = brandIn(name);
  return brand === undefined || brand.domains.some((own) => sameOrganisation(own, domain) || sameOperator(own, domain))
    ? undefined
    : `The sender calls itself “${short(name)}”; the address is of ${short(domain)}, which is not known as one of ${brand.name}.`;
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
