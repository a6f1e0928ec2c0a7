import assert from 'node:assert/strict';
import type { Message, Part } from '../../../src/core/mail/message.ts';
import { messageAt } from '../../../src/core/trace/messageAt.ts';

interface Made {
  readonly hops?: boolean;
  readonly returned?: Message;
  readonly parts?: readonly Part[];
}

const made = (start: number, end: number, { hops = true, returned, parts = [] }: Made = {}): Message =>
  ({
    start,
    end,
    hops: hops ? [{}] : [],
    root: { start, end, parts },
    ...(returned && { report: { returned } }),
  }) as unknown as Message;

const part = (start: number, end: number, message?: Message, parts: readonly Part[] = []): Part =>
  ({ start, end, parts, ...(message && { message }) }) as unknown as Part;

describe('the message at a place', () => {
  const bare = made(0, 10, { hops: false });
  const first = made(10, 20);
  const inner = made(24, 28);
  const second = made(20, 40, { parts: [part(21, 23), part(23, 30, undefined, [part(24, 28, inner)])] });
  const all = [bare, first, second];

  it('is the innermost with hops, else the nearest before, else the first', () => {
    for (const [offset, expected] of [
      [undefined, first],
      [0, first],
      [9, first],
      [10, first],
      [19, first],
      [20, second],
      [22, second],
      [23, second],
      [24, inner],
      [27, inner],
      [28, second],
      [99, second],
    ] as const)
      assert.equal(messageAt(all, offset), expected, String(offset));
    assert.equal(messageAt([bare], 5), bare);
    assert.equal(messageAt([bare], undefined), bare);
    assert.equal(messageAt([], 0), undefined);
    assert.equal(messageAt([first, bare, second], 5), first);
  });

  it('is the one that a bounce returns, if that has hops', () => {
    const returned = made(5, 9);
    const bounce = made(0, 20, { returned });
    assert.equal(messageAt([bounce], 4), bounce);
    assert.equal(messageAt([bounce], 5), returned);
    assert.equal(messageAt([bounce], 9), bounce);
    assert.equal(messageAt([made(0, 20, { returned: made(5, 9, { hops: false }) })], 6)?.start, 0);
  });
});
