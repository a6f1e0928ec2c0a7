import assert from 'node:assert/strict';
import { isDelay, REFUSED, WAITED } from '../../../../src/core/mail/bounces/noticeTone.ts';

describe('the tone of a notice', () => {
  it('is a delay where it goes on trying', () => {
    for (const [subject, head] of [
      ['Delayed mail', ''],
      ['Warning: message 1abc delayed 24 hours', 'has failed'],
      ['Warning: could not send message for past 4 hours', ''],
      ['x', 'No action is required on your part.'],
      ['x', 'Delivery attempts will continue to be made.'],
      ['x', 'It is delayed. If delivery fails permanently you will be told.'],
      ['x', 'It is delayed. If it failed permanently you will be told.'],
    ] as const)
      assert.equal(isDelay(subject, head), true, `${subject} / ${head}`);
  });

  it('is none where it was given up', () => {
    for (const words of [
      'I have given up',
      "I'm giving up",
      'a permanent error',
      'undeliverable',
      'delivery has failed',
      'Notification (Failure)',
      'Returned mail',
      'no further attempts',
      'no further delivery',
      'it will not be tried again',
      'it will not be retried',
      'endgültig',
      'wurde aufgegeben',
      'définitivement',
      'a été abandonné',
      'definitivo',
      'definitief',
      'ostatecznie',
      'окончательно',
      'véglegesen',
      'lopullisesti',
      'kalıcı olarak',
      'οριστικά',
      '永久',
      '永続',
      '恒久',
      '영구',
    ]) {
      assert.equal(isDelay('x', `It was delayed. ${words}`), false, words);
      assert.equal(isDelay(`x ${words}`, 'It was delayed.'), false, words);
    }
    for (const [subject, head] of [
      ['x', ''],
      ['x', 'undelayed'],
      ['x', 'Warning: mail'],
    ] as const)
      assert.equal(isDelay(subject, head), false, `${subject} / ${head}`);
  });

  it('says how long was tried', () => {
    for (const words of [
      'This message has been in the queue too long.',
      'Not delivered within 3 days',
      'aborted after 5 days',
      'could not be delivered for more than 4 days',
      'undelivered for 24 hours',
      'undeliverable for 2 days',
      'tried for 48 hours',
      'trying for more than 1 day',
    ])
      assert.match(words, WAITED);
    for (const words of ['tried for days', 'not delivered within days', 'aborted', 'sent for 3 days'])
      assert.doesNotMatch(words, WAITED);
  });

  it('is a refusal in many words', () => {
    for (const words of [
      ...['could not', 'can not be', 'cannot be', 'duplicated', 'malformed', 'incorrect', 'may not exist'],
      ...['may not have', 'not receive', "couldn't", 'unable to', 'not able to', 'failed', 'failure', 'undelivered'],
      ...['reject', 'refused', 'unknown', 'no such', 'not delivered', 'not be delivered', 'not reach', 'error'],
      ...['returned', 'permanent', 'bounce', 'delay', 'trouble', 'full', 'exceed', 'not member', 'not a valid'],
      ...['できません', 'エラー', '届', '不明', '失敗', '失败', '退信', 'не может', 'не удалось', 'unzustellbar'],
      ...['nicht zugestellt'],
    ])
      assert.match(words, REFUSED);
    for (const words of ['delivered', 'can not', 'may not', 'known', 'fails', 'not', 'member', 'zugestellt', 'не'])
      assert.doesNotMatch(words, REFUSED);
  });
});
