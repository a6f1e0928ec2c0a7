import assert from 'node:assert/strict';
import { checkBimi } from '../../../src/checks/bimi/check.ts';
import { context, told } from '../zone.ts';

const found = async (records: string, name?: string): Promise<readonly string[]> =>
  told(await checkBimi(context(records, name === undefined ? {} : { name })));
const STRONG = '_dmarc.contoso.test TXT "v=DMARC1; p=reject"\n';
const record = (text: string): string => `default._bimi.contoso.test TXT "v=BIMI1; ${text}"\n`;
const WHOLE = record('l=https://contoso.test/a.svg; a=https://contoso.test/a.pem');

describe('the BIMI record of a domain', () => {
  it('is right with a picture, a certificate and a strong policy', async () => {
    assert.deepEqual(await found(STRONG + WHOLE), ['pass bimi-found contoso.test']);
  });
  it('is missing, there twice, or not known', async () => {
    assert.deepEqual(await found(STRONG), ['note bimi-none contoso.test']);
    assert.deepEqual(await found(STRONG + WHOLE + WHOLE), ['fail bimi-several default._bimi.contoso.test']);
    assert.deepEqual(await found(`${STRONG}default._bimi.contoso.test TXT !TIMEOUT`), [
      'unknown dns-unanswered default._bimi.contoso.test',
    ]);
  });
  it('is that of the organisation where a subdomain has none', async () => {
    assert.deepEqual(await found(STRONG + WHOLE, 'mail.contoso.test'), ['pass bimi-found mail.contoso.test']);
  });
  it('says that no picture is wanted', async () => {
    assert.deepEqual(await found(record('l=; a=;')), ['note bimi-declined contoso.test']);
  });
  it('has no effect without a strong policy', async () => {
    const weak = 'fail bimi-dmarc-weak contoso.test';
    assert.deepEqual(await found(WHOLE), [weak]);
    for (const policy of ['p=none', 'p=reject; sp=none', 'p=quarantine; pct=50']) {
      assert.deepEqual(await found(`_dmarc.contoso.test TXT "v=DMARC1; ${policy}"\n${WHOLE}`), [weak]);
    }
    const below = '_dmarc.mail.contoso.test TXT "v=DMARC1; p=reject"\n_dmarc.contoso.test TXT "v=DMARC1; p=none"\n';
    assert.deepEqual(await found(below + WHOLE, 'mail.contoso.test'), ['fail bimi-dmarc-weak mail.contoso.test']);
    assert.deepEqual(await found(`_dmarc.contoso.test TXT "v=DMARC1; p=quarantine"\n${WHOLE}`), [
      'pass bimi-found contoso.test',
    ]);
    assert.ok(!(await found(`_dmarc.contoso.test TXT !TIMEOUT\n${WHOLE}`)).includes(weak));
  });
  it('names addresses that cannot be', async () => {
    assert.deepEqual(await found(STRONG + record('l=http://contoso.test/a.svg; a=https://contoso.test/a.pem')), [
      'warning bimi-address default._bimi.contoso.test',
      'pass bimi-found contoso.test',
    ]);
    assert.deepEqual(await found(STRONG + record('l=https://contoso.test/a.png; a=https://contoso.test/a.pem')), [
      'warning bimi-not-svg contoso.test',
      'pass bimi-found contoso.test',
    ]);
    assert.deepEqual(await found(STRONG + record('l=https://contoso.test/a.svg')), [
      'note bimi-no-evidence contoso.test',
      'pass bimi-found contoso.test',
    ]);
  });
});
