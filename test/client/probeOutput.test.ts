import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk } from './desk.ts';

let client: typeof import('../../src/client/probeOutput.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/probeOutput.ts');
  });
  beforeEach(clearDesk);

  describe('the output', () => {
    it('says what to do while it is empty', () => {
      const output = client.createProbeOutput();
      output.show();
      output.append(['one']);
      output.show();
      assert.match(desk.output, /^# No probe has run\..*\n\none\n$/);
      assert.equal(desk.outputShown, 2);
    });
  });
});
