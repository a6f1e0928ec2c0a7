import assert from 'node:assert/strict';
import { targetAt, targetsIn } from '../../../src/core/ticket/target.ts';

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
