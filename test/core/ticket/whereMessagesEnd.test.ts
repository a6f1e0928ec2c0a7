import assert from 'node:assert/strict';
import { looksLikeMessage } from '../../../src/core/ticket/messageStart.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** The blocks as `kind firstLine`. */
const blocks = (text: string): string => {
  const ticket = readTicket(text);
  return ticket.blocks.map(({ kind, start }) => `${kind} ${ticket.lines.lineOf(start) + 1}`).join(', ');
};

const RECEIVED = 'Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000';
const LOGGED = 'Nov 20 09:14:58 mx1 postfix/qmgr[902]: 4C1D52280FF: from=<a@a.test>, size=1, nrcpt=1 (queue active)';

describe('a message in a text', () => {
  it('ends behind its last boundary, at its fence, or where something else starts', () => {
    for (const [text, found] of [
      ['From: a@a.test\nSubject: x\n\nHi\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1, message 6'],
      [
        'From: a@a.test\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nHi\n\nFrom: b@b.test\nSubject: y\n\n--b--\nwords\n',
        'message 1, prose 12',
      ],
      [
        'From: a@a.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n\n--b--  \nwords\n',
        'message 1, prose 9',
      ],
      ['From: a@a.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\nwords\n', 'message 1'],
      [
        'From: a@a.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\nFrom: a@a.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b--\nend',
        'message 1, message 8, prose 15',
      ],
      [
        'From: a@a.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n\nFrom: c@c.test\nSubject: z\n\n',
        'message 1, message 8',
      ],
      ['```\nFrom: a@a.test\nSubject: x\n\nHi\n```\nwords\n', 'prose 1, message 2, prose 6'],
      ['~~~ text\nFrom: a@a.test\nSubject: x\n\nHi\n~~~\nwords\n', 'prose 1, message 2, prose 6'],
      ['```\nFrom: a@a.test\nSubject: x\n\nHi\n~~~\nwords\n', 'prose 1, message 2'],
      ['    ```\nFrom: a@a.test\nSubject: x\n\nHi\n```\nwords\n', 'prose 1, message 2'],
      ['From: a@a.test\nSubject: x\n\nHi\n```\nwords\n', 'message 1'],
      [
        'From: mailer-daemon@a.test\nSubject: x\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n\nFrom: c@c.test\nSubject: z\n',
        'message 1, message 11',
      ],
      [
        'From: mailer-daemon@a.test\nSubject: x\n\nno\n\nFrom: mailer-daemon@b.test\nSubject: y\n\nHo\n',
        'message 1, message 6',
      ],
      [
        'From: mailer-daemon@a.test\nSubject: x\n\nno\n\nFrom b@b.test Fri Nov 20 10:00:00 2026\nFrom: b@b.test\nSubject: y\n\nHo\n',
        'message 1, message 6',
      ],
      ['From: b@b.test\nSubject: Returned mail: x\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      ['From: b@b.test\nSubject: Undelivered Mail\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      ['From: b@b.test\nSubject: failure notice\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      [
        'From: b@b.test\nSubject: Delivery Status Notification\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n',
        'message 1',
      ],
      ['From: b@b.test\nSubject: hello\nReturn-Path: <>\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      [
        'From: b@b.test\nSubject: hello\nReturn-Path: <b@b.test>\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n',
        'message 1, message 7',
      ],
      ['From: Mail Delivery System <x@a.test>\nSubject: x\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      ['From: Mail Server <x@a.test>\nSubject: x\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      ['From: Delivery Subsystem <x@a.test>\nSubject: x\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      ['From: postmaster@a.test\nSubject: x\n\nno\n\nFrom: b@b.test\nSubject: y\n\nHo\n', 'message 1'],
      ['From: a@a.test\nSubject: x\n\nHi\n\nC: EHLO pc\nS: 250 mx\n', 'message 1, conversation 6'],
      ['From: a@a.test\nSubject: x\n\nHi\nC: EHLO pc\nS: 250 mx\n', 'message 1, conversation 5'],
      ['From: mailer-daemon@a.test\nSubject: x\n\nno\n\n>>> RCPT To:<b@b.test>\n<<< 550 no\n\nend\n', 'message 1'],
      ['From: mailer-daemon@a.test\nSubject: x\n\nno\n\n>>>RCPT To:<b@b.test>\n<<<550 no\n', 'message 1'],
      [
        'From: a@a.test\nSubject: x\n\nno\n\n>>> RCPT To:<b@b.test>\n<<< 550 no\n\nend\n',
        'message 1, conversation 6, prose 8',
      ],
      ['From: a@a.test\nSubject: x\n\nno\n\n220 mx.a.test ESMTP\nEHLO pc\n250 mx\n', 'message 1, conversation 6'],
      [`${RECEIVED}\nFrom: a@a.test\n\nno\n550 5.1.1 no user\nend\n`, 'message 1'],
      [
        'From: a@a.test\nSubject: x\n\nno\n\n550 5.1.1 no user\n550 5.1.2 no\nend\n',
        'message 1, conversation 6, prose 8',
      ],
      [`${RECEIVED}\nFrom: a@a.test\n\nno\n220 mx ESMTP\nEHLO a\n250 mx\n`, 'message 1, conversation 5'],
      [`${RECEIVED}\nFrom: a@a.test\n\nno\nEHLO a\n250 mx\n`, 'message 1, conversation 5'],
      ['Delivered-To: a@a.test\nFrom: a@a.test\n\nno\n550 5.1.1 no user\n451 4.7.1 later\nend\n', 'message 1'],
      [
        `${RECEIVED}\nFrom: mailer-daemon@a.test\n\nno\n550 5.1.1 no user\n451 4.7.1 later\nend\n`,
        'message 1, conversation 5, prose 7',
      ],
      [
        `${RECEIVED}\nReturn-Path: <a@a.test>\nFrom: mailer-daemon@a.test\n\nno\n550 5.1.1 no user\n451 4.7.1 later\nend\n`,
        'message 1',
      ],
      ['From: a@a.test\nSubject: x\n\nHi\n\n$ dig +short mx a.test\n10 mx.a.test.\n', 'message 1, lookup 6'],
      [`From: a@a.test\nSubject: x\n\nHi\n\n${LOGGED}\n`, 'message 1, log 6'],
      [`From: a@a.test\nSubject: x\n\nHi\n${LOGGED}\n`, 'message 1'],
      ['X-Spam-Status: No\nX-Foo: a\n\nwords', 'message 1, prose 4'],
      ['Date: x\nX-Foo: a\n\nwords', 'message 1'],
      ['Message-ID: <x@a.test>\nX-Foo: a\n\nwords', 'message 1'],
      ['Authentication-Results: mx; spf=pass\nFrom: a@a.test\n\nno\n550 5.1.1 no user\nend\n', 'message 1'],
      ['X-OriginalArrivalTime: x\nFrom: a@a.test\n\nno\n550 5.1.1 no user\nend\n', 'message 1'],
      [
        `${RECEIVED}\nFrom: a@a.test\n\nno\n550 5.1.1 no user\n\n550 5.1.2 no\nso\n220 mx ESMTP\nEHLO a\n250 mx\n`,
        'message 1, conversation 9',
      ],
      ['```\nFrom: a@a.test\nSubject: x\n\nHi\n  ```  \nwords\n', 'prose 1, message 2, prose 6'],
      ['``` text x\nFrom: a@a.test\nSubject: x\n\nHi\n```\nwords\n', 'prose 1, message 2'],
      ['X-Spam-Status: No\nX-Foo: a\nwords\nX-Bar: b\nmore words', 'message 1, prose 5'],
    ] as const)
      assert.equal(blocks(text), found, text);
  });

  it('is what a text starts with, behind empty lines or the line of a mailbox', () => {
    for (const text of [
      'From: a@a.test\nSubject: x\n',
      '\n \t\r\nFrom: a@a.test\nSubject: x\n',
      'From a@a.test Fri Nov 20 10:00:00 2026\nbody',
      `${'\n'.repeat(19_900)}From: a@a.test\nSubject: x\n`,
    ])
      assert.equal(looksLikeMessage(text), true, text.trim());
    for (const text of ['', '\n\n', 'words\nFrom: a@a.test\nSubject: x\n'])
      assert.equal(looksLikeMessage(text), false, text.trim());
    // It is looked for at the start alone.
    assert.equal(looksLikeMessage(`${'\n'.repeat(20_000)}From: a@a.test\nSubject: x\n`), false);
  });
});
