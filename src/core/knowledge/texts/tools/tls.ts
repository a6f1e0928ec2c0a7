import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const versions = probe.server(
  'Compare which TLS versions and ciphers both sides allow; TLS 1.2 and 1.3 should be among them.',
);

/** Failures of the TLS handshake as libraries and mail servers print them. */
export const tlsErrors = ranked('tool', [
  {
    name: 'tls-wrong-port',
    pattern:
      /wrong version number|WRONG_VERSION_NUMBER|(?:SSL routines|SSL23_GET_SERVER_HELLO)[^\n]{0,60}unknown protocol|first record does not look like a TLS handshake|Unrecognized SSL message, plaintext connection|plaintext connection\?|SSL_ERROR_RX_RECORD_TOO_LONG|unexpected packet format|An unexpected TLS packet was received|Unsupported or unrecognized SSL message|packet length too long|\bhttp request\b[^\n]{0,40}SSL|record layer failure|corrupted frame|frame size larger than the inner stream/i,
    reason: 'tls-failed',
    meaning: 'What came was no TLS: mostly the client began TLS at once on a port that wants STARTTLS.',
    source: ['openssl-err', 'RFC 8314 3.3', 'RFC 3207 4'],
    actor: 'sending admin',
    next: [
      act('Use TLS from the start on port 465 only, and STARTTLS on ports 587 and 25.'),
      act('Check for a proxy or firewall that answers in place of the server.'),
    ],
  },
  {
    name: 'openssl-own-command',
    wins: ['tls-version'],
    pattern: /SSL_renegotiate\b[^\n]{0,40}wrong ssl version/i,
    reason: 'tls-failed',
    meaning:
      'A capital R at the beginning of a line is a command to openssl itself (it renegotiates TLS): the line never reached the server.',
    source: 'openssl-client',
    actor: 'sending admin',
    next: [act('Type the command in small letters (rcpt to:<…>), or start openssl with -quiet.')],
  },
  {
    name: 'tls-version',
    pattern:
      /unsupported protocol|UNSUPPORTED_PROTOCOL|no protocols available|version too low|unsupported (?:SSL|TLS) version|SSL_ERROR_UNSUPPORTED_VERSION|No appropriate protocol|protocol is disabled or cipher suites are inappropriate|tls: (?:client offered only unsupported versions|server selected unsupported protocol version|protocol version not supported)|illegal or unsupported version|wrong ssl version|SEC_E_UNSUPPORTED_FUNCTION|0x80090302|requested function is not supported|unsupported or unrecognized protocol|\b(?:TLS|SSL) ?v?[123](?:\.\d)? (?:is |was )?not (?:supported|available)/i,
    reason: 'tls-failed',
    meaning: 'The two sides have no TLS version in common: one is too old, or the other allows only new ones.',
    source: ['openssl-err', 'RFC 8996', 'sspi', 'java-jsse'],
    next: [versions, act('Update the device or program that knows only TLS 1.0 or 1.1.')],
  },
  {
    name: 'tls-ciphers',
    pattern:
      /no shared cipher|NO_SHARED_CIPHER|no ciphers? (?:available|match)|SSL_ERROR_NO_CYPHER_OVERLAP|no cipher suites in common|No supported cipher suites|Could not negotiate a supported cipher suite|SEC_E_ALGORITHM_MISMATCH|0x80090331|do not possess a common algorithm|no suitable (?:key share|signature algorithm)|no (?:shared|common) signature algorithms?|legacy sigalg disallowed|tls: no cipher suite supported by both|encryption algorithm is not supported|NO_SUITABLE_\w{1,30}/i,
    reason: 'tls-failed',
    meaning: 'The two sides have no cipher in common; a server without a usable certificate says so, too.',
    source: ['openssl-err', 'sspi'],
    next: [versions, act.server('Check that the server has a certificate and its key.')],
  },
  {
    name: 'tls-dh-key',
    pattern:
      /dh key too small|DH_KEY_TOO_SMALL|Diffie-Hellman prime sent by the server is not acceptable|SSL_ERROR_WEAK_SERVER_EPHEMERAL_DH_KEY|Could not generate DH keypair|Prime size must be multiple|modulus too small|bad dh (?:p )?(?:value|length)/i,
    reason: 'tls-failed',
    meaning: 'The server offers a Diffie-Hellman key that is too short to be safe.',
    source: ['openssl-err', 'RFC 7919'],
    next: [act('Use Diffie-Hellman parameters of 2048 bits or more on the server, or ECDHE alone.')],
  },
  {
    name: 'tls-renegotiation',
    pattern:
      /unsafe legacy renegotiation disabled|UNSAFE_LEGACY_RENEGOTIATION|Safe renegotiation failed|SSL_ERROR_UNSAFE_NEGOTIATION/i,
    reason: 'tls-failed',
    meaning: 'The other side has a TLS library that is too old to negotiate safely.',
    source: ['openssl-err', 'RFC 5746'],
    next: [act('Bring the TLS library of the other side up to date.')],
  },
  {
    name: 'tls-not-offered',
    pattern:
      /STARTTLS (?:is required but|required,? but)|TLS is required, but was not offered|host did not offer STARTTLS|STARTTLS (?:extension |command )?(?:is )?not (?:supported|offered|available|advertised)|does ?n.t support STARTTLS|server does not (?:offer|support) (?:STARTTLS|TLS)/i,
    reason: 'tls-required',
    meaning: 'This side insists on TLS, and the other one does not offer STARTTLS, or a firewall takes the offer away.',
    source: ['RFC 3207 4, 6', 'postfix-tls'],
    actor: 'receiving admin',
    next: [
      act.server('Switch STARTTLS on in the receiving server.'),
      probe.server('Check for a firewall that hides STARTTLS in the answer to EHLO (a row of X or * tells it).'),
      act('Allow this domain without TLS if that is acceptable.', 'sending admin'),
    ],
  },
  {
    name: 'tls-engine',
    pattern:
      /our TLS engine is unavailable|TLS engine unavailable|disabling TLS support|TLS not available due to (?:local problem|temporary reason)|TLS currently unavailable|SEC_E_NO_CREDENTIALS|0x8009030E|No credentials are available in the security package/i,
    reason: 'tls-failed',
    meaning: 'The own TLS does not work: mostly a certificate or key file cannot be read.',
    source: ['postfix-tls', 'RFC 3207 4', 'sspi'],
    next: [
      act('Look for the first TLS warning in the log after the start of the server.'),
      act('Check path and rights of certificate and key.'),
    ],
  },
  {
    name: 'tls-closed-in-handshake',
    pattern:
      /unexpected eof while reading|\bSSL: (?:Connection reset|Connection timed out|Handshake timed out|crypto enabling timeout)|UNEXPECTED_EOF_WHILE_READING|Remote host (?:closed|terminated) (?:the )?(?:connection during )?handshake|TLS connection was non-properly terminated|closed the transport stream|EOF occurred in violation of protocol|SSL_(?:connect|accept) error [^\n]{1,200}(?:lost connection|Connection (?:reset|timed out))|SSL_ERROR_SYSCALL|PR_END_OF_FILE_ERROR|Client network socket disconnected before secure TLS|TLS packet with unexpected length|handshake: EOF|ssl handshake [^\n]{0,40}closed/i,
    reason: 'tls-failed',
    meaning:
      'The connection was cut during the TLS handshake: the other side did not like it, or a firewall stands between.',
    source: ['openssl-err', 'RFC 8446 6.1', 'postfix-code src/smtp/smtp_trouble.c'],
    next: [
      versions,
      act('Look in the log of the other side at this time.'),
      act('Switch off inspection of TLS in firewalls between the two hosts.'),
    ],
  },
  {
    name: 'tls-damaged',
    pattern:
      /decryption failed or bad record mac|DECRYPTION_FAILED_OR_BAD_RECORD_MAC|SEC_E_(?:MESSAGE_ALTERED|DECRYPT_FAILURE)|0x8009030F|0x80090330|Decryption has failed|SSL_ERROR_BAD_MAC_READ/i,
    reason: 'tls-failed',
    meaning: 'A TLS record arrived damaged, or the keys of the two sides differ.',
    source: ['openssl-err', 'RFC 8446 5.2', 'sspi'],
    next: [
      act('Check firewalls and filters that inspect TLS between the two hosts.'),
      act('Bring the TLS library on both sides up to date.'),
    ],
  },
  {
    name: 'tls-illegal-message',
    pattern:
      /SEC_E_(?:ILLEGAL_MESSAGE|INVALID_TOKEN)|0x80090326|0x80090308|message received was unexpected or badly formatted|token supplied to the function is invalid/i,
    reason: 'tls-failed',
    meaning:
      'Windows could not make sense of what came in the TLS handshake: it was an alert, no TLS at all, or of a version that is off.',
    source: 'sspi',
    next: [versions, act.server('Check that port and encryption fit together: TLS from the start on 465 only.')],
  },
  {
    name: 'tls-clock',
    pattern: /SEC_E_TIME_SKEW|0x80090324|clocks on the client and server (?:machines|computers) are skewed/i,
    reason: 'tls-failed',
    meaning: 'The clocks of the two hosts differ too much.',
    source: 'sspi',
    next: [act('Set the clocks of both hosts.')],
  },
  {
    name: 'tls-client-certificate',
    pattern:
      /peer did not return a certificate|PEER_DID_NOT_RETURN_A_CERTIFICATE|No client certificate (?:presented|provided)|client didn't provide a certificate/i,
    reason: 'tls-failed',
    meaning: 'The server wants a certificate of the client and got none.',
    source: ['openssl-err', 'RFC 8446 4.4.2.4'],
    actor: 'sending admin',
    next: [act('Give the client a certificate, or switch the demand off on the server.')],
  },
  {
    name: 'tls-setup-failed',
    vague: true,
    pattern:
      /Could not convert socket to TLS|(?:TLS|SSL) (?:handshake (?:failed|failure|error)|negotiation (?:failed|error)|connection (?:failed|error)|library problem|session failed|setup failed)|Cannot start TLS|SSL_(?:connect|accept) error|SSLHandshakeException|handshake failed\b|tls: handshake|SSLError|TLS error on connection|error:[0-9A-F]{8}:SSL routines|SEC_E_INTERNAL_ERROR|0x80090304|AuthenticationException|STARTTLS (?:failed|negotiation failed)/i,
    reason: 'tls-failed',
    meaning: 'The TLS handshake failed; the line gives no further cause.',
    source: ['RFC 8446 4', 'RFC 3207 4.1'],
    next: [
      act('Look for the cause in the lines around this one, and in the log of the other side.'),
      versions,
      probe.server('Check the certificate of the server: its dates, its names and its chain.'),
    ],
  },
  {
    name: 'tls-at-once-on-587',
    pattern: /\b(?:ssl|smtps|tls):\/\/[\w.-]{1,255}:(?:587|25|2525)\b/i,
    reason: 'tls-failed',
    meaning: 'The program begins TLS at once on a port that starts without it and wants STARTTLS.',
    source: ['RFC 8314 3.3', 'RFC 3207 4'],
    actor: 'sending admin',
    confidence: 'medium',
    next: [act('Use port 465 with TLS from the start, or STARTTLS (tls://, “STARTTLS”) on port 587.')],
  },
]);
