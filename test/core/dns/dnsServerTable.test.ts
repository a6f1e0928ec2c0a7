import assert from 'node:assert/strict';
import { lookups, queriesOf, reads } from './told.ts';

const HEAD =
  'HostName   RecordType Type Timestamp   TimeToLive  RecordData\n--------   ---------- ---- ---------   ----------  ----------\n';
const row = (name: string, type: string, data: string, lives = '01:00:00'): string =>
  `${name.padEnd(10)} ${type.padEnd(10)} 1    0           ${lives.padEnd(11)} ${data}\n`;
/** The data of the one record of a table. */
const data = (type: string, shown: string): string | undefined =>
  queriesOf(HEAD + row('@', type, shown))[0]?.answers[0]?.data;
const ttl = (lives: string): number | undefined =>
  queriesOf(HEAD + row('@', 'A', '192.0.2.1', lives))[0]?.answers[0]?.ttl;

describe('the table of Get-DnsServerResourceRecord', () => {
  it('has several values in brackets, and one as it is', () => {
    for (const [type, shown, expected] of [
      ['MX', '[10][mx.a.test.]', '10 mx.a.test.'],
      ['SRV', '[0][5][443][sip.a.test.]', '0 5 443 sip.a.test.'],
      ['NS', 'ns1.a.test.', 'ns1.a.test.'],
      ['NS', '[ns1.a.test.]', 'ns1.a.test.'],
      ['A', '192.0.2.1   ', '192.0.2.1'],
      ['TXT', 'v=spf1 mx -all', '"v=spf1 mx -all"'],
      ['TXT', '"v=spf1 mx -all"', '"v=spf1 mx -all"'],
      ['TXT', 'a "b" c\\d', '"a \\"b\\" c\\\\d"'],
      ['TXT', 'x[1]', '"x[1]"'],
    ] as const)
      assert.equal(data(type, shown), expected, `${type} ${shown}`);
  });
  it('has a time to live of days, hours, minutes and seconds', () => {
    for (const [lives, expected] of [
      ['00:00:09', 9],
      ['00:02:03', 123],
      ['01:02:03', 3723],
      ['2.00:00:00', 172_800],
      ['1.01:01:01', 90_061],
    ] as const)
      assert.equal(ttl(lives), expected, lives);
    assert.equal(ttl('an hour'), undefined);
  });
  it('has the records of a name and type together, in the order in which they begin', () => {
    const table =
      HEAD + row('@', 'MX', '[10][mx1.a.test.]') + row('www', 'A', '192.0.2.1') + row('@', 'MX', '[20][b.]');
    reads(table, ['zone @ MX ?: 3600 10 mx1.a.test. | 3600 20 b.', 'zone www A ?: 3600 192.0.2.1']);
    assert.equal(lookups(table)[0]?.tool, 'zone');
    const places = queriesOf(table).map(({ start, end }) => table.slice(start, end).split('\n').length);
    assert.deepEqual(places, [3, 1]);
    const [, , first = '', second = ''] = table.split('\n');
    assert.ok(queriesOf(table)[0]?.start === table.indexOf(first));
    assert.ok(queriesOf(table)[1]?.start === table.indexOf(second));
  });
  it('ends with its rows, and what stands below is read by itself', () => {
    const mx = 'b.test.\t300\tIN\tMX\t10 mx.b.test.\n';
    const both = queriesOf(`${HEAD}${row('@', 'A', '192.0.2.1')}\n${mx}`);
    assert.deepEqual(
      both.map(({ name, type }) => `${name} ${type}`),
      ['@ A', 'b.test MX'],
    );
  });
  it('may begin far below its head, but not anywhere', () => {
    const below = (count: number): number =>
      queriesOf(`${HEAD}${'\n'.repeat(count)}${row('@', 'A', '192.0.2.1')}`).length;
    assert.equal(below(3), 1);
    assert.equal(below(100), 0);
    assert.equal(
      queriesOf(HEAD + Array.from({ length: 40 }, (_, i) => row(`h${i}`, 'A', '192.0.2.1')).join('')).length,
      40,
    );
  });
});
