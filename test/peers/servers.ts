import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { smtpServer } from '../../src/probes/node/main.ts';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';

/**
 * Undefined when the Debian packages are there, else why the suite is skipped. Installs only where MAIL_TRIAGE_PEERS is
 * `install`: nobody's machine gets a mail server from running the tests.
 */
export function whyMissing(packages: readonly string[], binary: string): string | undefined {
  if (process.platform !== 'linux') return `skipped: ${packages.join(', ')} needs Linux`;
  if (process.getuid?.() !== 0) return `skipped: ${packages.join(', ')} can only be started by root`;
  if (existsSync(binary)) return undefined;
  if (process.env.MAIL_TRIAGE_PEERS !== 'install') {
    return `skipped: ${binary} is not there (install ${packages.join(', ')}, or set MAIL_TRIAGE_PEERS=install)`;
  }
  try {
    // RUNLEVEL=1 keeps the packages from starting their services.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    execFileSync('apt-get', ['-qq', 'update'], { env, stdio: 'ignore' });
    execFileSync('apt-get', ['-qq', ...install], { env, stdio: 'ignore' });
  } catch (error) {
    return `skipped: ${packages.join(', ')} cannot be installed (${(error as Error).message.split('\n')[0]})`;
  }
  return existsSync(binary) ? undefined : `skipped: ${binary} is not there after installing ${packages.join(', ')}`;
}

/** A folder that `remove` takes away with all that is in it. */
export function temporaryFolder(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `mail-triage-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A server in the foreground; `stop` ends it and waits until it is gone. */
export interface Running {
  readonly output: () => string;
  stop(): Promise<void>;
}

export function start(command: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const child: ChildProcess = spawn(command, args, { stdio: 'pipe', env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      output = (output + bytes.toString()).slice(-20_000);
    });
  }
  const ended = once(child, 'close');
  return {
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      if ((await Promise.race([ended, pause(5000, 'late')])) === 'late') child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Tries until `check` is true; a server needs a moment before it listens. */
export async function until(check: () => Promise<boolean>, log: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await check()) return;
    await pause(100);
  }
  throw new Error(`it did not start:\n${log()}`);
}

/** Probes what listens on a port of this machine under the name of a server. */
export const probeAt = (name: string, port: number, plan: ProbePlan = {}): Promise<SmtpProbeResult> =>
  smtpServer(
    name,
    { helo: 'probe.test', timeout: 10_000, ...plan, connectTo: { [name]: `127.0.0.1:${port}` } },
    new AbortController().signal,
  );

/** What a probe of a peer is asked to do, with its login and whom it trusts. */
export type ProbePlan = Parameters<typeof smtpServer>[1];

export const stepsOf = (result: SmtpProbeResult): string => result.steps.map((one) => one.step).join(' ');
export const codesOf = (result: SmtpProbeResult): readonly string[] => result.findings.map((one) => one.code);

/** The lines of the greeting; none where there was none. */
export function bannerOf(result: SmtpProbeResult): readonly string[] {
  const banner = result.steps.find((one) => one.step === 'banner');
  return banner && 'lines' in banner ? banner.lines : [];
}
