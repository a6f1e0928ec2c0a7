/** Time stamps and names of hosts and programs that logs put in front of what was said. */

const CLOCK = '\\d\\d?:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?[AP]M)?';
const ZONE = '(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?';
const DATE =
  '(?:\\d{4}[-/.]\\d\\d?[-/.]\\d\\d?|\\d\\d?[-/.](?:\\d\\d?|[A-Z][a-z]{2})[-/.]\\d{2,4}|(?:[A-Z][a-z]{2},? )?(?:[A-Z][a-z]{2} [ \\d]\\d|\\d\\d? [A-Z][a-z]{2})(?: \\d{4})?|[A-Z][a-z]{2} \\d{4}-\\d\\d-\\d\\d)';
const HOST_AND_PROGRAM = '(?:[\\w.-]{1,64} )?[\\w./-]{1,48}(?:\\[\\d{1,10}\\])?: ';
const STAMP = new RegExp(
  `(?:\\[?(?:${DATE}[T :,]{1,2})?${CLOCK}${ZONE}\\]?(?:[ \\t:,;|-]{1,4}[ \\t]{0,8}|$)|@[0-9a-f]{10,24} )(?:${HOST_AND_PROGRAM}|\\[\\d{1,10}\\] )?`,
  'y',
);

const BARE_STAMP = new RegExp(STAMP.source.replace(`(?:${HOST_AND_PROGRAM}|\\[\\d{1,10}\\] )?`, ''), 'y');

/** A first look: a digit, a bracket or a capital in front of a clock, or the @ of a TAI64 label. */
function mayStart(line: string): boolean {
  const c = line.charCodeAt(0);
  return c === 64 || (((c >= 48 && c <= 57) || c === 91 || (c >= 65 && c <= 90)) && line.includes(':'));
}

/** Where the line goes on behind its time stamp and the names of host and program: 0 without a stamp. */
export function skipStamp(line: string): number {
  if (!mayStart(line)) return 0;
  STAMP.lastIndex = 0;
  return STAMP.test(line) ? STAMP.lastIndex : 0;
}

/** Where the line goes on behind the time alone. */
export function skipTime(line: string): number {
  if (!mayStart(line)) return 0;
  BARE_STAMP.lastIndex = 0;
  return BARE_STAMP.test(line) ? BARE_STAMP.lastIndex : 0;
}

const TIME = /(?<![\d:])(\d\d?):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?([AP])M)?/;

/** The clock's milliseconds since midnight, of the first time in the first `end` characters of the line. */
export function timeIn(line: string, end: number): number | undefined {
  if (end < 7) return undefined;
  const match = TIME.exec(line.slice(0, Math.min(end, 160)));
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction = '', half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'P' ? 12 : 0);
  return (
    ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Math.floor(Number(`0.${fraction || 0}`) * 1000)
  );
}
