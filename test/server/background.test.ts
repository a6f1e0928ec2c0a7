import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { Background, type Work } from '../../src/server/background.ts';

/** Work of so many steps, each of which is told. */
function* steps(name: string, count: number, told: string[]): Work & Generator<void> {
  for (let i = 0; i < count; i++) {
    told.push(name);
    yield;
  }
}

/** Work that has no end before the slice has one. */
function* slow(until: () => boolean): Generator<void> {
  while (!until()) yield;
}

describe('work between questions', () => {
  it('is done step by step, and what was begun first comes first', async () => {
    const told: string[] = [];
    const events = new EventEmitter();
    const background = new Background();
    background.begin('a', 'problems', steps('a', 3, told));
    background.begin('b', 'problems', steps('b', 2, told), (isDone) => events.emit('over', isDone));
    assert.deepEqual(told, []);
    assert.deepEqual(await once(events, 'over'), [true]);
    assert.deepEqual(told, ['a', 'a', 'a', 'b', 'b']);
  });

  it('is done first for the document that somebody looks at', async () => {
    const told: string[] = [];
    const events = new EventEmitter();
    const background = new Background();
    background.begin('a', 'problems', steps('a', 1, told), () => events.emit('over'));
    background.begin('b', 'problems', steps('b', 2, told));
    background.look('b');
    await once(events, 'over');
    assert.deepEqual(told, ['b', 'b', 'a']);
  });

  it('is left where the document was changed, or the same is begun again, and says so', async () => {
    const background = new Background();
    const over: unknown[] = [];
    const ended = new EventEmitter();
    background.begin('a', 'problems', steps('a', 1, []), (isDone) => over.push(['problems', isDone]));
    background.begin('a', 'links', steps('a', 1, []), (isDone) => over.push(['links', isDone]));
    background.begin('a', 'links', steps('a', 1, []), (isDone) => over.push(['links again', isDone]));
    assert.deepEqual(over, [['links', false]]);
    background.stop('a');
    assert.deepEqual(over.slice(1), [
      ['problems', false],
      ['links again', false],
    ]);
    background.begin('b', 'problems', steps('b', 1, []), () => ended.emit('over'));
    await once(ended, 'over');
    assert.equal(over.length, 3);
  });

  it('lets others come in between', async () => {
    const background = new Background();
    let asked = false;
    const ended = new EventEmitter();
    background.begin(
      'a',
      'problems',
      slow(() => asked),
      () => ended.emit('over'),
    );
    const over = once(ended, 'over');
    setTimeout(() => {
      asked = true;
    });
    await over;
    assert.ok(asked);
    background.begin(
      'a',
      'problems',
      slow(() => false),
    );
    background.stopAll();
  });
});
