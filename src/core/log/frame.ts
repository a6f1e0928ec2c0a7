import { defined } from '../text/defined.ts';
import type { LogTime, LogWord } from './log.ts';
import { part } from './logWords.ts';
import { asTime } from './time.ts';

/** Months as each language shortens them, in front of the day or behind it. */
const CLASSIC = String.raw`(?:\p{L}{2,4}\.?,? )?(?:\p{L}{3,9}\.? [ \d]?\d\.?|\d{1,2}\.? \p{L}{3,9}\.?) (?:\d{4} )?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: \d{4})?`;
const ISO = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?`;
const DAY_ISO = String.raw`\p{L}{2,4}\.? \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? (?:[A-Z]{2,5}|[+-]\d\d(?::?\d\d)?)`;
/** Seconds since the machine started, as journald and the kernel print them. */
const MONOTONIC = String.raw`\[ {0,8}\d{1,9}\.\d{6}\]`;
const TAG = String.raw`(?<program>[\w./@-]{1,80})(?:\[(?<process>[\w.-]{1,40})\](?:\[\d{1,10}\])?)?:(?: \[ID \d{1,10} [\w.]{1,30}\])?(?: {1,2}|$)`;

/** `Nov 21 20:05:39 mx1 postfix/smtpd[5220]: `, with the variants of rsyslog, journald, Solaris, FreeBSD and AIX, and a level. */
const SYSLOG = new RegExp(
  String.raw`(?:<\d{1,3}>)?(?<time>${DAY_ISO}|${CLASSIC}|${ISO}|${MONOTONIC}) (?:<\w{1,12}\.\w{1,12}> )?(?:(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR) )?(?:(?<host>[\w.:/-]{1,255})(?<!\w:) (?:\w{1,12}:\w{1,12} )?)?${TAG}`,
  'uy',
);
/** RFC 5424 6: priority, version, time, host, program, process, message id, structured data. */
const SYSLOG_5424 = new RegExp(
  String.raw`<\d{1,3}>1 (?<time>${ISO}|-) (?<host>\S{1,255}) (?<program>\S{1,80}) (?<process>\S{1,128}) \S{1,32} (?:-|\[[^\]\r\n]{0,500}\])(?: \ufeff?|$)`,
  'uy',
);
/** Without time, as a container prints what its programs say, or a collector that keeps the time apart. */
const TAG_ONLY =
  /(?:(?<host>[A-Za-z][\w.-]{1,100}) )?(?<program>[A-Za-z][\w.@-]{2,30}(?:\/[\w-]{1,30}){0,2})\[(?<process>\d{1,10})\]: {1,2}/uy;
/**
 * `Nov 21 20:05:39 mx1 postfix/smtpd[5220]: `, as most logs have it: what the expression for all forms finds in such a
 * line, in a fraction of its time.
 */
const COMMON =
  /([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) ([\w.:/-]{1,255}) ([\w./@-]{1,80})(?:\[([\w.-]{1,40})\](?:\[\d{1,10}\])?)?: (?! |\[ID )/y;
const MAILER = /mail|smtp|lmtp|postfix|exim|haraka|dovecot|amavis|rspamd/i;

/** The shapes of syslog, each a sticky expression with the groups `time`, `host`, `program` and `process`. */
const SHAPES = [SYSLOG, SYSLOG_5424, TAG_ONLY];

/** Where the words of the program start in a line of syslog, and who wrote it; undefined for any other line. */
export function syslogHead(
  text: string,
  start: number,
): { readonly program: string; readonly end: number } | undefined {
  const shape = shapeOf(text.charCodeAt(start));
  for (const regex of shape) {
    regex.lastIndex = start;
    const match = regex.exec(text);
    if (match === null) continue;
    const program = match.groups?.program as string;
    if (regex !== TAG_ONLY || MAILER.test(program)) return { program, end: regex.lastIndex };
  }
  return undefined;
}

/** Whether a line is one of syslog in its most frequent form. */
export function isCommonSyslog(text: string, start: number): boolean {
  COMMON.lastIndex = start;
  return COMMON.test(text);
}

/** Where the words of the program start in a line of syslog; -1 for any other line. Names nobody, so it is quick. */
export function syslogWords(text: string, start: number): number {
  if (isCommonSyslog(text, start)) return COMMON.lastIndex;
  for (const regex of shapeOf(text.charCodeAt(start))) {
    if (regex === TAG_ONLY) return syslogHead(text, start)?.end ?? -1;
    regex.lastIndex = start;
    if (regex.test(text)) return regex.lastIndex;
  }
  return -1;
}

const ONLY_SYSLOG = [SYSLOG];
const LETTERS = [SYSLOG, TAG_ONLY];
const PRIORITY = [SYSLOG_5424, SYSLOG];
const NOTHING: readonly RegExp[] = [];

function shapeOf(first: number): readonly RegExp[] {
  if (first === 0x3c) return PRIORITY;
  if ((first >= 0x30 && first <= 0x39) || first === 0x5b || first > 0x7f) return ONLY_SYSLOG;
  return (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a) ? LETTERS : NOTHING;
}

/** Who wrote a line, when and where, and what is left of the line. */
export interface Frame {
  readonly time?: LogTime;
  readonly host?: LogWord;
  readonly program?: LogWord;
  readonly process?: LogWord;
  readonly rest: LogWord;
}

function commonFrame(
  line: LogWord,
  [, time = '', host = '', program = '', process]: RegExpExecArray,
  end: number,
): Frame {
  const ofHost = time.length + 1;
  const ofProgram = ofHost + host.length + 1;
  const ofProcess = ofProgram + program.length + 1;
  return {
    time: asTime(part(line, 0, time.length)),
    ...(host !== '-' && { host: part(line, ofHost, ofHost + host.length) }),
    ...(program !== '-' && { program: part(line, ofProgram, ofProgram + program.length) }),
    ...(process !== undefined && process !== '-' && { process: part(line, ofProcess, ofProcess + process.length) }),
    rest: part(line, end),
  };
}

/** The frame of a line of syslog; where there is none, all of the line is left. */
export function readSyslogFrame(line: LogWord): Frame {
  COMMON.lastIndex = 0;
  const common = COMMON.exec(line.text);
  if (common !== null) return commonFrame(line, common, COMMON.lastIndex);
  for (const regex of SHAPES) {
    regex.lastIndex = 0;
    const match = regex.exec(line.text);
    if (match === null || (regex === TAG_ONLY && !MAILER.test(match.groups?.program ?? ''))) continue;
    const end = regex.lastIndex;
    let from = 0;
    const find = (name: string): LogWord | undefined => {
      const text = match.groups?.[name];
      if (text === undefined || text === '-') return undefined;
      const at = line.text.indexOf(text, from);
      from = at + text.length;
      return part(line, at, from);
    };
    const time = find('time');
    const host = find('host');
    const program = find('program');
    const process = find('process');
    return {
      ...(time !== undefined && { time: asTime(time) }),
      ...defined({ host, program, process }),
      rest: part(line, end),
    };
  }
  return { rest: line };
}
