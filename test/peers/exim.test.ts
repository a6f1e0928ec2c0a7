import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { Login } from '../../src/probes/node/main.ts';
import { certificate } from '../lab/certificate.ts';
import { type Authority, authority, issue, withChain } from '../lab/chain.ts';
import { ocspResponse } from '../lab/ocsp.ts';
import type { Credentials } from '../lab/smtpServer.ts';
import { freePort } from '../support/freePort.ts';
import {
  bannerOf,
  codesOf,
  type ProbePlan,
  probeAt,
  type Running,
  start,
  stepsOf,
  temporaryFolder,
  until,
} from './servers.ts';
import { swaksSaysTheSame, told } from './told.ts';
import { librariesIn, startScript, unpack } from './unpacked.ts';

/** The user that Debian's Exim insists on; it is made for this process alone, and no package is installed. */
const USER = { name: 'Debian-exim', id: 60_123 };
const CHAINS = ['good', 'expired', 'other', 'revoked'] as const;

const user = 'alice@contoso.test';
const password = 'Tr0ub4dor+3=';

describe('Exim', () => {
  const folder = temporaryFolder('exim');
  const ports = { starttls: 0, plain: 0, implicit: 0, closed: 0, good: 0, expired: 0, other: 0, revoked: 0 };
  let server: Running | undefined;
  let root: Authority;

  before(async function () {
    const missing = unpack(folder.path, {
      name: 'Exim',
      packages: ['exim4-daemon-light', 'libidn12'],
      binary: 'usr/sbin/exim4',
    });
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const key of Object.keys(ports) as (keyof typeof ports)[]) ports[key] = await freePort();
    await configure();
    server = start('unshare', ['-m', 'sh', join(folder.path, 'start.sh')], {
      LD_LIBRARY_PATH: librariesIn(folder.path),
    });
    await until(
      async () => (await probe(ports.plain)).failure === undefined,
      () => server?.output() ?? '',
    );
  });

  after(async () => {
    await server?.stop();
    folder.remove();
  });

  function writeCredentials(name: string, { key, cert }: Credentials): void {
    writeFileSync(join(folder.path, `${name}.key`), key, { mode: 0o600 });
    chownSync(join(folder.path, `${name}.key`), USER.id, USER.id);
    writeFileSync(join(folder.path, `${name}.crt`), cert);
  }

  /** A configuration and a spool of its own; the names of user and group are seen by this process alone. */
  async function configure(): Promise<void> {
    const { path } = folder;
    for (const name of ['spool', 'log']) {
      mkdirSync(join(path, name));
      chownSync(join(path, name), USER.id, USER.id);
    }
    chmodSync(path, 0o755);
    const names = ['mail.fabrikam.test'];
    writeCredentials('self', await certificate('mail.fabrikam.test', names));
    root = await authority('Northwind Root');
    const middle = await authority('Northwind Issuing', root);
    const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') };
    const good = await issue(middle, 'mail.fabrikam.test', names);
    const revoked = await issue(middle, 'mail.fabrikam.test', names, { serial: '0b' });
    writeCredentials('good', withChain(good, middle));
    writeCredentials('expired', withChain(await issue(middle, 'mail.fabrikam.test', names, years), middle));
    writeCredentials('other', withChain(await issue(middle, 'www.fabrikam.test', ['www.fabrikam.test']), middle));
    writeCredentials('revoked', withChain(revoked, middle));
    writeFileSync(join(path, 'good.ocsp'), await ocspResponse(middle, { status: 'good', serial: '0a' }));
    writeFileSync(join(path, 'revoked.ocsp'), await ocspResponse(middle, { status: 'revoked', serial: '0b' }));
    const binary = `${path}/package/usr/sbin/exim4`;
    startScript(path, [USER], [], `${binary} -bdf -C ${path}/exim.conf`);
    const byPort = (map: (chain: string) => string): string =>
      CHAINS.reduce((rest, one) => `\${if eq{$received_port}{${ports[one]}}{${map(one)}}{${rest}}}`, map('self'));
    const staples = (['good', 'revoked'] as const)
      .map((one) => `\${if eq{$received_port}{${ports[one]}}{${path}/${one}.ocsp}{}}`)
      .join('');
    writeFileSync(
      join(path, 'exim.conf'),
      `primary_hostname = mail.fabrikam.test
spool_directory = ${path}/spool
log_file_path = ${path}/log/%slog
pid_file_path = ${path}/exim.pid
keep_environment =
daemon_smtp_ports = ${Object.values(ports).join(' : ')}
tls_on_connect_ports = ${ports.implicit}
local_interfaces = 127.0.0.1
tls_advertise_hosts = \${if eq{$received_port}{${ports.plain}}{}{*}}
tls_certificate = ${byPort((one) => `${path}/${one}.crt`)}
tls_privatekey = ${byPort((one) => `${path}/${one}.key`)}
tls_ocsp_file = ${staples}
message_size_limit = 2000
prdr_enable = true
chunking_advertise_hosts = *
dsn_advertise_hosts = *
rfc1413_query_timeout = 0s
acl_smtp_connect = check_connect
acl_smtp_mail = check_mail
acl_smtp_rcpt = check_rcpt
acl_smtp_data = check_data
acl_smtp_vrfy = accept
begin acl
check_connect:
  deny condition = \${if eq{$received_port}{${ports.closed}}}
       message = Your address is on our list\\nAsk postmaster to be taken off
  accept
check_mail:
  deny senders = blocked@fabrikam.test
       message = Sender blocked (policy 7)
  accept
check_rcpt:
  accept authenticated = *
  defer local_parts = grey
       message = Greylisted: please try again in 300 seconds
  deny local_parts = listed
       message = $sender_host_address is listed at bl.contoso.test: https://bl.contoso.test/$sender_host_address
  deny local_parts = full
       message = 552 5.2.2 Mailbox $local_part@$domain is over quota
  drop local_parts = dropme
       message = Too many recipients in this session, closing
  deny local_parts = slow
       delay = 2s
       message = Unknown user
  require message = relay not permitted
       domains = contoso.test
  deny local_parts = nobody
       message = Unknown user
  accept
check_data:
  deny condition = \${if match{$rh_subject:}{spam}}
       message = This message scored 15.2 spam points
  accept
begin routers
hole:
  driver = redirect
  data = :blackhole:
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = \${if and{{eq{$auth2}{${user}}}{eq{$auth3}{${password}}}}}
  server_set_id = $auth2
  server_advertise_condition = \${if def:tls_in_cipher}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if and{{eq{$auth1}{${user}}}{eq{$auth2}{${password}}}}}
  server_set_id = $auth1
  server_advertise_condition = \${if def:tls_in_cipher}
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = \${if eq{$auth1}{${user}}{${password}}fail}
  server_set_id = $auth1
  server_advertise_condition = \${if def:tls_in_cipher}
`,
    );
  }

  const probe = (port: number, plan: ProbePlan = {}, name = 'mail.fabrikam.test:25') => probeAt(name, port, plan);
  const envelopeTo = (...names: readonly string[]) => ({
    from: 'a@fabrikam.test',
    recipients: names.map((name) => (name.includes('@') ? name : `${name}@contoso.test`)),
  });

  it('is probed with STARTTLS', async () => {
    const result = await probe(ports.starttls);
    assert.equal(result.failure, undefined);
    assert.equal(stepsOf(result), 'redirect connect banner ehlo starttls tls ehlo quit');
    assert.deepEqual(codesOf(result), ['certificate-self-signed']);
    assert.match(bannerOf(result)[0] ?? '', /^220 mail\.fabrikam\.test ESMTP Exim/);
  });

  it('is probed without STARTTLS', async () => {
    const result = await probe(ports.plain);
    assert.equal(result.failure, undefined);
    assert.deepEqual(codesOf(result), ['no-starttls']);
  });

  it('is probed with TLS from the first byte', async () => {
    const result = await probe(ports.implicit, {}, 'mail.fabrikam.test:465');
    assert.equal(result.failure, undefined);
    assert.equal(stepsOf(result), 'redirect connect tls banner ehlo quit');
  });

  it('shows chains of each kind, and what is wrong with them is told', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const one of CHAINS) {
      const result = await probe(ports[one], { authorities: [root.cert] });
      found[one] = [told(result).ends, ...codesOf(result)];
      if (one === 'good') assert.match(told(result).text, /^\* the certificate has not been revoked/m);
    }
    assert.deepEqual(found, {
      good: ['passed'],
      expired: ['passed', 'certificate-expired'],
      other: ['passed', 'certificate-other-name'],
      // GnuTLS does not show a response that says so, and Exim none without it.
      revoked: ['STARTTLS reply-refused'],
    });
  });

  it('may refuse the connection, in several lines', async () => {
    const result = await probe(ports.closed);
    assert.equal(result.failure?.step, 'banner');
    assert.deepEqual(bannerOf(result), ['550-Your address is on our list', '550 Ask postmaster to be taken off']);
    assert.deepEqual(told(result).verdicts, ['cause blocklisted 550']);
  });

  it('lets in by PLAIN, LOGIN and CRAM-MD5 with the right password, and not with another', async () => {
    for (const mechanism of ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const) {
      const login = (secret: string): Login => ({ user, mechanism, secret: () => secret });
      const plan = { envelope: envelopeTo('someone@northwind.test') };
      const right = told(await probe(ports.starttls, { ...plan, auth: login(password) }));
      assert.equal(right.ends, 'passed', right.text);
      const wrong = told(await probe(ports.starttls, { ...plan, auth: login('Wr0ng-secret') }));
      assert.deepEqual([wrong.ends, wrong.verdicts], ['AUTH reply-refused', ['cause login-failed 535']]);
      assert.ok(!/Wr0ng|Tr0ub/.test(right.text + wrong.text));
    }
  });

  it('answers each recipient in its own way, and the report tells why', async () => {
    const ends: Record<string, readonly string[]> = {};
    for (const name of ['grey', 'listed', 'full', 'dropme', 'nobody', 'x@northwind.test']) {
      const { ends: end, verdicts } = told(await probe(ports.plain, { envelope: envelopeTo(name) }));
      ends[name] = [end, ...verdicts];
    }
    assert.deepEqual(ends, {
      grey: ['RCPT reply-refused', 'cause greylisted 451'],
      listed: ['RCPT reply-refused', 'cause blocklisted 550'],
      full: ['RCPT reply-refused', 'cause mailbox-full 552 5.2.2'],
      dropme: ['RCPT reply-refused', 'cause too-many-recipients 550'],
      nobody: ['RCPT reply-refused', 'cause recipient-unknown 550'],
      'x@northwind.test': ['RCPT reply-refused', 'cause relaying-denied 550'],
    });
  });

  it('refuses a sender, a size and a message at their steps', async () => {
    const envelope = envelopeTo('b');
    const sender = told(await probe(ports.plain, { envelope: { ...envelope, from: 'blocked@fabrikam.test' } }));
    assert.equal(sender.ends, 'MAIL reply-refused');
    const size = await probe(ports.plain, { envelope, size: 5000 });
    assert.ok(codesOf(size).includes('over-size-limit'));
    assert.deepEqual([told(size).ends, told(size).verdicts], ['MAIL reply-refused', ['cause message-too-large 552']]);
    const spam = told(await probe(ports.plain, { envelope, message: { text: 'Subject: spam\n\nx\n' } }));
    assert.deepEqual([spam.ends, spam.verdicts], ['MESSAGE reply-refused', ['cause spam-refused 550']]);
  });

  it('takes a message by DATA and by BDAT, with the envelope at once, with DSN and an answer for each recipient', async () => {
    const plan = {
      envelope: envelopeTo('b', 'c'),
      message: { text: 'Subject: x\n\n.\nx\n' },
      dsn: { ret: 'HDRS', envid: 'x1', notify: ['FAILURE'] },
    } as const;
    for (const more of [{}, { pipelining: true }, { chunking: true }, { prdr: true }]) {
      const report = told(await probe(ports.plain, { ...plan, ...more }));
      assert.equal(report.ends, 'passed', report.text);
      assert.ok(report.verdicts.length > 0 && report.verdicts.every((one) => one.startsWith('success')), report.text);
    }
  });

  it('that waits before a refusal is told as a tarpit', async () => {
    const result = await probe(ports.plain, { envelope: envelopeTo('slow', 'slow', 'slow') });
    assert.ok(codesOf(result).includes('tarpit'), JSON.stringify(codesOf(result)));
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    this.timeout(180_000);
    for (const to of ['b', 'grey', 'listed', 'x@northwind.test']) {
      if (!(await swaksSaysTheSame(ports.plain, { envelope: envelopeTo(to) }))) this.skip();
    }
    const envelope = envelopeTo('b', 'c');
    await swaksSaysTheSame(ports.plain, { envelope: { ...envelope, from: 'blocked@fabrikam.test' } });
    await swaksSaysTheSame(ports.closed, { envelope });
    for (const more of [{}, { prdr: true }, { pipelining: true }])
      await swaksSaysTheSame(ports.plain, { envelope, message: { text: 'Subject: x\n\nx\n' }, ...more });
    await swaksSaysTheSame(ports.plain, { envelope, message: { text: 'Subject: spam\n\nx\n' } });
  });

  it('says so under TLS, too, with each chain and each login', async function () {
    this.timeout(180_000);
    const plan = { envelope: envelopeTo('b'), authorities: [root.cert] };
    if (!(await swaksSaysTheSame(ports.implicit, { ...plan, tls: 'implicit' }))) this.skip();
    for (const one of ['starttls', ...CHAINS] as const) {
      await swaksSaysTheSame(ports[one], { ...plan, tls: 'required' }, 'mail.fabrikam.test');
    }
    for (const [mechanism, secret] of [
      ['PLAIN', password],
      ['LOGIN', password],
      ['CRAM-MD5', password],
      ['PLAIN', 'Wr0ng-secret'],
    ] as const) {
      const auth: Login = { user, mechanism, secret: () => secret };
      await swaksSaysTheSame(ports.starttls, { ...plan, auth }, 'mail.fabrikam.test');
    }
  });

  it('writes a log that is read', () => {
    const text = readFileSync(join(folder.path, 'log', 'mainlog'), 'utf8');
    const [block] = readTicket(text).blocks;
    assert.equal(block?.kind === 'log' ? block.format : block?.kind, 'exim');
  });
});
