import assert from 'node:assert/strict';
import { comparedWords, wordingOf } from '../../../../src/core/knowledge/nearest/wording.ts';

const shown = (text: string, expected: string, most = 100): void => assert.equal(wordingOf(text, most), expected);

const compared = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(comparedWords(text), expected, text);

describe('a wording', () => {
  it('has kinds in the place of what it names', () => {
    shown('<bob@contoso.test>: no such box', '<address>: no such box');
    shown('mail from alice@contoso.test refused', 'mail from <address> refused');
    shown('host [192.0.2.7] on our list', 'host [<ip>] on our list');
    shown('peer 2001:db8::25 has no name', 'peer <ip> has no name');
    shown('network 198.51.100.0/24 closed', 'network <ip> closed');
    shown('(mx1.fabrikam.test) is down', '(<host>) is down');
    shown('ticket q1w2e3r4, 300 seconds', 'ticket <id>, <number> seconds');
    shown('look https://fabrikam.test/why?a=1 up', 'look <link> up');
  });

  it('keeps dotted names of parts of a program, and short words with a digit', () => {
    shown('RESOLVER.ADR.RecipNotFound; not found', 'RESOLVER.ADR.RecipNotFound; not found');
    shown('an MX2 record', 'an MX2 record');
  });

  it('leaves out codes, where to read more, and what the mailer adds', () => {
    shown('no box here (#5.1.1)', 'no box here');
    shown('Too much today. For more information visit https://contoso.test/limits now', 'Too much today.');
    shown('Closed; see http://contoso.test/a.html. Ask again', 'Closed; . Ask again');
    shown('no box here (in reply to RCPT TO command)', 'no box here');
  });

  it('ends at a word', () => shown('one two three', 'one two', 9));

  it('is compared by the beginnings of its words and by kinds', () => {
    compared('Your Mailboxes are blocking <bob@contoso.test>', 'your', 'mailbox', 'blockin', '<address>');
    compared('the user’s quota isn’t known', 'user', 'quota', 'isnt', 'known');
    compared('Адрес не найден', 'адрес', 'не', 'найден');
    compared('ユーザー不明', 'ユー', 'ーザ', 'ザー', 'ー不', '不明');
    compared('');
  });

  it('is compared by the first 600 characters', () => compared(`word${' '.repeat(594)}cdefg`, 'word', 'cd'));

  it('is compared by forty words at most, whatever the text', () => {
    assert.equal(comparedWords('word '.repeat(500)).length, 40);
    assert.ok(comparedWords('漢'.repeat(5000)).length <= 40);
    for (const part of ['a@', '1.', '<', 'see ', 'a.b.', '1:', ' \t', '’'])
      assert.ok(comparedWords(part.repeat(5000)).length <= 40, part);
  });
});
