import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { blindCopyOf } from '../../../../src/core/verdict/arrival/blindCopy.ts';

const PLAIN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';
const FOR_BOB = PLAIN.replace(';', ' for <bob@b.test>;');
const FROM = 'From: ann@a.test\nSubject: x';

/** The field and the sentence. */
const told = (header: string): string | undefined => {
  const text = `${header}\n\nhi\n`;
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  const one = blindCopyOf(message);
  return one && `${text.slice(one.start, one.end).split(':', 1)}: ${one.words}`;
};

describe('a blind copy', () => {
  it('is told by the field that names whom the envelope named', () => {
    for (const [header, expected] of [
      [
        `X-Original-To: bob@b.test\n${FOR_BOB}To: al@b.test\n${FROM}`,
        'X-Original-To: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [`X-Original-To: bob@b.test\n${FOR_BOB}To: bob+news@c.test\n${FROM}`, undefined],
      [`X-Original-To: bob@b.test\n${FOR_BOB}To: al@b.test\nCc: Bob <BOB@b.test>\n${FROM}`, undefined],
      [`X-Original-To: bob@b.test\n${FOR_BOB}${FROM}`, undefined],
      [
        `X-Original-To: bob@b.test\n${FOR_BOB}To: undisclosed-recipients:;\n${FROM}`,
        'X-Original-To: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc).',
      ],
      [
        `${FOR_BOB}To: al@b.test\n${FROM}`,
        'Received: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [`${PLAIN}To: al@b.test\n${FROM}`, undefined],
      [
        `Delivered-To: bob@b.test\n${PLAIN}To: al@b.test\n${FROM}`,
        'Delivered-To: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [
        `Delivered-To: box@b.test\n${FOR_BOB}To: al@b.test\n${FROM}`,
        'Received: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [`${PLAIN}Delivered-To: bob@b.test\nTo: al@b.test\n${FROM}`, undefined],
      [
        `Envelope-To: bob@b.test\n${PLAIN}To: al@b.test\n${FROM}`,
        'Envelope-To: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [
        `X-Envelope-To: bob@b.test\n${PLAIN}To: al@b.test\n${FROM}`,
        'X-Envelope-To: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [
        `Envelope-To: bob@b.test\nX-Envelope-To: eve@b.test\nX-Original-To: joe@b.test\n${PLAIN}To: al@b.test\n${FROM}`,
        'X-Original-To: It came for joe@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [
        `Envelope-To: bob@b.test\nX-Envelope-To: eve@b.test\n${PLAIN}To: al@b.test\n${FROM}`,
        'Envelope-To: It came for bob@b.test, whom neither To nor Cc names: as a blind copy (Bcc), by another name of the mailbox or passed on.',
      ],
      [`Envelope-To: bob@b.test, joe@b.test\n${PLAIN}To: al@b.test\n${FROM}`, undefined],
      [`Envelope-To: bob\n${PLAIN}To: al@b.test\n${FROM}`, undefined],
      [`X-Original-To: bob@b.test\n${FOR_BOB}List-Id: <l.a.test>\nTo: l@a.test\n${FROM}`, undefined],
      [
        `X-Original-To: bob@b.test\n${PLAIN}Received: from pc (pc.a.test [198.51.100.9]) by out.a.test with ESMTPS id 2 for <al@b.test>; Tue, 24 Nov 2026 14:41:10 +0100\nTo: al@b.test\n${FROM}`,
        'X-Original-To: It came for bob@b.test, whom neither To nor Cc names: it was passed on from al@b.test.',
      ],
      [`X-Original-To: bob@b.test\nTo: al@b.test\n${FROM}`, undefined],
    ] as const)
      assert.equal(told(header), expected, header);
  });
});
