import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { temporaryFolder } from './processes.mjs';

/**
 * @typedef {object} Lab
 * @property {{ address: string, port: number }} dns
 * @property {Record<string, unknown>} settings the workspace settings that point the extension at the lab
 * @property {() => Promise<void>} close
 */

/**
 * Starts the servers that answer the probes. Throws an Error when this copy of the project has none.
 *
 * @returns {Promise<Lab>}
 */
export async function startLab() {
  const main = new URL('../test/lab/main.ts', import.meta.url);
  if (!existsSync(main)) throw new Error('test/lab/main.ts does not exist: there is nothing to answer the probes.');
  return (await import(main.href)).startLab();
}

/**
 * Copies the sample tickets into a folder that ends with this process.
 *
 * @param {Record<string, unknown>} settings the workspace settings
 * @returns {string} the folder
 */
export function copySamples(settings) {
  const folder = join(temporaryFolder(), 'tickets');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  const samples = join(root, 'samples');
  if (!existsSync(samples)) throw new Error('samples/ does not exist: there are no tickets to open.');
  cpSync(samples, folder, { recursive: true });
  const hidden = { 'files.exclude': { '**/.vscode': true } };
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ ...hidden, ...settings }, undefined, 2));
  return folder;
}
