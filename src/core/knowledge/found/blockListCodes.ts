import type { Sources } from '../sources.ts';

/** What the addresses mean with which lists answer. */
export interface ListCodes {
  /** Under which the zones lie. */
  readonly zone: string;
  /** `127.0.0.2`, or the bits of the last octet that each mean something: `bit 8`. */
  readonly codes: Readonly<Record<string, string>>;
  /** Answers that are no listing: the list does not serve whoever asks. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** A domain that lists of domains have for tests; none: `test` (RFC 5782 5). */
  readonly test?: string;
  readonly source: Sources;
}

/** RFC 5782 2.1 keeps 127.0.0.0/8 for listings; the lists of Spamhaus and others say errors with this network. */
const ERRORS = {
  '127.255.255.252': 'the name of the list is misspelt',
  '127.255.255.254': 'it was asked through a public resolver, which the list does not serve',
  '127.255.255.255': 'too many questions came from this resolver',
} as const;

const ZEN = {
  '127.0.0.2': 'SBL: seen to send or to serve spam',
  '127.0.0.3': 'CSS: sends spam in small amounts from many addresses',
  '127.0.0.4': 'XBL: infected or misused by others (CBL)',
  '127.0.0.5': 'XBL: infected or misused by others',
  '127.0.0.6': 'XBL: infected or misused by others',
  '127.0.0.7': 'XBL: infected or misused by others',
  '127.0.0.9': 'DROP: a network in the hands of criminals',
  '127.0.0.10': 'PBL: the provider says that no mail comes directly from here',
  '127.0.0.11': 'PBL: Spamhaus says that no mail comes directly from here',
  '127.0.0.30': 'BCL: controls infected machines',
} as const;

const listCodes: readonly ListCodes[] = [
  {
    zone: 'dbl.spamhaus.org',
    codes: {
      '127.0.1.2': 'a domain of spam, or of bad reputation',
      '127.0.1.4': 'a domain for phishing',
      '127.0.1.5': 'a domain that spreads malware',
      '127.0.1.6': 'a domain that controls infected machines',
      '127.0.1.102': 'an honest domain misused for spam',
      '127.0.1.103': 'an honest redirector misused for spam',
      '127.0.1.104': 'an honest domain misused for phishing',
      '127.0.1.105': 'an honest domain misused to spread malware',
      '127.0.1.106': 'an honest domain misused to control infected machines',
    },
    refusals: { ...ERRORS, '127.0.1.255': 'it lists domains and was asked for an address' },
    test: 'dbltest.com',
    source: 'spamhaus DBL',
  },
  { zone: 'spamhaus.org', codes: ZEN, refusals: ERRORS, source: 'spamhaus' },
  { zone: 'dq.spamhaus.net', codes: ZEN, refusals: ERRORS, source: 'spamhaus' },
  {
    zone: 'multi.surbl.org',
    codes: {
      'bit 8': 'PH: phishing',
      'bit 16': 'MW: malware',
      'bit 64': 'ABUSE: spam and abuse',
      'bit 128': 'CR: a website that was broken into',
    },
    refusals: { '127.0.0.1': 'it does not serve this resolver' },
    test: 'test.surbl.org',
    source: 'surbl',
  },
  {
    zone: 'multi.uribl.com',
    codes: { 'bit 2': 'black: a domain of spam', 'bit 4': 'grey: a domain of bulk mail', 'bit 8': 'red: seen in spam' },
    refusals: { '127.0.0.1': 'it does not serve this resolver', '127.0.0.255': 'it does not serve this resolver' },
    test: 'test.uribl.com',
    source: 'uribl-refused',
  },
];

/** The codes of the list whose zone a name is, or lies in. */
export const codesOf = (zone: string): ListCodes | undefined =>
  listCodes.find((one) => zone === one.zone || zone.endsWith(`.${one.zone}`));

/** Why an answer is no listing, whatever list it comes from. */
export function refusalOf(zone: string, address: string): string | undefined {
  const own = codesOf(zone)?.refusals?.[address] ?? (ERRORS as Readonly<Record<string, string>>)[address];
  if (own !== undefined) return own;
  if (address.startsWith('127.255.255.')) return 'it does not serve this resolver';
  // RFC 5782 5: 127.0.0.1 itself must never be listed, and no list answers with it.
  return address === '127.0.0.1' ? 'it answers with 127.0.0.1, which no listing is' : undefined;
}

/** What an answer means, empty where nobody has said so. */
export function meaningsOf(zone: string, address: string): readonly string[] {
  const codes = codesOf(zone)?.codes ?? {};
  const exact = codes[address];
  if (exact !== undefined) return [exact];
  const last = Number(address.split('.')[3]);
  return Object.entries(codes).flatMap(([code, means]) => {
    const bit = /^bit (\d{1,3})$/.exec(code)?.[1];
    return bit !== undefined && (last & Number(bit)) !== 0 ? [means] : [];
  });
}
