import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { mailExchangers, smtpServer } from '../../../src/probes/node/main.ts';
import { createResolve } from '../../../src/probes/node/resolve.ts';
import type { SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import { type Lab, startLab } from '../../lab/main.ts';

const never = new AbortController().signal;
let lab: Lab;

before(async () => {
  lab = await startLab();
});
after(() => lab.close());

const servers = (): readonly string[] => [`${lab.dns.address}:${lab.dns.port}`];

/** Short waits where the lab is silent, long ones where it answers. */
async function probe(endpoint: string, signal: AbortSignal = never, timeout = 4000): Promise<SmtpProbeResult> {
  const connectTo = lab.settings['mailTriage.smtp.connectTo'] as Record<string, string>;
  return smtpServer(endpoint, { resolvers: servers(), helo: 'probe.test', timeout, connectTo }, signal);
}

async function ends(endpoint: string, expected: string, timeout?: number): Promise<SmtpProbeResult> {
  const result = await probe(endpoint, never, timeout);
  const { failure } = result;
  assert.equal(failure === undefined ? 'well' : `${failure.step} ${failure.kind}`, expected, JSON.stringify(failure));
  return result;
}

const codes = (result: SmtpProbeResult): readonly string[] => result.findings.map((one) => one.code);

async function ask(name: string, type: 'A' | 'MX' | 'TXT' | 'CNAME' = 'A', timeout = 2000): Promise<string> {
  const answer = await createResolve({ servers: servers(), timeout, tries: 2 })({ name, type }, never);
  return [answer.status, ...answer.records.map((one) => `${one.type} ${one.data}`)].join(', ');
}

describe('a resolver over the network', () => {
  it('writes records in zone-file form', async () => {
    assert.equal(await ask('contoso.test', 'MX'), 'NOERROR, MX 10 mx1.contoso.test., MX 20 mx2.contoso.test.');
    assert.equal(await ask('contoso.test', 'TXT'), 'NOERROR, TXT "v=spf1 mx -all"');
    assert.equal(await ask('mail.alias.test'), 'NOERROR, CNAME mx1.contoso.test., A 127.0.0.1');
    assert.equal(await ask('nomail.test', 'MX'), 'NOERROR, MX 0 .');
  });
  it('tells no such name, no data and no answer apart', async () => {
    assert.equal(await ask('nowhere.test'), 'NXDOMAIN');
    assert.equal(await ask('nohost.test'), 'NOERROR');
    assert.equal(await ask('servfail.test'), 'SERVFAIL');
    assert.equal(await ask('refused.test'), 'REFUSED');
    assert.equal(await ask('silent.test', 'A', 60), 'TIMEOUT');
    assert.equal(await ask('malformed.test', 'A', 60), 'MALFORMED');
  });
  it('goes to TCP where the answer does not fit', async () => {
    const answer = await createResolve({ servers: servers() })({ name: 'big.test', type: 'TXT' }, never);
    assert.equal(answer.records.length, 30);
    assert.ok(answer.records[29]?.data.startsWith('"part 29 x'));
    assert.ok(lab.dns.asked.includes('udp big.test TXT') && lab.dns.asked.includes('tcp big.test TXT'));
  });
  it('ignores an answer with another id or to another question', async () => {
    assert.equal(await ask('tricky.test'), 'NOERROR, A 127.0.0.1');
    assert.equal(await ask('wrongquestion.test'), 'NXDOMAIN');
  });
  it('asks again without EDNS where the server does not know it (RFC 6891)', async () => {
    assert.equal(await ask('noedns.test'), 'NOERROR, A 127.0.0.1');
    const old = createSocket('udp4', (bytes, { port, address }) => {
      const reply = Buffer.from(bytes);
      // NOTIMP where EDNS was in the question, as servers answer that never heard of it.
      reply.writeUInt16BE(bytes.readUInt16BE(10) === 0 ? 0x8183 : 0x8184, 2);
      old.send(reply, port, address);
    });
    await new Promise<void>((done) => old.bind(0, '127.0.0.1', done));
    const resolve = createResolve({ servers: [`127.0.0.1:${old.address().port}`] });
    assert.equal((await resolve({ name: 'a.test', type: 'A' }, never)).status, 'NXDOMAIN');
    old.close();
  });
  it('asks a silent server as often as it was told', async () => {
    const before = lab.dns.asked.length;
    await createResolve({ servers: servers(), timeout: 50, tries: 3 })(
      { name: 'thrice.silent.test', type: 'A' },
      never,
    );
    assert.equal(lab.dns.asked.slice(before).filter((one) => one === 'udp thrice.silent.test A').length, 3);
  });
  it('goes on to the next server', async () => {
    const closed = lab.smtp.get('refuses.lab.test:25')?.port;
    const resolve = createResolve({ servers: [`127.0.0.1:${closed}`, ...servers()], timeout: 1000 });
    const answer = await resolve({ name: 'mx1.contoso.test', type: 'A' }, never);
    assert.deepEqual([answer.status, answer.server], ['NOERROR', `127.0.0.1#${lab.dns.port}`]);
  });
  it('goes on to the next server from one that says nothing about the name', async () => {
    const resolve = async (code: number) => {
      const first = createSocket('udp4', (bytes, { port, address }) => {
        const reply = Buffer.from(bytes);
        reply.writeUInt16BE(0x8180 | code, 2);
        first.send(reply, port, address);
      });
      await new Promise<void>((done) => first.bind(0, '127.0.0.1', done));
      const resolvers = [`127.0.0.1:${first.address().port}`, ...servers()];
      const answer = await createResolve({ servers: resolvers })({ name: 'mx1.contoso.test', type: 'A' }, never);
      const alone = await createResolve({ servers: resolvers.slice(0, 1) })({ name: 'a.test', type: 'A' }, never);
      first.close();
      return [alone.status, answer.status, answer.server === `127.0.0.1#${lab.dns.port}`];
    };
    assert.deepEqual(await resolve(2), ['SERVFAIL', 'NOERROR', true]);
    assert.deepEqual(await resolve(5), ['REFUSED', 'NOERROR', true]);
    assert.deepEqual(await resolve(4), ['NOTIMP', 'NOERROR', true]);
    assert.deepEqual(await resolve(3), ['NXDOMAIN', 'NXDOMAIN', false]);
  });
  it('says what is wrong with the server itself', async () => {
    const closed = lab.smtp.get('refuses.lab.test:25')?.port;
    const unreachable = await createResolve({ servers: [`127.0.0.1:${closed}`] })({ name: 'a.test', type: 'A' }, never);
    assert.equal(unreachable.status, 'UNREACHABLE');
    assert.match(unreachable.detail ?? '', /ECONNREFUSED/);
    const none = await createResolve({ servers: ['resolver.test'] })({ name: 'a.test', type: 'A' }, never);
    assert.equal(none.status, 'UNREACHABLE');
    assert.match(none.detail ?? '', /resolver\.test is no address/);
  });
  it('is cancelled while it waits', async () => {
    const stop = new AbortController();
    const waiting = createResolve({ servers: servers(), timeout: 60_000 })(
      { name: 'silent.test', type: 'A' },
      stop.signal,
    );
    stop.abort();
    assert.equal((await waiting).status, 'CANCELLED');
  });
  it('does not throw on a name that no packet can hold', async () => {
    assert.equal(await ask(`${'x'.repeat(300)}.test`), 'MALFORMED');
  });
});

describe('mail exchangers over the network', () => {
  const outcome = async (domain: string): Promise<string> => {
    const result = await mailExchangers(domain, { resolvers: servers(), dnsTimeout: 2000 }, never);
    return [result.outcome, ...result.findings.map((one) => one.code).filter((one) => one !== 'address-loopback')].join(
      ' ',
    );
  };
  it('are found, or are not, each in its way', async () => {
    assert.equal(await outcome('contoso.test'), 'found');
    assert.equal(await outcome('nomail.test'), 'null-mx');
    assert.equal(await outcome('implicit.test'), 'implicit');
    assert.equal(await outcome('noaddress.test'), 'found mx-no-address');
    assert.equal(await outcome('gonemx.test'), 'found mx-no-such-name');
    assert.equal(await outcome('alias.test'), 'found mx-is-alias');
    assert.equal(await outcome('literal.test'), 'found mx-is-address');
    assert.equal(await outcome('lamemx.test'), 'found mx-unanswered');
    assert.equal(await outcome('nohost.test'), 'no-host');
    assert.equal(await outcome('nowhere.test'), 'no-such-domain');
    assert.equal(await outcome('servfail.test'), 'unanswered');
    assert.equal(await outcome('BÜCHER.test'), 'no-such-domain');
    assert.ok(lab.dns.asked.includes('udp xn--bcher-kva.test MX'));
  });
});

describe('an SMTP server over the network', () => {
  it('that does everything right', async () => {
    const result = await ends('mx1.contoso.test', 'well');
    assert.deepEqual(codes(result), ['certificate-self-signed']);
    const tls = result.steps.find((one) => one.step === 'tls')?.info;
    assert.match(tls?.version ?? '', /^TLSv1\.[23]$/);
    assert.deepEqual([tls?.subject, tls?.names[0]], ['mx1.contoso.test', 'mx1.contoso.test']);
    assert.deepEqual(lab.heard.get('mx1.contoso.test:25')?.slice(-4), [
      'EHLO probe.test',
      'STARTTLS',
      'EHLO probe.test',
      'QUIT',
    ]);
  });
  it('with TLS from the first byte', async () => {
    await ends('mx1.contoso.test:465', 'well');
    await ends('nostarttls.lab.test:25', 'well');
  });
  it('with a certificate that is expired or for another name', async () => {
    assert.ok(codes(await ends('expired.lab.test', 'well')).includes('certificate-expired'));
    assert.ok(codes(await ends('othername.lab.test', 'well')).includes('certificate-other-name'));
  });
  it('without STARTTLS, with HELO only, with mixed codes', async () => {
    assert.deepEqual(codes(await ends('nostarttls.lab.test', 'well')), ['no-starttls']);
    assert.deepEqual(codes(await ends('heloonly.lab.test', 'well')), ['only-helo', 'no-starttls']);
    assert.ok(codes(await ends('mixedcodes.lab.test', 'well')).includes('codes-differ'));
  });
  it('whose banner has several lines, or bytes that are no UTF-8', async () => {
    const banner = async (endpoint: string): Promise<unknown> => {
      const step = (await ends(endpoint, 'well')).steps.find((one) => one.step === 'banner');
      return step && 'lines' in step && step.lines;
    };
    assert.deepEqual(await banner('multiline.lab.test'), [
      '220-multiline.lab.test',
      '220-second line',
      '220 third line',
    ]);
    assert.deepEqual(await banner('latin1.lab.test'), ['220 latin1.lab.test Grüße']);
  });
  it('that does not want to talk', async () => {
    await ends('refuses.lab.test', 'connect refused');
    await ends('banner554.lab.test', 'banner unwelcome');
    assert.deepEqual(lab.heard.get('banner554.lab.test:25'), ['QUIT']);
    await ends('banner421.lab.test', 'banner unwelcome');
    await ends('silent.lab.test', 'banner timeout', 100);
    assert.deepEqual(lab.heard.get('silent.lab.test:25'), []);
  });
  it('that breaks off or talks rubbish', async () => {
    await ends('closes.lab.test', 'ehlo cut-off');
    await ends('rubbish.lab.test', 'banner not-a-reply');
    await ends('endlessline.lab.test', 'banner flood');
    await ends('endlessreply.lab.test', 'banner endless-reply');
    await ends('flood.lab.test', 'banner flood');
  });
  it('whose TLS is broken', async () => {
    await ends('starttlsrefused.lab.test', 'starttls refused-command');
    await ends('brokentls.lab.test', 'tls clear-text');
  });
  it('that is given words in the clear before TLS: they are dropped (RFC 3207 4.2)', async () => {
    const result = await ends('injected.lab.test', 'well');
    const said = result.steps.flatMap((one) => ('lines' in one && one.tls ? one.lines : []));
    assert.equal(said[0], '250-injected.lab.test');
    assert.ok(!JSON.stringify(said).includes('injected in the clear'));
    assert.ok(codes(result).includes('starttls-injection'));
  });
  it('whose name is not known', async () => {
    await ends('nowhere.test', 'name no-such-name');
    await ends('mx.servfail.test', 'name unanswered');
  });
  it('at a port that is none', async () => {
    await ends('mx1.contoso.test:99999', 'name bad-port');
  });
});

describe('a probe over the network is cancelled', () => {
  const cancelled = async (endpoint: string, at: string): Promise<void> => {
    const stop = new AbortController();
    const connectTo = lab.settings['mailTriage.smtp.connectTo'] as Record<string, string>;
    const options = { resolvers: servers(), helo: 'probe.test', timeout: 60_000, connectTo };
    const result = await smtpServer(endpoint, options, stop.signal, (step) => {
      // The next step is under way when this fires.
      if (step.step === at) setImmediate(() => stop.abort());
    });
    assert.equal(result.failure?.kind, 'cancelled');
  };
  it('while it waits for the banner', () => cancelled('silent.lab.test', 'connect'));
  it('while a reply does not end', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const result = await probe('endlessreply.lab.test', stop.signal, 60_000);
    assert.equal(result.failure?.kind, 'cancelled');
  });
  it('while DNS is asked', async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort());
    const result = await probe('mx.silent.test', stop.signal, 60_000);
    assert.deepEqual([result.failure?.step, result.failure?.kind], ['name', 'cancelled']);
  });
  it('in the middle of TLS', () => cancelled('mutetls.lab.test', 'starttls'));
  it('before it begins', async () => {
    const stop = new AbortController();
    stop.abort();
    assert.equal((await probe('mx1.contoso.test', stop.signal)).failure?.kind, 'cancelled');
    const lookup = await mailExchangers('contoso.test', { resolvers: servers() }, stop.signal);
    assert.equal(lookup.outcome, 'cancelled');
  });
});
