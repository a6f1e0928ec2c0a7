import type { SpfFindings } from '../../checks/spf/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const spfRows: CheckRowsFor<SpfFindings> = {
  'spf-none': {
    source: ['RFC 7208 4.5', 'RFC 7208 10.1'],
    says: () => 'There is no SPF record, so receivers cannot tell who may send for this domain.',
    next: () =>
      'Publish one TXT record: v=spf1, what may send, and -all or ~all; a domain that sends no mail publishes "v=spf1 -all".',
  },
  'spf-of-client': {
    source: 'RFC 7208 2.6',
    says: ({ sender, result, domain, term }, about) =>
      `SPF of ${domain} gives ${result} for ${about} as the sender of <${sender}>${term === '' ? '' : `, by ${term}`}.`,
    next: ({ result, domain }) =>
      result === 'pass' || result === 'temperror'
        ? 'Nothing for SPF.'
        : result === 'none'
          ? `Publish an SPF record for ${domain}.`
          : `Add the address to the SPF record of ${domain} if mail shall come from it; or send by a server that the record names.`,
  },
  'spf-several': {
    source: 'RFC 7208 4.5',
    says: ({ count }) => `There are ${count} SPF records, and with more than one SPF fails with a permanent error.`,
    next: () => 'Merge them into one record and delete the others.',
  },
  'spf-costs': {
    source: 'RFC 7208 4.6.4',
    says: ({ lookups, voids, records, text }) =>
      `“${text}” can be read, and costs ${lookups} of 10 look-ups over ${counted(records, 'record', 'records')}${voids === 0 ? '' : `, ${voids} of 2 that may find nothing among them`}.`,
  },
  'spf-lookups': {
    source: 'RFC 7208 4.6.4',
    says: ({ lookups, most }) =>
      `With all that it includes, the record costs ${lookups} look-ups, and receivers stop with a permanent error at the eleventh. By term: ${most.join(', ')}.`,
    next: () =>
      'Remove senders that are no longer used, name addresses as ip4 or ip6 where they do not change, or give a service a subdomain of its own to send from.',
  },
  'spf-voids': {
    source: 'RFC 7208 4.6.4',
    says: ({ voids, terms }) =>
      `${voids} look-ups find nothing, and receivers may stop with a permanent error at the third: ${terms.join(', ')}.`,
    next: () => 'Remove these terms, or correct their names.',
  },
  'spf-include-none': {
    source: ['RFC 7208 5.2', 'RFC 7208 6.1'],
    says: ({ term, at }, about) =>
      `${term} in the record of ${at} leads to ${about}, which has no SPF record: receivers report a permanent error for the whole check.`,
    next: ({ term }) => `Remove ${term}, or correct its name.`,
  },
  'spf-include-several': {
    source: 'RFC 7208 4.5',
    says: ({ term, at }, about) =>
      `${term} in the record of ${at} leads to ${about}, which has several SPF records: receivers report a permanent error for the whole check.`,
    next: (_, about) => `Tell who runs ${about}; until it is mended, name the addresses themselves.`,
  },
  'spf-loop': {
    source: 'RFC 7208 5.2',
    says: ({ term, at }, about) =>
      `${term} in the record of ${at} leads back to ${about}, so a check never ends but by its limit.`,
    next: ({ term, at }) => `Remove ${term} from the record of ${at}.`,
  },
  'spf-mx-names': {
    source: 'RFC 7208 4.6.4',
    says: ({ count, at }, about) =>
      `mx in the record of ${at} leads to ${count} exchangers of ${about}; with more than 10, receivers report a permanent error.`,
    next: () => 'Name the addresses of these hosts as ip4 or ip6 in place of mx.',
  },
  'spf-long': {
    source: 'RFC 7208 3.4',
    says: ({ octets }) =>
      `The record has ${octets} octets; with the other TXT records of the name the answer may not fit into one UDP packet.`,
    next: () => 'Move a part of it into a record of its own and include that.',
  },
  'spf-cut': {
    says: () => 'The record leads to more than 100 others; those behind were not read.',
  },
};
