import assert from 'node:assert/strict';
import { fitsChain } from '../../../src/checks/dane/compare.ts';
import { checkDane } from '../../../src/checks/dane/dane.ts';
import { tlsaFault } from '../../../src/checks/dane/fault.ts';
import { readTlsa } from '../../../src/core/dns/records/tlsa.ts';
import type { ShownCertificate } from '../../../src/probes/tls.ts';
import { context, told } from '../zone.ts';

const A = 'A'.repeat(64);
const ZONE = `contoso.test SOA ns1.contoso.test. h.contoso.test. 1 7200 900 1209600 300
contoso.test MX 10 mx.contoso.test.
contoso.test MX +AD
mx.contoso.test A 203.0.113.5
`;
const tlsa = (record: string, host = 'mx'): string => `_25._tcp.${host}.contoso.test TLSA ${record}\n`;
const AD = '_25._tcp.mx.contoso.test TLSA +AD\n';
const found = async (records: string): Promise<readonly string[]> => told(await checkDane(context(ZONE + records)));

describe('the check of DANE', () => {
  it('finds TLSA records that a resolver has validated', async () => {
    assert.deepEqual(await found(tlsa(`3 1 1 ${A}`) + AD), ['pass dane-found mx.contoso.test']);
    assert.deepEqual(await found(''), ['note dane-none contoso.test']);
  });
  it('names the exchangers that are too many to be looked at', async () => {
    const many = [...Array(12).keys()]
      .map((n) => `contoso.test MX ${20 + n} mx${n}.contoso.test.\nmx${n}.contoso.test A 203.0.113.${20 + n}\n`)
      .join('');
    assert.deepEqual(await found(many), ['note dane-none contoso.test', 'unknown dane-left contoso.test']);
    const left = (await checkDane(context(ZONE + many))).find(({ code }) => code === 'dane-left');
    assert.deepEqual(left?.data, { hosts: ['mx9.contoso.test', 'mx10.contoso.test', 'mx11.contoso.test'] });
  });
  it('says where they count for nothing, and where that is not known', async () => {
    assert.deepEqual(await found(tlsa(`3 1 1 ${A}`)), ['fail dane-insecure mx.contoso.test']);
    assert.deepEqual(await found(`${tlsa(`3 1 1 ${A}`)}contoso.test DS 1 13 2 ${A}`), [
      'unknown dane-not-validated mx.contoso.test',
    ]);
    assert.deepEqual(await found(`_25._tcp.mx.contoso.test TLSA ?SERVFAIL 6`), ['fail dane-bogus mx.contoso.test']);
    assert.deepEqual(await found(`_25._tcp.mx.contoso.test TLSA !SERVFAIL`), [
      'unknown dns-unanswered _25._tcp.mx.contoso.test',
    ]);
  });
  it('finds records that mail servers do not use (RFC 7672 3.1.3)', async () => {
    assert.deepEqual(await found(tlsa(`1 1 1 ${A}`) + AD), [
      'fail dane-unusable mx.contoso.test',
      'fail dane-none-usable mx.contoso.test',
    ]);
    const fault = (data: string): string | undefined => {
      const record = readTlsa(data);
      return record === undefined ? 'no record' : tlsaFault(record);
    };
    assert.equal(fault(`0 0 1 ${A}`), 'usage');
    assert.equal(fault(`3 2 1 ${A}`), 'selector');
    assert.equal(fault(`3 1 3 ${A}`), 'matching');
    assert.equal(fault(`3 1 1 ${A}AB`), 'length');
    assert.equal(fault(`3 1 2 ${A}`), 'length');
    assert.equal(fault(`2 0 1 ${A}`), undefined);
  });
  it('wants every exchanger covered, and the MX record signed', async () => {
    const second = 'contoso.test MX 20 mx2.contoso.test.\nmx2.contoso.test A 203.0.113.6\n';
    assert.deepEqual(await found(tlsa(`3 1 1 ${A}`) + AD + second), [
      'pass dane-found mx.contoso.test',
      'warning dane-missing mx2.contoso.test',
    ]);
    const unsigned = context((ZONE + tlsa(`3 1 1 ${A}`) + AD).replace('contoso.test MX +AD\n', ''));
    assert.deepEqual(told(await checkDane(unsigned)), [
      'pass dane-found mx.contoso.test',
      'warning dane-mx-insecure contoso.test',
    ]);
  });
  it('connects to nobody unless it is told to', async () => {
    let dialled = 0;
    const given = context(ZONE + tlsa(`3 1 1 ${A}`) + AD);
    const dial: typeof given.ports.dial = (endpoint) => {
      dialled++;
      return Promise.resolve({ ok: false, failure: 'refused', detail: endpoint.host });
    };
    const ports = { ...given.ports, dial };
    await checkDane({ ...given, ports });
    assert.equal(dialled, 0);
    const asked = told(await checkDane({ ...given, ports, options: { connect: {} } }));
    assert.equal(dialled, 1);
    assert.deepEqual(asked, ['unknown dane-not-reached mx.contoso.test']);
  });
  it('holds records against certificates by usage, selector and matching type', () => {
    const shown = (name: string): ShownCertificate => ({
      subject: name,
      issuer: 'ca',
      key: 'EC',
      cert: `${name}0`,
      spki: `${name}1`,
      digests: {
        'cert-sha256': `${name}2`,
        'spki-sha256': `${name}3`,
        'cert-sha512': `${name}4`,
        'spki-sha512': `${name}5`,
      },
    });
    const chain = [shown('A'), shown('B')];
    const fits = (usage: number, selector: number, matching: number, association: string): boolean =>
      fitsChain({ usage, selector, matching, association, octets: association.length / 2 }, chain);
    assert.ok(fits(3, 1, 1, 'A3'));
    assert.ok(fits(3, 0, 2, 'A4'));
    assert.ok(fits(3, 1, 0, 'A1'));
    assert.ok(!fits(3, 1, 1, 'B3'));
    assert.ok(fits(2, 0, 1, 'B2'));
    assert.ok(!fits(2, 0, 1, 'B3'));
  });
});
