import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { SmtpPlan } from '../../src/probes/smtp/plan.ts';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { freePort } from '../support/freePort.ts';
import { bannerOf, codesOf, probeAt, stepsOf, temporaryFolder, until, whyMissing } from './servers.ts';
import { swaksSaysTheSame } from './told.ts';

type Plan = Omit<SmtpPlan, 'auth'>;

/** Relays for nobody, takes little, and believes what we say of our client. */
const STRICT =
  '-o mynetworks=192.0.2.0/24 -o message_size_limit=1000 -o smtpd_authorized_xclient_hosts=127.0.0.1 -o smtpd_tls_security_level=none';

describe('Postfix', () => {
  const folder = temporaryFolder('postfix');
  const ports = { plain: 0, starttls: 0, implicit: 0, strict: 0, proxied: 0 };
  const config = join(folder.path, 'config');
  let started = false;

  before(async function () {
    const missing = whyMissing(['postfix'], '/usr/sbin/postfix');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const key of Object.keys(ports) as (keyof typeof ports)[]) ports[key] = await freePort();
    await configure();
    execFileSync('/usr/sbin/postfix', ['-c', config, 'start'], { stdio: 'ignore', timeout: 20_000 });
    started = true;
    await until(async () => (await probe(ports.starttls)).failure === undefined, log);
  });

  after(() => {
    if (started) execFileSync('/usr/sbin/postfix', ['-c', config, 'stop'], { stdio: 'ignore', timeout: 20_000 });
    folder.remove();
  });

  /** A configuration of its own, with its own queue, so that an installed Postfix is not touched. */
  async function configure(): Promise<void> {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postfix'], { encoding: 'utf8' })));
    for (const name of ['config', 'queue', 'data']) mkdirSync(join(folder.path, name));
    chmodSync(folder.path, 0o755);
    chownSync(join(folder.path, 'data'), uid as number, gid as number);
    const made = await generate([{ name: 'commonName', value: 'mx1.contoso.test' }], {
      keyType: 'ec',
      algorithm: 'sha256',
    });
    writeFileSync(join(config, 'key.pem'), made.private, { mode: 0o600 });
    writeFileSync(join(config, 'cert.pem'), made.cert);
    writeFileSync(
      join(config, 'main.cf'),
      `compatibility_level = 3.6
queue_directory = ${folder.path}/queue
data_directory = ${folder.path}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file_prefixes = ${folder.path}
maillog_file = ${folder.path}/log
mail_owner = postfix
setgid_group = postdrop
myhostname = mx1.contoso.test
mydestination = contoso.test
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
default_transport = discard
local_transport = discard
smtpd_tls_cert_file = ${config}/cert.pem
smtpd_tls_key_file = ${config}/key.pem
smtpd_tls_security_level = may
`,
    );
    const smtpd = (port: number, options = ''): string => `127.0.0.1:${port} inet n - n - - smtpd ${options}\n`;
    writeFileSync(
      join(config, 'master.cf'),
      `postlog unix-dgram n - n - 1 postlogd
${smtpd(ports.starttls)}${smtpd(ports.plain, '-o smtpd_tls_security_level=none')}${smtpd(ports.implicit, '-o smtpd_tls_wrappermode=yes')}${smtpd(ports.strict, STRICT)}${smtpd(ports.proxied, '-o smtpd_upstream_proxy_protocol=haproxy')}anvil unix - - n - 1 anvil
rewrite unix - - n - - trivial-rewrite
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
discard unix - - n - - discard
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
`,
    );
  }

  const log = (): string => readFileSync(join(folder.path, 'log'), 'utf8');

  const probe = (port: number, name = 'mx1.contoso.test:25', plan: Plan = {}) => probeAt(name, port, plan);
  const at = (port: number, plan: Plan) => probe(port, undefined, plan);
  const endOf = ({ failure }: SmtpProbeResult) =>
    failure && [failure.step, 'code' in failure ? failure.code : failure.kind];

  it('is probed with STARTTLS', async () => {
    const result = await probe(ports.starttls);
    assert.equal(result.failure, undefined);
    assert.equal(stepsOf(result), 'redirect connect banner ehlo starttls tls ehlo quit');
    assert.deepEqual(codesOf(result), ['certificate-self-signed']);
    assert.match(bannerOf(result)[0] ?? '', /^220 mx1\.contoso\.test ESMTP Postfix/);
  });

  it('is probed without STARTTLS', async () => {
    const result = await probe(ports.plain);
    assert.equal(result.failure, undefined);
    assert.deepEqual(codesOf(result), ['no-starttls']);
  });

  it('is probed with TLS from the first byte', async () => {
    const result = await probe(ports.implicit, 'mx1.contoso.test:465');
    assert.equal(result.failure, undefined);
    assert.equal(stepsOf(result), 'redirect connect tls banner ehlo quit');
  });

  it('is told apart from a server that expects STARTTLS', async () => {
    const result = await probe(ports.starttls, 'mx1.contoso.test:465');
    assert.deepEqual([result.failure?.step, result.failure?.kind], ['tls', 'clear-text']);
  });

  const envelope = { from: 'a@fabrikam.test', recipients: ['b@contoso.test', 'c@contoso.test'] };
  const message = { text: 'Subject: x\n\n.\nGr\u00fc\u00dfe\n' };

  it('takes an envelope and a message, each command by itself, at once and in chunks', async () => {
    for (const plan of [{}, { pipelining: true }, { chunking: true }, { pipelining: true, chunking: true }]) {
      const dsn = { ret: 'HDRS', envid: 'x1', notify: ['FAILURE'] } as const;
      const result = await at(ports.starttls, { envelope, message, dsn, ...plan });
      assert.deepEqual(
        [endOf(result), codesOf(result)],
        [undefined, ['certificate-self-signed']],
        JSON.stringify(plan),
      );
      const last = result.steps.findLast(({ step }) => step === 'message' || step === 'bdat');
      assert.match(last !== undefined && 'lines' in last ? (last.lines[0] ?? '') : '', /^250 2\.0\.0 Ok: .*queued as/);
    }
  });

  it('refuses to relay, and takes the one recipient of two that is its own', async () => {
    const away = { ...envelope, recipients: ['b@northwind.test'] };
    assert.deepEqual(endOf(await at(ports.strict, { envelope: away })), ['rcpt', 454]);
    const both = await at(ports.strict, {
      envelope: { ...envelope, recipients: ['b@northwind.test', 'b@contoso.test'] },
    });
    assert.deepEqual([endOf(both), codesOf(both)], [undefined, ['no-starttls', 'recipient-refused']]);
    // Whoever comes from its network, as a proxy would say, may relay.
    const inside = await at(ports.strict, { envelope: away, xclient: 'ADDR=192.0.2.9 NAME=client.test' });
    assert.equal(endOf(inside), undefined);
  });

  it('refuses what is too large at MAIL', async () => {
    const result = await at(ports.strict, { envelope, size: 5000 });
    assert.deepEqual(
      [endOf(result), codesOf(result)],
      [
        ['mail', 552],
        ['no-starttls', 'over-size-limit'],
      ],
    );
  });

  it('behind a load balancer wants the PROXY header', async () => {
    const proxyHeader = { source: '192.0.2.9', sourcePort: 4000 };
    assert.equal(endOf(await at(ports.proxied, { proxyHeader, envelope })), undefined);
    assert.match(log(), /client\.test|192\.0\.2\.9/);
    assert.equal(
      endOf(await at(ports.proxied, { proxyHeader: { ...proxyHeader, version: 2, source: '192.0.2.77' }, envelope })),
      undefined,
    );
    assert.match(log(), /192\.0\.2\.77/);
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    this.timeout(180_000);
    const plain = { tls: 'none', envelope } as const;
    if (!(await swaksSaysTheSame(ports.plain, plain))) this.skip();
    await swaksSaysTheSame(ports.starttls, { tls: 'required', envelope });
    await swaksSaysTheSame(ports.implicit, { tls: 'implicit', envelope });
    await swaksSaysTheSame(ports.starttls, { tls: 'required', envelope, message });
    await swaksSaysTheSame(ports.plain, { ...plain, pipelining: true });
    const away = { ...envelope, recipients: ['b@northwind.test'] };
    for (const xclient of [undefined, 'ADDR=192.0.2.9 NAME=client.test']) {
      await swaksSaysTheSame(ports.strict, { tls: 'none', envelope: away, ...(xclient !== undefined && { xclient }) });
    }
    // Of version 2 swaks shows octets in base64, a report what they say.
    const proxyHeader = { source: '192.0.2.9', sourcePort: 4000, version: 1 } as const;
    await swaksSaysTheSame(ports.proxied, { tls: 'none', proxyHeader, envelope });
  });
});
