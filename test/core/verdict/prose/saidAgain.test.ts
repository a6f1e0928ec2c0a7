import assert from 'node:assert/strict';
import type { FoundReply } from '../../../../src/core/replies/foundReply.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import {
  goesOn,
  isSaidAgain,
  isSame,
  leadsTo,
  type ToldReply,
  tellsWhy,
  wordsOf,
} from '../../../../src/core/verdict/prose/saidAgain.ts';

/** A reply whose words are the given part of a text. */
function reply(text: string, words: string, more: Partial<FoundReply> = {}): FoundReply {
  const start = text.indexOf(words);
  const end = start + words.length;
  return { start, end, words: { start, end }, text: words, frame: 'words', sureness: 'sure', stage: '?', ...more };
}

const compared = (text: string): string => wordsOf(text, reply(text, text));

describe('the words by which a reply is known', () => {
  it('are in small letters, without wrapping, spelled line ends and punctuation', () => {
    assert.equal(compared('Mailbox <Bob>:\r\n\tis FULL -- today (7)!'), 'mailbox bob is full today 7');
    assert.equal(compared('one\\nnew\\rreturn\\ttab'), 'one new return tab');
    assert.equal(compared('Größe überschritten…'), 'größe überschritten');
    assert.equal(compared('one\\two'), 'one wo');
  });

  it('have no id that differs each time', () => {
    assert.equal(compared('Try later. ga26sm6725546ejc.61 - gsmtp'), 'try later gsmtp');
    assert.equal(compared('later GA26SM6725546EJC please'), 'later please');
    assert.equal(compared('later a1b2c3d4e5f6 please'), 'later please');
    assert.equal(compared('12345678901f later'), 'later');
    assert.equal(compared('until 1234-5678-9abc-def0 later'), 'until later');
    assert.equal(compared('until:a1b2c3d4e5f6/later'), 'until later');
    assert.equal(compared('in --a1b2c3d4e5f6g7'), 'in');
  });

  it('have what is short, a word, a number, an address, a host or a value', () => {
    for (const [text, words] of [
      ['later a1b2c3d4e5f please', 'later a1b2c3d4e5f please'],
      ['extraordinarily late', 'extraordinarily late'],
      ['call 123456789012345', 'call 123456789012345'],
      ['box a1b2c3d4e5f6g7@contoso.test', 'box a1b2c3d4e5f6g7 contoso test'],
      ['box x@a1b2c3d4e5f6g7', 'box x a1b2c3d4e5f6g7'],
      ['host mx.a1b2c3d4e5f6g7', 'host mx a1b2c3d4e5f6g7'],
      ['key=a1b2c3d4e5f6g7', 'key a1b2c3d4e5f6g7'],
    ] as const)
      assert.equal(compared(text), words);
  });

  it('are the first 120 letters', () => {
    assert.equal(compared(`${'no '.repeat(39)}abcdef`), `${'no '.repeat(39)}abc`);
  });
});

describe('a reply', () => {
  const full = 'the mailbox is full today';
  const same = (
    one: Partial<ToldReply & FoundReply>,
    other: Partial<FoundReply>,
    words: string,
    text = words,
  ): boolean => {
    const { words: known = full, recipient } = one as { words?: string; recipient?: string };
    const around = `${text} it said`;
    const before = reply(around, text, { ...(one.code !== undefined && { code: one.code }) });
    return isSame(around, { reply: before, words: known, recipient }, reply(around, text, other), words);
  };

  it('is the same with the same words, code and recipient, where both name them', () => {
    assert.ok(same({ code: 550 }, { code: 550 }, full));
    assert.ok(same({ code: 550 }, {}, full));
    assert.ok(same({}, { code: 550 }, full));
    assert.ok(!same({ code: 550 }, { code: 552 }, full));
    assert.ok(same({ recipient: 'a@a.test' }, {}, full));
    assert.ok(same({}, { recipient: 'a@a.test' }, full));
    assert.ok(same({ recipient: 'a@a.test' }, { recipient: 'a@a.test' }, full));
    assert.ok(!same({ recipient: 'a@a.test' }, { recipient: 'b@a.test' }, full));
  });

  it('is the same where one is cut off, unless little is left', () => {
    assert.ok(same({}, {}, 'the mailbox '));
    assert.ok(same({}, {}, `${full} and tomorrow`));
    assert.ok(!same({}, {}, 'the mailbox'));
    assert.ok(!same({}, {}, 'mailbox is full'));
    assert.ok(same({}, {}, 'the mail', 'The mail...'));
    assert.ok(same({}, {}, 'the mail', 'The mail…'));
    assert.ok(!same({}, {}, 'the mail', 'The mail..'));
    assert.ok(!same({}, {}, 'the mail', 'The… mail'));
    assert.ok(!same({}, {}, 'no mail', 'No mail…'));
  });

  it('goes on in the next line with the same codes, behind a hyphen', () => {
    const goes = (text: string, code = 550, enhanced = '5.7.1', gap = ''): boolean => {
      const first = { ...reply(text, text.slice(0, 9)), code: 550, enhanced: '5.7.1' };
      const start = text.lastIndexOf('550');
      return goesOn(text, first, first.end, { ...reply(text, text), start: start + gap.length, code, enhanced });
    };
    assert.ok(goes('550-5.7.1 one\n550 5.7.1 two'));
    assert.ok(!goes('550 5.7.1 one\n550 5.7.1 two'));
    assert.ok(!goes('550-5.7.1 one\n550 5.7.1 two', 552));
    assert.ok(!goes('550-5.7.1 one\n550 5.7.1 two', 550, '5.7.2'));
    assert.ok(goes(`550-5.7.1${' '.repeat(199)}550 5.7.1 two`));
    assert.ok(!goes(`550-5.7.1${' '.repeat(200)}550 5.7.1 two`));
    assert.ok(!goes('550 5.7.1 550-5.7.1 two'));
  });

  it('tells why in the words of another', () => {
    const tells = (text: string, enhanced?: string): boolean =>
      tellsWhy(text, reply(text, '5.7.57'), { ...reply(text, '535'), ...(enhanced !== undefined && { enhanced }) });
    assert.ok(tells('5.7.57 Client not authenticated. Error: 535 5.7.139 no', '5.7.139'));
    assert.ok(tells(`${' '.repeat(120)}5.7.57 Client not authenticated. Error: 535 5.7.139 no`, '5.7.139'));
    assert.ok(!tells('5.7.57 Client not\rauthenticated. Error: 535 5.7.139 no', '5.7.139'));
    assert.ok(!tells('5.7.57 Client not authenticated. Error: 535 no'));
    assert.ok(!tells('5.7.57 Client not\nauthenticated. Error: 535 5.7.139 no', '5.7.139'));
    assert.ok(!tells('5.7.57 Client not authenticated. Or: 535 5.7.139 no', '5.7.139'));
    assert.ok(!tells(`5.7.57 ${'so '.repeat(70)}. Error: 535 5.7.139 no`, '5.7.139'));
    assert.ok(!tells('5.7.57 Client. Error: it was 535 5.7.139 no', '5.7.139'));
  });
});

describe('a reply that stands twice', () => {
  const again = (between: string): boolean => {
    const text = `550 one${between}551 two`;
    return isSaidAgain(readTicket(text), reply(text, '550 one'), reply(text, '551 two'));
  };

  it('is said again on another line', () => {
    assert.ok(again('\nand then:\n'));
    assert.ok(!again(' and then '));
  });

  it('is not where the trace of a program prints it again', () => {
    for (const line of [
      'x; nested exception is y',
      'InnerException: x',
      '---> System.Exception: x',
      '   --> x',
      '\t-> x',
      'Caused by: x',
      'Traceback (most recent call last):',
      '\tat com.sun.mail.Transport$1.send (Transport.java:1)',
      'at a.b(c)',
      'at <x>.$y(c)',
      '    at a.b c',
      "'response': x",
      'response: x',
      '"response":x',
      '\t... 12 more',
      'During handling of the above exception',
      '  File "/a.py", line 3',
    ])
      assert.ok(!again(`\n${line}\n`), line);
  });

  it('is where words only look like a trace', () => {
    for (const line of [
      'we went from a -> b',
      'it is cold at a.b (c)',
      'at 5 we met',
      'File "a" is missing',
      'see the File "a"',
      'their responses: none',
      '... some more',
    ])
      assert.ok(again(`\n${line}\n`), line);
    assert.ok(!again(`\nCaused by${'y'.repeat(2000 - 9)}`));
    assert.ok(again(`\nCaused by${'y'.repeat(2001 - 9)}`));
  });
});

describe('what a program says', () => {
  const leads = (between: string, before = 'no luck'): boolean => {
    const text = `${before}${between}550 no`;
    return leadsTo(text, 'no luck'.length, [{ reply: reply(text, 'no luck') }, { reply: reply(text, '550 no') }]);
  };

  it('leads to the exception behind it', () => {
    for (const between of [
      '; nested exception is: ',
      ';nested exception is ',
      ':\n\tCaused by: ',
      'Caused by ',
      '\n---> x: ',
      ' --> ',
      ' (InnerException: ',
      ' { InnerException ',
      '{innerexception ',
      ` Caused by ${'x'.repeat(198)}`,
    ])
      assert.ok(leads(between), between);
  });

  it('does not to what stands before it, far from it or beside it', () => {
    for (const between of ['; ', ' -> ', '. nested exception is ', ', Caused by ', ` Caused by ${'x'.repeat(199)}`])
      assert.ok(!leads(between), between);
    assert.ok(!leadsTo('550 no luck; Caused by x', 11, [{ reply: reply('550 no luck', '550') }]));
  });
});
