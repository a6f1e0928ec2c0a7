import assert from 'node:assert/strict';
import {
  isReplyAt,
  isSurelyCommand,
  isSurelyReply,
  looksLikeCommand,
  readCommandLine,
  readReplyLine,
  sideOf,
} from '../../../src/core/smtp/grammar.ts';

/** A reply as `code[-] enhanced "text"`. */
const reply = (line: string, expected: string | undefined, from?: number, to?: number): void => {
  const read = readReplyLine(line, from, to);
  const told =
    read &&
    `${read.code}${read.more ? '-' : ''} ${read.enhanced ?? '-'} "${line.slice(read.textStart, to ?? line.length)}"`;
  assert.equal(told, expected, line);
  if (read?.enhanced !== undefined) {
    assert.equal(line.slice(read.enhancedStart, read.enhancedStart + read.enhanced.length), read.enhanced);
  }
};

const all = (test: (line: string) => boolean, expected: boolean, ...lines: readonly string[]): void => {
  for (const line of lines) assert.equal(test(line), expected, line);
};

describe('a reply line (RFC 5321 4.2)', () => {
  it('is three digits and then a blank, a hyphen, a tab or the end', () => {
    all((line) => isReplyAt(line, 0), true, '250', '250 ok', '250-ok', '250\tok', '999 x', '000 x', '099', '900');
    all((line) => isReplyAt(line, 0), false, '300\tIN\tTXT\t"x"', '278 IN MX 10 mx.contoso.test.');
    all((line) => isReplyAt(line, 0), true, '250 IN ORDER', '250 In MX we trust');
    all((line) => isReplyAt(line, 0), false, '', '25', '2500', '250:', '250.', '25x', '2x0', 'x50', '/50 a', ':50 a');
    assert.equal(isReplyAt('x250 ok', 1), true);
    assert.equal(isReplyAt('x250ok', 1, 4), true);
    assert.equal(isReplyAt('x250', 2), false);
  });

  it('has a code, its kind, an enhanced code and a text', () => {
    reply('250 ok', '250 - "ok"');
    reply('250-ok', '250- - "ok"');
    reply('250', '250 - ""');
    reply('250-', '250- - ""');
    reply('550 5.1.1 no', '550 5.1.1 "no"');
    reply('550-5.1.1 no', '550- 5.1.1 "no"');
    reply('550  5.1.1\tno', '550 5.1.1 "no"');
    reply('550 \t5.1.1', '550 5.1.1 ""');
    reply('550 5.999.999 no', '550 5.999.999 "no"');
    reply('>>> 250 ok', '250 - "ok"', 4);
    reply('x250 2.0.0 ok and more', '250 2.0.0 "ok"', 1, 13);
  });

  it('has no enhanced code where it is none (RFC 3463 2)', () => {
    for (const text of [
      '3.1.1 no',
      '5.1 no',
      '5.1.1.1 no',
      '5.1111.1 no',
      '5.1.1111 no',
      'no 5.1.1',
      '10.1.1 no',
      '5.1.1.',
      '#5.1.1',
    ]) {
      reply(`550 ${text}`, `550 - "${text}"`);
    }
    reply('hello', undefined);
  });
});

describe('a command line', () => {
  const command = (line: string, expected: readonly unknown[] | undefined, from?: number, to?: number): void => {
    const read = readCommandLine(line, from, to);
    assert.deepEqual(
      read && [read.verb, read.known, line.slice(read.verbEnd, read.argumentStart), line.slice(read.argumentStart, to)],
      expected,
      line,
    );
  };

  it('is a word, and what it is said of', () => {
    command('EHLO a.test', ['EHLO', true, ' ', 'a.test']);
    command('ehlo  a.test', ['EHLO', true, '  ', 'a.test']);
    command('QUIT', ['QUIT', true, '', '']);
    command('FOO bar', ['FOO', false, ' ', 'bar']);
    command('MAIL:<a@a.test>', ['MAIL', true, ':', '<a@a.test>']);
    command('  RSET', ['RSET', true, '', '']);
    command('MAIL<a>', ['MAIL', true, '', '<a>']);
    command('> EHLO a.test', ['EHLO', true, ' ', 'a'], 2, 8);
    command('EHLO a', ['EH', false, '', ''], 0, 2);
    command('EHLO', undefined, 0, 0);
    command(':x', undefined);
    command('', undefined);
    command('   ', undefined);
  });

  it('looks like one where a person or a program would send it', () => {
    const good = [
      'EHLO',
      'EHLO a.test',
      'helo a',
      'LHLO a',
      'MAIL FROM:',
      'mail from : <a@b>',
      'RCPT TO:<a>',
      'DATA',
      'RSET ',
      'QUIT\t',
      'STARTTLS',
      'NOOP',
      'NOOP x y',
      'HELP',
      'HELP x',
      'AUTH LOGIN',
      'AUTH PLAIN AGE=',
      'AUTH SCRAM-SHA-256',
      'BDAT 5',
      'BDAT 5 LAST',
      'VRFY a b',
      'EXPN a',
      'ETRN a',
      'XCLIENT A=b',
      'XFORWARD A=b',
    ];
    all(looksLikeCommand, true, ...good, ...good.map((line) => line.toLowerCase()));
    const bad = [
      'EHLO a b',
      'DATA x',
      'RSET x',
      'QUIT now',
      'STARTTLS x',
      'MAIL x',
      'RCPT x',
      'AUTH',
      'AUTH A',
      `AUTH ${'A'.repeat(21)}`,
      'AUTH LOGIN a b',
      'BDAT',
      'BDAT x',
      'BDAT 5 FIRST',
      'VRFY',
      'hello',
      '',
      ' QUIT',
      'TURN',
      `MAIL FROM:${'x'.repeat(2090)}`,
    ];
    all(looksLikeCommand, false, ...bad);
    assert.equal(looksLikeCommand(`MAIL FROM:${'x'.repeat(2089)}`), true);
  });

  it('can only be one where it names a host or a path', () => {
    all(
      isSurelyCommand,
      true,
      'EHLO a.test',
      'helo [192.0.2.1]',
      'LHLO a ',
      'MAIL FROM:<>',
      'mail from : <a> SIZE=1',
      'RCPT TO:<a>',
    );
    all(
      isSurelyCommand,
      false,
      'EHLO',
      'EHLO a b',
      'EHLO (a)',
      'MAIL FROM:a',
      'RCPT TO: a',
      'DATA',
      'QUIT',
      'xMAIL FROM:<a>',
    );
    all(isSurelyCommand, false, `MAIL FROM:<${'x'.repeat(401)}>`, `MAIL FROM:<a>${'x'.repeat(201)}`);
    all(isSurelyCommand, true, `MAIL FROM:<${'x'.repeat(400)}>`, `RCPT TO:<a>${'x'.repeat(200)}`);
  });
});

describe('an unmarked line', () => {
  it('can only be a reply where it is a banner of SMTP or has an enhanced code of its class', () => {
    all(
      isSurelyReply,
      true,
      '220 a.test ESMTP',
      '220 a.test SMTP x',
      '220-a.test hello',
      '220-a.test',
      '250 2.1.0 ok',
      '550-5.1.1 no',
      '450 4.2.0',
    );
    all(
      isSurelyReply,
      false,
      '220 a.test hello',
      '220 a.test ESMTPS',
      '220  ESMTP',
      '221 a.test ESMTP',
      '250 ok',
      '250 5.1.0 x',
      '354 3.1.0 x',
      '650 6.1.0 x',
      '260 2.1.0 x',
      '250 2.1 x',
      '250 2.1.0.1 x',
      '250 2.1111.0 x',
      'x 250 2.1.0',
      `220 a.test ${'x'.repeat(600)} ESMTP`,
    );
  });

  it('is said by the side that would say it', () =>
    assert.deepEqual(['250 ok', 'QUIT', 'hello'].map(sideOf), ['server', 'client', undefined]));
});
