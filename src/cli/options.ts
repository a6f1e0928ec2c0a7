import { parseArgs } from 'node:util';

interface Shape {
  readonly [name: string]: { readonly type: 'string' | 'boolean'; readonly multiple?: boolean };
}

export type Options =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>>; readonly words: readonly string[] }
  | { readonly ok: false };

/** The options and words of a command line; what does not fit is said on standard error. */
export function readOptions(args: readonly string[], shape: Shape, form: string): Options {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: shape, allowPositionals: true });
    return { ok: true, values, words: positionals };
  } catch (error) {
    process.stderr.write(
      `mail-triage: ${error instanceof Error ? error.message : String(error)}\nUsage: mail-triage ${form}\n`,
    );
    return { ok: false };
  }
}
