import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, startLab } from '../lab/main.ts';
import { run } from '../support/shell.ts';

describe('mail-triage check', () => {
  let lab: Lab;
  before(async () => {
    lab = await startLab();
  });
  after(() => lab.close());

  const check = (...args: readonly string[]) =>
    run(['check', '--server', `${lab.dns.address}:${lab.dns.port}`, '--timeout', '2', ...args]);

  it('takes a domain, an address or a look-up, and writes a report of it', async () => {
    const domain = await check('--only', 'spf', 'ann@contoso.test');
    assert.equal(domain.code, 0, domain.out);
    assert.match(domain.out, /^# Check of contoso\.test, asked of 127\.0\.0\.1:\d+, /);
    assert.match(domain.out, /\npass spf-costs contoso\.test: /);
    const record = await check('txt:contoso.test');
    assert.equal(record.code, 0, record.out);
    assert.match(record.out, /\ncontoso\.test\. {2}\d+ {2}IN {2}TXT {2}"v=spf1 mx -all"\n/);
    assert.equal((await check('TXT', 'contoso.test')).out.split('\n')[1], '## Records');
    assert.match((await check('spf:contoso.test')).out, /^(?:(?!## Mail exchangers)[\s\S])*$/);
    assert.match((await check('ptr:192.0.2.1')).out, /^# Check of 1\.2\.0\.192\.in-addr\.arpa,/);
  });
  it('ends with 1 where something is wrong and with 2 where it could not be asked', async () => {
    assert.equal((await check('caa:nobody.nxdomain.test')).code, 1);
    assert.equal((await check('mx:literal.test')).code, 1);
    const silent = await check('--timeout', '0.2', 'txt:silent.test');
    assert.equal(silent.code, 2, silent.out);
    assert.match(silent.out, /\nunknown dns-unanswered silent\.test: /);
  });
  it('writes findings and answers as one object', async () => {
    const { code, out } = await check('--json', 'mx:literal.test');
    const { name, findings, answers } = JSON.parse(out);
    assert.deepEqual([code, name], [1, 'literal.test']);
    assert.deepEqual(Object.keys(findings[0]), ['code', 'level', 'about', 'text', 'evidence', 'source', 'next']);
    assert.deepEqual([findings[0].code, findings[0].level], ['mx-is-address', 'fail']);
    assert.deepEqual([answers[0].name, answers[0].type, answers[0].status], ['literal.test', 'MX', 'NOERROR']);
  });
  it('is told what is expected', async () => {
    const { code, out } = await check('--only', 'mx', '--expect', '*.filter.test', 'contoso.test');
    assert.equal(code, 1, out);
    assert.match(out, /\nfail mx-not-expected mx1\.contoso\.test: /);
    const ready = await check('--only', 'ready', '--ready', 'google', 'contoso.test');
    assert.match(ready.out, /\nfail ready-mx contoso\.test: /);
    const lists = await check('--only', 'block-lists', '--block-list', 'bl.fabrikam.test', '203.0.113.5');
    assert.match(lists.out, /\nunknown dnsbl-[a-z-]+ bl\.fabrikam\.test: /);
  });
  it('is held against a ticket', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ticket-')), 'ticket.txt');
    writeFileSync(file, '$ dig +short TXT contoso.test\n"v=spf1 mx ~all"\n');
    const { out } = await check('--only', 'caa', '--ticket', file, 'contoso.test');
    assert.match(out, /\n## What the ticket says\nwarning ask-differs contoso\.test: TXT, the ticket: [^\n]*~all/);
    assert.match((await check('--ticket', `${file}.none`, 'contoso.test')).err, /ticket\.txt\.none/);
  });
  it('says what it cannot take', async () => {
    const { code, err } = await check('https://contoso.test/');
    assert.deepEqual([code, /web address/.test(err)], [2, true]);
    assert.match((await check('--only', 'spf,nosuch', 'contoso.test')).err, /no area "nosuch"/);
    assert.match((await check('nosuch:contoso.test')).err, /prefix/);
  });
  it('probes a server that is named with its port, as JSON where it is asked for', async () => {
    const { out } = await check('--json', 'no-such-host.contoso.test:25');
    const { failedAt, code } = JSON.parse(out).addresses[0];
    assert.deepEqual([failedAt, code], ['NAME', 'no-such-host']);
  });
});
