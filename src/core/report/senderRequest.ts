import type { Ticket } from '../ticket/ticket.ts';
import { readVerdicts } from '../verdict/readVerdicts.ts';
import { fillTemplate } from './template.ts';

/** The template that is used where the settings have none. */
export const senderRequestTemplate = `Hello,

to find out what happens to mail from {{sender}} to {{recipient}} we need a little more from your side.

Please send us:
{{missing}}

Please run these commands on the mail server that sends the mail (not on a desktop: another network gives other answers), and send us everything they print.

On Windows, in PowerShell:

{{windows}}

On Unix:

{{unix}}

In the session, type the lines after the greeting one at a time and wait for each answer:

{{session}}

The test message is harmless. If an answer starts with 4 or 5, stop there: that answer is what we need.`;

/** Who is to be reached, as far as a ticket tells. */
export interface RequestNames {
  readonly sender: string;
  readonly recipient: string;
  /** The domain of the recipient. */
  readonly domain: string;
  /** The mail exchanger to connect to. */
  readonly server: string;
}

/** Words that are safe on any command line: they go into commands that somebody else is asked to run. */
const HOST = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*$/;
const MAILBOX = /^(?=.{3,254}$)(?!-)[A-Za-z0-9._+=-]{1,64}@(?!-)[A-Za-z0-9.-]{1,253}$/;

/** The names of a ticket that can stand in a command; stand-ins that say what belongs there for the others. */
export function requestNames(ticket: Ticket): RequestNames {
  const verdicts = readVerdicts(ticket);
  const recipient = verdicts.flatMap(({ recipients }) => recipients).find((one) => MAILBOX.test(one));
  const sender = verdicts.map((verdict) => verdict.sender ?? '').find((one) => MAILBOX.test(one));
  const domain = recipient?.slice(recipient.lastIndexOf('@') + 1) ?? 'RECIPIENT-DOMAIN';
  const server = verdicts.find(
    (verdict) => verdict.stage !== 'dns' && verdict.server !== undefined && HOST.test(verdict.server),
  )?.server;
  return {
    sender: sender ?? 'SENDER-ADDRESS',
    recipient: recipient ?? 'RECIPIENT-ADDRESS',
    domain,
    server: server ?? 'MAIL-EXCHANGER-OF-THE-RECIPIENT',
  };
}

/** What a ticket lacks, each as something to ask for. */
export function missingEvidence(ticket: Ticket): readonly string[] {
  const kinds = new Set<string>(ticket.blocks.map(({ kind }) => kind));
  const report = ticket.blocks.some((block) => block.kind === 'message' && block.report !== undefined);
  const asked: (string | false)[] = [
    !report && 'the bounce, complete, saved as a file (.eml or .msg) and not as a picture',
    !kinds.has('message') && 'the full header of a message that did arrive late or wrong, if there is one',
    !kinds.has('log') &&
      "the lines of your mail server's log for the message: who sent it, to whom, when (with time zone), and every reply to it",
    !kinds.has('conversation') && 'a session by hand with our server, as below',
    !kinds.has('lookup') && 'what your DNS resolver answers for our domain, as below',
    'the public IP address from which your server sends, and the time of the last try with its time zone',
  ];
  return asked.filter((one) => one !== false);
}

/** Asks the admin of a remote sender for what is missing, with the commands to run, as plain text. */
export function senderRequest(
  ticket: Ticket,
  given: Partial<RequestNames> = {},
  template: string = senderRequestTemplate,
): string {
  const names = { ...requestNames(ticket), ...given };
  return fillTemplate(template.trim() === '' ? senderRequestTemplate : template, requestValues(ticket, names));
}

/** What each placeholder of a request stands for. */
export function requestValues(ticket: Ticket, names: RequestNames): ReadonlyMap<string, string> {
  const { sender, recipient, domain, server } = names;
  return new Map([
    ...Object.entries(names),
    [
      'missing',
      missingEvidence(ticket)
        .map((one) => `- ${one}`)
        .join('\n'),
    ],
    [
      'windows',
      indented([
        `Resolve-DnsName -Type MX ${domain}`,
        `nslookup -type=mx ${domain}`,
        `nslookup ${server}`,
        `Test-NetConnection ${server} -Port 25`,
        'dism /online /Enable-Feature /FeatureName:TelnetClient   # once, where telnet is missing',
        `telnet ${server} 25`,
      ]),
    ],
    [
      'unix',
      indented([
        `dig +noall +comments +answer MX ${domain}`,
        `dig +noall +comments +answer A ${server}`,
        `nc -v -w 10 ${server} 25 </dev/null`,
        `telnet ${server} 25`,
        `swaks --server ${server} --from ${sender} --to ${recipient}   # instead of the session by hand`,
        `openssl s_client -starttls smtp -crlf -connect ${server}:25   # if TLS is in doubt`,
      ]),
    ],
    [
      'session',
      indented([
        'EHLO your-server.example',
        `MAIL FROM:<${sender}>`,
        `RCPT TO:<${recipient}>`,
        'DATA',
        'Subject: delivery test',
        '',
        'This is a delivery test, please ignore.',
        '.',
        'QUIT',
      ]),
    ],
  ]);
}

const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}`.trimEnd()).join('\n');
