import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { forwardersOf } from '../../../../src/core/verdict/arrival/forwarders.ts';

const PLAIN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';
const FOR_BOB = PLAIN.replace(';', ' for <bob@b.test>;');
const FROM = 'From: ann@a.test\nSubject: x';

/** The fields and the sentences. */
const told = (header: string): string => {
  const text = `${header}\n\nhi\n`;
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  return forwardersOf(message)
    .map(
      ({ start, end, passedOn, words }) =>
        `${text.slice(start, end).split(':', 1)}${passedOn ? '' : ' (own)'}: ${words}`,
    )
    .join(' | ');
};

describe('who passed a message on', () => {
  it('is told by the fields that they wrote', () => {
    for (const [header, expected] of [
      [
        `Return-Path: <SRS0=ab1+cd=Xy=a.test=ann@fwd.test>\n${FOR_BOB}${FROM}`,
        'Return-Path: It was forwarded by fwd.test, with the envelope of ann@a.test.',
      ],
      [
        `Return-Path: <srs0+abcd=xy=a.test=ann@fwd.test>\n${FOR_BOB}${FROM}`,
        'Return-Path: It was forwarded by fwd.test, with the envelope of ann@a.test.',
      ],
      [
        `Return-Path: SRS0-abcd=xy=a.test=ann@fwd.test\n${FOR_BOB}${FROM}`,
        'Return-Path: It was forwarded by fwd.test, with the envelope of ann@a.test.',
      ],
      [
        `Return-Path: <SRS1=zz=one.test==abcd=xy=a.test=ann@fwd.test>\n${FOR_BOB}${FROM}`,
        'Return-Path: It was forwarded by fwd.test, behind one.test.',
      ],
      [
        `Return-Path: <bob.b+caf_=joe=c.test@gmail.com>\n${FOR_BOB}${FROM}`,
        'Return-Path: It was forwarded by bob.b@gmail.com.',
      ],
      [`Return-Path: <ann@a.test>\n${FOR_BOB}${FROM}`, ''],
      [`Return-Path: <>\n${FOR_BOB}${FROM}`, ''],
      [`${FOR_BOB}${FROM}`, ''],
      [
        `X-Forwarded-For: bob@b.test joe@c.test\n${FOR_BOB}${FROM}`,
        'X-Forwarded-For: It was forwarded from bob@b.test to joe@c.test.',
      ],
      [`X-Forwarded-For: bob@b.test\n${FOR_BOB}${FROM}`, ''],
      [
        `Return-Path: <bob+caf_=joe=c.test@gmail.com>\nX-Forwarded-To: joe@c.test\nX-Forwarded-For: bob@gmail.com joe@c.test\n${FOR_BOB}${FROM}`,
        'X-Forwarded-For: It was forwarded from bob@gmail.com to joe@c.test.',
      ],
      [
        `X-Forwarded-For: <bob@b.test>, "joe@c.test"\n${FOR_BOB}${FROM}`,
        'X-Forwarded-For: It was forwarded from bob@b.test to joe@c.test.',
      ],
      [
        `X-MS-Exchange-Inbox-Rules-Loop: bob@b.test\n${FOR_BOB}${FROM}`,
        'X-MS-Exchange-Inbox-Rules-Loop: A rule in the mailbox of bob@b.test passed it on.',
      ],
      [`Resent-From: Bob <bob@b.test>\n${FOR_BOB}${FROM}`, 'Resent-From: It was sent again by bob@b.test.'],
      [`Resent-From: Bob\n${FOR_BOB}${FROM}`, 'Resent-From: It was sent again by Bob.'],
      [`Resent-From: bob@b.test\nList-Id: <l.b.test>\n${FOR_BOB}${FROM}`, ''],
      [
        `ARC-Seal: i=2; a=rsa-sha256; d=two.test; s=a; cv=pass; b=AA\nARC-Seal: i=1; a=rsa-sha256; d=One.test; s=a; cv=none; b=AA\n${FOR_BOB}${FROM}`,
        'ARC-Seal: Sealed on the way (ARC) by one.test and two.test.',
      ],
      [
        `ARC-Seal: i=1; a=rsa-sha256; d=b.test; s=a; cv=none; b=AA\n${FOR_BOB}${FROM}`,
        'ARC-Seal (own): Sealed on the way (ARC) by b.test.',
      ],
      [
        `ARC-Seal: i=2; d=b.test; b=AA\nARC-Seal: i=1; d=one.test; b=AA\n${FOR_BOB}${FROM}`,
        'ARC-Seal: Sealed on the way (ARC) by one.test and b.test.',
      ],
      [
        `ARC-Seal: i=3; d=one.test; b=AA\nARC-Seal: i=1; d=one.test; b=AA\n${FOR_BOB}${FROM}`,
        'ARC-Seal: Sealed on the way (ARC) by one.test.',
      ],
      [`ARC-Seal: i=1; a=rsa-sha256; s=a; b=AA\n${FOR_BOB}${FROM}`, ''],
      [
        `ARC-Seal: i=7; d=n7.test; b=AA\nARC-Seal: i=6; d=n6.test; b=AA\nARC-Seal: i=5; d=n5.test; b=AA\nARC-Seal: i=4; d=n4.test; b=AA\nARC-Seal: i=3; d=n3.test; b=AA\nARC-Seal: i=2; d=n2.test; b=AA\nARC-Seal: i=1; d=n1.test; b=AA\n${FOR_BOB}${FROM}`,
        'ARC-Seal: Sealed on the way (ARC) by n1.test, n2.test, n3.test, n4.test and n5.test.',
      ],
      [
        `ARC-Seal: d=zero.test; b=AA\nARC-Seal: i=1; d=one.test; b=AA\n${FOR_BOB}${FROM}`,
        'ARC-Seal: Sealed on the way (ARC) by zero.test and one.test.',
      ],
    ] as const)
      assert.equal(told(header), expected, header);
  });
});
