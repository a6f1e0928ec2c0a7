import assert from 'node:assert/strict';
import { readSecret } from '../../../src/cli/login/secret.ts';
import { atTerminal, Terminal } from '../terminal.ts';

/** What becomes of keys that are pressed, in so many pieces. */
async function typed(...keys: readonly string[]) {
  const terminal = new Terminal();
  const told = await atTerminal(terminal, async () => {
    const reading = readSecret({}, 'Password: ');
    for (const key of keys) {
      await new Promise((done) => setImmediate(done));
      terminal.write(key);
    }
    return reading;
  });
  return { ...told, terminal };
}

describe('a password that is typed', () => {
  it('is the line, as it was mended while it was typed', async () => {
    for (const [keys, secret] of [
      [['secret\r'], 'secret'],
      [['secret\nmore'], 'secret'],
      [['s', 'e', 'cret', '\u0004'], 'secret'],
      [['secrex\u007ft\r'], 'secret'],
      [['secrex\bt\r'], 'secret'],
      [['\u007f\u007fsecret\r'], 'secret'],
      [['wrong\u0015secret\r'], 'secret'],
      [['pässwörd😀x\u007f\r'], 'pässwörd😀'],
    ] as const)
      assert.deepEqual((await typed(...keys)).result, { ok: true, secret }, JSON.stringify(keys));
  });

  it('is neither empty nor of any length', async () => {
    assert.deepEqual((await typed('\r')).result, { ok: false, problem: 'the password is empty' });
    assert.equal((await typed(`${'x'.repeat(16_000)}\r`)).result.ok, true);
    assert.deepEqual((await typed(`${'x'.repeat(16_001)}\r`)).result, {
      ok: false,
      problem: 'the password has more than 16000 characters',
    });
    assert.deepEqual(await readSecret({ fd: '1', env: 'x' }, ''), {
      ok: false,
      problem: '--password-fd and --password-env exclude each other',
    });
  });

  it('is not shown, and asked for on standard error', async () => {
    const { terminal, out, err } = await typed('secret\r');
    assert.deepEqual([terminal.raw, out, err], [[true, false], '', 'Password: \n']);
    assert.equal(terminal.isPaused(), true);
    assert.equal(terminal.listenerCount('data'), 0);
  });

  it('is none where it was given up', async () => {
    for (const keys of [['sec\u0003'], ['\u0003secret\r']]) {
      const { result, terminal } = await typed(...keys);
      assert.deepEqual(result, { ok: false, problem: 'no password was given' });
      assert.deepEqual(terminal.raw, [true, false]);
    }
    const terminal = new Terminal();
    const { result } = await atTerminal(terminal, async () => {
      const reading = readSecret({}, 'Password: ');
      setImmediate(() => terminal.end());
      return reading;
    });
    assert.deepEqual(result, { ok: false, problem: 'no password was given' });
  });
});
