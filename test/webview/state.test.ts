import assert from 'node:assert/strict';
import { phrase } from '../../src/core/text/words.ts';
import type { Timeline } from '../../src/protocol/timeline.ts';
import { isChoosingKey, rowForKey } from '../../src/webview/keys.ts';
import {
  announcement,
  countHops,
  fromStored,
  receive,
  scaleOf,
  toStored,
  type ViewState,
  withOtherScale,
} from '../../src/webview/state.ts';

function timeline(hops: number): Timeline {
  const row = {
    origin: 'received',
    encrypted: false,
    delay: '1 s',
    longest: false,
    notes: [],
    details: [],
    span: { start: 0, end: 9 },
  } as const;
  return {
    rows: Array.from({ length: hops }, () => row),
    omitted: 0,
    header: { start: 0, end: 99 },
    hops,
    total: phrase('4 s'),
    head: [],
    ticks: { linear: [], log: [] },
    networkProblems: [],
  };
}

const shown = (hops: number, hop: number | null = null): ViewState => ({
  kind: 'shown',
  title: 'a.eml',
  timeline: timeline(hops),
  hop,
});

const waiting: ViewState = { kind: 'waiting' };

describe('the state of the timeline page', () => {
  it('shows what it is told', () => {
    assert.deepEqual(receive(waiting, { type: 'show', title: 'a.eml', timeline: timeline(2) }), shown(2));
    assert.deepEqual(receive(shown(2), { type: 'empty', message: 'none' }), { kind: 'empty', message: 'none' });
    assert.match(
      announcement(receive(waiting, { type: 'show', title: 'x', timeline: timeline(0) })),
      /no Received fields/,
    );
  });

  it('keeps the selected row while the text changes, as long as it is there', () => {
    const show = (hops: number) => receive(shown(3, 2), { type: 'show', title: 'a.eml', timeline: timeline(hops) });
    assert.deepEqual(show(4), shown(4, 2));
    assert.deepEqual(show(2), shown(2, null));
  });

  it('selects only rows that are there', () => {
    const select = (hop: number | null) => receive(shown(3, 1), { type: 'select', hop });
    assert.deepEqual(select(2), shown(3, 2));
    assert.deepEqual(select(null), shown(3));
    assert.deepEqual(select(3), shown(3));
    assert.deepEqual(receive(waiting, { type: 'select', hop: 1 }), waiting);
  });

  it('does not fall over messages that it does not know', () => {
    assert.deepEqual(receive(shown(1), { type: 'later' } as never), shown(1));
  });

  it('comes back from storage, other versions do not', () => {
    assert.deepEqual(fromStored(JSON.parse(JSON.stringify(toStored(shown(2, 1))))), shown(2, 1));
    for (const other of [undefined, null, 7, {}, { version: 0, state: shown(1) }]) {
      assert.deepEqual(fromStored(other), waiting);
    }
  });

  it('is said in words', () => {
    assert.equal(announcement(shown(3)), '3 hops, total transit time 4 s.');
    assert.equal(announcement(shown(1)), '1 hop, total transit time 4 s.');
    assert.equal(announcement(waiting), '');
  });
});

describe('the keys of the timeline page', () => {
  it('move between rows and stop at the ends', () => {
    const moves: readonly [string, number, number | undefined][] = [
      ['ArrowDown', 0, 1],
      ['ArrowDown', 2, 2],
      ['ArrowUp', 2, 1],
      ['ArrowUp', 0, 0],
      ['Home', 2, 0],
      ['End', 0, 2],
      ['a', 0, undefined],
    ];
    for (const [key, from, to] of moves) assert.equal(rowForKey(key, from, 3), to, `${key} from ${from}`);
    assert.equal(rowForKey('End', 0, 0), undefined);
  });

  it('choose', () => {
    assert.deepEqual(['Enter', ' ', 'Tab'].map(isChoosingKey), [true, true, false]);
  });
});

describe('the scale of the timeline page', () => {
  type Shown = Extract<ViewState, { readonly kind: 'shown' }>;
  const first = shown(2) as Shown;
  const log = withOtherScale(first);
  it('is in proportion to time, until the user chooses the other one', () => {
    assert.deepEqual([first, log, withOtherScale(log)].map(scaleOf), ['linear', 'log', 'linear']);
    assert.deepEqual(withOtherScale(log), { ...first, scale: 'linear' });
  });
  it('stays with the message for which it was chosen', () => {
    const show = (state: ViewState, title: string): unknown => {
      const next = receive(state, { type: 'show', title, timeline: timeline(3) });
      return next.kind === 'shown' && [scaleOf(next), 'scale' in next];
    };
    assert.deepEqual(show(log, 'a.eml'), ['log', true]);
    assert.deepEqual(show(log, 'b.eml'), ['linear', false]);
    assert.deepEqual(show(first, 'a.eml'), ['linear', false]);
    assert.deepEqual(show(waiting, 'a.eml'), ['linear', false]);
    assert.deepEqual(show({ kind: 'empty', message: 'a.eml' }, 'a.eml'), ['linear', false]);
  });
  it('stays where a row is selected', () =>
    assert.deepEqual(receive(log, { type: 'select', hop: 1 }), { ...log, hop: 1 }));
});

describe('the words of the timeline page', () => {
  it('count hops, and say what a total is', () => {
    assert.deepEqual([0, 1, 2].map(countHops), ['0 hops', '1 hop', '2 hops']);
    const long = { ...timeline(2), total: phrase('at least {0}', '4 s') };
    assert.equal(
      announcement(receive(waiting, { type: 'show', title: 'x', timeline: long })),
      '2 hops, total transit time at least 4 s.',
    );
    assert.equal(announcement({ kind: 'empty', message: 'none' }), 'none');
  });
});
