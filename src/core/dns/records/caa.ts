import { characterStrings } from './characterStrings.ts';

/** A CAA record (RFC 8659 4). */
export interface CaaRecord {
  /** 0 to 255; 128: who does not know the tag must not issue. */
  readonly flags: number;
  /** In small letters. */
  readonly tag: string;
  readonly value: string;
  /** Of issue, issuewild and issuemail: who may issue, empty for nobody; undefined where the value has no such form. */
  readonly issuer?: string;
  /** Of the same: whether what stands behind the issuer is `name=value; …`. */
  readonly hasBadParameters?: true;
}

export const CRITICAL = 128;

/** RFC 8659 4.2, 4.3, RFC 9495 3 */
export const ISSUING_TAGS: ReadonlySet<string> = new Set(['issue', 'issuewild', 'issuemail', 'issuevmc']);
/** Those and RFC 8659 4.4, and what IANA has registered since (Certification Authority Restriction Properties). */
export const CAA_TAGS: ReadonlySet<string> = new Set([...ISSUING_TAGS, 'iodef', 'contactemail', 'contactphone']);

const RECORD = /^(\d{1,3})\s{1,20}"?([A-Za-z0-9]{1,255})"?\s{1,20}(\S.*)$/s;
const LABELS = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){0,30}[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const PARAMETER = /^[a-z0-9-]{1,100}\s{0,9}=\s{0,9}[\x21-\x3a\x3c-\x7e]{0,500}$/i;

/** Reads the data of a record in zone-file form; undefined where it has no such form. */
export function readCaa(data: string): CaaRecord | undefined {
  const [, number = '', name = '', rest = ''] = RECORD.exec(data.slice(0, 5000)) ?? [];
  const flags = Number(number);
  if (name === '' || flags > 255) return undefined;
  const tag = name.toLowerCase();
  const value = characterStrings(rest).join('');
  if (!ISSUING_TAGS.has(tag)) return { flags, tag, value };
  const [issuer = '', ...parameters] = value.split(';').map((part) => part.trim());
  if (issuer !== '' && !LABELS.test(issuer)) return { flags, tag, value };
  const isBad = parameters.some((one, i) => !PARAMETER.test(one) && !(one === '' && i === parameters.length - 1));
  return { flags, tag, value, issuer: issuer.toLowerCase(), ...(isBad && { hasBadParameters: true }) };
}
