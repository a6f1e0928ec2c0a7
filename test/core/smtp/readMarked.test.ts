import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, heard, toldBySession } from './told.ts';

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
      [
        'S: 220 a ESMTP\nC: AUTH PLAIN\nS: 334\nC: *\nS: 501 no\nC: EHLO b\nS: 250 ok',
        'probe',
        '220 AUTH 334 (auth) 501 EHLO 250',
        '',
      ],
      ['<-  220 a\n -> EHLO b\n<-  250-a\n250-b\n<-  250 c\n -> QUIT', 'swaks', '220 EHLO 250 QUIT', ''],
      ['<-  220 a\n -> EHLO b\n<-  250-a\nwords\n<-  250 c\n -> QUIT', 'swaks', '220 EHLO 250 QUIT', 'words'],
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

  it('goes on behind other lines, as many as its kind has', () => {
    const words = (count: number): string => 'words\n'.repeat(count);
    for (const [text, said] of [
      [`S: 220 a ESMTP\nC: EHLO b\n${words(11)}S: 250 ok`, '220 EHLO 250'],
      [`S: 220 a ESMTP\nC: EHLO b\n${words(12)}S: 250 ok`, '220 EHLO'],
      [`01234 >>> 220 a ESMTP\n01234 <<< EHLO b\n${words(249)}01234 >>> 250 ok`, '220 EHLO 250'],
      [`01234 >>> 220 a ESMTP\n01234 <<< EHLO b\n${words(250)}01234 >>> 250 ok`, '220 EHLO'],
      [`S: 220 a ESMTP\nC: DATA\nS: 354 go\n${words(1900)}S: 250 ok`, '220 DATA 354 (data) 250'],
    ] as const)
      assert.equal(toldBySession(text).join(' / '), said, text.replace(/(words\n)+/, '…'));
  });

  it('ends behind a refusal that is said again, and in front of one that is another', () => {
    const session = '<-  220 a ESMTP\n -> EHLO b\n<** 550 5.7.1 no\n';
    for (const [behind, taken] of [
      ['550 5.7.1 no\n', true],
      ['  550 5.7.1 no \n', true],
      ['551 5.7.1 no\n', false],
      ['words\n', false],
    ] as const) {
      const [first] = conversationsOf(`${session}${behind}more words\n`);
      assert.equal(first?.end, session.length + (taken ? behind.length : 0), behind);
    }
    assert.equal(conversationsOf(session)[0]?.end, session.length);
  });
});

describe('a reply', () => {
  it('answers what was asked first, and belongs to its connection', () => {
    for (const [text, events] of [
      [
        '220 mx.a.test ESMTP\nEHLO b\n250 mx.b.test\nQUIT\n221 mx.c.test',
        '0|220 mx.a.test ESMTP|220 <connect> 1: mx.a.test ESMTP|i||| # 0|EHLO b|EHLO (b)|i||| # 0|250 mx.b.test|250 <EHLO> 1: mx.b.test|i||| # 0|QUIT|QUIT ()|i||| # 0|221 mx.c.test|221 <QUIT> 1: mx.c.test|i||| # = mx.a.test 0-59 ',
      ],
      [
        '554 mx.a.test no\nQUIT',
        '0|554 mx.a.test no|554 <connect> 1: mx.a.test no|i||| # 0|QUIT|QUIT ()|i||| # = ? 0-21 ',
      ],
      [
        'LHLO b\n250 mx.a.test\nQUIT',
        '0|LHLO b|LHLO (b)|i||| # 0|250 mx.a.test|250 <LHLO> 1: mx.a.test|i||| # 0|QUIT|QUIT ()|i||| # = mx.a.test 0-25 ',
      ],
      [
        '550 5.7.1 no\n551 5.7.2 no',
        '0|550 5.7.1 no|550 5.7.1 <?> 1: no|i||| # 0|551 5.7.2 no|551 5.7.2 <?> 1: no|i||| # = ? 0-25 ',
      ],
      [
        'Trying 192.0.2.1...\nConnected to mx.\n550 5.7.1 no',
        '0|550 5.7.1 no|550 5.7.1 <connect> 1: no|i||| # = ? 37-49 ',
      ],
      ['S: 550 5.7.1 no', '0|550 5.7.1 no|550 5.7.1 <connect> 1: no|m||| # = ? 3-15 '],
      [
        '<-  220 mx\n -> MAIL FROM:<a@a.test>\n<** 550 5.7.1 no\n550 5.7.1 no\nwords',
        '0|220 mx|220 <connect> 1: mx|m||| # 0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m||| # 0|550 5.7.1 no|550 5.7.1 <MAIL> 1: no|m||| # = ? 4-52 15-52 1+2',
      ],
      [
        '<-  220 mx\n -> MAIL FROM:<a@a.test>\n<** 550 5.7.1 no\n550 5.7.2 no\nwords',
        '0|220 mx|220 <connect> 1: mx|m||| # 0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m||| # 0|550 5.7.1 no|550 5.7.1 <MAIL> 1: no|m||| # = ? 4-52 15-52 1+2 # 0|550 5.7.2 no|550 5.7.2 <?> 1: no|i||| # = ? 53-65 ',
      ],
      [
        'S: 220 mx ESMTP  \nC: MAIL FROM:<a@a.test>\nS: 250-one\nS: 250 2.0.0 two',
        '0|220 mx ESMTP  |220 <connect> 1: mx ESMTP|m||| # 0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m||| # 0|250-one\nS: 250 2.0.0 two|250 2.0.0 <MAIL> 2: one two|m||| # = ? 3-69 21-69 1+2',
      ],
      [
        'S: 220 mx ESMTP\nC: EHLO b\nS: 250 ok\nC: QUIT\nS: 221-bye\nS: 221 bye\nC: EHLO c',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250 ok|250 <EHLO> 1: ok|m||| # 0|QUIT|QUIT ()|m||| # 0|221-bye\nS: 221 bye|221 <QUIT> 2: bye bye|m||| # = ? 3-65  # 0|EHLO c|EHLO (c)|m||| # = ? 69-75 ',
      ],
      [
        'S: 220 mx ESMTP\nC: EHLO b\nS: 421 bye\nS: 220 my ESMTP\nC: EHLO c',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # 0|421 bye|421 <EHLO> 1: bye|m||| # = ? 3-36  # 0|220 my ESMTP|220 <connect> 1: my ESMTP|m||| # 0|EHLO c|EHLO (c)|m||| # = ? 40-62 ',
      ],
      [
        'C: EHLO b\nS: 554 no\nC: QUIT',
        '0|EHLO b|EHLO (b)|m||| # 0|554 no|554 <connect> 1: no|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-27 ',
      ],
      [
        'C: HELO b\nS: 421 no\nC: QUIT',
        '0|HELO b|HELO (b)|m||| # 0|421 no|421 <connect> 1: no|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-27 ',
      ],
      [
        'C: MAIL FROM:<a@a.test>\nS: 554 no\nC: QUIT',
        '0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m||| # 0|554 no|554 <MAIL> 1: no|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-41 3-41 0+1+2',
      ],
      [
        'C: STARTTLS\nS: 220 go\nC: EHLO b\nS: 250 ok',
        '0|STARTTLS|STARTTLS ()|m||| # 0|220 go|220 <STARTTLS> 1: go|m||| # 0|EHLO b|EHLO (b)|m|tls|| # 0|250 ok|250 <EHLO> 1: ok|m|tls|| # = ? 3-41 ',
      ],
      [
        'C: XCLIENT A=b\nS: 220 go\nC: EHLO b\nS: 250 ok',
        '0|XCLIENT A=b|XCLIENT (A=b)|m||| # 0|220 go|220 <XCLIENT> 1: go|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250 ok|250 <EHLO> 1: ok|m||| # = ? 3-44 ',
      ],
      [
        'C: EHLO b\nC: MAIL FROM:<a@a.test>\nC: DATA\nC: hello there\nC: .\nC: QUIT',
        '0|EHLO b|EHLO (b)|m||| # 0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m||| # 0|DATA|DATA ()|m||| # 0|hello there\nC: .|data true|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-69 13-69 1+2+3+4',
      ],
      [
        'S: 220 mx ESMTP\nC: LHLO b\nS: 250 ok\nC: DATA\nS: 354 go\nC: .\nS: 250 one\nS: 250 two\nC: QUIT\nS: 221 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|LHLO b|LHLO (b)|m||| # 0|250 ok|250 <LHLO> 1: ok|m||| # 0|DATA|DATA ()|m||| # 0|354 go|354 <DATA> 1: go|m||| # 0|.|data true|m||| # 0|250 one|250 <(data)> 1: one|m||| # 0|250 two|250 <(data)> 1: two|m||| # 0|QUIT|QUIT ()|m||| # 0|221 x|221 <QUIT> 1: x|m||| # = ? 3-97 ',
      ],
      [
        'S: 220 mx ESMTP\nC: DATA\nS: 354 go\nC: .\nS: 250 one\nS: 250 two\nC: QUIT\nS: 221 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|DATA|DATA ()|m||| # 0|354 go|354 <DATA> 1: go|m||| # 0|.|data true|m||| # 0|250 one|250 <(data)> 1: one|m||| # 0|250 two|250 <?> 1: two|m||| # 0|QUIT|QUIT ()|m||| # 0|221 x|221 <QUIT> 1: x|m||| # = ? 3-77 ',
      ],
      [
        'S: 220 mx ESMTP\nC: BDAT 5 LAST\nC: hello\nS: 250 ok\nC: FOO\nS: 500 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|BDAT 5 LAST|BDAT (5 LAST)|m||| # 0|hello|data false|m||| # 0|250 ok|250 <BDAT> 1: ok|m||| # 0|FOO|FOO ()?|m||| # 0|500 x|500 <(other)> 1: x|m||| # = ? 3-65 ',
      ],
      [
        'S: 220 mx ESMTP\nC: QUIT\nS: 221 ok\nS: [192.0.2.1] closing',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|QUIT|QUIT ()|m||| # 0|221 ok|221 <QUIT> 1: ok|m||| # = ? 3-33 ',
      ],
      [
        'S: 220 mx ESMTP\nC: QUIT\nS: 221 ok\nS: more of it',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|QUIT|QUIT ()|m||| # 0|221 ok|221 <QUIT> 1: ok|m||| # = ? 3-33 ',
      ],
    ] as const)
      assert.equal(heard(text).join(' # '), events, text);
  });
});
