import assert from 'node:assert/strict';
import { hostIn, joined, lastTryBelow, programAbove, saidAt } from '../../../../src/core/mail/bounces/quotedWords.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What a line of a notice quotes of a server, where it begins, and its status. */
function said(text: string): readonly (string | number | undefined)[] {
  const one = saidAt(new Lines(text), 0, new Lines(text).count);
  return one === undefined ? [] : [one.from, one.text, one.status];
}

describe('what a notice quotes of a server', () => {
  for (const [text, from, words, status] of [
    ['550 5.1.1 User unknown', 0, '550 5.1.1 User unknown', '5.1.1'],
    ['host mx1.contoso.test said: 550 5.1.1 User unknown', 28, '550 5.1.1 User unknown', '5.1.1'],
    ['mx1.contoso.test[212.0.2.1] said: 550 no', 34, '550 no', undefined],
    ['#5.1.1 no mailbox here', 1, '5.1.1 no mailbox here', '5.1.1'],
    ['(#5.1.1) no mailbox here', 1, '#5.1.1) no mailbox here', '5.1.1'],
    [' 5.1.1 no mailbox here', 1, '5.1.1 no mailbox here', '5.1.1'],
    ['"5.1.1 no mailbox here"', 1, '5.1.1 no mailbox here', '5.1.1'],
    ['no mailbox here (#5.1.1)', 0, 'no mailbox here (#5.1.1)', '5.1.1'],
    ['  no mailbox here (#5.1.1)', 2, 'no mailbox here (#5.1.1)', '5.1.1'],
  ] as const)
    it(`is "${words}" in "${text}"`, () => assert.deepEqual(said(text), [from, words, status]));

  for (const text of [
    'Sent 550 bytes to the server',
    'See the article about error code 5.1.1 for help',
    '2.1.1 of the program',
    '',
  ])
    it(`is nothing in "${text}"`, () => assert.deepEqual(said(text), []));
});

describe('the words that stand in front of a reply', () => {
  const NO = '550 5.1.1 no';
  for (const before of [
    ...['<', '>>> ', '=', '* ', '| ', '"', "'", '(', '[', '#', '- ', '   ', '(reason: ', '<<< '],
    ...['it replied: ', 'it responded with ', 'the response was: ', 'reply: ', 'Reason: ', 'SMTP; ', 'error: '],
    ...[
      'server: ',
      'message: ',
      'returned "',
      'because ',
      'with ',
      'answer ',
      'code: ',
      'status=',
      'diagnostic-code: ',
    ],
    ...['x: ', 'x; ', 'x, ', 'x [', 'x (', 'x (#', 'ERROR_CODE :'],
  ])
    it(before, () => {
      const [from, words, status] = said(`${before}${NO}`);
      assert.deepEqual([from, words, status], [before.length, NO, '5.1.1']);
    });
  it('are needed, and a reply has a code of SMTP', () => {
    for (const text of [
      'he took 550 of them',
      'at 550',
      'x: 950 no',
      'x: 560 no',
      'x: 5501 no',
      'x: 550.5 no',
      'x550 no',
    ])
      assert.deepEqual(said(text), [], text);
    for (const what of [
      'bytes',
      'octets',
      'messages',
      'seconds',
      'hours',
      'days',
      'minutes',
      'recipients',
      'KB',
      'mb',
      'error(s)',
    ])
      assert.deepEqual(said(`with 550 ${what} in it`), [], what);
    assert.equal(said('x: 250 2.0.0 ok')[2], '2.0.0');
    assert.deepEqual(said('x: 250 ok'), []);
    for (const end of [
      '550',
      '550-no',
      '550,no',
      '550;no',
      '550: no',
      '550) no',
      '550] no',
      '550" no',
      "550' no",
      '550. No',
    ])
      assert.deepEqual(said(`x: ${end}`)[1], end);
  });
  it('tell how sure it is', () => {
    const weight = (text: string): number | undefined => saidAt(new Lines(text), 0, 1)?.weight;
    assert.deepEqual(
      [
        '550 5.1.1 no',
        'it said: 550 5.1.1 no',
        'it said: 550 no',
        '550 no',
        '550 5.0.0 no',
        'no (#5.1.1)',
        '<<< 550 no',
      ].map(weight),
      [3, 4, 3, 2, 2.5, 1, 3],
    );
  });
  it('may be passed over', () => {
    const text = '450 4.2.0 later, it said: 551 5.1.6 gone';
    const one = saidAt(new Lines(text), 0, 1, 9);
    assert.deepEqual([one?.from, one?.text], [26, '551 5.1.6 gone']);
  });
});

describe('the lines that a reply goes on in', () => {
  const goesOn = (text: string, ...more: readonly string[]): void => {
    const lines = new Lines(text);
    const one = saidAt(lines, 0, lines.count);
    assert.deepEqual([one?.text.split('\n').slice(1), one?.first, one?.last], [more, 0, more.length], text);
  };
  it('are those with its code and what was folded', () => {
    goesOn('550-5.1.1 no\n550 5.1.1 really\nend', '550 5.1.1 really', 'end');
    goesOn('550 5.1.1 no\n  such user\n\nend', '  such user');
    goesOn('550 5.1.1\nMessage refused\n\nx', 'Message refused');
    goesOn('550 5.1.1\nThis is: spam\nMessage x', 'This is: spam');
    goesOn(`550 no\n${'x\n'.repeat(20)}`, ...Array<string>(11).fill('x'));
  });
  it('end at another reply, at an address, and at what is none', () => {
    for (const next of [
      ...['551 5.1.6 gone', '<451 later', 'bob@b.test:', '"bob@b.test"', '<bob@b.test>', 'bob@b.test Bob Smith'],
      ...[
        '>>> QUIT',
        '-----',
        '===',
        '____',
        '***',
        '... while talking to x',
        'While talking to x',
        '<bob b>:',
        'Your message x',
      ],
      ...[
        "I'm not going to",
        'Giving up on x',
        'The original x',
        'The following x',
        'Message x',
        'This is x',
        'This message x',
      ],
      ...['Final-Recipient: x', 'To:'],
    ])
      goesOn(`550 5.1.1 no\n${next}\nx`);
    goesOn('550 5.1.1 no\nbob@b.test was it', 'bob@b.test was it');
    goesOn('550 5.1.1 no\nthis: that', 'this: that');
  });
  it('are those that sendmail marks, where it does', () => {
    goesOn('<<< 550-5.1.1 no\n<<< 550 5.1.1 really\nend', '550 5.1.1 really');
    assert.equal(joined(new Lines('a\n<<< b\n  <<< c\nd'), 0, 2), 'a\nb\nc');
    assert.equal(joined(new Lines('abc\nd'), 0, 1, 1), 'bc\nd');
  });
});

describe('what stands beside a reply', () => {
  const at = (text: string, line: number) => {
    const lines = new Lines(text);
    const one = saidAt(lines, line, lines.count);
    assert.ok(one);
    return [lines, one] as const;
  };
  it('is what a program printed, above the line of sendmail', () => {
    const last = '554 5.3.0 bob@b.test... unknown mailer error 2';
    assert.equal(programAbove(...at(`procmail: no such file\n${last}`, 1)), 'procmail: no such file');
    assert.equal(programAbove(...at('sh: x\n550 <bob>... Service unavailable', 1)), 'sh: x');
    assert.equal(programAbove(...at(`Procmail says\n${last}`, 1)), undefined);
    assert.equal(programAbove(...at('procmail: no\n550 5.1.1 bob... User unknown', 1)), undefined);
    assert.equal(programAbove(...at(last, 0)), undefined);
  });
  it('is how the last try ended, below the words that the time is over', () => {
    const over = "550 4.4.7 QUEUE.Expired; message expired\nThe last attempt failed: x returned '451 4.7.0 not now'\n";
    assert.equal(lastTryBelow(...at(over, 0)), "451 4.7.0 not now'");
    assert.equal(lastTryBelow(...at(over.replaceAll('4.4.7', '4.4.1'), 0)), undefined);
    assert.equal(lastTryBelow(...at(over.replace('451 4.7.0', '550 4.4.7'), 0)), undefined);
    assert.equal(lastTryBelow(...at(over.replace('\nThe', '\n\nThe'), 0)), undefined);
  });
  it('is the host that it spoke with', () => {
    for (const text of [
      ...[
        '... while talking to mx.b.test.:',
        'refused by mx.b.test [192.0.2.1]',
        'host mx.b.test[192.0.2.1] said',
        'host: mx.b.test (x',
      ],
      ...[
        'Remote host: mx.b.test',
        'remote server mx.b.test',
        'server mx.b.test <x',
        'host mx.b.test',
        'connected to mx.b.test',
      ],
      ...[
        'connect to mx.b.test',
        'connecting to mx.b.test',
        'mx.b.test [192.0.2.1] no',
        '  mx.b.test does not like recipient',
      ],
      ...[
        'mx.b.test gave this error',
        'mx.b.test rejected it',
        'the server mx.b.test gave x',
        'remote system: dns; mx.b.test',
        'SMTP server <mx.b.test>',
      ],
    ])
      assert.equal(hostIn(text), 'mx.b.test', text);
    assert.equal(hostIn('x\nmx.b.test said'), 'mx.b.test');
    for (const text of ['host localhost said', 'mx.b.test', 'at mx.b.test', 'by mx.b.test'])
      assert.equal(hostIn(text), undefined, text);
  });
});
