import assert from 'node:assert/strict';
import type { CheckResult } from '../../../src/checks/check.ts';
import { renderChanges } from '../../../src/report/check/changesReport.ts';
import { answer } from '../../checks/answer.ts';

/** A check that had one answer with these data. */
const result = (data: readonly string[], started = 0): CheckResult => ({
  ...{ name: 'a.test', started, elapsed: 1, cancelled: false, questions: 1, refused: 0 },
  areas: [{ area: 'mx', findings: [], left: 0, answers: [answer('a.test', 'MX', data)] }],
});
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${i} mx${i}.a.test.`);

describe('what changed since the last check', () => {
  it('says since when', () => {
    const [heading, ...lines] = renderChanges(result(['1 a.'], Date.UTC(2026, 10, 21, 20, 5, 36)), result(['1 a.']));
    assert.equal(heading, '## What changed since 2026-11-21 20:05:36 UTC');
    assert.equal(lines.length, 1);
  });
  it('has the records that came before those that went', () => {
    assert.deepEqual(renderChanges(result(['1 a.', '2 b.']), result(['2 b.', '3 c.'])).slice(1), [
      '* new record: a.test. MX 3 c.',
      '* record gone: a.test. MX 1 a.',
    ]);
  });
  it('has fifty of a kind, and counts the others', () => {
    const lines = (count: number) => renderChanges(result([]), result(names(count))).slice(1);
    assert.equal(lines(50).length, 50);
    assert.equal(lines(50).at(-1), '* new record: a.test. MX 49 mx49.a.test.');
    assert.equal(lines(51).length, 51);
    assert.equal(lines(51).at(-1), '* and 1 more like these');
    assert.equal(lines(53).at(-1), '* and 3 more like these');
  });
});
