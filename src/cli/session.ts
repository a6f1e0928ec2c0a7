import { isSession } from '../core/replay/recipe.ts';
import { readRecipe, type SessionForm, writeSession } from '../core/replay/sessionAgain.ts';
import { sessionsOf } from '../core/session/sessionView.ts';
import { readInput, startOf } from './input.ts';
import { readOpened } from './openedTicket.ts';
import { note, say } from './output.ts';

interface SessionOptions {
  readonly as?: string;
  readonly for?: string;
  readonly line?: number;
}

/** A session of a text as a command or as steps, to be run again with another tool. */
export async function session(
  { as = 'swaks', for: system, line }: SessionOptions,
  [file = '-']: readonly string[],
): Promise<number> {
  const form = formOf(as, system ?? (process.platform === 'win32' ? 'powershell' : 'unix'));
  if (form === undefined) {
    note('--as is swaks, mail-triage, telnet or openssl; --for is unix, windows, powershell or cmd');
    return 2;
  }
  const input = await readInput(file);
  if (!input.ok) {
    note(input.problem);
    return 1;
  }
  const ticket = await readOpened(input.text, startOf(file));
  let at = line === undefined ? undefined : line - 1;
  if (at === undefined) {
    for (const view of sessionsOf(ticket)) if (isSession(view)) at ??= ticket.lines.lineOf(view.session.start);
  }
  const recipe = at === undefined ? undefined : readRecipe(ticket, at);
  if (recipe === undefined) {
    note(line === undefined ? 'this text holds no SMTP session' : `no SMTP session stands in line ${line}`);
    return 1;
  }
  say(writeSession(recipe, form));
  return 0;
}

/** A command needs a shell, steps a system: each names the usual one of the other. */
function formOf(as: string, system: string): SessionForm | undefined {
  const shell = { unix: 'sh', windows: 'powershell', powershell: 'powershell', cmd: 'cmd' } as const;
  if (!Object.hasOwn(shell, system)) return undefined;
  const known = system as keyof typeof shell;
  if (as === 'swaks' || as === 'mail-triage') return { tool: as, shell: shell[known] };
  if (as === 'telnet' || as === 'openssl') return { tool: as, system: known === 'unix' ? 'unix' : 'windows' };
  return undefined;
}
