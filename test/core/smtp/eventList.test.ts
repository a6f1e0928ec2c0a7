import assert from 'node:assert/strict';
import type { SmtpEvent } from '../../../src/core/smtp/conversation.ts';
import { isRefusal, repeatsRefusal } from '../../../src/core/smtp/eventList.ts';
import { conversationsOf } from './told.ts';

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
