import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readName, splitName, writeName } from '../../../../src/probes/node/dns/names.ts';

const read = (...octets: readonly number[]): string | undefined => readName(Buffer.from(octets), 0)?.name;

describe('a name in a DNS message', () => {
  it('is written as zone files do', () => {
    assert.equal(read(3, 0x6d, 0x78, 0x31, 4, 0x74, 0x65, 0x73, 0x74, 0), 'mx1.test.');
    assert.equal(read(0), '.');
    assert.equal(read(3, 0x61, 0x2e, 0x62, 0), 'a\\.b.');
    assert.equal(read(4, 27, 0x5b, 0xff, 0x20, 0), '\\027[\\255\\032.');
    assert.equal(read(2, 0x40, 0x5c, 0), '\\@\\\\.');
  });
  it('may end with a pointer back, and never with one that leads on', () => {
    const message = Buffer.from([4, 0x74, 0x65, 0x73, 0x74, 0, 1, 0x61, 0xc0, 0, 9]);
    assert.deepEqual(readName(message, 6), { name: 'a.test.', end: 10 });
    assert.equal(readName(Buffer.from([0xc0, 0]), 0), undefined);
    assert.equal(readName(Buffer.from([0xc0, 2, 0xc0, 0]), 0), undefined);
    assert.equal(readName(Buffer.from([1, 0x61, 0xc0, 0]), 0), undefined);
  });
  it('may lead from pointer to pointer, each back', () => {
    const message = Buffer.from([4, 0x74, 0x65, 0x73, 0x74, 0, 1, 0x61, 0xc0, 0, 1, 0x62, 0xc0, 6, 0xc0, 10, 0xc0, 5]);
    assert.deepEqual(readName(message, 10), { name: 'b.a.test.', end: 14 });
    assert.deepEqual(readName(message, 14), { name: 'b.a.test.', end: 16 });
    assert.deepEqual(readName(message, 16), { name: '.', end: 18 });
    assert.deepEqual(readName(Buffer.from([0, 1, 0x61, 0xc0, 0]), 1), { name: 'a.', end: 5 });
    // At 2 stands a pointer that leads on.
    assert.equal(readName(Buffer.from([1, 0x61, 0xc0, 6, 1, 0x62, 0xc0, 0]), 6), undefined);
    assert.equal(readName(Buffer.from([1, 0x61, 0xc0, 0, 1, 0x62, 0xc0, 0]), 6), undefined);
    assert.equal(readName(Buffer.from([0, 1, 0x61, 0xc0, 0]).subarray(0, 4), 1), undefined);
  });
  it('may lead through no more pointers than a name has labels', () => {
    // Each pointer leads to the one in front of it, the first to the root.
    const chain = (count: number): Buffer =>
      Buffer.from([0, ...Array.from({ length: count }, (_, i) => [0xc0, i === 0 ? 0 : 2 * i - 1]).flat()]);
    assert.equal(readName(chain(127), 2 * 127 - 1)?.name, '.');
    assert.equal(readName(chain(128), 2 * 128 - 1)?.name, undefined);
  });
  it('is as long together with what a pointer leads to as it may be alone', () => {
    const label = [63, ...Array(63).fill(0x61)];
    const tail = [...label, ...label, 0];
    const whole = (last: number): string | undefined =>
      readName(Buffer.from([...tail, ...label, last, ...Array(last).fill(0x62), 0xc0, 0]), tail.length)?.name;
    assert.equal(whole(61)?.length, 254);
    assert.equal(whole(62), undefined);
  });
  it('is none where it breaks off or is too long', () => {
    assert.equal(read(3, 0x6d), undefined);
    assert.equal(read(), undefined);
    assert.equal(read(0x40, 1, 2), undefined);
    const label = [63, ...Array(63).fill(0x61)];
    assert.equal(read(...label, ...label, ...label, 62, ...Array(62).fill(0x61), 0), undefined);
    assert.equal(read(...label, ...label, ...label, 61, ...Array(61).fill(0x61), 0)?.length, 254);
  });
  it('comes back from its text as the octets that it was', () => {
    const label = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 5 }), (labels) => {
        const bytes = Buffer.concat([...labels.flatMap((one) => [Buffer.from([one.length]), one]), Buffer.from([0])]);
        const name = readName(bytes, 0)?.name;
        assert.ok(name !== undefined);
        assert.deepEqual(writeName(name), bytes);
        assert.match(name, /^[\x21-\x7e]+$/);
      }),
    );
  });
});

describe('a name in text', () => {
  it('is split at the dots that are no part of a label', () => {
    assert.deepEqual(splitName('a\\.b.contoso.test.'), ['a\\.b', 'contoso', 'test']);
    assert.deepEqual(splitName('.'), []);
    assert.deepEqual(splitName(''), []);
  });
  it('fits into no message where a label is empty or too long, or the whole is', () => {
    assert.equal(writeName('a..test'), undefined);
    assert.equal(writeName(`${'x'.repeat(64)}.test`), undefined);
    assert.equal(writeName(`${'x.'.repeat(128)}test`), undefined);
    assert.equal(writeName('a\\999.test'), undefined);
    assert.deepEqual(writeName(''), Buffer.from([0]));
  });
});
