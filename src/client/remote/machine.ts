import { hostname } from 'node:os';
import { env } from 'vscode';
import { plainText } from '../../core/text/plain.ts';
import { word } from '../../core/text/words.ts';
import { platform } from '../platform/platform.ts';
import { t } from '../platform/words.ts';

/** What the ways to work elsewhere are called, by the name that the editor has for them. */
const REMOTES: ReadonlyMap<string, string> = new Map([
  ['wsl', 'WSL'],
  ['ssh-remote', 'SSH'],
  ['dev-container', word('a container')],
  ['attached-container', word('a container')],
  ['codespaces', word('a codespace')],
  ['tunnel', word('a tunnel')],
]);

/**
 * The machine that probes run on where it is not the one with the screen: `build7 (SSH)`; undefined where it is. In
 * English for reports, in the words of `say` for the interface.
 */
function remoteMachine(say = (english: string): string => english): string | undefined {
  const { remoteName } = env;
  if (remoteName === undefined || platform().isBrowser) return undefined;
  // A server that a browser is connected to has its address for a name.
  return `${plainText(hostname(), 60)} (${say(REMOTES.get(remoteName) ?? word('remote'))})`;
}

/** The title of a probe with where it runs, where that is elsewhere. */
export function withMachine(title: string): string {
  const machine = remoteMachine((english) => t(english));
  return machine === undefined ? title : t('{0} from {1}', title, machine);
}

/** A report that says behind its title from where was asked: an answer may be another one elsewhere. */
export function fromMachine(lines: readonly string[]): readonly string[] {
  const machine = remoteMachine();
  return machine === undefined ? lines : [...lines.slice(0, 1), `* Asked from ${machine}`, ...lines.slice(1)];
}
