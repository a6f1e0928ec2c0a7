import { dnsStatuses, type ExplainedStatus } from '../../dnsStatuses.ts';
import { act, leaveInQueue, probe } from '../../steps.ts';
import { ranked, type TextRow } from '../replyText.ts';

/** What the table of DNS statuses says of one. */
function status(key: ExplainedStatus): Omit<TextRow, 'name' | 'pattern'> {
  const { basis: _, confidence: __, ...row } = dnsStatuses.get(key) as NonNullable<ReturnType<typeof dnsStatuses.get>>;
  return row;
}

/** A code of RFC 1035 by its name where it cannot be anything else. */
const code = (key: ExplainedStatus, number: number): TextRow => ({
  name: `dns-${key.toLowerCase()}`,
  pattern: new RegExp(`\\b${key}\\b|\\brcode[ :=]{1,3}${number}\\b`, 'i'),
  ...status(key),
});

/** Answers of DNS, and their absence, as look-ups and mail servers print them. No answer is never "no record". */
export const dnsErrors = ranked('tool', [
  {
    name: 'dns-try-again',
    pattern:
      /Host not found, try again|WSATRY_AGAIN|(?:error|errno|code|#)[^\w]{0,12}11002\b|^ {0,8}11002 {0,8}$|\(hostname lookup failure\)|temporary error while looking up|host lookup did not complete/i,
    reason: 'dns-failure',
    meaning:
      'DNS gave no usable answer for the moment, by an error or by silence; whether the name exists is not known.',
    source: ['RFC 5321 5.1', 'winsock 11002'],
    retry: 'yes',
    next: [
      probe.recipient('Ask the name servers of the domain directly to see which of them fails.'),
      probe('Ask the resolver of the mail server for the record by hand.', 'sending admin'),
      leaveInQueue,
    ],
  },
  {
    name: 'resolver-try-again',
    pattern: /\bEAI_AGAIN\b|Temporary failure in name resolution/i,
    reason: 'dns-failure',
    meaning:
      'The resolver of the sending machine gave no usable answer for the moment; whether the name exists is not known.',
    source: 'getaddrinfo EAI_AGAIN',
    actor: 'sending admin',
    retry: 'yes',
    next: [probe('Look the name up from the machine that sends, and check the resolvers that are set there.')],
  },
  {
    name: 'dns-no-server',
    pattern:
      /no servers could be reached|communications error to \S{1,100}: timed out|DNS request timed out|(?:\*\*\* |name for address \S{1,100} ?|find [^\n]{1,200}: ?)No response from server|DNS (?:query |lookup )?time[d-]? ?out|\bETIMEOUT\b|lookup \S{1,200} on \S{1,100}: read udp \S{1,200}: i\/o timeout|\b(?:timed out|(?:host|network) unreachable) resolving '/i,
    ...status('TIMEOUT'),
  },
  {
    name: 'dns-no-resolver',
    pattern:
      /communications error to \S{1,100}: connection refused|read udp \S{1,200}: (?:read: )?connection refused|query\w{0,10} ECONNREFUSED/i,
    ...status('CONNECTION-REFUSED'),
  },
  {
    name: 'dns-servfail-words',
    pattern:
      /\bSERVFAIL\b|\bESERVFAIL\b|\brcode[ :=]{1,3}2\b|can't find \S{1,300}: Server failed|DNS server returned general failure|server misbehaving|DNS_ERROR_RCODE_SERVER_FAILURE|DNS server failure|WSANO_RECOVERY|(?:error|errno|code|#)[^\w]{0,12}(?:11003|9002)\b|^ {0,8}11003 {0,8}$/i,
    ...status('SERVFAIL'),
  },
  {
    name: 'dns-refused',
    pattern:
      /\bstatus: ?REFUSED\b|\brcode[ :=]{1,3}(?:5\b|REFUSED\b)|can't find \S{1,300}: Query refused|not found: 5\(REFUSED\)|\bEREFUSED\b|DNS_ERROR_RCODE_REFUSED|^ {0,8}REFUSED {0,8}$|(?:error|code)[^\w]{0,12}9005\b/i,
    ...status('REFUSED'),
  },
  {
    name: 'dns-nodata',
    pattern:
      /\bNODATA\b|\bENODATA\b|\bEAI_NODATA\b|No address associated with (?:host)?name|DNS server returned answer with no data|No (?:mail exchanger|MX|A|AAAA|TXT|internet address)[^\n]{0,40} \(?records? available|\bhas no (?:MX|A|AAAA|TXT|PTR|SRV) record\b|type=\w{1,10}: Host found but no data record of requested type|WSANO_DATA|(?:error|errno|code|#)[^\w]{0,12}11004\b|^ {0,8}11004 {0,8}$|DNS_INFO_NO_RECORDS|no data record of requested type|valid name, no data record|\bNo DNS data for '/i,
    ...status('NODATA'),
  },
  {
    name: 'dns-nxdomain',
    pattern:
      /\bNXDOMAIN\b|\brcode[ :=]{1,3}3\b|Non-existent domain|not found: 3\(|\bENOTFOUND\b|\bEAI_NONAME\b|(?:dial tcp|lookup) [^\n]{1,200}: no such host|UnknownHostException|DNS name does not exist|DNS_ERROR_RCODE_NAME_ERROR|WSAHOST_NOT_FOUND|(?:error|errno|code|#)[^\w]{0,12}(?:11001|9003)\b|^ {0,8}11001 {0,8}$|getaddrinfo failed|type=\w{1,10}: Host not found(?!, try again)/i,
    ...status('NXDOMAIN'),
  },
  {
    name: 'dns-bogus',
    pattern:
      /\bDNSSEC\b[^\n]{0,60}(?:bogus|fail|invalid)|\bstatus: ?BOGUS\b|\bEDE: 6 \(DNSSEC Bogus\)|\bno valid (?:RRSIG|DS|KEY|NSEC3?) resolving '|\bvalidating \S{1,300}: no valid signature found|\bbroken trust chain resolving '|\bvalidation failure <|\bvalidates as Bogus\b/i,
    ...status('BOGUS'),
  },
  {
    name: 'dns-truncated',
    pattern: /Truncated, retrying in TCP mode/i,
    ...status('TRUNCATED'),
  },
  {
    name: 'dns-lame',
    pattern: /\blame server resolving '/i,
    ...status('LAME'),
  },
  {
    name: 'dns-zone-not-loaded',
    pattern:
      /\bzone \S{1,255}\/IN\S{0,40}: (?:not loaded due to errors|loading from (?:master )?file \S{1,255} failed)|\/IN: bad zone\b/i,
    reason: 'dns-failure',
    meaning: 'The name server does not load this zone, because of an error in its file: it answers SERVFAIL for it.',
    source: 'RFC 1035 5.2',
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Mend the line of the zone file that is named above, raise the serial, and load the zone again.')],
  },
  {
    name: 'dkim-key-retrieval',
    pattern: /\bkey retrieval failed \(s=\S{1,255}, d=\S{1,255}\)/i,
    reason: 'dkim-failed',
    meaning: 'The DKIM key that the signature names could not be had from DNS, so the signature counts as failed.',
    source: 'RFC 6376 6.1.2',
    next: [
      probe.sender('Ask for the TXT record at SELECTOR._domainkey.DOMAIN, from this machine too.'),
      act.sender('Publish the key, or mend the name servers of the signing domain.', 'sending admin'),
    ],
  },
  code('FORMERR', 1),
  code('NOTIMP', 4),
  code('YXDOMAIN', 6),
  code('YXRRSET', 7),
  code('NXRRSET', 8),
  code('NOTAUTH', 9),
  code('NOTZONE', 10),
  code('BADVERS', 16),
  code('BADCOOKIE', 23),
]);
