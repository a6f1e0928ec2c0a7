import assert from 'node:assert/strict';
import { deadAddresses } from '../../../src/checks/reports/mailbox.ts';
import { context } from '../zone.ts';

const dead = (records: string, ...addresses: readonly string[]) =>
  deadAddresses(
    addresses.map((address) => ({ tag: 'rua', address })),
    ['the record'],
    context(records),
  );
const why = async (records: string, address = 'mailto:a@b.test'): Promise<readonly unknown[]> =>
  (await dead(records, address)).map(({ data }) => (data as { why?: string }).why);

describe('an address for reports', () => {
  it('is dead where nobody takes mail for its domain', async () => {
    assert.deepEqual(await why('b.test MX 0 .'), ['null-mx']);
    assert.deepEqual(await why('b.test MX 0 .\nb.test A 192.0.2.1'), ['null-mx']);
    assert.deepEqual(await why('c.test A 192.0.2.1'), ['no-such-domain']);
    assert.deepEqual(await why('b.test TXT "x"'), ['no-host']);
  });
  it('is alive with an exchanger, or an address in its place (RFC 5321 5.1)', async () => {
    for (const records of ['MX 10 mx.b.test.', 'MX 10 .', 'MX 0 .\nb.test MX 10 mx.b.test.', 'A 192.0.2.1', 'AAAA ::1'])
      assert.deepEqual(await why(`b.test ${records}`), [], records);
  });
  it('is not told of where nothing is answered, or no mail is meant', async () => {
    assert.deepEqual(await why('b.test MX !SERVFAIL'), []);
    assert.deepEqual(await why('b.test TXT "x"\nb.test A !TIMEOUT'), []);
    assert.deepEqual(await why('b.test TXT "x"\nb.test AAAA !TIMEOUT'), []);
    assert.deepEqual(await why('', 'https://b.test/'), []);
    assert.deepEqual(await why('', 'nothing'), []);
  });
  it('is told with what was asked', async () =>
    assert.deepEqual(await dead('b.test TXT "x"', 'MAILTO:a@b.test'), [
      {
        ...{ code: 'report-address-dead', level: 'warning', about: 'b.test' },
        data: { tag: 'rua', address: 'MAILTO:a@b.test', why: 'no-host' },
        evidence: [
          'the record',
          'b.test. MX: NOERROR, no record',
          'b.test. A: NOERROR, no record',
          'b.test. AAAA: NOERROR, no record',
        ],
      },
    ]));
  it('is one of ten at most', async () => {
    const many = (count: number): readonly string[] => Array.from({ length: count }, () => 'mailto:a@b.test');
    const alive = 'b.test MX 10 mx.b.test.';
    assert.deepEqual(await dead(alive, ...many(10)), []);
    assert.deepEqual(await dead(alive, ...many(12)), [
      { code: 'report-addresses-left', level: 'note', about: 'b.test', data: { left: 2 }, evidence: ['the record'] },
    ]);
    assert.equal((await dead('', ...many(12))).length, 11);
  });
});
