import type { RecordTag } from './recordText.ts';
import { addressesOf, readTagList } from './tagList.ts';

export const DMARC_POLICIES = ['none', 'quarantine', 'reject'] as const;

/** What is asked for mail that fails, the mildest first in `DMARC_POLICIES`. */
export type DmarcRequest = (typeof DMARC_POLICIES)[number];

/** What a DMARC record asks for (RFC 9989 4.7), the defaults filled in. */
export interface DmarcPolicy {
  /**
   * For the domain itself. Undefined where the record asks for nothing that could be applied, because it has neither a
   * valid policy nor an address for reports (RFC 9989 4.10.1).
   */
  readonly p?: DmarcRequest;
  /** Where a policy is not valid, but the record asks for reports: it counts as none. */
  readonly isTakenAsNone: boolean;
  /** For subdomains, and for those that do not exist; undefined where the record does not say. */
  readonly sp?: DmarcRequest;
  readonly np?: DmarcRequest;
  readonly adkim: 'r' | 's';
  readonly aspf: 'r' | 's';
  /** The policy is tried out (t=y): one level less is asked for. */
  readonly isTest: boolean;
  /** 0 to 100, which RFC 9989 has dropped. */
  readonly percent: number;
  readonly psd: 'y' | 'n' | 'u';
  readonly rua: readonly string[];
  readonly ruf: readonly string[];
}

/** Whether a text counts as a DMARC record at all: the version stands first and exactly (RFC 9989 4.7, 4.10). */
export const isDmarc = (text: string): boolean => /^[vV][ \t]{0,20}=[ \t]{0,20}DMARC1[ \t]{0,20}(?:;|$)/.test(text);

/** A URI with a scheme and something behind it (RFC 9989 4.8); commas and exclamation marks are escaped in it. */
const URI = /^[a-z][a-z0-9+.-]{0,30}:[a-z0-9\-._~:/?#[\]@$&'()*+;=%]{1,2000}(?:!\d{1,20}[kmgt]?)?$/i;

export function readDmarcPolicy(text: string): DmarcPolicy {
  const { tags } = readTagList(text);
  const value = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value.toLowerCase();
  const request = (name: string): DmarcRequest | undefined => DMARC_POLICIES.find((one) => one === value(name));
  const isWrong = (name: string): boolean => value(name) !== undefined && request(name) === undefined;
  const rua = uris(tags, 'rua');
  const p = request('p');
  const sp = request('sp');
  const np = request('np');
  const isValid = p !== undefined && !isWrong('sp') && !isWrong('np');
  const isTakenAsNone = !isValid && rua.length > 0;
  const percent = value('pct');
  const psd = value('psd');
  return {
    ...(isValid ? { p } : isTakenAsNone && { p: 'none' as const }),
    isTakenAsNone,
    ...(isValid && sp && { sp }),
    ...(isValid && np && { np }),
    adkim: value('adkim') === 's' ? 's' : 'r',
    aspf: value('aspf') === 's' ? 's' : 'r',
    isTest: value('t') === 'y',
    percent: percent !== undefined && /^\d{1,2}$/.test(percent) ? Number(percent) : 100,
    psd: psd === 'y' || psd === 'n' ? psd : 'u',
    rua,
    ruf: uris(tags, 'ruf'),
  };
}

function uris(tags: readonly RecordTag[], name: string): readonly string[] {
  const tag = tags.find((one) => one.name === name);
  if (tag === undefined) return [];
  return [...addressesOf(tag)].map(({ address }) => address).filter((address) => URI.test(address));
}

/** The host that a report goes to: of `mailto:reports@contoso.test!10m` it is contoso.test. */
export function reportHost(uri: string): string | undefined {
  const mail = /^mailto:[^@?]{1,320}@([^@?!,\s]{1,253})/i.exec(uri)?.[1];
  const host = mail ?? /^https?:\/\/(?:[^/@]{1,200}@)?([^/:?#@\s]{1,253})/i.exec(uri)?.[1];
  return host?.replace(/\.$/, '').toLowerCase();
}
