import assert from 'node:assert/strict';
import { evidence } from '../../../../src/core/report/answer/evidence.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const text = Array.from({ length: 200 }, (_, i) => `line ${i + 1}`).join('\n');
/** The evidence of lines (from 1 on, both included), without its fence. */
const of = (...spans: readonly (readonly [first: number, last: number])[]): readonly string[] => {
  const ticket = readTicket(text);
  const { lines } = ticket;
  const found = evidence(
    spans.map(([first, last]) => ({ start: lines.start(first - 1), end: lines.end(last - 1) })),
    ticket,
  );
  const shown = found.split('\n');
  assert.deepEqual([shown[0], shown.at(-1)], ['```text', '```']);
  return shown.slice(1, -1);
};

describe('the lines that show it', () => {
  it('stand in the order of the text, each once, with numbers below each other', () => {
    assert.deepEqual(of([99, 100], [9, 9], [100, 100]), ['  9: line 9', ' 99: line 99', '100: line 100']);
    assert.deepEqual(of([8, 9]), ['8: line 8', '9: line 9']);
  });
  it('are twelve of a place; how many more there are stands behind them', () => {
    assert.deepEqual(of([1, 12]).at(-1), '12: line 12');
    assert.deepEqual(of([1, 13]).slice(-2), ['12: line 12', '13: … (1 more line)']);
    assert.deepEqual(of([1, 15]).slice(-2), ['12: line 12', '13: … (3 more lines)']);
    assert.deepEqual(of([13, 13], [1, 15]).slice(-2), ['12: line 12', '13: line 13']);
  });
  it('are sixty altogether', () => {
    const many = (count: number): readonly string[] =>
      of(...Array.from({ length: count }, (_, i) => [2 * i + 1, 2 * i + 1] as const));
    assert.deepEqual([many(60).length, many(60).at(-1)], [60, '119: line 119']);
    assert.deepEqual([many(63).length, many(63).at(-1)], [61, '… (3 more lines)']);
  });
  it('are cut where a line is longer than any server writes', () => {
    const ticket = readTicket('x'.repeat(8003));
    const whole = evidence([{ start: 0, end: 10 }], ticket).split('\n')[1] ?? '';
    assert.equal(whole, `1: ${'x'.repeat(8000)} … (3 more characters)`);
    assert.ok(evidence([{ start: 0, end: 10 }], readTicket('x'.repeat(8000))).includes(`1: ${'x'.repeat(8000)}\n`));
  });
  it('cannot close their fence, and hold no secret', () => {
    const fenced = evidence([{ start: 0, end: 30 }], readTicket('a ````` b\npassword: Tr0ub4dor&3x\n')).split('\n');
    assert.deepEqual(fenced, ['``````text', '1: a ````` b', '2: password: MASKED', '``````']);
  });
});
