import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { checkDane } from '../../../src/checks/dane/dane.ts';
import type { Finding } from '../../../src/checks/finding.ts';
import { createDial } from '../../../src/probes/node/dial.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { certificate } from '../../lab/certificate.ts';
import { type Authority, authority, issue, type Wanted, withChain } from '../../lab/chain.ts';
import { type SmtpServer, startSmtpServer } from '../../lab/smtpServer.ts';
import { freePort } from '../../support/freePort.ts';
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
  describe('by the authority that issued it (usage 2, RFC 7672 3.1.2)', () => {
    let root: Authority;
    let anchor = '';
    before(async () => {
      root = await authority('Contoso Root');
      const spki = new X509Certificate(root.cert).publicKey.export({ type: 'spki', format: 'der' });
      anchor = `2 1 1 ${createHash('sha256').update(spki).digest('hex')}`;
    });
    const shown = async (names: readonly string[], wanted: Wanted = {}): Promise<readonly Finding[]> => {
      const tls = withChain(await issue(root, names[0] ?? '', names, wanted), root);
      const other = await startSmtpServer('mx.contoso.test', { tls });
      try {
        return await check([anchor], other);
      } finally {
        await other.close();
      }
    };
    const problems = (found: readonly Finding[]): readonly unknown[] =>
      found.map(({ code, data }) => ('problems' in data ? [code, data.problems] : [code]));

    it('needs a certificate that bears the name and is valid', async () => {
      assert.deepEqual(problems(await shown(['mx.contoso.test'])), [['dane-found']]);
      assert.deepEqual(problems(await shown(['mx.fabrikam.test'])), [['dane-certificate', ['certificate-other-name']]]);
      const [past, yesterday, tomorrow] = [-3, -1, 1].map((days) => new Date(Date.now() + days * 86_400_000));
      assert.deepEqual(
        problems(
          await shown(['mx.contoso.test'], {
            ...(past && { notBefore: past }),
            ...(yesterday && { notAfter: yesterday }),
          }),
        ),
        [['dane-certificate', ['certificate-expired']]],
      );
      assert.deepEqual(problems(await shown(['mx.contoso.test'], { ...(tomorrow && { notBefore: tomorrow }) })), [
        ['dane-certificate', ['certificate-not-yet-valid']],
      ]);
    });
  });
  it('is not held against a server that does not answer', async () => {
    const closed = { address: '127.0.0.1', port: await freePort() } as SmtpServer;
    const found = await check([`3 1 1 ${key}`], closed);
    assert.deepEqual(
      found.map(({ code, level, data }) => [code, level, 'step' in data && data.step]),
      [['dane-not-reached', 'unknown', 'connect']],
    );
  });
  it('is shortened where it holds a whole certificate', async () => {
    const long = 'AB'.repeat(300);
    const data = async (...records: readonly string[]): Promise<unknown> =>
      (await check(records)).map((one) => ('records' in one.data ? one.data.records : one.code))[0];
    assert.deepEqual(await data(`3 1 1 ${key}`, `3 0 0 ${long}`), [`3 0 0 ${long.slice(0, 32)}…`]);
    assert.deepEqual(await data(`3 1 1 ${key}`, `3 0 2 ${'A'.repeat(128)}`), [`3 0 2 ${'A'.repeat(128)}`]);
  });
  it('cannot be used where the server offers no TLS', async () => {
    assert.deepEqual(told(await check([`3 1 1 ${key}`], plain)), ['fail dane-no-tls mx.contoso.test']);
  });
});
