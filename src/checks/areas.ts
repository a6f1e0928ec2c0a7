/** What is looked at, in the order in which it matters. */
export const AREAS = [
  'mx',
  'spf',
  'dkim',
  'dmarc',
  'mta-sts',
  'dane',
  'tls-rpt',
  'reverse',
  'block-lists',
  'name-servers',
  'dnssec',
  'caa',
  'bimi',
  'ready',
  'trace',
] as const;

export type Area = (typeof AREAS)[number];

/** What can be asked about an IP address. */
export const ADDRESS_AREAS: readonly Area[] = ['reverse', 'block-lists'];

/** A part of a report: an area, a look-up of one record, or what differs from a ticket. */
export type Section = Area | 'record' | 'ticket';

export const SECTIONS: readonly Section[] = ['record', ...AREAS, 'ticket'];

/** What is looked at where nothing else is chosen: the walk from the root is asked for by its name. */
export const USUAL_AREAS: readonly Area[] = AREAS.filter((area) => area !== 'trace');
