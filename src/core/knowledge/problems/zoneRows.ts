import type { RowsFor } from './diagnosticRow.ts';

/** What programs that check zones, and name servers that load them, say of one. */
export interface ZoneProblemData {
  readonly 'zone-host-no-address': { readonly type: string; readonly host: string };
  readonly 'zone-host-alias': { readonly type: string; readonly host: string };
  readonly 'zone-not-loaded': { readonly zone: string; readonly why: string };
  readonly 'zone-line': { readonly line: string; readonly said: string };
  readonly 'checker-reports': { readonly host: string; readonly domain: string };
  readonly 'checker-lookups': { readonly count: string; readonly most: string; readonly kind: string };
  readonly 'zone-spf-type': { readonly name: string };
}

export const zoneRows: RowsFor<ZoneProblemData> = {
  'zone-host-no-address': {
    about: 'A host in a zone without an address',
    level: 'error',
    source: ['RFC 5321 5.1', 'RFC 1912 2.8'],
    says: ({ type, host }) =>
      `${host}, which an ${type} record names, has no address (A or AAAA). Publish one, or end the name with a dot if the zone's name was put behind it.`,
  },
  'zone-host-alias': {
    about: 'A host in a zone that is an alias',
    level: 'warning',
    source: 'RFC 2181 10.3',
    says: ({ type, host }) =>
      `${host}, which an ${type} record names, is an alias (CNAME): name the host with addresses of its own.`,
  },
  'zone-not-loaded': {
    about: 'A zone that a name server does not load',
    level: 'error',
    source: 'RFC 1035 5.2',
    says: ({ zone, why }) =>
      why === ''
        ? `The zone ${zone} is not loaded: the server answers SERVFAIL, or keeps its old version. Mend the lines that are named above, then load it again.`
        : `The zone ${zone} ${why}, so it is not loaded.`,
  },
  'zone-line': {
    about: 'A line of a zone file that a name server cannot read',
    level: 'error',
    source: 'RFC 1035 5.1',
    says: ({ line, said }) => `Line ${line} of the zone file keeps the zone from being loaded: ${said}.`,
  },
  'checker-reports': {
    about: 'Reports of DMARC that are not expected where they go',
    level: 'warning',
    source: ['RFC 7489 7.1', 'RFC 9990 4'],
    says: ({ host, domain }) =>
      `${host} does not say that it takes reports on ${domain}, so receivers send it none. Let it publish TXT "v=DMARC1" at ${domain}._report._dmarc.${host}, or name another address.`,
  },
  'checker-lookups': {
    about: 'SPF that takes more look-ups than it may, as a program counts them',
    level: 'error',
    source: 'RFC 7208 4.6.4',
    says: ({ count, most, kind }) =>
      `SPF takes ${count} ${kind}DNS look-ups with all that it includes; behind ${most} receivers stop with a permanent error. Remove what is not used.`,
  },
  'zone-spf-type': {
    about: 'A program that wants a record of the obsolete type SPF',
    level: 'information',
    source: 'RFC 7208 3.1',
    says: ({ name }) =>
      `No record of type SPF (99) is needed at ${name}: since RFC 7208 the TXT record alone counts, and the program that asks for the other is older.`,
  },
};
