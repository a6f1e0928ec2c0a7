/** The shells that commands are written for. */
const SHELLS = ['sh', 'powershell', 'cmd'] as const;
export type Shell = (typeof SHELLS)[number];

const HARMLESS = /^[\w.:/=@+][\w.:/=@+-]{0,500}$/;

/**
 * An argument as a shell hands it to a program: one word, in which nothing is replaced and nothing is run. `undefined`
 * where the shell cannot hand it over.
 */
export function quoted(argument: string, shell: Shell): string | undefined {
  // Nothing that breaks the line, and nothing that a terminal acts on.
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(argument)) return undefined;
  switch (shell) {
    case 'sh':
      return HARMLESS.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
    case 'powershell':
      return ofPowerShell(argument);
    case 'cmd':
      return ofCmd(argument);
  }
}

/**
 * PowerShell ends a single-quoted string at any of four quotation marks, and a doubled one stands for itself. Versions
 * before 7.3 hand quotation marks inside an argument and empty arguments on wrongly (about_Parsing).
 */
function ofPowerShell(argument: string): string | undefined {
  if (argument === '' || argument.includes('"') || argument.endsWith('\\')) return undefined;
  // `@` begins a splat where it stands first, and a comma an array.
  if (/^[\w./+][\w.:/=@+-]{0,500}$/.test(argument)) return argument;
  return `'${argument.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/**
 * cmd.exe at its prompt: the program's own rules first (quotation marks with backslashes), then a caret in front of all
 * that cmd.exe would act on. In a batch file `%` would have to be doubled instead.
 */
function ofCmd(argument: string): string | undefined {
  if (/^[\w./@+][\w.:/@+-]{0,500}$/.test(argument)) return argument;
  const inner = argument.replace(/(\\{0,100})"/g, '$1$1\\"').replace(/\\{1,100}$/, '$&$&');
  return `"${inner}"`.replace(/[()%!^"<>&|]/g, '^$&');
}

/** How a comment begins. */
export const commentMark = (shell: Shell): string => (shell === 'cmd' ? 'REM' : '#');
