import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readStaple } from '../../../src/probes/node/ocsp.ts';
import { type Authority, authority, issue } from '../../lab/chain.ts';
import { ocspResponse } from '../../lab/ocsp.ts';

describe('an OCSP response', () => {
  const serial = '0a';
  const from = new Date('2026-11-20T10:00:00Z');
  const until = new Date('2026-11-27T10:00:00Z');
  let root: Authority;
  let own: X509Certificate;
  let issuer: X509Certificate;
  before(async () => {
    root = await authority('Contoso Root');
    issuer = new X509Certificate(root.cert);
    own = new X509Certificate((await issue(root, 'mx1.contoso.test', ['mx1.contoso.test'], { serial })).cert);
  });

  it('says what became of the certificate, and for how long', async () => {
    const said = async (status: 'good' | 'revoked' | 'unknown', since?: Date) =>
      readStaple(await ocspResponse(root, { status, serial, from, until, ...(since && { since }) }), own, issuer);
    const times = { from: from.toISOString(), until: until.toISOString() };
    assert.deepEqual(await said('good'), { status: 'good', ...times });
    assert.deepEqual(await said('unknown'), { status: 'unknown', ...times });
    const since = new Date('2026-11-01T08:09:10Z');
    assert.deepEqual(await said('revoked', since), { status: 'revoked', ...times, since: since.toISOString() });
  });

  it('need not tell how long it may be believed', async () =>
    assert.deepEqual(readStaple(await ocspResponse(root, { status: 'good', serial, from, until: null }), own, issuer), {
      status: 'good',
      from: from.toISOString(),
    }));

  it('is believed by whom the issuer let sign for it, and by nobody else (RFC 6960 4.2.2.2)', async () => {
    const RIGHT = '1.3.6.1.5.5.7.3.9';
    const by = async (issuing: Authority, ...usages: readonly string[]) => {
      const signer = await issue(issuing, 'ocsp.contoso.test', [], { usages, serial: '0c' });
      const certificates = [new Uint8Array(signer.certificate.rawData)];
      return readStaple(await ocspResponse(signer, { status: 'good', serial, certificates }), own, issuer);
    };
    const other = await authority('Contoso Root');
    assert.equal((await by(root, RIGHT)).status, 'good');
    assert.equal((await by(root, '1.3.6.1.5.5.7.3.1', RIGHT)).status, 'good');
    const notSigned = { status: 'unusable', why: 'not-signed' };
    assert.deepEqual(await by(root), notSigned);
    assert.deepEqual(await by(root, '1.3.6.1.5.5.7.3.1'), notSigned);
    assert.deepEqual(await by(other, RIGHT), notSigned);
    const rubbish = await ocspResponse(root, { status: 'good', serial, certificates: [Buffer.from('3000', 'hex')] });
    assert.deepEqual(readStaple(rubbish, own, issuer), { status: 'unusable', why: 'unreadable' });
  });

  it('is worth nothing without the certificate of its issuer', async () => {
    const good = await ocspResponse(root, { status: 'good', serial });
    assert.deepEqual(readStaple(good, own, undefined), { status: 'unusable', why: 'no-issuer' });
  });

  it('says nothing else, and throws nowhere, whichever octet of it was changed or where it ends', async () => {
    const revoked = await ocspResponse(root, { status: 'revoked', serial, from, until, since: from });
    const whole = JSON.stringify(readStaple(revoked, own, issuer));
    for (let at = 0; at < revoked.length; at++) {
      const changed = Buffer.from(revoked);
      changed[at] = (changed[at] as number) ^ 0x21;
      for (const bytes of [changed, revoked.subarray(0, at)]) {
        const read = readStaple(bytes, own, issuer);
        assert.ok(read.status === 'unusable' || JSON.stringify(read) === whole, `${at}: ${JSON.stringify(read)}`);
      }
    }
  });

  it('of an answer that is an error is none (RFC 6960 4.2.1)', async () => {
    const good = await ocspResponse(root, { status: 'good', serial });
    const status = good.indexOf(Buffer.from([0x0a, 1, 0])) + 2;
    good[status] = 6;
    assert.deepEqual(readStaple(good, own, issuer), { status: 'unusable', why: 'unreadable' });
    for (const hex of ['30030a0106', '30030a0100', '3000', '', '30', '30050a0100a000', '300b0a0100a006300406002400'])
      assert.deepEqual(
        readStaple(Buffer.from(hex, 'hex'), own, issuer),
        { status: 'unusable', why: 'unreadable' },
        hex,
      );
  });
});
