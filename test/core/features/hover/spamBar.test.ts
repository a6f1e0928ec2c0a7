import assert from 'node:assert/strict';
import { barExplainer } from '../../../../src/core/features/hover/header/spamScoreHover.ts';

/** What a bar of marks says. */
const bar = (value: string): readonly string[] =>
  (barExplainer.whole as unknown as (field: { value: string }) => readonly string[])({ value });

describe('a bar of marks', () => {
  it('counts points', () => {
    assert.deepEqual(bar(' *** '), ['About 3 points.']);
    assert.deepEqual(bar('+'), ['About 1 point.']);
    assert.deepEqual(bar('--'), ['About minus 2 points.']);
    assert.deepEqual(bar('ss'), ['About 2 points.']);
    assert.deepEqual(bar('/'), ['About no point.']);
    assert.deepEqual(bar(' '), ['No point.']);
  });

  it('is nothing where marks are mixed or others', () => {
    for (const marks of ['*+', 'x', '*x', 'x*', '//']) assert.deepEqual(bar(marks), [], marks);
  });
});
