import type { SetProblemData } from '../../dns/records/setProblem.ts';
import type { RowsFor } from './diagnosticRow.ts';

/** What records do to each other, and what is wrong with those that hold no text. */
export const recordSetRows: RowsFor<SetProblemData> = {
  'mx-address': {
    about: 'A mail exchanger that is an address',
    level: 'error',
    source: ['RFC 1035 3.3.9', 'RFC 5321 5.1'],
    says: ({ exchanger }) =>
      `An MX record must name a host, not the IP address ${exchanger}: senders look for a host of that name and find none. Give the host a name with an A record.`,
  },
  'mx-this-host': {
    about: 'A mail exchanger that is the sender itself',
    level: 'error',
    source: ['RFC 5321 5.1', 'RFC 1123 2.1'],
    says: ({ exchanger }) =>
      `${exchanger} is each sender's own host: it would deliver the mail to itself. Name a host on the Internet, or a null MX where no mail is taken.`,
  },
  'mx-alias': {
    about: 'A mail exchanger that is an alias',
    level: 'warning',
    source: ['RFC 2181 10.3', 'RFC 5321 5.1'],
    says: ({ exchanger, target }) =>
      `The exchanger ${exchanger} is an alias (CNAME) for ${target}: an MX record must name a host with addresses of its own. Name ${target} instead.`,
  },
  'mx-null-beside': {
    about: 'A null MX beside other exchangers',
    level: 'error',
    source: 'RFC 7505 3',
    says: () =>
      'A null MX must be the only MX record; other exchangers stand beside it, so that senders differ in what they do. Remove one or the other.',
  },
  'mx-form': {
    about: 'An MX record of a form that it cannot have',
    level: 'error',
    source: ['RFC 1035 3.3.9', 'RFC 7505 3'],
    says: ({ data }) =>
      `"${data}" is no MX: a number from 0 to 65535 and the name of a host belong here, or 0 and a dot where no mail is taken.`,
  },
  'mx-private': {
    about: 'A mail exchanger with a private address',
    level: 'warning',
    source: 'RFC 5321 5.1',
    says: ({ exchanger, address }) =>
      `${exchanger} has the private address ${address}, which nobody reaches from the Internet.`,
  },
  'ptr-form': {
    about: 'A name of an address that is none',
    level: 'error',
    source: ['RFC 1035 3.5', 'RFC 1912 2.1'],
    says: ({ name, data }) =>
      `The PTR record of ${name} names ${data}: it stands at the address in reverse with .in-addr.arpa or .ip6.arpa behind it, and names a host, with a dot at its end in a zone file.`,
  },
  'ptr-several': {
    about: 'Several names of one address',
    level: 'information',
    source: ['RFC 2181 10.2', 'RFC 1912 2.1'],
    says: ({ name }) =>
      `${name} has several names; many receivers look at one of them only. Keep the one with which the mail server greets.`,
  },
  'soa-value': {
    about: 'A value of an SOA record that cannot be right',
    level: 'warning',
    source: ['RFC 1035 3.3.13', 'RFC 1912 2.2'],
    says: ({ said }) => `In the SOA record ${said}.`,
  },
  'name-doubled': {
    about: 'A name with its domain twice',
    level: 'error',
    source: 'RFC 1035 5.1',
    says: ({ name, meant }) =>
      `${name} has its domain twice: the dot at the end of ${meant} is missing, so that the zone's name was put behind it.`,
  },
  'cname-beside': {
    about: 'An alias beside other records',
    level: 'error',
    source: ['RFC 1034 3.6.2', 'RFC 2181 10.1'],
    says: ({ name, type }) =>
      type === 'CNAME'
        ? `${name} is an alias (CNAME) for two names; a name can be an alias for one only.`
        : `${name} is an alias (CNAME) and has ${type === '' ? 'other records' : `a record of type ${type}`}, too; beside a CNAME nothing else may stand, and resolvers show one or the other.`,
  },
  'soa-serials-differ': {
    about: 'Versions of a zone that differ',
    level: 'warning',
    source: ['RFC 1035 3.3.13', 'RFC 1912 2.2'],
    says: ({ serial, other }) =>
      `The serial is ${serial} here and ${other} above: these servers do not have the same version of the zone, so answers differ until it is transferred.`,
  },
  'spf-type': {
    about: 'A record of the obsolete type SPF',
    level: 'warning',
    source: 'RFC 7208 3.1',
    says: () =>
      'Receivers ask for TXT only: nobody reads a record of type SPF (99) any more. Publish the same text as TXT, if it is not there yet, and delete this one.',
  },
  'tlsa-name': {
    about: 'A TLSA record at a name where nobody looks for it',
    level: 'warning',
    source: 'RFC 6698 3',
    says: ({ name }) => `A TLSA record stands at _25._tcp. and the host; at ${name} nobody looks for it.`,
  },
  'tlsa-usage': {
    about: 'A TLSA record that mail servers do not use',
    level: 'error',
    source: 'RFC 7672 3.1.3',
    says: ({ usage }) =>
      `Usage ${usage} (${usage === '0' ? 'PKIX-TA' : 'PKIX-EE'}) is not for mail servers: senders treat this record as unusable. Use 3 (DANE-EE) or 2 (DANE-TA).`,
  },
  'tlsa-length': {
    about: 'A digest of a length that it cannot have',
    level: 'error',
    source: 'RFC 6698 2.1.3',
    says: ({ octets, expected }) =>
      `The digest has ${octets} octets; ${expected === '32' ? 'SHA2-256' : 'SHA2-512'} has a length of ${expected}. It was cut off or mangled, and no certificate fits it.`,
  },
  'tlsa-parameter': {
    about: 'A number in a TLSA record that is not defined',
    level: 'warning',
    source: 'RFC 6698 2.1',
    says: ({ field, value }) =>
      `${field === 'data' ? `"${value}" is not hexadecimal` : `The ${field} ${value} is not defined`}: senders cannot use this record.`,
  },
};
