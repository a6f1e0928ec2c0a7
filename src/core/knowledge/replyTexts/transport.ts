import { act, again, probe } from '../steps.ts';
import type { ReplyText } from './replyText.ts';

/** Words about network, DNS, queues, the server itself and the dialogue. */
export const transportTexts: readonly ReplyText[] = [
  {
    name: 'null-mx',
    pattern:
      /\bnull ?MX\b|MX or SRV record indicated no SMTP service|domain (?:\S{1,200} )?does not accept (?:e?-?mail|mail) \(nullMX\)/i,
    sample: '556 5.1.10 Recipient address has null MX',
    reason: 'mail-not-accepted',
    meaning: 'The domain says in DNS that it takes no mail (null MX).',
    source: 'RFC 7505',
  },
  {
    name: 'dns-trouble',
    pattern:
      /Host not found, try again|DNS (?:error|failure|time-?out|lookup failed|server failure)|name server (?:failure|timeout|loop)|SERVFAIL|Temporary (?:DNS|name resolution)|Name server: .{1,200}: host name lookup failure/i,
    sample: '451 4.4.3 Name service error for name=contoso.test type=MX: Host not found, try again',
    reason: 'dns-failure',
    meaning: 'DNS gave no usable answer; that does not mean that the domain does not exist.',
    source: 'RFC 5321 5.1',
  },
  {
    name: 'host-not-found',
    pattern:
      /Host or domain name not found|Host not found(?!, try again)|host unknown|unknown (?:mail )?host|Name or service not known|domain (?:name )?(?:\S{1,200} )?(?:not found|does not exist|unknown)|no such (?:host|domain)|NXDOMAIN|no MX (?:record )?for|Unknown domain|Domain does not exist/i,
    sample: '550 5.1.2 Host or domain name not found. Name service error for name=nosuch.test type=A: Host not found',
    reason: 'domain-not-found',
    meaning: 'DNS knows no host for this domain.',
    source: ['RFC 5321 5.1', 'sendmail-code sendmail/deliver.c'],
  },
  {
    name: 'connection-refused',
    pattern: /Connection refused|actively refused|ECONNREFUSED|WSAECONNREFUSED/i,
    sample: '451 4.4.1 connect to mx1.contoso.test[192.0.2.1]:25: Connection refused',
    reason: 'connection-failed',
    meaning: 'The host answers, but nothing takes connections on this port, or a firewall refuses them.',
    source: 'errno ECONNREFUSED',
    actor: 'receiving admin',
    next: [
      probe('Check that the mail server runs and listens on this port.'),
      act('Check the firewall in front of it.'),
    ],
  },
  {
    name: 'no-route',
    pattern: /No route to host|Network is unreachable|Host is (?:unreachable|down)|EHOSTUNREACH|ENETUNREACH/i,
    sample: '451 4.4.1 connect to mx1.contoso.test[2001:db8::1]:25: Network is unreachable',
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
    pattern:
      /(?:message|mail|delivery) (?:has )?(?:expired|time(?:d)? ?(?:out|expired))|(?:giving up|could not be delivered|undelivered|undeliverable) (?:for|after) (?:more than )?\d{1,4} (?:hours?|days?)|status=expired/i,
    sample: '554 delivery expired',
    reason: 'expired',
    meaning: 'The message waited too long in a queue and was given up.',
    source: 'RFC 3463 X.4.7',
  },
  {
    name: 'idle-timeout',
    pattern:
      /(?<!retry )timeout exceeded|idle (?:time-?out|too long)|Timeout - closing connection|timeout waiting for (?:client )?(?:input|data|command)|no data received/i,
    sample: '421 4.4.2 mx4.contoso.test Error: timeout exceeded',
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
    pattern:
      /(?:connection|connect|operation|conversation with \S{1,200}) timed out|timed out while|ETIMEDOUT|did not (?:properly )?respond/i,
    sample: '451 4.4.1 connect to mx1.contoso.test[192.0.2.1]:25: Connection timed out',
    reason: 'connection-failed',
    meaning: 'The host did not answer in time: it is down, or a firewall drops the packets.',
    source: 'errno ETIMEDOUT',
  },
  {
    name: 'connection-lost',
    pattern:
      /(?:lost connection|connection (?:was )?(?:lost|dropped|reset|aborted|closed (?:unexpectedly|by (?:remote|foreign|peer)))|ECONNRESET|Broken pipe|remote (?:host|server) closed|unexpected(?:ly)? (?:closed|disconnect))/i,
    sample:
      '451 4.4.2 lost connection with mx1.contoso.test[192.0.2.1] while sending end of data -- message may be sent more than once',
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
    pattern:
      /mail (?:forwarding )?loop|(?:routing|possible) loop|loops? back to myself|too many hops|hop count|too many Received/i,
    sample: '554 5.4.6 Error: too many hops',
    reason: 'mail-loop',
    meaning: 'The message goes round in a circle between servers.',
    source: 'RFC 5321 6.3',
  },
  {
    name: 'bare-line-feed',
    pattern: /bare (?:newline|LF|line ?feeds?|<LF>)|unexpected newline/i,
    sample: '521 5.5.2 mx1.contoso.test Error: bare <LF> received',
    reason: 'message-malformed',
    meaning: 'The client ends lines with LF alone; servers refuse that to stop smuggled messages.',
    source: ['RFC 5321 2.3.8', 'postconf smtpd_forbid_bare_newline'],
    next: [act('Make the sending program end each line with CR LF.')],
  },
  {
    name: 'pipelining-not-supported',
    pattern: /Pipelining not supported/i,
    sample: '500 5.5.1 Invalid command: Pipelining not supported',
    reason: 'command-order',
    meaning: 'The client sent commands without waiting for the replies, and the server does not allow that.',
    source: 'RFC 2920',
    next: [act('Wait for each reply before the next command.')],
  },
  {
    name: 'talked-too-early',
    pattern:
      /SMTP protocol (?:error|violation)|(?:talked|spoke|sent|command) too early|before (?:the )?(?:greeting|banner)/i,
    holds: 'coded',
    sample: '554 5.5.1 SMTP protocol violation',
    reason: 'command-order',
    meaning: 'The client sent commands before the server asked for them.',
    source: ['RFC 2920 3.1', 'postscreen'],
    next: [act('Use a mail server or program that waits for the greeting and for each reply.')],
  },
  {
    name: 'smtputf8-missing',
    pattern:
      /SMTPUTF8 (?:is )?(?:required|not (?:supported|offered|available))|requires SMTPUTF8|non-ASCII addresses? (?:is |are )?not (?:permitted|allowed|supported)/i,
    sample: '550 5.6.7 SMTPUTF8 is required, but was not offered by host mx1.contoso.test[192.0.2.1]',
    reason: 'feature-missing',
    meaning: 'An address or header has letters beyond ASCII, and the next server does not take them.',
    source: 'RFC 6531',
    next: [act('Use addresses with plain ASCII letters.')],
  },
  {
    name: 'need-mail-first',
    pattern:
      /need (?:MAIL|RCPT)(?: \(\w{1,20}\))?(?: command| before)?|(?:MAIL|RCPT) first|no (?:recipient|sender) specified|sender (?:already|not yet) (?:specified|given)|nested MAIL/i,
    holds: 'coded',
    sample: '503 5.5.1 Error: need MAIL command',
    reason: 'command-order',
    meaning: 'The command before this one is missing or was refused.',
    source: 'RFC 5321 4.1.4',
  },
  {
    name: 'hello-first',
    pattern: /(?:send|polite people say|say|need) (?:HELO|EHLO|hello)(?:\/EHLO)?(?: first)?|(?:HELO|EHLO) first/i,
    holds: 'coded',
    sample: '503 5.5.1 Error: send HELO/EHLO first',
    reason: 'command-order',
    meaning: 'The server wants EHLO before this command; after STARTTLS it wants EHLO again.',
    source: ['RFC 5321 4.1.4', 'RFC 3207 4.2'],
    next: [act('Send EHLO first, and once more after STARTTLS.')],
  },
  {
    name: 'bad-sequence',
    pattern:
      /bad sequence of commands|command not allowed at this point|commands? out of (?:order|sequence)|Already identified|duplicate (?:HELO|EHLO)|already authenticated/i,
    sample: '503 5.5.1 Bad sequence of commands',
    reason: 'command-order',
    meaning: 'The command came at the wrong point of the session.',
    source: 'RFC 5321 4.1.4',
  },
  {
    name: 'bad-argument',
    pattern:
      /syntax error in (?:parameters|arguments)|(?:bad|invalid) (?:address )?syntax|malformed address|invalid address\b|invalid (?:command )?arguments?: |invalid domain name|bad (?:sender|recipient)(?:'s)? (?:mailbox )?address syntax|domain (?:name )?required/i,
    holds: 'coded',
    sample: '501 5.5.4 Invalid command arguments: Invalid domain name',
    reason: 'command-malformed',
    meaning: 'The argument of the command is wrong.',
    source: 'RFC 5321 4.2.2',
  },
  {
    name: 'command-unknown',
    pattern:
      /(?:command|verb) (?:not |un)(?:recogni[sz]ed|known|implemented|supported)|(?:un(?:recogni[sz]ed|known|implemented)|invalid|bad) (?:smtp )?command|command (?:is )?disabled|command rejected|syntax error, command/i,
    holds: 'coded',
    sample: '500 5.5.2 Error: command not recognized',
    reason: 'command-unknown',
    meaning: 'The server does not know this command or does not allow it.',
    source: 'RFC 5321 4.2.2, 4.2.4',
  },
  {
    name: 'system-full',
    pattern:
      /Insufficient (?:system )?(?:storage|disk space)|(?:no|not enough|low|out of) (?:free )?disk space|disk (?:is )?full|No space left|system (?:storage )?full/i,
    sample: '452 4.3.1 Insufficient system storage',
    reason: 'system-full',
    meaning: 'The receiving server has too little disk space.',
    source: ['RFC 3463 X.3.1', 'postconf queue_minfree'],
  },
  {
    name: 'server-configuration',
    pattern:
      /Server configuration (?:error|problem)|(?:incorrectly|mis) ?configured|configuration error|local configuration/i,
    holds: 'coded',
    sample: '451 4.3.5 Server configuration problem',
    reason: 'system-error',
    meaning: 'The receiving server is set up wrongly and cannot answer.',
    source: ['postfix-code src/smtpd/smtpd.c', 'RFC 3463 X.3.5'],
  },
  {
    name: 'queue-file-error',
    pattern:
      /queue file write error|queue (?:write )?(?:error|failure)|read error from|collect: (?:I\/O error|Cannot write)/i,
    sample: '451 4.3.0 Error: queue file write error',
    reason: 'system-error',
    meaning: 'The receiving server could not write the message into its queue.',
    source: 'postfix-code src/global/cleanup_strerror.c',
    next: [
      act('Check disk space, permissions and content filters of the receiving server.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'delivery-program',
    pattern:
      /Command (?:died|time limit exceeded)|(?:mail )?delivery program|LMTP error|local delivery (?:failed|error)|pipe to \S{1,200} (?:failed|returned)|Child process of|can'?t (?:create|write) (?:user )?(?:output|mailbox) file/i,
    sample: '550 5.3.0 Command died with status 1: "/usr/bin/procmail"',
    reason: 'delivery-program-failed',
    meaning: 'The program that puts mail into the mailbox failed.',
    source: ['postfix-code src/global/pipe_command.c', 'exim-code src/src/transports/pipe.c'],
  },
  {
    name: 'shutting-down',
    pattern: /shutting down|(?:under|in) maintenance|going down|restarting/i,
    holds: 'coded',
    sample: '421 4.3.2 <shut@contoso.test>: Recipient address rejected: Service shutting down, try again later',
    reason: 'server-busy',
    meaning: 'The server is shutting down or under maintenance.',
    source: 'RFC 5321 3.8',
  },
  {
    name: 'server-busy',
    pattern:
      /(?:server|system|service|host) (?:is )?(?:too |currently |temporarily )?(?:busy|overloaded|unavailable|not available)|(?:resources|service) (?:are |is )?temporarily unavailable|load (?:average )?(?:is )?too high|Service currently unavailable|(?:internal|temporary) (?:server|system) (?:error|failure|problem)|local error in processing/i,
    codes: [420, 421, 450, 451, 452, 453, 454],
    sample: '450 4.3.2 Service currently unavailable',
    reason: 'server-busy',
    meaning: 'The server has no room for this client at the moment; some servers say so to test a new client.',
    source: 'RFC 5321 4.2.3',
  },
  {
    name: 'try-again-later',
    pattern:
      /(?:please )?try (?:again|later)|come back (?:later|in)|temporarily (?:deferred|rejected|refused|blocked)|temporary (?:failure|local problem|reject(?:ion)?)|deferred\b/i,
    codes: [420, 421, 450, 451, 452, 453, 454],
    sample: '451 4.3.0 Please try again later',
    reason: 'server-busy',
    meaning: 'The server asks for a later try without a cause; greylisting often looks like this.',
    source: ['RFC 5321 4.2.1', 'RFC 6647 2.1'],
  },
  {
    name: 'queued-as',
    pattern:
      /\bqueued (?:as|for delivery|mail for delivery)\b|\bmessage accepted for delivery\b|OK id=\S{6,40}|\bqueued\. ?\[/i,
    holds: 'success',
    sample: '250 2.0.0 Ok: queued as 4F6bQ21Lz9z',
    reason: 'accepted',
    meaning:
      'The server has taken the message and is responsible for it: it must deliver it or report that it could not.',
    source: 'RFC 5321 4.2.5, 6.1',
    next: [act('Note the queue id in the reply: the receiving admin finds the message by it.')],
  },
  {
    name: 'status-sent',
    pattern: /\bstatus=sent\b|\bstat=Sent\b/i,
    holds: 'success',
    sample: 'to=<bob@contoso.test>, relay=mx1.contoso.test[192.0.2.1]:25, status=sent (delivered)',
    reason: 'accepted',
    meaning: 'This server has handed the message on, and the next one has taken it.',
    source: ['postfix-code src/global/log_adhoc.c', 'sendmail-code sendmail/deliver.c'],
    next: [act('Go on in the log of the server that the line names as relay.')],
  },
  {
    name: 'status-deferred',
    pattern: /\bstatus=deferred\b|\bstat=Deferred\b/i,
    sample: 'to=<bob@contoso.test>, relay=none, delay=3, status=deferred (unknown cause)',
    reason: 'server-busy',
    meaning: 'The message stays in the queue of this server and is tried again later.',
    source: ['postfix-code src/global/log_adhoc.c', 'sendmail-code sendmail/deliver.c'],
    retry: 'yes',
    next: [act('Read the words in brackets behind the status: they name the cause.')],
  },
  {
    name: 'status-bounced',
    pattern: /\bstatus=(?:bounced|undeliverable)\b/i,
    sample: 'to=<bob@contoso.test>, relay=none, status=bounced (unknown cause)',
    reason: 'unrecognized',
    meaning: 'The message was given up and returned to the sender.',
    source: 'postfix-code src/global/log_adhoc.c',
    actor: 'sending admin',
    next: [act('Read the words in brackets behind the status: they name the cause.')],
  },
];
