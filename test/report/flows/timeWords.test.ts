import assert from 'node:assert/strict';
import { wordTime } from '../../../src/report/flows/timeWords.ts';

const due = { wait: 300_000, source: 'RFC 5321 4.5.3.2.2' } as const;

describe('a delay in words', () => {
  it('of the banner is a note', () => {
    const { level, code, about, text, source } = wordTime({ code: 'greet-delay', elapsed: 6049 }, 'mx.test');
    assert.deepEqual([level, code, about, source], ['note', 'greet-delay', 'mx.test', 'RFC 5321 4.5.3.2.1']);
    assert.match(text, /^The banner took 6\.0 s, many times the way there and back: /);
  });
  it('of all answers or of refusals is a tarpit', () => {
    const tarpit = (kind: 'all' | 'refusals'): readonly unknown[] => {
      const { level, text, next, source } = wordTime({ code: 'tarpit', kind, elapsed: 5000, replies: 4 }, 'mx.test');
      return [level, text, next, source];
    };
    const source = 'RFC 5321 4.5.3.2; RFC 5321 7.8';
    const [level, text, next, of] = tarpit('all');
    assert.deepEqual([level, of], ['warning', source]);
    assert.match(String(text), /^Every answer took 5\.0 s or more \(4 answers\), many times /);
    assert.match(String(next), /^Look the address of this machine up/);
    const [, refusals, nothing] = tarpit('refusals');
    assert.match(String(refusals), /^Refusals took 5\.0 s or more and what was taken did not: /);
    assert.match(String(nothing), /^Nothing, where mail arrives/);
  });
  it('of one step is held against what senders wait', () => {
    const slow = (step: string, elapsed: number, limit?: typeof due): readonly unknown[] => {
      const { level, text, source } = wordTime(
        { code: 'slow-reply', step, elapsed, ...(limit && { due: limit }) },
        'mx.test',
      );
      return [level, text, source];
    };
    assert.deepEqual(slow('mail', 60_000, due), [
      'note',
      'MAIL took 60.0 s to be answered. Senders have to wait 5 minutes for it.',
      due.source,
    ]);
    assert.equal(slow('mail', 60_001, due)[0], 'warning');
    assert.equal(slow('mail', 300_000, due)[0], 'warning');
    assert.deepEqual(slow('message', 300_001, due), [
      'fail',
      'The message took 300.0 s to be answered. A sender may have given up after 5 minutes, and sends again.',
      due.source,
    ]);
    assert.deepEqual(slow('ehlo', 999_000), [
      'note',
      'EHLO took 999.0 s to be answered. Senders wait some minutes.',
      'RFC 5321 4.5.3.2',
    ]);
  });
});
