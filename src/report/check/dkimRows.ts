import type { DkimFindings } from '../../checks/dkim/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

export const dkimRows: CheckRowsFor<DkimFindings> = {
  'dkim-found': {
    source: 'RFC 6376 3.6.1',
    says: ({ keys }) => `${keys.length === 1 ? 'One key' : `${keys.length} keys`}: ${keys.join(', ')}.`,
  },
  'dkim-none': {
    source: 'RFC 8020 2',
    says: (_, about) =>
      `_domainkey.${about} does not exist, so there is no key below it: the domain's mail is not signed in its name.`,
    next: () => 'Turn on DKIM where the mail is sent, and publish the key that is shown there.',
  },
  'dkim-none-known': {
    source: 'RFC 6376 3.1',
    says: ({ tried, below }, about) =>
      `None of the ${tried} usual selectors has a key, which does not mean that there is none: the names of keys cannot be listed.${below ? ` The name _domainkey.${about} answers, so there may be others below it.` : ''}`,
    next: (_, about) =>
      `Look into a message of the domain for the selector (s=) of its DKIM-Signature, and check dkim:SELECTOR@${about}.`,
  },
  'dkim-key-missing': {
    source: 'RFC 6376 6.1.2',
    says: ({ selector }) => `There is no key for the selector ${selector}: signatures that name it fail.`,
    next: (_, about) => `Publish the key that the signer shows: ${about}. IN TXT "v=DKIM1; k=rsa; p=…"`,
  },
  'dkim-not-a-key': {
    source: 'RFC 6376 3.6.1',
    says: ({ text }) => `What stands here is no key: ${text}`,
    next: (_, about) => `Publish the key that the signer shows: ${about}. IN TXT "v=DKIM1; k=rsa; p=…"`,
  },
  'dkim-alias-gone': {
    source: ['RFC 6376 3.6.2', 'RFC 1034 3.6.2'],
    says: ({ selector, target }) =>
      `The selector ${selector} is an alias (CNAME) for ${target}, where there is no key: signatures that name it fail.`,
    next: ({ target }, about) =>
      `Turn on DKIM at the service that runs ${target}, or correct the CNAME; remove ${about} if the service is not used any more.`,
  },
  'dkim-several': {
    source: 'RFC 6376 3.6.2.2',
    says: ({ selector, count }) =>
      `There are ${count} records for the selector ${selector}; with more than one, it is left open what a receiver does.`,
    next: () => 'Keep the key in use. A long key is one record of several strings, not several records.',
  },
  'dkim-wildcard': {
    source: ['RFC 6376 3.6.1', 'RFC 6376 6.1.2'],
    says: ({ text, isRevoked }) =>
      isRevoked
        ? 'Every selector has an empty key (a wildcard record), so no signature of the domain is valid.'
        : `Every selector has the same record (a wildcard record): ${text}`,
  },
  'dkim-service-unsigned': {
    source: ['RFC 9989 4.4.1', 'RFC 6376 3.6.2.1'],
    says: ({ service, selectors, isOwnEnvelope }) =>
      `SPF lets ${service} send, but none of the selectors that it signs under (${selectors.join(', ')}) has a key here: its signatures are of another domain, and do not count for DMARC.${isOwnEnvelope ? ` Nor does SPF, for ${service} puts a name of its own into the envelope unless that is changed.` : ''}`,
    next: ({ service }) =>
      `If mail is sent through ${service}, turn on DKIM for this domain there and publish the records that it shows; else remove it from the SPF record.`,
  },
};
