import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { type CertificateFault, certificateFaults } from '../../../src/probes/certificate.ts';
import { createDial } from '../../../src/probes/node/dial.ts';
import type { DialOptions } from '../../../src/probes/node/dialOptions.ts';
import { smtpServer } from '../../../src/probes/node/main.ts';
import { namesIn } from '../../../src/probes/node/tlsInfo.ts';
import type { StreamResult } from '../../../src/probes/ports.ts';
import type { TlsInfo, TlsOffer } from '../../../src/probes/tls.ts';
import { renderSmtpProbe } from '../../../src/report/smtpProbeReport.ts';
import { certificate } from '../../lab/certificate.ts';
import { type Authority, authority, issue, type Wanted, withChain } from '../../lab/chain.ts';
import { ocspResponse } from '../../lab/ocsp.ts';
import { type Credentials, type SmtpServer, startSmtpServer } from '../../lab/smtpServer.ts';

const never = new AbortController().signal;
const HOST = 'mx1.contoso.test';
const open: SmtpServer[] = [];
let root: Authority;
let between: Authority;

before(async () => {
  root = await authority('Contoso Root');
  between = await authority('Contoso Issuing 1', root);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(tls: Credentials): Promise<SmtpServer> {
  const server = await startSmtpServer(HOST, { tls });
  open.push(server);
  return server;
}

async function secured(tls: Credentials, options: DialOptions, offer: TlsOffer = {}): Promise<StreamResult<TlsInfo>> {
  const { port } = await serve(tls);
  const dialled = await createDial(options)({ host: '127.0.0.1', port }, 5000, never);
  assert.ok(dialled.ok);
  const stream = dialled.value;
  await stream.readLine(5000);
  await stream.write('STARTTLS\r\n');
  await stream.readLine(5000);
  const started = await stream.startTls(HOST, 5000, offer);
  stream.close();
  return started;
}

async function shown(tls: Credentials, options: DialOptions = {}): Promise<TlsInfo> {
  const started = await secured(tls, options);
  assert.ok(started.ok, JSON.stringify(started));
  return started.value;
}

const faults = async (tls: Credentials, trusts?: Authority): Promise<readonly CertificateFault[]> =>
  faultsIn(await shown(tls, trusts === undefined ? {} : { authorities: [trusts.cert] }));
const faultsIn = (tls: TlsInfo): readonly CertificateFault[] => [...certificateFaults(tls, HOST, Date.now())];

const leaf = (wanted: Wanted = {}, by = between): ReturnType<typeof issue> => issue(by, HOST, [HOST], wanted);
const day = (date: Date): string => `${date.toISOString().slice(0, 19)}.000Z`;
const DAY = 86_400_000;
const past = new Date(Date.now() - 10 * DAY);
const future = new Date(Date.now() + 10 * DAY);

describe('the certificates that a server shows', () => {
  it('are told one by one, with issuer, time, key and signature', async () => {
    const tls = await shown(withChain(await leaf({ rsa: 2048 }), between, root));
    assert.deepEqual(
      tls.chain.map(({ subject, issuer, key, signature, selfSigned, known }) => [
        subject,
        issuer,
        key,
        signature,
        selfSigned,
        known,
      ]),
      [
        [HOST, 'Contoso Issuing 1', 'RSA 2048', 'SHA-256 with ECDSA', undefined, undefined],
        ['Contoso Issuing 1', 'Contoso Root', 'EC prime256v1', 'SHA-256 with ECDSA', undefined, undefined],
        ['Contoso Root', 'Contoso Root', 'EC prime256v1', 'SHA-256 with ECDSA', true, undefined],
      ],
    );
    assert.match(tls.keyExchange ?? '', /X25519|prime256v1/);
  });
  it('are not asked for with what the library of this machine does not have', async () => {
    const result = await secured(withChain(await leaf(), between), {}, { ciphers: 'NO-SUCH-CIPHER' });
    assert.equal(result.ok || result.failure, 'unsupported');
  });
  it('are for all their names, however many and whatever stands among them', async () => {
    const many = [...Array(150).keys()].map((n) => `host${n}.contoso.test`);
    const tls = await shown(withChain(await issue(between, HOST, [...many, HOST]), between));
    assert.equal(tls.names.length, 151);
    assert.ok(!faultsIn(tls).some(({ code }) => code === 'certificate-other-name'));
    const others = `X400Name:<unsupported>, othername: UPN:"a, b", URI:http://a.test/${'x'.repeat(3000)}, DNS:"c, d"`;
    assert.deepEqual(namesIn(`DNS:a.test, ${others}, IP Address:2001:DB8:0:0:0:0:0:1, DNS:${HOST}`), [
      'a.test',
      'c, d',
      '2001:DB8:0:0:0:0:0:1',
      HOST,
    ]);
    const isFor = (host: string): boolean =>
      [...certificateFaults({ ...tls, names: ['2001:DB8:0:0:0:0:0:1'] }, host, Date.now())].every(
        ({ code }) => code !== 'certificate-other-name',
      );
    assert.deepEqual(['2001:db8::1', '2001:db8::2', '::1', HOST].map(isFor), [true, false, false, false]);
  });
  it('have no fault where they lead to an authority that is known', async () => {
    const tls = await shown(withChain(await leaf(), between), { authorities: [root.cert] });
    assert.equal(tls.distrust, undefined);
    assert.deepEqual(faultsIn(tls), []);
    assert.equal(tls.chain.at(-1)?.known, true);
  });
  it('that are self-signed are told from an authority that is not known', async () => {
    assert.deepEqual(await faults(await certificate(HOST, [HOST])), [{ code: 'certificate-self-signed' }]);
    assert.deepEqual(await faults(withChain(await leaf(), between, root)), [
      { code: 'certificate-private-authority', authority: 'Contoso Root' },
    ]);
  });
  it('that lack the intermediate one name it, and where it lies', async () => {
    assert.deepEqual(await faults(await leaf({ issuerAt: 'http://ca.contoso.test/1.crt' }), root), [
      { code: 'certificate-missing-intermediate', issuer: 'Contoso Issuing 1', at: 'http://ca.contoso.test/1.crt' },
    ]);
    const third = await authority('Contoso Issuing 2', between);
    assert.deepEqual(await faults(withChain(await leaf({}, third), third)), [
      { code: 'certificate-unknown-issuer', issuer: 'Contoso Issuing 1', of: 'Contoso Issuing 2' },
    ]);
  });
  it('that are out of time are told beside what else is wrong', async () => {
    const over = new Date(Date.now() - DAY);
    assert.deepEqual(await faults(await leaf({ notBefore: past, notAfter: over })), [
      { code: 'certificate-expired', at: day(over) },
      { code: 'certificate-missing-intermediate', issuer: 'Contoso Issuing 1' },
    ]);
    const trusted = withChain(await leaf({ notBefore: past, notAfter: over }), between);
    assert.deepEqual(await faults(trusted, root), [{ code: 'certificate-expired', at: day(over) }]);
    const soon = await leaf({ notBefore: future, notAfter: new Date(future.getTime() + DAY) });
    assert.deepEqual(await faults(withChain(soon, between), root), [
      { code: 'certificate-not-yet-valid', at: day(future) },
    ]);
    const old = await authority('Contoso Issuing 0', root, { notBefore: past, notAfter: over });
    assert.deepEqual(await faults(withChain(await leaf({}, old), old), root), [
      { code: 'certificate-expired', at: day(over), of: 'Contoso Issuing 0' },
    ]);
  });
  it('that should have been renewed by now are told, by what is left of their time', async () => {
    const left = async (whole: number, rest: number) => {
      const until = new Date(Date.now() + rest * DAY);
      const made = await leaf({ notBefore: new Date(until.getTime() - whole * DAY), notAfter: until });
      return (await faults(withChain(made, between), root)).map(({ code }) => code);
    };
    assert.deepEqual(await left(90, 8), ['certificate-expires-soon']);
    assert.deepEqual(await left(398, 13), ['certificate-expires-soon']);
    assert.deepEqual(await left(6, 0.5), ['certificate-expires-soon']);
    for (const [whole, rest] of [
      [90, 10],
      [398, 15],
      [6, 2],
    ] as const)
      assert.deepEqual(await left(whole, rest), []);
  });
  it('with a weak key or signature are told so, whoever issued them', async () => {
    const weak = async (wanted: Wanted): Promise<CertificateFault | undefined> => {
      const tls = { ...withChain(await leaf(wanted), between), ciphers: 'DEFAULT@SECLEVEL=0' };
      const [first, ...more] = await faults(tls, root);
      assert.ok(more.every(({ code }) => code === 'certificate-untrusted'));
      return first;
    };
    assert.deepEqual(await weak({ rsa: 1024 }), { code: 'certificate-weak-key', key: 'RSA 1024' });
    const signature = 'SHA-1 with ECDSA';
    assert.deepEqual(await weak({ hash: 'SHA-1' }), { code: 'certificate-weak-signature', signature });
  });
  it('for other names are told so, whatever is written into one name', async () => {
    const other = await issue(between, HOST, ['fabrikam.test', `x, DNS:${HOST}, DNS:y`, `"${HOST}`]);
    assert.deepEqual(await faults(withChain(other, between), root), [{ code: 'certificate-other-name' }]);
  });
});

describe('a stapled OCSP response', () => {
  const serial = '0a';
  const stapled = async (staple: Buffer): Promise<TlsInfo> =>
    shown({ ...withChain(await leaf({ serial }), between), staple }, { authorities: [root.cert] });

  it('tells that a certificate is good, or revoked and since when', async () => {
    const good = await stapled(await ocspResponse(between, { status: 'good', serial }));
    assert.equal(good.revocation?.status, 'good');
    assert.deepEqual(faultsIn(good), []);
    const revoked = await stapled(await ocspResponse(between, { status: 'revoked', serial, since: past }));
    assert.deepEqual(faultsIn(revoked), [{ code: 'certificate-revoked', at: day(past) }]);
    const unknown = await stapled(await ocspResponse(between, { status: 'unknown', serial }));
    assert.equal(unknown.revocation?.status, 'unknown');
  });
  it('is not believed from somebody else, about something else, or where it cannot be read', async () => {
    const by = async (staple: Buffer): Promise<unknown> => (await stapled(staple)).revocation;
    assert.deepEqual(await by(await ocspResponse(root, { status: 'good', serial })), {
      status: 'unusable',
      why: 'not-signed',
    });
    assert.deepEqual(await by(await ocspResponse(between, { status: 'good', serial: '0b' })), {
      status: 'unusable',
      why: 'other-certificate',
    });
    const whole = await ocspResponse(between, { status: 'good', serial });
    for (const bytes of [Buffer.from('rubbish'), whole.subarray(0, 40), Buffer.alloc(3000, 0x30)]) {
      assert.deepEqual(await by(bytes), { status: 'unusable', why: 'unreadable' });
    }
  });
  it('says nothing behind its time, but that a certificate has been revoked', async () => {
    const times = { from: new Date('2026-01-01'), until: new Date('2026-01-08') };
    const stale = async (status: 'good' | 'revoked') =>
      (await stapled(await ocspResponse(between, { status, serial, ...times }))).revocation;
    assert.deepEqual(await stale('good'), { status: 'unusable', why: 'out-of-date' });
    assert.equal((await stale('revoked'))?.status, 'revoked');
  });
  it('is not asked for elsewhere: without one it is not known', async () => {
    assert.equal((await shown(withChain(await leaf(), between))).revocation, undefined);
  });
});

describe('the report on certificates', () => {
  const report = async (tls: Credentials, options: DialOptions = {}): Promise<readonly string[]> => {
    const { port } = await serve(tls);
    const connectTo = { [`${HOST}:25`]: `127.0.0.1:${port}` };
    return renderSmtpProbe(await smtpServer(HOST, { connectTo, helo: 'probe.test', ...options }, never));
  };
  it('has a line for each, and what is known of their being revoked', async () => {
    const lines = await report(withChain(await leaf(), between));
    const [block] = readTicket(`${lines.join('\n')}\n`).blocks;
    const tls = block?.kind === 'conversation' ? block.probe?.steps.find(({ step }) => step === 'TLS') : undefined;
    assert.deepEqual(
      tls?.certificates?.map(({ place, subject, names }) => [place, subject, names]),
      [
        [1, 'mx1.contoso.test', ['mx1.contoso.test']],
        [2, 'Contoso Issuing 1', undefined],
      ],
    );
    assert.match(
      lines.find((line) => line.startsWith('* certificate 1')) ?? '',
      /^\* certificate 1: "mx1\.contoso\.test", issued by "Contoso Issuing 1", EC prime256v1, SHA-256 with ECDSA, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, for "mx1\.contoso\.test"$/,
    );
    assert.ok(lines.some((line) => /^\* whether the certificate has been revoked is not known: no OCSP/.test(line)));
    assert.ok(lines.some((line) => /^\* TLS .*not trusted: .*the probe goes on without trust$/.test(line)));
  });
  it('names the missing certificate, and what to do', async () => {
    const at = (await report(await leaf())).join('\n');
    assert.match(
      at,
      /^warning certificate-missing-intermediate mx1\.contoso\.test:25: The server shows its own certificate alone\. That of "Contoso Issuing 1"/m,
    );
  });
});
