import assert from 'node:assert/strict';
import type { Answer, Question, Resolve } from '../../src/probes/ports.ts';
import { askOnce, atMost, inParallel } from '../../src/probes/resolving.ts';

const never = new AbortController().signal;

/** A resolver whose answers come when they are let go. */
function held() {
  const asked: string[] = [];
  const release: (() => void)[] = [];
  const resolve: Resolve = (question) =>
    new Promise((done) => {
      asked.push(`${question.name} ${question.type}`);
      release.push(() => done({ question, status: 'NOERROR', records: [], elapsed: 1 }));
    });
  return { asked, resolve, letGo: () => release.shift()?.() };
}

const question = (name: string, change: Partial<Question> = {}): Question => ({ name, type: 'A', ...change });
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('a resolver that asks once', () => {
  it('takes questions that differ in case and final dot for one', async () => {
    const { asked, resolve, letGo } = held();
    const once = askOnce(resolve);
    const both = [once.resolve(question('Contoso.test'), never), once.resolve(question('contoso.test.'), never)];
    letGo();
    const [first, second] = await Promise.all(both);
    assert.equal(first, second);
    assert.deepEqual(asked, ['Contoso.test A']);
    assert.deepEqual(once.answers(), [first]);
  });
  it('takes another type, server or way of asking for another question', async () => {
    const { asked, resolve } = held();
    const once = askOnce(resolve);
    for (const change of [{}, { type: 'MX' as const }, { at: '192.0.2.53' }, { recursion: false } as const]) {
      void once.resolve(question('contoso.test', change), never);
    }
    assert.equal(asked.length, 4);
    assert.deepEqual(once.answers(), []);
  });
});

describe('a resolver with few questions at a time', () => {
  it('lets the next go when one is answered', async () => {
    const { asked, resolve, letGo } = held();
    const two = inParallel(resolve, 2);
    const answers = ['a', 'b', 'c', 'd'].map((name) => two(question(name), never));
    await settled();
    assert.deepEqual(asked, ['a A', 'b A']);
    letGo();
    await settled();
    assert.deepEqual(asked, ['a A', 'b A', 'c A']);
    for (let i = 0; i < 3; i++) {
      letGo();
      await settled();
    }
    assert.equal((await Promise.all(answers)).length, 4);
  });
  it('does not ask what was cancelled while it waited', async () => {
    const { asked, resolve, letGo } = held();
    const one = inParallel(resolve, 1);
    const stop = new AbortController();
    void one(question('a'), never);
    const waiting = one(question('b'), stop.signal);
    stop.abort();
    letGo();
    assert.equal((await waiting).status, 'CANCELLED');
    assert.deepEqual(asked, ['a A']);
  });
});

describe('a resolver with a budget', () => {
  it('says which questions it did not ask', async () => {
    const answer: Resolve = async (one): Promise<Answer> => ({
      question: one,
      status: 'NOERROR',
      records: [],
      elapsed: 0,
    });
    const budget = atMost(answer, 2);
    const statuses = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => (await budget.resolve(question(name), never)).status),
    );
    assert.deepEqual(statuses, ['NOERROR', 'NOERROR', 'CANCELLED']);
    assert.equal(budget.refused(), 1);
  });
  it('keeps no more than so many characters', async () => {
    const large: Resolve = async (one): Promise<Answer> => ({
      question: one,
      status: 'NOERROR',
      records: [{ name: one.name, type: 'TXT', ttl: 1, data: 'x'.repeat(400) }],
      elapsed: 0,
    });
    const budget = atMost(large, 10, 1000);
    const kept: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) kept.push((await budget.resolve(question(name), never)).records.length);
    assert.deepEqual(kept, [1, 1, 0, 0]);
    assert.equal(budget.refused(), 2);
  });
});
