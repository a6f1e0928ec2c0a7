import assert from 'node:assert/strict';
import { fitsType, isMeantAs } from '../../../../src/core/dns/recordShape.ts';
import { ToolLines } from '../../../../src/core/dns/toolLines.ts';
import { startsZone } from '../../../../src/core/dns/zone.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { queriesOf, reads } from '../told.ts';

const begins = (expected: boolean, ...texts: readonly string[]): void => {
  for (const text of texts)
    assert.equal(startsZone(new ToolLines(new Lines(text), { marks: 0, indent: 0 }), 0), expected, text);
};
const head = '$ORIGIN a.test.\n';

describe('a zone file, line by line,', () => {
  it('begins with a directive, or a record whose name is relative', () => {
    begins(
      true,
      '$ORIGIN a.test.',
      '$TTL 300',
      '$INCLUDE x.zone',
      '@ IN A 192.0.2.1',
      '@ A 192.0.2.1',
      'www IN A 192.0.2.1',
      'www 300 IN A 192.0.2.1',
      'www IN 300 A 192.0.2.1',
    );
    begins(
      false,
      '$ORIGIN',
      '$GENERATE 1 2',
      'www A 192.0.2.1',
      'www.a.test. IN A 192.0.2.1',
      ' IN A 192.0.2.1',
      '; IN A 192.0.2.1',
      '@ IN A x',
      '@ IN XY 1',
      'www IN',
    );
  });
  it('has names that go on with its origin, and the one above', () => {
    reads(`${head}www A 192.0.2.1\n    AAAA 2001:db8::1\nb.test. A 192.0.2.2\n@ A 192.0.2.3\n`, [
      'zone www.a.test A ?: 192.0.2.1',
      'zone www.a.test AAAA ?: 2001:db8::1',
      'zone b.test A ?: 192.0.2.2',
      'zone a.test A ?: 192.0.2.3',
    ]);
    reads(`${head}$ORIGIN sub\nx A 192.0.2.1\n$ORIGIN c.test.\nx A 192.0.2.2\n`, [
      'zone x.sub.a.test A ?: 192.0.2.1',
      'zone x.c.test A ?: 192.0.2.2',
    ]);
    for (const [type, data, said] of [
      ['MX', '10 mx', '10 mx.a.test.'],
      ['CNAME', 'b', 'b.a.test.'],
      ['NS', '@', 'a.test.'],
      ['SRV', '0 1 25 b', '0 1 25 b.a.test.'],
      ['PTR', 'b.', 'b.'],
      ['DNAME', 'b', 'b.a.test.'],
      ['MX', '10 192.0.2.1', '10 192.0.2.1'],
      ['TXT', 'hello', '"hello"'],
      ['TXT', 'a"b\\c', '"a\\"b\\\\c"'],
      ['CAA', '0 issue "b"', '0 issue "b"'],
    ] as const)
      reads(`${head}x ${type} ${data}\n`, [`zone x.a.test ${type} ?: ${said}`]);
  });
  it('has times to live, and types together', () => {
    for (const [middle, ttl] of [
      ['300 IN', '300 '],
      ['IN 1h', '3600 '],
      ['1D', '86400 '],
      ['IN', ''],
      ['1h30m CH', '5400 '],
    ] as const)
      reads(`${head}x ${middle} A 192.0.2.1\n`, [`zone x.a.test A ?: ${ttl}192.0.2.1`]);
    reads(`${head}x A 192.0.2.1\nx MX 5 b\nx A 192.0.2.2\n`, [
      'zone x.a.test A ?: 192.0.2.1 | 192.0.2.2',
      'zone x.a.test MX ?: 5 b.a.test.',
    ]);
    reads(`${head}x TXT ( "a" ; one\n "b" )\ny A 192.0.2.1\n`, [
      'zone x.a.test TXT ?: "a" "b"',
      'zone y.a.test A ?: 192.0.2.1',
    ]);
  });
  it('ends with three blank lines, or what is no record', () => {
    const count = (between: string) => queriesOf(`${head}x A 192.0.2.1\n${between}y A 192.0.2.2\n`).length;
    for (const [between, queries] of [
      ['\n\n', 2],
      ['\n\n\n', 1],
      ['; comment\n', 2],
      ['   ; comment\n', 2],
      ['Hello there\n', 1],
    ] as const)
      assert.equal(count(between), queries, between);
    reads(head, []);
  });
  it('keeps data that is meant for its type, and cannot be', () => {
    reads(`${head}x IN MX mx.b.test\n`, ['zone x.a.test MX ?: mx.b.test.a.test.']);
    reads(`${head}x MX mx.b.test\n`, []);
  });
});

describe('data of a record', () => {
  it('fits its type', () => {
    for (const [type, yes, no] of [
      ['A', ['192.0.2.1', ' 192.0.2.1 '], ['192.0.2', 'x', '192.0.2.1.1', 'x192.0.2.1']],
      ['AAAA', ['::1', '2001:db8::1'], ['192.0.2.1', 'x']],
      ['TXT', ['"x"', '"x" "y"', '""'], ['x', '"x', 'x"']],
      ['SPF', ['"x"'], ['x']],
      ['MX', ['10 mx.a.test.', '0 .'], ['mx', '10', '10 mx a', '123456 mx', 'x10 mx']],
      ['NS', ['ns.a.test.', '@'], ['ns a']],
      ['CNAME', ['b', '*.b'], ['b c']],
      ['PTR', ['b'], ['b c']],
      ['DNAME', ['b'], ['b c']],
      ['SRV', ['0 1 25 b.'], ['0 1 b.', '0 1 25', '0 1 25 b c']],
      ['SOA', ['a. b. 1 2 3 4 5', '. . 1 2h 3D 4w 5'], ['a. b. 1 2 3 4', 'a. b. 1 2 3 4 x']],
      ['TLSA', ['3 1 1 ab CD'], ['3 1 ab', '3 1 1 xy']],
      ['DS', ['60485 5 1 ab'], ['5 1 ab']],
      ['CAA', ['0 issue "x"', '0 "issue" x', '128 iodef "mailto:a"'], ['issue "x"', '0 is_sue "x"']],
      ['XY', [], ['x']],
    ] as const) {
      for (const data of yes) assert.ok(fitsType(type, data), `${type} ${data}`);
      for (const data of no) assert.ok(!fitsType(type, data), `${type} ${data}`);
    }
  });
  it('is meant for it where people mistake it', () => {
    for (const data of ['mx.a.test', '10 https://mx.a.test/', 'mx.a.test 10', '10 mx.a.test.', '1234567890 mx.a.test'])
      assert.ok(isMeantAs('MX', data), data);
    for (const data of ['mx', '10 mx', 'a b.test', 'mx.a.test x']) assert.ok(!isMeantAs('MX', data), data);
    for (const data of ['a. b. 1 2 3', 'a. b. 1 2 3 4']) assert.ok(isMeantAs('SOA', data), data);
    for (const data of ['a. b. 1 2', 'a. b. 1 2 3 4 5']) assert.ok(!isMeantAs('SOA', data), data);
    assert.ok(isMeantAs('TLSA', '3 1 1 xyz'));
    assert.ok(!isMeantAs('TLSA', '3 1 xyz'));
    assert.ok(!isMeantAs('A', '1.2.3'));
  });
});
