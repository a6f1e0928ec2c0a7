import type { BimiFindings } from '../../checks/bimi/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

export const bimiRows: CheckRowsFor<BimiFindings> = {
  'bimi-none': {
    source: 'draft-bimi',
    says: () => 'There is no BIMI record, so no picture of the domain is shown beside its messages.',
  },
  'bimi-several': {
    source: 'draft-bimi',
    says: ({ count }) => `There are ${count} BIMI records, and with more than one none is used.`,
    next: (_, about) => `Keep one record at ${about}.`,
  },
  'bimi-declined': {
    source: 'draft-bimi',
    says: () => 'The record says that no picture is wanted (l= and a= are empty).',
  },
  'bimi-dmarc-weak': {
    source: ['draft-bimi', 'RFC 9989 4.7'],
    says: ({ domain, why }) =>
      why === ''
        ? `${domain} has no DMARC policy, and without one no picture is shown.`
        : `The DMARC record of ${domain} has ${why}, and no picture is shown unless quarantine or reject is asked for, of all mail, subdomains included.`,
    next: ({ domain }) => `Publish p=quarantine or p=reject at _dmarc.${domain}, without pct and without sp=none.`,
  },
  'bimi-not-svg': {
    source: 'draft-bimi',
    says: ({ address }) => `${address} does not end as the address of an SVG picture does, and no other kind is shown.`,
    next: () => 'Name a picture in SVG Tiny P/S whose address ends in .svg.',
  },
  'bimi-no-evidence': {
    source: 'draft-bimi',
    says: () =>
      'There is no certificate for the picture (a=); the large providers show it only with a Verified or Common Mark Certificate.',
    next: () => 'Get a mark certificate and add a=https: with the address of its PEM file.',
  },
  'bimi-found': {
    source: 'draft-bimi',
    says: ({ picture, evidence }) =>
      `The picture is ${picture}${evidence === '' ? '' : `, its certificate ${evidence}`}. Neither was fetched.`,
  },
};
