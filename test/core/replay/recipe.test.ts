import assert from 'node:assert/strict';
import { cautious, RECIPE_STEPS } from '../../../src/core/replay/recipe.ts';
import { readRecipe } from '../../../src/core/replay/sessionAgain.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** All that is told of the session at a line. */
function told(text: string, line: number): string {
  const recipe = readRecipe(readTicket(text), line);
  if (recipe === undefined) return 'none';
  const { host, hostFromGreeting, port, hello, helo, tls, auth, envelope, message, reached } = recipe;
  const recipients = envelope?.recipients.map(({ address, parameters }) => `${address}[${parameters}]`);
  return [
    host ?? '-',
    hostFromGreeting ? 'greeting' : '',
    port,
    hello,
    helo ?? '-',
    tls,
    auth ?? '-',
    envelope ? `${envelope.from}[${envelope.parameters}]>${recipients}` : '-',
    message ? `${message.lines.join('/')}|${message.shown.join('/')}|${message.whole}` : '-',
    reached,
    recipe.leftOut.join('+'),
    recipe.otherTransactions,
    recipe.cut.join(';'),
  ].join(' ~ ');
}

describe('what a session did', () => {
  it('is told by what stands in it, of the one at a line', () => {
    for (const [text, line, expected] of [
      [
        '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nQUIT\n221 x',
        0,
        'mx.a.test ~ greeting ~ 25 ~ EHLO ~ b.test ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      ['220 mx ESMTP\nHELO b.test\n250 ok', 0, '- ~  ~ 25 ~ HELO ~ b.test ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ '],
      [
        '220 mx ESMTP\nLHLO [192.0.2.1]\n250 ok',
        0,
        '- ~  ~ 25 ~ LHLO ~ [192.0.2.1] ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      ['220 mx ESMTP\nEHLO b test\n250 ok', 0, '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ - ~ - ~ BANNER ~  ~ 0 ~ '],
      ['220 mx.a.test ESMTP', 0, 'mx.a.test ~ greeting ~ 25 ~ EHLO ~ - ~ none ~ - ~ - ~ - ~ BANNER ~  ~ 0 ~ '],
      [
        '$ telnet mx.a.test 587\nTrying 192.0.2.1...\nConnected to mx.a.test.\n220 mx ESMTP\nEHLO b\n250 ok',
        0,
        'mx.a.test ~  ~ 587 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      [
        '$ openssl s_client -connect mx.a.test:465\nCONNECTED(00000003)\n---\n220 mx ESMTP\nEHLO b\n250 ok',
        0,
        'mx.a.test ~  ~ 465 ~ EHLO ~ b ~ implicit ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      ['<-  220 mx ESMTP\n ~> EHLO b\n<~  250 ok', 0, '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ '],
      [
        '<~  220 mx.a.test ESMTP\n ~> EHLO b\n<~  250 ok',
        0,
        'mx.a.test ~ greeting ~ 465 ~ EHLO ~ b ~ implicit ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nEHLO b\n250-mx\n250 STARTTLS\nSTARTTLS\n220 go\nEHLO c\n250 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ c ~ starttls ~ - ~ - ~ - ~ STARTTLS ~  ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nEHLO b\n250 ok\nAUTH plain AGEAYg==\n235 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ b ~ none ~ PLAIN ~ - ~ - ~ AUTH ~  ~ 0 ~ ',
      ],
      ['220 mx ESMTP\nEHLO b\n250 ok\nAUTH\n501 no', 0, '- ~  ~ 25 ~ EHLO ~ b ~ none ~ LOGIN ~ - ~ - ~ AUTH ~  ~ 0 ~ '],
      [
        '220 mx ESMTP\nEHLO b\n250 ok\nMAIL FROM:<a@a.test> SIZE=5 BODY=8BITMIME AUTH=<>\n250 ok\nRCPT TO:<b@b.test> NOTIFY=NEVER\n250 ok\nRCPT TO:<c@b.test>\n550 no',
        0,
        '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ a@a.test[BODY=8BITMIME]>b@b.test[NOTIFY=NEVER],c@b.test[] ~ - ~ RCPT ~  ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<>\n250 ok\nDATA\n354 go\nSubject: x\n\n..dot\n.\n250 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ []> ~ Subject: x//.dot|Subject: x//.dot|true ~ MESSAGE ~  ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n354 go\nSubject: x\n\nhi',
        0,
        '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ a@a.test[]>b@b.test[] ~ Subject: x//hi|Subject: x//hi|false ~ MESSAGE ~  ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n554 no',
        0,
        '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ a@a.test[]>b@b.test[] ~ - ~ DATA ~  ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n550 no\nRSET\n250 ok\nMAIL FROM:<c@a.test>\n250 ok\nRCPT TO:<d@b.test>\n250 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ a@a.test[]>b@b.test[] ~ - ~ RCPT ~  ~ 1 ~ ',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nRSET\n250 ok\nMAIL FROM:<c@a.test>\n250 ok\nRCPT TO:<d@b.test>\n250 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ c@a.test[]>d@b.test[] ~ - ~ RCPT ~  ~ 1 ~ ',
      ],
      [
        '220 mx ESMTP\nEHLO b\n250 ok\nVRFY x\n252 ok\nNOOP\n250 ok\nEXPN y\n550 no\nVRFY z\n252 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~ VRFY+EXPN ~ 0 ~ ',
      ],
      [
        '220 mx ESMTP\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nBDAT 5 LAST\n250 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ - ~ none ~ - ~ a@a.test[]>b@b.test[] ~ - ~ MESSAGE ~  ~ 0 ~ ',
      ],
      ['220 mx ESMTP\nSTARTTLS\n220 go', 0, '- ~  ~ 25 ~ EHLO ~ - ~ starttls ~ - ~ - ~ - ~ STARTTLS ~  ~ 0 ~ '],
      ['words\n220 mx ESMTP\nEHLO b\n250 ok', 0, '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ '],
      ['words\n220 mx ESMTP\nEHLO b\n250 ok', 99, '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ '],
      ['words\n220 mx ESMTP\nEHLO b\n250 ok', -5, '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ '],
      [
        '220 m1 ESMTP\nEHLO b\n250 ok\nQUIT\n221 x\n\nwords\n\n220 m2 ESMTP\nEHLO c\n250 ok',
        0,
        '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      [
        '220 m1 ESMTP\nEHLO b\n250 ok\nQUIT\n221 x\n\nwords\n\n220 m2 ESMTP\nEHLO c\n250 ok',
        4,
        '- ~  ~ 25 ~ EHLO ~ b ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      ['220 m1 ESMTP\nEHLO b\n250 ok\nQUIT\n221 x\n\nwords\n\n220 m2 ESMTP\nEHLO c\n250 ok', 6, 'none'],
      [
        '220 m1 ESMTP\nEHLO b\n250 ok\nQUIT\n221 x\n\nwords\n\n220 m2 ESMTP\nEHLO c\n250 ok',
        9,
        '- ~  ~ 25 ~ EHLO ~ c ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      [
        'S: 220 m1 ESMTP\nC: QUIT\nS: 221 x\nS: 220 m2 ESMTP\nC: EHLO c\nS: 250 ok',
        3,
        '- ~  ~ 25 ~ EHLO ~ c ~ none ~ - ~ - ~ - ~ EHLO ~  ~ 0 ~ ',
      ],
      ['words', 0, 'none'],
    ] as const)
      assert.equal(told(text, line), expected, text);
  });

  it('is done again up to its recipients, unless more is asked for', () => {
    assert.deepEqual(RECIPE_STEPS.map(cautious), [
      'BANNER',
      'EHLO',
      'STARTTLS',
      'AUTH',
      'MAIL',
      'RCPT',
      'RCPT',
      'RCPT',
    ]);
  });
});
