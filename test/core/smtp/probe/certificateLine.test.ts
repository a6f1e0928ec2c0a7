import assert from 'node:assert/strict';
import {
  type ReportedCertificate,
  readCertificate,
  writeCertificate,
} from '../../../../src/core/smtp/probe/certificateLine.ts';

const own: ReportedCertificate = { place: 1, subject: 'mx1.contoso.test', issuer: 'Contoso CA', key: 'RSA 2048' };
const line = (more: Partial<ReportedCertificate> = {}): string => writeCertificate({ ...own, ...more });
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `mx${i}.contoso.test`);

describe('the line of a certificate', () => {
  it('says what is known of it, and reads back', () => {
    assert.equal(line(), '* certificate 1: "mx1.contoso.test", issued by "Contoso CA", RSA 2048');
    const whole: ReportedCertificate = {
      ...own,
      ...{ place: 12, signature: 'SHA-256 with RSA', from: '2026-01-01', until: '2027-01-01' },
      ...{ known: true, names: ['mx1.contoso.test', 'mx2.contoso.test'] },
    };
    assert.equal(
      writeCertificate(whole),
      '* certificate 12: "mx1.contoso.test", issued by "Contoso CA", RSA 2048, SHA-256 with RSA, 2026-01-01 to 2027-01-01, known here, for "mx1.contoso.test", "mx2.contoso.test"',
    );
    for (const one of [own, whole, { ...own, names: names(20) }, { ...own, known: true as const }])
      assert.deepEqual(readCertificate(writeCertificate(one)), one);
  });
  it('has both days or none, and a word where the key is not known', () => {
    assert.equal(line({ from: '2026-01-01' }), line());
    assert.equal(line({ until: '2026-01-01' }), line());
    assert.equal(line({ key: '' }), '* certificate 1: "mx1.contoso.test", issued by "Contoso CA", unknown key');
    assert.equal(readCertificate(line({ key: '' }))?.key, 'unknown key');
  });
  it('has twenty names, and counts the others', () => {
    assert.ok(line({ names: names(20) }).endsWith('"mx19.contoso.test"'));
    assert.ok(line({ names: names(23) }).endsWith('"mx19.contoso.test", and 3 more'));
    assert.deepEqual(readCertificate(line({ names: names(23) }))?.names, names(20));
  });
  it('lets no name pass for anything else', () => {
    const evil = line({ subject: 'a", issued by "Root', issuer: 'x'.repeat(300) });
    assert.equal(evil, `* certificate 1: "a', issued by 'Root", issued by "${'x'.repeat(255)}", RSA 2048`);
    assert.deepEqual(readCertificate(evil)?.subject, "a', issued by 'Root");
    assert.equal(readCertificate('* certificate: "a"'), undefined);
  });
});
