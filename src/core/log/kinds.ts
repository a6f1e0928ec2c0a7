import { edgesOf, hasCharacter } from '../smtp/dialects/patternEdges.ts';
import type { Lines } from '../text/lines.ts';
import { syslogWords } from './frame.ts';
import type { LogFormat } from './log.ts';

/** How the lines of a format are told from others. Each test is handed where the line starts, and reads no further than it must. */
export interface LogKind {
  readonly format: LogFormat;
  /** Whether a log of this format is sure to start here. */
  starts(text: string, at: number): boolean;
  /** Whether an entry of this format starts here. */
  continues(text: string, at: number): boolean;
  /** The line behind the entry that starts at a line, where an entry is several lines by its form. */
  endOfEntry?(lines: Lines, line: number): number;
}

const sticky = (regex: RegExp) => {
  const own = new RegExp(regex.source, 'y');
  const { first } = edgesOf(own);
  return (text: string, at: number): boolean => {
    if (first !== undefined && !hasCharacter(first, text.charCodeAt(at))) return false;
    own.lastIndex = at;
    return own.test(text);
  };
};

const STAMP = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?`;

const EXIM = String.raw`${STAMP}(?: [+-]\d{4})? (?:\[\d{1,10}\] )?`;
const EXIM_ID = '[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4}) ';
const EXIM_WORDS = [
  String.raw`H=[^\s]`,
  'SMTP (?:connection|call|protocol|syntax|command|data)',
  '(?:Start|End) queue run',
  'no (?:host name|IP address) found',
  'TLS (?:error|session)',
  'unexpected disconnection',
  String.raw`exim \d`,
  String.raw`\w{1,40} authenticator failed`,
  'Connection from',
  'refused connection',
  'rejected ',
  'cwd=/',
].join('|');

const EXCHANGE_SOURCES =
  'ADMIN|AGENT|APPROVAL|BOOTLOADER|DNS|DSN|GATEWAY|MAILBOXRULE|MEETINGMESSAGEPROCESSOR|ORAR|PICKUP|POISONMESSAGE|PUBLICFOLDER|QUEUE|REDUNDANCY|RESOLVER|ROUTING|SAFETYNET|SMTP|STOREDRIVER';
const EXCHANGE_TIME = String.raw`"?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z"?,`;

const HARAKA = String.raw`(?:${STAMP} {1,2}|\d{4}-\d\d-\d\dT\S{8,24} )?\[(?:DEBUG|INFO|NOTICE|WARN|ERROR|CRIT|ALERT|EMERG)\] \[(?:-|[0-9A-F-]{36}(?:\.\d{1,6}){0,3})\] \[[\w./-]{1,60}\] `;
const HARAKA_FMT = String.raw`level=(?:DEBUG|INFO|NOTICE|WARN|ERROR|CRIT|ALERT|EMERG) uuid=\S{1,60} `;

const MDAEMON = String.raw`[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?: (?:\d\d: )?`;

/** Formats that bring a shape of line of their own; syslog, where a program's name decides, is tried before them. */
export const kinds: readonly LogKind[] = [
  {
    format: 'exim',
    starts: sticky(new RegExp(`${EXIM}(?:${EXIM_ID}|${EXIM_WORDS})`)),
    continues: sticky(new RegExp(`${EXIM}(?!(?:CLIENT|SERVER) -> )`)),
  },
  {
    format: 'opensmtpd',
    starts: sticky(/[0-9a-f]{16} (?:smtp|mta|mda|lka|queue) (?:event=)?[a-z]/),
    continues: sticky(/[0-9a-f]{16} (?:smtp|mta|mda|lka|queue) |smtpd?[\w-]{0,20}: |(?:info|warn|debug): /),
  },
  {
    format: 'rspamd',
    starts: sticky(new RegExp(String.raw`${STAMP} #\d{1,10}\([\w-]{1,40}\) `)),
    continues: sticky(new RegExp(String.raw`${STAMP} #\d{1,10}\(`)),
  },
  {
    format: 'haraka',
    starts: sticky(new RegExp(`${HARAKA}|${HARAKA_FMT}`)),
    continues: sticky(new RegExp(`${HARAKA}|${HARAKA_FMT}`)),
  },
  {
    format: 'mdaemon',
    starts: sticky(
      new RegExp(
        String.raw`"${STAMP}","[^"\r\n]{0,30}",[A-Z]\w{2,9},|${MDAEMON}(?:\[\d{1,10}\] )?(?:Parsing message|\* {1,3}(?:From|To|Subject|Message-ID|Size|Route slip)\b|Message (?:queued|routed))`,
      ),
    ),
    continues: sticky(new RegExp(String.raw`"${STAMP}","|${MDAEMON}(?!(?:\[\d{1,10}\] )?(?:<--|-->) )`)),
  },
  {
    format: 'powermta',
    starts: sticky(/type,timeLogged,|[bdfprtv][a-z]?,(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[+-]\d{4})?|\d{10}),/),
    continues: sticky(/type,time|[bdfprtv][a-z]?,/),
  },
  {
    format: 'msmtp',
    starts: sticky(/[\w,.:+-]{1,30}(?: [\w:.,+-]{1,20}){1,5} host=\S{1,255} tls=o(?:n|ff) /),
    continues: sticky(/[\w,.:+-]{1,30}(?: [\w:.,+-]{1,20}){1,5} host=/),
  },
  {
    format: 'exchange-tracking',
    starts: sticky(
      new RegExp(
        String.raw`#Log-type: Message Tracking|#Fields: date-time,client-ip,client-hostname|#Software: Microsoft Exchange[^\r\n]{0,60}\r?\n#Version[^\r\n]{0,40}\r?\n#Log-type: Message Tracking|${EXCHANGE_TIME}(?:[^,\r\n]{0,300},){4,8}"?(?:${EXCHANGE_SOURCES})"?,"?[A-Z]{3,24}"?,`,
      ),
    ),
    continues: sticky(new RegExp(`#[A-Z][\\w-]{0,20}:|${EXCHANGE_TIME}(?!(?:[^,\\r\\n]{0,300},){5}[-+<>*],)`)),
  },
  {
    format: 'exchange-2003-tracking',
    starts: sticky(
      /# Message Tracking System Log File|# Date\tTime\tclient-ip\t|\d{4}-\d{1,2}-\d{1,2}\t\d{1,2}:\d\d:\d\d GMT\t/,
    ),
    continues: sticky(/# |\d{4}-\d{1,2}-\d{1,2}\t/),
  },
];

const byFormat: ReadonlyMap<LogFormat, LogKind> = new Map(kinds.map((kind) => [kind.format, kind]));

/** The shape that a format brings, where it brings one. */
export const kindOf = (format: LogFormat): LogKind | undefined => byFormat.get(format);

/** Words by which the entries of a program are known under whatever name it runs. */
const WORDS: readonly (readonly [LogFormat, RegExp])[] = [
  ['opensmtpd', /^(?:relay|delivery|mta|mda|local|rcpt|smtp-in|smtp-out): |^[0-9a-f]{16} (?:smtp|mta|mda) /],
  [
    'postfix',
    /^(?:[0-9A-F]{6,16}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,26}): (?:to|from|client|message-id)=|^NOQUEUE: (?:milter-)?reject: /,
  ],
  ['sendmail', /^(?=[A-Za-z]{0,8}\d)[A-Za-z0-9]{12,20}: (?:(?:to|from)=.{1,400}?(?:, stat=|, nrcpts=)|ruleset=)/],
  ['exim', new RegExp(`^(?:${EXIM_ID})(?:<=|[=-]>|\\*\\*|==|Completed)`)],
  ['haraka', /^\[[A-Z]{4,8}\] \[(?:-|[0-9A-F-]{36}(?:\.\d{1,6}){0,3})\] \[/],
];

/** The format of what a program says that is not known by its name. */
export const formatOfWords = (words: string): LogFormat | undefined =>
  WORDS.find(([, pattern]) => pattern.test(words))?.[0];

const PROGRAMS: readonly (readonly [LogFormat, RegExp])[] = [
  ['postfix', /^(?:postfix|zimbra-postfix|postscreen)/],
  ['exim', /^exim/],
  ['sendmail', /^(?:sendmail|sm-|MTA$|send-mail$)/],
  ['opensmtpd', /^(?:smtpd|smtpctl)$/],
  ['haraka', /^haraka/i],
  ['rspamd', /^rspamd/],
  ['amavis', /amavis/],
  ['msmtp', /^msmtp/],
  ['powermta', /^pmta/],
  [
    'syslog',
    /^(?:dovecot|opendkim|opendmarc|openarc|postgrey|sqlgrey|policyd|postsrsd|sp?amp?d$|spampd|clamsmtpd|clamav-milter|milter-|mimedefang|MailScanner|saslauthd|dma$|ssmtp|nullmailer|qmail|courier|cyrus|lmtp|pypolicyd|python3?-policyd|gld$|mailman|fetchmail|getmail|imapd|pop3d)/,
  ],
];

/** The format of what a program says in syslog; undefined where it is not known to be about mail. */
export function programFormat(program: string): LogFormat | undefined {
  return PROGRAMS.find(([, name]) => name.test(program))?.[0];
}

/** What a verbose server logs of the dialogue itself, which is read as a conversation. */
const DIALOGUE =
  /[<>] \S{1,300}: |(?:>>>|<<<) |SMTP(?:<<|>>) |\w{5,20}: (?:<-- |--> |--- \d)|(?:smtp|mta): \w{1,20}: (?:<<<|>>>) |ESMTP[<>] |\[PROTOCOL\] /y;

/** Whether a line of syslog, its words starting at `at`, is part of a dialogue. */
export function isDialogue(text: string, at: number): boolean {
  DIALOGUE.lastIndex = at;
  return DIALOGUE.test(text);
}

/** Names of functions and sockets that Postfix writes before what it says at `-v`. */
const VERBOSE =
  /(?:[a-z]+_[a-z_]+(?:\[\d+\])?: |(?:input|send|wanted|rec_\w+) attr|(?:private|public)\/[\w-]+ (?:socket|service)|(?:lookup|fsspace|been_here|watchdog\w*|process generation|connection established|trying\.\.\.|auto_clnt|dict_\w+): ?)/y;

export function isVerbose(text: string, at: number): boolean {
  VERBOSE.lastIndex = at;
  return VERBOSE.test(text);
}

/** Any line of syslog goes on with a log of syslog, whoever wrote it, unless it is part of a dialogue. */
export function syslogContinues(text: string, at: number): boolean {
  const words = syslogWords(text, at);
  return words >= 0 && !isDialogue(text, words);
}
