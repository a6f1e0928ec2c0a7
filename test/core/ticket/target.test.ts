import assert from 'node:assert/strict';
import { targetAt, targetOf, targetsIn } from '../../../src/core/ticket/target.ts';

/** What the probes are pointed at where `|` stands, as `kind name in "span"`. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const target = targetAt(text, offset);
  if (target === undefined) return undefined;
  assert.ok(target.start <= offset && offset <= target.end, `the cursor of ${marked} stands outside of the span`);
  return `${target.kind} ${target.name} in "${text.slice(target.start, target.end)}"`;
}

const none = (marked: string): void => assert.equal(at(marked), undefined, marked);

describe('what the probes can be pointed at', () => {
  it('is a name or an address, wherever the cursor stands in it', () => {
    assert.equal(at('to m|x1.Contoso.test.'), 'name mx1.contoso.test in "mx1.Contoso.test"');
    assert.equal(at('mx1.contoso.test|'), 'name mx1.contoso.test in "mx1.contoso.test"');
    assert.equal(at('from [192.0.|2.1]'), 'address 192.0.2.1 in "192.0.2.1"');
  });

  it('is an IPv6 address as RFC 4291 2.2 writes it', () => {
    assert.equal(at('[2001:db8|::25]'), 'address 2001:db8::25 in "2001:db8::25"');
    assert.equal(at('[IP|v6:2001:db8::1]:25'), 'address 2001:db8::1 in "IPv6:2001:db8::1"');
    assert.equal(at('fe80:0:0:0:0:0:0:|1'), 'address fe80:0:0:0:0:0:0:1 in "fe80:0:0:0:0:0:0:1"');
    assert.equal(at('::ffff:192.0|.2.1,'), 'address ::ffff:192.0.2.1 in "::ffff:192.0.2.1"');
    assert.equal(at('of ::|1: refused'), 'address ::1 in "::1"');
    assert.equal(at('2001:db8|::.'), 'address 2001:db8:: in "2001:db8::"');
  });

  it('is no time of day, no hardware address and no fingerprint', () => {
    for (const cursor of ['|10:00:01', '10:0|0:01', '10:00:0|1', '10:00:01|']) none(`at ${cursor} the server`);
    none('23:5|9:60.123');
    none('2026-11-21T20:1|1:38');
    none('00:1a:2b|:3c:4d:5e');
    none('AB:CD:EF:01:23:45:|67:89:AB:CD:EF:01:23:45:67:89');
    none('10:|:00::01');
    none('Class:|:method');
    none('a :|: b');
    assert.deepEqual([...targetsIn('10:00:01 client 10:00 from 2001:db8::1', 0, 38)].length, 1);
  });

  it('holds its port in the span, not in the name', () => {
    assert.equal(at('mx1.contoso.test:2|5'), 'name mx1.contoso.test in "mx1.contoso.test:25"');
    assert.equal(at('192.0.2.1:258|7.'), 'address 192.0.2.1 in "192.0.2.1:2587"');
  });

  it('is not named by what only stands beside it', () => {
    none('--|--mx1.contoso.test');
    none('mx1.contoso.test..|.');
  });
});

describe('a word', () => {
  it('names a host or an address, or none', () => {
    for (const [word, named, start = 0, end = 0] of [
      ['mx1.contoso.test', 'name mx1.contoso.test', 0, 16],
      ['a.test', 'name a.test', 0, 6],
      ['.a.test', 'name a.test', 1, 7],
      ['-a.test', 'name a.test', 1, 7],
      ['_dmarc.a.test', 'name _dmarc.a.test', 0, 13],
      ['a..test'],
      ['a.t'],
      ['a.te', 'name a.te', 0, 4],
      ['a-.test'],
      ['-a.b.test', 'name a.b.test', 1, 9],
      ['a.test-'],
      ['a.test1', 'name a.test1', 0, 7],
      ['1.a.test', 'name 1.a.test', 0, 8],
      ['a.1test'],
      ['log.txt'],
      ['mail.eml'],
      ['x.js'],
      ['x.jsx', 'name x.jsx', 0, 5],
      ['a.test:25', 'name a.test', 0, 6],
      ['a.test:123456'],
      ['a.test:x'],
      ['a.test::', 'name a.test', 0, 6],
      ['192.0.2.1', 'address 192.0.2.1', 0, 9],
      ['192.0.2.1:25', 'address 192.0.2.1', 0, 9],
      ['192.0.2.256'],
      ['192.0.2.1.', 'address 192.0.2.1', 0, 9],
      ['.192.0.2.1', 'address 192.0.2.1', 1, 10],
      ['IPv6:2001:db8::1', 'address 2001:db8::1', 5, 16],
      ['ipv6:::1', 'address ::1', 5, 8],
      ['::'],
      ['::1', 'address ::1', 0, 3],
      ['::ffff:192.0.2.1', 'address ::ffff:192.0.2.1', 0, 16],
      [':2001:db8::1', 'address 2001:db8::1', 1, 12],
      [':::1'],
      ['2001:db8::1:', 'address 2001:db8::1', 0, 11],
      ['2001:db8::1.', 'address 2001:db8::1', 0, 11],
      ['fe80::1:25', 'address fe80::1:25', 0, 10],
      ['_192.0.2.1', 'address 192.0.2.1', 1, 10],
      ['IPv6:a.test', 'name a.test', 5, 11],
      [':a.test', 'name a.test', 1, 7],
      ['a_b.test', 'name a_b.test', 0, 8],
      ['x.exe'],
      ['abc'],
      ['a.b.c.d.e.test', 'name a.b.c.d.e.test', 0, 14],
      [`${'a'.repeat(63)}.test`, `name ${'a'.repeat(63)}.test`, 0, 68],
      [`${'a'.repeat(64)}.test`],
    ] as const) {
      const target = targetOf(word, 10);
      assert.equal(target && `${target.kind} ${target.name}`, named, word);
      if (target !== undefined) assert.deepEqual([target.start, target.end], [10 + start, 10 + end], word);
    }
  });

  it('is looked for around the cursor, 255 characters each way', () => {
    const name = `${'a.'.repeat(20)}test`;
    assert.equal(at(`${'x'.repeat(250)}:${name}|`), undefined);
    assert.equal(at(`see ${name}|, it`), `name ${name} in "${name}"`);
    assert.equal(at(`see |${name}, it`), `name ${name} in "${name}"`);
    assert.equal(at('ipv6:2001:|db8::1'), 'address 2001:db8::1 in "ipv6:2001:db8::1"');
  });
});
