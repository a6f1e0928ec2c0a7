import assert from 'node:assert/strict';
import { forgetFound, inheritFound, perBlock } from '../../../src/core/ticket/perBlock.ts';
import { withSpans } from '../../../src/core/ticket/spans.ts';
import type { Block, Ticket } from '../../../src/core/ticket/ticket.ts';

const ticket = { text: 'some words of a text' } as unknown as Ticket;
const block = (start: number, end: number): Block => ({ kind: 'prose', start, end, replies: [] });
const found = (start: number, end: number, ...places: readonly (readonly [number, number])[]) => ({
  name: 'x',
  span: { start, end },
  ...(places.length > 0 && { places: places.map(([from, to]) => ({ span: { start: from, end: to } })) }),
});

describe('what is looked for in a block', () => {
  it('is looked for once, and moves with it', () => {
    let looked = 0;
    const look = perBlock((_, { start }) => {
      looked++;
      return [found(start + 1, start + 2, [start + 3, start + 4])];
    });
    const one = { ...block(10, 20) };
    assert.equal(look.knows(one), false);
    assert.deepEqual(look(ticket, one), [found(11, 12, [13, 14])]);
    assert.equal(look.knows(one), true);
    look(ticket, one);
    assert.equal(looked, 1);
    one.start = 15;
    assert.deepEqual(look(ticket, one), [found(16, 17, [18, 19])]);
    one.start = 5;
    assert.deepEqual(look(ticket, one), [found(6, 7, [8, 9])]);
    assert.equal(looked, 1);
    look(ticket, block(10, 20));
    assert.equal(looked, 2);
  });

  it('may be kept, handed on to the block that it became, and forgotten', () => {
    const look = perBlock<ReturnType<typeof found>>(() => []);
    const [one, other, third] = [{ ...block(10, 20) }, block(12, 22), block(30, 40)];
    look.keep(one, [found(11, 12)]);
    assert.deepEqual(look(ticket, one), [found(11, 12)]);
    one.start = 11;
    inheritFound(one, other, (offset) => offset + 1);
    assert.deepEqual(look(ticket, other), [found(13, 14)]);
    inheritFound(third, other, (offset) => offset);
    assert.deepEqual(look(ticket, other), [found(13, 14)]);
    forgetFound(other);
    assert.equal(look.knows(other), false);
    assert.equal(look.knows(one), true);
    assert.deepEqual(look(ticket, other), []);
  });
});

describe('a copy of a tree', () => {
  it('has its spans elsewhere, and shares what was shared', () => {
    const shared = { start: 1, end: 2, code: 550, text: 'x', none: null, yes: true };
    const tree = { start: 0, end: 9, list: [shared, [shared]], again: shared, named: { start: 'here', other: 7 } };
    const copy = withSpans(tree, (offset) => offset + 100);
    const moved = { ...shared, start: 101, end: 102 };
    assert.deepEqual(copy, {
      start: 100,
      end: 109,
      list: [moved, [moved]],
      again: moved,
      named: { start: 'here', other: 7 },
    });
    assert.equal(copy.list[0], copy.again);
    assert.equal((copy.list[1] as readonly unknown[])[0], copy.again);
    assert.deepEqual(tree.again, { start: 1, end: 2, code: 550, text: 'x', none: null, yes: true });
    const circle: Record<string, unknown> = { start: 1 };
    circle.self = circle;
    const round = withSpans(circle, (offset) => offset + 1);
    assert.equal(round.self, round);
    assert.equal(round.start, 2);
    const list: unknown[] = [];
    list.push(list);
    assert.equal(withSpans(list, (offset) => offset)[0] === list, false);
  });
});
