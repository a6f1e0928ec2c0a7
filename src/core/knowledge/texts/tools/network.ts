import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Numbers of one error: on Linux, the BSDs and macOS, and Solaris (`unix`), and of Windows Sockets. */
interface Numbers {
  readonly unix?: string;
  readonly windows?: string;
}

/** What announces a number of Windows Sockets; without it 10060 may be any number. */
const announced = '(?:error|errno|code|number|Fehler|Fehlercode|erreur|winsock|sockets?|WSA|#)[^\\w]{0,12}';

/** Name, numbers and words of an error of the socket layer as one pattern. */
function socketError(symbol: string, words: string, { unix, windows }: Numbers): RegExp {
  const parts = [`\\b(?:WSA)?${symbol}\\b`, words];
  if (unix !== undefined) parts.push(`\\b(?:errno|os error)[ =:#]{0,3}(?:${unix})\\b`, `\\bdefer \\((?:${unix})\\)`);
  if (windows !== undefined) {
    parts.push(`${announced}(?:${windows})\\b`, `\\((?:${windows})\\)`, `^ {0,8}(?:${windows})[.!]? {0,8}$`);
  }
  return new RegExp(parts.filter((part) => part !== '').join('|'), 'i');
}
const refusedConnection = socketError(
  'ECONNREFUSED',
  'Connection refused|actively refused|(?<![A-Za-z])ConnectException(?!: \\S{1,12} (?:timed out|route to|is unreachable))|der Zielcomputer die Verbindung verweigerte?|Verbindungsaufbau abgelehnt|ordinateur cible l.a express.ment refus.e|Connexion refus.e|equipo de destino deneg. expresamente|Conexi.n rehusada',
  { unix: '111|61|146', windows: '10061' },
);
const listening = probe.server('Check that the mail server runs and listens on this address and port.');
const local = act('Look in the log of this host for the cause.');

/** Errors of the network as the system, the language or the mail server prints them. */
export const networkErrors = ranked('system', [
  {
    name: 'nothing-listens-here',
    wins: ['econnrefused', 'telnet-could-not-open'],
    pattern: refusedConnection,
    also: /(?:\b(?:to|tcp|host(?:, port:)?|server|ECONNREFUSED|refused(?: it| by)?)|[(])["':= [(]{0,4}(?:localhost|127\.0\.0\.\d|::1\b)/i,
    reason: 'connection-failed',
    meaning: 'Nothing on this very machine takes connections on this port.',
    source: 'errno ECONNREFUSED',
    actor: 'sending admin',
    next: [listening, act('Check that address and port are the right ones.')],
  },
  {
    name: 'econnrefused',
    wins: ['telnet-could-not-open'],
    pattern: refusedConnection,
    reason: 'connection-failed',
    meaning: 'The host answers, but nothing takes connections on this port, or a firewall refuses them.',
    source: ['errno ECONNREFUSED', 'winsock 10061'],
    actor: 'receiving admin',
    next: [
      listening,
      act('Check the firewall in front of it.'),
      act('Check that address and port are the right ones.', 'sending admin'),
    ],
  },
  {
    name: 'etimedout',
    wins: ['unexpected-eof', 'telnet-could-not-open'],
    pattern: socketError(
      'ETIMEDOUT',
      '(?:connection|connect|operation) timed out|Connect timed out|dial tcp \\S{1,200}: i/o timeout|did not properly respond after a period of time|Gegenstelle nach einer bestimmten Zeitspanne nicht|Zeit.berschreitung der Verbindung|parti connect. n.a pas r.pondu|Connexion termin.e par expiration|la parte conectada no respondi.|Connection timeout',
      { unix: '110|60|145', windows: '10060' },
    ),
    reason: 'connection-failed',
    meaning:
      'The host did not answer in time: it is down, or a firewall drops the packets; many networks block port 25.',
    source: ['errno ETIMEDOUT', 'winsock 10060'],
    next: [
      probe.server('Test the connection to the host on port 25 from the sending server and from another network.'),
      act('Ask the provider of the sending server whether port 25 to the outside is blocked.'),
      probe.server('Check that the server is up and its firewall lets port 25 in.', 'receiving admin'),
    ],
  },
  {
    name: 'host-unreachable',
    pattern: socketError(
      'EHOSTUNREACH',
      'No route to host|Host is unreachable|NoRouteToHostException|Keine Route zum Zielrechner|unreachable host',
      {
        unix: '113|65|148',
        windows: '10065',
      },
    ),
    reason: 'connection-failed',
    meaning: 'There is no network path to this host, or a firewall says so.',
    source: ['errno EHOSTUNREACH', 'winsock 10065'],
    next: [
      act('Check routing and firewall of the sending server.'),
      probe('For an IPv6 address, check that IPv6 works there at all.'),
      probe.server('Check that the host is up.', 'receiving admin'),
    ],
  },
  {
    name: 'network-unreachable',
    pattern: socketError(
      'ENETUNREACH',
      'Network is unreachable|Das Netzwerk ist nicht erreichbar|unreachable network',
      {
        unix: '101|51|128',
        windows: '10051',
      },
    ),
    reason: 'connection-failed',
    meaning: 'The sending host has no route to this network; with an IPv6 address it mostly has no IPv6 at all.',
    source: ['errno ENETUNREACH', 'winsock 10051'],
    actor: 'sending admin',
    next: [
      act('Check the default route of the sending server.'),
      act('If it has no IPv6, switch IPv6 off in the mail server.'),
    ],
  },
  {
    name: 'connection-reset',
    wins: ['broken-pipe'],
    pattern: socketError(
      'ECONNRESET',
      'Connection reset|forcibly closed by the remote host|Verbindung wurde vom Remotehost geschlossen|Verbindungsaufbau abgelehnt|Connection was reset|socket hang up',
      { unix: '104|54|131', windows: '10054' },
    ),
    reason: 'connection-failed',
    meaning: 'The other side, or a firewall between, cut the connection.',
    source: ['errno ECONNRESET', 'winsock 10054'],
    next: [
      act('Look in the log of the other server at this time.'),
      act('Check firewalls and filters that inspect SMTP between the two hosts.'),
    ],
  },
  {
    name: 'connection-aborted',
    pattern: socketError('ECONNABORTED', 'Software caused connection abort|established connection was aborted', {
      unix: '103|53|130',
      windows: '10053',
    }),
    reason: 'connection-failed',
    meaning:
      'A program on the own host cut the connection, such as a virus scanner or a firewall, or the data timed out.',
    source: ['errno ECONNABORTED', 'winsock 10053'],
    actor: 'sending admin',
    next: [act('Check virus scanner and firewall on this host.'), act('Look for timeouts before it in the log.')],
  },
  {
    name: 'broken-pipe',
    pattern: socketError('EPIPE', 'Broken pipe', { unix: '32' }),
    reason: 'connection-failed',
    meaning: 'The other side had closed the connection already when this side wrote to it.',
    source: 'errno EPIPE',
    next: [act('Look at the lines before it, and in the log of the other server, for why it closed.')],
  },
  {
    name: 'network-reset',
    pattern: socketError('ENETRESET', 'Network dropped connection', { unix: '102|52', windows: '10052' }),
    reason: 'connection-failed',
    meaning: 'The network dropped the connection.',
    source: ['errno ENETRESET', 'winsock 10052'],
  },
  {
    name: 'network-down',
    pattern: socketError('ENETDOWN', 'Network is down', { unix: '100|50', windows: '10050' }),
    reason: 'connection-failed',
    meaning: 'The network interface of the own host is down.',
    source: ['errno ENETDOWN', 'winsock 10050'],
    actor: 'sending admin',
    next: [act('Check the network interface and the cable of this host.')],
  },
  {
    name: 'host-down',
    pattern: socketError('EHOSTDOWN', 'Host is down', { unix: '112|64|147', windows: '10064' }),
    reason: 'connection-failed',
    meaning: 'The other host does not answer on the local network.',
    source: ['errno EHOSTDOWN', 'winsock 10064'],
    next: [probe.server('Check that the host is switched on and has this address.')],
  },
  {
    name: 'address-in-use',
    pattern: socketError('EADDRINUSE', 'Address already in use|Only one usage of each socket address', {
      unix: '98|48|125',
      windows: '10048',
    }),
    reason: 'service-failed',
    meaning: 'Another program holds this port already, so the mail server cannot listen there.',
    source: ['errno EADDRINUSE', 'winsock 10048'],
    actor: 'receiving admin',
    next: [act('Find the program that listens on the port (ss -ltnp, netstat -abn) and stop one of the two.')],
  },
  {
    name: 'address-not-available',
    pattern: socketError(
      'EADDRNOTAVAIL',
      "Cannot assign requested address|Can't assign requested address|requested address is not valid in its context",
      {
        unix: '99|49|126',
        windows: '10049',
      },
    ),
    reason: 'connection-failed',
    meaning:
      'The address is none of this host: the mail server is set to send from or listen on an address that is gone.',
    source: ['errno EADDRNOTAVAIL', 'winsock 10049'],
    actor: 'sending admin',
    next: [act('Compare the addresses of the host with the bind settings of the mail server.')],
  },
  {
    name: 'socket-permission',
    pattern: socketError(
      'EACCES',
      'access a socket in a way forbidden|socket: Permission denied|connect[^\\n]{0,100}: Permission denied',
      { windows: '10013' },
    ),
    reason: 'connection-failed',
    meaning:
      'The own system forbids the connection: a firewall or virus scanner on this host, or missing rights for the port.',
    source: ['errno EACCES', 'winsock 10013'],
    actor: 'sending admin',
    next: [act('Check firewall and virus scanner on this host: many block port 25 for all programs but mail servers.')],
  },
  {
    name: 'no-buffers',
    pattern: socketError('ENOBUFS', 'No buffer space available|lacked sufficient buffer space', {
      unix: '105|55',
      windows: '10055',
    }),
    reason: 'system-error',
    meaning: 'The own system has run out of network buffers or ports.',
    source: ['errno ENOBUFS', 'winsock 10055'],
    actor: 'sending admin',
    next: [act('Count the open connections of this host.'), local],
  },
  {
    name: 'too-many-files',
    pattern: socketError('E[MN]FILE', 'Too many open files', { unix: '23|24', windows: '10024' }),
    reason: 'system-error',
    meaning: 'The mail server has reached the limit of open files and connections.',
    source: ['errno EMFILE', 'winsock 10024'],
    actor: 'receiving admin',
    next: [
      act('Raise the limit of open files for the service.'),
      act('Look for a program that leaves connections open.'),
    ],
  },
  {
    name: 'not-connected',
    pattern: socketError('ENOTCONN', 'socket is not connected', { unix: '107|57', windows: '10057' }),
    reason: 'connection-failed',
    meaning: 'The connection was gone already; the error before it says why.',
    source: ['errno ENOTCONN', 'winsock 10057'],
    next: [act('Look at the lines before it for the first error.')],
  },
  {
    name: 'socket-shut-down',
    pattern: socketError('ESHUTDOWN', 'Cannot send after (?:socket|transport endpoint) shutdown', {
      unix: '108|58',
      windows: '10058',
    }),
    reason: 'connection-failed',
    meaning: 'This side had closed the connection already; the error before it says why.',
    source: ['errno ESHUTDOWN', 'winsock 10058'],
    next: [act('Look at the lines before it for the first error.')],
  },
  {
    name: 'message-too-long-for-socket',
    pattern: socketError('EMSGSIZE', '', { unix: '90', windows: '10040' }),
    reason: 'connection-failed',
    meaning: 'A packet was larger than the network takes.',
    source: ['errno EMSGSIZE', 'winsock 10040'],
    actor: 'sending admin',
    next: [act('Check the MTU of the network path.')],
  },
  {
    name: 'address-family',
    pattern: socketError('EAFNOSUPPORT', 'Address family not supported', { unix: '97|47', windows: '10047' }),
    reason: 'connection-failed',
    meaning: 'The host has no IPv6, or no IPv4, but was told to use it.',
    source: ['errno EAFNOSUPPORT', 'winsock 10047'],
    actor: 'sending admin',
    next: [act('Switch the protocol off in the mail server, or on in the system.')],
  },
  {
    name: 'no-space-left',
    pattern: /\bENOSPC\b|\b(?:errno|os error)[ =:#]{0,3}28\b/i,
    reason: 'system-full',
    meaning: 'The disk of this host is full.',
    source: 'errno ENOSPC',
    actor: 'receiving admin',
    next: [act('Free disk space on the volume of the mail queue.')],
  },
  {
    name: 'unexpected-eof',
    pattern:
      /\bSMTPServerDisconnected\b|Connection unexpectedly closed|EOFException|unexpected EOF\b(?! while reading)|(?:^|[:=] ?["']?)EOF["']?(?: |$)|\bEarlyEof\b|\[EOF\]/i,
    reason: 'connection-failed',
    meaning: 'The server closed the connection without a goodbye.',
    source: ['RFC 5321 3.8, 4.1.1.10', 'python-smtplib'],
    next: [
      act('Look in the log of the other server at this time.'),
      act.server(
        'Check that port and encryption fit together: 465 wants TLS from the start, 587 and 25 want STARTTLS.',
      ),
    ],
  },
  {
    name: 'got-nothing',
    pattern:
      /\bgot code \\{0,3}["']{2}|\bgot code \\{1,3}"\\{1,3}"|\bbut got an empty response|could not handle SMTP server response|\[SMTP: Invalid response code received from server \(code: -1, response: ?\)/i,
    reason: 'connection-failed',
    meaning: 'The server gave no answer: it closed the connection, or is stuck, or wants another kind of encryption.',
    source: ['RFC 5321 3.8, 4.5.3.2'],
    actor: 'sending admin',
    next: [
      act('Look in the log of the other server at this time.', 'receiving admin'),
      act.server(
        'Check that port and encryption fit together: 465 wants TLS from the start, 587 and 25 want STARTTLS.',
      ),
    ],
  },
  {
    name: 'telnet-could-not-open',
    pattern:
      /Could not open connection to the host, on port|Could not connect to SMTP host|Couldn't connect to host|Unable to connect to (?:the )?(?:remote (?:host|server)|SMTP server)|Verbindungsfehler beim Verbinden|Verbindung mit dem Remoteserver kann nicht hergestellt werden|Impossible de se connecter au serveur distant|No es posible conectar(?:se)? con el servidor remoto|Impossibile effettuare la connessione al server remoto|Impossível conectar-se ao servidor remoto|无法连接到远程服务器|TcpTestSucceeded *: *False/i,
    reason: 'connection-failed',
    meaning: 'No connection could be opened; the text does not say whether it was refused or not answered.',
    source: ['ms-telnet', 'jakarta-mail'],
    next: [
      probe.server('Test the connection from another network.'),
      act('Ask the provider of the sending host whether port 25 to the outside is blocked.'),
      probe.server('Check that the server is up and its firewall lets the port in.', 'receiving admin'),
    ],
  },
]);
