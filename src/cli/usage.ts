import type { CliCommand } from './command.ts';
import { commands } from './commands.ts';
import type { Option } from './options.ts';

/** What can be done at all. */
export const usage = (): string =>
  `Usage: mail-triage COMMAND\n\n${commands.map((command) => item(formOf(command), command.about)).join('')}\n` +
  'mail-triage COMMAND --help says more of one, mail-triage --version which version this is.\n';

/** What one command takes, and what its exit status means. */
export function usageOf(command: CliCommand): string {
  const { about, options, ends } = command;
  const rows = Object.entries(options).map(([name, option]) => item(optionForm(name, option), option.about));
  return [
    `${usageLine(command)}\n\n${about[0]?.toUpperCase()}${about.slice(1)}.\n\n`,
    ...(rows.length > 0 ? ['Options:\n\n', ...rows, '\n'] : []),
    `Exit status: 0 when ${ends[0]}, 1 when ${ends[1]}, 2 ${ends[2] === undefined ? '' : `when ${ends[2]}, or `}for wrong usage${ends[3] === undefined ? '' : `, ${ends[3]}`}.\n`,
  ].join('');
}

export const usageLine = (command: CliCommand): string => `Usage: mail-triage ${formOf(command)}`;

/** Options that stand in a usage line; where there are more, `--help` has them. */
const MOST_SHOWN = 12;

/** `dns [--server ADDRESS[:PORT]]… DOMAIN` */
function formOf({ name, options, words }: CliCommand): string {
  const rows = Object.entries(options);
  if (rows.length > MOST_SHOWN) return `${name} [OPTION]… ${words.form}`;
  const bracketed = rows.map(([option, row]) => `[${optionForm(option, row)}]${row.kind === 'texts' ? '…' : ''}`);
  return [name, ...bracketed, ...(words.form === '' ? [] : [words.form])].join(' ');
}

const optionForm = (name: string, { value }: Option): string => `--${name}${value === undefined ? '' : ` ${value}`}`;

const item = (form: string, about: string): string => `  ${form}\n      ${about}\n`;
