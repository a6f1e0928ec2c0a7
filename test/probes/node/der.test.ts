import assert from 'node:assert/strict';
import { inside, readDer, signatureAlgorithm } from '../../../src/probes/node/der.ts';

/** The elements in some octets: tag and value, as hexadecimal digits. */
const items = (hex: string): readonly string[] =>
  readDer(Buffer.from(hex, 'hex')).map(({ tag, value, whole }) => {
    assert.ok(whole.toString('hex').endsWith(value.toString('hex')));
    return `${tag.toString(16)} ${value.toString('hex')} of ${whole.length}`;
  });

describe('elements of DER (X.690 8.1)', () => {
  it('stand one behind the other', () => {
    assert.deepEqual(items(''), []);
    assert.deepEqual(items('0500'), ['5  of 2']);
    assert.deepEqual(items('0203010203040105'), ['2 010203 of 5', '4 05 of 3']);
  });
  it('have a length of one octet, or of up to four behind the count of them', () => {
    const long = 'ab'.repeat(128);
    assert.deepEqual(items(`047f${'ab'.repeat(127)}`), [`4 ${'ab'.repeat(127)} of 129`]);
    assert.deepEqual(items(`048180${long}`), [`4 ${long} of 131`]);
    assert.deepEqual(items(`04820080${long}0500`), [`4 ${long} of 132`, '5  of 2']);
    assert.deepEqual(items(`048400000080${long}`), [`4 ${long} of 134`]);
    assert.deepEqual(items(`04850000000080${long}`), []);
    assert.deepEqual(items('048100'), ['4  of 3']);
  });
  it('end where their length is none, is cut off, or leads behind the end', () => {
    assert.deepEqual(items('0500048001000000'), ['5  of 2']);
    assert.deepEqual(items('050004'), ['5  of 2']);
    assert.deepEqual(items('05000482'), ['5  of 2']);
    assert.deepEqual(items('0500048201'), ['5  of 2']);
    assert.deepEqual(items('048201'), []);
    assert.deepEqual(items('04020102'), ['4 0102 of 4']);
    assert.deepEqual(items('040301'), []);
    assert.deepEqual(items('0402'), []);
  });
  it('are a thousand at most', () => assert.equal(items('0500'.repeat(1001)).length, 1000));
  it('hold others', () => {
    const [outer] = readDer(Buffer.from('3005020101a100', 'hex'));
    assert.deepEqual(
      inside(outer).map(({ tag }) => tag),
      [0x02, 0xa1],
    );
    assert.deepEqual(inside(undefined), []);
  });
});

describe('the algorithm of a signature', () => {
  const named = (oid: string): string => {
    const { name, hash } = signatureAlgorithm(
      readDer(Buffer.from(`30${hexLength(oid, 2)}06${hexLength(oid, 0)}${oid}`, 'hex'))[0],
    );
    return hash === undefined ? name : `${name}, ${hash}`;
  };
  const hexLength = (oid: string, more: number): string => (oid.length / 2 + more).toString(16).padStart(2, '0');
  it('is told by its identifier (RFC 3279 2.2, RFC 4055 5, RFC 5758 3, RFC 8410 3)', () => {
    assert.equal(named('2a864886f70d010104'), 'MD5 with RSA, md5');
    assert.equal(named('2a864886f70d010105'), 'SHA-1 with RSA, sha1');
    assert.equal(named('2a864886f70d01010a'), 'RSA-PSS');
    assert.equal(named('2a864886f70d01010b'), 'SHA-256 with RSA, sha256');
    assert.equal(named('2a864886f70d01010c'), 'SHA-384 with RSA, sha384');
    assert.equal(named('2a864886f70d01010d'), 'SHA-512 with RSA, sha512');
    assert.equal(named('2a864886f70d01010e'), 'SHA-224 with RSA, sha224');
    assert.equal(named('2a8648ce380403'), 'SHA-1 with DSA, sha1');
    assert.equal(named('2a8648ce3d0401'), 'SHA-1 with ECDSA, sha1');
    assert.equal(named('2a8648ce3d040302'), 'SHA-256 with ECDSA, sha256');
    assert.equal(named('2a8648ce3d040303'), 'SHA-384 with ECDSA, sha384');
    assert.equal(named('2a8648ce3d040304'), 'SHA-512 with ECDSA, sha512');
    assert.equal(named('2b6570'), 'Ed25519');
    assert.equal(named('2b6571'), 'Ed448');
  });
  it('is not known of others, and of none', () => {
    assert.equal(named('2b6572'), 'unknown signature algorithm');
    assert.deepEqual(signatureAlgorithm(undefined), { name: 'unknown signature algorithm' });
  });
});
