import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResolve } from '../../src/probes/node/resolve.ts';
import type { Answer, Question } from '../../src/probes/ports.ts';
import { freePort } from '../support/freePort.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';

describe('knot-resolver', () => {
  const folder = temporaryFolder('kresd');
  const never = new AbortController().signal;
  const ports = { plain: 0, tls: 0, https: 0 };
  let running: Running | undefined;
  let trusted = '';

  before(async function () {
    const missing = whyMissing(['knot-resolver', 'openssl'], '/usr/sbin/kresd');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const over of ['plain', 'tls', 'https'] as const) ports[over] = await freePort();
    const [key, certificate] = [join(folder.path, 'key.pem'), join(folder.path, 'certificate.pem')];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
        ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
        ...['-keyout', key, '-out', certificate],
      ],
      { stdio: 'ignore' },
    );
    trusted = readFileSync(certificate, 'utf8');
    const configuration = join(folder.path, 'kresd.conf');
    writeFileSync(
      configuration,
      String.raw`
net.ipv6 = false
net.listen('127.0.0.1', ${ports.plain}, { kind = 'dns' })
net.listen('127.0.0.1', ${ports.tls}, { kind = 'tls' })
net.listen('127.0.0.1', ${ports.https}, { kind = 'doh2' })
net.tls('${certificate}', '${key}')
cache.size = 1 * MB
trust_anchors.remove('.')
modules = { 'policy' }
policy.add(policy.domains(policy.ANSWER({
  [kres.type.MX] = { rdata = '\000\010\003mx1\007contoso\004test\000', ttl = 300 },
}, true), { todname('contoso.test') }))
policy.add(policy.suffix(policy.REFUSE, { todname('refused.test') }))
policy.add(policy.all(policy.DENY))
`,
    );
    running = start('/usr/sbin/kresd', ['-n', '-c', configuration, folder.path]);
    const answers = async () =>
      (await ask(`127.0.0.1:${ports.plain}`, { name: 'contoso.test', type: 'MX' })).status === 'NOERROR';
    await until(answers, running.output);
  });

  after(async () => {
    await running?.stop();
    folder.remove();
  });

  const ask = (server: string, question: Question, trust = trusted): Promise<Answer> =>
    createResolve({ servers: [server], timeout: 10_000, tries: 1, trusted: trust })(question, never);

  const exchangers = { name: 'contoso.test', type: 'MX' } as const;

  it('answers over UDP, TLS (RFC 7858) and HTTPS (RFC 8484) alike', async () => {
    for (const server of [
      `127.0.0.1:${ports.plain}`,
      `tls://localhost:${ports.tls}`,
      `https://localhost:${ports.https}/dns-query`,
    ]) {
      const answer = await ask(server, exchangers);
      assert.deepEqual([answer.status, answer.records[0]?.data], ['NOERROR', '10 mx1.contoso.test.'], server);
      assert.equal((await ask(server, { name: 'nowhere.test', type: 'A' })).status, 'NXDOMAIN', server);
      assert.equal((await ask(server, { name: 'a.refused.test', type: 'A' })).status, 'REFUSED', server);
    }
  });
  it('is not believed without a certificate that is trusted', async () => {
    for (const server of [`tls://localhost:${ports.tls}`, `https://localhost:${ports.https}/dns-query`]) {
      const answer = await ask(server, exchangers, '');
      assert.equal(answer.status, 'UNREACHABLE', server);
      assert.match(answer.detail ?? '', /self-signed|self signed|unable to verify/);
    }
  });
});
