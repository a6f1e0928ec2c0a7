import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayBeSent, readMessage } from '../../src/cli/smtpMessage.ts';
import { atTerminal, Terminal } from './terminal.ts';

describe('a message that is sent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
  const file = join(folder, 'a.eml');
  after(() => rmSync(folder, { recursive: true }));
  const read = (octets: string | Buffer) => {
    writeFileSync(file, octets);
    return readMessage(file);
  };

  it('has its octets as they are', async () => {
    assert.deepEqual(await read('\ufeffGr\u00fc\u00dfe'), {
      ...{ ok: true, message: { text: '\ufeffGr\u00fc\u00dfe' }, octets: 10 },
    });
    assert.deepEqual(await read(Buffer.from('Gr\u00fc\u00dfe', 'latin1')), {
      ...{ ok: true, message: { text: 'Gr\u00fc\u00dfe', latin1: true }, octets: 5 },
    });
  });

  it('is none that no server may be given', async () => {
    assert.deepEqual(await read('a\0b'), {
      ok: false,
      problem: `${file} holds NUL bytes, which no message may (RFC 5322 3.5)`,
    });
    truncateSync(file, 64 * 1024 * 1024 + 1);
    const large = await readMessage(file);
    assert.equal(large.ok || large.problem, `${file} is larger than 64 MiB, which no server takes`);
    assert.equal((await readMessage(join(folder, 'missing'))).ok, false);
  });

  it('is sent where whoever sits at the terminal says so', async () => {
    const envelope = { from: 'a@b.test', recipients: ['c@d.test', 'e@f.test'] };
    const asked = async (answer: string) => {
      const terminal = new Terminal();
      return atTerminal(terminal, async () => {
        const asking = mayBeSent(7, envelope, 'mx.test');
        terminal.write(answer);
        return asking;
      });
    };
    for (const [answer, may] of [
      ['y\n', true],
      [' YES \n', true],
      ['n\n', false],
      ['\n', false],
      ['ye\n', false],
      ['yesterday\n', false],
      ['ok yes\n', false],
    ] as const)
      assert.equal((await asked(answer)).result, may, answer);
    assert.match(
      (await asked('n\n')).err,
      /^Send 7 octets from <a@b\.test> to <c@d\.test>, <e@f\.test> by mx\.test\? \[y\/N\] /,
    );
    assert.equal((await atTerminal({}, () => mayBeSent(7, envelope, 'mx.test'))).result, undefined);
  });
});
