import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

describe('a password that is given by a variable', () => {
  const problems = async (env: string) => {
    const read = await readSecret({ env }, '');
    return read.ok ? read.secret : read.problem;
  };
  it('is what the variable holds, which is gone then', async () => {
    for (const name of ['MAIL_TRIAGE_TEST', '_m1', `M${'x'.repeat(200)}`]) {
      process.env[name] = ' se cret';
      assert.equal(await problems(name), ' se cret');
      assert.equal(process.env[name], undefined);
    }
  });
  it('is none where there is no such variable, where it is empty, or where the password itself stands there', async () => {
    assert.match(await problems('MAIL_TRIAGE_NONE'), /^the environment variable that .* is not set$/);
    process.env.MAIL_TRIAGE_EMPTY = '';
    assert.equal(await problems('MAIL_TRIAGE_EMPTY'), 'the password is empty');
    for (const name of ['', '1x', 'se cret', 'a-b', '$x', `M${'x'.repeat(201)}`]) {
      const problem = await problems(name);
      assert.match(problem, /^--password-env takes the name/, name);
      if (name.length > 2) assert.ok(!problem.includes(name));
    }
  });
});

describe('a password that is given by a descriptor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
  after(() => rmSync(folder, { recursive: true }));
  const from = async (fd: string) => {
    const read = await readSecret({ fd }, '');
    return read.ok ? read.secret : read.problem;
  };
  const ofFile = async (text: string): Promise<string> => {
    const name = join(folder, 'secret');
    writeFileSync(name, text);
    return from(String(openSync(name, 'r')));
  };
  it('is its first line', async () => {
    for (const [text, secret] of [
      ['secret', 'secret'],
      ['secret\n', 'secret'],
      ['secret\r\nmore\n', 'secret'],
      [' p\u00e4ss\rw\u00f6rd \n', ' p\u00e4ss\rw\u00f6rd '],
      ['', 'the password is empty'],
      ['\nsecret', 'the password is empty'],
      [`${'x'.repeat(16_000)}\r\n`, 'x'.repeat(16_000)],
      ['x'.repeat(16_001), 'the password has more than 16000 characters'],
      ['x'.repeat(200_000), 'the password has more than 16000 characters'],
    ] as const)
      assert.equal(await ofFile(text), secret, JSON.stringify(text.slice(0, 20)));
  });
  it('is none where it cannot be read, or where the password itself stands there', async () => {
    const closed = openSync(folder, 'r');
    assert.match(await from(String(closed)), /cannot be read$/);
    try {
      closeSync(closed);
    } catch {
      // The stream closed it.
    }
    for (const fd of ['', 'secret', '-1', '1x', '12345'])
      assert.match(await from(fd), /^--password-fd takes the number of a file descriptor, never/, fd);
  });
});
