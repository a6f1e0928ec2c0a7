import assert from 'node:assert/strict';
import { run } from '../support/shell.ts';

describe('mail-triage report', () => {
  it('says which file cannot be read, and fails', async () => {
    const { code, out, err } = await run(['report', 'no-such-file.xml'], '');
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /no-such-file\.xml/);
  });
});
