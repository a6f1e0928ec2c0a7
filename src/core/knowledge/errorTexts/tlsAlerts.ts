import type { Actor } from '../actor.ts';
import { type ReplyText, says } from '../replyTexts/replyText.ts';
import { act, again, probe, type RowStep } from '../steps.ts';

const CLAUSE = 'RFC 8446 6';

/** A TLS alert by name and number. The side that prints it mostly got it from the other one. */
function alert(
  number: number,
  name: string,
  meaning: string,
  next: readonly RowStep[],
  change: { readonly actor?: Actor; readonly alias?: string; readonly source?: string; readonly shared?: boolean } = {},
): ReplyText {
  const words = name.replaceAll('_', '[ _-]?');
  // `bad certificate status response` is an alert of its own.
  const named = `(?:\\balert|remote error: tls|tls: remote error|Description|fatal|SSL_ERROR)[:_ ,(]{1,3}${words}\\b(?! status)|${words}_ALERT\\b`;
  const numbered = `\\balert(?: number| code(?: is)?| was (?:received|generated):) ?${number}(?!\\d)|\\balert:? [[(]?${number}[\\]):]`;
  // An underscored name alone is an alert, unless other protocols have the same word.
  const alone = change.shared ? '' : `|\\b${name}\\b`;
  const alias = change.alias === undefined ? '' : `|${change.alias}`;
  return says(
    `tls-alert-${name.replaceAll('_', '-')}`,
    new RegExp(`${named}|${numbered}${alone}${alias}`, 'i'),
    `error:0A000000:SSL routines::ssl/tls alert ${name.replaceAll('_', ' ')}:SSL alert number ${number}`,
    'tls-failed',
    meaning,
    change.source ?? CLAUSE,
    { actor: change.actor ?? 'receiving admin', next },
  );
}

const versions = probe(
  'Compare which TLS versions and ciphers both sides allow; TLS 1.2 and 1.3 should be among them.',
);
const chain = act('Install the certificate with all its intermediate certificates on the side that it belongs to.');
const ours = probe('Check the certificate that the side shows which got the alert: its dates, names and chain.');
const broken = act('Check firewalls and filters that inspect TLS between the two hosts.');
const upToDate = act('Bring the TLS library on both sides up to date.');

/** The alerts of TLS. */
export const tlsAlerts: readonly ReplyText[] = [
  alert(10, 'unexpected_message', 'One side got a TLS message that does not belong at this point.', [broken, upToDate]),
  alert(20, 'bad_record_mac', 'A TLS record arrived damaged, or the keys of the two sides differ.', [broken, upToDate]),
  alert(21, 'decryption_failed', 'A TLS record could not be decrypted.', [broken, upToDate]),
  alert(22, 'record_overflow', 'A TLS record was too long; often the data was no TLS at all.', [broken]),
  alert(30, 'decompression_failure', 'A compressed TLS record could not be read.', [upToDate], {
    source: 'RFC 5246 7.2',
  }),
  alert(
    40,
    'handshake_failure',
    'The two sides found no TLS settings that both accept: version, cipher, or a certificate that is missing.',
    [versions, act('Check that the server has a certificate and its key.')],
    { alias: 'sslv3 alert handshake failure' },
  ),
  alert(
    41,
    'no_certificate',
    'A side was asked for a certificate and has none.',
    [act('Give the client a certificate.')],
    {
      actor: 'sending admin',
      source: 'RFC 5246 7.2',
      shared: true,
    },
  ),
  alert(42, 'bad_certificate', 'The side that sent the alert found the certificate damaged or its signature wrong.', [
    ours,
    chain,
  ]),
  alert(43, 'unsupported_certificate', 'The side that sent the alert cannot use a certificate of this kind.', [ours]),
  alert(44, 'certificate_revoked', 'The side that sent the alert sees that the certificate was revoked.', [
    act('Replace the revoked certificate.'),
  ]),
  alert(
    45,
    'certificate_expired',
    'The side that sent the alert sees that the certificate has expired or is not valid yet.',
    [act('Renew the certificate and load it into the mail server.'), act('Check the clocks of both sides.')],
  ),
  alert(
    46,
    'certificate_unknown',
    'The side that sent the alert does not accept the certificate and does not say why; mail programs often mean that it is not trusted.',
    [ours, chain],
    { alias: '\\bERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN\\b' },
  ),
  alert(47, 'illegal_parameter', 'A field of the handshake holds something that cannot be.', [upToDate, broken]),
  alert(48, 'unknown_ca', 'The side that sent the alert does not know the authority that signed the certificate.', [
    chain,
    act('Have a self-signed certificate accepted on the other side, or use one of a public authority.'),
  ]),
  alert(
    49,
    'access_denied',
    'The certificate is good, but the other side lets it in nowhere.',
    [act('Check its access rules.')],
    {
      shared: true,
    },
  ),
  alert(50, 'decode_error', 'A TLS message could not be read.', [upToDate, broken], { shared: true }),
  alert(51, 'decrypt_error', 'A signature or key of the handshake was wrong.', [ours, upToDate], { shared: true }),
  alert(60, 'export_restriction', 'An old export rule forbids the key length.', [versions], { source: 'RFC 2246 7.2' }),
  alert(
    70,
    'protocol_version',
    'The two sides have no TLS version in common: one is too old, or the other allows only new ones.',
    [versions, act('Update the device or program that knows only TLS 1.0 or 1.1.')],
    { shared: true },
  ),
  alert(71, 'insufficient_security', 'The server wants stronger ciphers than the client has.', [versions]),
  alert(
    80,
    'internal_error',
    'The side that sent the alert failed itself during TLS.',
    [act('Look in the log of the other side at this time.')],
    {
      shared: true,
    },
  ),
  alert(86, 'inappropriate_fallback', 'The client tried again with an older TLS version than both sides know.', [
    broken,
  ]),
  alert(90, 'user_canceled', 'A side gave the handshake up.', [again('Try again.')], { shared: true }),
  alert(100, 'no_renegotiation', 'A side refuses to negotiate TLS anew.', [upToDate], { source: 'RFC 5246 7.2' }),
  alert(109, 'missing_extension', 'A message of the handshake lacks what it must hold.', [upToDate], { shared: true }),
  alert(
    110,
    'unsupported_extension',
    'A message of the handshake holds an extension that was not asked for.',
    [upToDate],
    {
      shared: true,
    },
  ),
  alert(
    112,
    'unrecognized_name',
    'The server has no certificate for the host name that the client asked for (SNI).',
    [act('Check the host name that the client uses.'), act('Add the name to the certificates of the server.')],
    { source: 'RFC 8446 6; RFC 6066 3' },
  ),
  alert(113, 'bad_certificate_status_response', 'The proof that the certificate is not revoked (OCSP) is bad.', [
    act('Check OCSP stapling of the server.'),
  ]),
  alert(115, 'unknown_psk_identity', 'The server does not know the shared key of the client.', [
    act('Compare the keys.'),
  ]),
  alert(116, 'certificate_required', 'The server wants a certificate of the client and got none.', [
    act('Give the client a certificate, or switch the demand off on the server.'),
  ]),
  alert(
    120,
    'no_application_protocol',
    'The sides have no application protocol in common (ALPN).',
    [probe('Check that the port is one for SMTP.')],
    { source: 'RFC 8446 6; RFC 7301 3.2' },
  ),
];
