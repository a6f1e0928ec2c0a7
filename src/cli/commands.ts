/** A sub-command: what it takes, what it does. Its code is loaded when it is run. */
export interface CliCommand {
  readonly name: string;
  readonly form: string;
  readonly about: string;
  run(args: readonly string[]): Promise<number>;
}

const commands: readonly CliCommand[] = [
  {
    name: 'explain',
    form: 'explain [--json] [--after COMMAND] TEXT…',
    about: 'what a reply code, an enhanced code or a whole line means; without TEXT, a line each from standard input',
    run: async (args) => (await import('./explain.ts')).explain(args),
  },
  {
    name: 'read',
    form: 'read [--json] [--message] FILE…',
    about: 'what happened in a transcript, a message, a bounce or a mixed ticket; - is standard input',
    run: async (args) => (await import('./read.ts')).read(args),
  },
  {
    name: 'report',
    form: 'report FILE…',
    about: 'DMARC aggregate reports and TLS reports as tables: XML, JSON, zip, gzip, or a message that carries them',
    run: async (args) => (await import('./report.ts')).report(args),
  },
  {
    name: 'mask',
    form: 'mask [--addresses] [--names] [--hosts] [--ips] [--ids] [--all] FILE',
    about: 'the text without passwords, tokens and keys, and by choice without who and where; - is standard input',
    run: async (args) => (await import('./mask.ts')).mask(args),
  },
  {
    name: 'dns',
    form: 'dns [--server ADDRESS[:PORT]]… [--timeout SECONDS] DOMAIN',
    about: 'the mail exchangers of a domain with their addresses',
    run: async (args) => (await import('./probe.ts')).dns(args),
  },
  {
    name: 'smtp',
    form: 'smtp [--helo NAME] [--timeout SECONDS] [--server ADDRESS[:PORT]]… [--connect-to HOST:PORT=ADDRESS:PORT]… HOST[:PORT]',
    about: 'greeting, extensions and TLS of a mail server; no mail is sent',
    run: async (args) => (await import('./probe.ts')).smtp(args),
  },
  {
    name: 'verify',
    form: 'verify [--server ADDRESS[:PORT]]… [--timeout SECONDS] [--trusted NETWORK]… [--line NUMBER] FILE',
    about: 'DKIM, ARC, SPF and DMARC of a message, checked with its own bytes; - is standard input',
    run: async (args) => (await import('./verify.ts')).verify(args),
  },
  {
    name: 'lsp',
    form: 'lsp --stdio',
    about: 'the language server, for any editor that speaks the Language Server Protocol',
    run: async (args) => (await import('./lsp.ts')).lsp(args),
  },
];

export const commandNamed = (name: string): CliCommand | undefined => commands.find((command) => command.name === name);

export const usage = (): string =>
  `Usage: mail-triage COMMAND\n\n${commands.map(({ form, about }) => `  ${form}\n      ${about}\n`).join('')}\n`;
