import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readDkimKey } from '../../../src/core/dns/records/dkimKey.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64');
const bare = Buffer.alloc(32, 7).toString('base64');

const key = (text: string) => readDkimKey(text).key;
const codes = (text: string): readonly string[] => readDkimKey(text).problems.map(({ code }) => code);

describe('the key of a DKIM record', () => {
  it('is RSA where no algorithm is named, and whatever the case of the name', () => {
    for (const k of ['', 'k=rsa; ', 'k=RSA; ', 'k=Rsa; '])
      assert.deepEqual(key(`v=DKIM1; ${k}p=${rsa}`), { algorithm: 'rsa', bits: 1024 }, k);
  });
  it('is Ed25519 with its 32 octets (RFC 8463 4)', () => {
    for (const k of ['ed25519', 'ED25519'])
      assert.deepEqual(key(`v=DKIM1; k=${k}; p=${bare}`), { algorithm: 'ed25519', bits: 256 });
    for (const octets of [31, 33]) {
      const p = Buffer.alloc(octets, 7).toString('base64');
      assert.deepEqual(codes(`v=DKIM1; k=ed25519; p=${p}`), ['dkim-key-unreadable']);
    }
  });
  it('is read up to 20,000 characters', () => {
    const at = (length: number): readonly string[] => codes(`v=DKIM1; k=rsa; p=${'A'.repeat(length)}`);
    assert.ok(!at(20_000).includes('dkim-key-base64'));
    assert.ok(at(20_001).includes('dkim-key-base64'));
  });
  it('is none where it is empty or missing', () => {
    assert.deepEqual(key('v=DKIM1; p='), { algorithm: 'rsa' });
    assert.deepEqual(codes('v=DKIM1; p='), ['dkim-key-revoked']);
    assert.deepEqual(key('v=DKIM1; k=RSA'), { algorithm: 'rsa' });
  });
  it('shows where its base64 goes wrong', () => {
    const text = `v=DKIM1; p=${rsa.slice(0, 20)}!${rsa.slice(21)}`;
    const wrong = readDkimKey(text).problems.find(({ code }) => code === 'dkim-key-base64');
    assert.equal(wrong && text.slice(wrong.start, wrong.end), '!');
  });
});
