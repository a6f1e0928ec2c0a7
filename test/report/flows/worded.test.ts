import assert from 'node:assert/strict';
import type { Answered, ReplyMeaning } from '../../../src/probes/smtp/flows/outcome.ts';
import { answeredWith, answerWords, nextWords, type Refused, refusedFor } from '../../../src/report/flows/worded.ts';

const answered = (lines: readonly string[], more: Partial<Answered> = {}): Answered =>
  ({ code: Number(lines.at(-1)?.slice(0, 3)), lines, ...more }) as Answered;
const means = (more: Partial<ReplyMeaning> = {}): ReplyMeaning => ({
  ...{ reason: 'other', meaning: 'It is so.', sure: true, actor: 'nobody', next: [], source: 'RFC 5321 4.2' },
  ...more,
});

describe('an answer, in words,', () => {
  it('is its last line, as far as it goes', () => {
    assert.equal(answerWords(answered(['250-a.test', '250 SIZE'])), '250 SIZE');
    assert.equal(answerWords(answered([`250 ${'x'.repeat(156)}`])), `250 ${'x'.repeat(156)}`);
    assert.equal(answerWords(answered([`250 ${'x'.repeat(157)}`])), `250 ${'x'.repeat(156)}…`);
    assert.equal(answerWords({ code: 250, lines: [] }), '250');
  });
  it('is what came instead of one', () => {
    assert.equal(answerWords({ lines: [] } as unknown as Answered), 'no answer');
    assert.equal(answerWords({ lines: [], lost: 'reset' } as unknown as Answered), 'the connection was reset');
  });
  it('has what it means behind it, where that is known', () => {
    assert.equal(answeredWith(answered(['550 no'])), 'The answer was 550 no.');
    assert.equal(answeredWith(answered(['550 no'], { means: means() })), 'The answer was 550 no: It is so.');
  });
});

describe('what to do about a refusal', () => {
  const next = ['Do one.', 'Do two.', 'Do three.'];
  it('is the first two steps', () => {
    assert.equal(nextWords(undefined), undefined);
    assert.equal(nextWords(means()), undefined);
    assert.equal(nextWords(means({ next })), 'Do one. Do two.');
  });
  it('is to wait, and the first step', () => {
    const again = (minutes: number, said: boolean, reason = 'other'): string | undefined =>
      nextWords(means({ next, reason, again: { minutes, said } }));
    assert.equal(again(1, true), 'Try again in 1 minute, as the server asks. Do one.');
    assert.equal(again(5, true, 'greylisted'), 'Try again in 5 minutes, as the server asks. Do one.');
    assert.equal(
      again(5, false, 'greylisted'),
      'Try again in 5 minutes from the same address with the same sender and recipient; a sending server does so by itself. Do one.',
    );
    assert.equal(again(30, false), 'Try again in 30 minutes, as a queue does (RFC 5321 4.5.4.1). Do one.');
  });
});

describe('whom a refusal is about', () => {
  const about = (whom: Refused, code: number, ...reasons: readonly string[]): void => {
    for (const reason of reasons)
      assert.equal(refusedFor({ code, lines: [], means: means({ reason }) }), whom, `${code} ${reason}`);
  };
  it('is the domain, which is taken nowhere here', () => {
    for (const code of [450, 550])
      about('relaying', code, 'relaying-denied', 'mail-not-accepted', 'domain-not-found', 'routing-failed');
  });
  it('is the client and what it says of itself', () => {
    for (const code of [450, 550]) {
      about('client', code, 'blocklisted', 'client-refused', 'greeting-refused', 'poor-reputation', 'reverse-dns');
      about(
        'client',
        code,
        'sender-refused',
        'sender-domain-not-found',
        'sender-not-allowed',
        'sender-unauthenticated',
      );
      about('client', code, 'spam-refused', 'spf-failed', 'dkim-failed', 'dmarc-failed', 'login-required');
      about('client', code, 'login-failed', 'tls-required', 'security-refused', 'rate-limited', 'too-many-connections');
    }
  });
  it('is the mailbox', () => {
    for (const code of [450, 550]) {
      about('mailbox', code, 'recipient-inactive', 'recipient-restricted', 'recipient-filtered', 'list-problem');
      about('mailbox', code, 'mailbox-full', 'too-large-for-mailbox');
    }
  });
  it('is the address, where that is certain and for good', () => {
    const ADDRESS = ['recipient-unknown', 'recipient-moved', 'address-malformed', 'suppressed'];
    about('address', 550, ...ADDRESS);
    about('later', 450, ...ADDRESS);
    about('later', 400, 'other');
    about('later', 499, 'other');
    about('other', 399, 'other');
    about('other', 500, 'other');
    for (const reason of ADDRESS)
      assert.equal(refusedFor({ code: 550, lines: [], means: means({ reason, sure: false }) }), 'other', reason);
    assert.equal(refusedFor({ code: 550, lines: [] }), 'other');
    assert.equal(refusedFor({ code: 450, lines: [] }), 'later');
    assert.equal(refusedFor({ lines: [] } as unknown as Answered), 'other');
  });
});
