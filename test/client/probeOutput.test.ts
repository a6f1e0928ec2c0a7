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

    it('is given whole each time in a browser, and says where it was cut', async () => {
      const { platform, runsOn } = await import('../../src/client/platform/platform.ts');
      const before = platform();
      runsOn({ ...before, isBrowser: true });
      try {
        const output = client.createProbeOutput();
        output.append(['one', 'two']);
        output.extend(['three']);
        output.extend([]);
        output.append(['four']);
        assert.equal(desk.output, 'one\ntwo\nthree\n\nfour\n');
        const line = `${'x'.repeat(999)}`;
        output.append(Array<string>(2200).fill(line));
        const [first, second] = desk.output.split('\n');
        assert.ok(desk.output.length < 2_000_200 && desk.output.length > 1_998_000, String(desk.output.length));
        assert.deepEqual(
          [first, second],
          ['# What stood before the last 2,000,000 characters is cut: a browser keeps no more.', line],
        );
      } finally {
        runsOn(before);
      }
    });
  });
});
