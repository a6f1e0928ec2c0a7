import assert from 'node:assert/strict';
import type { Actor } from '../../../src/core/knowledge/actor.ts';
import { stageWords, stepWords } from '../../../src/core/report/words.ts';
import { isVerb, type Stage, verbNamed } from '../../../src/core/smtp/verbs.ts';

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

describe('the words of a stage', () => {
  it('name the command, and never a word that is none', () => {
    assert.equal(stageWords('RCPT'), 'in answer to RCPT');
    assert.equal(stageWords(verbNamed('STARTLS')), 'in answer to an unknown command');
    assert.equal(stageWords('(data)'), 'after the message');
    assert.equal(stageWords('?'), '');
  });

  it('are of a closed set', () => {
    // @ts-expect-error a verb that is misspelt
    const stage: Stage = 'STARTLS';
    assert.ok(!isVerb(stage));
  });
});
