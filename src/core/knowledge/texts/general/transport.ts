import { act, probe, queueRetries } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of notices about the way to the host. */
export const transportPhrases = ranked('phrase', [
  {
    name: 'notice-given-up',
    pattern:
      /Could not deliver for the last \d{1,10} seconds|was not delivered within \d{1,5} days? and|Envelope expired|all hosts (?:for '[^'\n]{1,255}' )?have been failing for a long time|Delivery failed \d{1,5} attempts|after multiple retries, giving up|aborted after \d{1,6}(?:\.\d{1,3})? hours?\b|aborted after \d{1,6}(?:\.\d{1,3})? hour\(s\)/i,
    reason: 'expired',
    meaning: 'The message waited in the queue as long as it may and was given up.',
    source: [
      'dma-code dma.c',
      'opensmtpd-code queue.c',
      'exim-code src/src/transports/smtp.c',
      'sisimai Lhost/EZweb.pm',
    ],
  },
  {
    name: 'notice-no-exchanger',
    pattern:
      /No mx (?:record )?found for (?:the )?domain|No MX found for destination|couldn'?t find a mail exchanger or IP address/i,
    reason: 'domain-not-found',
    meaning: 'DNS names no host that takes mail for the domain of the recipient.',
    source: ['opensmtpd-code mta.c', 'qmail-code qmail-remote.c'],
    sisimai: 'notaccept',
  },
  {
    name: 'notice-host-not-found',
    pattern:
      /DNS lookup failure: host \S{1,255} not found|(?:because )?the domain is not reachable\. Please check the domain|Illegal host\/domain name found|couldn'?t find any host (?:by that name|named)|\b5\.4\.4 {1,3}Invalid domain/i,
    reason: 'domain-not-found',
    meaning: 'DNS names no host that takes mail for the domain of the recipient.',
    source: ['dma-code net.c', 'qmail-code qmail-remote.c', 'sisimai Lhost/MessagingServer.pm'],
  },
  {
    name: 'notice-connect-refused',
    pattern:
      /did not accept our requests to connect|Network error on destination MXs|Remote host is not responding|\bHost not reachable\b/i,
    reason: 'connection-failed',
    meaning: 'No connection to any mail host of the recipient came about.',
    source: ['opensmtpd-code mta.c', 'sisimai Lhost/Gmail.pm', 'sisimai Lhost/Zoho.pm'],
  },
  {
    name: 'notice-computer-unreachable',
    pattern: /\bdestination computer was\s{1,4}not\s{1,4}reachable\b|\bHost \S{1,255} is not responding\b/i,
    reason: 'connection-failed',
    meaning: 'The mailer reached no mail host of the recipient as long as it tried.',
    source: 'sisimai Lhost/MessagingServer.pm',
  },
  {
    name: 'notice-computer-not-found',
    pattern:
      /\bdestination computer was\s{1,4}not\s{1,4}found\b|\bDNS records for the destination\s{1,4}computer could not be found\b/i,
    reason: 'domain-not-found',
    meaning: 'DNS names no host that takes mail for the domain of the recipient.',
    source: 'sisimai Lhost/MessagingServer.pm',
  },
  {
    name: 'notice-gateway',
    pattern: /Could not find a gateway for/i,
    reason: 'routing-failed',
    meaning: 'The mailer has no way to the next server for this address.',
    source: 'sisimai Lhost/X3.pm',
  },
]);

/** Words about the way to the host: DNS, connections, loops, time. */
export const transportTexts = ranked('transport', [
  {
    name: 'null-mx',
    wins: ['dns-trouble', 'host-not-found'],
    pattern:
      /\bnull ?MX\b|MX or SRV record indicated no SMTP service|domain (?:\S{1,200} )?does not accept (?:e?-?mail|mail) \(nullMX\)/i,
    reason: 'mail-not-accepted',
    meaning: 'The domain says in DNS that it takes no mail (null MX).',
    source: 'RFC 7505',
  },
  {
    name: 'dns-trouble',
    wins: ['host-not-found'],
    belowTools: true,
    pattern:
      /Host not found, try again|DNS (?:error|failure|time-?out|lookup failed|server failure)|name server (?:failure|timeout|loop)|SERVFAIL|Temporary (?:DNS|name resolution)|Name server: .{1,200}: host name lookup failure|host map: lookup \([^()]{1,255}\): deferred/i,
    also: /^(?![^\n]{0,400}\b(?:SPF|DKIM|DMARC|PTR|reverse|HELO|EHLO)\b)/i,
    reason: 'dns-failure',
    meaning: 'DNS gave no usable answer; that does not mean that the domain does not exist.',
    source: 'RFC 5321 5.1',
  },
  {
    name: 'host-not-found',
    belowTools: true,
    pattern:
      /Host or domain name not found|Host not found(?!, try again)|host unknown|unknown (?:mail )?host|domain (?:name )?(?:\S{1,200} )?(?:not found|does not exist|unknown)|no such (?:host|domain)|NXDOMAIN|no MX (?:record )?for|Unknown domain|Domain does not exist/i,
    also: /^(?![^\n]{0,400}(?:\bsender\b|\bMAIL FROM\b|\bHELO\b|return[ -]path|envelope from|\byour domain\b|(?:from|accept) \w{0,12} {0,1}unknown hosts?))/i,
    reason: 'domain-not-found',
    confidence: 'medium',
    meaning: 'DNS knows no host for this domain.',
    source: ['RFC 5321 5.1', 'sendmail-code sendmail/deliver.c'],
  },
  {
    name: 'connection-refused',
    wins: ['expired'],
    belowTools: true,
    pattern: /Connection refused(?! (?:by|due|because|from|for)\b)|actively refused|ECONNREFUSED|WSAECONNREFUSED/i,
    // In words of a server that answers with 5yz, no socket was refused.
    also: /^(?!5\d\d )|connect(?:ing)? to |ECONNREFUSED|actively refused|\b10061\b/i,
    reason: 'connection-failed',
    meaning: 'The host answers, but nothing takes connections on this port, or a firewall refuses them.',
    source: 'errno ECONNREFUSED',
    actor: 'receiving admin',
    next: [
      probe.server('Check that the mail server runs and listens on this port.'),
      act('Check the firewall in front of it.'),
    ],
  },
  {
    name: 'no-route',
    pattern: /No route to host|Network is unreachable|Host is (?:unreachable|down)|EHOSTUNREACH|ENETUNREACH/i,
    reason: 'connection-failed',
    meaning: 'There is no network path to the host.',
    source: 'errno ENETUNREACH and EHOSTUNREACH',
    actor: 'sending admin',
    next: [
      act('Check routing and firewall of the sending server.'),
      probe('For an IPv6 address, check that IPv6 works there at all.'),
    ],
  },
  {
    name: 'expired',
    wins: ['connection-timed-out'],
    pattern:
      /(?:message|mail|delivery) (?:has )?(?:expired|time(?:d)? ?(?:out|expired))|(?:giving up|could not be delivered|undelivered|undeliverable) (?:for|after) (?:more than )?\d{1,4} (?:hours?|days?)|could not be delivered for too long|status=expired/i,
    reason: 'expired',
    meaning: 'The message waited too long in a queue and was given up.',
    source: 'RFC 3463 X.4.7',
  },
  {
    name: 'still-queued',
    wins: ['expired'],
    pattern: /could not be delivered for more than \d{1,4} (?:hour|day)(?:\(s\)|s?\.? It will be retried)/i,
    reason: 'expired',
    meaning: 'The message still waits in the queue.',
    source: 'RFC 3463 X.4.7',
    actor: 'nobody',
    retry: 'yes',
    next: [queueRetries],
  },
  {
    name: 'idle-timeout',
    pattern:
      /(?<!retry )timeout exceeded|idle (?:time-?out|too long)|Timeout - closing connection|timeout waiting for (?:client )?(?:input|data|command)|no data received/i,
    reason: 'connection-failed',
    meaning: 'The server waited too long for the next command or for data and closed the connection.',
    source: 'RFC 5321 4.5.3.2',
    next: [
      act('Check for a scanner or a slow link that delays the message on the sending side.'),
      act('Check that large packets get through (MTU) if it happens only with long messages.'),
    ],
  },
  {
    name: 'connection-timed-out',
    wins: ['connection-lost'],
    belowTools: true,
    pattern:
      /(?:connection|connect|operation|conversation with \S{1,200}) timed out|timed out while|ETIMEDOUT|did not (?:properly )?respond/i,
    reason: 'connection-failed',
    meaning: 'The host did not answer in time: it is down, or a firewall drops the packets.',
    source: 'errno ETIMEDOUT',
  },
  {
    name: 'connection-lost',
    belowTools: true,
    pattern:
      /(?:lost connection|connection (?:was )?(?:lost|dropped|reset|aborted|closed (?:unexpectedly|by (?:remote|foreign|peer)))|ECONNRESET|Broken pipe|reply: read error from|remote (?:host|server) closed|unexpected(?:ly)? (?:closed|disconnect))/i,
    reason: 'connection-failed',
    meaning: 'The connection broke before the work was done.',
    source: ['postfix-code src/smtp/smtp_trouble.c', 'errno ECONNRESET'],
    next: [
      act('Look in the log of the other server at this time.'),
      act('Check firewalls and filters that inspect SMTP between the two hosts.'),
    ],
  },
  {
    name: 'mail-loop',
    pattern: /mail (?:forwarding )?loop|(?:routing|possible) loop|too many hops|hop count|too many Received/i,
    reason: 'mail-loop',
    meaning: 'The message goes round in a circle between servers.',
    source: 'RFC 5321 6.3',
  },
]);
