import assert from 'node:assert/strict';
import { checkCaa } from '../../../src/checks/caa/caa.ts';
import { context } from '../zone.ts';

const all = (records: string, name = 'a.test') => checkCaa(context(records, { name }));
const caa = (...values: readonly string[]): string => values.map((value) => `a.test CAA ${value}\n`).join('');
/** What is found in one record beside a good one. */
const wrong = async (value: string): Promise<readonly unknown[]> =>
  (await all(caa('0 issue "good.test"', value)))
    .filter(({ level }) => level !== 'pass')
    .map(({ code, data }) => [code, data]);

describe('the tags of CAA records', () => {
  it('are nothing of a name that is not there, and nothing that cannot be read', async () => {
    assert.deepEqual(
      (await all('', 'b.test')).map(({ code }) => code),
      ['lookup-no-such-name'],
    );
    assert.deepEqual(
      (await all('test CAA 0 issue "c.test"', 'b.test')).map(({ code }) => code),
      ['caa-found'],
    );
    const [found] = await all(caa('x', '0 issue "good.test"', '0 issue "good.test"', '0 issue "other.test"'));
    assert.deepEqual(found?.data, { at: 'a.test', issuers: ['good.test', 'other.test'] });
  });
  it('are meant as another one that begins the same, with up to four letters more or less', async () => {
    for (const [tag, meant] of [
      ['issuer', 'issue'],
      ['iss', 'issue'],
      ['is', ''],
      ['iode', 'iodef'],
      ['issuexxxx', 'issue'],
      ['issuexxxxx', ''],
      ['sue', ''],
      ['xissue', ''],
    ])
      assert.deepEqual(await wrong(`0 ${tag} "b.test"`), [['caa-tag-unknown', { tag, meant }]], tag);
  });
  it('forbid all authorities that do not know them, where they are critical', async () => {
    assert.deepEqual(await wrong('128 tbs "x"'), [['caa-tag-critical', { tag: 'tbs' }]]);
    assert.deepEqual(await wrong('129 tbs "x"'), [
      ['caa-flags', { flags: 129 }],
      ['caa-tag-critical', { tag: 'tbs' }],
    ]);
    assert.deepEqual(await wrong('1 issue "b.test"'), [['caa-flags', { flags: 1 }]]);
    assert.deepEqual(await wrong('128 issue "b.test"'), []);
  });
  it('have values that name an authority, or a domain that was meant', async () => {
    for (const [value, suggestion] of [
      ['https://ca-1.b-c.test/x', 'ca-1.b-c.test'],
      ['Let us encrypt', ''],
      ['see ca.test, please', 'ca.test'],
    ])
      assert.deepEqual(await wrong(`0 issue "${value}"`), [['caa-value', { tag: 'issue', value, suggestion }]]);
  });
  it('name where to report, as an address', async () => {
    const reported = (value: string): Promise<readonly unknown[]> => wrong(`0 iodef "${value}"`);
    for (const good of ['mailto:a@b.test', 'MAILTO:a@b.test', 'https://b.test/x', 'http://b.test'])
      assert.deepEqual(await reported(good), [], good);
    for (const [value, suggestion] of [
      ['a@b.test', 'mailto:a@b.test'],
      ['x mailto:a@b.test', ''],
      ['mailto:a@b.test x', ''],
      ['ftp://b.test', ''],
      ['a@b@c.test', ''],
    ])
      assert.deepEqual(await reported(value as string), [['caa-iodef', { value, suggestion }]], value);
  });
});
