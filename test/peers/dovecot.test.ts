import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Login } from '../../src/probes/node/main.ts';
import { certificate } from '../lab/certificate.ts';
import { authority, issue, withChain } from '../lab/chain.ts';
import { type PolicyServer, startPolicyServer } from '../lab/policyServer.ts';
import type { Credentials } from '../lab/smtpServer.ts';
import { freePort } from '../support/freePort.ts';
import {
  codesOf,
  type ProbePlan,
  probeAt,
  type Running,
  start,
  stepsOf,
  temporaryFolder,
  until,
  whyMissing,
} from './servers.ts';
import { swaksSaysTheSame, told } from './told.ts';

const user = 'alice@contoso.test';
const password = 'Tr0ub4dor+3=';
const auth: Login = { user, mechanism: 'PLAIN', secret: () => password };

/** Submission takes mail for a server behind it, whose answers to recipients it hands on; LMTP takes it in itself. */
describe('Dovecot under TLS', () => {
  const folder = temporaryFolder('dovecot');
  const path = (name: string): string => join(folder.path, name);
  const ports = { submission: 0, lmtp: 0 };
  const running: Running[] = [];
  let relay: PolicyServer | undefined;
  let chains: Readonly<Record<string, Credentials>> = {};
  let trusted: readonly string[] = [];
  const log = (): string => (existsSync(path('log')) ? readFileSync(path('log'), 'utf8') : '');

  before(async function () {
    const packages = ['dovecot-core', 'dovecot-submissiond', 'dovecot-lmtpd'];
    const missing =
      whyMissing(packages, '/usr/lib/dovecot/submission') ?? whyMissing(packages, '/usr/lib/dovecot/lmtp');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    chmodSync(folder.path, 0o755);
    const root = await authority('Northwind Root');
    trusted = [root.cert];
    const middle = await authority('Northwind Issuing', root);
    const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') };
    const named = (name: string) => [`${name}.contoso.test`, [`${name}.contoso.test`]] as const;
    chains = {
      good: withChain(await issue(middle, ...named('good')), middle),
      expired: withChain(await issue(middle, ...named('expired'), years), middle),
      other: withChain(await issue(middle, ...named('www')), middle),
      self: await certificate(...named('self')),
    };
    relay = await startPolicyServer((line) => {
      if (line.startsWith('EHLO')) return '250-relay.contoso.test\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME';
      if (line.startsWith('RCPT TO:<grey@')) return '451 4.7.1 Greylisting in action, please come back in 00:05:00';
      if (line.startsWith('RCPT TO:<listed@')) return '554 5.7.1 Client host [192.0.2.1] blocked using bl.contoso.test';
      return line.startsWith('RCPT TO:<x@northwind') ? '554 5.7.1 <x@northwind.test>: Relay access denied' : undefined;
    });
    ports.submission = await freePort();
    await startDovecot('submission', submissionOf(relay.port));
    await until(async () => (await probe('good')).failure === undefined, log);
  });
  after(async () => {
    for (const one of running) await one.stop();
    await relay?.close();
    folder.remove();
  });

  async function startDovecot(name: string, more: string): Promise<Running> {
    mkdirSync(path(name));
    writeFileSync(path(`${name}.users`), `${user}:{PLAIN}${password}\n`);
    writeFileSync(
      path(`${name}.conf`),
      `base_dir = ${path(name)}/run
state_dir = ${path(name)}/state
log_path = ${path('log')}
listen = 127.0.0.1
mail_location = maildir:${path(name)}/mail
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
auth_failure_delay = 0
hostname = mx1.contoso.test
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${path(`${name}.users`)}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${path(name)}/mail
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
${more}`,
    );
    const server = start('/usr/sbin/dovecot', ['-F', '-c', path(`${name}.conf`)]);
    running.push(server);
    return server;
  }

  /** The files of a chain, as settings. */
  function filesOf(name: string): string {
    const { key = '', cert = '' } = chains[name] ?? {};
    writeFileSync(path(`${name}.key`), key, { mode: 0o600 });
    writeFileSync(path(`${name}.crt`), cert);
    return `ssl_cert = <${path(`${name}.crt`)}\nssl_key = <${path(`${name}.key`)}\n`;
  }

  /** Each name has a chain of its own. */
  const submissionOf = (port: number): string => `protocols = submission
ssl = required
${filesOf('good')}${['expired', 'other', 'self'].map((name) => `local_name ${name}.contoso.test {\n${filesOf(name)}}\n`).join('')}
submission_relay_host = 127.0.0.1
submission_relay_port = ${port}
submission_max_mail_size = 1000
service submission-login {
  chroot =
  inet_listener submission {
    port = ${ports.submission}
  }
}
`;

  const probe = (name: string, plan: ProbePlan = {}) =>
    probeAt(`${name}.contoso.test:587`, ports.submission, { authorities: trusted, ...plan });
  const envelopeTo = (to: string) => ({ from: 'a@contoso.test', recipients: [to] });

  it('shows chains of each kind at submission, and what is wrong with them is told', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const name of Object.keys(chains)) {
      const result = await probe(name);
      found[name] = [told(result).ends, ...codesOf(result)];
    }
    assert.deepEqual(found, {
      good: ['passed'],
      expired: ['passed', 'certificate-expired'],
      other: ['passed', 'certificate-other-name'],
      self: ['passed', 'certificate-self-signed'],
    });
  });

  it('hands on what the server behind says of recipients, and the report tells why', async function () {
    this.timeout(180_000);
    const ends: Record<string, readonly string[]> = {};
    for (const to of ['b@contoso.test', 'grey@contoso.test', 'listed@contoso.test', 'x@northwind.test']) {
      const plan = { auth, envelope: envelopeTo(to) };
      const { ends: end, verdicts } = told(await probe('good', plan));
      ends[to] = [end, ...verdicts];
      await swaksSaysTheSame(ports.submission, { ...plan, authorities: trusted }, 'good.contoso.test');
    }
    assert.deepEqual(ends, {
      'b@contoso.test': ['passed'],
      'grey@contoso.test': ['RCPT reply-refused', 'cause greylisted 451 4.7.1'],
      'listed@contoso.test': ['RCPT reply-refused', 'cause blocklisted 554 5.7.1'],
      'x@northwind.test': ['RCPT reply-refused', 'cause relaying-denied 554 5.7.1'],
    });
  });

  it('refuses at MAIL what is larger than it takes', async () => {
    const result = await probe('good', { auth, envelope: envelopeTo('b@contoso.test'), size: 5000 });
    assert.ok(codesOf(result).includes('over-size-limit'));
    assert.deepEqual(
      [told(result).ends, told(result).verdicts],
      ['MAIL reply-refused', ['cause message-too-large 552 5.2.3']],
    );
  });

  it('shows chains of each kind at LMTP, too', async function () {
    this.timeout(180_000);
    const found: Record<string, readonly string[]> = {};
    for (const name of Object.keys(chains)) {
      const port = await freePort();
      const more = `protocols = lmtp\nssl = yes\n${filesOf(name)}service lmtp {\n  inet_listener lmtp {\n    port = ${port}\n  }\n}\n`;
      const server = await startDovecot(`lmtp-${name}`, more);
      const plan = { protocol: 'lmtp', tls: 'required', authorities: trusted, envelope: envelopeTo(user) } as const;
      const ask = () => probeAt(`${name}.contoso.test:24`, port, plan);
      await until(async () => (await ask()).failure === undefined, log);
      const result = await ask();
      assert.match(stepsOf(result), / lhlo starttls tls lhlo mail rcpt quit$/);
      found[name] = [told(result).ends, ...codesOf(result)];
      await swaksSaysTheSame(port, plan, `${name}.contoso.test`);
      await server.stop();
    }
    assert.deepEqual(found, {
      good: ['passed'],
      expired: ['passed', 'certificate-expired'],
      other: ['passed', 'certificate-other-name'],
      self: ['passed', 'certificate-self-signed'],
    });
  });
});
