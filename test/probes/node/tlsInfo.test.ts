import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { rootCertificates, type TLSSocket } from 'node:tls';
import { describeTls, namesIn } from '../../../src/probes/node/tlsInfo.ts';
import type { TlsInfo } from '../../../src/probes/tls.ts';
import { type Authority, authority, issue } from '../../lab/chain.ts';
import { ocspResponse } from '../../lab/ocsp.ts';

describe('the names of a certificate as Node writes them', () => {
  const names = (text: string, ...expected: readonly string[]): void => assert.deepEqual(namesIn(text), expected, text);
  it('are those of hosts and their addresses, in order', () => {
    names('');
    names('DNS:a.test', 'a.test');
    names('DNS:a.test, DNS:*.a.test, IP Address:192.0.2.1, DNS:b.test', 'a.test', '*.a.test', '192.0.2.1', 'b.test');
  });
  it('are none of other kinds', () => {
    names('email:x@a.test, URI:https://a.test/, DirName:"CN = a.test", Registered ID:1.2.3, DNS:b.test', 'b.test');
    names('othername: 1.3.6.1.4.1.311.20.2.3::x, DNS:b.test', 'b.test');
    names('othername:<unsupported>, DNS:b.test', 'b.test');
  });
  it('are one where quotes say so, whatever stands in them', () => {
    names('DNS:"a.test, DNS:b.test", DNS:c.test', 'a.test, DNS:b.test', 'c.test');
    names('DNS:"a\\", DNS:b.test", DNS:c.test', 'a\\", DNS:b.test', 'c.test');
  });
  it('end with what has not the form of an entry', () => {
    names('DNS:a.test, 1:b.test, DNS:c.test', 'a.test');
    names('DNS:a.test, DNS:"b.test', 'a.test', '"b.test');
  });
});

describe('what a handshake gave', () => {
  type Shown = Readonly<Record<string, unknown>>;
  let root: Authority;
  let own: Shown;
  let above: Shown;
  const legacy = (pem: string): Shown => new X509Certificate(pem).toLegacyObject() as unknown as Shown;
  const told = (certificate: Shown, socket: Shown = {}, staple?: Buffer, authorities?: readonly string[]): TlsInfo =>
    describeTls(
      {
        authorized: true,
        getPeerCertificate: () => certificate,
        getProtocol: () => 'TLSv1.2',
        getCipher: () => ({ name: 'AES128-SHA' }),
        getEphemeralKeyInfo: () => ({}),
        ...socket,
      } as unknown as TLSSocket,
      staple,
      authorities,
    );
  const distrusted = { authorized: false, authorizationError: 'SELF_SIGNED_CERT_IN_CHAIN' };
  before(async () => {
    root = await authority('Contoso Root');
    above = legacy(root.cert);
    own = legacy((await issue(root, 'mx1.contoso.test', ['mx1.contoso.test', 'mx2.contoso.test'])).cert);
  });

  it('may be no certificate', () =>
    assert.deepEqual(told({}, { getProtocol: () => null, getCipher: () => undefined }, Buffer.from('x')), {
      version: 'TLS',
      cipher: 'no cipher',
      names: [],
      chain: [],
    }));
  it('is who was named and by whom, for whom and for how long', () => {
    const { version, cipher, subject, issuer, names, distrust } = told(own);
    assert.deepEqual(
      [version, cipher, subject, issuer, names, distrust],
      [
        'TLSv1.2',
        'AES128-SHA',
        'mx1.contoso.test',
        'Contoso Root',
        ['mx1.contoso.test', 'mx2.contoso.test'],
        undefined,
      ],
    );
    const dated = (from?: string, to?: string): readonly unknown[] => {
      const { notBefore, notAfter } = told({ ...own, valid_from: from, valid_to: to });
      return [notBefore, notAfter];
    };
    const times = ['2026-01-02T03:04:05.000Z', '2026-12-30T23:59:59.000Z'];
    assert.deepEqual(dated('Jan  2 03:04:05 2026 GMT', 'Dec 30 23:59:59 2026 GMT'), times);
    assert.deepEqual(dated(undefined, 'ever'), [undefined, undefined]);
  });
  it('is the first of several names, and the organisation where there is no name', () => {
    const named = (subject: Shown | undefined, issuer: Shown | undefined): readonly unknown[] => {
      const tls = told({ ...own, subject, issuer });
      return [tls.subject, tls.issuer, tls.chain[0]?.subject, tls.chain[0]?.issuer];
    };
    assert.deepEqual(named({ CN: ['a', 'b'], O: 'A' }, { CN: ['c', 'd'], O: 'C' }), ['a', 'c', 'a', 'c']);
    assert.deepEqual(named({ O: 'A' }, { O: 'C' }), [undefined, 'C', 'A', 'C']);
    assert.deepEqual(named({}, {}), [undefined, undefined, '', '']);
    assert.deepEqual(named(undefined, undefined), [undefined, undefined, '', '']);
  });
  it('is how the key was agreed on, where that is told', () => {
    const key = (info: unknown): unknown => told(own, { getEphemeralKeyInfo: () => info }).keyExchange;
    assert.equal(key({ type: 'ECDH', name: 'X25519', size: 253 }), 'X25519');
    assert.equal(key({ type: 'DH', size: 2048 }), 'DH 2048');
    assert.equal(key({ type: 'DH' }), undefined);
    assert.equal(key({}), undefined);
    assert.equal(key(null), undefined);
  });
  it('is each certificate once, ten at most, without those that cannot be read', () => {
    const chain = (...shown: readonly Shown[]): readonly string[] =>
      told(shown.reduceRight<Shown>((next, at) => ({ ...at, issuerCertificate: next }), {})).chain.map(
        ({ subject }) => subject,
      );
    assert.deepEqual(chain(own, above, above), ['mx1.contoso.test', 'Contoso Root']);
    assert.deepEqual(chain(own, { ...above, raw: Buffer.from('rubbish') }), ['mx1.contoso.test']);
    assert.equal(chain(...Array.from({ length: 12 }, (_, i) => ({ ...own, fingerprint256: `${i}` }))).length, 10);
  });
  it('says which is its own issuer', () => {
    const { chain } = told({ ...own, issuerCertificate: above });
    assert.deepEqual(
      chain.map(({ selfSigned }) => selfSigned),
      [undefined, true],
    );
  });
  it('rests on its last certificate where it is trusted, else on those that are known', () => {
    const both = { ...own, issuerCertificate: above };
    const known = (socket: Shown, certificate: Shown, ...authorities: readonly string[]): readonly unknown[] =>
      told(certificate, socket, undefined, authorities).chain.map((one) => one.known);
    assert.deepEqual(known({}, both), [undefined, true]);
    assert.deepEqual(known(distrusted, both), [undefined, undefined]);
    assert.deepEqual(known(distrusted, both, root.cert), [undefined, true]);
    assert.deepEqual(known(distrusted, legacy(rootCertificates[0] as string)), [true]);
    assert.equal(told(both, distrusted).distrust, 'SELF_SIGNED_CERT_IN_CHAIN');
  });
  it('is what was stapled, until its time is over', async () => {
    const both = { ...own, issuerCertificate: above };
    const stapled = async (until: Date | null, certificate = both): Promise<unknown> =>
      told(certificate, {}, await ocspResponse(root, { status: 'good', serial: '0a', until })).revocation?.status;
    assert.equal(await stapled(new Date(Date.now() + 60_000)), 'good');
    assert.equal(await stapled(null), 'good');
    assert.equal(await stapled(new Date(Date.now() - 60_000)), 'unusable');
    const alone = told(own, {}, await ocspResponse(root, { status: 'good', serial: '0a' }));
    assert.deepEqual(alone.revocation, { status: 'unusable', why: 'no-issuer' });
    assert.equal(told(both).revocation, undefined);
  });
});
