import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import { type FakePorts, type FakeZone, fakePorts, type Scripted } from '../fakePorts.ts';
import { heldProbe } from '../heldReport.ts';

const zone = { 'mx1.contoso.test A': ['192.0.2.1'], 'mx1.contoso.test AAAA': ['2001:db8::1'] };
const hello = ['250-mx1.contoso.test', '250-STARTTLS', '250 SIZE 1000'];
const whole: Scripted[] = ['220 ready', ...hello, '220 go', { tls: {} }, ...hello, '221 bye'];
const options: SmtpProbeOptions = { helo: 'probe.test' };

async function probe(
  script: readonly Scripted[] | 'refused' | 'unreachable' | 'timeout',
  change: { host?: string; port?: number; options?: SmtpProbeOptions } = {},
): Promise<{ result: SmtpProbeResult; ports: FakePorts }> {
  const { host = 'mx1.contoso.test', port = 25 } = change;
  const ports = fakePorts(zone, { [`192.0.2.1:${port}`]: script, '127.0.0.1:4025': script });
  const result = await probeSmtpServer({ host, port }, ports, change.options ?? options, new AbortController().signal);
  heldProbe(result);
  return { result, ports };
}

async function ends(script: readonly Scripted[], step: string, kind: string, sent: readonly string[]): Promise<void> {
  const { result, ports } = await probe(script);
  assert.deepEqual([result.failure?.step, result.failure?.kind], [step, kind]);
  assert.deepEqual(
    ports.written.map((line) => line.trimEnd()),
    sent,
  );
  assert.equal(ports.closed.count, 1);
}

const stepNames = (result: SmtpProbeResult): readonly string[] => result.steps.map((one) => one.step);

describe('a probe of an SMTP server', () => {
  it('goes from the banner to QUIT, with TLS between', async () => {
    const { result, ports } = await probe(whole);
    assert.equal(result.failure, undefined);
    assert.deepEqual(result.findings, []);
    assert.deepEqual(stepNames(result), ['name', 'connect', 'banner', 'ehlo', 'starttls', 'tls', 'ehlo', 'quit']);
    assert.deepEqual(ports.written, ['EHLO probe.test\r\n', 'STARTTLS\r\n', 'EHLO probe.test\r\n', 'QUIT\r\n']);
    assert.deepEqual(ports.tlsNames, ['mx1.contoso.test']);
    assert.deepEqual(ports.dialled, ['192.0.2.1:25']);
    assert.equal(ports.closed.count, 1);
    const tls = result.steps.map((one) => 'tls' in one && one.tls);
    assert.deepEqual(tls, [false, false, false, false, false, false, true, true]);
  });

  it('hears of each step as it ends', async () => {
    const heard: string[] = [];
    const ports = fakePorts(zone, { '192.0.2.1:25': whole });
    const endpoint = { host: 'mx1.contoso.test', port: 25 };
    await probeSmtpServer(endpoint, ports, options, new AbortController().signal, (one) => heard.push(one.step));
    assert.deepEqual(heard, ['name', 'connect', 'banner', 'ehlo', 'starttls', 'tls', 'ehlo', 'quit']);
  });

  it('says our address where no name was chosen (RFC 5321 4.1.4)', async () => {
    const { ports } = await probe(whole, { options: {} });
    assert.equal(ports.written[0], 'EHLO [192.0.2.7]\r\n');
  });

  it('reads a banner of several lines and sends nothing before its end', async () => {
    const { result } = await probe(['220-one', '220-two', '220', '250 ok', '221 bye']);
    const banner = result.steps.find((one) => one.step === 'banner');
    assert.deepEqual(banner && 'lines' in banner && banner.lines, ['220-one', '220-two', '220']);
    assert.equal(result.failure, undefined);
  });

  it('starts with TLS on port 465 (RFC 8314)', async () => {
    const { result, ports } = await probe([{ tls: {} }, '220 ready', ...hello, '221 bye'], { port: 465 });
    assert.deepEqual(stepNames(result), ['name', 'connect', 'tls', 'banner', 'ehlo', 'quit']);
    assert.ok(!ports.written.includes('STARTTLS\r\n'));
  });

  it('notes that STARTTLS is not offered', async () => {
    const { result } = await probe(['220 ready', '250 mx1', '221 bye']);
    assert.deepEqual(result.findings, [{ code: 'no-starttls' }]);
  });

  it('falls back to HELO where EHLO is not known (RFC 5321 3.2)', async () => {
    for (const code of [500, 502, 504]) {
      const { result, ports } = await probe(['220 ready', `${code} what?`, '250 mx1', '221 bye']);
      assert.equal(result.failure, undefined);
      assert.deepEqual(ports.written, ['EHLO probe.test\r\n', 'HELO probe.test\r\n', 'QUIT\r\n']);
      assert.deepEqual(result.findings[0], { code: 'only-helo' });
    }
  });

  it('reports replies with differing codes (RFC 5321 4.2.1)', async () => {
    const { result } = await probe(['220 ready', '250-mx1', '550-what', '250 x', '221 bye']);
    assert.deepEqual(result.findings[0], { code: 'codes-differ', about: 'ehlo' });
  });

  it('tells a reply that came in the clear behind the 220 of STARTTLS (CVE-2011-0411)', async () => {
    const { result } = await probe([
      '220 ready',
      ...hello,
      '220 go',
      { unasked: '250 forged' },
      { tls: {} },
      ...hello,
      '221 bye',
    ]);
    assert.equal(result.failure, undefined);
    assert.deepEqual(result.findings, [{ code: 'starttls-injection' }]);
    assert.deepEqual(result.steps.find((one) => one.step === 'unasked')?.lines, ['250 forged']);
  });

  it('does not take a reply that nobody asked for for an answer', async () => {
    const unasked = async (script: readonly Scripted[]): Promise<unknown> => {
      const { result } = await probe(script);
      assert.equal(result.failure, undefined);
      const came = result.steps.flatMap((one) => (one.step === 'unasked' ? one.lines : []));
      const last = result.steps.flatMap((one) => (one.step === 'ehlo' ? [one.lines] : [])).at(-1);
      return [result.findings, came, last];
    };
    const tls = ['220 ready', ...hello, '220 go', { tls: {} }] as const;
    // Before anything was said under TLS.
    const found = [{ code: 'unasked-reply', about: 'ehlo' }];
    assert.deepEqual(await unasked([...tls, { unasked: '250 forged' }, ...hello, '221 bye']), [
      found,
      ['250 forged'],
      hello,
    ]);
    // Read as the answer to EHLO, with the real one behind it.
    const [first = '', ...others] = hello;
    const late = [first, ...others].map((unasked) => ({ unasked }));
    assert.deepEqual(await unasked([...tls, '250 forged', ...late, '221 bye']), [found, ['250 forged'], hello]);
    // An answer behind the real one is met at QUIT.
    assert.deepEqual(await unasked([...tls, ...hello, '250 forged', { unasked: '221 bye' }]), [
      [{ code: 'unasked-reply', about: 'quit' }],
      ['250 forged'],
      hello,
    ]);
  });

  it('is not harmed by a server that does not answer QUIT', async () => {
    const { result } = await probe(['220 ready', '250 mx1', { fail: 'closed' }]);
    assert.equal(result.failure, undefined);
  });
});

describe('a probe ends', () => {
  it('at the connection', async () => {
    for (const kind of ['refused', 'unreachable', 'timeout'] as const) {
      const { result } = await probe(kind, { host: '192.0.2.1' });
      assert.deepEqual([result.failure?.step, result.failure?.kind], ['connect', kind]);
    }
  });
  it('at the banner', async () => {
    await ends([{ fail: 'timeout' }], 'banner', 'timeout', []);
    await ends([], 'banner', 'closed', []);
    await ends(['220-half', { fail: 'reset' }], 'banner', 'cut-off', []);
    await ends([{ fail: 'closed', rest: '220 ha' }], 'banner', 'cut-off', []);
    await ends([{ fail: 'timeout', rest: '2' }], 'banner', 'unfinished', []);
    await ends(['220-half', { fail: 'timeout' }], 'banner', 'unfinished', []);
    await ends(['SSH-2.0-x'], 'banner', 'not-a-reply', []);
    await ends(['\u0000\u0001'], 'banner', 'not-a-reply', []);
    await ends(['220x no'], 'banner', 'not-a-reply', []);
    await ends([''], 'banner', 'not-a-reply', []);
    await ends([{ fail: 'flood' }], 'banner', 'flood', []);
    await ends(Array(1000).fill('220-more'), 'banner', 'endless-reply', []);
  });
  it('at an unwelcome banner: after 554 comes QUIT (RFC 5321 3.1), after 421 nothing', async () => {
    await ends(['554 no', '221 bye'], 'banner', 'unwelcome', ['QUIT']);
    await ends(['421 later'], 'banner', 'unwelcome', []);
    for (const code of ['000', '250', '354', '999'])
      await ends([`${code} x`, '221 bye'], 'banner', 'wrong-code', ['QUIT']);
  });
  it('at EHLO', async () => {
    await ends(['220 ok', { fail: 'closed' }], 'ehlo', 'closed', ['EHLO probe.test']);
    await ends(['220 ok', '250-half', { fail: 'closed' }], 'ehlo', 'cut-off', ['EHLO probe.test']);
    await ends(['220 ok', '354 go', '221 bye'], 'ehlo', 'wrong-code', ['EHLO probe.test', 'QUIT']);
    await ends(['220 ok', '550 no', '221 bye'], 'ehlo', 'refused-command', ['EHLO probe.test', 'QUIT']);
    await ends(['220 ok', '421 later'], 'ehlo', 'refused-command', ['EHLO probe.test']);
    await ends(['220 ok', '502 no', '550 no', '221 bye'], 'helo', 'refused-command', [
      'EHLO probe.test',
      'HELO probe.test',
      'QUIT',
    ]);
  });
  it('at STARTTLS and at TLS', async () => {
    const sent = ['EHLO probe.test', 'STARTTLS'];
    await ends(['220 ok', ...hello, '454 no', '221 bye'], 'starttls', 'refused-command', [...sent, 'QUIT']);
    await ends(['220 ok', ...hello, { fail: 'timeout' }], 'starttls', 'timeout', sent);
    await ends(['220 ok', ...hello, '250 go', '221 bye'], 'starttls', 'wrong-code', [...sent, 'QUIT']);
    await ends(['220 ok', ...hello, '220 go', { tls: 'tls' }], 'tls', 'tls', sent);
    await ends(['220 ok', ...hello, '220 go', { tls: 'clear-text', rest: '500 what' }], 'tls', 'clear-text', sent);
    await ends(['220 ok', ...hello, '220 go', { unasked: '500 what' }, { tls: 'timeout' }], 'tls', 'clear-text', sent);
    await ends(['220 ok', ...hello, '220 go', { tls: {} }, { fail: 'reset' }], 'ehlo', 'reset', [
      ...sent,
      'EHLO probe.test',
    ]);
  });
  it('before anything is sent where the request is none', async () => {
    const kind = async (change: Parameters<typeof probe>[1]): Promise<string | undefined> => {
      const { result, ports } = await probe(whole, change);
      assert.deepEqual(ports.dialled, []);
      return result.failure?.kind;
    };
    assert.equal(await kind({ host: 'a b' }), 'bad-name');
    assert.equal(await kind({ port: 70000 }), 'bad-port');
    assert.equal(await kind({ options: { helo: 'x\r\nMAIL FROM:<>' } }), 'bad-helo');
    assert.equal(await kind({ options: { connectTo: new Map([['mx1.contoso.test:25', 'x:0']]) } }), 'bad-redirect');
  });
});

describe('a certificate', () => {
  const findings = async (tls: object, host = 'mx1.contoso.test'): Promise<readonly string[]> => {
    const script = ['220 ready', ...hello, '220 go', { tls }, ...hello, '221 bye'];
    const { result } = await probe(script, { host });
    assert.equal(result.failure, undefined);
    return result.findings.map((one) => one.code);
  };
  it('is reported and not enforced', async () => {
    assert.deepEqual(await findings({}), []);
    assert.deepEqual(await findings({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), ['certificate-self-signed']);
    assert.deepEqual(await findings({ distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), ['certificate-untrusted']);
    assert.deepEqual(await findings({ notAfter: '2026-01-01T00:00:00Z', distrust: 'CERT_HAS_EXPIRED' }), [
      'certificate-expired',
    ]);
    assert.deepEqual(await findings({ notBefore: '2027-01-01T00:00:00Z' }), ['certificate-not-yet-valid']);
    assert.deepEqual(await findings({ names: ['other.test'] }), ['certificate-other-name']);
  });
  it('covers names by one wildcard on the left only (RFC 9525 6.3)', async () => {
    assert.deepEqual(await findings({ names: ['*.contoso.test'] }), []);
    assert.deepEqual(await findings({ names: ['*.test'] }), ['certificate-other-name']);
    assert.deepEqual(await findings({ names: ['192.0.2.1'] }, '192.0.2.1'), []);
  });
});

describe('the addresses of a server', () => {
  it('are tried until one connects', async () => {
    const two = { 'mx1.contoso.test A': ['192.0.2.8', '192.0.2.9'], 'mx1.contoso.test AAAA': ['2001:db8::1'] };
    const ports = fakePorts(two, { '192.0.2.8:25': 'timeout', '192.0.2.9:25': 'unreachable', '2001:db8::1:25': whole });
    const endpoint = { host: 'mx1.contoso.test', port: 25 };
    const result = await probeSmtpServer(endpoint, ports, options, new AbortController().signal);
    const connects = result.steps.filter((one) => one.step === 'connect');
    assert.deepEqual(
      connects.map((one) => [one.address, one.failure?.kind]),
      [
        ['192.0.2.8:25', 'timeout'],
        ['192.0.2.9:25', 'unreachable'],
        ['[2001:db8::1]:25', undefined],
      ],
    );
    assert.equal(result.failure, undefined);
  });
  it('are not asked for where the host is an address or localhost', async () => {
    const { ports } = await probe(whole, { host: '192.0.2.1' });
    assert.deepEqual(ports.asked, []);
    const local = await probe(whole, { host: 'localhost' });
    assert.deepEqual(local.ports.dialled, ['127.0.0.1:25', '::1:25']);
  });
  it('may be replaced, which is shown', async () => {
    const connectTo = new Map([['MX1.contoso.test:25', '127.0.0.1:4025']]);
    const { result, ports } = await probe(whole, { options: { ...options, connectTo } });
    assert.deepEqual(ports.dialled, ['127.0.0.1:4025']);
    assert.deepEqual(ports.asked, []);
    assert.deepEqual(result.steps[0], { step: 'redirect', from: 'mx1.contoso.test:25', to: '127.0.0.1:4025' });
    assert.deepEqual(ports.tlsNames, ['mx1.contoso.test']);
  });
  it('are told apart: no such name, no address, no answer', async () => {
    const kindOf = async (zoneOf: FakeZone): Promise<string | undefined> => {
      const endpoint = { host: 'mx1.contoso.test', port: 25 };
      const result = await probeSmtpServer(endpoint, fakePorts(zoneOf), options, new AbortController().signal);
      const { failure } = result;
      // @ts-expect-error only an answer of DNS has a status
      assert.equal(failure?.kind === 'refused' && failure.status, false);
      return failure?.kind === 'unanswered' ? `${failure.kind} ${failure.status}` : failure?.kind;
    };
    assert.equal(await kindOf({}), 'no-such-name');
    assert.equal(await kindOf({ 'mx1.contoso.test TXT': ['"x"'] }), 'no-address');
    assert.equal(await kindOf({ 'mx1.contoso.test': 'SERVFAIL' }), 'unanswered SERVFAIL');
    assert.equal(await kindOf({ 'mx1.contoso.test': 'TIMEOUT' }), 'unanswered TIMEOUT');
  });
});

describe('a cancelled probe', () => {
  for (const at of ['name', 'connect', 'banner', 'ehlo', 'starttls', 'tls'] as const) {
    it(`stops behind the step ${at}`, async () => {
      const stop = new AbortController();
      const ports = fakePorts(zone, { '192.0.2.1:25': whole });
      const endpoint = { host: 'mx1.contoso.test', port: 25 };
      const result = await probeSmtpServer(endpoint, ports, options, stop.signal, (one) => {
        if (one.step === at) stop.abort();
      });
      assert.equal(result.failure?.kind, 'cancelled');
      assert.equal(ports.closed.count, at === 'name' ? 0 : 1);
    });
  }
  it('does not begin', async () => {
    const stop = new AbortController();
    stop.abort();
    const result = await probeSmtpServer({ host: 'mx1.contoso.test', port: 25 }, fakePorts(zone), options, stop.signal);
    assert.equal(result.failure?.kind, 'cancelled');
  });
});
