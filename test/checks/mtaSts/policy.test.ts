import assert from 'node:assert/strict';
import { checkMtaSts } from '../../../src/checks/mtaSts/check.ts';
import type { Fetch } from '../../../src/probes/ports.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context } from '../zone.ts';

const RECORD = '_mta-sts.a.test TXT "v=STSv1; id=1"\n';
const HOST = 'mta-sts.a.test A 192.0.2.80\n';
const MX = 'a.test MX 10 MX1.a.test.\na.test MX 20 mx2.a.test.\n';
const POLICY = ['version: STSv1', 'mode: enforce', 'mx: mx1.a.test', 'mx: mx2.a.test', 'max_age: 604800'];

const serve =
  (body: string, status = 200): Fetch =>
  () =>
    Promise.resolve({ ok: true, value: { status, contentType: 'text/plain', body, isCut: false } });
const all = (records: string, policy: readonly string[] = POLICY) =>
  checkMtaSts(context(records, { name: 'a.test', fetch: serve(policy.join('\n')) }));
const codes = async (records: string, policy?: readonly string[]): Promise<readonly string[]> =>
  (await all(records, policy)).map(({ code }) => code);
const without = (start: string): readonly string[] => POLICY.filter((line) => !line.startsWith(start));

describe('the record of MTA-STS', () => {
  it('is none without the version in front', async () => {
    assert.ok(!(await codes(`_mta-sts.a.test TXT "x v=STSv1; id=1"\n${HOST}${MX}`)).includes('mta-sts-found'));
    assert.deepEqual(await codes('_mta-sts.a.test TXT "v=STSv10; id=1"'), ['record-version']);
    assert.deepEqual(await codes('_mta-sts.a.test TXT "hello"'), ['mta-sts-none']);
  });
  it('is not missed where no host has a policy', async () => {
    assert.deepEqual(await codes('a.test A 192.0.2.1'), ['mta-sts-none']);
    assert.deepEqual(await codes(HOST), ['mta-sts-record-missing']);
  });
});

describe('the host of the policy', () => {
  it('has addresses of one kind or of both', async () => {
    for (const host of [HOST, 'mta-sts.a.test AAAA ::1\n', `${HOST}mta-sts.a.test AAAA ::1\n`])
      assert.deepEqual(await codes(RECORD + MX + host), ['mta-sts-found'], host);
  });
  it('is not known by the first question that is not answered', async () => {
    const [silent] = await all(`${RECORD}mta-sts.a.test A !TIMEOUT\nmta-sts.a.test AAAA !REFUSED`);
    assert.deepEqual(silent?.data, { type: 'A', status: 'TIMEOUT', detail: '' });
  });
});

describe('the policy', () => {
  const records = RECORD + HOST + MX;
  it('covers the exchangers, in small letters, each by one of its patterns', async () => {
    const [found] = await all(records);
    assert.deepEqual(found?.data, { id: '1', maxAge: 604_800, hosts: ['mx1.a.test', 'mx2.a.test'] });
    assert.deepEqual(await codes(records, without('mx: mx2')), ['mta-sts-uncovered']);
  });
  it('covers nobody where no mail is taken (RFC 7505)', async () => {
    const found = await all(`${RECORD}${HOST}a.test MX 0 .`);
    assert.deepEqual(
      found.map((one) => wordFinding(one).text),
      ['TLS is enforced for nobody, as no mail is taken; the policy (id 1) is kept for 7 days.'],
    );
  });
  it('is not held against the exchangers without its mode or its age', async () => {
    const short = without('mx: mx2').filter((line) => !line.startsWith('max_age'));
    assert.deepEqual(await codes(records, short), ['mta-sts-key-missing']);
    assert.deepEqual(await codes(records, without('mode')), ['mta-sts-key-missing']);
  });
  it('is not right without its version', async () => {
    const found = await all(records, without('version'));
    assert.deepEqual(
      found.map(({ level }) => level),
      ['fail'],
    );
    assert.deepEqual(found[0]?.code, 'mta-sts-key-missing');
  });
  it('is there with the status 200 alone, and not behind a redirect', async () => {
    const code = async (status: number): Promise<unknown> =>
      (await checkMtaSts(context(records, { name: 'a.test', fetch: serve(POLICY.join('\n'), status) })))[0]?.code;
    for (const status of [300, 399]) assert.equal(await code(status), 'mta-sts-redirect');
    for (const status of [201, 299, 400]) assert.equal(await code(status), 'mta-sts-status');
  });
  it('is shown up to thirty lines', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `mx: n${i}.a.test`);
    const [found] = await all(records, [...POLICY, ...many]);
    assert.equal(found?.evidence.filter((line) => / IN |https:/.test(line) === false).length, 30);
  });
});
