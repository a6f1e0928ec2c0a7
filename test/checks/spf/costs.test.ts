import assert from 'node:assert/strict';
import { checkSpf } from '../../../src/checks/spf/check.ts';
import { context } from '../zone.ts';

const spf = (record: string, name = 'a.test'): string => `${name} TXT "v=spf1 ${record}"\n`;
const all = (records: string) => checkSpf(context(records, { name: 'a.test' }));
const found = async (records: string): Promise<readonly unknown[]> =>
  (await all(records)).map(({ code, data }) => [code, data]);
const codes = async (records: string): Promise<readonly string[]> => (await all(records)).map(({ code }) => code);
const times = (count: number, of: (i: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, i) => of(i)).join(between);
const ADDRESS = 'h.test A 192.0.2.1\n';

describe('what an SPF record costs', () => {
  it('is ten questions at most', async () => {
    const asking = (count: number): string =>
      spf(`${times(count, (i) => `a:h${i}.test`)} -all`) + times(count, (i) => `h${i}.test A 192.0.2.1\n`, '');
    assert.deepEqual(await codes(asking(10)), ['spf-costs']);
    assert.deepEqual(await codes(asking(11)), ['spf-too-many-lookups', 'spf-lookups']);
  });
  it('is told by the terms that cost most', async () => {
    const below = spf(`${times(9, (i) => `exists:h${i}.test`)} -all`, 'b.test');
    const hosts = times(9, (i) => `h${i}.test A 192.0.2.1\n`, '');
    const [lookups] = await found(spf('a:h.test include:b.test -all') + below + hosts + ADDRESS);
    assert.deepEqual(lookups, ['spf-lookups', { lookups: 11, most: ['include:b.test (10)', 'a:h.test (1)'] }]);
  });
  it('is two questions that find nothing', async () => {
    const nothing = (count: number): string =>
      spf(`ip4:192.0.2.1 a:h.test ${times(count, (i) => `a:n${i}.test`)} -all`) + ADDRESS;
    assert.deepEqual(await codes(nothing(2)), ['spf-costs']);
    assert.deepEqual(await found(nothing(3)), [
      ['spf-voids', { voids: 3, terms: ['a:n0.test', 'a:n1.test', 'a:n2.test'] }],
    ]);
    assert.deepEqual(await codes(`${nothing(3)}n0.test TXT "x"\nn1.test AAAA ::1`), ['spf-costs']);
    const silent = `${spf('exists:x.test a:n0.test a:n1.test -all')}n0.test A !TIMEOUT\nn0.test AAAA !TIMEOUT`;
    assert.deepEqual(await codes(silent), ['dns-unanswered', 'dns-unanswered', 'spf-costs']);
  });
  it('is not known where more records are led to than are read', async () => {
    const wide = (count: number): string =>
      spf(`${times(count, (i) => `include:n${i}.test`)} -all`) + times(count, (i) => spf('-all', `n${i}.test`), '');
    assert.ok(!(await codes(wide(100))).includes('spf-cut'));
    const cut = (await all(wide(101))).find(({ code }) => code === 'spf-cut');
    assert.deepEqual([cut?.level, cut?.about], ['unknown', 'a.test']);
    assert.ok(!(await codes(wide(101))).includes('spf-costs'));
  });
  it('rests on the records of SPF alone, in whatever letters', async () => {
    const [costs] = await all(
      `a.test TXT "other"\na.test TXT "V=SPF1 include:b.test -all"\n${spf('-all', 'b.test')}b.test TXT "x"`,
    );
    assert.deepEqual(costs?.evidence, [
      'a.test. 300 IN TXT "V=SPF1 include:b.test -all"',
      'b.test. 300 IN TXT "v=spf1 -all"',
    ]);
  });
});

describe('an SPF record', () => {
  it('has up to 450 octets', async () => {
    const of = async (octets: number): Promise<readonly string[]> => {
      const text = `v=spf1 ${'ip4:192.0.2.1 '.repeat(31)}`.padEnd(octets - 4, 'x=y').slice(0, octets - 5);
      return codes(`a.test TXT ${JSON.stringify(text.slice(0, 250))} ${JSON.stringify(`${text.slice(250)} -all`)}`);
    };
    assert.ok(!(await of(450)).includes('spf-long'));
    assert.ok((await of(451)).includes('spf-long'));
  });
  it('names ten exchangers at most by mx', async () => {
    const mx = (count: number): string =>
      spf('mx:b.test -all') + times(count, (i) => `b.test MX ${i} n${i}.test.\n`, '');
    assert.deepEqual(await codes(mx(10)), ['spf-costs']);
    const [names] = await all(mx(11));
    assert.deepEqual([names?.code, names?.about, names?.data], ['spf-mx-names', 'b.test', { count: 11, at: 'a.test' }]);
  });
  it('is told what is broken in others, and nothing else of them', async () => {
    const other = (record: string): Promise<readonly string[]> =>
      codes(spf('include:b.test -all') + spf(record, 'b.test'));
    assert.deepEqual(await other('ptr +all'), ['spf-costs']);
    assert.deepEqual(await other('foo -all'), ['spf-unknown-mechanism']);
    assert.deepEqual(await other(`-all ${times(60, (i) => `ip4:192.0.2.${i}`)}`), ['spf-costs']);
    assert.deepEqual(await codes(spf('include:b.test -all') + spf('-all', 'b.test') + spf('-all', 'b.test')), [
      'spf-include-several',
    ]);
  });
});
