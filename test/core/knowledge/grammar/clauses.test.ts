import assert from 'node:assert/strict';
import { clausesOf, together } from '../../../../src/core/knowledge/grammar/clauses.ts';

/** What each clause speaks of, and how many of its words were read and were not. */
const said = (text: string): string =>
  clausesOf(text)
    .map(({ concepts, read, unread }) => `${concepts.join('+')} ${read}/${unread}`)
    .join(' | ');

const all = (facts: readonly (readonly [text: string, expected: string])[]): void => {
  for (const [text, expected] of facts) assert.equal(said(text), expected, text);
};

const TWO = 'mailbox+full 2/0 | domain+denied+blocked 2/0';

describe('the clauses of a reply', () => {
  it('end at stops, other marks, dashes and slashes between blanks', () => {
    for (const mark of ['. ', '; ', ': ', ' / ', ' - ', ' -- ', '... ', '! ', '? ', ' | ', '。', ' “'])
      assert.equal(said(`mailbox full${mark}domain blocked`), TWO, mark);
    all([
      ['mailbox, full', 'mailbox+full 2/0'],
      ['mailbox full mailbox full', 'mailbox+full 4/0'],
      ['mailbox (full)', 'mailbox 1/0 | full 1/0'],
      ['the server (SMTP) is busy', 'server+busy 2/0'],
      ['limit (1000) exceeded', 'limit+exceeded 2/0'],
      ['limit (10 MB) exceeded', 'limit+exceeded 2/0'],
      ['quota exceeded (sender bandwidth)', 'quota+exceeded+sender+rate 4/0'],
      ['quota exceeded (daily)', 'quota+exceeded+period 3/0'],
      ['quota exceeded (spam)', 'quota+exceeded 2/0 | spam 1/0'],
    ]);
  });

  it('count words that say something and are not known, and no numbers', () => {
    all([
      ['', ''],
      ['hello zorp', ''],
      ['zorp zunk mailbox', 'mailbox 1/2'],
      ['mailbox zorp 12345 4F1A2B', 'mailbox 1/1'],
      ['邮箱已满', 'mailbox+full 2/0'],
      ['mailbox 用户不存在', 'mailbox+user+unknown 3/0'],
    ]);
    const { concepts, read, unread } = together(clausesOf('mailbox full zorp. mailbox of user zunk'));
    assert.deepEqual([concepts, read, unread], [['mailbox', 'full', 'user'], 4, 2]);
  });

  it('are as many as are looked at, of as many words', () => {
    assert.equal(clausesOf('mailbox full. '.repeat(30)).length, 24);
    assert.equal(said(`${'zorp '.repeat(59)}mailbox`), 'mailbox 1/59');
    assert.equal(said(`${'zorp '.repeat(60)}mailbox`), '');
  });

  it('hold no addresses, hosts, links, paths and keys', () => {
    all([
      ['The mailbox <full@spam.test> is unknown', 'mailbox+unknown 2/0'],
      ['user full@b.test unknown', 'user+unknown 2/0'],
      ['see https://spam.test/full for the mailbox', 'mailbox 1/0'],
      ['mailbox, see www.full.test', 'mailbox 1/0'],
      ['mailbox spam.full.test', 'mailbox 1/0'],
      ['mailbox Denied.please', 'mailbox 1/0'],
      ['mailbox denied.Please retry', 'mailbox+denied 2/0 | later 1/0'],
      ['see https://www.spamhaus.org/query about the client', 'blocklist+client 2/0'],
      ['mailbox openspf.net', 'mailbox+spf 2/0'],
      ['mailbox 2001:db8:0:1::25 full', 'mailbox+full 2/0'],
      ['mailbox relay=full', 'mailbox 1/0'],
      ['mailbox status=full', 'mailbox 1/0'],
      ['mailbox other=full', 'mailbox+full 2/0'],
      ['in /srv/spam/full.php on line 7: mailbox', 'mailbox 1/0'],
      ['C:\\spam\\full.exe mailbox', 'mailbox 1/0'],
      ['GET /spam/full mailbox', 'mailbox 1/0'],
      ['POST /spam mailbox', 'mailbox 1/0'],
    ]);
  });

  it('call an address of which something is said a client, and whoever may not send a user', () => {
    all([
      ['192.0.2.5 is blocked', 'client+denied+blocked 2/0'],
      ['[192.0.2.5]: blocked', 'client+denied+blocked 2/0'],
      ['the sender 192.0.2.5 is banned', 'client+denied+blocked 3/0'],
      ['the host [192.0.2.5] rejected', 'client+denied 3/0'],
      ['anna@contoso.test is not allowed to send mail', 'user+no+denied+sending+message 5/0'],
      ['<anna@contoso.test>, not permitted to send', 'user+no+denied+sending 4/0'],
      ['domain contoso.test is not allowed to send', 'user+no+denied+sending 4/0'],
      ['not allowed to send', 'user+no+denied+sending 4/0'],
      ['you are not allowed to send to external recipients', 'own+no+denied+sending 4/0'],
    ]);
  });

  it('read commands and fields by what they name, and words that were written as one', () => {
    all([
      ['MAIL FROM denied', 'sender+denied 2/0'],
      ['RCPT TO denied', 'recipient+denied 2/0'],
      ['From: domain is invalid', 'from field+domain+invalid 3/0'],
      ['From: ann invalid', 'invalid 1/1'],
      ['NonExistentDomain', 'no+unknown+domain 3/0'],
      ['SMTPRecipientsRefused', 'recipient+denied 2/0'],
      ['MAILBOXFull', 'mailbox+full 2/0'],
      ["the user's mailbox is full", 'user+mailbox+full 3/0'],
      ["l'utilisateur est inconnu", 'user+unknown 2/0'],
      ["user doesn\\'t exist", 'user+no+unknown 3/0'],
      ['user doesn’t exist', 'user+no+unknown 3/0'],
    ]);
  });
});

describe('a word that turns another', () => {
  it('makes of it what the two say together', () => {
    all([
      ['user not found', 'user+no+unknown 3/0'],
      ['user does not exist', 'user+no+unknown 3/0'],
      ['connection not allowed', 'connection+no+denied 3/0'],
      ['no permission', 'no+denied 2/0'],
      ['has no permission', 'no+denied 3/0'],
      ['mailbox not available', 'mailbox+no+unavailable 3/0'],
      ['sender not listed', 'sender+no+unknown 3/0'],
      ['too many connections', 'too+too many+connection 3/0'],
      ['message too big', 'message+too+too big 3/0'],
      ['rate too high', 'rate+too+too many 2/1'],
    ]);
  });

  it('takes away what it denies, and makes missing what stands behind it', () => {
    all([
      ['not blocked', 'no 2/0'],
      ['not unknown', 'no 2/0'],
      ['not spam', 'no+spam 2/0'],
      ['no PTR record', 'no+ptr+missing 2/1'],
      ['not authenticated', 'no+login+missing 2/0'],
      ['no mailbox', 'no+mailbox+missing 2/0'],
      ['no problem with mailbox', 'no+mailbox 2/1'],
    ]);
  });
});
