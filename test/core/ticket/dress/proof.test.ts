import assert from 'node:assert/strict';
import { readHeader } from '../../../../src/core/mail/header/fields.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { characters } from '../../../../src/core/ticket/dress/characters.ts';
import { isProofNear } from '../../../../src/core/ticket/dress/nearProof.ts';
import { proves } from '../../../../src/core/ticket/dress/proof.ts';
import { takenOff } from './takenOff.ts';

const proven = (text: string): boolean => proves(readHeader(new Lines(text), 0, text.length).fields);

describe('what only a message has', () => {
  const PROOFS = [
    'Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000',
    'Received: (qmail 12 invoked by uid 0); x',
    'X-Received: by 10.0.0.1 with SMTP',
    'Message-ID: <1@a.test>',
    'MIME-Version: 1.0',
    'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; bh=x',
    'DKIM-Signature: a=rsa-sha256; b=x',
    'ARC-Message-Signature: i=1; a=rsa; b=x',
    'ARC-Seal: i=1; a=rsa',
    'Authentication-Results: mx; spf=pass',
    'ARC-Authentication-Results: i=1; dkim=fail',
    'Received-SPF: softfail (x)',
    'Return-Path: <>',
    'Return-Path: <a@a.test>',
    'In-Reply-To: <1@a.test>',
    'References: <1@a.test> <2@a.test>',
    'Content-Type: text/plain; charset=x',
    'Content-Type: multipart/mixed; boundary=b',
  ];
  const NONE = [
    'Received: three complaints',
    'Message-ID: 12',
    'Message-ID: <1 2>',
    'MIME-Version: 2.0',
    'DKIM-Signature: none',
    'ARC-Seal: x',
    'Authentication-Results: mx',
    'Received-SPF: x',
    'Return-Path: a@a.test',
    'References: 12',
    'Content-Type: x',
    'X-Foo: <1@a.test>',
    'Message-IDs: <1@a.test>',
  ];

  it('is the value of one of its fields', () => {
    for (const field of PROOFS) assert.equal(proven(`X-A: b\n${field}\n`), true, field);
    for (const field of NONE) assert.equal(proven(`X-A: b\n${field}\n`), false, field);
  });

  it('is a date, a sender with an address, and whom it is for or what it is about', () => {
    const [date, from, to] = ['Date: Fri, 20 Nov 2026 10:00:00 +0000', 'From: a@a.test', 'To: b@b.test'];
    assert.equal(proven([date, from, to].join('\n')), true);
    assert.equal(proven([date, from, 'Subject: x'].join('\n')), true);
    for (const fields of [
      [from, to],
      [date, to],
      [date, from],
      ['Date: Friday', from, to],
      [date, 'From: office', to],
      [date, from, 'Cc: b@b.test'],
      [date.toLowerCase(), from, to],
    ])
      assert.equal(proven(fields.join('\n')), false, fields.join());
  });

  it('is looked for in forty fields', () => {
    const many = (count: number): string => `${'X-A: b\n'.repeat(count)}Message-ID: <1@a.test>\n`;
    assert.equal(proven(many(39)), true);
    assert.equal(proven(many(40)), false);
  });

  it('stands near, also in another dress', () => {
    const near = (text: string, offset = 0): boolean => isProofNear(new Lines(text), offset);
    for (const field of PROOFS) assert.equal(near(`X-A: b\n${field}\n`), true, field);
    for (const text of [
      '**Received:** from a',
      '"Received", "by a"',
      '{"name": "Message-ID", "value": "<1>"}',
      '<b>Message-ID:</b> &lt;1&gt;',
      'Return-Path | \\u003ca',
      'Content-Type: text\\/plain',
      'Date: Fri, 20 Nov',
      'Date&nbsp;: 20 Nov',
      'MIME-Version => 1.0',
    ])
      assert.equal(near(text), true, text);
    for (const text of ['Received three', 'Message-ID 12', 'the date of it', 'a return-path', 'content-type: x'])
      assert.equal(near(text), false, text);
  });

  it('is searched for once, within 6000 characters of each place', () => {
    const lines = new Lines(`${'x'.repeat(10_000)} Message-ID: <1>${' '.repeat(20_000)}`);
    const at = 10_001;
    assert.equal(isProofNear(lines, at - 6000), false);
    assert.equal(isProofNear(lines, at - 5999), true);
    assert.equal(isProofNear(lines, at), true);
    assert.equal(isProofNear(lines, at + 1), false);
    assert.equal(isProofNear(lines, at + 5000), false);
    assert.equal(isProofNear(lines, 0), false);
    assert.equal(isProofNear(lines, at - 10), true);
  });
});

describe('characters that nobody sees', () => {
  it('are left out, and blanks that hold together are blanks', () =>
    takenOff(characters, [
      ['From:\u00a0a@a.test\nTo: b', 2, 'From: a@a.test\nTo: b'],
      ['\u200bFrom: a\u202f\u3000b\u2007c', 1, 'From: a  b c'],
      ['From\u200e: \u202aa\u2060\ufeff'],
      ['From\u00a0:\u00a0a', 1, 'From : a'],
      ['> \u00a0From: a', 1, '>  From: a'],
      ['12: \ufeffFrom: a', 1, '12: From: a'],
      ['Received: from a\u200b by b', 1, 'Received: from a by b'],
      ['Received: from a\n by\u200b b', 2, 'Received: from a\n by b'],
      ['From: \u200ea@a.test', 1, 'From: a@a.test'],
      ['Message-ID: \u200e<a@a.test>', 1, 'Message-ID: <a@a.test>'],
      ['Subject: a\u200bb\nFrom: a'],
      ['Subject: a\u00a0b\n\nFrom:\u00a0a'],
      ['From: a\nTo: b'],
      ['From: Bob\u200b <a@a.test>'],
    ]));
});
