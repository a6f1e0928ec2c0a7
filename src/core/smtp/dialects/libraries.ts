import { type DialectRow, marks } from './dialectRow.ts';

/** How old PHPMailers show each line that they read, before the whole reply. */
const RAW = 'get_lines(): $str is "';

/** Libraries that programs send mail with. */
export const libraries = [
  {
    name: 'phpmailer',
    line: /(?:(?<mark>CLIENT -> SERVER|SERVER -> CLIENT|SMTP -> FROM SERVER): ?|(?=Connection: (?:opening|opened|closed)|SMTP (?:ERROR|NOTICE|INBOUND|Error|connect)|SMTP -> (?:ERROR|get_lines)))/y,
    behind: 'time',
    marks: marks(['CLIENT -> SERVER'], ['SERVER -> CLIENT', 'SMTP -> FROM SERVER']),
    bareReplies: true,
    separator: { kind: 'codes' },
    start: /Connection: opening to /,
  },
  {
    name: 'phpmailer-lowlevel',
    line: /SMTP -> (?:(?<mark>get_lines\(\): \$str is "|FROM SERVER:)|(?=get_lines|ERROR|NOTICE))/y,
    behind: 'time',
    marks: marks([], [RAW, 'FROM SERVER:']),
    quote: '"',
    again: new Map([['FROM SERVER:', RAW]]),
    bareReplies: true,
  },
  {
    name: 'perl-net-smtp',
    line: /[\w:]{1,60}(?:=GLOB\((?<id>0x[0-9a-f]{1,16})\))?(?<mark><<<|>>>)(?: (?!\(decoded\))|$|(?= \(decoded\)))(?<note> \(decoded\)| {0,8}[\w:]{1,60}\(\d[\d._]{0,20}\)$)?/y,
    behind: 'time',
    marks: marks(['>>>'], ['<<<']),
    sure: true,
  },
  {
    name: 'python-smtplib',
    line: /(?:(?<mark>send|reply): (?=b?['"])b?['"]|(?=(?:connect|data|reply): ))/y,
    behind: 'time',
    marks: marks(['send'], ['reply']),
    quote: '\'"',
    separator: { kind: 'spelt' },
    start: /connect: to \(/,
    sure: true,
  },
  {
    name: 'ruby-net-smtp',
    line: /(?<mark>->|<-) "/y,
    behind: 'time',
    marks: marks(['<-'], ['->']),
    quote: '"',
    separator: { kind: 'spelt' },
    turns: true,
  },
  {
    name: 'symfony-mailer',
    line: /\[\d{4}-\d\d-\d\d[T ][^\]]{8,24}\] (?:(?:mailer|\+\+) )?(?<mark>[<>])(?: |$)/y,
    marks: marks(['>'], ['<']),
    bareReplies: true,
  },
  {
    name: 'swift-mailer',
    line: /(?:(?<mark><<|>>) (?!\()|(?=\+\+ |!! |-- ))/y,
    behind: 'time',
    marks: marks(['>>'], ['<<']),
    bareReplies: true,
  },
  {
    name: 'nodemailer-tree',
    line: /(?:(?=SERVER \d{1,4}:|CLIENT \d{1,4}:)|(?:└|├)─{1,3} ?)/y,
    marks: marks([], []),
    byContent: true,
  },
  {
    name: 'go-mail',
    line: /(?:DEBUG|INFO)?:? ?(?<mark>C --> S|C <-- S):? /y,
    behind: 'stamp',
    marks: marks(['C --> S'], ['C <-- S']),
    separator: { kind: 'spelt' },
    sure: true,
  },
  {
    name: 'go',
    line: /DEBUG - smtp_client - (?<id>\S{1,255}) - (?<mark>[<>])(?: |$)/y,
    behind: 'stamp',
    marks: marks(['>'], ['<']),
    sure: true,
  },
] as const satisfies readonly DialectRow[];
