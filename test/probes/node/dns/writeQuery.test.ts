import assert from 'node:assert/strict';
import { nameOfType, numberOfType } from '../../../../src/probes/node/dns/recordTypes.ts';
import { writeQuery } from '../../../../src/probes/node/dns/writeQuery.ts';
import type { Question } from '../../../../src/probes/ports.ts';

describe('a query of DNS (RFC 1035 4.1)', () => {
  const hex = (change: Partial<Question> = {}, edns = false, id = 0xabcd): string | undefined =>
    writeQuery({ name: 'a.test', type: 'A', ...change }, edns, id)?.bytes.toString('hex');
  const NAME = '0161' + '0474657374' + '00';
  it('asks for recursion and validation, one question in class IN', () => {
    assert.equal(hex(), `abcd0120000100000000 0000${NAME}00010001`.replace(' ', ''));
    assert.equal(hex({ type: 'CAA' }), `abcd01200001000000000000${NAME}01010001`);
  });
  it('asks without recursion, or without checking, where that is meant', () => {
    assert.equal(hex({ recursion: false })?.slice(4, 8), '0020');
    assert.equal(hex({ checking: false })?.slice(4, 8), '0130');
    assert.equal(hex({ recursion: false, checking: false })?.slice(4, 8), '0030');
  });
  it('says by EDNS how much is taken (RFC 6891 6.1.2)', () =>
    assert.equal(hex({}, true), `abcd01200001000000000001${NAME}0001000100002904d0000000000000`));
  it('has an id that nobody can guess, or the one that is given', () => {
    assert.equal(writeQuery({ name: 'a.test', type: 'A' }, true, 0)?.id, 0);
    const ids = new Set(Array.from({ length: 40 }, () => writeQuery({ name: 'a.test', type: 'A' }, true)?.id));
    assert.ok(ids.size > 30);
  });
  it('is none for a name that fits into no message', () =>
    assert.equal(hex({ name: `${'a'.repeat(64)}.test` }), undefined));
});

describe('types of records', () => {
  it('have the numbers of IANA', () => {
    for (const [type, number] of [
      ...([
        ['A', 1],
        ['NS', 2],
        ['CNAME', 5],
        ['SOA', 6],
        ['PTR', 12],
        ['MX', 15],
        ['TXT', 16],
        ['AAAA', 28],
      ] as const),
      ...([
        ['SRV', 33],
        ['NAPTR', 35],
        ['DNAME', 39],
        ['OPT', 41],
        ['DS', 43],
        ['SSHFP', 44],
        ['RRSIG', 46],
      ] as const),
      ...([
        ['NSEC', 47],
        ['DNSKEY', 48],
        ['NSEC3', 50],
        ['NSEC3PARAM', 51],
        ['TLSA', 52],
        ['SMIMEA', 53],
      ] as const),
      ...([
        ['CDS', 59],
        ['CDNSKEY', 60],
        ['SVCB', 64],
        ['HTTPS', 65],
        ['SPF', 99],
        ['ANY', 255],
        ['CAA', 257],
      ] as const),
    ]) {
      assert.equal(numberOfType(type), number);
      assert.equal(nameOfType(number), type);
    }
    assert.equal(nameOfType(65_280), 'TYPE65280');
  });
});
