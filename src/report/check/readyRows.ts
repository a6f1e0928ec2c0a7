import type { ReadyFindings } from '../../checks/ready/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

/** The record with a term put in front of its end. */
const withTerm = (text: string, term: string): string => {
  const at = text.search(/\s[-~?+]?all\b|\sredirect=/i);
  return at === -1 ? `${text} ${term}` : `${text.slice(0, at)} ${term}${text.slice(at)}`;
};

export const readyRows: CheckRowsFor<ReadyFindings> = {
  'ready-service-unknown': {
    says: ({ service, known }) => `There is no service "${service}"; there are ${known.join(', ')}.`,
    next: () => 'Choose one of these, or describe the service in mailTriage.filterServices.',
  },
  'ready-mx': {
    source: 'RFC 5321 5.1',
    says: ({ service, expected }) => `No MX record leads to ${service} (${expected.join(', ')}).`,
    next: ({ service, expected, mx }, about) =>
      `Publish ${about}. IN MX ${mx || `10 ${expected[0] ?? ''}.`}, as ${service} tells, and remove the others. If a filter stands in front of ${service} on purpose, let it be.`,
  },
  'ready-mx-others': {
    source: 'RFC 5321 5.1',
    says: ({ service, others }) =>
      `Beside ${service}, ${others.length === 1 ? 'an MX record leads' : 'MX records lead'} to ${others.join(', ')}: mail that goes there passes it by, and spammers prefer such ways.`,
    next: ({ others }) => `Remove ${others.join(', ')} from the MX records.`,
  },
  'ready-spf': {
    source: 'RFC 7208 5.2',
    says: ({ service, include, text }) =>
      text === ''
        ? `There is no one SPF record that could include ${include}, from which ${service} sends.`
        : `The SPF record does not include ${include}, from which ${service} sends: ${text}`,
    next: ({ include, text }) =>
      `Publish ${text === '' ? `v=spf1 include:${include} -all` : withTerm(text, `include:${include}`)}`,
  },
  'ready-dkim': {
    source: 'RFC 6376 3.6.2',
    says: ({ service, selectors }, about) =>
      `No key stands at ${selectors.map((one) => `${one}._domainkey.${about}`).join(' or ')}, with which ${service} signs.`,
    next: ({ service }) => `Switch DKIM on in the administration of ${service}, and publish the records that it shows.`,
  },
  'ready-autodiscover': {
    source: 'RFC 1034 3.6.2',
    says: ({ found, expected }, about) =>
      found === ''
        ? `autodiscover.${about} does not exist, so mail programs do not find the mailboxes; it should lead to ${expected}.`
        : `autodiscover.${about} leads to ${found} in place of ${expected}.`,
    next: ({ expected }, about) => `Publish autodiscover.${about}. IN CNAME ${expected}.`,
  },
  'ready-relay-mx': {
    source: 'RFC 5321 5.1',
    says: ({ relay }) => `${relay}, the relay of the domain's own, is not the last of the MX records.`,
    next: ({ relay, preference }, about) => `Publish ${about}. IN MX ${preference} ${relay}.`,
  },
  'ready-relay-spf': {
    source: 'RFC 7208 4',
    says: ({ relay, addresses, result }) =>
      `SPF does not allow ${relay} (${addresses.join(', ')}) to send for the domain: it gives ${result}.`,
    next: ({ addresses }) =>
      `Add ${addresses.map((one) => `${one.includes(':') ? 'ip6' : 'ip4'}:${one}`).join(' ')} to the SPF record.`,
  },
  'ready-relay-address': {
    source: 'RFC 5321 5.1',
    says: ({ relay }) => `${relay}, the relay of the domain's own, has neither an A nor an AAAA record.`,
    next: ({ relay }) => `Create an address record for ${relay}.`,
  },
  'ready-all': {
    says: ({ service, parts }, about) => `${about} publishes what ${service} asks for: ${parts.join(', ')}.`,
  },
};
