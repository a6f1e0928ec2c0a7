import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { certificate } from '../lab/certificate.ts';
import { type Authority, authority, issue, withChain } from '../lab/chain.ts';
import { ocspResponse } from '../lab/ocsp.ts';
import { type Credentials, startSmtpServer } from '../lab/smtpServer.ts';
import { freePort } from '../support/freePort.ts';
import { codesOf, probeAt, temporaryFolder, until } from './servers.ts';
import { told } from './told.ts';

const NAME = 'mx1.contoso.test';

describe('openssl', () => {
  const folder = temporaryFolder('openssl');
  const { path } = folder;
  let root: Authority;
  let middle: Authority;

  before(async function () {
    if (!existsSync('/usr/bin/openssl')) {
      console.log('skipped: /usr/bin/openssl is not there');
      this.skip();
    }
    root = await authority('Northwind Root');
    middle = await authority('Northwind Issuing', root);
    writeFileSync(join(path, 'root.pem'), root.cert);
  });
  after(() => folder.remove());

  it('s_client says of a chain what the probe says of it', async () => {
    const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') };
    const good = await issue(middle, NAME, [NAME]);
    const chains: Readonly<Record<string, Credentials>> = {
      good: withChain(good, middle),
      expired: withChain(await issue(middle, NAME, [NAME], years), middle),
      other: withChain(await issue(middle, 'www.contoso.test', ['www.contoso.test']), middle),
      self: await certificate(NAME, [NAME]),
      alone: good,
    };
    const found: Record<string, readonly string[]> = {};
    for (const [name, tls] of Object.entries(chains)) {
      const server = await startSmtpServer(NAME, { tls });
      const ours = codesOf(await probeAt(`${NAME}:25`, server.port, { authorities: [root.cert] }));
      const args = [
        '-connect',
        `127.0.0.1:${server.port}`,
        '-starttls',
        'smtp',
        '-name',
        'probe.test',
        '-servername',
        NAME,
      ];
      const checks = ['-CAfile', join(path, 'root.pem'), '-verify_hostname', NAME];
      const run = promisify(execFile)('/usr/bin/openssl', ['s_client', ...args, ...checks]);
      run.child.stdin?.end('QUIT\n');
      const { stdout } = await run;
      await server.close();
      found[name] = [/Verify return code: \d+ \((.*)\)/.exec(stdout)?.[1] ?? stdout, ...ours];
    }
    assert.deepEqual(found, {
      good: ['ok'],
      expired: ['certificate has expired', 'certificate-expired'],
      other: ['hostname mismatch', 'certificate-other-name'],
      self: ['self-signed certificate', 'certificate-self-signed'],
      alone: ['unable to verify the first certificate', 'certificate-missing-intermediate'],
    });
  });

  it('s_server staples that a certificate is revoked, and that it is not', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const status of ['good', 'revoked'] as const) {
      const serial = status === 'good' ? '0a' : '0b';
      const { key, cert } = await issue(middle, NAME, [NAME], { serial });
      for (const [name, text] of Object.entries({ key, cert, chain: middle.cert }))
        writeFileSync(join(path, `${status}.${name}`), text);
      writeFileSync(join(path, `${status}.ocsp`), await ocspResponse(middle, { status, serial }));
      const port = await freePort();
      const files = ['key', 'cert'].flatMap((one) => [`-${one}`, join(path, `${status}.${one}`)]);
      const more = ['-cert_chain', join(path, `${status}.chain`), '-status_file', join(path, `${status}.ocsp`)];
      const args = ['s_server', '-accept', String(port), ...files, ...more, '-quiet'];
      const server = spawn('/usr/bin/openssl', args, { stdio: 'pipe' });
      // It writes to the client what stands on its standard input, and has what the client says on the other side.
      server.stdout.on('data', (heard: Buffer) => {
        if (/^EHLO/m.test(heard.toString())) server.stdin.write(`250 ${NAME}\r\n`);
        if (/^QUIT/m.test(heard.toString())) server.stdin.write('221 bye\r\n');
      });
      // It reads its standard input once somebody is connected.
      server.stdin.write(`220 ${NAME} ESMTP\r\n`);
      try {
        await until(
          async () => {
            const result = await probeAt(`${NAME}:465`, port, { authorities: [root.cert], timeout: 2000 });
            if (result.steps.every(({ step }) => step !== 'tls')) return false;
            const { ends, text } = told(result);
            const said = /^\* the certificate has not been revoked/m.test(text) ? ['not revoked'] : [];
            found[status] = [ends, ...codesOf(result), ...said];
            return true;
          },
          () => '',
        );
      } finally {
        server.kill();
      }
    }
    assert.deepEqual(found, { good: ['passed', 'not revoked'], revoked: ['passed', 'certificate-revoked'] });
  });
});
