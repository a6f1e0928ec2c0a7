import assert from 'node:assert/strict';
import { checkCaa } from '../../../src/checks/caa/caa.ts';
import { context, told } from '../zone.ts';

const found = async (records: string, name = 'contoso.test'): Promise<readonly string[]> =>
  told(await checkCaa(context(records, { name })));
const caa = (...values: readonly string[]): string => values.map((value) => `contoso.test CAA ${value}`).join('\n');

describe('the check of CAA', () => {
  it('names who may issue', async () => {
    const records = caa('0 issue "letsencrypt.org; accounturi=https://ca.test/1"', '0 iodef "mailto:a@contoso.test"');
    assert.deepEqual(await found(records), ['pass caa-found contoso.test']);
    assert.deepEqual(await found(records, 'mail.contoso.test'), ['pass caa-found mail.contoso.test']);
    const [finding] = await checkCaa(context(caa('0 issue "a.test"', '0 issuewild ";"', '0 issuemail "b.test"')));
    assert.deepEqual(finding?.data, { at: 'contoso.test', issuers: ['a.test'], wildcards: [], mail: ['b.test'] });
  });
  it('climbs to the next name that has records (RFC 8659 3)', async () => {
    const findings = await checkCaa(context(caa('0 issue "a.test"'), { name: 'a.b.contoso.test' }));
    assert.deepEqual(
      findings.map(({ data }) => data),
      [{ at: 'contoso.test', issuers: ['a.test'] }],
    );
  });
  it('says where there are none, and where nobody may issue', async () => {
    assert.deepEqual(await found('contoso.test A 192.0.2.1'), ['note caa-none contoso.test']);
    assert.deepEqual(await found(caa('0 issue ";"')), ['note caa-forbidden contoso.test']);
    assert.deepEqual(await found(caa('0 iodef "mailto:a@contoso.test"')), ['note caa-unrestricted contoso.test']);
  });
  it('does not take a failure for "no record"', async () => {
    assert.deepEqual(await found('contoso.test CAA !SERVFAIL'), ['unknown dns-unanswered contoso.test']);
  });
  it('finds mistakes in records', async () => {
    const codes = async (value: string): Promise<string | undefined> =>
      (await found(caa('0 issue "good.test"', value))).filter((one) => !one.startsWith('pass'))[0]?.split(' ')[1];
    assert.equal(await codes(`0 issue "https://letsencrypt.org"`), 'caa-value');
    assert.equal(await codes(`0 issue "Let's Encrypt"`), 'caa-value');
    assert.equal(await codes('0 issuewild "a.test, b.test"'), 'caa-value');
    assert.equal(await codes('0 issue "a.test; accounturi"'), 'caa-parameter');
    assert.equal(await codes('0 issuer "a.test"'), 'caa-tag-unknown');
    assert.equal(await codes('128 tbs "unknown"'), 'caa-tag-critical');
    assert.equal(await codes('1 issue "a.test"'), 'caa-flags');
    assert.equal(await codes('0 iodef "security@contoso.test"'), 'caa-iodef');
    assert.equal(await codes('128 issue "a.test;"'), undefined);
    assert.equal(await codes('0 contactemail "a@contoso.test"'), undefined);
  });
});
