import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, toldBySession } from './told.ts';

const notes = (text: string): string =>
  conversationsOf(text)
    .flatMap((conversation) => conversation.notes.map(({ start, end }) => text.slice(start, end)))
    .join(' ~ ');

describe('a session with marks', () => {
  it('is told by them, by connection where they name one', () => {
    for (const [text, dialect, said, noted] of [
      ['S: 220 a ESMTP\nC: EHLO b\nS: 250 ok\nC: QUIT\nS: 221 bye', 'probe', '220 EHLO 250 QUIT 221', ''],
      ['S: 220 a ESMTP\nC: EHLO b\nS: 250-a\n250 HELP\nC: QUIT', 'probe', '220 EHLO 250 QUIT', ''],
      [
        'S: 220 a ESMTP\nC: DATA\nS: 354 go\nC: Subject: x\nC:\nC: hi\nC: .\nS: 250 ok',
        'probe',
        '220 DATA 354 (data) 250',
        '',
      ],
      ['S: 220 a ESMTP\nC: DATA\nS: 354 go\nSubject: x\n\nhi\n.\nS: 250 ok', 'probe', '220 DATA 354 (data) 250', ''],
      ['S: 220 a ESMTP\nsome words\nC: EHLO b\nS: 250 ok', 'probe', '220 EHLO 250', 'some words'],
      ['S: 220 a ESMTP\nC: EHLO b\nS: 250 ok\nS: 220 c ESMTP\nC: EHLO d', 'probe', '220 EHLO 250 / 220 EHLO', ''],
      [
        '=== Trying a:25...\n=== Connected to a.\n<-  220 a ESMTP\n -> EHLO b\n<-  250 ok\n -> QUIT\n<-  221 bye\n=== Connection closed with remote host.',
        'swaks',
        '220 EHLO 250 QUIT 221',
        'Trying a:25... ~ Connected to a. ~ Connection closed with remote host.',
      ],
      [
        '=== Trying a:25...\n=== Connected to a.\n<-  220 a\n -> QUIT\n<-  221 bye\n=== Connection closed with remote host.\n=== Trying c:25...\n=== Connected to c.\n<-  220 c\n -> QUIT',
        'swaks',
        '220 QUIT 221 / 220 QUIT',
        'Trying a:25... ~ Connected to a. ~ Connection closed with remote host. ~ Trying c:25... ~ Connected to c.',
      ],
      ['<-  220 a ESMTP\n -> EHLO b\n<** 550 no\n -> QUIT', 'swaks', '220 EHLO 550 QUIT', ''],
      ['<-  220 a ESMTP\n ~> EHLO b\n<~  250 ok', 'swaks', '220 EHLO 250', ''],
      [
        ' -> QUIT\n<-  221 bye\nConnection closed by foreign host.\nwords',
        'swaks',
        'QUIT 221',
        'Connection closed by foreign host.',
      ],
      [
        "send: 'ehlo [127.0.0.1]\\r\\n'\nreply: b'250-a\\r\\n'\nreply: b'250 SIZE\\r\\n'\nreply: retcode (250); Msg: b'a\\nSIZE'\nsend: 'QUIT\\r\\n'\nreply: b'221 bye\\r\\n'",
        'python-smtplib',
        'EHLO 250 QUIT 221',
        "reply: retcode (250); Msg: b'a\\nSIZE'",
      ],
      ['01234 >>> 220 a ESMTP\n01234 <<< EHLO b\n01234 >>> 250 ok', 'sendmail-traffic', '220 EHLO 250', ''],
      [
        '01234 >>> 220 a ESMTP\n01234 <<< foo\n01234 >>> 500 what\n01234 <<< QUIT',
        'sendmail-traffic',
        '220 FOO 500 QUIT',
        '',
      ],
      [
        '01234 >>> 220 a ESMTP\n01234 <<< foo\n01234 >>> words\n01234 <<< QUIT',
        'sendmail-traffic',
        '220 QUIT',
        'foo ~ words',
      ],
      [
        '01234 >>> 220 a ESMTP\n01234 <<< EHLO b\n01234 >>> words\n01234 >>> 250 ok',
        'sendmail-traffic',
        '220 EHLO 250',
        'words',
      ],
      [
        '01234 >>> 220 a ESMTP\n01234 === CONNECT b\n01234 <<< EHLO b\n01234 >>> 250 ok',
        'sendmail-traffic',
        '220 EHLO 250',
        'CONNECT b',
      ],
      [
        '01234 >>> 220 a\n01235 >>> 220 b\n01234 <<< EHLO a\n01235 <<< EHLO b\n01234 >>> 250 ok\n01235 >>> 550 no',
        'sendmail-traffic',
        '220 EHLO 250 / 220 EHLO 550',
        '',
      ],
      ['01234 <<< 220 a ESMTP\n01234 >>> EHLO b\n01234 <<< 250 ok', 'sendmail-traffic', '220 EHLO 250', ''],
      ['[a] 220 x ESMTP\n[b] EHLO y\n[a] 250 ok', 'unknown', '220 EHLO 250', ''],
      [
        '[1] < 220 x ESMTP\n[1] > EHLO y\n[2] < 220 z ESMTP\n[1] < 250 ok\n[2] > EHLO w',
        'unknown',
        '220 EHLO 250 / 220 EHLO',
        '',
      ],
      [
        "S: 220 a ESMTP\nC: EHLO b\nS: 250 ok\nC: MAIL FROM:<a@a.test>\nS: 550 5.7.1 no\nsmtplib.SMTPException: (550, b'5.7.1 no')",
        'probe',
        '220 EHLO 250 MAIL 550',
        '',
      ],
      [
        '< 220 a ESMTP\n> EHLO b\n< 250-a\n< 250 HELP\n* Connected to a\n> QUIT\n< 221 bye\n* Closing connection 0',
        'curl',
        '220 EHLO 250 QUIT 221',
        '* Connected to a ~ * Closing connection 0',
      ],
    ] as const) {
      assert.equal(toldBySession(text).join(' / '), said, text);
      assert.equal(dialectsOf(text), dialect, text);
      assert.equal(notes(text), noted, text);
      for (const { start, end, events, notes: beside } of conversationsOf(text)) {
        const parts = [...events, ...beside].sort((a, b) => a.start - b.start);
        const last = Math.max(...parts.map((part) => part.end));
        const next = text.indexOf('\n', last);
        assert.equal(end, next < 0 ? text.length : next + 1, text);
        assert.equal(start, text.lastIndexOf('\n', (parts[0]?.start ?? 0) - 1) + 1, text);
      }
    }
  });
});
