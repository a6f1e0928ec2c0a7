import { defangAddress, defangHost } from '../../mail/links/defang.ts';
import { plainText } from '../../text/plain.ts';
import type { Indicator } from '../../verdict/phish/indicator.ts';

/** An indicator as it is written down: harmless, with the line in which it stands. */
export interface ReportedIndicator {
  readonly kind: Indicator['kind'];
  /** Links and hosts in a form that leads nowhere: `hxxps://contoso[.]test/`. */
  readonly value: string;
  /** What stands inside a rewritten link, in the same form. */
  readonly leadsTo?: string;
  readonly where: string;
  /** From 1. */
  readonly line: number;
  readonly notes: readonly string[];
  /** Of an attachment: of its decoded octets. */
  readonly sha256?: string;
  /** Of an attachment: octets. */
  readonly size?: number;
}

export interface ReportedFact {
  readonly words: string;
  readonly line: number;
}

/** What is copied of a reported message. Everything in it is plain text of one line. */
export interface IndicatorReport {
  /** Which message is meant. */
  readonly about: string;
  readonly against: readonly ReportedFact[];
  readonly for: readonly ReportedFact[];
  readonly unknown: readonly ReportedFact[];
  readonly indicators: readonly ReportedIndicator[];
  readonly leftOut: readonly string[];
}

export type IndicatorFormat = 'markdown' | 'csv' | 'json';

/** Characters of a value; longer ones are cut and say so. */
const LONGEST = 4000;

/** A value that does nothing but be read. */
export function harmless({ kind, value }: Pick<Indicator, 'kind' | 'value'>): string {
  const plain = plainText(value, LONGEST);
  if (kind === 'link') return defangAddress(plain);
  // The rest is searched for as it is written.
  return kind === 'host' ? defangHost(plain) : plain.replace(/http(s?:\/\/)/gi, 'hxxp$1');
}

/** What a rewritten link leads to, an address or a host, in the same form. */
export const harmlessTarget = (target: string): string => {
  const plain = plainText(target, LONGEST);
  return /^[a-z][a-z0-9+.-]{1,30}:/i.test(plain) ? defangAddress(plain) : defangHost(plain);
};

export const KINDS: Readonly<Record<Indicator['kind'], string>> = {
  subject: 'Subject',
  'message-id': 'Message-ID',
  address: 'Addresses',
  ip: 'IP addresses',
  host: 'Hosts',
  link: 'Links',
  attachment: 'Attachments',
};
