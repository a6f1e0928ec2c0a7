import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DnsServer, startDnsServer } from '../lab/dnsServer.ts';

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly problems: string;
}

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'verify', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let problems = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      problems += text;
    });
    child.on('close', (status) => done({ status, out, problems }));
  });
}

describe('mail-triage verify', () => {
  let dns: DnsServer;
  let folder: string;
  before(async () => {
    dns = await startDnsServer();
    folder = mkdtempSync(join(tmpdir(), 'verify-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await dns.close();
  });

  const file = 'test/corpus/mail/auth-dkim-dual-pass.eml';

  it('asks the resolver that it is told, and reports every method', async () => {
    const { status, out } = await run('--server', `${dns.address}:${dns.port}`, file);
    assert.equal(status, 1);
    assert.match(out, /^# Authentication of "/);
    assert.match(out, /^\* DKIM d=\S+ s=\S+ \(rsa-sha256, /m);
    assert.match(out, /^\* DMARC of /m);
    assert.match(out, /^\* Result: /m);
    assert.ok(dns.asked.some((question) => /_domainkey\..* TXT$/.test(question)));
  });

  it('says what it could not check without a network', async () => {
    const { status, out } = await run('--server', '127.0.0.1:1', '--timeout', '0.2', file);
    assert.equal(status, 1);
    assert.match(out, /could not be checked/);
    assert.match(out, /this is no failure/);
    assert.doesNotMatch(out, /: FAIL/);
  });

  it('tells a text without a message, a missing file and wrong usage apart', async () => {
    const path = join(folder, 'note.txt');
    writeFileSync(path, 'no message at all\n');
    const none = await run(path);
    assert.deepEqual([none.status, none.out], [1, '']);
    assert.match(none.problems, /note\.txt holds no message/);
    writeFileSync(path, 'Note: a colon makes no message\n\nHello\n');
    assert.deepEqual((await run(path)).out, '');
    assert.match((await run(join(folder, 'none.eml'))).problems, /does not exist/);
    assert.equal((await run()).status, 2);
  });
});
