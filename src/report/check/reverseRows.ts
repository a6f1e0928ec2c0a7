import type { ReverseFindings } from '../../checks/reverse/findings.ts';
import { firstOf } from '../../core/text/few.ts';
import type { CheckRowsFor } from './checkRow.ts';

const MOST_SHOWN = 10;

const ofHost = (host: string | undefined): string => (host === undefined ? '' : ` (${host})`);

const shown = (some: readonly string[]): string => firstOf(some, MOST_SHOWN);

export const reverseRows: CheckRowsFor<ReverseFindings> = {
  'reverse-found': {
    source: 'RFC 1912 2.1',
    says: ({ pairs }) =>
      `${pairs.length === 1 ? 'One address has a name that leads' : `${pairs.length} addresses have names that lead`} back: ${shown(pairs)}.`,
  },
  'reverse-none': {
    source: 'RFC 1912 2.1',
    says: ({ host }, about) =>
      `${about}${ofHost(host)} has no reverse name (PTR): many servers refuse mail that comes from it.`,
    next: ({ host }, about) =>
      `Have whoever gave you ${about} set its PTR record to ${host ?? 'the name that the server says in HELO'}.`,
  },
  'reverse-unconfirmed': {
    source: 'RFC 1912 2.1',
    says: ({ names, host }, about) =>
      `${about}${ofHost(host)} has the reverse name ${shown(names)}, which does not lead back to it: servers take the name for unknown.`,
    next: ({ names }, about) =>
      `Publish ${names[0]}. IN ${about.includes(':') ? 'AAAA' : 'A'} ${about}, or set the PTR record to a name that has this address.`,
  },
  'reverse-generic': {
    source: 'RFC 8501',
    says: ({ name, host }, about) =>
      `${about}${ofHost(host)} has the reverse name ${name}, which looks like that of a line of customers: servers refuse mail from such names.`,
    next: ({ host }, about) =>
      `Have whoever gave you ${about} set its PTR record to ${host ?? 'a name of your own domain'}.`,
  },
  'reverse-several': {
    source: 'RFC 1912 2.1',
    says: ({ names, followed, host }, about) =>
      `${about}${ofHost(host)} has ${names.length} reverse names (${shown(names)}); some servers look at one of them only.${followed < names.length ? ` The first ${followed} were followed back.` : ''}`,
    next: () => 'Keep the one that the server says in HELO.',
  },
  'reverse-not-looked-up': {
    says: ({ left }) => `${left} more addresses were not looked up: there are too many.`,
  },
  'helo-not-qualified': {
    source: 'RFC 5321 2.3.5',
    says: ({ helo }) => `"${helo}" in HELO is no full host name, and many servers refuse it.`,
    next: () => 'Set the name of the server to the one that its PTR record has.',
  },
  'helo-no-such-name': {
    source: 'RFC 5321 4.1.4',
    says: ({ helo }) => `${helo} in HELO does not exist in DNS, and many servers refuse it.`,
    next: ({ helo }, about) => `Publish ${helo}. IN ${about.includes(':') ? 'AAAA' : 'A'} ${about}`,
  },
  'helo-differs': {
    source: 'RFC 5321 4.1.4',
    says: ({ helo, addresses }, about) =>
      `${helo} in HELO has ${addresses.length === 0 ? 'no such address' : `the address ${shown(addresses)}`}, not ${about}.`,
    next: ({ helo }, about) =>
      `Publish ${helo}. IN ${about.includes(':') ? 'AAAA' : 'A'} ${about}, or let the server say a name that has this address. SPF is asked for the name in HELO, too.`,
  },
  'helo-fits': {
    source: 'RFC 5321 4.1.4',
    says: ({ helo }, about) => `${helo} in HELO leads to ${about}.`,
  },
};
