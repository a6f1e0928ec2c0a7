import { findIp } from '../mail/ipAddress.ts';
import { plainText } from '../text/plain.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Lack, lacksOf, missingWords } from './answer/lacks.ts';
import { isReachable, NO_EXCHANGER, type RequestNames, requestNames } from './answer/requestNames.ts';
import { type Told, toldOf } from './answer.ts';

/** The template that is used where the settings have none. */
export const senderRequestTemplate = `Hello,

to find out what happens to mail from {{sender}} to {{recipient}} we need a little more from your side.

The mail in question:
{{mail}}

Please send us:
{{missing}}

{{run}}

On Windows, in PowerShell:

{{windows}}

On Unix:

{{unix}}

In the session, type the lines after the greeting one at a time and wait for each answer. The test message is harmless. If an answer starts with 4 or 5, stop there: that answer is what we need. The lines are:

{{session}}`;

/** What each placeholder of a request to the admin of a remote sender stands for, who is asked for what is missing. */
export function requestValues(ticket: Ticket, given: Partial<RequestNames> = {}): ReadonlyMap<string, string> {
  const told = toldOf(ticket);
  const names = { ...requestNames(ticket, told), ...given };
  const lacks = new Set(lacksOf(ticket, told, names));
  const [windows, unix] = [windowsLines(names, lacks), unixLines(names, lacks)];
  return new Map([
    ...Object.entries(names),
    ['mail', mailLines(told).join('\n')],
    [
      'missing',
      missingWords(lacks, told)
        .map((one) => `- ${one}`)
        .join('\n'),
    ],
    ['run', windows.length === 0 ? '' : RUN + (lacks.has('lookup') && names.server === NO_EXCHANGER ? EXCHANGER : '')],
    ['windows', indented(windows)],
    ['unix', indented(unix)],
    ['session', lacks.has('session') ? indented(sessionLines(names)) : ''],
  ]);
}

const RUN =
  'Please run these commands on the mail server that sends the mail (not on a desktop: another network gives other answers), and send us everything they print.';

const EXCHANGER = ` Put the name that the first command prints with the lowest number in the place of ${NO_EXCHANGER}.`;

/** What the sender's admin finds the mail by. */
function mailLines(told: Told | undefined): readonly string[] {
  const { time, subject, messageId, queueId, server } = told?.circumstances ?? {};
  const reply = told?.matter.first.reply;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Subject', subject],
    ['Message-ID', messageId],
    ['Time', time],
    [
      told?.matter.first.code === 'connection-failed' ? 'Server that was not reached' : 'Server that answered',
      told?.matter.first.failed === true && isOuter(server) ? server : undefined,
    ],
    ['Reply', reply],
    ['Queue id in the log that we have', queueId],
  ];
  return rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${name}: ${plainText(value).replace(/\s+/g, ' ')}`],
  );
}

/** What stands behind the recipient's exchanger is nothing for the sender. */
const isOuter = (server: string | undefined): boolean =>
  server !== undefined && isReachable(/^[^\s,[:]{0,255}/.exec(server)?.[0] ?? '', findIp(server));

function windowsLines({ domain, server }: RequestNames, lacks: ReadonlySet<Lack>): readonly string[] {
  return [
    ...(lacks.has('lookup')
      ? [`Resolve-DnsName -Type MX ${domain}`, `nslookup -type=mx ${domain}`, `nslookup ${server}`]
      : []),
    ...(lacks.has('session')
      ? [
          `Test-NetConnection ${server} -Port 25`,
          'dism /online /Enable-Feature /FeatureName:TelnetClient   # once, where telnet is missing',
          `telnet ${server} 25`,
        ]
      : []),
  ];
}

function unixLines({ domain, server, sender, recipient }: RequestNames, lacks: ReadonlySet<Lack>): readonly string[] {
  return [
    ...(lacks.has('lookup')
      ? [`dig +noall +comments +answer MX ${domain}`, `dig +noall +comments +answer A ${server}`]
      : []),
    ...(lacks.has('session')
      ? [
          `nc -v -w 10 ${server} 25 </dev/null`,
          `telnet ${server} 25`,
          `swaks --server ${server} --from ${sender} --to ${recipient}   # instead of the session by hand`,
          `openssl s_client -starttls smtp -crlf -connect ${server}:25   # if TLS is in doubt`,
        ]
      : []),
  ];
}

const sessionLines = ({ sender, recipient }: RequestNames): readonly string[] => [
  'EHLO your-server.example',
  `MAIL FROM:<${sender}>`,
  `RCPT TO:<${recipient}>`,
  'DATA',
  'Subject: delivery test',
  '',
  'This is a delivery test, please ignore.',
  '.',
  'QUIT',
];

const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}`.trimEnd()).join('\n');
