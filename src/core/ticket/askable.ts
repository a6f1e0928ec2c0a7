import { type Target, targetsIn } from './target.ts';

/** Something that a text names and that DNS can be asked about. */
export interface Askable {
  /** As a check takes it: `contoso.test`, `192.0.2.1`, `dkim:s1@contoso.test`. */
  readonly value: string;
  readonly what: 'domain' | 'host' | 'address' | 'key';
}

/** How much of a text is searched, in UTF-16 code units, and how much of each kind is named. */
const SEARCHED = 500_000;
const MOST: Readonly<Record<Askable['what'], number>> = { domain: 12, key: 6, host: 12, address: 8 };
/** Characters of one signature. */
const SIGNATURE = 3000;

/** What a text names: domains of addresses, DKIM keys, hosts, IP addresses; of each kind what is named oftenest first. */
export function askableIn(text: string): readonly Askable[] {
  const counts = new Map<string, { readonly what: Askable['what']; count: number }>();
  const add = (value: string, what: Askable['what']): void => {
    const known = counts.get(value);
    if (known === undefined) counts.set(value, { what, count: 1 });
    else known.count++;
  };
  const end = Math.min(text.length, SEARCHED);
  const domains = new Set<string>();
  for (const target of targetsIn(text, 0, end)) if (isOfAddress(text, target)) domains.add(target.name);
  for (const target of targetsIn(text, 0, end)) {
    const { name } = target;
    const key = /^([a-z0-9._-]{1,100})\._domainkey\.(.+)$/.exec(name);
    if (key !== null) add(`dkim:${key[1]}@${key[2]}`, 'key');
    // `250-mx1.contoso.test` is a line of a reply.
    else if (!name.includes('_') && !/^\d{3}-/.test(name)) {
      add(name, target.kind === 'address' ? 'address' : domains.has(name) ? 'domain' : 'host');
    }
  }
  for (const key of signingKeys(text.slice(0, end))) add(key, 'key');
  const all = [...counts].sort(([, a], [, b]) => b.count - a.count);
  return (['domain', 'key', 'host', 'address'] as const).flatMap((what) =>
    all
      .filter(([, one]) => one.what === what)
      .slice(0, MOST[what])
      .map(([value]) => ({ value, what })),
  );
}

/** The DKIM selectors under which a text shows signatures of a domain, or names keys of it. */
export function selectorsIn(text: string, domain: string): readonly string[] {
  const ending = `@${domain.toLowerCase()}`;
  return askableIn(text).flatMap(({ value, what }) =>
    what === 'key' && value.endsWith(ending) ? [value.slice('dkim:'.length, -ending.length)] : [],
  );
}

const isOfAddress = (text: string, { start }: Target): boolean => text[start - 1] === '@';

/** `dkim:SELECTOR@DOMAIN` of each signature (RFC 6376 3.5). */
function* signingKeys(text: string): Iterable<string> {
  for (const { index } of text.matchAll(/\b(?:DKIM-Signature|ARC-Message-Signature|ARC-Seal):/gi)) {
    const value = text.slice(index, index + SIGNATURE).split(/\r?\n(?![ \t])/, 1)[0] ?? '';
    const selector = tag(value, 's');
    const domain = tag(value, 'd');
    if (selector !== undefined && domain !== undefined) yield `dkim:${selector}@${domain}`;
  }
}

const tag = (value: string, name: 's' | 'd'): string | undefined =>
  new RegExp(`[;:\\s]${name}\\s{0,5}=\\s{0,5}([A-Za-z0-9._-]{1,200})\\s{0,5}(?:;|$)`).exec(value)?.[1]?.toLowerCase();
