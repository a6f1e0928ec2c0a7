import assert from 'node:assert/strict';
import type { SmtpFailure, SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { wordFailure } from '../../src/report/probeFailure.ts';

/** The code and the text of a failure; `steps` are those that the probe took. */
const word = (failure: object, steps: readonly object[] = []): readonly [string, string] => {
  const result = { endpoint: { host: 'mx.test', port: 25 }, steps } as unknown as SmtpProbeResult;
  const { code, text } = wordFailure(failure as SmtpFailure, result);
  return [code, text];
};

describe('why a probe failed, in words,', () => {
  it('at the connection', () => {
    const connect = (kind: string, detail = '', via?: string): readonly [string, string] =>
      word({ step: 'connect', kind, detail }, via === undefined ? [] : [{ step: 'connect', via }]);
    assert.deepEqual(connect('unreachable'), [
      'connect-unreachable',
      'there is no way to mx.test:25 from this machine.',
    ]);
    assert.deepEqual(connect('unreachable', 'ENETUNREACH'), [
      'connect-unreachable',
      'there is no way to mx.test:25 from this machine (ENETUNREACH).',
    ]);
    assert.deepEqual(connect('proxy'), ['connect-proxy', 'the proxy does not connect to mx.test:25.']);
    assert.deepEqual(connect('proxy', 'SOCKS5 5', 'socks5://127.0.0.1:9'), [
      'connect-proxy',
      'the proxy socks5://127.0.0.1:9 does not connect to mx.test:25: SOCKS5 5.',
    ]);
    assert.deepEqual(connect('reset', 'ECONNRESET'), [
      'connect-failed',
      'connecting to mx.test:25 failed: ECONNRESET.',
    ]);
    const [code, text] = connect('closed');
    assert.equal(code, 'connect-failed');
    assert.match(text, /^connecting to mx\.test:25 failed: \S.*\.$/);
  });

  it('at the handshake', () => {
    const tls = (kind: string, detail = '', ...steps: readonly string[]): readonly [string, string] =>
      word(
        { step: 'tls', kind, detail },
        steps.map((step) => ({ step })),
      );
    assert.deepEqual(tls('unsupported', 'TLSv1'), [
      'tls-unsupported',
      'the TLS library of this program cannot offer what was asked for (TLSv1), so nothing is known of the server.',
    ]);
    assert.match(tls('clear-text')[1], /^mx\.test:25 does not speak TLS from the first byte, as port 465 must/);
    assert.match(
      tls('clear-text', '', 'starttls')[1],
      /^mx\.test:25 agreed to TLS with 220 and then went on in the clear/,
    );
    assert.match(tls('timeout')[1], /^mx\.test:25 agreed to TLS and then did not answer\.$/);
    assert.match(tls('tls')[1], /^TLS with mx\.test:25 failed\. \S/);
    assert.match(tls('tls', 'handshake failure')[1], /^TLS with mx\.test:25 failed \(handshake failure\)\. \S/);
  });
});
