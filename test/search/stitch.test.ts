import assert from 'node:assert/strict';
import { type FoundLine, stitch } from '../../src/search/stitch.ts';

interface Told {
  readonly host?: string;
  readonly own?: string;
  readonly next?: readonly string[];
  readonly messageId?: string;
  readonly inside?: true;
  readonly removed?: true;
  readonly refused?: true;
  readonly time?: number;
  readonly hits?: number;
  readonly source?: number;
}

/** A line with a name, and what it tells of its message. */
const line = (text: string, { time, hits = 1, source = 0, next = [], ...ids }: Told = {}): FoundLine => ({
  ...{ text, source, number: 1, hits, ids: { next, ...ids } },
  ...(time !== undefined && { time }),
});

/** Each message as `a b (IDS)`, then the loose lines behind `|`. */
function joins(lines: readonly FoundLine[], expected: readonly string[], all = 1): void {
  const { messages, loose } = stitch(lines, (source) => `host${source}`, all);
  const told = messages.map(({ lines: some, ids }) =>
    [some.map(({ text }) => text).join(' '), ...(ids.length > 0 ? [`(${ids.join(' ')})`] : [])].join(' '),
  );
  assert.deepEqual(loose.length === 0 ? told : [...told, `| ${loose.map(({ text }) => text).join(' ')}`], expected);
}

describe('lines of one message', () => {
  it('have one id at one host', () => {
    joins([line('a', { own: 'A' }), line('b', { own: 'B' }), line('c', { own: 'A' })], ['a c (A)', 'b (B)']);
    joins([line('a', { own: 'A', source: 0 }), line('b', { own: 'A', source: 1 })], ['a (A)', 'b (A)']);
    joins([line('a', { own: 'A', host: 'x' }), line('b', { own: 'A', host: 'y' })], ['a (A)', 'b (A)']);
    joins([line('a', { own: 'A', host: 'x', source: 0 }), line('b', { own: 'A', host: 'x', source: 1 })], ['a b (A)']);
    joins([line('a', { own: 'A', host: 'host1' }), line('b', { own: 'A', source: 1 })], ['a b (A)']);
  });
  it('stand in the order of time, where all tell it', () => {
    joins(
      [line('a', { own: 'A', time: 9 }), line('b', { own: 'A', time: 3 }), line('c', { own: 'A', time: 5 })],
      ['b c a (A)'],
    );
    joins([line('a', { own: 'A', time: 9 }), line('b', { own: 'A', time: 3 }), line('c', { own: 'A' })], ['a b c (A)']);
    joins([line('a', { own: 'A', time: 0 }), line('b', { own: 'A', time: 0 })], ['a b (A)']);
  });
  it('are another message’s behind the line that gave the id up', () => {
    joins(
      [
        line('a', { own: 'A', time: 1 }),
        line('b', { own: 'A', time: 2, removed: true }),
        line('c', { own: 'A', time: 2 }),
        line('d', { own: 'A', time: 3 }),
        line('e', { own: 'A', time: 4 }),
      ],
      ['a b c (A)', 'd e (A)'],
    );
    joins(
      [
        line('a', { own: 'A', time: 1, removed: true }),
        line('b', { own: 'A', time: 2, removed: true }),
        line('c', { own: 'A', time: 3 }),
      ],
      ['a (A)', 'b (A)', 'c (A)'],
    );
    joins([line('a', { own: 'A', time: 1, removed: true }), line('b', { own: 'B', time: 2 })], ['a (A)', 'b (B)']);
  });
});

describe('messages', () => {
  it('stand in the order of their first lines', () => {
    joins(
      [line('a', { own: 'A', time: 9 }), line('b', { own: 'B', time: 3 }), line('c', { own: 'C', time: 5 })],
      ['b (B)', 'c (C)', 'a (A)'],
    );
    joins([line('a', { own: 'A', time: 9 }), line('b', { own: 'B' })], ['b (B)', 'a (A)']);
  });
  it('are left out where a needle is lacking, wherever the others stand', () => {
    const lines = [
      line('a', { own: 'A', hits: 1 }),
      line('b', { own: 'A', hits: 2 }),
      line('c', { own: 'B', hits: 1 }),
      line('d', { own: 'C', hits: 0 }),
    ];
    joins(lines, ['a b (A)', 'c (B)']);
    joins(lines, ['a b (A)'], 3);
    joins(lines, ['a b (A)'], 2);
  });
  it('are named by their ids in queues, else by their Message-IDs', () => {
    joins([line('a', { own: 'A', messageId: 'm@a' }), line('b', { messageId: 'm@a' })], ['a b (A)']);
    joins([line('a', { messageId: 'm@a' })], ['a (m@a)']);
    joins([line('a', { own: 'A', next: ['B'], source: 0 }), line('b', { own: 'B', source: 1 })], ['a b (A B)']);
    joins([line('a', { refused: true })], ['a']);
  });
  it('are none where a line names nothing', () => {
    joins([line('a'), line('b', { own: 'B' })], ['b (B)', '| a']);
    joins([line('a', { hits: 1 }), line('b', { hits: 3 })], ['| b'], 3);
    joins([line('a', { refused: true }), line('b', { refused: true })], ['a', 'b']);
    joins([line('a', { next: ['X'] })], ['a']);
  });
});

describe('a message that was handed over', () => {
  it('has lines under the id that the next host gave it', () => {
    joins([line('a', { own: 'A', next: ['B'] }), line('b', { own: 'B', source: 1 })], ['a b (A B)']);
    joins([line('b', { own: 'B', source: 1 }), line('a', { own: 'A', next: ['B'] })], ['b a (B A)']);
    joins(
      [
        line('a', { own: 'A', next: ['B'] }),
        line('b', { own: 'B', source: 1, next: ['C'] }),
        line('c', { own: 'C', source: 2 }),
      ],
      ['a b c (A B C)'],
    );
    joins(
      [
        line('a', { own: 'A', next: ['B', 'C'] }),
        line('b', { own: 'B', source: 1 }),
        line('c', { own: 'C', source: 1 }),
      ],
      ['a b c (A B C)'],
    );
  });
  it('is that of another host, unless it stayed inside of one', () => {
    const both = [line('x', { own: 'B' }), line('y', { own: 'B', source: 1 })];
    joins([line('a', { own: 'A', next: ['B'] }), ...both], ['a y (A B)', 'x (B)']);
    joins([line('a', { own: 'A', next: ['B'], inside: true }), ...both], ['a x (A B)', 'y (B)']);
    joins([line('a', { own: 'A', next: ['B'] }), line('x', { own: 'B' })], ['a x (A B)']);
    joins([line('a', { own: 'A', next: ['B'], inside: true }), line('y', { own: 'B', source: 1 })], ['a y (A B)']);
  });
  it('is the one that has a line nearest to that time', () => {
    const taken = (source: number, ...times: readonly number[]): readonly FoundLine[] =>
      times.map((time) => line(`${source}-${time}`, { own: 'B', source, time }));
    const a = line('a', { own: 'A', next: ['B'], time: 100 });
    joins([a, ...taken(1, 50), ...taken(2, 120)], ['1-50 (B)', 'a 2-120 (A B)']);
    joins([a, ...taken(1, 90), ...taken(2, 120)], ['1-90 a (A B)', '2-120 (B)']);
    joins([a, ...taken(1, 20, 101), ...taken(2, 98)], ['1-20 a 1-101 (A B)', '2-98 (B)']);
    joins([a, ...taken(1, 90), ...taken(2, 110)], ['1-90 a (A B)', '2-110 (B)']);
  });
  it('is not itself under the same id', () => {
    joins([line('a', { own: 'A', next: ['A'] })], ['a (A)']);
    joins([line('a', { own: 'A', next: ['A'] }), line('b', { own: 'A', source: 1 })], ['a b (A)']);
  });
  it('is found by a line that has no id of its own', () =>
    joins([line('a', { next: ['B'] }), line('b', { own: 'B', source: 1 })], ['a b (B)']));
});

describe('a Message-ID', () => {
  it('links the queues of different hosts', () => {
    joins([line('a', { own: 'A', messageId: 'm' }), line('b', { own: 'B', messageId: 'm', source: 1 })], ['a b (A B)']);
    joins(
      [line('a', { messageId: 'm' }), line('b', { messageId: 'm' }), line('c', { messageId: 'n' })],
      ['a b (m)', 'c (n)'],
    );
  });
  it('links none where one host has it in several, as copies for many have', () => {
    const copies = [line('a', { own: 'A', messageId: 'm' }), line('b', { own: 'B', messageId: 'm' })];
    joins(copies, ['a (A)', 'b (B)']);
    joins([...copies, line('c', { own: 'C', messageId: 'm', source: 1 })], ['a (A)', 'b (B)', 'c (C)']);
  });
  it('links those that a hand over has joined already', () =>
    joins(
      [
        line('a', { own: 'A', messageId: 'm', next: ['B'], inside: true }),
        line('b', { own: 'B', messageId: 'm' }),
        line('c', { own: 'C', messageId: 'm', source: 1 }),
      ],
      ['a b c (A B C)'],
    ));
});
