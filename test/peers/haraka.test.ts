import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Login } from '../../src/probes/node/main.ts';
import { certificate } from '../lab/certificate.ts';
import { authority, issue, withChain } from '../lab/chain.ts';
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

const VERSION = '3.3.4';
const user = 'alice@contoso.test';
const password = 'Tr0ub4dor+3=';

/** What the server does at RCPT, by the recipient; a plugin of Haraka's. */
const PLUGIN = `
exports.hook_rcpt = function (next, connection, params) {
  const to = params[0].user
  if (to === 'grey') return next(DENYSOFT, 'Greylisted, please retry in 5 minutes')
  if (to === 'listed') return next(DENY, 'Service unavailable; client host is blocked using bl.contoso.test')
  if (to === 'bye') return next(DENYSOFTDISCONNECT, 'Too many connections from your address')
  if (to === 'late') return setTimeout(() => next(DENY, 'No such user'), 2000)
  next()
}
`;

describe('Haraka', () => {
  const folder = temporaryFolder('haraka');
  const { path } = folder;
  let port = 0;
  let server: Running | undefined;
  let trusted: readonly string[] = [];
  let chains: Readonly<Record<string, Credentials>> = {};

  before(async function () {
    const home = fetched();
    if (!existsSync(home)) {
      console.log(`skipped: Haraka ${home}`);
      this.skip();
    }
    port = await freePort();
    const root = await authority('Northwind Root');
    trusted = [root.cert];
    const made = withChain(await issue(root, 'mx1.contoso.test', ['mx1.contoso.test']));
    // It has a certificate for each name that a client asks for (SNI); a key without a certificate goes by its file's name.
    const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') };
    chains = {
      expired: withChain(await issue(root, 'expired.contoso.test', ['expired.contoso.test'], years)),
      self: await certificate('self.contoso.test', ['self.contoso.test']),
    };
    // Its usual settings have no values in the code.
    const usual = readFileSync(join(home, '../../config/connection.ini'), 'utf8');
    mkdirSync(join(path, 'config/tls'), { recursive: true });
    mkdirSync(join(path, 'plugins'));
    const files: Readonly<Record<string, string>> = {
      'config/me': 'mx1.contoso.test\n',
      'config/host_list': 'contoso.test\n',
      'config/plugins': 'tls\nauth/flat_file\nanswers\nrcpt_to.in_host_list\nqueue/discard\n',
      'config/smtp.ini': `listen=127.0.0.1:${port}\nnodes=0\n`,
      'config/connection.ini': usual.replace(/^bytes ?=.*$/m, 'bytes=2000'),
      'config/auth_flat_file.ini': `[core]\nmethods=PLAIN,LOGIN,CRAM-MD5\n[users]\n${user}=${password}\n`,
      'config/tls_key.pem': made.key,
      'config/tls_cert.pem': made.cert,
      'plugins/answers.js': PLUGIN,
      ...Object.fromEntries(
        Object.entries(chains).map(([name, { key, cert }]) => [`config/tls/${name}.pem`, `${key}${cert}`]),
      ),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text, { mode: 0o600 });
    server = start(process.execPath, [home, '-c', path], { YES_REALLY_DO_DISCARD: '1' });
    await until(
      async () => (await probe()).failure === undefined,
      () => server?.output() ?? '',
    );
  });

  after(async () => {
    await server?.stop();
    folder.remove();
  });

  const probe = (plan: ProbePlan = {}) => probeAt('mx1.contoso.test:25', port, { authorities: trusted, ...plan });
  const envelope = (to: string) => ({ from: 'a@fabrikam.test', recipients: [to] });

  it('is probed with STARTTLS', async () => {
    const result = await probe();
    assert.equal(stepsOf(result), 'redirect connect banner ehlo starttls tls ehlo quit');
    assert.deepEqual(codesOf(result), []);
    assert.match(bannerOf(result)[0] ?? '', /^220 mx1\.contoso\.test ESMTP Haraka/);
  });

  it('shows chains of each kind, and what is wrong with them is told', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const one of ['mx1', 'expired', 'self', 'www']) {
      const result = await probeAt(`${one}.contoso.test:25`, port, { authorities: trusted });
      found[one] = [told(result).ends, ...codesOf(result)];
    }
    assert.deepEqual(found, {
      mx1: ['passed'],
      expired: ['passed', 'certificate-expired'],
      self: ['passed', 'certificate-self-signed'],
      www: ['passed', 'certificate-other-name'],
    });
  });

  it('lets in by each mechanism with the right password, and not with another', async () => {
    for (const mechanism of ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const) {
      const login = (secret: string): Login => ({ user, mechanism, secret: () => secret });
      const right = told(await probe({ auth: login(password) }));
      assert.equal(right.ends, 'passed', right.text);
      const wrong = told(await probe({ auth: login('Wr0ng-secret') }));
      assert.deepEqual([wrong.ends, wrong.verdicts], ['AUTH reply-refused', ['cause login-failed 535 5.7.8']]);
      assert.ok(!/Wr0ng|Tr0ub/.test(right.text + wrong.text));
    }
  });

  it('answers each recipient in its own way, and the report tells why', async () => {
    const ends: Record<string, readonly string[]> = {};
    for (const to of ['b', 'grey', 'listed', 'bye', 'x@northwind.test']) {
      const address = to.includes('@') ? to : `${to}@contoso.test`;
      const { ends: end, verdicts } = told(await probe({ envelope: envelope(address) }));
      ends[to] = [end, ...verdicts];
    }
    assert.deepEqual(ends, {
      b: ['passed'],
      grey: ['RCPT reply-refused', 'cause greylisted 450'],
      listed: ['RCPT reply-refused', 'cause blocklisted 550'],
      bye: ['RCPT reply-refused', 'cause too-many-connections 450'],
      'x@northwind.test': ['RCPT reply-refused', 'cause relaying-denied 550'],
    });
  });

  it('that waits before a refusal is told as a tarpit', async () => {
    const recipients = ['late@contoso.test', 'late@contoso.test', 'late@contoso.test'];
    const result = await probe({ envelope: { from: 'a@fabrikam.test', recipients } });
    assert.ok(codesOf(result).includes('tarpit'), JSON.stringify(codesOf(result)));
  });

  it('takes a message, and refuses one that is too large', async () => {
    const plan = { envelope: envelope('b@contoso.test'), message: { text: 'Subject: x\n\n.\nx\n' } };
    const taken = told(await probe(plan));
    assert.deepEqual([taken.ends, taken.verdicts], ['passed', ['success accepted 250']], taken.text);
    const large = await probe({ envelope: envelope('b@contoso.test'), size: 5000 });
    assert.ok(codesOf(large).includes('over-size-limit'));
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    for (const to of ['b@contoso.test', 'grey@contoso.test', 'x@northwind.test']) {
      const plan = { envelope: envelope(to), tls: 'none' } as const;
      if (!(await swaksSaysTheSame(port, plan))) this.skip();
    }
    const plan = { envelope: envelope('b@contoso.test'), authorities: trusted };
    await swaksSaysTheSame(port, { ...plan, message: { text: 'Subject: x\n\nx\n' } });
    for (const mechanism of ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const) {
      const auth: Login = { user, mechanism, secret: () => password };
      await swaksSaysTheSame(port, { ...plan, auth });
    }
  });
});

/** The program in a cache outside of the repository, which npm fills where that is allowed; else why it is not there. */
function fetched(): string {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mail-triage-peers', `haraka-${VERSION}`);
  const home = join(cache, 'node_modules/Haraka/bin/haraka');
  if (existsSync(home)) return home;
  if (process.env.MAIL_TRIAGE_PEERS !== 'install') return 'is taken from npm with MAIL_TRIAGE_PEERS=install';
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{"private":true}');
    const flags = ['--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...flags, `Haraka@${VERSION}`], { cwd: cache, stdio: 'ignore', timeout: 120_000 });
    return home;
  } catch (error) {
    return `cannot be fetched (${(error as Error).message.split('\n')[0]})`;
  }
}
