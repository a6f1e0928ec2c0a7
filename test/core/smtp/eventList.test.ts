import assert from 'node:assert/strict';
import type { SmtpEvent } from '../../../src/core/smtp/conversation.ts';
import { isRefusal, repeatsRefusal } from '../../../src/core/smtp/eventList.ts';
import { conversationsOf, heard } from './told.ts';

describe('a refusal', () => {
  it('is a reply of class 4 or 5', () => {
    for (const line of ['550 no', '  421 bye', '450 4.7.1 later', `550 ${'x'.repeat(1996)}`])
      assert.equal(isRefusal(line), true, line);
    for (const line of ['250 ok', '354 go', '650 no', '5500 no', '55 no', 'x 550 no', '550', `550 ${'x'.repeat(1997)}`])
      assert.equal(isRefusal(line), false, line);
  });

  it('is said again where it is the same', () => {
    const [conversation] = conversationsOf(
      '220 mx ESMTP\nEHLO b\n250 ok\nMAIL FROM:<a@a.test>\n400 one\nMAIL FROM:<a@a.test>\n550-5.7.1 no\n550 5.7.1 way\nNOOP\n399 odd\nNOOP\n501\n',
    );
    const events: readonly SmtpEvent[] = conversation?.events ?? [];
    for (const [line, again] of [
      ['400 one', true],
      ['550 5.7.1 no way', true],
      ['501', true],
      ['550 no way', false],
      ['550 5.7.1 no', false],
      ['399 odd', false],
      ['250 ok', false],
      ['', false],
    ] as const)
      assert.equal(repeatsRefusal(events, line), again, line);
    assert.equal(repeatsRefusal([], '550 no'), false);
  });
});

describe('the place of a session', () => {
  /** Where each session and each of its transactions starts and ends, and what answers what. */
  const places = (text: string): string =>
    conversationsOf(text)
      .flatMap(({ sessions, events }) => [
        ...sessions.map(
          ({ start, end, transactions }) =>
            `${text.slice(start, end).split('\n').length} lines, ${transactions.map((one) => `${text.slice(one.start, one.end).replaceAll('\n', '/')} ${one.outcome}`).join(' and ')}`,
        ),
        ...events.flatMap((event) => (event.kind === 'reply' ? [event.answers] : [])),
      ])
      .join(' | ');
  it('is from its first line to its last, that of a transaction from MAIL to the reply to its message', () => {
    for (const [text, expected] of [
      ['550 5.7.1 no', '1 lines,  | ?'],
      ['S: 550 5.7.1 no', '1 lines,  | connect'],
      ['550 5.7.1 no\nQUIT', '2 lines,  | connect'],
      ['550 5.7.1 no\n550 5.7.1 no', '2 lines,  | ? | ?'],
      ['Trying 192.0.2.1...\nConnected to mx.\n550 5.7.1 no', '1 lines,  | connect'],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250-ok\n250 so\nRCPT TO:<b@b.test>\n250 ok\nDATA\n354 go\nx\n.\n250 ok\nQUIT\n221 bye',
        '13 lines, MAIL FROM:<a@a.test>/250-ok/250 so/RCPT TO:<b@b.test>/250 ok/DATA/354 go/x/./250 ok accepted | connect | MAIL | RCPT | DATA | (data) | QUIT',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRSET\n250 ok\nMAIL FROM:<b@a.test>\n550-no\n550 way',
        '8 lines, MAIL FROM:<a@a.test>/250 ok/RSET unfinished and MAIL FROM:<b@a.test>/550-no/550 way refused | connect | MAIL | RSET | MAIL',
      ],
    ] as const)
      assert.equal(places(text), expected, text);
  });
});

describe('what is told of an event', () => {
  it('is where it stands, with its time, its connection and whether it was sent over TLS', () => {
    for (const [text, ...events] of [
      [
        '<~  220 mx.a.test ESMTP\n ~> EHLO b\n<~  250-mx.a.test\n<~  250 HELP\n ~> QUIT',
        '0|220 mx.a.test ESMTP|220 <connect> 1: mx.a.test ESMTP|m|tls||',
        '0|EHLO b|EHLO (b)|m|tls||',
        '0|250-mx.a.test\n<~  250 HELP|250 <EHLO> 2: mx.a.test HELP|m|tls||',
        '0|QUIT|QUIT ()|m|tls||',
        '= mx.a.test 4-74 ',
      ],
      [
        '10:00:00 01234 >>> 220 mx.a.test ESMTP\n10:00:01 01234 <<< EHLO b\n10:00:02 01234 >>> 250 ok\n10:00:03 01234 <<< STARTTLS\n10:00:04 01234 >>> 220 go\n10:00:05 01234 <<< EHLO b\n10:00:06 01234 >>> 250 ok',
        '0|220 mx.a.test ESMTP|220 <connect> 1: mx.a.test ESMTP|m||01234|36000000',
        '0|EHLO b|EHLO (b)|m||01234|36001000',
        '0|250 ok|250 <EHLO> 1: ok|m||01234|36002000',
        '0|STARTTLS|STARTTLS ()|m||01234|36003000',
        '0|220 go|220 <STARTTLS> 1: go|m||01234|36004000',
        '0|EHLO b|EHLO (b)|m|tls|01234|36005000',
        '0|250 ok|250 <EHLO> 1: ok|m|tls|01234|36006000',
        '= mx.a.test 19-196 ',
      ],
      [
        'S: 220 mx ESMTP\nC: MAIL FROM:<a@a.test>\nS: 250 ok\nC: RCPT TO:<b@b.test>\nS: 250-one\nS: 250 two\nC: DATA\nS: 354 go\nC: Subject: x\nC: .\nS: 451-4.3.0 later\nS: 451 4.3.0 please',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m|||',
        '0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m|||',
        '0|250 ok|250 <MAIL> 1: ok|m|||',
        '0|RCPT TO:<b@b.test>|RCPT (TO:<b@b.test>)|m|||',
        '0|250-one\nS: 250 two|250 <RCPT> 2: one two|m|||',
        '0|DATA|DATA ()|m|||',
        '0|354 go|354 <DATA> 1: go|m|||',
        '0|Subject: x\nC: .|data true|m|||',
        '0|451-4.3.0 later\nS: 451 4.3.0 please|451 4.3.0 <(data)> 2: later please|m|||',
        '= ? 3-169 19-169 1+2+3+4+5+6+7+8',
      ],
    ] as const)
      assert.deepEqual(heard(text), events, text);
  });
});
