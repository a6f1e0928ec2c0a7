import assert from 'node:assert/strict';
import { atMost, stated, toldMeaning } from '../../../src/core/knowledge/explanation.ts';
import { because } from '../../../src/core/knowledge/meaning.ts';
import { act, isListLookup, isQueueRetry, probe, stepsBy, wait } from '../../../src/core/knowledge/steps.ts';

describe('an explanation', () => {
  it('is as sure as the less sure of two', () => {
    for (const [one, other, least] of [
      ['low', 'high', 'low'],
      ['high', 'low', 'low'],
      ['medium', 'high', 'medium'],
      ['high', 'medium', 'medium'],
      ['low', 'medium', 'low'],
      ['high', 'high', 'high'],
    ] as const)
      assert.equal(atMost(one, other), least);
  });

  it('of what a header states is sure', () => {
    const { basis, confidence } = stated(because('mailbox-full', 'So it is.', 'RFC 5321 4.2.2'));
    assert.deepEqual([basis, confidence], ['facts', 'high']);
  });

  it('says where the words are not known, and what is told instead', () => {
    const meaning = 'The mailbox is full.';
    assert.equal(toldMeaning({ meaning }), meaning);
    assert.equal(
      toldMeaning({ meaning, unknownWords: true }),
      'These words are not known here; by its code: the mailbox is full.',
    );
    assert.equal(
      toldMeaning({ meaning, unknownWords: true, nearest: 'box full' }),
      'These words are not known here; the nearest known wording is “box full”: the mailbox is full.',
    );
  });
});

describe('a step', () => {
  it('is of whoever acts, unless it names another, and has the place that shows it', () => {
    assert.deepEqual(stepsBy('sender', [act('a'), act.sender('b', 'recipient'), probe.server('c'), wait('d')]), [
      { by: 'sender', kind: 'do', text: 'a' },
      { by: 'recipient', kind: 'do', text: 'b', at: 'sender' },
      { by: 'sender', kind: 'probe', text: 'c', at: 'server' },
      { by: 'sender', kind: 'wait', text: 'd' },
    ]);
    assert.equal(act.recipient('x').at, 'recipient');
    assert.equal(probe.address('x').at, 'address');
  });

  it('is one of the queue where nobody or the queue itself waits', () => {
    const step = { kind: 'wait', text: 'x' } as const;
    assert.ok(isQueueRetry({ ...step, by: 'nobody' }));
    assert.ok(isQueueRetry({ ...step, by: 'sending admin', means: 'queue' }));
    assert.ok(!isQueueRetry({ ...step, by: 'sending admin' }));
    assert.ok(!isQueueRetry({ ...step, kind: 'do', by: 'nobody' }));
    assert.ok(isListLookup({ ...step, by: 'nobody', means: 'list' }));
    assert.ok(!isListLookup({ ...step, by: 'nobody', means: 'queue' }));
  });
});
