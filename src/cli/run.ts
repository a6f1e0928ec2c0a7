import type { CliCommand } from './command.ts';
import { commandNamed } from './commands.ts';
import { note, say } from './output.ts';
import { usage, usageLine, usageOf } from './usage.ts';

/** `mail-triage COMMAND …`. Exit status: 0 done, 1 the answer is a failure (not found, refused), 2 wrong usage. */
export async function runCommandLine([name, ...rest]: readonly string[]): Promise<number> {
  switch (name) {
    case undefined:
      say(usage());
      return 2;
    case '--version':
    case '-V':
      say(`mail-triage ${(await import('./version.ts')).version()}\n`);
      return 0;
    case 'help':
    case '--help':
    case '-h':
      return help(rest[0]);
    default: {
      const command = commandNamed(name);
      return command === undefined ? unknown(name) : start(command, rest);
    }
  }
}

function help(name: string | undefined): number {
  const command = name === undefined ? undefined : commandNamed(name);
  if (name !== undefined && command === undefined) return unknown(name);
  say(command === undefined ? usage() : usageOf(command));
  return 0;
}

function unknown(name: string): number {
  note(`there is no command "${name}".\n\n${usage().trimEnd()}`);
  return 2;
}

async function start(command: CliCommand, args: readonly string[]): Promise<number> {
  const outcome = await command.run(args);
  switch (outcome.kind) {
    case 'ended':
      return outcome.status;
    case 'help':
      say(usageOf(command));
      return 0;
    case 'wrong usage':
      note(`${outcome.problem}\n${usageLine(command)}`);
      return 2;
  }
}
