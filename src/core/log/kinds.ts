import { FORM } from './exports/formEncoded.ts';
import type { LogFormat } from './log.ts';
import type { LogKind } from './logKind.ts';
import { startsApplication } from './programs/application.ts';
import { endOfList, isListRow, startsList } from './programs/exchangeList.ts';
import { isTableRow, startsTable } from './programs/exchangeTable.ts';
import { EXIM_CONTINUES, EXIM_STARTS } from './programs/eximLines.ts';
import { endOfRow, isNamedRow, startsNamedTable } from './programs/namedTable.ts';
import { continuesQueue, endOfQueued, startsQueue } from './queues/queue.ts';
import { sticky } from './sticky.ts';
import { wholeKinds } from './wholeKinds.ts';

export type { LogKind } from './logKind.ts';

const STAMP = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?`;

const EXCHANGE_SOURCES =
  'ADMIN|AGENT|APPROVAL|BOOTLOADER|DNS|DSN|GATEWAY|MAILBOXRULE|MEETINGMESSAGEPROCESSOR|ORAR|PICKUP|POISONMESSAGE|PUBLICFOLDER|QUEUE|REDUNDANCY|RESOLVER|ROUTING|SAFETYNET|SMTP|STOREDRIVER';
const EXCHANGE_TIME = String.raw`"?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z"?,`;

const HARAKA = String.raw`(?:${STAMP} {1,2}|\d{4}-\d\d-\d\dT\S{8,24} )?\[(?:DEBUG|INFO|NOTICE|WARN|ERROR|CRIT|ALERT|EMERG)\] \[(?:-|[0-9A-F-]{6,40}(?:\.\d{1,6}){0,3})\] \[[\w./-]{1,60}\] `;
const HARAKA_FMT = String.raw`level=(?:DEBUG|INFO|NOTICE|WARN|ERROR|CRIT|ALERT|EMERG) uuid=\S{1,60} `;

const MDAEMON = String.raw`[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?: (?:\d\d: )?`;

const STALWART_TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d) {1,4}`;
const STALWART_EVENT = String.raw`(?:TRACE|DEBUG|INFO|NFO|WARN|ERROR) {1,4}[A-Z][^()="\r\n]{2,80} \([a-z][\w-]{1,30}\.[\w-]{2,60}\)`;
const STALWART_OLD = String.raw`(?:(?:TRACE|DEBUG|INFO|WARN|ERROR) {1,4})?(?:[\w{}"=:. -]{0,200}?: )?(?:smtp|smtp_outbound|jmap|imap|stalwart\w{0,10})(?:::\w{1,40}){1,5}: (?:[^\r\n"]{0,80} )?\w{2,20}=`;

const QMAIL_STAMP = String.raw`(?:@4[0-9a-f]{23} |\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9} |(?:qmail(?:-send)?: )?\d{10}\.\d{6} |qmail(?:-send)?: )?`;
export const QMAIL_WORDS = String.raw`(?:starting delivery \d{1,12}: msg \d{1,20} to (?:local|remote) |delivery \d{1,12}: (?:success|failure|deferral):|info msg \d{1,20}: bytes |(?:qmail-smtpd: )?pid \d{1,10} Reject::|new msg \d{1,20}\s{0,3}(?=\r?\n|$))`;

export const MADDY = String.raw`(?:\d{4}-\d\d-\d\dT\S{8,24} |\d\d\.\d\d\.\d\d(?:\d\d)? \d\d:\d\d:\d\d )?(?:\[(?:debug|info|warn|error)\] )?`;
export const MADDY_WORDS = String.raw`[a-z][\w./-]{1,40}: [^{}\r\n"]{2,200}[ \t]{1,12}\{"`;

const TMAIL = String.raw`\[[\w.:-]{1,255}\] \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? [A-Z]{4,8} - `;

/** Not what a mail program wrapped behind the name of the program that wrote it, or behind a value. */
const OWN_LINE = String.raw`(?<!(?:\]:|,)[ \t]{0,4}\r?\n[ \t>|]{0,12})`;
const POSTFIX_ID = String.raw`(?:[0-9A-F]{6,16}|(?=[A-Za-z]{0,10}\d)[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,26})`;
/** An entry of sendmail or Postfix of which the time, the host and the program were cut off. */
const SENDMAIL_BARE = String.raw`(?:(?=[A-Za-z]{0,8}\d)[A-Za-z0-9]{12,20}: (?:(?:to|from)=[^\r\n]{1,400}?(?:, stat=|, nrcpts=)|ruleset=\w)|to=[^\s,]{1,320},(?=[^\r\n]{0,400}\bmailer=)(?=[^\r\n]{0,800}, stat=))`;
const POSTFIX_BARE = [
  String.raw`${POSTFIX_ID}: (?:(?:to|from)=<[^<>\s]{0,320}>, (?:orig_to|relay|delay|size|status)=|message-id=<|client=\S{1,255}\[|relay=\S{1,255}, delay=|host \S{1,255}\[\S{1,64}\] (?:said|refused))`,
  `(?:NOQUEUE|${POSTFIX_ID}): (?:milter-)?(?:reject|discard|hold): [A-Z]`,
  String.raw`(?:to=<[^<>\s]{0,320}>, (?:orig_to=<[^<>\s]{0,320}>, )?)?relay=[^\s,]{1,320}, (?:conn_use=\d{1,5}, )?delay=[^\r\n]{1,200}?, status=[a-zS]`,
].join('|');

/** Names of an address and of what became of a message, alone or with other words around them (`to_email_address`). */
const NAME_OF_ADDRESS =
  '(?:(?<![A-Za-z])(?:to|from|[sd]user)|rcpt|recipients?|rcptto|sender|mailfrom)(?:_[a-z_]{1,20})?=';
const NAME_OF_OUTCOME =
  '(?:(?<![A-Za-z])(?:act|err|code|stat|dsn|error|result)|status|response|reply|smtp_?(?:code|msg)|disposition|action)(?:_[a-z]{1,10})?=';
/** A type that is a finding of a filter. */
const FINDING = String.raw`\b(?:type|subtype|log_subtype|verdict|classifier)="?(?:spam|virus|infected|malware|phish|denied|drop|quarantine|reject|block)`;

/** Names with values of which one is an address, and one says what became of the message. */
export const KEY_VALUE = new RegExp(
  String.raw`(?:\[[\w-]{1,20}\] )?(?:[A-Z][\w ,]{2,60} )?(?=(?:CEF|LEEF):[\d.]{1,4}\||(?:[A-Za-z][\w.-]{0,40}=(?:"[^"\r\n]{0,500}"|[^\s"]{0,300})[ ,;\t]{1,3}){2})(?=[^\r\n]{0,1500}?${NAME_OF_ADDRESS}[<"']{0,2}[^\s@"']{1,100}@)(?=[^\r\n]{0,3000}?(?:${NAME_OF_OUTCOME}|${FINDING}))(?:CEF|LEEF|[A-Za-z])`,
);

/** The same between bars. */
const PIPED = String.raw`(?=[^\r\n]{0,1500}\|(?:Rcpt|Recipient|Sender|headerFrom|from|to)=[^|\r\n]{0,100}@)[A-Za-z][\w.-]{0,40}=[^|\r\n]{0,500}\|[A-Za-z][\w.-]{0,40}=`;
/** Names with values of which one is the line of a log (logfmt). */
const WITH_LINE = String.raw`(?=[^\r\n]{0,600}\b(?:msg|message|line|log)="[^"\r\n]{0,300}(?:(?:to|from)=<|postfix/|exim\[|=> \S{1,100}@|\*\* \S{1,100}@))(?:[A-Za-z@_][\w.-]{0,40}=(?:"[^"\r\n]{0,500}"|[^\s"]{0,300})[ ,;]{1,3}){2}`;

/** Formats that bring a shape of line of their own; syslog, where a program's name decides, is tried before them. */
export const kinds: readonly LogKind[] = [
  {
    format: 'sendmail',
    weak: true,
    starts: sticky(new RegExp(OWN_LINE + SENDMAIL_BARE)),
    continues: sticky(new RegExp(OWN_LINE + SENDMAIL_BARE)),
  },
  {
    format: 'postfix',
    weak: true,
    starts: sticky(new RegExp(`${OWN_LINE}(?:${POSTFIX_BARE})`)),
    continues: sticky(new RegExp(`${OWN_LINE}(?:${POSTFIX_BARE}|${POSTFIX_ID}: removed)`)),
  },
  {
    format: 'exim',
    starts: sticky(EXIM_STARTS),
    continues: sticky(EXIM_CONTINUES),
  },
  {
    format: 'stalwart',
    starts: sticky(new RegExp(`(?:${STALWART_TIME})?(?:${STALWART_EVENT}|${STALWART_OLD})`)),
    continues: sticky(new RegExp(`${STALWART_TIME}|(?:TRACE|DEBUG|INFO|NFO|WARN|ERROR) {1,4}[A-Z]|${STALWART_OLD}`)),
  },
  {
    format: 'qmail',
    starts: sticky(new RegExp(`${QMAIL_STAMP}${QMAIL_WORDS}`)),
    continues: sticky(
      new RegExp(
        `${QMAIL_STAMP}(?:${QMAIL_WORDS}|qmail-smtpd: |(?:new|end|bounce) msg |status: (?:local|exiting)|(?:double|triple) bounce: )`,
      ),
    ),
  },
  {
    format: 'maddy',
    starts: sticky(new RegExp(`${MADDY}${MADDY_WORDS}`)),
    continues: sticky(new RegExp(`${MADDY}(?:${MADDY_WORDS}|[a-z][\\w./-]{1,40}: )`)),
  },
  {
    format: 'tmail',
    starts: sticky(new RegExp(TMAIL)),
    continues: sticky(new RegExp(TMAIL)),
  },
  {
    format: 'hmailserver',
    starts: sticky(/"(?:APPLICATION|ERROR|DEBUG)"\t\d{1,8}\t(?:\d{1,8}\t)?"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}"\t/),
    continues: sticky(/"(?:APPLICATION|ERROR|DEBUG|TCPIP)"\t\d{1,8}\t/),
  },
  {
    format: 'opensmtpd',
    // In the foreground the older versions print what they log without time and name.
    starts: sticky(
      /[0-9a-f]{16} (?:smtp|mta|mda|lka|queue) (?:event=)?[a-z]|smtp-in: (?:Failed|Bad) command on session [0-9a-f]{16}: |(?:delivery|relay|mta): (?:Ok|TempFail|PermFail|Loop|Expired) for [0-9a-f]{16}: /,
    ),
    continues: sticky(
      /[0-9a-f]{16} (?:smtp|mta|mda|lka|queue) |smtpd?[\w-]{0,20}: |(?:info|warn|debug): |(?:delivery|relay|mta|lookup): /,
    ),
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
    format: 'exchange-list',
    starts: startsList,
    continues: isListRow,
    endOfEntry: endOfList,
  },
  {
    format: 'exchange-table',
    starts: startsTable,
    // Other columns are another table, and names with values a list.
    continues: (text, at) => isTableRow(text, at) && !startsTable(text, at) && !isListRow(text, at),
    endOfEntry: (_lines, line) => line + 1,
  },
  {
    format: 'exchange-protocol',
    dense: true,
    endOfEntry: (_lines, line) => line + 1,
    starts: sticky(
      new RegExp(
        String.raw`#Log-type: SMTP (?:Send|Receive) Protocol Log|#Fields: date-time,connector-id,session-id|#Software: Microsoft Exchange[^\r\n]{0,60}\r?\n#Version[^\r\n]{0,40}\r?\n#Log-type: SMTP |${EXCHANGE_TIME}(?:[^,\r\n]{0,300},){5}[-+*],`,
      ),
    ),
    continues: sticky(new RegExp(String.raw`#[A-Z][\w-]{0,20}:|${EXCHANGE_TIME}(?:[^,\r\n]{0,300},){5}[-+*],`)),
  },
  {
    format: 'application',
    starts: startsApplication,
    continues: startsApplication,
  },
  {
    format: 'queue',
    starts: startsQueue,
    continues: continuesQueue,
    endOfEntry: endOfQueued,
  },
  ...wholeKinds,
  {
    format: 'named-table',
    weak: true,
    starts: startsNamedTable,
    continues: isNamedRow,
    endOfEntry: endOfRow,
  },
  {
    format: 'key-value',
    weak: true,
    starts: sticky(new RegExp(`${KEY_VALUE.source}|${PIPED}|${WITH_LINE}|${FORM}`)),
    continues: sticky(new RegExp(`${KEY_VALUE.source}|${PIPED}|${WITH_LINE}|${FORM}`)),
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
