import assert from 'node:assert/strict';
import { headerLength } from '../../../src/message/reports/gzipHeader.ts';

/** The length of the header of a file with these flags, and these octets behind the first ten. */
const length = (flags: number, rest = ''): number =>
  headerLength(Buffer.concat([Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]), Buffer.from(rest, 'latin1')]));

describe('the header of a gzip file (RFC 1952 2.3)', () => {
  it('has ten octets, and what its flags announce', () => {
    assert.equal(length(0, 'data'), 10);
    assert.equal(length(1, 'data'), 10);
    assert.equal(length(8, 'name\0data'), 15);
    assert.equal(length(16, 'a comment\0data'), 20);
    assert.equal(length(24, 'name\0comment\0data'), 23);
    assert.equal(length(2, '\x01\x02data'), 12);
    assert.equal(length(4, '\x03\0abcdata'), 15);
    assert.equal(length(4, '\x01\x01'), 269);
    assert.equal(length(30, '\x02\0ab\0\0\x01\x02data'), 18);
  });
  it('is all of the file where what is announced does not end', () => {
    assert.equal(length(8, 'name'), 14);
    assert.equal(headerLength(Buffer.from([0x1f, 0x8b])), 10);
  });
});
