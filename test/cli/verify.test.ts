import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DnsServer, startDnsServer } from '../lab/dnsServer.ts';
import { run } from '../support/shell.ts';

const verify = (...args: readonly string[]) => run(['verify', ...args]);

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
    const { code, out } = await verify('--server', `${dns.address}:${dns.port}`, file);
    assert.equal(code, 1);
    assert.match(out, /^# Authentication of "/);
    assert.match(out, /^\* DKIM d=\S+ s=\S+ \(rsa-sha256, /m);
    assert.match(out, /^\* DMARC of /m);
    assert.match(out, /^\* Result: /m);
    assert.ok(dns.asked.some((question) => /_domainkey\..* TXT$/.test(question)));
  });

  it('says what it could not check without a network', async () => {
    const { code, out } = await verify('--server', '127.0.0.1:1', '--timeout', '0.2', file);
    assert.equal(code, 1);
    assert.match(out, /could not be checked/);
    assert.match(out, /this is no failure/);
    assert.doesNotMatch(out, /: FAIL/);
  });

  it('tells a text without a message, a missing file and wrong usage apart', async () => {
    const path = join(folder, 'note.txt');
    writeFileSync(path, 'no message at all\n');
    const none = await verify(path);
    assert.deepEqual([none.code, none.out], [1, '']);
    assert.match(none.err, /note\.txt holds no message/);
    writeFileSync(path, 'Note: a colon makes no message\n\nHello\n');
    assert.deepEqual((await verify(path)).out, '');
    assert.match((await verify(join(folder, 'none.eml'))).err, /does not exist/);
    assert.equal((await verify()).code, 2);
  });
});
