import assert from 'node:assert/strict';
import { handshakeWords } from '../../src/report/handshakeWords.ts';

/** The words of OpenSSL and BoringSSL for what failed, each with what it says of the two sides. */
const SAID: readonly (readonly [said: RegExp, ...details: readonly string[]])[] = [
  [/insists on a certificate of the client/, 'tlsv13 alert certificate required', 'TLSV1_ALERT_CERTIFICATE_REQUIRED'],
  [
    /does not accept the certificate that this client showed/,
    ...[
      'tlsv1 alert unknown ca',
      'bad certificate',
      'certificate unknown',
      'certificate revoked',
      'certificate expired',
      'unsupported certificate',
    ],
  ],
  [
    /no version of TLS in common/,
    'unsupported protocol',
    'tlsv1 alert protocol version',
    'version too low',
    'no protocols available',
  ],
  [
    /no cipher in common, or the server has no/,
    'no shared cipher',
    'sslv3 alert handshake failure',
    'no ciphers available',
    'insufficient security',
  ],
  [/too small to be safe/, 'dh key too small', 'ee key too small'],
  [/knows no certificate for the name/, 'tlsv1 unrecognized name'],
  [/inside the server broke/, 'tlsv1 alert internal error'],
  [/hung up in the middle/, 'the server closed the connection', 'read ECONNRESET', 'Connection reset by peer'],
  [
    /version or cipher in common, or the server's TLS/,
    '',
    'wrong version number',
    'unknown cabinet',
    'bad certificates',
  ],
];

describe('a handshake that failed', () => {
  it('says which side lacks what, and what to do', () => {
    const found = new Set<string>();
    for (const [why, ...details] of SAID) {
      for (const detail of details) {
        assert.match(handshakeWords(detail).why, why, detail);
        assert.match(handshakeWords(detail).next, /\S/);
        assert.equal(handshakeWords(detail.toUpperCase()).why, handshakeWords(detail).why, detail);
      }
      found.add(handshakeWords(details[0] ?? '').why);
    }
    assert.equal(found.size, SAID.length);
  });
});
