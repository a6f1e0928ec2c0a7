import assert from 'node:assert/strict';
import { checkDmarc } from '../../../src/checks/dmarc/check.ts';
import { context } from '../zone.ts';

const dmarc = (tags: string, name = 'contoso.test'): string => `_dmarc.${name} TXT "v=DMARC1; ${tags}"\n`;
const all = (records: string, name = 'contoso.test') => checkDmarc(context(records, { name }));
const codes = async (records: string, name?: string): Promise<readonly string[]> =>
  (await all(records, name)).map(({ code }) => code);
const dataOf = async (code: string, records: string, name?: string): Promise<unknown> =>
  (await all(records, name)).find((one) => one.code === code)?.data;

describe('the record that a domain has', () => {
  it('is one of those that are no DMARC', async () => {
    const [found] = await all(`${dmarc('p=reject')}_dmarc.contoso.test TXT "other"`);
    assert.deepEqual(
      [found?.code, found?.evidence],
      ['dmarc-found', ['_dmarc.contoso.test. 300 IN TXT "v=DMARC1; p=reject"']],
    );
  });
  it('is none, or several, of which none counts', async () => {
    assert.deepEqual(await codes('contoso.test A 192.0.2.1'), ['dmarc-none']);
    assert.deepEqual(await codes(dmarc('p=reject') + dmarc('p=none')), ['dmarc-several']);
    assert.deepEqual(await dataOf('dmarc-several', dmarc('p=reject') + dmarc('p=none')), { count: 2 });
  });
  it('is each that is meant as one', async () => {
    const texts = [...Array(7).keys()].map((i) => `_dmarc.contoso.test TXT "v=DMARC${i + 2}; p=none"\n`).join('');
    const found = await codes(`_dmarc.contoso.test TXT "other"\n${texts}`);
    assert.equal(found.filter((code) => code === 'dmarc-unrecognised').length, 7);
  });
  it('stands at the end of its aliases', async () => {
    const aliases = '_dmarc.contoso.test CNAME a.test.\na.test CNAME b.test.\n';
    assert.deepEqual(await dataOf('dmarc-alias', `${aliases}b.test TXT "v=DMARC1; p=none"`), { target: 'b.test' });
    assert.deepEqual(await dataOf('dmarc-alias-gone', aliases), { target: 'b.test' });
  });
  it('is told of beside what was not answered above it', async () => {
    const above = `${dmarc('p=reject', 'mail.contoso.test')}_dmarc.contoso.test TXT !TIMEOUT`;
    assert.deepEqual(await codes(above, 'mail.contoso.test'), ['dmarc-found', 'dns-unanswered']);
    assert.deepEqual(await codes('_dmarc.contoso.test TXT !TIMEOUT', 'mail.contoso.test'), ['dns-unanswered']);
  });
  it('has tags that were removed, but for pct where that takes effect', async () => {
    const removed = async (tags: string): Promise<unknown> =>
      (await all(dmarc(tags)))
        .filter(({ code }) => code === 'dmarc-tag-removed' || code === 'dmarc-partly')
        .map(({ code, data }) => ('tag' in data ? data.tag : code));
    assert.deepEqual(await removed('p=reject; pct=50; ri=60'), ['ri', 'dmarc-partly']);
    assert.deepEqual(await removed('p=reject; pct=100'), ['pct']);
    assert.deepEqual(await removed('p=reject; ri=60'), ['ri']);
  });
});

describe('what a record asks for', () => {
  it('is for a subdomain by whether it exists', async () => {
    const given = context(dmarc('p=none; sp=quarantine; np=reject'), { name: 'a.contoso.test' });
    const found = await checkDmarc(given);
    const data = found.find(({ code }) => code === 'dmarc-found')?.data;
    assert.equal(data !== undefined && 'tag' in data && data.tag, 'np');
    assert.ok(given.ports.resolve.asked.includes('a.contoso.test A'));
    const of = (tags: string): Promise<unknown> => dataOf('dmarc-found', dmarc(tags), 'a.contoso.test');
    assert.equal(((await of('p=none; sp=reject')) as { tag: string }).tag, 'sp');
    assert.equal(((await of('p=reject')) as { tag: string }).tag, 'p');
  });
  it('is weaker for subdomains, which is told of the domain that has the record', async () => {
    const weaker = 'dmarc-subdomains-weaker';
    assert.deepEqual(await dataOf(weaker, dmarc('p=reject; sp=none')), { tag: 'sp', value: 'none', than: 'reject' });
    assert.ok(!(await codes(dmarc('p=reject; sp=none'), 'a.contoso.test')).includes(weaker));
    assert.deepEqual(await codes(dmarc('sp=none')), ['record-tag-missing', 'dmarc-not-applied']);
  });
});

describe('the organisation of a domain', () => {
  const differs = (records: string, name: string): Promise<unknown> =>
    dataOf('dmarc-organisation-differs', records, name);
  const between = dmarc('p=reject; psd=n', 'mail.contoso.test') + dmarc('p=none');
  it('is another one to older receivers, which take its record where the domain has none', async () => {
    const names = { walk: 'mail.contoso.test', list: 'contoso.test' };
    assert.deepEqual(await differs(between, 'a.mail.contoso.test'), {
      ...names,
      walkRecord: 'mail.contoso.test',
      listRecord: 'contoso.test',
    });
    const own = dmarc('p=none', 'a.mail.contoso.test');
    assert.deepEqual(await differs(between + own, 'a.mail.contoso.test'), {
      ...names,
      walkRecord: 'a.mail.contoso.test',
      listRecord: 'a.mail.contoso.test',
    });
  });
  it('is none of a public suffix', async () => {
    assert.deepEqual(await codes(dmarc('p=reject', 'co.uk'), 'co.uk'), ['dmarc-found']);
  });
});

describe('a policy that no mail can fulfil', () => {
  const can = async (more: string): Promise<boolean> =>
    !(await codes(`${dmarc('p=reject')}contoso.test MX 10 mx.contoso.test.\n${more}`)).includes('dmarc-cannot-pass');
  it('is one without SPF and without keys', async () => {
    assert.equal(await can(''), false);
    assert.equal(await can('contoso.test TXT "v=spf10 -all"'), false);
    for (const texts of ['"v=spf1"', '"V=SPF1 -all"', '"other"\ncontoso.test TXT "v=spf1 -all"'])
      assert.equal(await can(`contoso.test TXT ${texts}`), true, texts);
  });
});
