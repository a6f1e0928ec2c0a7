import { type Explanation, stated } from './explanation.ts';
import { because, type Meaning } from './meaning.ts';
import { act, leaveInQueue, probe } from './steps.ts';

function status<Name extends string>(name: Name, meaning: Meaning): readonly [Name, Explanation] {
  const { transientRetry: _, ...row } = meaning;
  return [name, stated(row)];
}

const rows = [
  status('NOERROR', because('accepted', 'The name exists and the resolver answered.', 'RFC 1035 4.1.1')),
  status(
    'NODATA',
    because(
      'domain-not-found',
      'The name exists but has no record of this type; without an MX record mail goes to its A or AAAA address.',
      ['RFC 2308 2.2', 'RFC 5321 5.1'],
      {
        actor: 'receiving admin',
        next: [
          probe.recipient('Look up the other record types of the name: MX first, then A and AAAA.'),
          act('Publish the record if it should be there.'),
        ],
      },
    ),
  ),
  status(
    'NXDOMAIN',
    because(
      'domain-not-found',
      'The name does not exist in DNS, with no record of any type; mail to it is refused at once.',
      ['RFC 1035 4.1.1', 'RFC 5321 5.1'],
    ),
  ),
  status(
    'SERVFAIL',
    because(
      'dns-failure',
      'The resolver got no valid answer: name servers are down or set up wrongly, or DNSSEC does not verify.',
      ['RFC 1035 4.1.1', 'RFC 5321 5.1'],
      {
        retry: 'yes',
        next: [
          probe.recipient('Ask the name servers of the domain directly to see which of them fails.'),
          probe('Ask again with checking disabled (dig +cd): if that works, DNSSEC is the cause.'),
          leaveInQueue,
        ],
      },
    ),
  ),
  status(
    'REFUSED',
    because(
      'dns-failure',
      'The name server refuses to answer this client, or does not serve this domain.',
      'RFC 1035 4.1.1',
      {
        actor: 'sending admin',
        next: [
          probe('Ask a resolver that serves your network.'),
          act.recipient('If it is a name server of the domain, have its admin load the zone there.'),
        ],
      },
    ),
  ),
  status(
    'FORMERR',
    because(
      'dns-failure',
      'The name server could not read the query; some old servers and firewalls say so to EDNS.',
      ['RFC 1035 4.1.1', 'RFC 6891 7'],
      {
        next: [probe('Ask again without EDNS (dig +noedns).'), act('Bring the name server or firewall up to date.')],
      },
    ),
  ),
  status(
    'NOTIMP',
    because('dns-failure', 'The name server does not do this kind of query.', 'RFC 1035 4.1.1', {
      next: [probe('Ask another name server.')],
    }),
  ),
  status(
    'YXDOMAIN',
    because(
      'dns-failure',
      'A name exists that should not; outside of updates it comes from a DNAME that grew too long.',
      ['RFC 2136 2.2', 'RFC 6672 2.2'],
    ),
  ),
  status('YXRRSET', because('dns-failure', 'Records exist that an update wanted absent.', 'RFC 2136 2.2')),
  status('NXRRSET', because('dns-failure', 'Records are missing that an update wanted there.', 'RFC 2136 2.2')),
  status(
    'NOTAUTH',
    because(
      'dns-failure',
      'The name server is not responsible for this zone, or the signature of the query is wrong.',
      ['RFC 2136 2.2', 'RFC 8945 5'],
    ),
  ),
  status('NOTZONE', because('dns-failure', 'The name of an update does not belong to the zone.', 'RFC 2136 2.2')),
  status(
    'BADVERS',
    because('dns-failure', 'The name server does not know this version of EDNS.', 'RFC 6891 6.1.3', {
      next: [probe('Ask again with EDNS version 0.')],
    }),
  ),
  status(
    'BADCOOKIE',
    because('dns-failure', 'The cookie of the query was not right; a client asks again by itself.', 'RFC 7873 5.3', {
      next: [probe('Ask again.')],
    }),
  ),
  status(
    'TIMEOUT',
    because('dns-failure', 'No answer came in time; whether the record exists is not known.', 'RFC 1035 7.2', {
      actor: 'network',
      retry: 'yes',
      next: [
        probe('Ask again, and ask another resolver.'),
        probe('Check that UDP and TCP port 53 to the resolver are open.'),
      ],
    }),
  ),
  status(
    'CONNECTION-REFUSED',
    because(
      'dns-failure',
      'Nothing answers on port 53 of this resolver; whether the record exists is not known.',
      'errno ECONNREFUSED',
      {
        actor: 'sending admin',
        next: [
          act('Check the address of the resolver.'),
          act('Check that the DNS service runs there and that no firewall refuses it.'),
        ],
      },
    ),
  ),
  status(
    'UNREACHABLE',
    because(
      'dns-failure',
      'There is no network path to this resolver; whether the record exists is not known.',
      'errno ENETUNREACH and EHOSTUNREACH',
      {
        actor: 'network',
        next: [act('Check the network of this host and the address of the resolver.')],
      },
    ),
  ),
  status(
    'BOGUS',
    because(
      'dns-failure',
      'The answer does not verify by DNSSEC, so resolvers that check hold it back.',
      'RFC 4035 4.3',
      {
        next: [
          probe('Compare the DS record at the parent with the keys of the zone.'),
          probe('Check that the signatures of the zone have not expired.'),
        ],
      },
    ),
  ),
  status(
    'TRUNCATED',
    because(
      'dns-failure',
      'The answer did not fit into one UDP packet and must be asked for over TCP.',
      ['RFC 1035 4.1.1', 'RFC 7766 5'],
      {
        actor: 'network',
        next: [probe('Check that TCP port 53 to the resolver is open.')],
      },
    ),
  ),
  status(
    'MALFORMED',
    because('dns-failure', 'The answer could not be read; whether the record exists is not known.', 'RFC 1035 4.1', {
      next: [act('Ask another resolver.')],
    }),
  ),
  status(
    'LAME',
    because(
      'dns-failure',
      'The server that was asked points to others and does not ask them; whether the record exists is not known.',
      ['RFC 1034 4.3.1', 'RFC 2308 2.2'],
      { next: [act('Ask a resolver; this server knows some zones only.')] },
    ),
  ),
] as const;

export type ExplainedStatus = (typeof rows)[number][0];

/**
 * What the answer of a resolver means for mail, by response code or by the way in which no answer came.
 * No answer is never taken for "no record".
 */
export const dnsStatuses: ReadonlyMap<ExplainedStatus, Explanation> = new Map(rows);
