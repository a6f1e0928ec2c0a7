import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { isBrokenOnWay } from '../../../../src/core/verdict/arrival/brokenOnWay.ts';

const PLAIN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';
const FOR_BOB = PLAIN.replace(';', ' for <bob@b.test>;');
const FROM = 'From: ann@a.test\nSubject: x';
const RESULTS = 'Authentication-Results: mx.b.test; ';

const told = (header: string): boolean => {
  const text = `${header}\n\nhi\n`;
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  return isBrokenOnWay(message);
};

describe('a signature of the author', () => {
  it('is broken on the way where none holds', () => {
    for (const [header, expected] of [
      [`${RESULTS}dkim=fail header.d=a.test\n${FOR_BOB}${FROM}`, true],
      [`${RESULTS}dkim=fail header.d=mail.a.test\n${FOR_BOB}${FROM}`, true],
      [`${RESULTS}dkim=fail header.i=@a.test\n${FOR_BOB}${FROM}`, true],
      [`${RESULTS}dkim=pass header.d=a.test\n${FOR_BOB}DKIM-Signature: v=1; d=a.test; b=AA\n${FROM}`, false],
      [`${RESULTS}dkim=fail header.d=a.test; dkim=pass header.d=a.test\n${FOR_BOB}${FROM}`, false],
      [`${RESULTS}dkim=fail header.d=c.test; dkim=pass header.d=c.test\n${FOR_BOB}${FROM}`, false],
      [`${RESULTS}spf=fail smtp.mailfrom=a.test\n${FOR_BOB}${FROM}`, false],
      [`${RESULTS}dkim=none\n${FOR_BOB}${FROM}`, false],
      [`${FOR_BOB}DKIM-Signature: v=1; a=rsa; d=a.test; b=AA\n${FROM}`, true],
      [`${FOR_BOB}DKIM-Signature: v=1; bd=a.test; b=AA\n${FROM}`, false],
      [`${FOR_BOB}DKIM-Signature:  d = mail.a.test\n${FROM}`, true],
      [`${FOR_BOB}DKIM-Signature: v=1; d=c.test; b=AA\n${FROM}`, false],
      [`${FOR_BOB}DKIM-Signature: v=1; d=c.test; b=AA\nDKIM-Signature: v=1; d=a.test; b=AA\n${FROM}`, true],
      [`${RESULTS}dkim=pass header.d=c.test\n${FOR_BOB}DKIM-Signature: v=1; d=a.test; b=AA\n${FROM}`, true],
      [`${FOR_BOB}DKIM-Signature: v=1; d=a.test; b=AA\nSubject: x`, false],
    ] as const)
      assert.equal(told(header), expected, header);
  });
});
