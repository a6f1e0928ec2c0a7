import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';
import { frameBefore } from '../../../src/core/replies/frames.ts';

/** The codes in a text that are taken for those of a reply, each with its frame and how sure it is. */
const framed = (text: string): string =>
  findReplies(text)
    .map(({ code, enhanced, frame, sureness }) => [code, enhanced, frame, sureness].filter(Boolean).join(' '))
    .join(', ');

const areNone = (...texts: readonly string[]): void => {
  for (const text of texts) assert.equal(framed(text), '', text);
};
const are = (texts: Readonly<Record<string, string>>): void => {
  for (const [text, said] of Object.entries(texts)) assert.equal(framed(text), said, text);
};

describe('a number is the code of a reply', () => {
  it('with an enhanced code of its class beside it', () => {
    are({
      'mx 550 5.1.1 x': '550 5.1.1 pair sure',
      'mx 512 5.1.1 x': '512 5.1.1 pair sure',
    });
    areNone('mx 612 5.1.1 no', 'mx 990 5.1.1 no');
  });

  it('where another one was expected', () =>
    are({ 'mx 250, expected 220': '250 expected sure', 'mx 550, want 250': '550 expected sure' }));

  it('in the tuples of languages', () => {
    are({
      "(550, b'no')": '550 tuple sure',
      "x (550, 'no')": '550 tuple sure',
      'x (550, None)': '550 tuple sure',
      'x (550, u"no")': '550 tuple sure',
      'x (550, &quot;no&quot;)': '550 tuple sure',
      'x (550, b&#39;no&#39;)': '550 tuple sure',
      'x (550, b&#x27;no&#x27;)': '550 tuple sure',
      "('550', ['no'])": '550 tuple sure',
      '("550", [b"no"])': '550 tuple sure',
    });
    areNone("x (990, b'no')", "x (199, b'no')", "x 550, b'no'", "port (550, b'no')");
  });

  it('behind words and marks, as surely as these show it', () =>
    are({
      'said: 550 no': '550 said sure',
      'said: 250 ok': '250 said sure',
      'said: 599 x': '599 said sure',
      'error: 551 no': '551 field likely',
      'reply 550 no': '550 words likely',
      'with "550 no"': '550 sentence doubtful',
      'a: 550 no': '550 sentence doubtful',
      'Got a 550 from them': '550 sentence doubtful',
      'zz; 550 no': '550 list doubtful',
      'mx1| 550 no': '550 punctuation likely',
      'https://x.test: 550 no': '550 punctuation likely',
      'x (550) y': '550 brackets likely',
      'smtp.rcpt:"550 no"': '550 transport sure',
      'smtp[550]: no': '550 brackets likely',
      // HTTP has statuses from 400 on, SMTP hardly any.
      'error: 401 no': '401 field doubtful',
      'error: 419 no': '419 field doubtful',
      'error: 421 no': '421 field likely',
    }));

  it('at the start of a line', () => {
    are({
      '550 no': '550 start likely',
      550: '550 start likely',
      '[550]: no such user': '550 start likely',
      '* 550 no': '550 start likely',
      '550  x': '550 start likely',
      '10:00:00 550 no': '550 start likely',
      '3. 550 no': '550 start likely',
      'mx\t550 no': '550 start likely',
    });
    areNone('  550  x', '  550 LOG: MAIN', '550 LOG: x', ' 550 smtpd[22]: x', '  308 SMTP<< ok');
  });

  it('not behind what counts, names a place, or is of HTTP', () =>
    areNone(
      'line 550 no',
      'port: (550 no)',
      'port (550 no)',
      'the number 550',
      'the number (550 no)',
      'said: 150 no',
      'said: 650 no',
      'smtp error: 199 x',
      'x: 550ms',
      'x: 550 ms',
      'x: 550/2',
      'x*550 no',
      'x* 550 no',
      'mx1|550 no',
      '#550 no',
      '(#550 no)',
      'opendkim[221]: no key',
      'smtp.go:550 no',
      'smtp.rcpt:550 no',
      'Transport.php (550) no',
      'smtp.go(550)',
      'x.java(550)',
      'x: 404 Not Found',
      'curl: 550 no',
      'http x: 550 no',
      'GET /x: 550 no',
    ));
});

describe('an enhanced code alone is that of a reply', () => {
  it('behind what names it, or words and marks', () =>
    are({
      '(#5.1.1)': '5.1.1 status sure',
      'x #5.1.1 no': '5.1.1 status sure',
      'status: 5.1.1': '5.1.1 status sure',
      'said: 5.1.1 no': '5.1.1 said sure',
      'reply 5.1.1 no': '5.1.1 words likely',
      'reply 5.1.1;': '5.1.1 words likely',
      'reason=5.1.1 no': '5.1.1 field likely',
      'a: 5.1.1 no': '5.1.1 sentence doubtful',
      'zz; 5.1.1 no': '5.1.1 list doubtful',
      'x (5.1.1 no)': '5.1.1 brackets doubtful',
    }));

  it('at the start of a line, with a subject that there is', () => {
    are({
      '5.1.1': '5.1.1 start likely',
      '5.1.1 no': '5.1.1 start likely',
      '5.7.1 no': '5.7.1 start likely',
      '5.9.1': '5.9.1 start likely',
    });
    areNone('5.8.1 no', '5.9.1 no', 'a: 5.8.1 no');
  });

  it('not where it looks like a version', () =>
    areNone(
      'v 5.1.1',
      'version 5.1.1',
      'version: (5.1.1)',
      'php (5.1.1)',
      'updated to "5.1.1"',
      'x 5.1.1 no',
      'from 5.1.1 to 5.1.2',
      'reply 5.1.1x',
      'reply 5.1.1@x',
      'WP: 4.1.1\nPHP: 8.2.20',
      'PHP: 8.2.20\r\nWP: 4.1.1',
      'PHP: v8.2\n\n - WP Mail: 4.1.1 \nend',
      'WP:4.1.1\r\n\r\n* My PHP: 8.2.20.1',
    ));

  it('but where no version of another program stands beside it', () =>
    are({
      'WP: 4.1.1\nwords': '4.1.1 punctuation doubtful',
      'WP: 4.1.1 no\nPHP: 8.2.20': '4.1.1 punctuation doubtful',
      'WP: 4.1.1\nPHP: 8.2.20 x': '4.1.1 punctuation doubtful',
      'Sub: 5.1.1\nStatus: 5.2.2': '5.1.1 punctuation doubtful, 5.2.2 status sure',
      'x\nWP; 4.1.1\nPHP: 8.2.20': '4.1.1 list doubtful',
    }));
});

describe('the frame in front of a number', () => {
  it('is told by its last word or its last mark', () => {
    for (const [front, name, opened] of [
      ['gomail: could not send email 1234:', 'transport', 'transport'],
      ['gomail: could not send email 12345:', 'punctuation', 'punctuation'],
      ['gomail: could not send email  :', 'brackets', 'brackets'],
      ['gomail: could not send email:', 'punctuation', 'punctuation'],
      ['foo\u00a0:', 'punctuation', 'punctuation'],
      ['» :', 'brackets', 'brackets'],
      ['foo bar;', 'list', 'list'],
      ['x smtpdataerror', 'exception', 'exception'],
      ['x SMTPServerError', 'exception', 'exception'],
      ['x myerror', undefined, 'brackets'],
      ['x WITH', 'sentence', 'sentence'],
      ['a1', 'brackets', 'brackets'],
      ['x $', 'brackets', 'brackets'],
      ['ab !!', 'punctuation', 'punctuation'],
      ['ab–', 'brackets', 'brackets'],
      ['ab –', 'punctuation', 'punctuation'],
      ['<', 'brackets', 'brackets'],
      ['<<', 'punctuation', 'punctuation'],
      ['x =>', 'punctuation', 'punctuation'],
      ['=', 'brackets', 'brackets'],
    ] as const) {
      assert.equal(frameBefore(front, false)?.name, name, front);
      assert.equal(frameBefore(front, true)?.name, opened, front);
      // What stands further in front than a hundred characters is not looked at.
      assert.equal(frameBefore(`${'x '.repeat(100)}${front} `, false)?.name, name, front);
    }
  });
});
