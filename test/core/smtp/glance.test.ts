import assert from 'node:assert/strict';
import { dialects } from '../../../src/core/smtp/dialects/dialects.ts';
import { findSaid, mayStart } from '../../../src/core/smtp/glance.ts';

/** Where something is said in a line with `|` in front of it; nowhere without. */
const said = (marked: string, from?: number): void =>
  assert.equal(findSaid(marked.replace('|', ''), from), marked.indexOf('|'), marked);

const starts = (...lines: readonly string[]): void => {
  for (const line of lines) assert.equal(mayStart(line, dialects), true, line);
};
const startsNot = (...lines: readonly string[]): void => {
  for (const line of lines) assert.equal(mayStart(line, dialects), false, line);
};

describe('what is said in a line', () => {
  it('is a command, in any case', () => {
    for (const command of [
      'EHLO a.test',
      'HELO a.test',
      'LHLO a.test',
      'MAIL FROM:<a@a.test>',
      'MAIL  FROM  :<a@a.test>',
      'RCPT TO:<a@a.test>',
      'DATA',
      'RSET',
      'QUIT',
      'STARTTLS',
      'NOOP',
      'HELP',
      'EHLO',
      'HELO',
      'AUTH PLAIN',
      'BDAT 5',
      'VRFY a',
      'EXPN a',
      'ETRN a',
      'HELP a',
      'NOOP a',
      'QUIT  ',
      'QUIT"',
      "QUIT'",
      'QUIT\\r\\n',
      'QUIT<CRLF>',
      'XCLIENT NAME=a',
      'XFORWARD NAME=a',
    ]) {
      assert.equal(findSaid(command), 0, command);
      assert.equal(findSaid(command.toLowerCase()), 0, command);
    }
  });

  it('is no word that only begins like one', () => {
    for (const words of [
      'EHLOS',
      'DATA is here',
      'MAIL a',
      'MAIL TO:',
      'RCPT FROM:',
      'AUTH',
      'AUTH 5',
      'BDAT x',
      'VRFY',
      'QUITE',
      'LHLO',
      'NOOPS',
      '"DATA": 1',
      "DATA' : x",
    ]) {
      said(words);
    }
  });

  it('is a reply', () => {
    for (const reply of ['220 a', '250-a', '354 a', '450 a', '550 a', '250']) assert.equal(findSaid(reply), 0, reply);
    for (const none of ['150 a', '650 a', '2500 a', '25 a', '2x0 a', '25x a']) said(none);
  });

  it('stands at the start or behind a sign, not within a word', () => {
    for (const sign of [' ', '\t', '"', "'", '`', ':', ',', '>', ']', '|', '<', '=', '/', ')', '}', '*', '_']) {
      assert.equal(findSaid(`x${sign}QUIT`), 2, sign);
      assert.equal(findSaid(`x${sign}250 ok`), 2, sign);
    }
    for (const sign of ['x', '-', '.', '(', '[', '{', '1', 'é']) {
      assert.equal(findSaid(`x${sign}QUIT`), -1, sign);
      assert.equal(findSaid(`x${sign}250 ok`), -1, sign);
    }
  });

  it('is looked for from a place on, and not far into a line', () => {
    assert.equal(findSaid('250 250 ok', 1), 4);
    assert.equal(findSaid('x250 ok', 1), -1);
    assert.equal(findSaid(' 250 ok', 1), 1);
    assert.equal(findSaid(`${' '.repeat(169)}QUIT`), 169);
    assert.equal(findSaid(`${' '.repeat(170)}QUIT`), -1);
    assert.equal(findSaid(`${' '.repeat(20)}QUIT`, 0, 20), -1);
  });
});

describe('a line that may start a conversation', () => {
  it('says something', () => starts('220 a.test ESMTP', '-> EHLO a', 'S: 250 ok'));

  it('is what tools say first', () =>
    starts(
      '=== Trying a.test:25...',
      '* Trying 192.0.2.1:25...',
      'Trying 192.0.2.1...',
      'CONNECTED(00000003)',
      'Ncat: Version 7.94 ( https://nmap.org/ncat )',
      'Connecting to a.test [192.0.2.1]:25',
      "connect: to ('a.test', 25) None",
      "send: 'ehlo a\\r\\n'",
      "reply: b'220 a ESMTP\\r\\n'",
      '# SMTP probe of a.test:25, 2026-11-21 20:11:38 UTC',
      '== Info: Trying 192.0.2.1',
      'write to 0x1234 [0x5678] (6 bytes => 6 (0x6))',
      'telnet a.test 25',
      '$ telnet a.test 25',
      '$ openssl s_client -connect a.test:25',
    ));

  it('is nothing else', () =>
    startsNot(
      '',
      'hello',
      'From: a@a.test',
      'Nov 21 10:00:00 mx postfix/smtpd[1]: connect from a.test[192.0.2.1]',
      'The connection was closed.',
      'Connecting people',
      '#hashtag',
    ));
});
