import { dnsStatuses } from '../dnsStatuses.ts';
import { type ReplyText, says } from '../replyTexts/replyText.ts';
import { probe, wait } from '../steps.ts';

/** A row that says what the table of DNS statuses says of it. */
function status(name: string, key: string, pattern: RegExp, sample: string): ReplyText {
  const { specific: _, ...row } = dnsStatuses.get(key) as NonNullable<ReturnType<typeof dnsStatuses.get>>;
  return { name, pattern, sample, holds: 'refusal', ...row };
}

/** A code of RFC 1035 by its name where it cannot be anything else. */
const code = (key: string, number: number): ReplyText =>
  status(
    `dns-${key.toLowerCase()}`,
    key,
    new RegExp(`\\b${key}\\b|\\brcode[ :=]{1,3}${number}\\b`, 'i'),
    `;; ->>HEADER<<- opcode: QUERY, status: ${key}, id: 4711`,
  );

/** Answers of DNS, and their absence, as look-ups and mail servers print them. No answer is never "no record". */
export const dnsErrors: readonly ReplyText[] = [
  says(
    'dns-try-again',
    /\bEAI_AGAIN\b|Temporary failure in name resolution|Host not found, try again|WSATRY_AGAIN|(?:error|errno|code|#)[^\w]{0,12}11002\b|^ {0,8}11002 {0,8}$|\(hostname lookup failure\)|temporary error while looking up|host lookup did not complete/i,
    'Host or domain name not found. Name service error for name=contoso.test type=MX: Host not found, try again',
    'dns-failure',
    'DNS gave no usable answer for the moment, by an error or by silence; whether the name exists is not known.',
    'getaddrinfo(3) EAI_AGAIN; RFC 5321 5.1; learn.microsoft.com, Windows Sockets Error Codes, 11002',
    {
      retry: 'yes',
      next: [
        probe('Ask the resolver of the mail server for the record by hand.'),
        probe('Ask the name servers of the domain directly to see which of them fails.'),
        wait('Leave the mail in the queue: it is tried again.', 'sending admin'),
      ],
    },
  ),
  status(
    'dns-no-server',
    'TIMEOUT',
    /no servers could be reached|communications error to \S{1,100}: timed out|DNS request timed out|No response from server|DNS (?:query |lookup )?time[d-]? ?out|\bETIMEOUT\b|lookup \S{1,200} on \S{1,100}: read udp \S{1,200}: i\/o timeout/i,
    ';; connection timed out; no servers could be reached',
  ),
  status(
    'dns-no-resolver',
    'CONNECTION-REFUSED',
    /communications error to \S{1,100}: connection refused|read udp \S{1,200}: (?:read: )?connection refused|query\w{0,10} ECONNREFUSED/i,
    ';; communications error to 192.0.2.53#53: connection refused',
  ),
  status(
    'dns-servfail-words',
    'SERVFAIL',
    /\bSERVFAIL\b|\bESERVFAIL\b|\brcode[ :=]{1,3}2\b|can't find \S{1,300}: Server failed|DNS server returned general failure|server misbehaving|DNS_ERROR_RCODE_SERVER_FAILURE|DNS server failure|WSANO_RECOVERY|(?:error|errno|code|#)[^\w]{0,12}(?:11003|9002)\b|^ {0,8}11003 {0,8}$/i,
    "*** dns1.contoso.test can't find contoso.test: Server failed",
  ),
  status(
    'dns-refused',
    'REFUSED',
    /\bstatus: ?REFUSED\b|\brcode[ :=]{1,3}(?:5\b|REFUSED\b)|can't find \S{1,300}: Query refused|not found: 5\(REFUSED\)|\bEREFUSED\b|DNS_ERROR_RCODE_REFUSED|^ {0,8}REFUSED {0,8}$|(?:error|code)[^\w]{0,12}9005\b/i,
    ';; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 4711',
  ),
  status(
    'dns-nodata',
    'NODATA',
    /\bNODATA\b|\bENODATA\b|\bEAI_NODATA\b|No address associated with (?:host)?name|DNS server returned answer with no data|No (?:mail exchanger|MX|A|AAAA|TXT|internet address)[^\n]{0,40} \(?records? available|\bhas no (?:MX|A|AAAA|TXT|PTR|SRV) record\b|type=\w{1,10}: Host found but no data record of requested type|WSANO_DATA|(?:error|errno|code|#)[^\w]{0,12}11004\b|^ {0,8}11004 {0,8}$|DNS_INFO_NO_RECORDS|no data record of requested type|valid name, no data record/i,
    'Host or domain name not found. Name service error for name=contoso.test type=MX: Host found but no data record of requested type',
  ),
  status(
    'dns-nxdomain',
    'NXDOMAIN',
    /\bNXDOMAIN\b|\brcode[ :=]{1,3}3\b|Non-existent domain|not found: 3\(|\bENOTFOUND\b|\bEAI_NONAME\b|Name or service not known|nodename nor servname provided|No such host is known|(?:dial tcp|lookup) [^\n]{1,200}: no such host|UnknownHostException|DNS name does not exist|DNS_ERROR_RCODE_NAME_ERROR|WSAHOST_NOT_FOUND|(?:error|errno|code|#)[^\w]{0,12}(?:11001|9003)\b|^ {0,8}11001 {0,8}$|getaddrinfo failed|H.te inconnu|Der angegebene Host ist unbekannt|type=\w{1,10}: Host not found(?!, try again)/i,
    "*** dns1.contoso.test can't find nosuch.test: Non-existent domain",
  ),
  status(
    'dns-bogus',
    'BOGUS',
    /\bDNSSEC\b[^\n]{0,60}(?:bogus|fail|invalid)|\bstatus: ?BOGUS\b|\bEDE: 6 \(DNSSEC Bogus\)/i,
    '; EDE: 6 (DNSSEC Bogus)',
  ),
  status('dns-truncated', 'TRUNCATED', /Truncated, retrying in TCP mode/i, ';; Truncated, retrying in TCP mode.'),
  code('FORMERR', 1),
  code('NOTIMP', 4),
  code('YXDOMAIN', 6),
  code('YXRRSET', 7),
  code('NXRRSET', 8),
  code('NOTAUTH', 9),
  code('NOTZONE', 10),
  code('BADVERS', 16),
  code('BADCOOKIE', 23),
];
