import { act, again, probe } from '../../steps.ts';
import { ranked, type TextRow } from '../replyText.ts';

interface Alert extends Pick<TextRow, 'meaning' | 'next' | 'actor' | 'wins'>, Partial<Pick<TextRow, 'source'>> {
  readonly number: number;
  /** As RFC 8446 6 writes it. */
  readonly name: string;
  /** Other protocols have the same word, so that the name alone says nothing. */
  readonly shared?: true;
  /** A pattern for further words. */
  readonly alias?: string;
}

/** A TLS alert by name and number. The side that prints it mostly got it from the other one. */
function alert({ number, name, shared, alias, ...row }: Alert): TextRow {
  const words = name.replaceAll('_', '[ _-]?');
  // `bad certificate status response` is an alert of its own.
  const named = `(?:\\balert|remote error: tls|tls: remote error|Description|fatal|SSL_ERROR)[:_ ,(]{1,3}${words}\\b(?! status)|${words}_ALERT\\b`;
  const numbered = `\\balert(?: number| code(?: is)?| was (?:received|generated):) ?${number}(?!\\d)|\\balert:? [[(]?${number}[\\]):]`;
  // An underscored name alone is an alert, unless other protocols have the same word.
  const alone = shared ? '' : `|\\b${name}\\b`;
  const further = alias === undefined ? '' : `|${alias}`;
  return {
    name: `tls-alert-${name.replaceAll('_', '-')}`,
    pattern: new RegExp(`${named}|${numbered}${alone}${further}`, 'i'),
    reason: 'tls-failed',
    source: 'RFC 8446 6',
    actor: 'receiving admin',
    ...row,
  };
}

const versions = probe.server(
  'Compare which TLS versions and ciphers both sides allow; TLS 1.2 and 1.3 should be among them.',
);
const chain = act.server(
  'Install the certificate with all its intermediate certificates on the side that it belongs to.',
);
const ours = probe.server('Check the certificate that the side shows which got the alert: its dates, names and chain.');
const broken = act('Check firewalls and filters that inspect TLS between the two hosts.');
const upToDate = act('Bring the TLS library on both sides up to date.');

/** The alerts of TLS. */
export const tlsAlerts = ranked('tool', [
  alert({
    number: 10,
    name: 'unexpected_message',
    meaning: 'One side got a TLS message that does not belong at this point.',
    next: [broken, upToDate],
  }),
  alert({
    number: 20,
    name: 'bad_record_mac',
    meaning: 'A TLS record arrived damaged, or the keys of the two sides differ.',
    next: [broken, upToDate],
  }),
  alert({
    number: 21,
    name: 'decryption_failed',
    meaning: 'A TLS record could not be decrypted.',
    next: [broken, upToDate],
  }),
  alert({
    number: 22,
    name: 'record_overflow',
    meaning: 'A TLS record was too long; often the data was no TLS at all.',
    next: [broken],
  }),
  alert({
    number: 30,
    name: 'decompression_failure',
    meaning: 'A compressed TLS record could not be read.',
    source: 'RFC 5246 7.2',
    next: [upToDate],
  }),
  alert({
    number: 40,
    name: 'handshake_failure',
    alias: 'sslv3 alert handshake failure',
    meaning: 'The two sides found no TLS settings that both accept: version, cipher, or a certificate that is missing.',
    next: [versions, act.server('Check that the server has a certificate and its key.')],
  }),
  alert({
    number: 41,
    name: 'no_certificate',
    shared: true,
    meaning: 'A side was asked for a certificate and has none.',
    actor: 'sending admin',
    source: 'RFC 5246 7.2',
    next: [act('Give the client a certificate.')],
  }),
  alert({
    number: 42,
    name: 'bad_certificate',
    meaning: 'The side that sent the alert found the certificate damaged or its signature wrong.',
    next: [ours, chain],
  }),
  alert({
    number: 43,
    name: 'unsupported_certificate',
    meaning: 'The side that sent the alert cannot use a certificate of this kind.',
    next: [ours],
  }),
  alert({
    number: 44,
    name: 'certificate_revoked',
    wins: ['certificate-revoked'],
    meaning: 'The side that sent the alert sees that the certificate was revoked.',
    next: [act.server('Replace the revoked certificate.')],
  }),
  alert({
    number: 45,
    name: 'certificate_expired',
    wins: ['certificate-expired'],
    meaning: 'The side that sent the alert sees that the certificate has expired or is not valid yet.',
    next: [
      act.server('Renew the certificate and load it into the mail server.'),
      act('Check the clocks of both sides.'),
    ],
  }),
  alert({
    number: 46,
    name: 'certificate_unknown',
    alias: '\\bERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN\\b',
    meaning:
      'The side that sent the alert does not accept the certificate and does not say why; mail programs often mean that it is not trusted.',
    next: [ours, chain],
  }),
  alert({
    number: 47,
    name: 'illegal_parameter',
    meaning: 'A field of the handshake holds something that cannot be.',
    next: [upToDate, broken],
  }),
  alert({
    number: 48,
    name: 'unknown_ca',
    meaning: 'The side that sent the alert does not know the authority that signed the certificate.',
    next: [chain, act('Have a self-signed certificate accepted on the other side, or use one of a public authority.')],
  }),
  alert({
    number: 49,
    name: 'access_denied',
    shared: true,
    meaning: 'The certificate is good, but the other side lets it in nowhere.',
    next: [act('Check its access rules.')],
  }),
  alert({
    number: 50,
    name: 'decode_error',
    shared: true,
    meaning: 'A TLS message could not be read.',
    next: [upToDate, broken],
  }),
  alert({
    number: 51,
    name: 'decrypt_error',
    shared: true,
    meaning: 'A signature or key of the handshake was wrong.',
    next: [ours, upToDate],
  }),
  alert({
    number: 60,
    name: 'export_restriction',
    meaning: 'An old export rule forbids the key length.',
    source: 'RFC 2246 7.2',
    next: [versions],
  }),
  alert({
    number: 70,
    name: 'protocol_version',
    shared: true,
    meaning: 'The two sides have no TLS version in common: one is too old, or the other allows only new ones.',
    next: [versions, act('Update the device or program that knows only TLS 1.0 or 1.1.')],
  }),
  alert({
    number: 71,
    name: 'insufficient_security',
    meaning: 'The server wants stronger ciphers than the client has.',
    next: [versions],
  }),
  alert({
    number: 80,
    name: 'internal_error',
    shared: true,
    meaning: 'The side that sent the alert failed itself during TLS.',
    next: [act('Look in the log of the other side at this time.')],
  }),
  alert({
    number: 86,
    name: 'inappropriate_fallback',
    meaning: 'The client tried again with an older TLS version than both sides know.',
    next: [broken],
  }),
  alert({
    number: 90,
    name: 'user_canceled',
    shared: true,
    meaning: 'A side gave the handshake up.',
    next: [again('Try again.')],
  }),
  alert({
    number: 100,
    name: 'no_renegotiation',
    meaning: 'A side refuses to negotiate TLS anew.',
    source: 'RFC 5246 7.2',
    next: [upToDate],
  }),
  alert({
    number: 109,
    name: 'missing_extension',
    shared: true,
    meaning: 'A message of the handshake lacks what it must hold.',
    next: [upToDate],
  }),
  alert({
    number: 110,
    name: 'unsupported_extension',
    shared: true,
    meaning: 'A message of the handshake holds an extension that was not asked for.',
    next: [upToDate],
  }),
  alert({
    number: 112,
    name: 'unrecognized_name',
    meaning: 'The server has no certificate for the host name that the client asked for (SNI).',
    source: ['RFC 8446 6', 'RFC 6066 3'],
    next: [act('Check the host name that the client uses.'), act('Add the name to the certificates of the server.')],
  }),
  alert({
    number: 113,
    name: 'bad_certificate_status_response',
    meaning: 'The proof that the certificate is not revoked (OCSP) is bad.',
    next: [act('Check OCSP stapling of the server.')],
  }),
  alert({
    number: 115,
    name: 'unknown_psk_identity',
    meaning: 'The server does not know the shared key of the client.',
    next: [act('Compare the keys.')],
  }),
  alert({
    number: 116,
    name: 'certificate_required',
    meaning: 'The server wants a certificate of the client and got none.',
    next: [act('Give the client a certificate, or switch the demand off on the server.')],
  }),
  alert({
    number: 120,
    name: 'no_application_protocol',
    meaning: 'The sides have no application protocol in common (ALPN).',
    source: ['RFC 8446 6', 'RFC 7301 3.2'],
    next: [probe('Check that the port is one for SMTP.')],
  }),
]);
