import assert from 'node:assert/strict';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { smtpFlow } from '../../../src/probes/node/main.ts';
import { renderSmtpProbe } from '../../../src/report/smtpProbeReport.ts';
import { authority, issue } from '../../lab/chain.ts';
import { type Behaviour, type Credentials, startSmtpServer } from '../../lab/smtpServer.ts';

const never = new AbortController().signal;
const HOST = 'mx1.contoso.test';

/** The codes of what a scan finds at a server, its report, what it heard, and what is read of the report. */
async function scan(tls: Partial<Credentials>, behaviour: Behaviour = {}, port = 25) {
  const own = await issue(await authority('Contoso Root'), HOST, [HOST], { rsa: 2048 });
  const server = await startSmtpServer(HOST, { ...behaviour, tls: { ...own, ...tls } });
  const connectTo = { [`${HOST}:${port}`]: `127.0.0.1:${server.port}` };
  const options = { connectTo, helo: 'probe.test', timeout: 5000 };
  const result = await smtpFlow({ host: HOST, port }, { kind: 'tls-scan' }, options, never);
  await server.close();
  const text = renderSmtpProbe(result).join('\n');
  const json = ticketJson('scan', readTicket(text)) as {
    readonly probes: readonly { readonly passed: boolean }[];
    readonly checks: readonly { readonly code: string }[];
    readonly verdicts: readonly unknown[];
  };
  const codes = json.checks.map(({ code }) => code).filter((code) => !code.startsWith('certificate-'));
  return { result, text, json, codes, heard: server.heard };
}

describe('a scan of TLS', () => {
  it('tells each version that is taken, and reads back as passed', async () => {
    const { text, json, codes, heard } = await scan({ minVersion: 'TLSv1.2' });
    assert.match(text, /^\* TLS .*: TLS 1\.3 alone: TLSv1\.3, TLS_AES_\w+, /m);
    assert.match(text, /^\* TLS .*: TLS 1\.1 alone: not taken, TLS failed, /m);
    assert.match(
      text,
      /^\* Result: passed: TLS 1\.3 \(TLS_\w+\), TLS 1\.2 \([\w-]+\) are taken, TLS 1\.1, TLS 1\.0 are not\./m,
    );
    assert.deepEqual(
      json.probes.map(({ passed }) => passed),
      [true],
    );
    assert.deepEqual(json.verdicts, []);
    assert.ok(codes.includes('starttls-optional') && !codes.includes('tls-version-old'), codes.join());
    const from = heard.indexOf('MAIL FROM:<>');
    assert.deepEqual(heard.slice(from, from + 3), ['MAIL FROM:<>', 'RSET', 'QUIT']);
    assert.ok(!heard.some((line) => /^(?:RCPT|DATA)/.test(line)));
  });
  it('warns of old versions, also at a server that has no others', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const { text, codes } = await scan(old);
    assert.match(text, /^warning tls-version-old .*: TLS 1\.1 and TLS 1\.0 are taken/m);
    assert.match(text, /^fail tls-version-missing /m);
    assert.ok(!codes.includes('tls-cipher-order'));
  });
  it('tells ciphers without forward secrecy and whose order counts', async () => {
    const ciphers = 'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256';
    const { text } = await scan({ maxVersion: 'TLSv1.2', ciphers });
    assert.match(text, /^warning tls-no-forward-secrecy .*: AES128-GCM-SHA256 is taken/m);
    assert.match(text, /^note tls-cipher-order .*: With TLS 1\.2 the cipher that the client prefers is chosen/m);
    assert.match(text, /^note tls-version-missing .*: TLS 1\.3 is not taken\./m);
  });
  it('tells MAIL that is refused in the clear by its words', async () => {
    const mail = '530 5.7.0 Must issue a STARTTLS command first\r\n';
    assert.ok((await scan({}, { mail }, 587)).codes.includes('starttls-enforced'));
    assert.ok(
      (await scan({}, { mail: '530 5.7.1 Authentication required\r\n' }, 587)).codes.includes('starttls-unknown'),
    );
    assert.match((await scan({}, {}, 587)).text, /^warning starttls-optional /m);
  });
  it('goes over TLS from the first byte on 465', async () => {
    const { text, heard } = await scan({}, { implicit: true }, 465);
    assert.match(text, /^\* TLS .*: TLS 1\.2 alone: TLSv1\.2/m);
    assert.ok(!heard.includes('MAIL FROM:<>'));
  });
});
