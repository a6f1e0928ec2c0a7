import assert from 'node:assert/strict';
import type { ReadWords } from '../../../../src/core/knowledge/grammar/readWords.ts';
import {
  isClosing,
  isExacter,
  isOfClient,
  isOfContent,
  ofLogin,
  ofSender,
  saysAnother,
  saysLess,
  tellsMore,
} from '../../../../src/core/knowledge/grammar/weighed.ts';
import { because } from '../../../../src/core/knowledge/meaning.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';
import type { ReplyText } from '../../../../src/core/knowledge/texts/replyText.ts';

const meaning = (reason: ReasonName) => because(reason, 'So it is.', 'RFC 5321 4.2');
const read = (reason: ReasonName, more: Partial<ReadWords> = {}) =>
  ({ name: 'x', meaning: meaning(reason), particular: false, confidence: 'medium', ...more }) as ReadWords;
const row = (reason: ReasonName, confidence = 'high') => ({ ...meaning(reason), confidence }) as unknown as ReplyText;

describe('words that were read', () => {
  it('say another thing than a row of another reason, unless the code says the same or they say nothing', () => {
    assert.ok(saysAnother(read('mailbox-full'), row('spam-refused'), undefined));
    assert.ok(!saysAnother(read('mailbox-full'), row('spam-refused'), 'spam-refused'));
    assert.ok(!saysAnother(read('unrecognized'), row('spam-refused'), undefined));
    assert.ok(!saysAnother(read('spam-refused'), row('spam-refused'), undefined));
    assert.ok(saysAnother(read('spam-refused', { name: 'web-sign-in-wanted' }), row('spam-refused'), undefined));
    assert.ok(saysAnother(read('spam-refused', { name: 'mail-to-be-fetched-first' }), row('spam-refused'), undefined));
  });

  it('tell more where they are particular, or surer than the row and not vague', () => {
    assert.ok(tellsMore(read('server-busy', { particular: true }), row('mailbox-full')));
    assert.ok(tellsMore(read('spam-refused', { confidence: 'high' }), row('mailbox-full', 'medium')));
    assert.ok(!tellsMore(read('spam-refused', { confidence: 'high' }), row('mailbox-full')));
    assert.ok(!tellsMore(read('spam-refused'), row('mailbox-full', 'medium')));
    for (const reason of ['server-busy', 'policy-refused', 'client-refused'] as const)
      assert.ok(!tellsMore(read(reason, { confidence: 'high' }), row('mailbox-full', 'medium')), reason);
  });

  it('say less than an enhanced code that is about another thing', () => {
    const status = (subject: number) => ({ class: 5, subject, detail: 1 });
    assert.ok(saysLess(read('connection-failed'), status(7), undefined));
    assert.ok(!saysLess(read('connection-failed'), status(4), undefined));
    assert.ok(!saysLess(read('mailbox-full'), status(7), undefined));
    assert.ok(saysLess(read('login-failed'), undefined, 'sender-unauthenticated'));
    assert.ok(!saysLess(read('login-failed'), status(3), undefined));
    assert.ok(!saysLess(read('login-failed'), undefined, 'mailbox-full'));
    assert.deepEqual(
      [2, 3, 4, 5, 6, 7].map((subject) => saysLess(read('unrecognized'), status(subject), undefined)),
      [false, true, true, true, true, false],
    );
    assert.ok(!saysLess(read('unrecognized'), undefined, undefined));
    assert.ok(!saysLess(undefined, status(4), undefined));
  });

  it('are about the sender in answer to MAIL, or where the code says so', () => {
    assert.equal(ofSender(row('domain-not-found'), undefined, 'MAIL')?.reason, 'sender-domain-not-found');
    assert.equal(ofSender(row('recipient-unknown'), undefined, 'MAIL')?.reason, 'sender-refused');
    assert.equal(ofSender(row('address-malformed'), undefined, 'MAIL')?.reason, 'sender-refused');
    assert.equal(ofSender(row('recipient-unknown'), 'sender-refused', 'RCPT')?.reason, 'sender-refused');
    assert.equal(ofSender(row('recipient-unknown'), undefined, 'RCPT'), undefined);
    assert.equal(ofSender(row('mailbox-full'), undefined, 'MAIL'), undefined);
  });

  it('are about the user who logs in, in answer to AUTH', () => {
    for (const reason of ['recipient-unknown', 'address-malformed', 'domain-not-found'] as const)
      assert.equal(ofLogin(row(reason), undefined, 'AUTH')?.reason, 'login-failed', reason);
    assert.equal(ofLogin(row('recipient-unknown'), 535, '?')?.reason, 'login-failed');
    assert.equal(ofLogin(row('recipient-unknown'), 534, '?')?.reason, 'login-failed');
    assert.equal(ofLogin(row('recipient-unknown'), 550, '?'), undefined);
    assert.equal(ofLogin(row('mailbox-full'), 535, 'AUTH'), undefined);
  });

  it('are of the client where it closed its connection behind a refusal', () => {
    for (const words of [
      'connection closed',
      'Connection was unexpectedly lost',
      'connection dropped',
      'socket closed',
    ])
      assert.ok(isClosing(500, words), words);
    assert.ok(!isClosing(499, 'connection closed'));
    assert.ok(!isClosing(undefined, 'connection closed'));
    assert.ok(!isClosing(550, 'connection refused'));
    assert.ok(isOfClient(read('connection-failed'), 550, 'connection closed'));
    assert.ok(!isOfClient(read('mailbox-full'), 550, 'connection closed'));
    assert.ok(!isOfClient(read('connection-failed'), 450, 'connection closed'));
  });

  it('of spam and malware outrank a number, and are exacter than a row where they tell which', () => {
    assert.ok(isOfContent(read('spam-refused'), meaning('mailbox-full')));
    assert.ok(isOfContent(read('virus-found'), meaning('mailbox-full')));
    assert.ok(!isOfContent(read('spam-refused'), meaning('spam-refused')));
    assert.ok(!isOfContent(read('mailbox-full'), meaning('spam-refused')));
    assert.ok(isExacter(read('spam-refused', { name: 'link-on-block-list' }), row('blocklisted')));
    assert.ok(isExacter(read('dmarc-failed', { name: 'from-not-aligned' }), row('spf-failed')));
    assert.ok(!isExacter(read('dmarc-failed', { name: 'from-not-aligned' }), row('dmarc-failed')));
    assert.ok(isExacter(read('account-disabled'), row('login-failed')));
    assert.ok(!isExacter(read('account-disabled'), row('mailbox-full')));
    assert.ok(!isExacter(read('mailbox-full'), row('login-failed')));
  });
});
