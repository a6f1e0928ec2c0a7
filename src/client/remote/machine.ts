import { hostname } from 'node:os';
import { env } from 'vscode';
import { plainText } from '../../core/text/plain.ts';

/** What the ways to work elsewhere are called, by the name that the editor has for them. */
const REMOTES: ReadonlyMap<string, string> = new Map([
  ['wsl', 'WSL'],
  ['ssh-remote', 'SSH'],
  ['dev-container', 'a container'],
  ['attached-container', 'a container'],
  ['codespaces', 'a codespace'],
  ['tunnel', 'a tunnel'],
]);

/** The machine that probes run on where it is not the one with the screen: `build7 (SSH)`; undefined where it is. */
export function remoteMachine(): string | undefined {
  const { remoteName } = env;
  if (remoteName === undefined) return undefined;
  // A server that a browser is connected to has its address for a name.
  return `${plainText(hostname(), 60)} (${REMOTES.get(remoteName) ?? 'remote'})`;
}

/** The title of a probe with where it runs, where that is elsewhere. */
export function withMachine(title: string): string {
  const machine = remoteMachine();
  return machine === undefined ? title : `${title} from ${machine}`;
}

/** A report that says behind its title from where was asked: an answer may be another one elsewhere. */
export function fromMachine(lines: readonly string[]): readonly string[] {
  const machine = remoteMachine();
  return machine === undefined ? lines : [...lines.slice(0, 1), `* Asked from ${machine}`, ...lines.slice(1)];
}
