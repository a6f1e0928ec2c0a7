import assert from 'node:assert/strict';
import { smtpServer } from '../../../src/probes/node/main.ts';
import { heldAgainst } from '../../../src/probes/node/policies.ts';
import type { Fetch } from '../../../src/probes/ports.ts';
import type { SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import { context } from '../../checks/zone.ts';
import { certificate } from '../../lab/certificate.ts';
import { startSmtpServer } from '../../lab/smtpServer.ts';

const NAME = 'mx.contoso.test';
const never = new AbortController().signal;

/** What a server of the lab shows to a probe of its port 25. */
async function probed(tls: boolean): Promise<SmtpProbeResult> {
  const server = await startSmtpServer(NAME, tls ? { tls: await certificate(NAME, [NAME]) } : {});
  const connectTo = { [`${NAME}:25`]: `127.0.0.1:${server.port}` };
  const result = await smtpServer(`${NAME}:25`, { helo: 'probe.test', connectTo }, never);
  await server.close();
  return result;
}

const policy = (mode: string): Fetch => {
  const body = `version: STSv1\r\nmode: ${mode}\r\nmx: ${NAME}\r\nmax_age: 604800\r\n`;
  return async () => ({ ok: true, value: { status: 200, contentType: 'text/plain', body, isCut: false } });
};

describe('the policies of a domain, held against what a probe was shown', () => {
  async function held(result: SmtpProbeResult, tlsa: string, mode = 'enforce'): Promise<readonly string[]> {
    const zone = `contoso.test MX 10 ${NAME}.
contoso.test MX +AD
${NAME} A 203.0.113.5
_25._tcp.${NAME} TLSA +AD
_25._tcp.${NAME} TLSA ${tlsa}
_mta-sts.contoso.test TXT "v=STSv1; id=1"
mta-sts.contoso.test A 192.0.2.80`;
    const dial = () => assert.fail('no server is connected to again');
    const { ports } = context(zone, { fetch: policy(mode) });
    const { areas } = await heldAgainst('contoso.test', [result], { ...ports, dial }, never);
    return areas
      .flatMap(({ findings }) => findings.map(({ level, code, about }) => `${level} ${code} ${about}`))
      .sort();
  }

  it('fit or not, by its key, and by what MTA-STS wants of a certificate', async () => {
    const result = await probed(true);
    const tls = result.steps.find((step) => step.step === 'tls')?.info;
    const key = tls?.chain[0]?.digests['spki-sha256'] ?? '';
    assert.deepEqual(await held(result, `3 1 1 ${key}`), [
      'fail mta-sts-not-met contoso.test',
      `pass dane-found ${NAME}`,
    ]);
    assert.deepEqual(await held(result, `3 1 1 ${'A'.repeat(64)}`, 'testing'), [
      `fail dane-mismatch ${NAME}`,
      'warning mta-sts-not-met contoso.test',
    ]);
  });

  it('are not met by a server without TLS', async () => {
    assert.deepEqual(await held(await probed(false), `3 1 1 ${'A'.repeat(64)}`), [
      `fail dane-no-tls ${NAME}`,
      'fail mta-sts-not-met contoso.test',
    ]);
  });
});
