import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/freePort.ts';
import { type ProbePlan, probeAt, type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';
import { swaksSaysTheSame, told } from './told.ts';
import { librariesIn, startScript, unpack } from './unpacked.ts';

const NAME = 'mx1.contoso.test';
/** Lines on which rspamd acts whatever else is in a message: X rejects, Y adds a header (`gtube_patterns`). */
const gtube = (letter: 'X' | 'Y'): string =>
  `${letter}JS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X`;

/** Its proxy is no server of SMTP: mail servers ask it as a milter, here Postfix. */
describe('rspamd’s proxy behind Postfix', () => {
  const folder = temporaryFolder('rspamd');
  const { path } = folder;
  let port = 0;
  let milter: Running | undefined;
  let started = false;

  before(async function () {
    this.timeout(120_000);
    const packages = ['rspamd', 'libhyperscan5'];
    const missing =
      whyMissing(['postfix'], '/usr/sbin/postfix') ??
      unpack(path, { name: 'rspamd', packages, binary: 'usr/bin/rspamd' });
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    port = await freePort();
    const milterPort = await freePort();
    milter = startMilter(milterPort);
    configure(milterPort);
    execFileSync('/usr/sbin/postfix', ['-c', join(path, 'config'), 'start'], { stdio: 'ignore', timeout: 20_000 });
    started = true;
    await until(
      async () => (await send('ready')).failure === undefined,
      () => `${milter?.output()}\n${readFileSync(join(path, 'log'), 'utf8')}`,
    );
  });

  after(async () => {
    if (started) execFileSync('/usr/sbin/postfix', ['-c', join(path, 'config'), 'stop'], { stdio: 'ignore' });
    await milter?.stop();
    folder.remove();
  });

  /** It scans by itself; the short list of top-level domains spares it the compiling of the long one. */
  function startMilter(at: number): Running {
    for (const name of ['run', 'db']) mkdirSync(join(path, name));
    writeFileSync(join(path, 'tlds'), 'test\norg\n');
    writeFileSync(
      join(path, 'rspamd.conf'),
      `options {
  pidfile = "${path}/run/rspamd.pid"; tempdir = "${path}/run"; url_tld = "${path}/tlds"; filters = "";
  cache_file = "${path}/db/symbols.cache"; history_file = "${path}/db/history"; hs_cache_dir = "${path}/db";
  dns { nameserver = ["127.0.0.1:1"]; timeout = 0.1s; retransmits = 1; }
  gtube_patterns = "all";
}
logging { type = "console"; level = "notice"; }
metric { name = "default"; actions { reject = 15; add_header = 6; } unknown_weight = 1.0; }
worker "rspamd_proxy" {
  bind_socket = "127.0.0.1:${at}"; milter = yes; timeout = 20s; count = 1;
  upstream "local" { default = yes; self_scan = yes; }
}
`,
    );
    // What it needs of its own stands where it was compiled to look for it.
    const mounts = ['usr', 'etc'].map(
      (one) => `mount -t overlay overlay -o lowerdir=${path}/package/${one}:/${one} /${one}`,
    );
    startScript(path, [], mounts, `/usr/bin/rspamd -f -c ${path}/rspamd.conf --insecure`);
    return start('unshare', ['-m', 'sh', join(path, 'start.sh')], { LD_LIBRARY_PATH: librariesIn(path) });
  }

  function configure(milterPort: number): void {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postfix'], { encoding: 'utf8' })));
    for (const name of ['config', 'queue', 'data']) mkdirSync(join(path, name));
    chmodSync(path, 0o755);
    chownSync(join(path, 'data'), uid as number, gid as number);
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
smtpd_milters = inet:127.0.0.1:${milterPort}
milter_default_action = tempfail
milter_protocol = 6
`,
    );
    writeFileSync(
      join(path, 'config/master.cf'),
      `postlog unix-dgram n - n - 1 postlogd
127.0.0.1:${port} inet n - n - - smtpd
anvil unix - - n - 1 anvil
rewrite unix - - n - - trivial-rewrite
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
discard unix - - n - - discard
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
`,
    );
  }

  const envelope = { from: 'a@fabrikam.test', recipients: ['b@contoso.test'] };
  const send = (text: string) => {
    const message = `From: <a@fabrikam.test>\nTo: <b@contoso.test>\nSubject: x\n\n${text}\n`;
    const plan: ProbePlan = { envelope, message: { text: message }, timeout: 15_000 };
    return probeAt(`${NAME}:25`, port, plan);
  };

  it('lets a message in, and one that it only marks', async () => {
    for (const text of ['a plain message', gtube('Y')]) {
      const { ends, verdicts, text: report } = told(await send(text));
      assert.deepEqual([ends, verdicts], ['passed', ['success accepted 250 2.0.0']], report);
      assert.match(report, /^note queued-as /m);
    }
  });

  it('refuses spam behind the message, and the report tells why', async () => {
    const { ends, verdicts, text } = told(await send(gtube('X')));
    assert.deepEqual([ends, verdicts], ['MESSAGE reply-refused', ['cause spam-refused 554 5.7.1']], text);
    assert.match(text, /^S: 554 5\.7\.1 Gtube pattern$/m);
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    if (!(await swaksSaysTheSame(port, { envelope }))) this.skip();
  });

  it('that is down puts mail off', async () => {
    await milter?.stop();
    const { ends, verdicts, text } = told(await probeAt(`${NAME}:25`, port, { envelope, timeout: 15_000 }));
    assert.deepEqual([ends, verdicts], ['MAIL reply-refused', ['cause server-busy 451 4.7.1']], text);
  });
});
