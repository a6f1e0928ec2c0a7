import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailExchangers } from '../../src/probes/node/main.ts';
import { createResolve } from '../../src/probes/node/resolve.ts';
import type { RecordType } from '../../src/probes/ports.ts';
import { freePort } from '../support/freePort.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';

const zone = `$TTL 300
@ IN SOA ns1 hostmaster 2026112101 3600 900 604800 300
@ NS ns1
@ MX 10 mx1
@ MX 20 mx2
@ TXT "v=spf1 mx -all"
@ TXT "quote \\" and back\\\\slash"
ns1 A 127.0.0.1
mx1 A 127.0.0.1
mx1 AAAA ::1
mx2 CNAME mx1
nomail MX 0 .
${[...Array(40).keys()].map((i) => `big TXT "part ${i} ${'x'.repeat(100)}"`).join('\n')}
`;

describe('BIND', () => {
  const folder = temporaryFolder('bind');
  const never = new AbortController().signal;
  let named: Running | undefined;
  let port = 0;

  before(async function () {
    const missing = whyMissing(['bind9'], '/usr/sbin/named');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    port = await freePort();
    writeFileSync(join(folder.path, 'contoso.test'), zone);
    writeFileSync(
      join(folder.path, 'named.conf'),
      `options { directory "${folder.path}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
        recursion no; pid-file none; session-keyfile none; dnssec-validation no; };
       controls {};
       zone "contoso.test" { type primary; file "contoso.test"; };`,
    );
    named = start('/usr/sbin/named', ['-c', join(folder.path, 'named.conf'), '-g', '-n', '1']);
    await until(async () => (await ask('contoso.test', 'SOA')).startsWith('NOERROR'), named.output);
  });

  after(async () => {
    await named?.stop();
    folder.remove();
  });

  async function ask(name: string, type: RecordType): Promise<string> {
    const answer = await createResolve({ servers: [`127.0.0.1:${port}`], timeout: 1000 })({ name, type }, never);
    return [answer.status, ...answer.records.map((one) => `${one.type} ${one.data}`).sort()].join(', ');
  }

  it('answers our questions', async () => {
    assert.equal(await ask('contoso.test', 'MX'), 'NOERROR, MX 10 mx1.contoso.test., MX 20 mx2.contoso.test.');
    assert.equal(await ask('mx2.contoso.test', 'A'), 'NOERROR, A 127.0.0.1, CNAME mx1.contoso.test.');
    assert.equal(await ask('contoso.test', 'TXT'), 'NOERROR, TXT "quote \\" and back\\\\slash", TXT "v=spf1 mx -all"');
    assert.match(
      await ask('contoso.test', 'SOA'),
      /SOA ns1\.contoso\.test\. hostmaster\.contoso\.test\. 2026112101 3600/,
    );
    assert.equal(await ask('nowhere.contoso.test', 'A'), 'NXDOMAIN');
    assert.equal(await ask('ns1.contoso.test', 'MX'), 'NOERROR');
    assert.equal(await ask('elsewhere.test', 'A'), 'REFUSED');
  });

  it('truncates, and answers over TCP', async () => {
    assert.equal((await ask('big.contoso.test', 'TXT')).split(', ').length, 41);
  });

  it('has mail exchangers', async () => {
    const look = async (domain: string): Promise<string> => {
      const result = await mailExchangers(domain, { resolvers: [`127.0.0.1:${port}`], dnsTimeout: 1000 }, never);
      return [result.outcome, ...result.findings.map((one) => `${one.code} ${one.host}`)].join(', ');
    };
    assert.equal(
      await look('ann@contoso.test'),
      'found, address-loopback mx1.contoso.test, mx-is-alias mx2.contoso.test, address-loopback mx2.contoso.test',
    );
    assert.equal(await look('nomail.contoso.test'), 'null-mx');
  });
});
