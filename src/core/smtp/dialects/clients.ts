import { respell, type Said } from '../said.ts';
import { type DialectRow, marks } from './dialectRow.ts';

/** `[250] 'text'` is `250 text`. */
function unquoteReply(said: Said): Said {
  if (!/^\[\d{3}\] '/.test(said.text)) return said;
  const end = said.text.endsWith("'") ? said.text.length - 1 : said.text.length;
  return respell(said, [
    [0, 4],
    [5, 6],
    [7, end],
  ]);
}

/** Command line tools and mail programs. */
export const clients = [
  {
    name: 'swaks',
    line: /(?<mark>(?: |(?<= ))[-~]>|<-(?= )|<\*\*|\*\*>|<~(?= )|<~\*|\*~>| {2}>|<(?= {3})|===|\*\*\*)(?: {1,3}|$)/y,
    behind: 'time',
    marks: marks([' ->', '->', '**>', ' ~>', '~>', '*~>'], ['<-', '<**', '<~', '<~*']),
    tlsMarks: new Set([' ~>', '~>', '*~>', '<~', '<~*']),
    start: /^=== (?:Trying|Connected to) /,
    sent: /^\d{1,9} lines sent$/,
  },
  {
    name: 'nodemailer',
    line: /\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] (?:DEBUG|INFO|ERROR|WARN|TRACE) {1,2}(?:\[(?<id>[^\]]{1,40})\] )?(?:(?<mark>[CS]): ?)?/y,
    marks: marks(['C'], ['S']),
    bareData: true,
    sure: true,
  },
  {
    name: 'mutt',
    line: /\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] ?(?:<\d> ?)?(?:\w{1,60}\(\) )?(?:(?<id>\d{1,9})(?<mark>[<>]) ?)?/y,
    marks: marks(['>'], ['<']),
    sure: true,
  },
  {
    name: 'blat',
    line: /(?<mark>>>>putline>>>|<<<getline<<<)(?: |$)/y,
    behind: 'time',
    marks: marks(['>>>putline>>>'], ['<<<getline<<<']),
    bareReplies: true,
    sure: true,
  },
  {
    name: 's-nail',
    line: /(?:s-nail|mailx|mail|nail): (?:(?<mark>>>> SERVER:|>>>)(?: |$))?/y,
    behind: 'time',
    marks: marks(['>>>'], ['>>> SERVER:']),
  },
  {
    name: 'msmtp',
    line: /(?<mark>-->|<--)(?: |$)/y,
    behind: 'time',
    marks: marks(['-->'], ['<--']),
    turns: true,
  },
  {
    name: 'ssmtp',
    line: /\[(?<mark>->|<-)\](?: |$)/y,
    behind: 'stamp',
    marks: marks(['->'], ['<-']),
  },
  {
    name: 'sendemail',
    line: /(?:DEBUG|INFO|SUCCESS|NOTICE|WARNING|ERROR) => (?:(?<mark>Sending|Received)(?::[ \t]{0,3}|(?= message body)))?/y,
    behind: 'stamp',
    marks: marks(['Sending'], ['Received']),
    sent: /^ message body/,
    separator: { kind: 'spelt', whole: true },
  },
  {
    name: 'gnutls-cli',
    line: /starttls: (?<mark>sending|received): ?/y,
    behind: 'time',
    marks: marks(['sending'], ['received']),
    bareReplies: true,
  },
  {
    name: 'checktls',
    line: /\[\d{3}\.\d{3}\][ \t]{0,3}(?:(?<mark><(?:[-‑]{2}|~~)|(?:[-‑]{2}|~~)>)[ \t]{0,4})?/y,
    marks: marks(['-->', '‑‑>', '~~>'], ['<--', '<‑‑', '<~~']),
    tlsMarks: new Set(['~~>', '<~~']),
    bareReplies: true,
    sure: true,
  },
  {
    name: 'opensmtpd-smtp',
    line: /(?:\S{1,320}: (?<mark>[A-Z]{3,8}): (?=\d{3}[ -])|(?=trying host |connection (?:ready|closed)|mail done|done\.\.\.|certificate ))/y,
    behind: 'time',
    marks: marks([], ['EOM', 'MAIL', 'RCPT', 'DATA', 'BANNER', 'EHLO', 'HELO']),
    start: /^trying host \S{1,255} port \d{1,5}\.\.\.$/,
  },
  {
    name: 'nullmailer',
    line: /smtp: (?:(?<mark>Succeeded|Failed): (?=\d{3}[ -])|(?=Succeeded|Failed))/y,
    behind: 'stamp',
    marks: marks([], ['Succeeded', 'Failed']),
    sure: true,
  },
  {
    name: 'thunderbird',
    line: /(?:[\w.]{0,40}mailnews\.smtp[\w.]{0,20}:|SMTP|\S{0,60}\[[0-9a-fx]{1,20}\]: (?:[A-Z]\/\S{1,20} )?SMTP) ?(?:(?<mark>Response|Send|[CS](?=:)|>>>|<<<):? ?)?/y,
    behind: 'time',
    marks: marks(['C', 'Send', '>>>'], ['S', 'Response', '<<<']),
  },
  {
    name: 'outlook',
    line: /(?:SMTP ?(?:\((?<id>[^)]{1,255})\))?: (?:\d\d?:\d\d:\d\d )?|(?:.{0,80} )?"SMTP: )(?:(?<mark>[[<](?:rx|tx)[\]>]) ?)?/y,
    behind: 'time',
    quote: '")',
    marks: marks(['[tx]', '<tx>'], ['<rx>', '[rx]']),
  },
  {
    name: 'claws-mail',
    line: /E?SMTP(?<mark>[<>]) ?/y,
    behind: 'time',
    marks: marks(['>'], ['<']),
    turns: true,
  },
  {
    name: 'probe',
    general: true,
    line: /(?:(?<mark>[CSH]): ?|(?=\* ))/y,
    marks: marks(['C', 'H'], ['S']),
    message: 'H',
    bareReplies: true,
  },
  {
    name: 'client-server',
    general: true,
    line: /[ \t]{0,8}(?:[\w.-]{1,20}: )?(?<mark>Client|Server|CLIENT|SERVER|client|server|C|S)(?:[ \t]?:|>)(?:[ \t]|$)/y,
    behind: 'time',
    marks: marks(['Client', 'CLIENT', 'client', 'C'], ['Server', 'SERVER', 'server', 'S']),
    bareReplies: true,
  },
  {
    name: 'curl',
    general: true,
    line: /(?:(?<mark>[<>](?: |$)|\}(?= \[\d{1,9} bytes data\]))|(?=\* |\{ \[\d{1,9} bytes data\]))/y,
    behind: 'time',
    marks: marks(['> ', '>', '}'], ['< ', '<']),
    start: /^\* {1,3}Trying \S+\.\.\.$/,
    sent: /^ \[\d{1,9} bytes data\]/,
    turns: true,
  },
  {
    name: 'smtp-cli',
    general: true,
    line: /(?<mark>> |\[(?=\d{3} ))/y,
    marks: marks(['> '], ['[']),
    plain: unquoteReply,
  },
] as const satisfies readonly DialectRow[];
