import { AREAS } from '../checks/areas.ts';
import { type CliCommand, command, type Words } from './command.ts';
import { flowOptions } from './flow/flowRows.ts';
import { loginOptions } from './login/loginOptions.ts';
import { secretArgument } from './login/secretArgument.ts';
import { planOptions } from './smtpOptions.ts';
import { wayOptions } from './wayOptions.ts';

const ANY = Number.POSITIVE_INFINITY;

const oneFile: Words = { form: 'FILE', least: 1, most: 1, ask: 'name one file, or - for standard input' };
const server = {
  kind: 'texts',
  value: 'ADDRESS[:PORT]',
  about: 'ask this resolver instead of those of the system; may be given again',
} as const;
const dnsTimeout = { kind: 'seconds', value: 'SECONDS', about: 'how long to wait for one resolver' } as const;

export const commands: readonly CliCommand[] = [
  command({
    name: 'explain',
    about: 'what a reply code, an enhanced code or a whole line means; without TEXT, a line each from standard input',
    options: {
      json: { kind: 'flag', about: 'an object a line, in the same order' },
      after: { kind: 'text', value: 'COMMAND', about: 'what was answered: MAIL, RCPT, "end of data", connect' },
    },
    words: { form: '[TEXT…]', least: 0, most: ANY, ask: '' },
    ends: ['every text was explained', 'one holds nothing that is known'],
    start: async (values, words) => (await import('./explain.ts')).explain(values, words),
  }),
  command({
    name: 'read',
    about: 'what happened in a transcript, a message, a bounce or a mixed ticket; - is standard input',
    options: {
      json: { kind: 'flag', about: 'an object a file, a line each (docs/reader-json.md)' },
      message: { kind: 'flag', about: 'the text is a message from its first line, whatever its name' },
    },
    words: { form: 'FILE…', least: 1, most: ANY, ask: 'name a file, or - for standard input' },
    ends: ['every file was read', 'one could not be read'],
    start: async (values, words) => (await import('./read.ts')).read(values, words),
  }),
  command({
    name: 'find',
    about:
      'the messages with each NEEDLE (an address, an id, a Message-ID, a host, an IP address, words of a subject) in logs of any size, with all their lines over queues, hosts and rotations, as a ticket; without SOURCE, in the logs under /var/log',
    options: {
      since: { kind: 'text', value: 'TIME', about: '2026-11-21, "2026-11-21 20:05", 2h, 3d, today, yesterday' },
      until: { kind: 'text', value: 'TIME', about: 'the same' },
    },
    words: { form: 'NEEDLE… [SOURCE…]', least: 1, most: ANY, ask: 'name an address, an id or words to look for' },
    ends: ['a message was found', 'none was, or a source could not be read'],
    start: async (values, words) => (await import('./find.ts')).find(values, words),
  }),
  command({
    name: 'answer',
    about: 'what can be sent back for a ticket, in Markdown; - is standard input',
    options: {
      user: { kind: 'flag', about: 'for whoever uses mail and runs none of it: plain words, no codes' },
      questions: { kind: 'flag', about: 'what to ask the admin of the sender for, with the commands to run' },
      template: { kind: 'text', value: 'TEMPLATE-FILE', about: 'put together by this file, with its {{placeholders}}' },
      message: { kind: 'flag', about: 'the text is a message from its first line, whatever its name' },
    },
    words: oneFile,
    ends: ['the answer was written', 'nothing was found that could be answered, or a file cannot be read'],
    start: async (values, words) => (await import('./answer.ts')).answer(values, words),
  }),
  command({
    name: 'report',
    about: 'DMARC aggregate reports and TLS reports as tables: XML, JSON, zip, gzip, or a message that carries them',
    options: {},
    words: { form: 'FILE…', least: 1, most: ANY, ask: 'name a file' },
    ends: ['every file held a report', 'one did not'],
    start: async (_, words) => (await import('./report.ts')).report(words),
  }),
  command({
    name: 'mask',
    about: 'the text without passwords, tokens and keys, and by choice without who and where; - is standard input',
    options: {
      addresses: { kind: 'flag', about: 'mail addresses and their domains' },
      names: { kind: 'flag', about: 'names of people' },
      hosts: { kind: 'flag', about: 'host names' },
      ips: { kind: 'flag', about: 'IP addresses' },
      ids: { kind: 'flag', about: 'Message-IDs' },
      all: { kind: 'flag', about: 'all of these' },
    },
    words: oneFile,
    ends: ['the text was written', 'FILE cannot be read'],
    start: async (values, words) => (await import('./mask.ts')).mask(values, words),
  }),
  command({
    name: 'check',
    about:
      'what belongs to the mail of a domain, an address, a host or an IP address, or one look-up (txt:NAME, dkim:SELECTOR@DOMAIN, MX NAME), as findings with their evidence and what to do; host:port is talked to',
    options: {
      only: { kind: 'text', value: 'AREA,…', about: `no more than these: ${AREAS.join(', ')}` },
      server,
      selector: {
        kind: 'texts',
        value: 'SELECTOR',
        about: 'of a DKIM key of the domain, looked for beside the usual ones; may be given again',
      },
      expect: {
        kind: 'texts',
        value: 'HOST',
        about: 'the only hosts that may stand in MX records: mx.filter.example, *.filter.example; may be given again',
      },
      'block-list': {
        kind: 'texts',
        value: 'ZONE',
        about: 'a block list to ask in place of the usual ones; may be given again',
      },
      ready: {
        kind: 'text',
        value: 'SERVICE',
        about: 'whether the domain publishes what microsoft365 or google asks for',
      },
      ticket: {
        kind: 'text',
        value: 'FILE',
        about:
          'a ticket: what it says that DNS answered is held against what DNS answers now, its DKIM selectors are looked for',
      },
      connect: {
        kind: 'flag',
        about: 'connect to the mail servers on port 25 and hold TLSA records against what they show',
      },
      timeout: dnsTimeout,
      json: { kind: 'flag', about: 'one object' },
    },
    words: { form: 'NAME', least: 1, most: 2, ask: 'name one domain, host or address' },
    ends: ['nothing is wrong', 'something is (level fail or warning)', 'something could not be asked'],
    start: async (values, words) => (await import('./check.ts')).check(values, words),
  }),
  command({
    name: 'smtp',
    about: 'greeting, extensions and TLS of a mail server, and whether it takes mail from somebody for somebody',
    options: {
      ...planOptions,
      ...loginOptions,
      ...flowOptions,
      ...wayOptions,
      helo: { kind: 'text', value: 'NAME', about: "the name given with EHLO instead of this machine's" },
      timeout: { kind: 'seconds', value: 'SECONDS', about: 'how long to wait for the connection and for each reply' },
      server,
      'connect-to': {
        kind: 'texts',
        value: 'HOST:PORT=ADDRESS:PORT',
        about: 'connect there instead; may be given again',
      },
      all: {
        kind: 'flag',
        about:
          'every address of every mail exchanger of a domain, in the order of their preference; of a host, its own',
      },
      family: { kind: 'text', value: '4|6', about: 'addresses of IPv4 or of IPv6 only' },
      json: { kind: 'flag', about: 'one object, with the verdicts of the report (docs/smtp-probe.md)' },
    },
    words: { form: 'HOST[:PORT]', least: 1, most: 1, ask: 'name one host' },
    ends: [
      'the conversation came to its end, with --all each of them',
      'with --all one did not',
      undefined,
      'from 11 on by the step at which it ended (docs/smtp-probe.md)',
    ],
    refuses: secretArgument,
    start: async (values, words) => (await import('./smtp.ts')).smtp(values, words),
  }),
  command({
    name: 'session',
    about: 'an SMTP session of a text as a command or as steps, to be run again by hand; - is standard input',
    options: {
      as: { kind: 'text', value: 'TOOL', about: 'swaks, mail-triage, telnet or openssl; swaks where it is not given' },
      for: { kind: 'text', value: 'SYSTEM', about: 'unix, windows, powershell or cmd; this one where it is not given' },
      line: { kind: 'count', value: 'NUMBER', about: 'the session that stands in this line, where FILE holds several' },
    },
    words: oneFile,
    ends: ['it was written', 'FILE holds no session or cannot be read'],
    start: async (values, words) => (await import('./session.ts')).session(values, words),
  }),
  command({
    name: 'verify',
    about: 'DKIM, ARC, SPF and DMARC of a message, checked with its own bytes; - is standard input',
    options: {
      server,
      timeout: dnsTimeout,
      trusted: { kind: 'texts', value: 'NETWORK', about: "the receiver's own network; may be given again" },
      line: { kind: 'count', value: 'NUMBER', about: 'the message that stands in this line, where FILE holds several' },
    },
    words: oneFile,
    ends: ['DMARC passes', 'it does not, or is not known, or FILE holds no message'],
    start: async (values, words) => (await import('./verify.ts')).verify(values, words),
  }),
  command({
    name: 'indicators',
    about:
      'what speaks for and against a reported message, and its addresses, hosts, links and files; nothing is looked up',
    options: {
      format: { kind: 'text', value: 'markdown|csv|json', about: 'how it is written; markdown where it is not given' },
      line: { kind: 'count', value: 'NUMBER', about: 'the message that stands in this line, where FILE holds several' },
    },
    words: oneFile,
    ends: ['a message was found', 'FILE holds no message or cannot be read'],
    start: async (values, words) => (await import('./indicators.ts')).indicators(values, words),
  }),
  command({
    name: 'lsp',
    about:
      'the language server, for any editor that speaks the Language Server Protocol over standard input and output',
    options: { stdio: { kind: 'flag', about: 'the one way in which it speaks' } },
    words: { form: '', least: 0, most: 0, ask: 'the language server speaks over standard input and output only' },
    ends: ['the editor closed the connection', 'it went away without a word'],
    start: async () => (await import('./lsp.ts')).lsp(),
  }),
];

export const commandNamed = (name: string): CliCommand | undefined => commands.find((one) => one.name === name);
