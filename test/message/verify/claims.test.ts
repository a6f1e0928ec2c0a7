import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { AuthenticationResult, MethodResult, SignatureCheck } from '../../../src/message/verify/authentication.ts';
import { compareClaims } from '../../../src/message/verify/claims.ts';

type Found = Parameters<typeof compareClaims>[1];

const signature = (domain: string, result: MethodResult, selector = 's1'): SignatureCheck => ({
  ...{ domain, selector, result, algorithm: 'rsa-sha256', canonicalization: 'simple/simple', findings: [] },
});
const found = (dkim: readonly SignatureCheck[] = [], result: MethodResult = 'pass'): Found => ({
  dkim,
  spf: { result, identity: 'mailfrom', domain: 'contoso.test', findings: [] },
  dmarc: { result, author: 'contoso.test', testing: false, alignments: [] },
  arc: { result, sets: 1, sealers: [], findings: [] },
});

/** What a header says, as `method about claimed/found agrees`. */
function claims(results: string, other: Found = found(), field = 'Authentication-Results'): readonly string[] {
  const text = `Received: from a.contoso.test by mx.fabrikam.test; Fri, 20 Nov 2026 10:00:00 +0000\n${field}: mx.fabrikam.test; ${results}\nFrom: a@contoso.test\n\nx\n`;
  return compareClaims(readMessage(text, new Lines(text), 0, text.length), other).map(
    ({ method, about = '-', claimed, found: ours, agrees = '?' }) => `${method} ${about} ${claimed}/${ours} ${agrees}`,
  );
}

describe('what a header says of authentication', () => {
  it('is held against what was found, a method each', () => {
    assert.deepEqual(
      claims('spf=pass smtp.mailfrom=Bounce@Contoso.test; dmarc=fail header.from=contoso.test; arc=none'),
      ['spf contoso.test pass/pass true', 'dmarc contoso.test fail/pass false', 'arc - none/pass false'],
    );
    assert.deepEqual(claims('iprev=pass policy.iprev=192.0.2.1; x-tls=pass'), []);
    assert.deepEqual(claims('spf=pass', found(), 'ARC-Authentication-Results').length, 0);
  });

  it('agrees in the words that receivers have for one thing', () => {
    for (const [claimed, ours, agrees] of [
      ['pass', 'pass', true],
      ['pass', 'fail', false],
      ['hardfail', 'fail', true],
      ['permerror', 'fail', true],
      ['permerror', 'permerror', true],
      ['policy', 'fail', true],
      ['fail', 'permerror', true],
      ['softfail', 'softfail', true],
      ['softfail', 'fail', false],
      ['bestguesspass', 'none', true],
      ['bestguesspass', 'pass', false],
      ['none', 'none', true],
      ['neutral', 'none', false],
      ['temperror', 'pass', '?'],
      ['skipped', 'pass', '?'],
      ['pass', 'unchecked', '?'],
    ] as const)
      assert.deepEqual(claims(`spf=${claimed}`, found([], ours)), [`spf - ${claimed}/${ours} ${agrees}`]);
  });

  it('is about the signature whose domain and selector it names', () => {
    const two = found([
      signature('contoso.test', 'fail', 'a'),
      signature('contoso.test', 'pass', 'b'),
      signature('lists.test', 'permerror'),
    ]);
    for (const [words, expected] of [
      ['header.d=contoso.test', 'contoso.test pass/pass true'],
      ['header.d=contoso.test header.s=a', 'contoso.test pass/fail false'],
      ['header.d=contoso.test header.s=b', 'contoso.test pass/pass true'],
      ['header.d=lists.test', 'lists.test pass/permerror false'],
      ['header.i=@mail.contoso.test', 'mail.contoso.test pass/pass true'],
      ['header.i=ann@CONTOSO.test', 'contoso.test pass/pass true'],
      ['header.s=a', '- pass/fail false'],
      ['', '- pass/pass true'],
    ] as const)
      assert.deepEqual(claims(`dkim=pass ${words}`, two), [`dkim ${expected}`], words);
    // Of a signature that is not here nothing can be said.
    for (const words of ['header.d=other.test', 'header.d=xcontoso.test', 'header.d=contoso.test header.s=c'])
      assert.deepEqual(claims(`dkim=pass ${words}`, two), [], words);
    assert.deepEqual(claims('dkim=pass header.d=contoso.test'), ['dkim contoso.test pass/none false']);
    assert.deepEqual(claims('dkim=none'), ['dkim - none/none true']);
    assert.deepEqual(claims('dkim=none', two), ['dkim - none/pass false']);
    assert.deepEqual(claims('dkim=none', found([signature('lists.test', 'permerror')])), [
      'dkim - none/permerror false',
    ]);
  });

  it('has who says it, and how far that is believed', () => {
    const text =
      'Authentication-Results: mx.fabrikam.test; spf=pass\nReceived: from a.contoso.test by mx.fabrikam.test; Fri, 20 Nov 2026 10:00:00 +0000\nAuthentication-Results: evil.test; spf=pass\nFrom: a@contoso.test\n\nx\n';
    const all = compareClaims(readMessage(text, new Lines(text), 0, text.length), found() as AuthenticationResult);
    assert.deepEqual(
      all.map(({ server, trust }) => [server, trust]),
      [
        ['mx.fabrikam.test', 'own'],
        ['evil.test', 'below'],
      ],
    );
  });
});
