import assert from 'node:assert/strict';
import { readLevels } from '../../src/server/levels.ts';

describe('the levels of the settings', () => {
  it('keep known codes with known levels', () => {
    assert.deepEqual(
      [...readLevels({ 'reply-transient': 'off', 'no-such-code': 'error', 'reply-permanent': 'loud' })],
      [['reply-transient', 'off']],
    );
  });

  it('are none for anything else', () => {
    for (const setting of [undefined, null, 'off', 3, []]) assert.equal(readLevels(setting).size, 0);
  });
});
