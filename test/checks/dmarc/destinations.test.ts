import assert from 'node:assert/strict';
import { unauthorisedDestinations } from '../../../src/checks/dmarc/destinations.ts';
import { context } from '../zone.ts';

const FROM = 'a.test';
const all = (records: string, addresses: readonly string[], { tag = 'rua', from = FROM } = {}) =>
  unauthorisedDestinations(
    from,
    addresses.map((address) => ({ tag, address })),
    ['the record'],
    context(records),
  );
const found = async (records: string, address = 'mailto:x@b.test', options = {}): Promise<readonly unknown[]> =>
  (await all(records, [address], options)).map(({ code, level, about, data }) => [code, level, about, data]);
const AT = 'a.test._report._dmarc.b.test';
const BASE = { tag: 'rua', address: 'mailto:x@b.test' };

describe('who gets reports of another organisation (RFC 9990 4)', () => {
  it('has to say so', async () => {
    assert.deepEqual(await found(''), [['dmarc-report-unauthorised', 'warning', 'b.test', { ...BASE, at: AT }]]);
    assert.deepEqual(await found(`${AT} TXT "v=DMARC1"`), []);
    assert.deepEqual(await found(`${AT} TXT "other"\n${AT} TXT "v=DMARC1;"`), []);
  });
  it('need not where it is of the same one, or no host', async () => {
    assert.deepEqual(await found('', 'mailto:x@a.test'), []);
    assert.deepEqual(await found('_dmarc.a.test TXT "v=DMARC1; p=none"', 'mailto:x@r.a.test'), []);
    assert.deepEqual(await found('', 'nothing'), []);
  });
  it('may send them on within its own host alone', async () => {
    const sent = (tags: string, options = {}): Promise<readonly unknown[]> =>
      found(`${AT} TXT "v=DMARC1; ${tags}"`, 'mailto:x@b.test', options);
    const elsewhere = (tag: string) => [
      [...['dmarc-report-elsewhere', 'warning', 'b.test'], { ...BASE, tag, instead: 'mailto:y@c.test' }],
    ];
    assert.deepEqual(await sent('rua=mailto:y@b.test'), []);
    assert.deepEqual(await sent('rua=mailto:y@c.test'), elsewhere('rua'));
    assert.deepEqual(await sent('rua=mailto:y@b.test,mailto:y@c.test'), elsewhere('rua'));
    assert.deepEqual(await sent('ruf=mailto:y@c.test'), []);
    assert.deepEqual(await sent('ruf=mailto:y@c.test', { tag: 'ruf' }), elsewhere('ruf'));
    assert.deepEqual(await sent('rua=mailto:y@c.test', { tag: 'ruf' }), []);
  });
  it('is not known where something is not answered', async () => {
    const failed = (name: string) => [
      ['dns-unanswered', 'unknown', name, { type: 'TXT', status: 'TIMEOUT', detail: '' }],
    ];
    for (const name of [AT, '_dmarc.a.test', '_dmarc.b.test'])
      assert.deepEqual(await found(`${name} TXT !TIMEOUT`), failed(name), name);
  });
  it('cannot say so below a name that is too long', async () => {
    const from = (length: number): string => `${'abcdefgh.'.repeat(30).slice(4 - length)}test`;
    const longest = 253 - '._report._dmarc.b.test'.length;
    const code = async (length: number): Promise<unknown> =>
      (await all('', ['mailto:x@b.test'], { from: from(length) }))[0]?.code;
    assert.equal(await code(longest), 'dmarc-report-unauthorised');
    assert.equal(await code(longest + 1), 'dmarc-report-name-long');
  });
  it('is looked at up to ten times, with what was seen', async () => {
    const many = await all(
      '',
      Array.from({ length: 12 }, () => 'mailto:x@b.test'),
    );
    assert.equal(many.length, 10);
    assert.deepEqual(many[0]?.evidence, ['the record', `${AT}. TXT: NXDOMAIN`]);
  });
});
