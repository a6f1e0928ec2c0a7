import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Login, smtpServer } from '../../src/probes/node/main.ts';
import type { Mechanism } from '../../src/probes/smtp/auth/mechanism.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { certificate } from '../lab/certificate.ts';
import { type SmtpServer, startSmtpServer } from '../lab/smtpServer.ts';
import { freePort } from '../support/freePort.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';
import { swaksSaysTheSame } from './told.ts';
import { librariesIn, startScript, unpack } from './unpacked.ts';

const user = 'alice@contoso.test';
const password = 'Tr0ub4dor+3=';
const token = 'good-token';
const PASSWORDS: readonly Mechanism[] = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-256'];
/** The user that Debian's Exim insists on; it is made for this process alone. */
const EXIM = { name: 'Debian-exim', id: 60_123 };
const TOKENS: readonly Mechanism[] = ['XOAUTH2', 'OAUTHBEARER'];

describe('logins at', () => {
  const folder = temporaryFolder('login');
  const path = (name: string): string => join(folder.path, name);
  const log = (name: string): string => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '');
  let dovecot: Running | undefined;
  let tokens: Server | undefined;
  let relay: SmtpServer | undefined;
  const ports = { submission: 0, auth: 0, postfix: 0, clear: 0, exim: 0 };
  let exim: Running | undefined;
  let postfixStarted = false;

  before(async function () {
    const missing =
      whyMissing(['dovecot-core', 'dovecot-submissiond'], '/usr/lib/dovecot/submission') ??
      whyMissing(['postfix'], '/usr/sbin/postfix');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const key of Object.keys(ports) as (keyof typeof ports)[]) ports[key] = await freePort();
    chmodSync(folder.path, 0o755);
    const made = await certificate('mx.contoso.test', ['mx.contoso.test']);
    writeFileSync(path('key.pem'), made.key, { mode: 0o600 });
    writeFileSync(path('cert.pem'), made.cert);
    relay = await startSmtpServer('relay.contoso.test', {});
    tokens = createServer((request, response) => {
      const isGood = request.url?.endsWith(`=${token}`) === true;
      response.writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isGood ? { email: user } : { error: 'invalid_token' }));
    }).listen(0, '127.0.0.1');
    await once(tokens, 'listening');
    writeDovecot(relay.port, (tokens.address() as AddressInfo).port);
    dovecot = start('/usr/sbin/dovecot', ['-F', '-c', path('dovecot.conf')]);
    writePostfix();
    execFileSync('/usr/sbin/postfix', ['-c', path('postfix'), 'start'], { stdio: 'ignore', timeout: 60_000 });
    postfixStarted = true;
    for (const port of [ports.submission, ports.postfix]) {
      await until(
        async () => (await probe(port)).failure === undefined,
        () => `${dovecot?.output()}${log('dovecot.log')}${log('postfix.log')}`,
      );
    }
  });

  after(async () => {
    await exim?.stop();
    if (postfixStarted) execFileSync('/usr/sbin/postfix', ['-c', path('postfix'), 'stop'], { stdio: 'ignore' });
    await dovecot?.stop();
    await relay?.close();
    tokens?.close();
    folder.remove();
  });

  function writeDovecot(relayPort: number, tokenPort: number): void {
    writeFileSync(path('users'), `${user}:{PLAIN}${password}\n`);
    writeFileSync(
      path('oauth2.conf'),
      `tokeninfo_url = http://127.0.0.1:${tokenPort}/?access_token=\nintrospection_mode = auth\nusername_attribute = email\n`,
    );
    writeFileSync(
      path('dovecot.conf'),
      `base_dir = ${path('run')}
state_dir = ${path('state')}
log_path = ${path('dovecot.log')}
protocols = submission
listen = 127.0.0.1
ssl = required
ssl_cert = <${path('cert.pem')}
ssl_key = <${path('key.pem')}
mail_location = maildir:${path('mail')}
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
auth_mechanisms = plain login cram-md5 scram-sha-256 xoauth2 oauthbearer
auth_failure_delay = 0
hostname = mx.contoso.test
submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
passdb {
  driver = passwd-file
  mechanisms = ${PASSWORDS.join(' ').toLowerCase()}
  args = scheme=PLAIN username_format=%u ${path('users')}
}
passdb {
  driver = oauth2
  mechanisms = ${TOKENS.join(' ').toLowerCase()}
  args = ${path('oauth2.conf')}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${path('mail')}
}
service submission-login {
  chroot =
  inet_listener submission {
    port = ${ports.submission}
  }
}
service auth {
  unix_listener ${path('auth-client')} {
    mode = 0666
  }
  inet_listener {
    address = 127.0.0.1
    port = ${ports.auth}
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`,
    );
  }

  /** Postfix that asks Dovecot whether a login is right. */
  function writePostfix(): void {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postfix'], { encoding: 'utf8' })));
    for (const name of ['postfix', 'queue', 'data']) mkdirSync(path(name));
    chownSync(path('data'), uid as number, gid as number);
    writeFileSync(
      join(path('postfix'), 'main.cf'),
      `compatibility_level = 3.6
queue_directory = ${path('queue')}
data_directory = ${path('data')}
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file_prefixes = ${folder.path}
maillog_file = ${path('postfix.log')}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.contoso.test
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_tls_cert_file = ${path('cert.pem')}
smtpd_tls_key_file = ${path('key.pem')}
smtpd_tls_security_level = may
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${ports.auth}
smtpd_tls_auth_only = yes
`,
    );
    writeFileSync(
      join(path('postfix'), 'master.cf'),
      `postlog unix-dgram n - n - 1 postlogd
127.0.0.1:${ports.postfix} inet n - n - - smtpd
127.0.0.1:${ports.clear} inet n - n - - smtpd -o smtpd_tls_security_level=none -o smtpd_tls_auth_only=no
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
`,
    );
  }

  /** Exim that asks Dovecot by its authenticator of that name; why not, where it cannot be had. */
  async function startExim(): Promise<string | undefined> {
    const packages = ['exim4-daemon-heavy', 'libidn12', 'libmariadb3', 'libspf2-2'];
    const missing = unpack(folder.path, { name: 'Exim', packages, binary: 'usr/sbin/exim4' });
    if (missing !== undefined) return missing;
    for (const name of ['spool', 'exim-log']) {
      mkdirSync(path(name));
      chownSync(path(name), EXIM.id, EXIM.id);
    }
    writeFileSync(
      path('exim.pem'),
      `${readFileSync(path('key.pem'), 'utf8')}${readFileSync(path('cert.pem'), 'utf8')}`,
    );
    chownSync(path('exim.pem'), EXIM.id, EXIM.id);
    const authenticators = [...PASSWORDS, ...TOKENS].map(
      (name) => `${name.toLowerCase().replaceAll('-', '_')}:
  driver = dovecot
  public_name = ${name}
  server_socket = ${path('auth-client')}
  server_set_id = $auth1
`,
    );
    writeFileSync(
      path('exim.conf'),
      `primary_hostname = mx.contoso.test
spool_directory = ${path('spool')}
log_file_path = ${path('exim-log')}/%slog
pid_file_path = ${path('exim.pid')}
keep_environment =
daemon_smtp_ports = ${ports.exim}
local_interfaces = 127.0.0.1
tls_advertise_hosts = *
tls_certificate = ${path('exim.pem')}
auth_advertise_hosts = \${if def:tls_in_cipher{*}}
rfc1413_query_timeout = 0s
begin authenticators
${authenticators.join('')}`,
    );
    startScript(folder.path, [EXIM], [], `${path('package/usr/sbin/exim4')} -bdf -C ${path('exim.conf')}`);
    exim = start('unshare', ['-m', 'sh', path('start.sh')], { LD_LIBRARY_PATH: librariesIn(folder.path) });
    await until(
      async () => (await probe(ports.exim)).failure === undefined,
      () => `${exim?.output()}${log('exim-log/mainlog')}${log('exim-log/paniclog')}`,
    );
    return undefined;
  }

  const probe = (port: number, auth?: Login) => {
    const endpoint = 'mx.contoso.test:587';
    const connectTo = { [endpoint]: `127.0.0.1:${port}` };
    const options = {
      resolvers: ['127.0.0.1:1'],
      helo: 'probe.test',
      timeout: 10_000,
      connectTo,
      ...(auth !== undefined && { auth }),
    };
    return smtpServer(endpoint, options, new AbortController().signal);
  };

  /** `passed`, or what ended it; the report holds no secret. */
  async function ends(
    port: number,
    mechanism: Mechanism | undefined,
    secret: string,
    withoutTls?: true,
  ): Promise<string> {
    const chosen = { ...(mechanism !== undefined && { mechanism }), ...(withoutTls && { withoutTls }) };
    const result = await probe(port, { user, secret: () => secret, ...chosen });
    const report = renderSmtpProbe(result).join('\n');
    assert.ok(!report.includes(secret) && !report.includes(Buffer.from(secret).toString('base64').slice(0, 8)), report);
    const { failure } = result;
    if (failure === undefined) return 'passed';
    return 'code' in failure ? `${failure.step} ${failure.code}` : `${failure.step} ${failure.kind}`;
  }

  for (const [server, port] of [
    ['Dovecot', 'submission'],
    ['Postfix', 'postfix'],
    ['Exim', 'exim'],
  ] as const) {
    describe(server, () => {
      before(async function () {
        this.timeout(120_000);
        const missing = server === 'Exim' ? await startExim() : undefined;
        if (missing === undefined) return;
        console.log(missing);
        this.skip();
      });

      for (const mechanism of [...PASSWORDS, ...TOKENS]) {
        it(`get in by ${mechanism} with the right secret, and not with another`, async () => {
          const right = TOKENS.includes(mechanism) ? token : password;
          assert.equal(await ends(ports[port], mechanism, right), 'passed', log('dovecot.log'));
          assert.equal(await ends(ports[port], mechanism, 'Wr0ng-secret'), 'auth 535');
        });
      }

      it('are said by swaks as the probe says them, as far as swaks has the mechanism', async function () {
        this.timeout(180_000);
        const envelope = { from: user, recipients: ['b@contoso.test'] };
        for (const mechanism of ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const) {
          const auth: Login = { user, mechanism, secret: () => password };
          const plan = { auth, envelope, stopAfter: 'auth' } as const;
          if (!(await swaksSaysTheSame(ports[port], plan, 'mx.contoso.test'))) this.skip();
        }
      });

      it('take the strongest mechanism where none is asked for', async () => {
        const result = await probe(ports[port], { user, secret: () => password });
        assert.ok(renderSmtpProbe(result).some((line) => line.startsWith('C: AUTH SCRAM-SHA-256')));
        assert.equal(result.failure, undefined);
      });
    });
  }

  it('Postfix without TLS are not tried, unless the user says so', async () => {
    assert.equal(await ends(ports.clear, 'PLAIN', password), 'auth login-needs-tls');
    assert.equal(await ends(ports.clear, 'PLAIN', password, true), 'passed', log('postfix.log'));
  });

  it('Postfix say why a token is refused', async () => {
    const result = await probe(ports.postfix, { user, mechanism: 'XOAUTH2', secret: () => 'Wr0ng-token' });
    const why = result.findings.find(({ code }) => code === 'login-refused-why');
    assert.ok(why !== undefined && 'refusal' in why);
    assert.equal(why.refusal.status, '401');
  });
});
