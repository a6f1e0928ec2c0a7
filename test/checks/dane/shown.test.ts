import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { checkDane } from '../../../src/checks/dane/dane.ts';
import type { Finding } from '../../../src/checks/finding.ts';
import { createDial } from '../../../src/probes/node/dial.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { certificate } from '../../lab/certificate.ts';
import { type SmtpServer, startSmtpServer } from '../../lab/smtpServer.ts';
import { context, told } from '../zone.ts';

const OTHER = 'A'.repeat(64);

describe('TLSA records held against what a server shows', () => {
  let server: SmtpServer;
  let plain: SmtpServer;
  let key = '';
  let whole = '';
  before(async () => {
    const tls = await certificate('mx.contoso.test', ['mx.contoso.test']);
    server = await startSmtpServer('mx.contoso.test', { tls });
    plain = await startSmtpServer('mx.contoso.test', {});
    const shown = new X509Certificate(tls.cert);
    const spki = shown.publicKey.export({ type: 'spki', format: 'der' });
    key = createHash('sha256').update(spki).digest('hex');
    whole = createHash('sha512').update(shown.raw).digest('hex');
  });
  after(() => Promise.all([server.close(), plain.close()]));

  async function check(records: readonly string[], to = server): Promise<readonly Finding[]> {
    const zone = `contoso.test MX 10 mx.contoso.test.
contoso.test MX +AD
mx.contoso.test A 203.0.113.5
_25._tcp.mx.contoso.test TLSA +AD
${records.map((one) => `_25._tcp.mx.contoso.test TLSA ${one}`).join('\n')}`;
    const connectTo = new Map([['mx.contoso.test:25', `${to.address}:${to.port}`]]);
    const given = context(zone, { connect: { helo: 'probe.test', connectTo } });
    return checkDane({ ...given, ports: { ...given.ports, dial: createDial(), clock: { now: () => Date.now() } } });
  }

  it('fit its key or its certificate', async () => {
    const found = await check([`3 1 1 ${key}`]);
    assert.deepEqual(told(found), ['pass dane-found mx.contoso.test']);
    assert.match(found.map((one) => wordFinding(one).text).join(), /the certificate that the server shows fits/);
    assert.deepEqual(told(await check([`3 0 2 ${whole}`])), ['pass dane-found mx.contoso.test']);
  });
  it('fit neither, and the record that would is named', async () => {
    const found = await check([`3 1 1 ${OTHER}`]);
    assert.deepEqual(told(found), ['fail dane-mismatch mx.contoso.test']);
    const next = found.map((one) => wordFinding(one).next).join();
    assert.ok(next.includes(`_25._tcp.mx.contoso.test. IN TLSA 3 1 1 ${key.toUpperCase()}`), next);
  });
  it('fit in part, as while keys are rolled over', async () => {
    assert.deepEqual(told(await check([`3 1 1 ${key}`, `3 1 1 ${OTHER}`])), [
      'note dane-rollover mx.contoso.test',
      'pass dane-found mx.contoso.test',
    ]);
  });
  it('cannot be used where the server offers no TLS', async () => {
    assert.deepEqual(told(await check([`3 1 1 ${key}`], plain)), ['fail dane-no-tls mx.contoso.test']);
  });
});
