import { createReadStream, openSync } from 'node:fs';
import { isatty, ReadStream } from 'node:tty';
import { ask } from '../output.ts';

/** Characters of a password or token. */
const LONGEST = 16_000;

/** Where a secret comes from; without either, from a terminal. */
export interface SecretSource {
  /** Number of a file descriptor, as written; its first line is the secret. */
  readonly fd?: string | undefined;
  /** Name of an environment variable, as written. */
  readonly env?: string | undefined;
}

/** `problem` repeats nothing that was typed: it may be the secret, in the wrong place. */
export type Secret = { readonly ok: true; readonly secret: string } | { readonly ok: false; readonly problem: string };

const none = (problem: string): Secret => ({ ok: false, problem });

/** Reads the password or token of a login; from a terminal without echo, behind `prompt`. */
export async function readSecret({ fd, env }: SecretSource, prompt: string): Promise<Secret> {
  if (fd !== undefined && env !== undefined) return none('--password-fd and --password-env exclude each other');
  const read =
    fd !== undefined ? await fromDescriptor(fd) : env !== undefined ? fromVariable(env) : await typed(prompt);
  if (!read.ok) return read;
  if (read.secret === '') return none('the password is empty');
  return read.secret.length > LONGEST ? none(`the password has more than ${LONGEST} characters`) : read;
}

function fromVariable(name: string): Secret {
  if (!/^[A-Za-z_]\w{0,200}$/.test(name)) {
    return none('--password-env takes the name of an environment variable, never the password itself');
  }
  const secret = process.env[name];
  // What this process starts need not know it.
  delete process.env[name];
  return secret === undefined
    ? none('the environment variable that --password-env names is not set')
    : { ok: true, secret };
}

async function fromDescriptor(text: string): Promise<Secret> {
  if (!/^\d{1,4}$/.test(text)) {
    return none('--password-fd takes the number of a file descriptor, never the password itself');
  }
  const fd = Number(text);
  if (isatty(fd))
    return none('--password-fd names a terminal, which would show what is typed: leave it out to be asked');
  try {
    let secret = '';
    const stream = fd === 0 ? process.stdin : createReadStream('', { fd });
    stream.setEncoding('utf8');
    for await (const piece of stream) {
      secret += piece as string;
      if (secret.includes('\n') || secret.length > LONGEST + 2) break;
    }
    return { ok: true, secret: (secret.split('\n', 1)[0] as string).replace(/\r$/, '') };
  } catch {
    return none('the file descriptor that --password-fd names cannot be read');
  }
}

const NO_TERMINAL =
  'there is no terminal to ask for the password at: give it with --password-fd or --password-env, which are no arguments that others can read';

async function typed(prompt: string): Promise<Secret> {
  const terminal = terminalToAsk();
  if (terminal === undefined) return none(NO_TERMINAL);
  ask(prompt);
  try {
    return await typedAt(terminal);
  } finally {
    ask('\n');
    if (terminal === process.stdin) terminal.pause();
    else terminal.destroy();
  }
}

/** Standard input, or the terminal that the command was started at where something is piped in. */
function terminalToAsk(): ReadStream | undefined {
  if (process.stdin.isTTY) return process.stdin;
  if (process.platform === 'win32') return undefined;
  try {
    const fd = openSync('/dev/tty', 'r');
    return isatty(fd) ? new ReadStream(fd) : undefined;
  } catch {
    return undefined;
  }
}

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const CTRL_U = '\u0015';

/** A line without echo. */
function typedAt(terminal: ReadStream): Promise<Secret> {
  return new Promise((resolve) => {
    let characters: string[] = [];
    const end = (result: Secret): void => {
      terminal.off('data', hear);
      terminal.off('end', leave);
      terminal.setRawMode(false);
      resolve(result);
    };
    const leave = (): void => end(none('no password was given'));
    const hear = (text: string): void => {
      for (const one of text) {
        if (one === '\r' || one === '\n' || one === CTRL_D) {
          end({ ok: true, secret: characters.join('') });
          return;
        }
        if (one === CTRL_C) {
          leave();
          return;
        }
        if (one === CTRL_U) characters = [];
        else if (one === '\u007f' || one === '\b') characters.pop();
        else characters.push(one);
      }
    };
    terminal.setEncoding('utf8');
    terminal.setRawMode(true);
    terminal.on('data', hear);
    terminal.once('end', leave);
    terminal.resume();
  });
}
