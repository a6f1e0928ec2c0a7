import assert from 'node:assert/strict';
import { isHost, ownName, readRow } from '../../../../src/core/dns/loose/cells.ts';

const row = (line: string): string => {
  const { type, name } = readRow(line);
  return `${name} ${type}`;
};

describe('the cells of a row', () => {
  it('are parted by tabs, bars, columns and commas of a spreadsheet', () => {
    for (const line of [
      'a.test\tTXT\tx',
      '| a.test | TXT | x |',
      'a.test  TXT  x',
      '"a.test","TXT","x"',
      'a.test\u00a0 TXT\u00a0 x',
      '"a.test";"TXT";"x"',
      'a.test;TXT;"x',
    ])
      assert.deepEqual(readRow(line).cells, ['a.test', 'TXT', 'x'], line);
    assert.deepEqual(readRow('a b,c;d').cells, ['a b,c;d']);
    assert.deepEqual(readRow('').cells, []);
    for (const line of ['*.a.test | TXT | x', '| *.a.test | **TXT** | "x" |', '`*.a.test`\tTXT\tx'])
      assert.deepEqual(readRow(line).cells, ['*.a.test', 'TXT', 'x'], line);
    for (const line of ['* | TXT | x', '"*"\t*TXT*\tx', '| ` * ` | TXT | x |'])
      assert.deepEqual(readRow(line).cells, ['*', 'TXT', 'x'], line);
    assert.deepEqual(readRow('**a.test** | *TXT* | x').cells, ['a.test', 'TXT', 'x']);
  });
  it('have no marks around them, and no label in front', () => {
    assert.deepEqual(readRow("**a.test** | `TXT` | 'x'").cells, ['a.test', 'TXT', 'x']);
    for (const label of ['Type', 'name', 'host', 'Hostname', 'VALUE', 'content', 'data'])
      assert.deepEqual(readRow(`${label}: x | ${label} = y | ${label}:z`).cells, ['x', 'y', `${label}:z`], label);
    assert.deepEqual(readRow('my name: x').cells, ['my name: x']);
    assert.deepEqual(readRow('(same as parent folder)\tTXT').cells, ['@', 'TXT']);
    assert.deepEqual(readRow('a (same as parent folder)\tTXT').cells[0], 'a (same as parent folder)');
  });
  it('are twelve', () => {
    const many = (count: number) => readRow(Array.from({ length: count }, (_, i) => `c${i}`).join('\t')).cells.length;
    assert.deepEqual([12, 13, 60].map(many), [12, 12, 12]);
    assert.equal(readRow('x'.repeat(3000)).cells[0]?.length, 2000);
  });
});

describe('type and name of a row', () => {
  it('are the type as panels write it', () => {
    for (const type of ['TXT', 'SPF', 'MX', 'CNAME', 'TLSA', 'CAA', 'SRV', 'NS', 'A', 'AAAA']) {
      for (const written of [
        type,
        `${type} (Text)`,
        `${type}(Text)`,
        `${type} Record`,
        `${type} record`,
        `Mail Text (${type})`,
      ])
        assert.equal(row(`a.test\t${written}\tx`), `a.test ${type}`, written);
      assert.equal(row(`a.test\t${type}X\tx`), 'undefined undefined');
      assert.equal(row(`a.test\tx${type}\tx`), 'undefined undefined');
    }
    assert.equal(row('a.test\tmx\tx'), 'undefined undefined');
    assert.equal(row('a.test\tHost (a)\tx'), 'undefined undefined');
  });
  it('are the nearest name in front of the type, else that behind it', () => {
    assert.equal(row('a.test\tb.test\tTXT\tc.test'), 'b.test TXT');
    assert.equal(row('TXT\tc.test\td.test'), 'c.test TXT');
    assert.equal(row('TXT\t"v=spf1 -all"\td.test'), 'undefined TXT');
    for (const name of ['@', 'a.test.', '_dmarc', '_dmarc.a.test', 'www', 'a-b_c.test'])
      assert.equal(row(`TXT\t${name}\tx y`), `${name} TXT`);
    for (const name of ['**', '-a', 'a..test', 'a b', '.a', 'a/b'])
      assert.equal(row(`TXT\t${name}\tx y`), 'undefined TXT', name);
  });
  it('are no columns of another kind', () => {
    for (const other of [
      '3600',
      '300 s',
      '5m',
      '1h',
      '1 d',
      'Auto',
      'automatic',
      'IN',
      'default',
      '-',
      '5 min',
      '1 hour',
      '2 hours',
      '1 hr',
      '4 h',
      '1 Stunde',
      '1 heure',
      '1/2 Hour',
      'DNS only',
      'Proxied',
      'active',
      'aktiv',
      'Edit',
      'delete',
      'N/A',
      'simple',
      'custom',
    ])
      assert.equal(row(`a.test\t${other}\tTXT\tx y`), 'a.test TXT', other);
    for (const name of ['auto.test', 'edit1', 'mydefault', 'in-a'])
      assert.equal(row(`a.test\t${name}\tTXT\tx y`), `${name} TXT`);
  });
});

describe('a name', () => {
  it('is a host as a rule takes it, without its final dot', () => {
    for (const [written, own] of [
      ['a.test.', 'a.test'],
      ['a.test', 'a.test'],
      ['.', '.'],
      ['@', '@'],
    ] as const)
      assert.equal(ownName(written), own);
    for (const name of ['@', 'a.test', '_dmarc', '*.a.test']) assert.ok(isHost(name), name);
    for (const name of ['auto', '3600', 'a b', '', '-']) assert.ok(!isHost(name), name);
  });
});
