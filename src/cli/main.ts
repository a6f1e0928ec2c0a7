import { keepCompiledCode } from './compileCache.ts';
import { runCommandLine } from './run.ts';

// Before the code of a command is loaded.
keepCompiledCode();

// A reader that closes the pipe early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2));
