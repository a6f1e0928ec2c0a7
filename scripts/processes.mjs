import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What must not outlive this process. */
const children = /** @type {Set<import('node:child_process').ChildProcess>} */ (new Set());
const folders = /** @type {Set<string>} */ (new Set());
const windows = process.platform === 'win32';
const patience = 5_000;

/**
 * Starts a process that ends with this one, its descendants included.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  // A group of its own lets one signal reach every descendant.
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options, detached: !windows });
  watchSignals();
  children.add(child);
  child.on('error', () => children.delete(child));
  child.on('exit', () => children.delete(child));
  return child;
}

/**
 * Runs a process to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; above 128 when a signal ended it, 127 when it could not be started
 */
export function run(command, args, options) {
  return exitCode(start(command, args, options));
}

/**
 * Runs a process to its end and keeps quiet about it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} what it wrote on both of its outputs
 */
export async function runQuietly(command, args, options) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return { code: await exitCode(child), output };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitCode(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not start ${child.spawnfile}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Ends a process and its descendants; asks first, then insists.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + patience;
  while (signalGroup(child, 0) && Date.now() < deadline) await setTimeout(20);
  signalGroup(child, 'SIGKILL');
}

/** A fresh folder that is removed when this process ends. */
export function temporaryFolder() {
  watchSignals();
  // The real path: what VS Code reports for a file must equal what a test compares it with.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mail-triage-')));
  folders.add(folder);
  return folder;
}

/** @param {string} folder one that {@link temporaryFolder} made */
export function removeFolder(folder) {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL' | 0} signal 0 only asks
 * @returns {boolean} whether there was anyone to reach
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return false;
  if (windows) {
    if (!children.has(child)) return false;
    if (signal !== 0) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return true;
  }
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

let watching = false;
let interrupted = false;

/** Says whether a signal asked this process to end: its children's ends are then no news. */
export function isInterrupted() {
  return interrupted;
}

function watchSignals() {
  if (watching) return;
  watching = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, async () => {
      if (interrupted) return;
      interrupted = true;
      await Promise.all([...children].map(stop));
      process.exit(128 + constants.signals[signal]);
    });
  }
  process.on('exit', () => {
    for (const child of children) signalGroup(child, 'SIGKILL');
    for (const folder of folders) removeFolder(folder);
  });
}
