import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { packingOf } from '../../src/files/unpack.ts';
import { run } from '../support/shell.ts';

const line = (i: number, end: string): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${(0x4c1d5228000 + i).toString(16).toUpperCase()}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.7]:25, delay=1, delays=0/0/0/1, ${end}\n`;
const bounced = (i: number): string =>
  line(
    i,
    `dsn=5.1.1, status=bounced (host mx.northwind.test[192.0.2.7] said: 550 5.1.1 <u${i}@northwind.test>: User unknown (in reply to RCPT TO command))`,
  );
const sent = (i: number): string => line(i, 'dsn=2.0.0, status=sent (250 2.0.0 Ok)');

describe('a file that is compressed', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-triage-'));
  });
  after(() => rm(folder, { recursive: true }));

  const log = bounced(1);
  const file = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).error === undefined;
  const packed = (program: string): Uint8Array => spawnSync(program, ['-c'], { input: log }).stdout;

  it('is read by its first octets, whatever its name', async () => {
    const { code, out } = await run(['read', file('mail.log.1', gzipSync(log))]);
    assert.equal(code, 0);
    assert.match(out, /^line 1: Refused at RCPT by mx\.northwind\.test: no such mailbox/m);
  });

  it('may be several members of gzip', async () => {
    const { out } = await run(['read', file('two.gz', Buffer.concat([gzipSync(bounced(1)), gzipSync(bounced(2))]))]);
    assert.match(out, /^line 2: Refused/m);
  });

  for (const program of ['bzip2', 'xz', 'zstd']) {
    it(`is read where ${program} made it`, async function () {
      if (!hasProgram(program)) this.skip();
      const { code, out } = await run(['read', file(`a.${program}`, packed(program))]);
      assert.equal(code, 0);
      assert.match(out, /^line 1: Refused/m);
    });
  }

  it('is read from standard input, by every command that takes a file, and by explain', async () => {
    const { code, out } = await runPacked(['explain'], gzipSync('550 5.1.1 User unknown\n'));
    assert.deepEqual([code, out.startsWith('550 5.1.1: ')], [0, true]);
    const masked = await run(['mask', '--addresses', file('mask.gz', gzipSync('From: ann@contoso.test\n'))]);
    assert.ok(!masked.out.includes('ann@contoso.test'), masked.out);
  });

  it('names the program that is missing', async function () {
    if (process.platform === 'win32') this.skip();
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      const xz = file('b.xz', Buffer.from('/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj', 'base64'));
      const { code, err } = await run(['read', xz]);
      assert.equal(code, 1);
      assert.equal(err, `mail-triage: ${xz} is compressed with xz: install xz, or unpack it first\n`);
      const zstd = file('c.zst', zstdCompressSync(log));
      assert.match((await run(['read', zstd])).out, /^line 1: Refused/m);
      const two = file('d.zst', Buffer.concat([zstdCompressSync(log), zstdCompressSync(log)]));
      assert.match((await run(['read', two])).err, /several frames: install zstd/);
    } finally {
      process.env.PATH = path;
    }
  });

  it('is named where it is damaged, and the next one is read', async () => {
    const whole = gzipSync(log);
    const cut = file('cut.gz', whole.subarray(0, whole.length - 20));
    const { code, out, err } = await run(['read', cut, file('good.gz', whole)]);
    assert.equal(code, 1);
    assert.match(err, /cut\.gz is damaged where gzip unpacks it/);
    assert.match(out, /^line 1: Refused/m);
  });

  it('is told by what its format says, and by nothing less', () => {
    assert.equal(packingOf(gzipSync(log))?.name, 'gzip');
    assert.equal(packingOf(zstdCompressSync(log))?.name, 'zstd');
    assert.equal(packingOf(Buffer.from('BZh9'))?.name, 'bzip2');
    assert.equal(packingOf(Buffer.from('BZ')), undefined);
    assert.equal(packingOf(Buffer.from('220 mx')), undefined);
    assert.ok(!existsSync(join(folder, 'missing')));
  });

  it('of a reader that stops early takes its program with it', async function () {
    if (!hasProgram('xz')) this.skip();
    const { openFile } = await import('../../src/files/open.ts');
    const large = spawnSync('xz', ['-c', '-0'], { input: 'x'.repeat(1 << 22) }).stdout;
    for await (const chunk of openFile(file('large.xz', large))) {
      assert.ok(chunk.length > 0);
      break;
    }
  });
});

/** The command line with octets on standard input. */
const runPacked = (args: readonly string[], input: Uint8Array) => run(args, input as unknown as string);

describe('a log that is read in pieces', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-triage-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** Some 12 MB, wrapped lines and a foreign one in it, its only failure at the end. */
  const lines: string[] = [];
  for (let i = 0; i < 66_000; i++)
    lines.push(i % 9000 === 100 ? `${sent(i).slice(0, 120)}\n  ${sent(i).slice(120)}` : sent(i));
  lines.push('-- rotated\n', bounced(99_999));
  const text = lines.join('');

  it('gives the totals and the failures of the whole, with their lines', async () => {
    assert.ok(text.length > 9_000_000);
    writeFileSync(join(folder, 'mail.log'), text);
    const { code, out } = await run(['read', join(folder, 'mail.log')]);
    const shown = out.split('\n');
    assert.equal(code, 0);
    assert.equal(shown[0], 'line 1: log (postfix)');
    assert.ok(shown.includes('Of 66001 deliveries 1 failed, 0 are waiting, 66000 were accepted.'), out.slice(0, 500));
    const last = text.split('\n').length - 1;
    assert.ok(
      shown.some((one) => one.startsWith(`line ${last}: Refused at RCPT by mx.northwind.test: no such mailbox`)),
    );
    assert.ok(
      shown.some((one) => /^From line 5\d\d on, 65500 more deliveries that worked are not listed\.$/.test(one)),
    );
  });

  it('gives every entry as data, and what it comes to', async () => {
    writeFileSync(join(folder, 'mail.log.gz'), gzipSync(text));
    const { out } = await run(['read', '--json', join(folder, 'mail.log.gz')]);
    const found = JSON.parse(out) as {
      entries: readonly { line: number }[];
      verdicts: readonly { code: string; line: number }[];
      totals: { failed: number; accepted: number };
      cut: readonly { what: string; left: number }[];
    };
    const last = text.split('\n').length - 1;
    assert.equal(found.entries.length, 66_001);
    assert.equal(found.entries.at(-1)?.line, last);
    assert.deepEqual([found.verdicts[0]?.code, found.verdicts[0]?.line], ['recipient-unknown', last]);
    assert.deepEqual([found.totals.failed, found.totals.accepted], [1, 66_000]);
    assert.deepEqual(
      found.cut.map(({ what, left }) => [what, left]),
      [['deliveries', 65_500]],
    );
  });

  it('keeps the columns that its first lines name', async () => {
    const head = 'type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta\n';
    const row = (i: number, status: string): string =>
      `${status.startsWith('2') ? 'd' : 'b'},2026-11-20 09:14:58+0000,ann@contoso.test,u${i}@northwind.test,${status.startsWith('2') ? 'relayed' : 'failed'},${status},"smtp;${status.startsWith('2') ? '250 ok' : '550 5.1.1 User unknown'} ${'x'.repeat(40)}",mx.northwind.test\n`;
    const rows: string[] = [head];
    for (let i = 0; i < 70_000; i++) rows.push(row(i, '2.0.0 (success)'));
    rows.push(row(99_999, '5.1.1 (bad destination mailbox address)'));
    writeFileSync(join(folder, 'acct.csv'), rows.join(''));
    const { out } = await run(['read', join(folder, 'acct.csv')]);
    assert.match(out, /^Of 70001 deliveries 1 failed, 0 are waiting, 70000 were accepted\.$/m);
    assert.match(out, /^line 70002: .*no such mailbox/m);
  });
});
