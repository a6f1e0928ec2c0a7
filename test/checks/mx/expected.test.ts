import assert from 'node:assert/strict';
import { checkMx } from '../../../src/checks/mx/mx.ts';
import { limits } from '../../../src/probes/limits.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const TWO = `contoso.test MX 10 in1.filter.test.
contoso.test MX 10 mail.contoso.test.
in1.filter.test A 203.0.113.5
mail.contoso.test A 198.51.100.7`;

describe('the exchangers that are expected', () => {
  it('stand there, and no others beside them', async () => {
    const found = async (expectedExchangers: readonly string[]) =>
      told(await checkMx(context(TWO, { expectedExchangers })));
    assert.deepEqual(await found(['*.filter.test']), [
      'pass mx-found contoso.test',
      'fail mx-not-expected mail.contoso.test',
    ]);
    assert.deepEqual(await found(['*.filter.test', 'mail.contoso.test']), ['pass mx-found contoso.test']);
    assert.deepEqual(await found([]), ['pass mx-found contoso.test']);
    assert.ok((await found(['mx.other.test'])).includes('fail mx-expected-missing contoso.test'));
  });
  it('are told in the order in which a sender tries them', async () => {
    const [finding] = await checkMx(context(TWO));
    assert.match(finding === undefined ? '' : wordFinding(finding).text, /those of equal preference in any: 10 in1/);
  });
  it('are not one machine, nor of a service that is no more', async () => {
    const same = TWO.replace('198.51.100.7', '203.0.113.5');
    assert.ok(told(await checkMx(context(same))).includes('note mx-same-address mail.contoso.test'));
    const gone = 'contoso.test MX 10 contoso.test.s7a1.psmtp.com.\ncontoso.test.s7a1.psmtp.com A 192.0.2.9';
    assert.ok(told(await checkMx(context(gone))).includes('warning mx-retired contoso.test.s7a1.psmtp.com'));
  });
  it('beyond those that are looked up are named by the first of them, and counted', async () => {
    const many = (count: number): string =>
      Array.from(
        { length: count },
        (_, i) => `contoso.test MX ${10 + i} mx${i}.contoso.test.\nmx${i}.contoso.test A 203.0.113.${i + 1}`,
      ).join('\n');
    const left = async (count: number): Promise<readonly unknown[]> =>
      (await checkMx(context(many(count))))
        .filter(({ code }) => code === 'mx-not-looked-up')
        .map((one) => [one.about, one.data, wordFinding(one).text]);
    const looked = limits.exchangers;
    const host = `mx${looked}.contoso.test`;
    assert.deepEqual(
      (await left(looked + 1)).map((one) => (one as unknown[]).slice(0, 2)),
      [[host, {}]],
    );
    assert.deepEqual(
      (await left(looked + 3)).map((one) => (one as unknown[]).slice(0, 2)),
      [[host, { more: 2 }]],
    );
  });
});
