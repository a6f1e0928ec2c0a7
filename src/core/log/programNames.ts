import { startsRecord } from './exports/recordKind.ts';
import { syslogWords } from './frame.ts';
import { KEY_VALUE, MADDY, MADDY_WORDS, QMAIL_WORDS } from './kinds.ts';
import type { LogFormat } from './log.ts';
import { EXIM_ID } from './programs/eximLines.ts';

/** Words by which the entries of a program are known under whatever name it runs. */
const WORDS: readonly (readonly [LogFormat, RegExp])[] = [
  ['opensmtpd', /^(?:relay|delivery|mta|mda|local|rcpt|smtp-in|smtp-out): |^[0-9a-f]{16} (?:smtp|mta|mda) /],
  [
    'postfix',
    /^(?:[0-9A-F]{6,16}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,26}): (?:to|from|client|message-id)=|^NOQUEUE: (?:milter-)?reject: /,
  ],
  ['sendmail', /^(?=[A-Za-z]{0,8}\d)[A-Za-z0-9]{12,20}: (?:(?:to|from)=.{1,400}?(?:, stat=|, nrcpts=)|ruleset=)/],
  // Behind the id that a gateway keeps in a field of its own.
  [
    'sendmail',
    /^(?:to|from)=[^\r\n,]{1,320}, (?:ctladdr=[^\r\n,]{1,320}, )?(?:delay|size)=[^\r\n]{1,300}?, (?:mailer|nrcpts)=/,
  ],
  ['exim', new RegExp(`^(?:${EXIM_ID})(?:<=|[=-]>|\\*\\*|==|Completed)`)],
  ['maddy', new RegExp(`^(?:${MADDY})${MADDY_WORDS}`)],
  ['qmail', new RegExp(`^(?:\\d{10}\\.\\d{6} )?${QMAIL_WORDS}`)],
  ['key-value', new RegExp(`^(?:${KEY_VALUE.source})`)],
  ['haraka', /^\[[A-Z]{4,8}\] \[(?:-|[0-9A-F-]{6,40}(?:\.\d{1,6}){0,3})\] \[/],
];

/** The format of what a program says that is not known by its name. */
export const formatOfWords = (words: string): LogFormat | undefined =>
  WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? (startsRecord(words, 0) ? 'record' : undefined);

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
  ['qmail', /^(?:s?qmail|qmail-send|splogger)$/],
  ['maddy', /^maddy/],
  ['stalwart', /^stalwart/],
  [
    'syslog',
    /^(?:(?:inbound|outbound)\/|scan$|dovecot|opendkim|opendmarc|openarc|postgrey|sqlgrey|policyd|postsrsd|sp?amp?d$|spampd|clamsmtpd|clamav-milter|milter-|mimedefang|MailScanner|saslauthd|dma$|s?SMTP|ssmtp|nullmailer|pmg-|rmilter|zimbra|zone-mta|qmail|courier|cyrus|lmtp|pypolicyd|python3?-policyd|gld$|spamdyke|chasquid|cbpolicyd|postfwd|mailman|fetchmail|getmail|imapd|pop3d)/,
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
  /(?:[a-z]+_[a-z_]+(?:\[\d+\])?: |(?:input|send|wanted|rec_\w+) attr|(?:private|public)\/[\w-]+ (?:socket|service)|(?:lookup|fsspace|been_here|watchdog\w*|process generation|auto_clnt|dict_\w+): ?|connection established\b|trying\.\.\. )/y;

export function isVerbose(text: string, at: number): boolean {
  VERBOSE.lastIndex = at;
  return VERBOSE.test(text);
}

/** Any line of syslog goes on with a log of syslog, whoever wrote it, unless it is part of a dialogue. */
export function syslogContinues(text: string, at: number): boolean {
  const words = syslogWords(text, at);
  return words >= 0 && !isDialogue(text, words);
}
