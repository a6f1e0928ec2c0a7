import assert from 'node:assert/strict';
import { answering, chains, type Found } from '../../../src/core/dns/queryBuilder.ts';

/** Records as `name type data`. */
const records = (...rows: readonly string[]): readonly Found[] =>
  rows.map((row, line) => {
    const [name = '', type = '', ...data] = row.split(' ');
    return { name, type, data: data.join(' '), line, endLine: line + 1 };
  });

const answers = (name: string, type: string, rows: readonly string[], ...data: readonly string[]): void =>
  assert.deepEqual(
    answering(records(...rows), name, type).map((record) => record.data),
    data,
  );

/** Each chain as what was asked, and the types of its records. */
const grouped = (rows: readonly string[], asked: readonly (readonly [string, string])[], ...told: readonly string[]) =>
  assert.deepEqual(
    chains(
      records(...rows),
      asked.map(([name, type]) => ({ name, type })),
    ).map((chain) => `${chain.asked.name} ${chain.asked.type}: ${chain.records.map(({ type }) => type).join(' ')}`),
    told,
  );

describe('what answers a question', () => {
  it('are the records of its type and name', () => {
    answers('a.test', 'A', ['a.test. A 192.0.2.1', 'a.test. AAAA 2001:db8::1', 'b.test. A 192.0.2.2'], '192.0.2.1');
    answers('a.test', 'ANY', ['a.test. A 192.0.2.1', 'a.test. MX 10 b.test.'], '192.0.2.1', '10 b.test.');
    answers('A.test.', 'A', ['a.TEST A 192.0.2.1'], '192.0.2.1');
  });

  it('are those of what the name is an alias for, step by step (RFC 1034 3.6.2)', () => {
    const rows = ['www.test. CNAME web.test.', 'WEB.test. CNAME host.test.', 'host.test. A 192.0.2.1'];
    answers('www.test', 'A', rows, '192.0.2.1');
    answers('www.test', 'CNAME', rows, 'web.test.', 'host.test.');
    answers('other.test', 'A', rows);
    answers('www.test', 'A', ['x.test. CNAME host.test.', 'host.test. A 192.0.2.1']);
    answers('www.test', 'A', ['www.test. MX host.test.', 'host.test. A 192.0.2.1']);
  });
});

describe('bare records', () => {
  it('are one answer with the alias that leads to them', () => {
    grouped(
      ['www.test. CNAME web.test.', 'web.test. A 192.0.2.1', 'web.test. A 192.0.2.2'],
      [],
      'www.test. A: CNAME A A',
    );
    grouped(['www.test. CNAME web.test.', 'x.test. A 192.0.2.1'], [], 'www.test. CNAME: CNAME', 'x.test. A: A');
    grouped(['www.test. MX web.test.', 'web.test. A 192.0.2.1'], [], 'www.test. MX: MX', 'web.test. A: A');
  });

  it('are one answer with their signature', () => {
    grouped(['a.test. A 192.0.2.1', 'A.test. RRSIG A 8'], [], 'a.test. A: A RRSIG');
    grouped(['a.test. A 192.0.2.1', 'b.test. RRSIG A 8'], [], 'a.test. A: A', 'b.test. RRSIG: RRSIG');
  });

  it('that are an alias leading nowhere answer what was asked of the name', () => {
    grouped(['www.test. CNAME web.test.'], [['WWW.test', 'MX']], 'WWW.test MX: CNAME');
    grouped(['www.test. CNAME web.test.'], [['www.test', '']], 'www.test. CNAME: CNAME');
    grouped(['www.test. CNAME web.test.'], [['x.test', 'MX']], 'www.test. CNAME: CNAME');
    grouped(['www.test. A 192.0.2.1'], [['www.test', 'MX']], 'www.test. A: A');
  });
});
