import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { authenticationOf } from '../../../../src/core/verdict/arrival/authentication.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

/** What is told of DMARC that failed for From tailspin.test, by the results beside it. */
const told = (results: string): string | undefined =>
  readVerdicts(
    readTicket(
      `Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\nAuthentication-Results: mx.b.test; ${results}; dmarc=fail (p=quarantine) header.from=tailspin.test\nFrom: shop@tailspin.test\nTo: bob@b.test\nSubject: x\n\nhi\n`,
    ),
  ).find(({ code }) => code === 'dmarc-failed')?.summary;

describe('DMARC that failed', () => {
  it('is told to be strict where a name of the same organisation passed', () => {
    assert.match(
      told('spf=pass smtp.mailfrom=x@news.tailspin.test; dkim=none') ?? '',
      /: SPF passed for news\.tailspin\.test, which counts for tailspin\.test unless its DMARC record asks for strict alignment \(aspf=s\); its policy/,
    );
    assert.match(
      told('spf=none; dkim=pass header.d=mail.tailspin.test') ?? '',
      /: DKIM passed for mail\.tailspin\.test, which counts for tailspin\.test unless .* \(adkim=s\); its policy/,
    );
  });

  it('is told as it is where the same domain passed, or none of the organisation', () => {
    assert.match(
      told('spf=pass smtp.mailfrom=x@tailspin.test; dkim=none') ?? '',
      /: though SPF passed for tailspin\.test; /,
    );
    assert.match(
      told('spf=pass smtp.mailfrom=x@a.test; dkim=none') ?? '',
      /: neither SPF nor DKIM vouches for tailspin\.test; /,
    );
  });
});

describe('the results of a receiver', () => {
  it('have their place, their source, the server and the domain', () => {
    const text = 'Authentication-Results: mx.b.test; dmarc=fail header.from=x.test\nFrom: a@x.test\n\nhi\n';
    const [message] = readTicket(text).blocks;
    const one = message?.kind === 'message' ? authenticationOf(message) : undefined;
    assert.equal(text.slice(one?.start, one?.end), 'dmarc=fail header.from=x.test');
    assert.deepEqual(
      [one?.source, one?.against, one?.server, one?.domain],
      ['RFC 7489 6.6.2', true, 'mx.b.test', 'x.test'],
    );
  });

  it('have the source of what decides', () => {
    for (const [results, source] of [
      ['dmarc=pass header.from=tailspin.test', 'RFC 7489 6.6.2'],
      ['spf=fail smtp.mailfrom=bad.test', 'RFC 7208 8'],
      ['dkim=fail', 'RFC 6376 6.1'],
      ['dkim=none', 'RFC 8601 2.7'],
    ] as const) {
      const [message] = readTicket(`Authentication-Results: mx.b.test; ${results}\nFrom: a@x.test\n\nhi\n`).blocks;
      assert.equal(message?.kind === 'message' && authenticationOf(message)?.source, source);
    }
    const [message] = readTicket('From: a@x.test\nTo: b@b.test\nSubject: x\n\nhi\n').blocks;
    assert.equal(message?.kind === 'message' && authenticationOf(message), undefined);
  });
});
