import type { MxFindings } from '../../checks/mx/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

export const mxRows: CheckRowsFor<MxFindings> = {
  'mx-found': {
    source: 'RFC 5321 5.1',
    says: ({ exchangers, hasEqual }) =>
      `${exchangers.length === 1 ? 'One mail exchanger' : `${exchangers.length} mail exchangers, tried in this order${hasEqual ? ', those of equal preference in any' : ''}`}: ${exchangers.join(', ')}.`,
  },
  'mx-not-expected': {
    source: 'RFC 5321 5.1',
    says: ({ expected }, about) =>
      `${about} is none of the hosts that may stand in the MX records (mailTriage.expectedMailExchangers: ${expected.join(', ')}): mail that goes there passes them by.`,
    next: (_, about) => `Remove ${about} from the MX records.`,
  },
  'mx-expected-missing': {
    source: 'RFC 5321 5.1',
    says: ({ expected }) =>
      `None of the MX records names a host that is expected (mailTriage.expectedMailExchangers: ${expected.join(', ')}).`,
    next: ({ expected }, about) => `Publish ${about}. IN MX 10 ${expected[0] ?? ''}.`,
  },
  'mx-retired': {
    says: ({ service, ended }, about) => `${about} belongs to ${service}, which ended in ${ended}.`,
    next: (_, about) => `Remove ${about} from the MX records, and name the host that takes the mail now.`,
  },
  'mx-same-address': {
    source: 'RFC 5321 5.1',
    says: ({ others, address }, about) =>
      `${about} has the address ${address}, as ${others.join(', ')} has: when that machine is down, there is no second way.`,
  },
  'mx-implicit': {
    source: ['RFC 5321 5.1', 'RFC 7505 3'],
    says: ({ addresses }) => `There is no MX record, so mail goes to the domain's own address ${addresses.join(', ')}.`,
    next: () => 'Publish an MX record if the domain is to take mail, or the null MX "0 ." if it is not.',
  },
  'mx-null': {
    source: 'RFC 7505 3',
    says: () => 'The domain takes no mail at all and says so with the null MX.',
  },
  'mx-no-such-domain': {
    source: 'RFC 2308 2.1',
    says: () => 'The domain does not exist (NXDOMAIN).',
    next: () => 'Check the spelling; if it is right, look at the registration: it may have ended.',
  },
  'mx-no-host': {
    source: 'RFC 5321 5.1',
    says: () => 'The domain exists, but has neither MX nor address records, so no mail can be delivered to it.',
    next: () => 'Publish an MX record that names the host which takes its mail.',
  },
  'domain-is-alias': {
    source: 'RFC 1034 3.6.2',
    says: ({ target }, about) => `${about} is an alias for ${target}; the records are those of ${target}.`,
  },
  'null-mx-among-others': {
    source: 'RFC 7505 3',
    says: () =>
      'One record is the null MX ".", which must stand alone: the domain says both that it takes mail and that it does not.',
    next: () => 'Remove the null MX, or all others.',
  },
  'mx-duplicate': {
    source: 'RFC 5321 5.1',
    says: (_, about) => `${about} is named by more than one MX record; the lowest preference counts.`,
    next: () => 'Keep one of them.',
  },
  'mx-is-address': {
    source: 'RFC 5321 5.1',
    says: (_, about) => `An MX record names the address ${about}, and it must name a host.`,
    next: () => 'Give the address a name with an A or AAAA record, and name that.',
  },
  'mx-is-alias': {
    source: 'RFC 2181 10.3',
    says: ({ target }, about) =>
      `${about} is an alias (CNAME) for ${target}, which an MX record must not name: some servers do not deliver.`,
    next: ({ target }) => `Name ${target} in the MX record instead.`,
  },
  'mx-no-such-name': {
    source: 'RFC 5321 5.1',
    says: (_, about) => `${about} does not exist in DNS, so nobody can deliver there.`,
    next: (_, about) => `Create an address record for ${about}, or remove the MX record.`,
  },
  'mx-no-address': {
    source: 'RFC 5321 5.1',
    says: (_, about) => `${about} has neither an A nor an AAAA record, so nobody can deliver there.`,
    next: (_, about) => `Create an address record for ${about}, or remove the MX record.`,
  },
  'mx-not-looked-up': {
    says: ({ more }, about) =>
      more === undefined
        ? `${about} was not looked up: there are too many mail exchangers.`
        : `${about} and ${more} more were not looked up: there are too many mail exchangers.`,
  },
  'address-loopback': {
    source: 'RFC 6890 2.2.2',
    says: ({ addresses = [] }, about) =>
      `${about} has the loopback address ${addresses.join(', ')}, which leads every machine to itself.`,
    next: (_, about) => `Publish the public address of ${about}.`,
  },
  'address-private': {
    source: 'RFC 6890 2.2.2',
    says: ({ addresses = [] }, about) =>
      `${about} has the private address ${addresses.join(', ')}, which cannot be reached from the Internet.`,
    next: (_, about) => `Publish the public address of ${about}.`,
  },
  'address-link-local': {
    source: 'RFC 6890 2.2.2',
    says: ({ addresses = [] }, about) =>
      `${about} has the link-local address ${addresses.join(', ')}, which cannot be reached from another network.`,
    next: (_, about) => `Publish the public address of ${about}.`,
  },
  'address-unspecified': {
    source: 'RFC 6890 2.2.2',
    says: ({ addresses = [] }, about) =>
      `${about} has the address ${addresses.join(', ')}, which is no address of a host.`,
    next: (_, about) => `Publish the public address of ${about}.`,
  },
};
