import assert from 'node:assert/strict';
import { explainReply, type ReplyFacts } from '../../../src/core/knowledge/explainReply.ts';

/** Reason, on what it rests, how sure; a mark where words were not known. */
function told(text: string, code?: number, enhanced?: string, more: Partial<ReplyFacts> = {}): string {
  const facts = { text, ...(code !== undefined && { code }), ...(enhanced !== undefined && { enhanced }), ...more };
  const { reason, basis, confidence, unknownWords } = explainReply(facts);
  return `${reason} ${basis} ${confidence}${unknownWords ? ' ?' : ''}`;
}

const TOKEN_REFUSED = Buffer.from('{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}').toString(
  'base64',
);

describe('what a reply means', () => {
  it('is what its codes say where it has no words', () => {
    for (const [code, enhanced, expected] of [
      [250, undefined, 'accepted reply-code medium'],
      [354, undefined, 'in-progress reply-code medium'],
      [421, undefined, 'server-busy reply-code medium'],
      [452, undefined, 'system-full reply-code medium'],
      [535, undefined, 'login-failed reply-code medium'],
      [552, undefined, 'mailbox-full reply-code medium'],
      [550, '5.1.1', 'recipient-unknown enhanced-code medium'],
      [550, '5.7.1', 'policy-refused enhanced-code medium'],
      [undefined, '5.2.2', 'mailbox-full enhanced-code medium'],
      [undefined, '4.2.2', 'mailbox-full enhanced-code medium'],
      [undefined, '5.99.99', 'unrecognized class low'],
      [250, '5.1.1', 'accepted reply-code medium'],
      [999, undefined, 'not-a-reply class low'],
      [799, undefined, 'not-a-reply class low'],
    ] as const)
      assert.equal(told('', code, enhanced), expected, `${code} ${enhanced}`);
  });

  it('is less sure where it has words that nobody knows', () => {
    for (const [code, enhanced, expected] of [
      [550, undefined, 'unrecognized reply-code low ?'],
      [450, undefined, 'server-busy reply-code low ?'],
      [550, '5.1.1', 'recipient-unknown enhanced-code low ?'],
      [250, undefined, 'accepted reply-code medium'],
    ] as const)
      assert.equal(told('qwx zzt', code, enhanced), expected, `${code} ${enhanced}`);
    assert.equal(told('qwx zzt', 550, undefined, { prose: true }), 'unrecognized reply-code medium');
    assert.equal(told('closing connection', 421), 'server-busy reply-code low ?');
  });

  it('is not the one meaning of a code that says some error', () => {
    assert.equal(told('', 552), 'mailbox-full reply-code medium');
    for (const words of ['error', 'failed', 'failure', 'refused', 'rejected', 'denied', 'Error.'])
      assert.equal(told(words, 552), 'unrecognized reply-code medium', words);
  });

  it('is what its words say', () => {
    for (const [text, code, enhanced, expected] of [
      ['User unknown', 550, '5.1.1', 'recipient-unknown words high'],
      ['Mailbox full', 552, '5.2.2', 'mailbox-full words high'],
      ['Mailbox full', 552, '5.1.1', 'mailbox-full words medium'],
      ['the mailbox of this user is full', 550, undefined, 'mailbox-full words high'],
      ['mailbox is full', 450, undefined, 'mailbox-full words high'],
      ['your host has no PTR record', 450, '4.7.25', 'reverse-dns words high'],
      ['message is too big', 550, undefined, 'message-too-large words medium'],
      ['The sender is not allowed to send', 550, undefined, 'sender-refused words medium'],
      ['Authentication required', 530, '5.7.0', 'login-required words high'],
      ['greylisted, try again later', 451, undefined, 'greylisted words high'],
      ['try again later', 451, undefined, 'server-busy words medium'],
      ['Connection timed out', 451, undefined, 'connection-failed words high'],
      ['Connection refused', 550, undefined, 'client-refused words medium'],
      ['Too many connections', 421, undefined, 'too-many-connections words medium'],
      ['hourly limit of messages exceeded', 450, undefined, 'rate-limited words medium'],
      ['Invalid HELO name', 550, undefined, 'greeting-refused words high'],
      ['Message rejected due to content', 554, undefined, 'content-refused words medium'],
    ] as const)
      assert.equal(told(text, code, enhanced), expected, text);
  });

  it('is what the codes of the vendor say with its words', () => {
    const banned = 'Access denied, banned sending IP [192.0.2.1]';
    assert.equal(told(banned, 550, '5.7.606'), 'blocklisted server-words high');
    const unknown = 'Recipient address rejected: Access denied. AS(201806281)';
    assert.equal(told(unknown, 550, '5.4.1'), 'recipient-unknown server-words high');
  });

  it('is what the innermost server says, without what Postfix says was answered', () => {
    const inner = 'host mx.b.test[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)';
    assert.equal(told(inner, 451), 'mailbox-full words high');
    assert.equal(told('host mx.b.test said: 550 5.1.1 User unknown', 554), 'recipient-unknown words high');
    assert.equal(told('qwx zzt (in reply to RCPT TO command)', 550, '5.1.1'), told('qwx zzt', 550, '5.1.1'));
  });

  it('is what its last line says where that is the cause', () => {
    assert.equal(told('Our policy\nUser unknown', 550), 'recipient-unknown words high');
    assert.equal(told('Hello there\nthe mailbox is full', 550), 'mailbox-full words high');
    assert.equal(told('User unknown\nsee our policy', 550), 'recipient-unknown words high');
    assert.equal(
      told('Our policy User unknown', 550, undefined, { lastLine: 'User unknown' }),
      told('User unknown', 550),
    );
  });

  it('of a challenge is the refusal of a token that stands in it', () => {
    assert.equal(told(TOKEN_REFUSED, 334), 'login-failed words high');
    assert.equal(told('VXNlcm5hbWU6', 334), 'in-progress reply-code medium');
    assert.equal(told(TOKEN_REFUSED, 335), 'in-progress class low');
  });
});
