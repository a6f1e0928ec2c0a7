import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program out of Debian's packages that is run from a folder: it is not installed, and stands beside its rivals. */
export interface Unpacked {
  readonly name: string;
  /** The package, and what it needs besides. */
  readonly packages: readonly string[];
  /** Inside the package: `usr/sbin/exim4`. */
  readonly binary: string;
}

const inPackage = (folder: string, path: string): string => join(folder, 'package', path);

/** Where the libraries of the packages lie. */
export const librariesIn = (folder: string): string =>
  [...globSync('usr/lib/*-linux-gnu', { cwd: join(folder, 'package') }), 'usr/lib', 'usr/lib/rspamd']
    .map((one) => inPackage(folder, one))
    .join(':');

/** Unpacks the packages into `folder/package`; undefined when the program can be run, else why not. */
export function unpack(folder: string, { name, packages, binary }: Unpacked): string | undefined {
  if (process.platform !== 'linux') return `skipped: ${name} needs Linux`;
  if (process.getuid?.() !== 0) return `skipped: ${name} can only be started by root`;
  if (process.env.MAIL_TRIAGE_PEERS !== 'install') {
    return `skipped: ${name} is taken from the Debian package with MAIL_TRIAGE_PEERS=install`;
  }
  try {
    const inFolder = { cwd: folder, stdio: 'ignore' } as const;
    execFileSync('unshare', ['-m', 'true'], inFolder);
    execFileSync('apt-get', ['-qq', 'update'], inFolder);
    execFileSync('apt-get', ['-qq', 'download', ...packages], inFolder);
    for (const file of globSync('*.deb', { cwd: folder })) execFileSync('dpkg', ['-x', file, 'package'], inFolder);
    const env = { ...process.env, LD_LIBRARY_PATH: librariesIn(folder) };
    const libraries = execFileSync('ldd', [inPackage(folder, binary)], { encoding: 'utf8', env });
    const absent = [...libraries.matchAll(/(\S+) => not found/g)].map(([, library]) => library);
    return absent.length === 0 ? undefined : `skipped: ${name} lacks ${absent.join(', ')}`;
  } catch (error) {
    return `skipped: ${name} cannot be unpacked and run here (${(error as Error).message.split('\n')[0]})`;
  }
}

/** A user that a program insists on; only the program sees it. */
export interface FakeUser {
  readonly name: string;
  readonly id: number;
}

/**
 * A script to be run by `unshare -m sh`: the users are known, what `mounts` says is done, and `command` takes its place.
 * Nothing of it is seen outside.
 */
export function startScript(folder: string, users: readonly FakeUser[], mounts: readonly string[], command: string) {
  mkdirSync(join(folder, 'etc'));
  const passwd = users.map(({ name, id }) => `${name}:x:${id}:${id}::/:/usr/sbin/nologin\n`).join('');
  const group = users.map(({ name, id }) => `${name}:x:${id}:\n`).join('');
  writeFileSync(join(folder, 'etc/passwd'), `${readFileSync('/etc/passwd', 'utf8')}${passwd}`);
  writeFileSync(join(folder, 'etc/group'), `${readFileSync('/etc/group', 'utf8')}${group}`);
  const script = join(folder, 'start.sh');
  const binds = ['passwd', 'group'].map((one) => `mount --bind ${folder}/etc/${one} /etc/${one}`);
  writeFileSync(script, `${[...binds, ...mounts, `exec ${command}`].join(' &&\n')}\n`);
  return script;
}
