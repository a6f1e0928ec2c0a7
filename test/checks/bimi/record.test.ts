import assert from 'node:assert/strict';
import { checkBimi } from '../../../src/checks/bimi/check.ts';
import { context } from '../zone.ts';

const dmarc = (tags: string, name = 'a.test'): string => `_dmarc.${name} TXT "v=DMARC1; ${tags}"\n`;
const bimi = (text: string, name = 'a.test'): string => `default._bimi.${name} TXT "${text}"\n`;
const GOOD = 'v=BIMI1; l=https://a.test/a.svg; a=https://a.test/a.pem';
const all = (records: string, name = 'a.test') => checkBimi(context(records, { name }));
const codes = async (records: string, name?: string): Promise<readonly string[]> =>
  (await all(records, name)).map(({ code }) => code);
const withPolicy = (text: string): Promise<readonly string[]> => codes(dmarc('p=reject') + bimi(text));

describe('the text of a BIMI record', () => {
  it('is found among others, in whatever letters', async () => {
    assert.deepEqual(await codes(dmarc('p=reject') + bimi('other') + bimi(GOOD)), ['bimi-found']);
    assert.deepEqual(await codes(dmarc('p=reject') + bimi(`${'x'.repeat(60)} v=BIMI1`) + bimi(GOOD)), ['bimi-found']);
    assert.ok((await codes(dmarc('p=reject') + bimi(GOOD) + bimi('V = bimi1; l='))).includes('bimi-several'));
  });
  it('names a picture in SVG, whatever stands behind its name', async () => {
    const picture = (address: string): Promise<readonly string[]> =>
      withPolicy(`v=BIMI1; l=${address}; a=https://a.test/a.pem`);
    for (const good of ['a.svg', 'a.SVGZ', 'a.svg?x=1', 'a.svg#x'])
      assert.deepEqual(await picture(`https://a.test/${good}`), ['bimi-found'], good);
    for (const other of ['a.png', 'a.svgx', 'svg'])
      assert.ok((await picture(`https://a.test/${other}`)).includes('bimi-not-svg'));
    assert.deepEqual(await picture('HTTPS://a.test/a.svg'), ['bimi-found']);
  });
  it('may have a proof without a picture', async () => {
    const found = await withPolicy('v=BIMI1; l=; a=https://a.test/a.pem');
    assert.ok(!found.includes('bimi-not-svg') && !found.includes('bimi-declined'), found.join());
  });
  it('names addresses that cannot be, the proof as well', async () => {
    assert.deepEqual(await withPolicy('v=BIMI1; l=https://a.test/a.svg; a=http://a.test/a.pem'), [
      'bimi-address',
      'bimi-found',
    ]);
    assert.deepEqual(await withPolicy('v=BIMI1; l=http://a.test/a.svg; a=https://a.test/a.pem'), [
      'bimi-address',
      'bimi-found',
    ]);
    assert.deepEqual(await withPolicy('v=BIMI1; l=https://a.test/a.png; a=https://a.test/a.pem'), [
      'bimi-not-svg',
      'bimi-found',
    ]);
  });
});

describe('the policy beside a BIMI record', () => {
  const weak = async (records: string, name?: string): Promise<readonly unknown[]> =>
    (await all(records + bimi(GOOD), name)).flatMap(({ code, data }) => (code === 'bimi-dmarc-weak' ? [data] : []));
  it('is strong for all mail', async () => {
    assert.deepEqual(await weak(dmarc('p=quarantine; pct=100')), []);
    assert.deepEqual(await weak(dmarc('p=quarantine; pct=99')), [{ domain: 'a.test', why: 'pct=99' }]);
    assert.deepEqual(await weak(dmarc('p=reject; pct=50')), []);
    assert.deepEqual(await weak(dmarc('p=reject; sp=none')), [{ domain: 'a.test', why: 'sp=none' }]);
    assert.deepEqual(await weak(''), [{ domain: 'a.test', why: '' }]);
  });
  it('is that of the domain and of the organisation, and not between them', async () => {
    const between = dmarc('p=none', 'b.a.test');
    assert.deepEqual(await weak(dmarc('p=reject', 'c.b.a.test') + between + dmarc('p=reject'), 'c.b.a.test'), []);
    assert.deepEqual(await weak(dmarc('p=reject', 'c.b.a.test') + dmarc('p=none'), 'c.b.a.test'), [
      { domain: 'a.test', why: 'p=none' },
    ]);
    const both = dmarc('p=none', 'c.a.test') + dmarc('p=none');
    assert.deepEqual(await weak(both, 'c.a.test'), [{ domain: 'c.a.test', why: 'p=none' }]);
  });
  it('is not known where it is not answered for', async () => {
    assert.deepEqual(await codes(`_dmarc.a.test TXT !TIMEOUT\n${bimi(GOOD)}`), ['dns-unanswered', 'bimi-found']);
  });
});
