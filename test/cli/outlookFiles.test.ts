import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { NOT_RESTORED } from '../../src/core/text/outlookFile.ts';
import { compoundFile, type Storage } from '../support/compoundFile.ts';
import { run } from '../support/shell.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const properties = (top: number): [string, Buffer] => ['__properties_version1.0', Buffer.alloc(top)];
const REPORT = JSON.stringify({
  'organization-name': 'Fabrikam',
  policies: [
    {
      policy: { 'policy-type': 'sts', 'policy-domain': 'contoso.test' },
      summary: { 'total-successful-session-count': 97, 'total-failure-session-count': 3 },
    },
  ],
});
const attached: Storage = new Map([
  properties(8),
  ['__substg1.0_3707001F', wide('fabrikam.test!contoso.test!1!2.json.gz')],
  ['__substg1.0_37010102', gzipSync(REPORT)],
]);
const message = (...more: readonly [string, Buffer | Storage][]): Buffer =>
  compoundFile(
    new Map<string, Buffer | Storage>([
      properties(32),
      ['__substg1.0_007D001F', wide('From: ann@fabrikam.test\r\nTo: bob@contoso.test\r\nSubject: Hello\r\n')],
      ['__substg1.0_1000001F', wide('See https://evil.test/x')],
      ...more,
    ]),
  );

describe('a file of Outlook at the shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-msg-'));
  const file = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const mail = file('mail.msg', message());
  const damaged = file('damaged.msg', message().subarray(0, 700));
  after(() => rmSync(folder, { recursive: true }));

  /** Ends with this status, says this beside what it prints; gives back what it prints. */
  const runs = async (args: readonly string[], code: number, ...notes: readonly string[]): Promise<string> => {
    const ended = await run(args);
    assert.deepEqual([ended.code, ended.err], [code, notes.map((note) => `mail-triage: ${note}\n`).join('')]);
    return ended.out;
  };
  const BROKEN = `${damaged} is damaged: it is no compound file that can be read to its end`;

  it('is read as the message that it holds', async () => {
    assert.equal(await runs(['read', mail], 0, NOT_RESTORED), 'line 1: message, 0 hops\n');
    const data = JSON.parse(await runs(['read', '--json', mail], 0)) as { blocks: { kind: string }[] };
    assert.deepEqual(
      data.blocks.map(({ kind }) => kind),
      ['message'],
    );
    await runs(['read', damaged], 1, BROKEN);
  });
  it('has indicators', async () => {
    assert.match(await runs(['indicators', mail], 0), /evil\[\.\]test/);
    await runs(['indicators', damaged], 1, BROKEN);
  });
  it('is not verified', async () => {
    await runs(['verify', mail], 1, NOT_RESTORED);
  });
  it('brings a report, or none', async () => {
    const out = await runs(['report', file('report.msg', message(['__attach_version1.0_#00000000', attached]))], 0);
    assert.match(out, /^# TLS report of Fabrikam\n/);
    await runs(['report', mail], 1, `${mail} has no report attached.`);
    await runs(['report', damaged], 1, BROKEN);
  });
});

describe('a report at the shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-report-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  it('is read out of a file or out of a message, each of several', async () => {
    const packed = file('a.json.gz', gzipSync(REPORT));
    const mail = file(
      'a.eml',
      `From: a@b.test\nContent-Type: application/tlsrpt+gzip\nContent-Transfer-Encoding: base64\n\n${gzipSync(REPORT).toString('base64')}\n`,
    );
    const { code, out, err } = await run(['report', packed, mail]);
    assert.deepEqual([code, err, out.match(/^# TLS report of Fabrikam$/gm)?.length], [0, '', 2]);
    const none = file('none.xml', '<html/>');
    const other = await run(['report', packed, none]);
    assert.deepEqual([other.code, other.out.match(/^# TLS report/gm)?.length], [1, 1]);
    assert.match(other.err, /^mail-triage: none\.xml .*\n$/);
  });
});
