import assert from 'node:assert/strict';
import { checkTlsRpt } from '../../../src/checks/tlsRpt/check.ts';
import { context, told } from '../zone.ts';

const found = async (records: string): Promise<readonly string[]> => told(await checkTlsRpt(context(records)));
const record = (text: string): string => `_smtp._tls.contoso.test TXT "${text}"\ncontoso.test MX 10 mx.contoso.test.\n`;

describe('the record for TLS reports (RFC 8460 3)', () => {
  it('is right with an address of mail or of the web', async () => {
    const right = ['pass tls-rpt-found contoso.test'];
    assert.deepEqual(await found(record('v=TLSRPTv1; rua=mailto:a@contoso.test')), right);
    assert.deepEqual(await found(record('v=TLSRPTv1;rua=https://contoso.test/report;')), right);
    assert.deepEqual(
      await found(`${record('v=TLSRPTv1; rua=mailto:a@contoso.test')}_smtp._tls.contoso.test TXT "x"`),
      right,
    );
  });
  it('is missing, there twice, or not known', async () => {
    assert.deepEqual(await found('contoso.test A 192.0.2.1'), ['note tls-rpt-none contoso.test']);
    const one = 'v=TLSRPTv1; rua=mailto:a@contoso.test';
    assert.deepEqual(await found(record(one) + record(one)), ['fail tls-rpt-several _smtp._tls.contoso.test']);
    assert.deepEqual(await found('_smtp._tls.contoso.test TXT !REFUSED'), [
      'unknown dns-unanswered _smtp._tls.contoso.test',
    ]);
  });
  it('has mistakes', async () => {
    assert.deepEqual(await found(record('v=TLSRPTv1')), ['fail record-tag-missing _smtp._tls.contoso.test']);
    assert.deepEqual(await found(record('v=TLSRPTv1; rua=a@contoso.test')), [
      'warning tls-rpt-address _smtp._tls.contoso.test',
      'pass tls-rpt-found contoso.test',
    ]);
    assert.deepEqual(await found(record('v=tlsrptv1; rua=mailto:a@contoso.test')), [
      'fail record-version _smtp._tls.contoso.test',
    ]);
  });
  it('has a version that only begins right', async () => {
    assert.deepEqual(await found(record('v=TLSRPTv12; rua=mailto:a@contoso.test')), [
      'fail record-version _smtp._tls.contoso.test',
    ]);
  });
  it('stands where nobody looks', async () => {
    assert.deepEqual(await found('contoso.test TXT "v=TLSRPTv1; rua=mailto:a@contoso.test"'), [
      'note tls-rpt-none contoso.test',
      'warning record-wrong-name contoso.test',
    ]);
  });
  it('names an address at which nobody takes mail', async () => {
    assert.deepEqual(await found(record('v=TLSRPTv1; rua=mailto:a@gone.fabrikam.test')), [
      'warning report-address-dead gone.fabrikam.test',
      'pass tls-rpt-found contoso.test',
    ]);
  });
});
