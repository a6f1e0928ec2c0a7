import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/shell.ts';

describe('mail-triage smtp asks nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
  const file = join(folder, 'a.eml');
  before(() => writeFileSync(file, 'Subject: x\r\n\r\nx\r\n'));
  after(() => rmSync(folder, { recursive: true }));
  const envelope = ['--from', 'a@b.test', '--to', 'c@d.test'];

  it('where what is wanted does not go together, and says why', async () => {
    for (const [args, problem] of [
      [['--family', '5'], /^mail-triage: --family is 4 or 6$/m],
      [['--family', ''], /--family is 4 or 6/],
      [['--all', '--message', file, ...envelope, '--send'], /--message goes to one server, not to --all/],
      ...['--relay', '--check-recipients', '--exposure', '--tls-scan'].map(
        (flow) => [[flow, '--message', file, ...envelope, '--send'], /--message goes with no question about/] as const,
      ),
      [['--restricted', '192.0.2.0/24', '--message', file, ...envelope, '--send'], /--message goes with no question/],
      [['--message', join(folder, 'none'), ...envelope, '--send'], /none/],
      [['--message', file, ...envelope], /nobody can be asked whether the message shall be sent: say --send/],
    ] as const) {
      const { code, out, err } = await run(['smtp', ...args, 'nowhere.invalid']);
      assert.deepEqual([code, out], [2, ''], `${args}: ${err}`);
      assert.match(err, problem);
    }
  });
});
