import assert from 'node:assert/strict';
import { finish, type Known } from '../../../../src/core/knowledge/found/finish.ts';
import { because, type Meaning } from '../../../../src/core/knowledge/meaning.ts';
import { queueRetries, sendAgain, stepsBy, wait } from '../../../../src/core/knowledge/steps.ts';

const full = because('mailbox-full', 'So it is.', 'RFC 5321 4.2.2');
const [again] = stepsBy('sender', [{ kind: 'again', text: 'Send it again.' }]);
const [look] = stepsBy('recipient', [{ kind: 'do', text: 'Look.' }]);
assert.ok(again !== undefined && look !== undefined);
const row: Meaning = { ...full, retry: 'later', actor: 'recipient', next: [look, again] };

const finished = (meaning: Meaning, digit?: number, more: Partial<Known> = {}) =>
  finish(meaning, { digit, basis: 'words', confidence: 'high', ...more });

describe('an explanation', () => {
  it('has whether to try again by the class of the codes', () => {
    const retry = (digit?: number, meaning = row): string => finished(meaning, digit).retry;
    assert.deepEqual(
      [2, 3, 4, 5, undefined].map((digit) => retry(digit)),
      ['no', 'no', 'yes', 'later', 'later'],
    );
    assert.equal(retry(4, { ...row, transientRetry: 'no' }), 'no');
    assert.equal(retry(5, { ...row, transientRetry: 'no' }), 'later');
  });

  it('leaves to the queue what failed for now, where nothing else waits', () => {
    const steps = (meaning: Meaning, digit?: number) => finished(meaning, digit).next;
    assert.deepEqual(steps(row, 4), [queueRetries, look]);
    assert.deepEqual(steps(row, 5), [look, again]);
    assert.deepEqual(steps(row), [look, again]);
    assert.deepEqual(steps({ ...row, transientRetry: 'later' }, 4), [look, again]);
    assert.deepEqual(steps({ ...row, reason: 'accepted' }, 4), [look, again]);
    const waits = stepsBy('sender', [wait('Wait an hour.')]);
    assert.deepEqual(steps({ ...row, next: waits }, 4), waits);
  });

  it('leaves to the sender what a queue would have done, where it failed for good', () => {
    const queued: Meaning = { ...row, actor: 'nobody', next: [queueRetries, look] };
    assert.deepEqual(finished(queued, 5).next, [sendAgain, look]);
    assert.equal(finished(queued, 5).actor, 'sender');
    assert.equal(finished(queued, 4).actor, 'nobody');
    assert.equal(finished({ ...queued, actor: 'recipient' }, 5).actor, 'recipient');
    assert.equal(finished({ ...queued, next: [look] }, 5).actor, 'nobody');
    assert.deepEqual(finished(queued, 4).next, queued.next);
  });

  it('has what the words name where it rests on them, and a link in any refusal', () => {
    const words = 'the box of bob@contoso.test is full, see https://contoso.test/why';
    const meaning = (digit: number | undefined, basis: Known['basis'], said: string | undefined = words): string =>
      finished(full, digit, { basis, words: said }).meaning;
    assert.match(meaning(5, 'words'), /contoso\.test/);
    assert.match(meaning(undefined, 'server-words'), /contoso\.test/);
    assert.equal(finished(full, 5, { basis: 'words' }).meaning, 'So it is.');
    assert.equal(meaning(undefined, 'reply-code'), 'So it is.');
    assert.equal(meaning(2, 'reply-code'), 'So it is.');
    const next = (digit?: number): string => JSON.stringify(finished(full, digit, { basis: 'reply-code', words }).next);
    assert.match(next(5), /contoso\.test\/why/);
    assert.match(next(4), /contoso\.test\/why/);
    assert.doesNotMatch(next(2), /contoso\.test\/why/);
    assert.doesNotMatch(next(), /contoso\.test\/why/);
  });

  it('has a note behind its meaning, with the source of that', () => {
    const told = finished(full, 5, { note: 'And so it goes.' });
    assert.equal(told.meaning, 'So it is; and so it goes.');
    assert.deepEqual(told.source, ['RFC 5321 4.2.2', 'RFC 5321 4.2', 'RFC 2034 4']);
    assert.equal(finished(full, 5).source, full.source);
  });

  it('says what it rests on, and only what there is', () => {
    const plain = finished(full, 5);
    assert.deepEqual([plain.reason, plain.basis, plain.confidence], ['mailbox-full', 'words', 'high']);
    for (const key of ['unknownWords', 'nearest', 'sisimai', 'tells']) assert.ok(!(key in plain), key);
    const known = finished({ ...full, sisimai: 'mailboxfull' }, 5, { unknownWords: true, nearest: 'full' });
    assert.deepEqual([known.unknownWords, known.nearest, known.sisimai], [true, 'full', 'mailboxfull']);
    assert.ok(!('unknownWords' in finished(full, 5, { unknownWords: false })));
  });
});
