import { commandNamed, usage } from './commands.ts';

/** `mail-triage COMMAND …`. Exit status: 0 done, 1 the answer is a failure (not found, refused), 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const command = commandNamed(name);
  if (command === undefined) {
    process.stderr.write(`mail-triage: there is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  return command.run(rest);
}

// A reader that closes the pipe early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await main(process.argv.slice(2));
