import assert from 'node:assert/strict';
import type { Actor } from '../../../src/core/knowledge/actor.ts';
import { stepWords } from '../../../src/core/report/words.ts';

/** A step of somebody, told to somebody. */
const told = (by: Actor, actor: Actor): string =>
  stepWords({ by, kind: 'do', text: 'Ask the owner of the list.' }, actor);

describe('the words of a step', () => {
  it('name who takes it where that is not who has to act', () => {
    assert.equal(told('sender', 'sender'), 'Ask the owner of the list.');
    assert.equal(told('sender', 'receiving admin'), 'As the sender, ask the owner of the list.');
    assert.equal(told('sending admin', 'nobody'), 'As the sending admin, ask the owner of the list.');
    assert.equal(told('network', 'sender'), 'As whoever runs the network between, ask the owner of the list.');
  });

  it('name nobody for what happens by itself', () => {
    assert.equal(told('nobody', 'sender'), 'Ask the owner of the list.');
  });
});
