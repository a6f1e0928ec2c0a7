import { type OptionRows, type OptionValues, readOptions } from './options.ts';

/** A sub-command: what it takes, what it does. Its code is loaded when it is run. */
export interface CliCommand {
  readonly name: string;
  readonly about: string;
  readonly options: OptionRows;
  readonly words: Words;
  /** When it ends with 0, when with 1, when with 2 besides wrong usage, and what else it ends with. */
  readonly ends: readonly [done: string, failed: string, unknown?: string | undefined, others?: string];
  /** Runs with the arguments behind its name; gives the exit status, or what is wrong with them. */
  run(args: readonly string[]): Promise<Outcome>;
}

/** What stands on the command line besides options. */
export interface Words {
  readonly form: string;
  readonly least: number;
  readonly most: number;
  /** What to say where there are fewer or more. */
  readonly ask: string;
}

export type Outcome =
  | { readonly kind: 'ended'; readonly status: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong usage'; readonly problem: string };

/** A command as the table has it. */
interface Row<Rows extends OptionRows> extends Omit<CliCommand, 'run' | 'options'> {
  readonly options: Rows;
  /** Why these arguments are not even read. */
  readonly refuses?: (args: readonly string[]) => string | undefined;
  readonly start: (values: OptionValues<Rows>, words: readonly string[]) => Promise<number>;
}

/** A row whose code takes the options that the row names, and no others. */
export function command<const Rows extends OptionRows>({ start, refuses, ...row }: Row<Rows>): CliCommand {
  return {
    ...row,
    run: async (args) => {
      const refused = refuses?.(args);
      if (refused !== undefined) return { kind: 'wrong usage', problem: refused };
      const parsed = readOptions(args, row.options);
      if (!parsed.ok) return { kind: 'wrong usage', problem: parsed.problem };
      if (parsed.help) return { kind: 'help' };
      const { values, words } = parsed;
      if (words.length < row.words.least || words.length > row.words.most) {
        return { kind: 'wrong usage', problem: row.words.ask };
      }
      return { kind: 'ended', status: await start(values, words) };
    },
  };
}
