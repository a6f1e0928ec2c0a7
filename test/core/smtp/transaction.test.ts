import assert from 'node:assert/strict';
import { conversationsOf } from './told.ts';

/** Each transaction as `sender>recipient=code outcome`. */
const transactions = (text: string): string =>
  conversationsOf(text)
    .flatMap(({ sessions, events }) =>
      sessions.flatMap((session) =>
        session.transactions.map(({ sender, recipients, outcome }) => {
          const codes = recipients.map(({ address, reply }) => {
            const event = reply === undefined ? undefined : events[reply];
            return event?.kind === 'reply' ? `${address}=${event.code}` : address;
          });
          return `${sender}>${codes.join(',')} ${outcome}`;
        }),
      ),
    )
    .join(' / ');

describe('a transaction', () => {
  it('is taken, refused, or left unfinished', () => {
    for (const [text, expected] of [
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n354 go\nx\n.\n250 ok',
        'a@a.test>b@b.test=250 accepted',
      ],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n550 no', 'a@a.test> refused'],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n550 no\nQUIT\n221 x',
        'a@a.test>b@b.test=550 refused',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n550 no\nRCPT TO:<c@b.test>\n250 ok\nQUIT\n221 x',
        'a@a.test>b@b.test=550,c@b.test=250 unfinished',
      ],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n450 no', 'a@a.test>b@b.test=450 refused'],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>', 'a@a.test>b@b.test unfinished'],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nQUIT\n221 x', 'a@a.test> unfinished'],
      ['220 a ESMTP\nMAIL FROM:<>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n554 no', '>b@b.test=250 refused'],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n354 go\nx\n.\n550 no',
        'a@a.test>b@b.test=250 refused',
      ],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRSET\n250 ok\nRCPT TO:<b@b.test>\n503 no', 'a@a.test> unfinished'],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nEHLO b\n250 ok\nRCPT TO:<b@b.test>\n503 no', 'a@a.test> unfinished'],
      ['220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nHELO b\n250 ok\nRCPT TO:<b@b.test>\n503 no', 'a@a.test> unfinished'],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nNOOP\n250 ok\nRCPT TO:<b@b.test>\n250 ok',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        '220 a ESMTP\nMAIL FROM: a@a.test\n250 ok\nRCPT TO : b@b.test\n250 ok\nQUIT\n221 x',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test> SIZE=5\n250 ok\nRCPT TO:<b@b.test> NOTIFY=NEVER\n250 ok\nQUIT\n221 x',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nBDAT 5\n250 ok\nBDAT 3 LAST\n250 ok',
        'a@a.test>b@b.test=250 accepted',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nBDAT 5\n250 ok\nQUIT\n221 x',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nBDAT 5\n554 no\nQUIT\n221 x',
        'a@a.test>b@b.test=250 refused',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n354 go\nx\n.\n250 ok\nMAIL FROM:<c@a.test>\n250 ok\nRCPT TO:<d@b.test>\n550 no',
        'a@a.test>b@b.test=250 accepted / c@a.test>d@b.test=550 refused',
      ],
      [
        '220 a ESMTP\nMAIL FROM:<a@a.test>\nRCPT TO:<b@b.test>\nRCPT TO:<c@b.test>\nDATA\n250 ok\n250 ok\n550 no\n354 go\nx\n.\n250 ok',
        'a@a.test>b@b.test=250,c@b.test=550 accepted',
      ],
      ['220 a ESMTP\nRCPT TO:<b@b.test>\n503 no', ''],
      [
        'S: 220 a ESMTP\nC: SEND FROM:<a@a.test>\nS: 250 ok\nC: RCPT TO:<b@b.test>\nS: 250 ok',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        'S: 220 a ESMTP\nC: SOML FROM:<a@a.test>\nS: 250 ok\nC: RCPT TO:<b@b.test>\nS: 250 ok',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        'S: 220 a ESMTP\nC: SAML FROM:<a@a.test>\nS: 250 ok\nC: RCPT TO:<b@b.test>\nS: 250 ok',
        'a@a.test>b@b.test=250 unfinished',
      ],
      [
        'S: 220 a ESMTP\nC: MAIL FROM:<a@a.test>\nS: 250 ok\nC: QUIT\nS: 221 ok\nC: RCPT TO:<b@b.test>\nS: 250 ok',
        'a@a.test> unfinished',
      ],
      ['S: 220 a ESMTP\nC: MAIL\nS: 501 no', '> refused'],
    ] as const)
      assert.equal(transactions(text), expected, text);
  });
});
