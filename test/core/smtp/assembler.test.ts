import assert from 'node:assert/strict';
import { conversationsOf, heard } from './told.ts';

describe('what is said in a session', () => {
  it('is taken apart, with what each reply answers', () => {
    for (const [text, events] of [
      [
        '220 mx.a.test ESMTP\nEHLO b\n250-mx.a.test\n250-SIZE 5\n250 HELP\nMAIL FROM:<a@a.test> SIZE=5\n250 2.1.0 Ok\nRCPT TO:<b@b.test>\n550 5.1.1 no\nQUIT\n221 bye',
        '0|220 mx.a.test ESMTP|220 <connect> 1: mx.a.test ESMTP|i||| # 0|EHLO b|EHLO (b)|i||| # 0|250-mx.a.test\n250-SIZE 5\n250 HELP|250 <EHLO> 3: mx.a.test SIZE 5 HELP|i||| # 0|MAIL FROM:<a@a.test> SIZE=5|MAIL (FROM:<a@a.test> SIZE=5)|i||| # 0|250 2.1.0 Ok|250 2.1.0 <MAIL> 1: Ok|i||| # 0|RCPT TO:<b@b.test>|RCPT (TO:<b@b.test>)|i||| # 0|550 5.1.1 no|550 5.1.1 <RCPT> 1: no|i||| # 0|QUIT|QUIT ()|i||| # 0|221 bye|221 <QUIT> 1: bye|i||| # = mx.a.test 0-146 61-138 3+4+5+6+7',
      ],
      [
        '220 mx ESMTP\nDATA\n354 go\nSubject: x\n\nhi\n.\n250 2.0.0 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|DATA|DATA ()|i||| # 0|354 go|354 <DATA> 1: go|i||| # 0|Subject: x\n\nhi\n.|data true|i||| # 0|250 2.0.0 ok|250 2.0.0 <(data)> 1: ok|i||| # = ? 0-54 ',
      ],
      [
        '220 mx ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\nYm9i\n235 2.7.0 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|AUTH LOGIN|AUTH (LOGIN)|i||| # 0|334 VXNlcm5hbWU6|334 <AUTH> 1: VXNlcm5hbWU6|i||| # 0|Ym9i|auth|i||| # 0|235 2.7.0 ok|235 2.7.0 <(auth)> 1: ok|i||| # = ? 0-58 ',
      ],
      [
        '220 mx ESMTP\nEHLO b\n250-mx\n250 STARTTLS\nSTARTTLS\n220 go\nEHLO b\n250 mx.b.test',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|EHLO b|EHLO (b)|i||| # 0|250-mx\n250 STARTTLS|250 <EHLO> 2: mx STARTTLS|i||| # 0|STARTTLS|STARTTLS ()|i||| # 0|220 go|220 <STARTTLS> 1: go|i||| # 0|EHLO b|EHLO (b)|i|tls|| # 0|250 mx.b.test|250 <EHLO> 1: mx.b.test|i|tls|| # = mx.b.test 0-76 ',
      ],
      [
        'LHLO b\n250 ok\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nRCPT TO:<c@b.test>\n250 ok\nDATA\n354 go\nx\n.\n250 one\n452 two',
        '0|LHLO b|LHLO (b)|i||| # 0|250 ok|250 <LHLO> 1: ok|i||| # 0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|i||| # 0|250 ok|250 <MAIL> 1: ok|i||| # 0|RCPT TO:<b@b.test>|RCPT (TO:<b@b.test>)|i||| # 0|250 ok|250 <RCPT> 1: ok|i||| # 0|RCPT TO:<c@b.test>|RCPT (TO:<c@b.test>)|i||| # 0|250 ok|250 <RCPT> 1: ok|i||| # 0|DATA|DATA ()|i||| # 0|354 go|354 <DATA> 1: go|i||| # 0|x\n.|data true|i||| # 0|250 one|250 <(data)> 1: one|i||| # 0|452 two|452 <(data)> 1: two|i||| # = ? 0-125 14-117 2+3+4+5+6+7+8+9+10+11',
      ],
      ['550 5.7.1 no', '0|550 5.7.1 no|550 5.7.1 <?> 1: no|i||| # = ? 0-12 '],
      ['550 5.7.1 no\nQUIT', '0|550 5.7.1 no|550 5.7.1 <connect> 1: no|i||| # 0|QUIT|QUIT ()|i||| # = ? 0-17 '],
      [
        '421 mx.a.test busy\n220 mx.b.test ESMTP\nQUIT',
        '0|421 mx.a.test busy|421 <?> 1: mx.a.test busy|i||| # = ? 0-18  # 0|220 mx.b.test ESMTP|220 <connect> 1: mx.b.test ESMTP|i||| # 0|QUIT|QUIT ()|i||| # = mx.b.test 19-43 ',
      ],
      [
        '220 mx ESMTP\nQUIT\n221 bye\n220 my ESMTP\nQUIT',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|QUIT|QUIT ()|i||| # 0|221 bye|221 <QUIT> 1: bye|i||| # = ? 0-25  # 0|220 my ESMTP|220 <connect> 1: my ESMTP|i||| # 0|QUIT|QUIT ()|i||| # = ? 26-43 ',
      ],
      [
        'EHLO b\n220 mx.a.test ESMTP\n250 ok',
        '0|EHLO b|EHLO (b)|i||| # 0|220 mx.a.test ESMTP|220 <connect> 1: mx.a.test ESMTP|i||| # 0|250 ok|250 <EHLO> 1: ok|i||| # = mx.a.test 0-33 ',
      ],
      [
        '220-mx.a.test\n220 welcome\nQUIT',
        '0|220-mx.a.test\n220 welcome|220 <connect> 2: mx.a.test welcome|i||| # 0|QUIT|QUIT ()|i||| # = mx.a.test 0-30 ',
      ],
      [
        '220 mx ESMTP\nXCLIENT NAME=x\n220 mx ESMTP\nEHLO b\n250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|XCLIENT NAME=x|XCLIENT (NAME=x)|i||| # 0|220 mx ESMTP|220 <XCLIENT> 1: mx ESMTP|i||| # 0|EHLO b|EHLO (b)|i||| # 0|250 ok|250 <EHLO> 1: ok|i||| # = ? 0-54 ',
      ],
      [
        '220 mx ESMTP\nFOO\n500 5.5.1 what',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|FOO|FOO ()?|i||| # 0|500 5.5.1 what|500 5.5.1 <(other)> 1: what|i||| # = ? 0-31 ',
      ],
      [
        '220 mx ESMTP\nBDAT 5\nhello\n250 ok\nBDAT 0 LAST\n250 ok\nQUIT',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|i||| # 0|BDAT 5|BDAT (5)|i||| # 0|250 ok|250 <BDAT> 1: ok|i||| # 0|BDAT 0 LAST|BDAT (0 LAST)|i||| # 0|250 ok|250 <BDAT> 1: ok|i||| # 0|QUIT|QUIT ()|i||| # = ? 0-56 ',
      ],
      [
        'S: 220 mx ESMTP\nC: BDAT 5\nC: hello\nS: 250 ok\nC: BDAT 0 LAST\nS: 250 ok\nC: QUIT',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|BDAT 5|BDAT (5)|m||| # 0|hello|data false|m||| # 0|250 ok|250 <BDAT> 1: ok|m||| # 0|BDAT 0 LAST|BDAT (0 LAST)|m||| # 0|250 ok|250 <BDAT> 1: ok|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-77 ',
      ],
      [
        'S: 220 mx ESMTP\nC: AUTH PLAIN\nS: 334\nC: AGEAYg==\nS: 235 ok\nC: QUIT\nS: 221 x\nS: 250 y',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|AUTH PLAIN|AUTH (PLAIN)|m||| # 0|334|334 <AUTH> 1: |m||| # 0|AGEAYg==|auth|m||| # 0|235 ok|235 <(auth)> 1: ok|m||| # 0|QUIT|QUIT ()|m||| # 0|221 x|221 <QUIT> 1: x|m||| # = ? 3-75 ',
      ],
      [
        'S: 220 mx ESMTP\nC: AUTH PLAIN\nS: 334\nC: QUIT\nS: 221 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|AUTH PLAIN|AUTH (PLAIN)|m||| # 0|334|334 <AUTH> 1: |m||| # 0|QUIT|QUIT ()|m||| # 0|221 x|221 <QUIT> 1: x|m||| # = ? 3-53 ',
      ],
      [
        'S: 220 mx ESMTP\nC: DATA\nS: 354 go\nC: one\nC: two\nC: .\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|DATA|DATA ()|m||| # 0|354 go|354 <DATA> 1: go|m||| # 0|one\nC: two\nC: .|data true|m||| # 0|250 ok|250 <(data)> 1: ok|m||| # = ? 3-62 ',
      ],
      [
        'S: 220 mx ESMTP\nC: DATA\nS: 354 go\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|DATA|DATA ()|m||| # 0|354 go|354 <DATA> 1: go|m||| # 0|250 ok|250 <(data)> 1: ok|m||| # = ? 3-43 ',
      ],
      [
        'S: 220 mx ESMTP\nC: DATA\nC: one\nC: .\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|DATA|DATA ()|m||| # 0|one|one ()?|m||| # 0|.|. ()?|m||| # 0|250 ok|250 <DATA> 1: ok|m||| # = ? 3-45 ',
      ],
      ['C: DATA\nC: one\nC: .\nC: QUIT', ''],
      [
        'S: 220 mx ESMTP\nC: EHLO b\nS: words\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250 ok|250 <EHLO> 1: ok|m||| # = ? 3-44 ',
      ],
      [
        'S: 220 mx ESMTP\nC: EHLO b\nS: 250-mx\nS: words\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250-mx\nS: words\nS: 250 ok|250 <EHLO> 3: mx words ok|m||| # = ? 3-54 ',
      ],
      [
        'S: 220 mx ESMTP\nC: QUIT\nS: 221 ok\nS: error: closed',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|QUIT|QUIT ()|m||| # 0|221 ok|221 <QUIT> 1: ok|m||| # = ? 3-33 ',
      ],
      [
        'S: 220 mx ESMTP\nC: PROXY TCP4 192.0.2.1 192.0.2.2 5 25\nC: EHLO b\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|PROXY TCP4 192.0.2.1 192.0.2.2 5 25|PROXY (TCP4 192.0.2.1 192.0.2.2 5 25)|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250 ok|250 <PROXY> 1: ok|m||| # = ? 3-74 ',
      ],
      [
        'C: PROXY TCP4 192.0.2.1 192.0.2.2 5 25\nS: 220 mx ESMTP\nC: EHLO b\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250 ok|250 <EHLO> 1: ok|m||| # = ? 42-74 ',
      ],
      [
        'S: 220 mx ESMTP\nC: MAIL FROM:<a@a.test>\nC: RCPT TO:<b@b.test>\nS: 250 ok\nS: 550 no\nC: QUIT\nC: QUIT\nS: 221 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|MAIL FROM:<a@a.test>|MAIL (FROM:<a@a.test>)|m||| # 0|RCPT TO:<b@b.test>|RCPT (TO:<b@b.test>)|m||| # 0|250 ok|250 <MAIL> 1: ok|m||| # 0|550 no|550 <RCPT> 1: no|m||| # 0|QUIT|QUIT ()|m||| # 0|QUIT|QUIT ()|m||| # 0|221 x|221 <QUIT> 1: x|m||| # = ? 3-106 19-89 1+2+3+4+5',
      ],
      [
        'S: 220 mx ESMTP\nC: QUIT\nS: 221 x\nC: QUIT\nC: EHLO c\nS: 250 ok',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|QUIT|QUIT ()|m||| # 0|221 x|221 <QUIT> 1: x|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-40  # 0|EHLO c|EHLO (c)|m||| # 0|250 ok|250 <EHLO> 1: ok|m||| # = ? 44-60 ',
      ],
      [
        '10:00:00 S: 220 mx ESMTP\n10:00:01 C: QUIT\n10:00:02 S: 221 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m|||36000000 # 0|QUIT|QUIT ()|m|||36001000 # 0|221 x|221 <QUIT> 1: x|m|||36002000 # = ? 12-59 ',
      ],
      [
        '<-  220 mx ESMTP\n ~> QUIT\n<~  221 x',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|QUIT|QUIT ()|m|tls|| # 0|221 x|221 <QUIT> 1: x|m|tls|| # = ? 4-35 ',
      ],
      [
        'S: 220 mx ESMTP\nC: DATA\nS: 354 go\nC: x\nC: .\nS: 353 each\nS: 250 one\nS: 550 two\nS: 250 all',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|DATA|DATA ()|m||| # 0|354 go|354 <DATA> 1: go|m||| # 0|x\nC: .|data true|m||| # 0|353 each|353 <(data)> 1: each|m||| # 0|250 one|250 <(data)> 1: one|m||| # 0|550 two|550 <(data)> 1: two|m||| # 0|250 all|250 <(data)> 1: all|m||| # = ? 3-88 ',
      ],
      [
        'S: 220 mx ESMTP\nC: STARTTLS\nS: 220 2.0.0 go\nS: 220 my ESMTP\nC: EHLO b',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|STARTTLS|STARTTLS ()|m||| # 0|220 2.0.0 go|220 2.0.0 <STARTTLS> 1: go|m||| # = ? 3-43  # 0|220 my ESMTP|220 <connect> 1: my ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # = ? 47-69 ',
      ],
      [
        'S: 220 mx ESMTP\nC: EHLO b\nS: 250 ok\nS: 220 2.0.0 x\nC: QUIT',
        '0|220 mx ESMTP|220 <connect> 1: mx ESMTP|m||| # 0|EHLO b|EHLO (b)|m||| # 0|250 ok|250 <EHLO> 1: ok|m||| # 0|220 2.0.0 x|220 2.0.0 <?> 1: x|m||| # 0|QUIT|QUIT ()|m||| # = ? 3-58 ',
      ],
      [
        'S: 354 x\nC: EHLO b\nS: 250 ok',
        '0|354 x|354 <?> 1: x|m||| # 0|EHLO b|data false|m||| # 0|250 ok|250 <(data)> 1: ok|m||| # = ? 3-28 ',
      ],
    ] as const)
      assert.equal(heard(text).join(' # '), events, text);
  });
});

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
