import type { NameServerFindings } from '../../checks/nameServers/findings.ts';
import { firstOf } from '../../core/text/few.ts';
import { statusMeaning } from '../dnsStatus.ts';
import type { CheckRowsFor } from './checkRow.ts';

export const nameServerRows: CheckRowsFor<NameServerFindings> = {
  'ns-found': {
    source: ['RFC 1034 4.2.1', 'RFC 2182 5'],
    says: ({ hosts: { length }, hosts, left, serial }, about) =>
      `${left > 0 ? `${length} of ${length + left}` : length === 2 ? 'Both' : `All ${length}`} name servers answer for ${about} with the same records, serial ${serial}: ${hosts.join(', ')}.`,
  },
  'ns-none': {
    source: 'RFC 1034 4.2.1',
    says: (_, about) => `Nobody names a name server for ${about}.`,
    next: (_, about) => `Publish the NS records of ${about}, and have the registrar name the same servers.`,
  },
  'ns-single': {
    source: 'RFC 2182 5',
    says: ({ host }) =>
      `There is one name server, ${host}; while it is down, nobody finds the domain and mail to it waits.`,
    next: () => 'Add a second name server in another network.',
  },
  'ns-one-network': {
    source: 'RFC 2182 3.1',
    says: ({ network }) => `All name servers are in one network, ${network}; one fault there takes them all away.`,
    next: () => 'Have a second name server in another network.',
  },
  'ns-missing-at-parent': {
    source: 'RFC 1034 4.2.2',
    says: ({ zone }, about) =>
      `The zone ${zone} names ${about} as its name server, but its parent does not, so few ask there.`,
    next: (_, about) => `Have the registrar add ${about}, or remove its NS record from the zone.`,
  },
  'ns-missing-in-zone': {
    source: 'RFC 1034 4.2.2',
    says: ({ zone }, about) =>
      `The parent of ${zone} names ${about} as its name server, but the zone itself does not: perhaps one from which the domain has moved away.`,
    next: ({ zone }, about) =>
      `If ${about} serves the zone, publish ${zone}. IN NS ${about}.; if not, have the registrar remove it.`,
  },
  'ns-no-glue': {
    source: 'RFC 9471 2',
    says: ({ zone }, about) =>
      `${about} lies in the zone ${zone} that it serves, and the parent gives no address for it, so it cannot be found.`,
    next: (_, about) => `Give the address of ${about} to the registrar as a host record (glue).`,
  },
  'ns-glue-differs': {
    source: 'RFC 1034 4.2.2',
    says: ({ glue, addresses }, about) =>
      `The parent gives ${glue.join(', ')} as the address of ${about}, and the zone ${addresses.join(', ')}.`,
    next: ({ addresses }) => `Have the registrar change the host record (glue) to ${addresses.join(', ')}.`,
  },
  'ns-no-such-name': {
    source: 'RFC 1912 2.8',
    says: ({ zone }, about) => `The name server ${about} of ${zone} does not exist in DNS.`,
    next: (_, about) => `Create an address record for ${about}, or remove it from the zone and at the registrar.`,
  },
  'ns-no-address': {
    source: 'RFC 1912 2.8',
    says: ({ zone }, about) => `The name server ${about} of ${zone} has neither an A nor an AAAA record.`,
    next: (_, about) => `Create an address record for ${about}, or remove it from the zone and at the registrar.`,
  },
  'ns-is-alias': {
    source: 'RFC 2181 10.3',
    says: ({ target }, about) => `${about} is an alias (CNAME) for ${target}, which an NS record must not name.`,
    next: ({ target }) => `Name ${target} in the NS record, or give the host address records of its own.`,
  },
  'ns-is-address': {
    source: 'RFC 1035 3.3.11',
    says: (_, about) => `An NS record names the address ${about}, and it must name a host.`,
    next: () => 'Give the address a name with an A or AAAA record, and name that.',
  },
  'ns-not-public': {
    source: 'RFC 6890 2.2.2',
    says: ({ addresses }, about) =>
      `${about} has the address ${addresses.join(', ')}, which cannot be reached from the Internet.`,
    next: (_, about) => `If the domain is not for one network only, publish the public address of ${about}.`,
  },
  'ns-silent': {
    source: 'RFC 2182 3.1',
    says: ({ addresses, all }, about) =>
      `${about} gave no usable answer at ${addresses.join(', ')}${all ? '' : ', while another address of it did'}. From elsewhere it may.`,
    next: () => 'Look whether the server runs and whether port 53 is open to it over UDP and TCP.',
  },
  'ns-not-asked': {
    says: ({ addresses, status }, about) =>
      `${about} could not be asked at ${addresses.join(', ')} from here (${status}, ${statusMeaning(status)}), so what it answers is not known.`,
    next: () => 'Ask from another network; some firewalls let nobody but the resolver ask name servers.',
  },
  'ns-intercepted': {
    source: 'RFC 1035 4.1.1',
    says: ({ hosts }) =>
      `${hosts.join(', ')} could not be asked from here: whatever is sent to them is answered by somebody else, who asks others (no AA, but RA), so what they answer is not known.`,
    next: () =>
      'Ask from another network: a firewall or the provider leads all questions of DNS to a resolver of its own.',
  },
  'ns-addresses-left': {
    says: ({ addresses }, about) => `${about} has more addresses than are asked; not asked: ${firstOf(addresses, 10)}.`,
  },
  'ns-left': {
    source: 'RFC 1034 4.1',
    says: ({ hosts }) => `There are more than 13 name servers; these were not asked: ${hosts.join(', ')}.`,
  },
  'ns-lame': {
    source: 'RFC 1912 2.8',
    says: ({ address, status, zone }, about) =>
      `${about} (${address}) is named as a name server of ${zone} and does not answer for it: ${status === 'NOERROR' ? 'it answers without authority, or with no SOA record' : status}. Who asks there loses time or fails.`,
    next: ({ zone }, about) =>
      `Load ${zone} on ${about} (a transfer that fails or a zone that has expired shows in its log), or remove the server from the zone and at the registrar.`,
  },
  'ns-serials-differ': {
    source: ['RFC 1034 4.3.5', 'RFC 1996 3'],
    says: ({ serials }) => `The name servers have different versions of the zone: ${serials.join('; ')}.`,
    next: () => 'If it is so an hour later still, look at NOTIFY and the transfer to those with the lower serial.',
  },
  'ns-records-differ': {
    source: 'RFC 1034 4.3.5',
    says: ({ type, versions }, about) =>
      `The name servers answer differently about the ${type} records of ${about}, so it depends on chance what others see: ${versions.join('; ')}.`,
    next: () => 'Bring all to the same version of the zone, and raise the serial after each change.',
  },
  'ns-open-recursion': {
    source: 'RFC 5358 4',
    says: ({ addresses }, about) =>
      `${about} (${addresses.join(', ')}) looks up names of other domains for this machine. If this machine is not one of its clients, it does so for everybody and can be misused for attacks.`,
    next: () =>
      'Allow recursion for your own networks only (BIND: allow-recursion), or have name servers that do nothing else.',
  },
  'soa-expire': {
    source: 'RFC 1912 2.2',
    says: ({ expire, refresh }) =>
      `Secondary servers give up the zone after ${expire} seconds without a transfer (expire), hardly later than they look for changes (refresh ${refresh}): a short fault at the primary takes the domain away.`,
    next: () => 'Set expire to 1209600 (two weeks) or more.',
  },
  'soa-refresh': {
    source: 'RFC 1912 2.2',
    says: ({ refresh, retry }) =>
      `Retry (${retry}) is not shorter than refresh (${refresh}), so a failed transfer is not tried again sooner.`,
    next: () => 'Set retry to a fraction of refresh.',
  },
  'soa-negative-ttl': {
    source: 'RFC 2308 5',
    says: ({ seconds }) =>
      `That a record is not there is remembered for ${seconds} seconds, so a new record is not seen for as long.`,
    next: () => 'Set the last number of the SOA record to between 300 and 3600.',
  },
  'soa-mailbox': {
    source: 'RFC 1035 3.3.13',
    says: ({ mailbox }) =>
      `The mailbox of the SOA record is ${mailbox}, which is no address: a dot stands in the place of the @.`,
    next: (_, about) => `Write hostmaster.${about}. for hostmaster@${about}.`,
  },
};
