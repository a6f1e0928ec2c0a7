import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowRequest, smtpFlow } from '../../src/probes/node/main.ts';
import { certificate } from '../lab/certificate.ts';
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

const USERS = [
  { name: 'opensmtpd', id: 60_124 },
  { name: 'opensmtpq', id: 60_125 },
];

/** Its key lies in another process, which OpenSSL 3 does not ask in version 6.8. */
describe('OpenSMTPD', () => {
  const folder = temporaryFolder('opensmtpd');
  const { path } = folder;
  let port = 0;
  let tlsPort = 0;
  let server: Running | undefined;

  before(async function () {
    const packages = ['opensmtpd', 'libevent-2.1-7'];
    const missing = unpack(path, { name: 'OpenSMTPD', packages, binary: 'usr/sbin/smtpd' });
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    port = await freePort();
    tlsPort = await freePort();
    const made = await certificate('mx1.contoso.test', ['mx1.contoso.test']);
    writeFileSync(join(path, 'mx1.key'), made.key, { mode: 0o600 });
    writeFileSync(join(path, 'mx1.crt'), made.cert, { mode: 0o600 });
    chmodSync(path, 0o755);
    mkdirSync(join(path, 'mail'));
    writeFileSync(join(path, 'users'), 'b: nobody\n');
    writeFileSync(
      join(path, 'smtpd.conf'),
      `table users file:${path}/users
pki mx1 cert "${path}/mx1.crt"
pki mx1 key "${path}/mx1.key"
smtp max-message-size 1000
filter "helo" phase ehlo match helo { "spam.test" } reject "554 5.7.1 Go away, forged HELO"
filter "sender" phase mail-from match mail-from { "blocked@fabrikam.test" } reject "550 5.7.1 Sender rejected by filter"
filter "grey" phase rcpt-to match rcpt-to { "grey@contoso.test" } reject "451 4.7.1 Greylisted, try again in 300 seconds"
filter "list" phase rcpt-to match rcpt-to { "listed@contoso.test" } reject "554 5.7.1 Client host blocked using bl.contoso.test"
filter "all" chain { "helo", "sender", "grey", "list" }
listen on 127.0.0.1 port ${port} hostname mx1.contoso.test filter "all"
listen on 127.0.0.1 port ${tlsPort} tls pki mx1 hostname mx1.contoso.test
action "deliver" maildir "${path}/mail" virtual <users>
match from any for domain "contoso.test" action "deliver"
`,
    );
    // The paths are compiled into it.
    const mounts = [
      'mount -t tmpfs tmpfs /var/spool && mkdir -p /var/spool/smtpd && chmod 711 /var/spool/smtpd',
      'mount -t tmpfs tmpfs /var/lib && mkdir -p /var/lib/opensmtpd/empty',
      'mount -t tmpfs tmpfs /run',
      `mount -t overlay overlay -o lowerdir=${path}/package/usr:/usr /usr`,
    ];
    startScript(path, USERS, mounts, `/usr/sbin/smtpd -d -f ${path}/smtpd.conf`);
    server = start('unshare', ['-m', 'sh', join(path, 'start.sh')], { LD_LIBRARY_PATH: librariesIn(path) });
    await until(
      async () => (await probe()).failure === undefined,
      () => server?.output() ?? '',
    );
  });

  after(async () => {
    await server?.stop();
    folder.remove();
  });

  const probe = (plan: ProbePlan = {}) => probeAt('mx1.contoso.test:25', port, plan);
  const envelope = (to: string, from = 'a@fabrikam.test') => ({ from, recipients: [to] });

  it('is probed without STARTTLS', async () => {
    const result = await probe();
    assert.equal(stepsOf(result), 'redirect connect banner ehlo quit');
    assert.deepEqual(codesOf(result), ['no-starttls']);
    assert.equal(bannerOf(result)[0], '220 mx1.contoso.test ESMTP OpenSMTPD');
  });

  it('starts TLS, or breaks off in it as that of Debian 12 does under OpenSSL 3, and the report tells which', async () => {
    const result = await probeAt('mx1.contoso.test:25', tlsPort);
    const { ends, text, verdicts } = told(result);
    if (!/OpenSMTPD 6\./.test(server?.output() ?? '')) {
      assert.deepEqual([ends, codesOf(result)], ['passed', ['certificate-self-signed']], text);
      return;
    }
    assert.deepEqual([ends, verdicts.length], ['TLS tls-failed', 1], text);
    const words = /failed \(tlsv1 alert internal error, SSL alert number 80\)\. Something inside the server broke\.$/m;
    assert.match(text, words);
  });

  it('answers at each step in its own way, and the report tells why', async () => {
    const ends: Record<string, readonly string[]> = {};
    const plans: Record<string, ProbePlan> = {
      taken: { envelope: envelope('b@contoso.test') },
      nobody: { envelope: envelope('nobody@contoso.test') },
      elsewhere: { envelope: envelope('x@northwind.test') },
      grey: { envelope: envelope('grey@contoso.test') },
      listed: { envelope: envelope('listed@contoso.test') },
      sender: { envelope: envelope('b@contoso.test', 'blocked@fabrikam.test') },
      size: { envelope: envelope('b@contoso.test'), size: 5000 },
      helo: { helo: 'spam.test' },
    };
    for (const [name, plan] of Object.entries(plans)) {
      const { ends: end, verdicts } = told(await probe(plan));
      ends[name] = [end, ...verdicts];
    }
    assert.deepEqual(ends, {
      taken: ['passed'],
      nobody: ['RCPT reply-refused', 'cause list-problem 524 5.2.4'],
      elsewhere: ['RCPT reply-refused', 'cause recipient-unknown 550'],
      grey: ['RCPT reply-refused', 'cause greylisted 451 4.7.1'],
      listed: ['RCPT reply-refused', 'cause blocklisted 554 5.7.1'],
      sender: ['MAIL reply-refused', 'cause sender-refused 550 5.7.1'],
      size: ['passed'],
      helo: ['FIRST-EHLO reply-refused', 'cause greeting-refused 554 5.7.1'],
    });
  });

  it('takes a message, and its id is found in the answer', async () => {
    const plan = { envelope: envelope('b@contoso.test'), message: { text: 'Subject: x\n\n.\nx\n' } };
    const { ends, verdicts, text } = told(await probe(plan));
    assert.deepEqual([ends, verdicts], ['passed', ['success accepted 250 2.0.0']], text);
    assert.match(text, /^note queued-as .*[0-9a-f]{8}/m);
    const large = { ...plan, message: { text: `Subject: x\n\n${'x'.repeat(70)}\n`.repeat(40) } };
    const { ends: end, verdicts: why } = told(await probe(large));
    assert.deepEqual([end, why], ['MESSAGE reply-refused', ['cause message-too-large 554 5.3.4']]);
  });

  it('refuses to relay with words about the recipient, which is told as relaying', async () => {
    const asked = { helo: 'probe.test', connectTo: { 'mx1.contoso.test:25': `127.0.0.1:${port}` } };
    const ask = (request: FlowRequest) =>
      smtpFlow(
        'mx1.contoso.test:25',
        request,
        { ...asked, envelope: envelope('x@northwind.test') },
        new AbortController().signal,
      );
    const mine = told(await ask({ kind: 'relaying' }));
    assert.match(mine.text, /^S: 550 Invalid recipient/m);
    assert.deepEqual(mine.verdicts, ['cause relaying-denied 550']);
    assert.match(mine.text, /^fail relay-refused /m);
    const all = await ask({ kind: 'relay', consent: 'i-may-test-this-server', own: 'contoso.test' });
    const { text, verdicts } = told(all);
    assert.deepEqual(verdicts, []);
    assert.match(text, /^pass relay-denied mx1\.contoso\.test: 19 of 19 forms were refused/m);
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    for (const to of ['b@contoso.test', 'grey@contoso.test', 'x@northwind.test']) {
      if (!(await swaksSaysTheSame(port, { envelope: envelope(to) }))) this.skip();
    }
  });
});
