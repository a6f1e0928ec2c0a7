import type { LookUpFindings } from '../../checks/record/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const led = (target: string | undefined): string =>
  target === undefined ? '' : ` It is an alias that leads to ${target}.`;

export const lookUpRows: CheckRowsFor<LookUpFindings> = {
  'lookup-found': {
    source: 'RFC 1035 3.2.1',
    says: ({ type, count, ttl, authoritative, validated, server, target }) =>
      `${count === 1 ? 'One' : count} ${type === 'ANY' ? '' : `${type} `}${count === 1 ? 'record' : 'records'}, for resolvers to keep ${ttl} s${server === '' ? '' : `; ${server} answered`}${authoritative ? ' from its own zone' : ''}${validated ? ', validated by DNSSEC' : ''}.${led(target)}`,
  },
  'lookup-none': {
    source: 'RFC 2308 2.2',
    says: ({ type, target }, about) => `${about} exists, but has no ${type} record.${led(target)}`,
    next: ({ type }, about) => `Publish a ${type} record at ${about} if there is to be one.`,
  },
  'lookup-no-such-name': {
    source: 'RFC 2308 2.1',
    says: ({ target }, about) => `${target ?? about} does not exist (NXDOMAIN).${led(target)}`,
    next: () => 'Check the spelling; if it is right, the name was never created or was removed.',
  },
};
