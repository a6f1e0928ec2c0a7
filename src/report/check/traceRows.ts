import type { TraceFindings } from '../../checks/trace/findings.ts';
import { statusMeaning } from '../dnsStatus.ts';
import type { CheckRowsFor } from './checkRow.ts';

const named = (zone: string): string => (zone === '.' ? 'the root' : zone);
const who = (server: string, address: string): string => (server === address ? server : `${server} (${address})`);
/** Names in data end with a dot, which is one too many at the end of a sentence. */
const list = (some: readonly string[]): string =>
  some.length === 0 ? 'none' : some.map((one) => one.replace(/(?<=\w)\.$/, '')).join(', ');

export const traceRows: CheckRowsFor<TraceFindings> = {
  'trace-step': {
    source: 'RFC 1034 5.3.3',
    says: ({ zone, server, address, hosts }, about) =>
      `${who(server, address)} of ${named(zone)} names the servers of ${about}: ${list(hosts)}.`,
  },
  'trace-alias': {
    source: 'RFC 1034 3.6.2',
    says: ({ server, address, target }, about) =>
      `${about} is an alias (CNAME) for ${target}, says ${who(server, address)}; the walk begins again for ${target}.`,
  },
  'trace-lame': {
    source: 'RFC 1912 2.8',
    says: ({ address, status, zone }, about) =>
      `${who(about, address)} is named as a server of ${named(zone)} and does not answer for it (${status === 'NOERROR' || status === 'NXDOMAIN' ? 'without authority' : status}).`,
    next: ({ zone }, about) =>
      `Load ${named(zone)} on ${about}, or remove the server from the zone and at the registrar.`,
  },
  'trace-silent': {
    says: ({ address, status, zone }, about) =>
      `${who(about, address)}, a server of ${named(zone)}, did not answer here: ${status}, ${statusMeaning(status)}.`,
  },
  'trace-answer': {
    source: 'RFC 1034 5.3.3',
    says: ({ server, address, type, records }, about) =>
      `${type} of ${about}, says ${who(server, address)} of its own zone: ${list(records)}.`,
  },
  'trace-no-data': {
    source: 'RFC 2308 2.2',
    says: ({ server, address, type }, about) =>
      `${about} exists and has no ${type} record, says ${who(server, address)} of its own zone.`,
  },
  'trace-no-such-name': {
    source: 'RFC 2308 2.1',
    says: ({ server, address }, about) => `${about} does not exist, says ${who(server, address)} of its own zone.`,
    next: () => 'Check the spelling; if it is right, look at the registration: it may have ended.',
  },
  'trace-stuck': {
    source: 'RFC 1034 4.2.2',
    says: ({ zone, hosts }, about) =>
      `The way to ${about} ends at ${named(zone)}: none of its servers (${list(hosts)}) answers for it.`,
    next: ({ zone }) => `Have the servers of ${named(zone)} load the zone, or have the registrar name those that do.`,
  },
  'trace-unknown': {
    says: ({ zone, hosts }, about) =>
      `The way to ${about} could not be followed beyond ${named(zone)}: its servers (${list(hosts)}) could not be asked from here. That does not mean that they do not answer elsewhere.`,
    next: () => 'Many networks let only the resolver ask servers outside; try it from another one.',
  },
  'trace-cut': {
    says: ({ steps }, about) => `The way to ${about} was given up after ${steps} steps.`,
  },
  'trace-differs': {
    source: 'RFC 2181 5.4.1',
    says: ({ type, resolver, zone, server }, about) =>
      `${server || 'The resolver'} answers other ${type} records of ${about} than its zone: ${list(resolver)}, and the zone ${list(zone)}.`,
    next: ({ ttl }) =>
      ttl === 0
        ? 'The resolver keeps that there was no such record until the negative TTL of the zone has passed, or it has a zone of its own (split DNS).'
        : `It may keep the older version for ${ttl} more seconds; if it is so afterwards too, the resolver has a zone of its own (split DNS).`,
  },
};
