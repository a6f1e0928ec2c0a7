import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import {
  bannerOf,
  codesOf,
  freePort,
  probeAt,
  type Running,
  start,
  stepsOf,
  temporaryFolder,
  until,
} from './servers.ts';

/** The user that Debian's Exim insists on; it is made for this process alone, and no package is installed. */
const USER = { name: 'Debian-exim', id: 60_123 };

describe('Exim', () => {
  const folder = temporaryFolder('exim');
  const ports = { starttls: 0, plain: 0, implicit: 0, closed: 0 };
  let server: Running | undefined;

  before(async function () {
    const missing = unpack(folder.path);
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    for (const key of Object.keys(ports) as (keyof typeof ports)[]) ports[key] = await freePort();
    await configure();
    server = start('unshare', ['-m', 'sh', join(folder.path, 'start.sh')]);
    await until(
      async () => (await probe(ports.plain)).failure === undefined,
      () => server?.output() ?? '',
    );
  });

  after(async () => {
    await server?.stop();
    folder.remove();
  });

  /** A configuration and a spool of its own; the names of user and group are seen by this process alone. */
  async function configure(): Promise<void> {
    const { path } = folder;
    for (const name of ['spool', 'log']) {
      mkdirSync(join(path, name));
      chownSync(join(path, name), USER.id, USER.id);
    }
    chmodSync(path, 0o755);
    const made = await generate([{ name: 'commonName', value: 'mail.fabrikam.test' }], {
      keyType: 'rsa',
      keySize: 2048,
      algorithm: 'sha256',
    });
    writeFileSync(join(path, 'key.pem'), made.private, { mode: 0o600 });
    chownSync(join(path, 'key.pem'), USER.id, USER.id);
    writeFileSync(join(path, 'cert.pem'), made.cert);
    const entry = `${USER.name}:x:${USER.id}`;
    writeFileSync(
      join(path, 'passwd'),
      `${readFileSync('/etc/passwd', 'utf8')}${entry}:${USER.id}::/:/usr/sbin/nologin\n`,
    );
    writeFileSync(join(path, 'group'), `${readFileSync('/etc/group', 'utf8')}${entry}:\n`);
    writeFileSync(
      join(path, 'start.sh'),
      `mount --bind ${path}/passwd /etc/passwd && mount --bind ${path}/group /etc/group &&
exec ${path}/package/usr/sbin/exim4 -bdf -C ${path}/exim.conf\n`,
    );
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
tls_certificate = ${path}/cert.pem
tls_privatekey = ${path}/key.pem
rfc1413_query_timeout = 0s
acl_smtp_connect = check_connect
begin acl
check_connect:
  deny condition = \${if eq{$received_port}{${ports.closed}}}
       message = Your address is on our list\\nAsk postmaster to be taken off
  accept
`,
    );
  }

  const probe = (port: number, name = 'mail.fabrikam.test:25') => probeAt(name, port);

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
    const result = await probe(ports.implicit, 'mail.fabrikam.test:465');
    assert.equal(result.failure, undefined);
    assert.equal(stepsOf(result), 'redirect connect tls banner ehlo quit');
  });

  it('may refuse the connection, in several lines', async () => {
    const result = await probe(ports.closed);
    assert.equal(result.failure?.step, 'banner');
    assert.deepEqual(bannerOf(result), ['550-Your address is on our list', '550 Ask postmaster to be taken off']);
  });

  it('writes a log that is read', () => {
    const text = readFileSync(join(folder.path, 'log', 'mainlog'), 'utf8');
    const [block] = readTicket(text).blocks;
    assert.equal(block?.kind === 'log' ? block.format : block?.kind, 'exim');
  });
});

/** Unpacks Debian's Exim, as it cannot be installed beside Postfix; undefined when it can be run, else why not. */
function unpack(folder: string): string | undefined {
  if (process.platform !== 'linux') return 'skipped: Exim needs Linux';
  if (process.getuid?.() !== 0) return 'skipped: Exim can only be started by root';
  if (process.env.MAIL_TRIAGE_PEERS !== 'install') {
    return 'skipped: Exim is taken from the Debian package with MAIL_TRIAGE_PEERS=install';
  }
  try {
    const inFolder = { cwd: folder, stdio: 'ignore' } as const;
    execFileSync('unshare', ['-m', 'true'], inFolder);
    execFileSync('apt-get', ['-qq', 'update'], inFolder);
    execFileSync('apt-get', ['-qq', 'download', 'exim4-daemon-light'], inFolder);
    const [file = ''] = globSync('*.deb', { cwd: folder });
    execFileSync('dpkg', ['-x', file, 'package'], inFolder);
    const libraries = execFileSync('ldd', [join(folder, 'package/usr/sbin/exim4')], { encoding: 'utf8' });
    const absent = [...libraries.matchAll(/(\S+) => not found/g)].map(([, name]) => name);
    return absent.length === 0 ? undefined : `skipped: Exim lacks ${absent.join(', ')}`;
  } catch (error) {
    return `skipped: Exim cannot be unpacked and run here (${(error as Error).message.split('\n')[0]})`;
  }
}
