import { operatorOf } from '../../knowledge/operators.ts';
import { organisationOf, sameOrganisation } from '../../mail/domains.ts';
import { lookAlike } from '../../mail/lookAlikes.ts';
import { decodeDomain } from '../../mail/punycode.ts';
import { short } from '../../text/few.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import { type Brand, brandIn, brands } from './brandRows.ts';

/** That a domain is spelled nearly like a brand's or like the recipient's own; undefined where it is not. */
export function nearName(domain: string, recipients: Iterable<string>): string | undefined {
  const organisation = organisationOf(domain);
  if (organisation === undefined) return undefined;
  for (const recipient of recipients) {
    const own = organisationOf(recipient);
    if (own === undefined || own === organisation || sameOperator(own, organisation)) continue;
    if (isNear(organisation, own)) return `${short(organisation)} is nearly ${own}, the domain of the recipient.`;
    if (isBait(organisation, own))
      return `${short(organisation)} has the name of ${own} in it, the domain of the recipient, and is another.`;
  }
  return nearBrand(organisation);
}

/** That a domain is spelled nearly like a brand's. */
export function nearBrand(host: string): string | undefined {
  const organisation = organisationOf(host);
  if (organisation === undefined || operatorOf(organisation) !== undefined) return undefined;
  const name = nameOf(organisation);
  // A brand that is written out is told of as such.
  if (brandIn(name.replaceAll('-', ' ')) !== undefined) return undefined;
  const parts = [name, ...(name.includes('-') ? name.split('-', 10) : [])];
  for (const part of parts) {
    const brand = BY_SHAPE.get(plainShape(part));
    const isOther = brand !== undefined && part !== brand.label && !isOwn(brand.brand, organisation);
    if (isOther) return told(organisation, brand.brand);
  }
  if (name.length < SURE - 1 || name.length > 30) return undefined;
  const near = LONG.find(({ label, brand }) => isOneApart(name, label) && !isOwn(brand, organisation));
  return near && told(organisation, near.brand);
}

const told = (organisation: string, { name }: Brand): string =>
  `${short(organisation)} is nearly the name of ${name}, and is not known as its domain.`;

const isOwn = ({ domains }: Brand, organisation: string): boolean =>
  domains.some((own) => sameOrganisation(own, organisation) || sameOperator(own, organisation));

const nameOf = (domain: string): string => domain.slice(0, domain.indexOf('.'));

/** Shorter names are near others by chance. */
const SURE = 8;

const squeezed = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

interface Label {
  readonly label: string;
  readonly brand: Brand;
}

/** The names of brands in their domains; short ones look like too much. */
const LABELS: readonly Label[] = brands.flatMap((brand) =>
  [...new Set([squeezed(brand.name), ...brand.domains.map(nameOf)])]
    .filter((label) => label.length > 4 && !label.includes('-'))
    .map((label) => ({ label, brand })),
);

/** UTS 39 and what people type for each other: digits like letters, letters like one. */
const plainShape = (domain: string): string =>
  domain
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/[01358i]/g, (digit) => LETTER[digit] ?? digit);

const LETTER: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '5': 's', '8': 'b', i: 'l' };

/** A brand that has the domain of another among its own stands behind it. */
const BY_SHAPE: ReadonlyMap<string, Label> = new Map(
  LABELS.toReversed().map((label) => [plainShape(label.label), label]),
);

/** Names of brands themselves that are no word, nor a letter away from another name in use. */
const LONG: readonly Label[] = LABELS.filter(
  ({ label, brand }) =>
    label.length >= SURE && label === squeezed(brand.name) && !/^(?:blockchain|correios|wetransfer)/.test(label),
);

/** A domain in the letters that it looks like, accents taken off. */
const plainLetters = (domain: string): string =>
  lookAlike(domain)?.like ?? decodeDomain(domain).normalize('NFD').replace(/\p{M}/gu, '');

/** Whether two domains can be mixed up: one letter is another, missing, added or swapped, or letters that look like others. */
export function isNear(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [plainLetters(one), plainLetters(other)];
  if (a === b || plainShape(a) === plainShape(b)) return true;
  // Short names are near each other by chance.
  if (nameOf(a).length < 6 || nameOf(b).length < 6) return false;
  return a.slice(a.indexOf('.')) === b.slice(b.indexOf('.')) && isOneApart(nameOf(a), nameOf(b));
}

/** Whether a domain is the name of another with a word that is to look official: `contoso-support.com`. */
function isBait(organisation: string, own: string): boolean {
  const name = nameOf(own);
  const parts = nameOf(organisation).split('-', 6);
  if (name.length < 5 || parts.length < 2) return false;
  return (
    parts.some((part) => part === name || plainShape(part) === plainShape(name)) && parts.some((part) => BAIT.has(part))
  );
}

const BAIT: ReadonlySet<string> = new Set(
  'account accounts admin alert alerts auth billing helpdesk hr invoice it login notice office payroll portal secure security service services signin sso support update verification verify'.split(
    ' ',
  ),
);

function isOneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
