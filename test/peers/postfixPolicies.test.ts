import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { authority, issue, withChain } from '../lab/chain.ts';
import { freePort } from '../support/freePort.ts';
import { codesOf, type ProbePlan, probeAt, temporaryFolder, until, whyMissing } from './servers.ts';
import { swaksSaysTheSame, told } from './told.ts';

const NAME = 'mx1.contoso.test';

describe('Postfix with policies', () => {
  const folder = temporaryFolder('postfix-policies');
  const { path } = folder;
  const ports = { good: 0, expired: 0, other: 0, grey: 0, listed: 0, screen: 0, slow: 0, relay: 0 };
  let policy: Server | undefined;
  let started = false;
  let trusted: readonly string[] = [];

  before(async function () {
    const missing = whyMissing(['postfix'], '/usr/sbin/postfix');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const key of Object.keys(ports) as (keyof typeof ports)[]) ports[key] = await freePort();
    // Greylists whoever asks (Postfix's SMTPD_POLICY_README).
    policy = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () =>
        socket.write('action=DEFER_IF_PERMIT Greylisted, see http://postgrey.test/help.html\n\n'),
      );
    }).listen(0, '127.0.0.1');
    await once(policy, 'listening');
    await configure((policy.address() as AddressInfo).port);
    execFileSync('/usr/sbin/postfix', ['-c', join(path, 'config'), 'start'], { stdio: 'ignore', timeout: 20_000 });
    started = true;
    await until(
      async () => (await probe(ports.relay)).failure === undefined,
      () => readFileSync(join(path, 'log'), 'utf8'),
    );
  });

  after(() => {
    if (started) execFileSync('/usr/sbin/postfix', ['-c', join(path, 'config'), 'stop'], { stdio: 'ignore' });
    policy?.close();
    folder.remove();
  });

  async function configure(policyPort: number): Promise<void> {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postfix'], { encoding: 'utf8' })));
    for (const name of ['config', 'queue', 'data']) mkdirSync(join(path, name));
    chmodSync(path, 0o755);
    chownSync(join(path, 'data'), uid as number, gid as number);
    const root = await authority('Northwind Root');
    trusted = [root.cert];
    const middle = await authority('Northwind Issuing', root);
    const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') };
    const chains = {
      good: await issue(middle, NAME, [NAME]),
      expired: await issue(middle, NAME, [NAME], years),
      other: await issue(middle, 'www.contoso.test', ['www.contoso.test']),
    };
    for (const [name, made] of Object.entries(chains)) {
      const { key, cert } = withChain(made, middle);
      writeFileSync(join(path, 'config', `${name}.pem`), `${key}\n${cert}`, { mode: 0o600 });
    }
    writeFileSync(
      join(path, 'config/main.cf'),
      `compatibility_level = 3.6
queue_directory = ${path}/queue
data_directory = ${path}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file_prefixes = ${path}
maillog_file = ${path}/log
mail_owner = postfix
setgid_group = postdrop
myhostname = ${NAME}
mydestination = contoso.test
mynetworks = 192.0.2.0/24
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
default_transport = discard
local_transport = discard
greylisting = reject_unauth_destination, check_policy_service inet:127.0.0.1:${policyPort}
listing = check_client_access inline:{{127.0.0.1 = 554 5.7.1 Service unavailable; Client host [127.0.0.1] blocked using bl.contoso.test}}
`,
    );
    const smtpd = (port: number, ...options: readonly string[]): string =>
      `127.0.0.1:${port} inet n - n - - smtpd ${options.map((one) => `-o ${one}`).join(' ')}\n`;
    const tls = (name: 'good' | 'expired' | 'other'): string =>
      smtpd(ports[name], 'smtpd_tls_security_level=may', `smtpd_tls_chain_files=${path}/config/${name}.pem`);
    const screening = [
      'postscreen_access_list=static:reject',
      'postscreen_denylist_action=enforce',
      'postscreen_blacklist_action=enforce',
      `smtpd_service_name=none`,
    ];
    writeFileSync(
      join(path, 'config/master.cf'),
      `postlog unix-dgram n - n - 1 postlogd
${tls('good')}${tls('expired')}${tls('other')}${smtpd(ports.relay)}${smtpd(ports.grey, 'smtpd_recipient_restrictions=$greylisting')}${smtpd(ports.listed, 'smtpd_client_restrictions=$listing')}${smtpd(ports.slow, 'smtpd_error_sleep_time=2s', 'smtpd_soft_error_limit=1', 'smtpd_junk_command_limit=1')}127.0.0.1:${ports.screen} inet n - n - 1 postscreen ${screening.map((one) => `-o ${one}`).join(' ')}
anvil unix - - n - 1 anvil
dnsblog unix - - n - 0 dnsblog
tlsproxy unix - - n - 0 tlsproxy
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

  const probe = (port: number, plan: ProbePlan = {}) =>
    probeAt(`${NAME}:25`, port, { authorities: trusted, timeout: 15_000, ...plan });
  const envelope = (...recipients: readonly string[]) => ({ from: 'a@fabrikam.test', recipients });

  it('shows chains of each kind, and what is wrong with them is told', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const one of ['good', 'expired', 'other'] as const) found[one] = codesOf(await probe(ports[one]));
    assert.deepEqual(found, { good: [], expired: ['certificate-expired'], other: ['certificate-other-name'] });
  });

  it('greylists, lists, screens and denies, and the report tells why', async () => {
    const ends: Record<string, readonly string[]> = {};
    for (const one of ['grey', 'listed', 'screen'] as const) {
      const { ends: end, verdicts } = told(await probe(ports[one], { envelope: envelope('b@contoso.test') }));
      ends[one] = [end, ...verdicts];
    }
    const { ends: end, verdicts } = told(await probe(ports.relay, { envelope: envelope('x@northwind.test') }));
    assert.deepEqual(
      { ...ends, relay: [end, ...verdicts] },
      {
        grey: ['RCPT reply-refused', 'cause greylisted 450 4.7.1'],
        listed: ['RCPT reply-refused', 'cause blocklisted 554 5.7.1'],
        screen: ['RCPT reply-refused', 'cause client-refused 550 5.3.2'],
        relay: ['RCPT reply-refused', 'cause relaying-denied 454 4.7.1'],
      },
    );
  });

  it('that waits before refusals is told as a tarpit', async () => {
    const to = ['x@northwind.test', 'y@northwind.test', 'z@northwind.test', 'w@northwind.test'];
    const result = await probe(ports.slow, { envelope: envelope(...to) });
    assert.ok(codesOf(result).includes('tarpit'), told(result).text);
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    this.timeout(180_000);
    for (const one of ['grey', 'listed', 'screen', 'relay', 'slow'] as const) {
      const plan = { timeout: 15_000, envelope: envelope(one === 'relay' ? 'x@northwind.test' : 'b@contoso.test') };
      if (!(await swaksSaysTheSame(ports[one], plan))) this.skip();
    }
    for (const one of ['good', 'expired', 'other'] as const) {
      const plan = { tls: 'required', authorities: trusted, envelope: envelope('b@contoso.test') } as const;
      await swaksSaysTheSame(ports[one], plan);
    }
  });
});
