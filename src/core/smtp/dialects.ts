import type { Side } from './conversation.ts';

/** What a line's decoration says. The line's own text is always its tail, `trim` characters cut off its end. */
export interface Marked {
  readonly mark?: string;
  readonly side: Side | 'note';
  /** Offset into the line of what was said. */
  readonly from: number;
  /** Offset behind it. */
  readonly to: number;
  readonly tls?: boolean;
  /** What tells connections in one log apart. */
  readonly connection?: string;
}

export interface Dialect {
  readonly name: string;
  /** With a group `mark`, perhaps a group `id`, and the text as its tail. */
  readonly line: RegExp;
  /** What each mark means; a mark that is missing here is a note. */
  readonly marks: ReadonlyMap<string, Side>;
  /** Marks that also mean "over TLS". */
  readonly tlsMarks?: ReadonlySet<string>;
  /** The same marks mean the opposite in another role of the program: what is said decides. */
  readonly turns?: true;
  /** Cut off the end of the text: closing quotes, entities. */
  readonly tail?: RegExp;
  /** Lines with neither mark belong to the server: continuation lines, or every reply. */
  readonly bareReplies?: true;
  /** A note that by itself shows that a conversation starts here. */
  readonly start?: RegExp;
  /** The whole message after 354 stands on one line. */
  readonly dataOnOneLine?: true;
  /** A mark of raw input: the next line says the same again as a command, and is the one that counts. */
  readonly rawMark?: string;
}

const marks = (client: readonly string[], server: readonly string[]): ReadonlyMap<string, Side> =>
  new Map<string, Side>([...client.map((m) => [m, 'client'] as const), ...server.map((m) => [m, 'server'] as const)]);

/**
 * Dialects that mark who speaks, most particular first. The line is tried from its first character;
 * the text behind the mark must then read as SMTP before a conversation is believed to start.
 */
export const dialects: readonly Dialect[] = [
  {
    name: 'swaks',
    line: /^(?<mark> ->|<-(?= )|<\*\*|\*\*>| ~>|<~(?= )|<~\*|\*~>|===|\*\*\*)(?: {1,2}|$)/,
    marks: marks([' ->', '**>', ' ~>', '*~>'], ['<-', '<**', '<~', '<~*']),
    tlsMarks: new Set([' ~>', '*~>', '<~', '<~*']),
    start: /^=== (?:Trying|Connected to) /,
  },
  {
    name: 'exchange-5.5',
    line: /^\d{1,2}\/\d{1,2}\/\d{2,4} \d{1,2}:\d\d:\d\d [AP]M : (?:(?<mark><<< IO: \||<<<|>>>) ?)?/,
    marks: marks(['<<<', '<<< IO: |'], ['>>>']),
    rawMark: '<<< IO: |',
    turns: true,
    start: /A connection was (?:accepted from|opened to)/,
  },
  {
    name: 'nodemailer',
    line: /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] (?:DEBUG|INFO|ERROR|WARN|TRACE) {1,2}(?:\[(?<id>[^\]]{1,40})\] )?(?:(?<mark>[CS]): )?/,
    marks: marks(['C'], ['S']),
  },
  {
    name: 'phpmailer',
    line: /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\t ])?(?:(?<mark>CLIENT -> SERVER|SERVER -> CLIENT): ?|(?=Connection: (?:opening|opened|closed)|SMTP (?:ERROR|NOTICE|Error)))/,
    marks: marks(['CLIENT -> SERVER'], ['SERVER -> CLIENT']),
    bareReplies: true,
  },
  {
    name: 'mutt',
    line: /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] (?:<\d> )?(?:\w+\(\) )?(?:(?<id>\d+)(?<mark>[<>]) ?)?/,
    marks: marks(['>'], ['<']),
  },
  {
    name: 'perl-net-smtp',
    line: /^[\w:]{1,60}(?:=GLOB\((?<id>0x[0-9a-f]{1,16})\))?(?<mark><<<|>>>)(?: |$)/,
    marks: marks(['>>>'], ['<<<']),
  },
  {
    name: 'python-smtplib',
    line: /^(?:\d\d:\d\d:\d\d\.\d{1,6} )?(?:(?<mark>send|reply): b?['"]|(?=(?:connect|data|reply): ))/,
    marks: marks(['send'], ['reply']),
    tail: /(?:\\r\\n)?['"]$/,
    start: /^(?:\d\d:\d\d:\d\d\.\d{1,6} )?connect: to \(/,
    dataOnOneLine: true,
  },
  {
    name: 'postfix-notice',
    line: /^ {0,4}(?<mark>In|Out): {1,2}/,
    marks: marks(['In'], ['Out']),
    turns: true,
  },
  {
    name: 'sendmail-traffic',
    line: /^(?<id>\d{4,10}) (?<mark>>>>|<<<|===)(?: |$)/,
    marks: marks(['<<<'], ['>>>']),
    turns: true,
  },
  {
    name: 's-nail',
    line: /^(?:s-nail|mailx|mail): (?:(?<mark>>>> SERVER:|>>>) )?/,
    marks: marks(['>>>'], ['>>> SERVER:']),
  },
  {
    name: 'blat',
    line: /^(?<mark>>>>putline>>>|<<<getline<<<)(?: |$)/,
    marks: marks(['>>>putline>>>'], ['<<<getline<<<']),
    bareReplies: true,
  },
  {
    name: 'msmtp',
    line: /^(?<mark>-->|<--)(?: |$)/,
    marks: marks(['-->'], ['<--']),
    turns: true,
  },
  {
    name: 'ssmtp',
    line: /^\[(?<mark>->|<-)\](?: |$)/,
    marks: marks(['->'], ['<-']),
  },
  {
    name: 'ruby-net-smtp',
    line: /^(?<mark>->|<-) "/,
    marks: marks(['<-'], ['->']),
    tail: /(?:\\r\\n|\\n)?"$/,
  },
  {
    name: 'probe',
    line: /^(?:(?<mark>[CS]): ?|(?=\* |# SMTP probe of ))/,
    marks: marks(['C'], ['S']),
    bareReplies: true,
    start: /^# SMTP probe of /,
  },
  {
    name: 'client-server',
    line: /^[ \t]{0,8}(?<mark>Client|Server|CLIENT|SERVER|C|S)[ \t]?:(?: |$)/,
    marks: marks(['Client', 'CLIENT', 'C'], ['Server', 'SERVER', 'S']),
    bareReplies: true,
  },
  {
    name: 'arrows',
    line: /^(?<mark>>>>|<<<|>>|<<|->|<-|=>|<=)[ \t]*/,
    marks: marks(['>>>', '>>', '->', '=>'], ['<<<', '<<', '<-', '<=']),
    turns: true,
    bareReplies: true,
  },
  {
    name: 'curl',
    line: /^(?:(?<mark>[<>])(?: |$)|(?=\* |[{}] \[\d{1,9} bytes data\]))/,
    marks: marks(['>'], ['<']),
    start: /^\* {1,3}Trying \S+\.\.\.$/,
  },
];

/** The line's decoration in this dialect, or undefined where the line is not in it. */
export function readMark(dialect: Dialect, line: string): Marked | undefined {
  const match = dialect.line.exec(line);
  if (match === null) return undefined;
  const mark = match.groups?.mark;
  const id = match.groups?.id;
  const from = match[0].length;
  const cut = dialect.tail?.exec(line);
  return {
    ...(mark !== undefined && { mark }),
    side: (mark !== undefined && dialect.marks.get(mark)) || 'note',
    from,
    to: cut && cut.index >= from ? cut.index : line.length,
    ...(mark !== undefined && dialect.tlsMarks && { tls: dialect.tlsMarks.has(mark) }),
    ...(id !== undefined && { connection: id }),
  };
}
