import assert from 'node:assert/strict';
import { commands } from '../../../src/core/knowledge/commands.ts';
import { isVerb, verbNamed, verbs } from '../../../src/core/smtp/verbs.ts';

describe('the words of commands', () => {
  it('are those that are explained', () => assert.deepEqual([...verbs].sort(), [...commands.keys()].sort()));
  it('stand for a stage of the session, any other for none that is known', () => {
    assert.deepEqual(['RCPT', 'FOO', 'rcpt', ''].map(verbNamed), ['RCPT', '(other)', '(other)', '(other)']);
    assert.deepEqual(['EHLO', 'EHLOX', ''].map(isVerb), [true, false, false]);
  });
});
