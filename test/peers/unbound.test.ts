import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResolve } from '../../src/probes/node/resolve.ts';
import type { Answer, Question } from '../../src/probes/ports.ts';
import { freePort } from '../support/freePort.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';

const ZONE = `
  local-zone: "contoso.test." static
  local-data: "contoso.test. 300 IN MX 10 mx1.contoso.test."
  local-data: "mx1.contoso.test. 300 IN A 192.0.2.1"
`;

describe('unbound', () => {
  const folder = temporaryFolder('unbound');
  const never = new AbortController().signal;
  const ports = { plain: 0, tls: 0, https: 0 };
  let running: Running | undefined;
  let trusted = '';

  before(async function () {
    const missing = whyMissing(['unbound', 'openssl'], '/usr/sbin/unbound');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const over of ['plain', 'tls', 'https'] as const) ports[over] = await freePort();
    const key = join(folder.path, 'key.pem');
    const certificate = join(folder.path, 'certificate.pem');
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
    const configuration = join(folder.path, 'unbound.conf');
    writeFileSync(
      configuration,
      `server:
  interface: 127.0.0.1@${ports.plain}
  interface: 127.0.0.1@${ports.tls}
  interface: 127.0.0.1@${ports.https}
  tls-port: ${ports.tls}
  https-port: ${ports.https}
  tls-service-key: "${key}"
  tls-service-pem: "${certificate}"
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "${folder.path}"
  pidfile: ""
  use-syslog: no
  ede: yes
  module-config: "iterator"
  access-control: 127.0.0.0/8 allow
${ZONE}
remote-control:
  control-enable: no
`,
    );
    running = start('/usr/sbin/unbound', ['-d', '-c', configuration]);
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

  it('answers over TLS (RFC 7858)', async () => {
    const answer = await ask(`tls://localhost:${ports.tls}`, { name: 'mx1.contoso.test', type: 'A' });
    assert.deepEqual([answer.status, answer.records[0]?.data], ['NOERROR', '192.0.2.1']);
    assert.equal(answer.server, `tls://localhost#${ports.tls}`);
    const other = await ask(`tls://127.0.0.1:${ports.tls}`, { name: 'nowhere.contoso.test', type: 'A' });
    assert.equal(other.status, 'NXDOMAIN');
  });
  it('answers over HTTPS (RFC 8484)', async () => {
    const answer = await ask(`https://localhost:${ports.https}/dns-query`, { name: 'contoso.test', type: 'MX' });
    assert.deepEqual([answer.status, answer.records[0]?.data], ['NOERROR', '10 mx1.contoso.test.']);
  });
  it('is not believed without a certificate that is trusted', async () => {
    const answer = await ask(`tls://localhost:${ports.tls}`, { name: 'contoso.test', type: 'MX' }, '');
    assert.equal(answer.status, 'UNREACHABLE');
    assert.match(answer.detail ?? '', /self-signed|self signed|unable to verify/);
  });
});
