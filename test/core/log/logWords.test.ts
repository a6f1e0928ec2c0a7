import assert from 'node:assert/strict';
import {
  asPeer,
  asReply,
  asStage,
  bare,
  blankPairs,
  commaPairs,
  decimal,
  duration,
  nextQueueId,
} from '../../../src/core/log/logWords.ts';

/** A word that stands at offset 7. */
const word = (text: string) => ({ start: 7, end: 7 + text.length, text });

/** What stands where a span says, counted from the word's start. */
const cut = (text: string, span: { readonly start: number; readonly end: number } | undefined): string | undefined =>
  span && text.slice(span.start - 7, span.end - 7);

describe('a number of a log', () => {
  it('is the decimal number that its word starts with', () => {
    for (const [text, value, said] of [
      ['1042', 1042, '1042'],
      ['0.024s', 0.024, '0.024'],
      ['12bytes', 12, '12'],
      ['3.', 3, '3'],
    ] as const) {
      const number = decimal(word(text));
      assert.deepEqual([number?.value, number?.text, cut(text, number)], [value, said, said], text);
    }
    for (const text of ['', 'x1', '-1', '.5']) assert.equal(decimal(word(text)), undefined, text);
  });

  it('is a length of time in seconds, however it is written', () => {
    for (const [text, value, said] of [
      ['2.5', 2.5, '2.5'],
      ['0.024s', 0.024, '0.024s'],
      ['17s', 17, '17s'],
      ['1d2h', 93_600, '1d2h'],
      ['1d2h3m4s', 93_784, '1d2h3m4s'],
      ['3h', 10_800, '3h'],
      ['2m', 120, '2m'],
      ['5m30s', 330, '5m30s'],
      ['00:01:05', 65, '00:01:05'],
      ['01:00:01', 3601, '01:00:01'],
      ['00:00:02.5', 2.5, '00:00:02.5'],
      ['2+03:04:05', 183_845, '2+03:04:05'],
      ['823 ms', 0.823, '823 ms'],
      ['823ms', 0.823, '823ms'],
      ['1.5 ms', 0.0015, '1.5 ms'],
      ['12 messages', 12, '12'],
    ] as const) {
      const length = duration(word(text));
      assert.deepEqual([length?.value, length?.text, cut(text, length)], [value, said, said], text);
    }
    for (const text of [
      '',
      'soon',
      'ms',
      ' 3s',
      ':01:05',
      '+1:00:00',
      'delivered',
      'held',
      'mail',
      'at 3s',
      'at 00:01:05',
      'in 3 ms',
    ])
      assert.equal(duration(word(text)), undefined, text);
  });
});

describe('a word without what stands around it', () => {
  it('is without blanks, brackets and quotes that enclose all of it', () => {
    for (const [text, inner] of [
      [' \tbob@fabrikam.test\r', 'bob@fabrikam.test'],
      ['<bob@fabrikam.test>', 'bob@fabrikam.test'],
      ['"<bob@fabrikam.test>"', 'bob@fabrikam.test'],
      ["'bob'", 'bob'],
      ['[192.0.2.1]', '192.0.2.1'],
      ['<bob@fabrikam.test', '<bob@fabrikam.test'],
      ['bob@fabrikam.test>', 'bob@fabrikam.test>'],
      ['(bob)', '(bob)'],
      ['<>', ''],
      ['"', '"'],
      ['', ''],
      ['  ', ''],
    ] as const) {
      const found = bare(word(text));
      assert.deepEqual([found.text, cut(text, found)], [inner, inner], text);
    }
  });

  it('is the address where a page or Markdown made a link of it', () => {
    for (const text of [
      '<a href="mailto:bob@fabrikam.test">bob@fabrikam.test</a>',
      'a href="mailto:bob@fabrikam.test">bob@fabrikam.test</a',
      '<A HREF="mailto:bob@fabrikam.test">bob@fabrikam.test</A>',
      '[bob@fabrikam.test](mailto:bob@fabrikam.test)',
      '<[bob@fabrikam.test](mailto:bob@fabrikam.test)>',
    ]) {
      const found = bare(word(text));
      assert.equal(found.text, 'bob@fabrikam.test', text);
      assert.equal(
        found.start - 7,
        text.includes('](') ? text.indexOf('bob') : text.lastIndexOf('bob'),
        `${text}: the words of the link, not its target`,
      );
    }
    for (const text of ['mailto:bob@fabrikam.test', 'see [bob](mailto:bob@fabrikam.test)', 'mailto:<bob>'])
      assert.equal(bare(word(text)).text, text);
  });
});

describe('a reply in a log', () => {
  it('has its code and its status where they stand (RFC 5321 4.2, RFC 3463)', () => {
    const reply = (text: string, codeless?: boolean) => {
      const found = asReply(word(text), codeless);
      return (
        found && [found.code, cut(text, found.codeSpan), found.enhanced, cut(text, found.enhancedSpan), found.text]
      );
    };
    const gone = '550 5.1.1 No such user';
    assert.deepEqual(reply(gone), [550, '550', '5.1.1', '5.1.1', gone]);
    assert.deepEqual(reply(`${gone} \r`), [550, '550', '5.1.1', '5.1.1', gone]);
    assert.deepEqual(reply('550-5.1.1 No'), [550, '550', '5.1.1', '5.1.1', '550-5.1.1 No']);
    assert.deepEqual(reply('550 #5.1.1 No'), [550, '550', '5.1.1', '5.1.1', '550 #5.1.1 No']);
    assert.deepEqual(reply('550  5.7.133 No'), [550, '550', '5.7.133', '5.7.133', '550  5.7.133 No']);
    assert.deepEqual(reply('250 2.0.0'), [250, '250', '2.0.0', '2.0.0', '250 2.0.0']);
    assert.deepEqual(reply('354'), [354, '354', undefined, undefined, '354']);
    assert.deepEqual(reply('421 busy'), [421, '421', undefined, undefined, '421 busy']);
    assert.deepEqual(reply('550 3.1.1 x'), [550, '550', undefined, undefined, '550 3.1.1 x']);
    assert.deepEqual(reply('550 5.1.1.2 x'), [550, '550', undefined, undefined, '550 5.1.1.2 x']);
    assert.deepEqual(reply('450 4.133.1 x'), [450, '450', '4.133.1', '4.133.1', '450 4.133.1 x']);
    assert.deepEqual(reply('550 5..1 x'), [550, '550', undefined, undefined, '550 5..1 x']);
    assert.deepEqual(reply('550 5.1. x'), [550, '550', undefined, undefined, '550 5.1. x']);
    assert.deepEqual(reply('550 5.1234.1 x'), [550, '550', undefined, undefined, '550 5.1234.1 x']);
    assert.deepEqual(reply('550 5.1.1234 x'), [550, '550', undefined, undefined, '550 5.1.1234 x']);
    for (const text of ['150 x', '650 x', '560 x', '5501 x', '550.1', '550a', 'x 550', '', '5.1.1 x', '#5.1.1 x'])
      assert.equal(reply(text), undefined, text);
    assert.deepEqual(reply('5.1.1 No', true), [undefined, undefined, '5.1.1', '5.1.1', '5.1.1 No']);
    assert.deepEqual(reply('#5.1.1 No', true), [undefined, undefined, '5.1.1', '5.1.1', '5.1.1 No']);
    assert.deepEqual(reply('4.133.1', true), [undefined, undefined, '4.133.1', '4.133.1', '4.133.1']);
    assert.deepEqual(reply('2.7.133', true), [undefined, undefined, '2.7.133', '2.7.133', '2.7.133']);
    assert.deepEqual(reply(gone, true), [550, '550', '5.1.1', '5.1.1', gone]);
    for (const text of ['5..1 x', '5.1. x', '5.1234.1', '3.1.1 x', '5.1.1.2 x', 'x5.1.1', '5.1', '5.1.1234'])
      assert.equal(reply(text, true), undefined, text);
  });

  it('has the id under which the server took the message', () => {
    for (const [text, id] of [
      ['250 2.0.0 Ok: queued as 4F1A2B3C4D', '4F1A2B3C4D'],
      ['250 OK Queued as <4F1A2B3C4D>', '4F1A2B3C4D'],
      ['250 2.0.0 queued_as:4F1A2B3C4D', '4F1A2B3C4D'],
      ['250 OK id=1tEabc-0001Ab-2C', '1tEabc-0001Ab-2C'],
      ['250 2.0.0 uAL8E2x00123456 Message accepted for delivery', undefined],
      ['250 2.0.0 4ALKC3VD012345 Message accepted for delivery', '4ALKC3VD012345'],
    ] as const) {
      const found = nextQueueId(word(text));
      assert.deepEqual([found?.text, cut(text, found)], [id, id], text);
    }
    for (const text of [
      '250 Ok',
      '250 message-id=abcdef1',
      '250 xid=abcdef1',
      '250 queued as x1',
      '250 queued as abcd5',
    ])
      assert.equal(nextQueueId(word(text)), undefined, text);
  });
});

describe('a host of a log', () => {
  it('has name, address and port where they stand', () => {
    for (const [text, all, host, ip, port] of [
      ['mx.contoso.test[192.0.2.1]:25', 'mx.contoso.test[192.0.2.1]:25', 'mx.contoso.test', '192.0.2.1', '25'],
      ['mx.contoso.test. [192.0.2.1]', 'mx.contoso.test. [192.0.2.1]', 'mx.contoso.test.', '192.0.2.1', undefined],
      ['[192.0.2.1]', '[192.0.2.1]', undefined, '192.0.2.1', undefined],
      ['[2001:db8::1]:587', '[2001:db8::1]:587', undefined, '2001:db8::1', '587'],
      ['mx.contoso.test (down)', 'mx.contoso.test', 'mx.contoso.test', undefined, undefined],
      ['mx.contoso.test\t[192.0.2.1]', 'mx.contoso.test\t[192.0.2.1]', 'mx.contoso.test', '192.0.2.1', undefined],
      ['[192.0.2.1]:10025 [x]', '[192.0.2.1]:10025', undefined, '192.0.2.1', '10025'],
      ['mx.contoso.test:', 'mx.contoso.test:', 'mx.contoso.test:', undefined, undefined],
      ['mx[]', 'mx', 'mx', undefined, undefined],
      ['mx[no address]', 'mx', 'mx', undefined, undefined],
      ['mx)', 'mx', 'mx', undefined, undefined],
      ['mx.contoso.test, mx2', 'mx.contoso.test', 'mx.contoso.test', undefined, undefined],
      ['mx.contoso.test[192.0.2.1]:253535', 'mx.contoso.test[192.0.2.1]', 'mx.contoso.test', '192.0.2.1', undefined],
    ] as const) {
      const peer = asPeer(word(text));
      assert.deepEqual([peer?.text, cut(text, peer)], [all, all], text);
      assert.deepEqual(
        [peer?.host, peer?.ip, peer?.port].map((one) => one?.text),
        [host, ip, port],
        text,
      );
      assert.deepEqual(
        [peer?.host, peer?.ip, peer?.port].map((one) => cut(text, one)),
        [host, ip, port],
        text,
      );
    }
    for (const text of ['', ' mx', '(none)', ', x']) assert.equal(asPeer(word(text)), undefined, text);
  });
});

describe('the command that words of a log speak of', () => {
  it('is that of the session, by its name or by what it does', () => {
    for (const [words, stage] of [
      ['RCPT TO:<bob@fabrikam.test>', 'RCPT'],
      ['in reply to mail from command', 'MAIL'],
      ['end of DATA', '(data)'],
      ['end-of-data', '(data)'],
      ['while sending message body', '(data)'],
      ['sending data block', '(data)'],
      ['after end of message', '(data)'],
      ['the message body', '(data)'],
      ['sending message', '(data)'],
      ['DATA', 'DATA'],
      ['GREETING', 'connect'],
      ['weekend of data', 'DATA'],
      ['in reply to DATA or RCPT', 'DATA'],
      ['the initial connection', 'connect'],
      ['server greeting', 'connect'],
      ['connect', 'connect'],
      ['EHLO', 'EHLO'],
      ['HELO mx', 'HELO'],
      ['lhlo', 'LHLO'],
      ['STARTTLS', 'STARTTLS'],
      ['AUTH PLAIN', 'AUTH'],
      ['BDAT 100 LAST', 'BDAT'],
      ['RSET', 'RSET'],
      ['QUIT', 'QUIT'],
      ['VRFY bob', 'VRFY'],
      ['EXPN list', 'EXPN'],
      ['ETRN x', 'ETRN'],
      ['NOOP', 'NOOP'],
    ] as const)
      assert.equal(asStage(words), stage, words);
    for (const words of [
      '',
      'unconnected',
      'connected',
      'message bodyguard',
      'hotmail',
      'database',
      'mailed',
      'the reply',
    ])
      assert.equal(asStage(words), undefined, words);
  });
});

describe('pairs of a line', () => {
  const pairs = (found: ReturnType<typeof blankPairs>, text: string): readonly string[] =>
    found.map(({ name, value }) => {
      assert.equal(cut(text, value), value.text);
      return `${name}|${value.text}`;
    });

  it('stand between blanks, some values in quotes or brackets', () => {
    const blank = (text: string): readonly string[] => pairs(blankPairs(word(text)), text);
    assert.deepEqual(blank('from=<a@contoso.test> size=1042\tnrcpt=1'), [
      'from|a@contoso.test',
      'size|1042',
      'nrcpt|1',
    ]);
    assert.deepEqual(blank('msg="all is well" to=<bob smith@fabrikam.test>, x=1'), [
      'msg|all is well',
      'to|bob smith@fabrikam.test',
      'x|1',
    ]);
    assert.deepEqual(blank('msg=\'a b\' why="he said \\"no\\" twice" x=1'), [
      'msg|a b',
      'why|he said \\"no\\" twice',
      'x|1',
    ]);
    assert.deepEqual(blank('a=1 ,b=2, ,C-3*=4'), ['a|1', 'b|2', 'C-3*|4']);
    assert.deepEqual(blank('words 1=2 a=b,c=d, e='), ['a|b,c=d', 'e|']);
    assert.deepEqual(blank('msg="never closed x=1'), ['msg|"never closed x=1']);
    assert.deepEqual(blank('nothing'), []);
    assert.deepEqual(blank(''), []);
  });

  it('stand between commas that a blank follows, and one may have all the rest', () => {
    const rest = new Set(['stat']);
    const comma = (text: string): readonly string[] => pairs(commaPairs(word(text), rest), text);
    assert.deepEqual(comma('to=<a@contoso.test>,<b@contoso.test>, delay=00:00:01, stat=Sent (ok, id=1, x)'), [
      'to|<a@contoso.test>,<b@contoso.test>',
      'delay|00:00:01',
      'stat|Sent (ok, id=1, x)',
    ]);
    assert.deepEqual(comma('to=<a, b@contoso.test>, x=1'), ['to|<a, b@contoso.test>', 'x|1']);
    assert.deepEqual(comma('to=<a, x=1, y=2'), ['to|<a', 'x|1', 'y|2']);
    assert.deepEqual(comma('a> b=1, c=2'), ['c|2']);
    assert.deepEqual(comma('words, x=1,y=2'), ['x|1,y=2']);
    assert.deepEqual(comma(''), []);
  });
});
