import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { type FakeZone, fakePorts, type Script, type Scripted } from '../probes/fakePorts.ts';
import { heldProbe } from '../probes/heldReport.ts';

const zone = { 'mx1.contoso.test A': ['192.0.2.1'] };

interface Change {
  readonly host?: string;
  readonly port?: number;
  readonly zone?: FakeZone;
  readonly options?: SmtpProbeOptions;
}

async function report(script: Script[string], change: Change = {}): Promise<readonly string[]> {
  const { host = 'mx1.contoso.test', port = 25 } = change;
  const ports = fakePorts(change.zone ?? zone, { [`192.0.2.1:${port}`]: script, '127.0.0.1:4025': script });
  const options = { helo: 'probe.test', ...change.options };
  const result = await probeSmtpServer({ host, port }, ports, options, new AbortController().signal);
  heldProbe(result);
  return renderSmtpProbe(result);
}

/** The result and the finding that tells of it say these. */
async function result(script: Script[string], expected: RegExp, change?: Change): Promise<void> {
  const lines = await report(script, change);
  const [, step, code, text = ''] = /^\* Result: failed at ([A-Z-]+), ([a-z-]+): (.*)/.exec(lines.at(-1) ?? '') ?? [];
  const finding = lines.findIndex((line) => line.includes(` ${code} `) && line.endsWith(`: ${text}`));
  const next = /^ {2}next: (.*)/.exec(lines[finding + 1] ?? '')?.[1];
  assert.ok(finding > 0, lines.join('\n'));
  assert.match([step, code, text, next].filter(Boolean).join(' '), expected);
}

const hello: Scripted[] = ['250-mx1.contoso.test', '250-STARTTLS', '250 SIZE 1000'];

describe('the report of an SMTP probe', () => {
  it('is a conversation with what happened around it', async () => {
    const tls = { distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', issuer: 'mx1.contoso.test' };
    assert.deepEqual(await report(['220 ready', ...hello, '220 go', { tls }, '250 hello again', '221 bye']), [
      '# SMTP probe of mx1.contoso.test:25, 2026-11-21 20:11:38 UTC',
      '* NAME (1 ms): mx1.contoso.test A 192.0.2.1; mx1.contoso.test AAAA NOERROR, no record; asked of 192.0.2.53#53',
      '* CONNECT (1 ms): 192.0.2.1:25',
      '* BANNER (3 ms): 220',
      'S: 220 ready',
      '* FIRST-EHLO (5 ms): 250',
      'C: EHLO probe.test',
      'S: 250-mx1.contoso.test',
      'S: 250-STARTTLS',
      'S: 250 SIZE 1000',
      '* STARTTLS (3 ms): 220',
      'C: STARTTLS',
      'S: 220 go',
      '* TLS (1 ms): TLSv1.3, TLS_AES_256_GCM_SHA384; certificate for mx1.contoso.test, issued by mx1.contoso.test, valid until 2027-01-01, not trusted: self-signed certificate; the probe goes on without trust',
      '* EHLO (3 ms): 250',
      'C: EHLO probe.test',
      'S: 250 hello again',
      '* QUIT (3 ms): 221',
      'C: QUIT',
      'S: 221 bye',
      'note certificate-self-signed mx1.contoso.test:25: The certificate is self-signed. Most servers deliver anyway; those that check certificates (MTA-STS) do not.',
      '  source: RFC 8461 4.2',
      '* Result: passed: mx1.contoso.test:25 accepts connections and speaks SMTP and TLSv1.3. No mail was sent. Look at the findings above.',
    ]);
  });

  it('says how long a connection waited for its turn, and why', () => {
    const step = { step: 'connect', address: '192.0.2.1:25', elapsed: 1, waited: 2340 };
    const lines = renderSmtpProbe({
      ...{ endpoint: { host: 'mx1.contoso.test', port: 25 }, started: 0, steps: [step], findings: [], passed: true },
    } as unknown as SmtpProbeResult);
    assert.equal(
      lines.find((line) => line.includes('waited')),
      '* waited 2.3 s: a pause between connections to an address, one at a time, at most 30 a minute',
    );
  });

  it('names a certificate without a subject by the first of its names', async () => {
    const certificate = async (names: readonly string[]): Promise<string | undefined> =>
      (await report(['220 ready', ...hello, '220 go', { tls: { subject: undefined, names } }, '250 ok', '221 bye']))
        .map((line) => /certificate for [^,]*/.exec(line)?.[0])
        .find((found) => found !== undefined);
    assert.equal(await certificate(['mx1.contoso.test', 'mx2.contoso.test']), 'certificate for mx1.contoso.test');
    assert.equal(await certificate([]), 'certificate for nobody');
  });

  it('shows where it connected instead', async () => {
    const connectTo = new Map([['mx1.contoso.test:25', '127.0.0.1:4025']]);
    assert.deepEqual((await report('refused', { options: { connectTo } })).slice(1, 3), [
      '* connecting to 127.0.0.1:4025 instead of mx1.contoso.test:25, as the settings say (mailTriage.smtp.connectTo)',
      '* CONNECT (1 ms): failed, 127.0.0.1:4025, connection refused',
    ]);
  });

  it('says what failed, what it means and what to try', async () => {
    await result('refused', /refuses connections: .* nothing listens.*Check/);
    await result('timeout', /does not answer at all\. A firewall .* port 25\. Try/);
    await result('unreachable', /there is no way to .*IPv6/);
    await result(
      [{ fail: 'timeout' }],
      /accepted the connection and said nothing\..*TLS from the first byte.*Wait longer/,
    );
    await result([], /^BANNER reply-closed .*closed the connection without a banner/);
    await result(
      [{ fail: 'reset', rest: '220 mx' }],
      /^BANNER reply-cut-off .*in the middle of its banner; what came is above/,
    );
    await result(['220-a', { fail: 'timeout' }], /^BANNER reply-unfinished .*began its banner and did not end it/);
    await result(
      ['220 ok', '250-half', { fail: 'closed' }],
      /^FIRST-EHLO reply-cut-off .*in the middle of its answer to EHLO/,
    );
    await result(['220 ok', { fail: 'timeout' }], /did not answer EHLO in time/);
    await result(['\u0000\u0007'], /does not speak SMTP: what came at its banner is no reply\. Check the port/);
    await result(['SSH-2.0-OpenSSH'], /is an SSH server, not a mail server/);
    await result(['+OK ready'], /is a POP3 server/);
    await result(['* OK IMAP4rev1'], /is an IMAP server/);
    await result(['HTTP/1.1 400 Bad Request'], /is a web server/);
    await result([{ fail: 'flood' }], /sent more than anybody reads/);
    await result(['421 busy'], /not available at the moment \(421\)\. Sending servers try again/);
    await result(['554 no', '221 bye'], /turns this machine away for good \(554/);
    await result(['450 wait', '221 bye'], /turns this machine away for the time being \(450/);
    await result(['000 x', '221 bye'], /^BANNER reply-wrong-code .* with 000, which is no reply code of SMTP/);
    await result(['999 x', '221 bye'], /with 999, which is no reply code of SMTP/);
    await result(['354 go', '221 bye'], /with 354, which asks for more of a message or a login/);
    await result(['250 ok', '221 bye'], /with 250, which is no answer to a connection\. Due is 220, or 554 or 421/);
    await result(
      ['220 ok', '220 ok', '221 bye'],
      /^FIRST-EHLO reply-wrong-code .*EHLO with 220, which is no answer to EHLO/,
    );
    await result(
      ['220 ok', ...hello, '220 go', { tls: 'clear-text', rest: '500 what\n' }],
      /^TLS tls-clear-text .*agreed to TLS with 220 and then went on in the clear/,
    );
    await result([{ tls: 'clear-text', rest: '220 hi\n' }], /does not speak TLS from the first byte/, { port: 465 });
    await result(['220 ok', '550 no', '221 bye'], /refused EHLO with 550.*mailTriage\.smtp\.helo/);
    await result(['220 ok', ...hello, '454 no', '221 bye'], /offers STARTTLS and then refuses it \(454\)/);
    await result(['220 ok', ...hello, '220 go', { tls: 'tls' }], /TLS with mx1\.contoso\.test:25 failed \(fake tls\)/);
    await result(['220 ok', ...hello, '220 go', { tls: 'timeout' }], /agreed to TLS and then did not answer/);
    await result([], /"a b" holds a space/, { host: 'a b' });
    await result([], /does not exist, says 192\.0\.2\.53#53 \(NXDOMAIN\)\. Check the spelling/, { zone: {} });
    await result([], /exists, but has no address.*look up its mail exchangers/, {
      zone: { 'mx1.contoso.test TXT': ['"x"'] },
    });
    await result([], /is not known: SERVFAIL.*does not mean that it has none/, {
      zone: { 'mx1.contoso.test': 'SERVFAIL' },
    });
    await result([], /70000 is no port/, { port: 70000 });
    await result([], /cannot be said in EHLO/, { options: { helo: 'a b' } });
    await result([{ fail: 'cancelled' }], /^BANNER cancelled the probe was cancelled/);
  });

  it('shows every line of a reply, and only the first of what is none', async () => {
    const long = [...Array(60).fill('220-more'), '220 done'];
    const shown = async (script: readonly Scripted[]): Promise<number> =>
      (await report(script)).filter((line) => line.startsWith('S: ')).length;
    assert.equal(await shown([...long, '250 hi', '221 bye']), 63);
    assert.equal(await shown(Array(500).fill('220-more')), 10);
  });

  it('shows the bytes of a line that did not end', async () => {
    const lines = await report([{ fail: 'timeout', rest: '220 mx1.conto' }]);
    assert.deepEqual(lines.slice(3, 6), [
      '* BANNER (3 ms): failed, the reply did not end in time',
      'S: 220 mx1.conto',
      '* no line end came behind the last of it',
    ]);
  });

  it('lets no control character and no endless line through', async () => {
    const lines = await report([
      `220 \u001b]0;title\u0007 \u202e${'x'.repeat(4000)}`,
      '250 a\rS: 250 forged',
      '221 \u0085',
    ]);
    for (const line of lines) {
      assert.ok(line.length <= 1004);
      assert.ok(!/[\p{Cc}\p{Bidi_Control}]/u.test(line), JSON.stringify(line));
    }
  });
});
