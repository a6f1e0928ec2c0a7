import { parseArgs } from 'node:util';
import { cutTo } from '../core/text/few.ts';

/** What an option takes: nothing, a text, several texts, a time, a number from 1 on, one of some words or nothing. */
export interface Option {
  readonly kind: 'flag' | 'text' | 'texts' | 'seconds' | 'count' | 'maybe';
  /** The words of `maybe`; another one behind it is none of its own. */
  readonly words?: RegExp;
  /** What stands behind it in a usage line; a flag has none. */
  readonly value?: string;
  readonly about: string;
}

export type OptionRows = Readonly<Record<string, Option>>;

interface Values {
  readonly flag: boolean;
  readonly text: string;
  readonly texts: readonly string[];
  /** Milliseconds. */
  readonly seconds: number;
  readonly count: number;
  /** Empty where nothing stands behind it. */
  readonly maybe: string;
}

export type OptionValues<Rows extends OptionRows> = { readonly [Name in keyof Rows]?: Values[Rows[Name]['kind']] };

export type Parsed<Rows extends OptionRows> =
  | {
      readonly ok: true;
      readonly values: OptionValues<Rows>;
      readonly words: readonly string[];
      readonly help: boolean;
    }
  | { readonly ok: false; readonly problem: string };

/** The options and words of a command line; `--help` and `-h` belong to every command. */
export function readOptions<Rows extends OptionRows>(args: readonly string[], rows: Rows): Parsed<Rows> {
  const shape = Object.fromEntries(
    Object.entries(rows).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ]),
  );
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const { values, positionals } = parseArgs({
      args: joined(args, rows),
      options: { ...shape, help },
      allowPositionals: true,
    });
    const read = Object.entries(values)
      .filter(([name]) => Object.hasOwn(rows, name))
      .map(([name, value]) => [name, readValue(name, (rows[name] as Option).kind, value)]);
    // The table's kinds are what `readValue` gives.
    return { ok: true, values: Object.fromEntries(read), words: positionals, help: values.help === true };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The arguments with the word of a `maybe` put to it, as the parser wants it. */
function joined(args: readonly string[], rows: OptionRows): string[] {
  const read: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '--') return [...read, ...args.slice(at)];
    const words = arg.startsWith('--') ? rows[arg.slice(2)]?.words : undefined;
    if (words === undefined) read.push(arg);
    else if (words.test(args[at + 1] ?? '')) read.push(`${arg}=${args[++at]}`);
    else read.push(`${arg}=`);
  }
  return read;
}

function readValue(name: string, kind: Option['kind'], written: unknown): Values[Option['kind']] {
  switch (kind) {
    case 'flag':
    case 'text':
    case 'texts':
    case 'maybe':
      return written as boolean | string | readonly string[];
    case 'seconds':
      return 1000 * positive(name, written, 'a number of seconds');
    case 'count':
      return Math.max(1, Math.trunc(positive(name, written, 'a number from 1 on')));
  }
}

function positive(name: string, written: unknown, what: string): number {
  const number = Number(written);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new Error(`Option '--${name}' takes ${what}, not '${cutTo(String(written), 40)}'`);
}
