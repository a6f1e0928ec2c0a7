import type { RowsFor } from './diagnosticRow.ts';

/** What programs that check zones, and name servers that load them, say of one. */
export interface ZoneProblemData {
  readonly 'zone-host-no-address': { readonly type: string; readonly host: string };
  readonly 'zone-host-alias': { readonly type: string; readonly host: string };
  readonly 'zone-not-loaded': { readonly zone: string; readonly why: string };
  readonly 'zone-line': { readonly line: string; readonly said: string };
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
  'zone-spf-type': {
    about: 'A program that wants a record of the obsolete type SPF',
    level: 'information',
    source: 'RFC 7208 3.1',
    says: ({ name }) =>
      `No record of type SPF (99) is needed at ${name}: since RFC 7208 the TXT record alone counts, and the program that asks for the other is older.`,
  },
};
