import assert from 'node:assert/strict';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import { explained, foremost, inOrder, type Role, type Verdict } from '../../../src/core/verdict/verdict.ts';

const one = (role: Role, start = 0, more: Partial<Verdict> = {}): Verdict =>
  ({ role, span: { start, end: start + 1 }, failed: role === 'cause', stage: '?', recipients: [], ...more }) as Verdict;

describe('verdicts', () => {
  const ordered = (...verdicts: readonly Verdict[]): string =>
    inOrder(verdicts)
      .map(({ role, span }) => `${role} ${span.start}`)
      .join(', ');

  it('stand with causes in front of what came of them, what arrived, and what worked', () => {
    assert.equal(
      ordered(one('success', 1), one('notice', 2), one('consequence', 3), one('cause', 4)),
      'cause 4, consequence 3, notice 2, success 1',
    );
    assert.equal(ordered(one('recovered', 3), one('cause', 2), one('waiting', 1)), 'waiting 1, cause 2, recovered 3');
    assert.equal(ordered(one('consequence', 9), one('consequence', 8)), 'consequence 8, consequence 9');
  });

  it('on messages that arrived keep their order', () => {
    assert.equal(ordered(one('notice', 9), one('delay', 8), one('notice', 7)), 'notice 9, delay 8, notice 7');
  });

  it('of a log stand with what failed first, then what waits, what came of it, and what was got over', () => {
    const of = (role: Role, start: number): Verdict => one(role, start, { deliveries: 1 });
    assert.equal(
      ordered(of('success', 0), of('recovered', 1), of('consequence', 2), of('waiting', 3), of('cause', 4)),
      'cause 4, waiting 3, consequence 2, recovered 1, success 0',
    );
  });
});

describe('the foremost verdict', () => {
  const first = (...verdicts: readonly Verdict[]): number | undefined => foremost(verdicts)?.span.start;

  it('is the first failure, of mail before of names and of what is quoted', () => {
    assert.equal(first(one('success', 1), one('cause', 2), one('cause', 3)), 2);
    assert.equal(first(one('cause', 1, { stage: 'dns' }), one('cause', 2)), 2);
    assert.equal(first(one('cause', 1, { stage: 'quoted' }), one('cause', 2)), 2);
    assert.equal(first(one('success', 1), one('cause', 2, { stage: 'dns' }), one('cause', 3, { stage: 'quoted' })), 2);
  });

  it('is else what arrived late or was noticed, what worked, or the first', () => {
    assert.equal(first(one('recovered', 1), one('success', 2), one('notice', 3), one('delay', 4)), 3);
    assert.equal(first(one('success', 1), one('delay', 2)), 2);
    assert.equal(first(one('recovered', 1), one('notice', 2, { stage: 'dns' }), one('success', 3)), 3);
    assert.equal(first(one('recovered', 1), one('notice', 2, { stage: 'dns' })), 1);
    assert.equal(first(), undefined);
  });
});

describe('what an explanation gives to a verdict', () => {
  it('is its reason, who acts and what next', () => {
    const explanation = explainReply({ code: 550, enhanced: '5.1.1', text: 'User unknown', stage: 'RCPT' });
    const { code, actor, retry, summary, basis, ...rest } = explained(explanation);
    assert.deepEqual(
      [code, actor, retry, summary, basis],
      ['recipient-unknown', 'sender', 'no', explanation.meaning, 'words'],
    );
    assert.equal(rest.sisimai, 'userunknown');
    for (const key of ['unknownWords', 'kept', 'tells']) assert.ok(!(key in rest), key);
    const unknown = explained(explainReply({ code: 550, text: 'xyzzy plugh frobnicate', stage: '?' }));
    assert.match(unknown.summary, /^These words are not known here/);
    assert.equal(unknown.unknownWords, true);
  });
});
