import type { DateProblem, MailDate, MomentProblem } from '../message.ts';
import { zoneMinutes } from './zones.ts';

/**
 * Reads a date as RFC 5322 3.3 and 4.3 have it and as mailers write it: with or without a weekday, asctime, ISO 8601,
 * Go's and JavaScript's printed times, a twelve-hour clock, dates in figures where the order of day and month is beyond
 * doubt. The calendar is checked. What cannot be read, has no time of day or no zone that is known has no epoch.
 */
export function readDate(text: string, start: number, end: number): MailDate {
  const source = normalise(text, start, end);
  const form = matchForm(source.clean);
  const parts = form === 'ambiguous' ? undefined : form;
  const rest = parts === undefined ? undefined : readZone(source, parts);
  const seconds = parts === undefined ? undefined : secondsOf(parts);
  if (parts === undefined || rest === undefined || seconds === undefined) {
    const unread = flat(text, source.offset(0), source.end);
    const problems = form === 'ambiguous' ? (['ambiguous-order'] as const) : [];
    return { start: source.offset(0), end: source.end, text: unread, problems };
  }
  const problems: DateProblem[] = [];
  if (parts.weekday !== undefined && indexOfName(WEEKDAYS, parts.weekday) !== weekdayOf(parts, seconds)) {
    problems.push('wrong-weekday');
  }
  if (parts.year.length < 4) problems.push('two-digit-year');
  if (Number(parts.second) === 60) problems.push('leap-second');
  if (rest.problem !== undefined) problems.push(rest.problem);
  if (rest.trailing) problems.push('trailing-text');
  const dateEnd = source.endBehind(rest.end);
  const date = { start: source.offset(0), end: dateEnd, text: flat(text, source.offset(0), dateEnd), problems };
  if (rest.minutes === undefined) return date;
  // A fraction is cut, not rounded: a time that has not come yet is not stated.
  const milliseconds = Number((parts.fraction ?? '').padEnd(3, '0').slice(0, 3));
  return { ...date, epoch: (seconds - rest.minutes * 60) * 1000 + milliseconds };
}

/** Why a date tells no moment; undefined where it tells one. */
export function momentProblem(date: MailDate | undefined): MomentProblem | undefined {
  if (date === undefined) return 'no-date';
  if (date.epoch !== undefined) return undefined;
  return date.problems.includes('ambiguous-order') ? 'ambiguous-date' : 'bad-date';
}

/** The text without comments, every run of blanks one blank, with the way back to the document's offsets. */
interface Source {
  readonly clean: string;
  readonly comments: readonly { readonly at: number; readonly text: string; readonly end: number }[];
  readonly end: number;
  offset(index: number): number;
  /** Offset behind the clean character `index - 1` and behind a comment that follows it directly. */
  endBehind(index: number): number;
}

const LIMIT = 160;

function normalise(text: string, start: number, end: number): Source {
  let clean = '';
  const offsets: number[] = [];
  const comments: Source['comments'][number][] = [];
  let depth = 0;
  let commentStart = 0;
  const stop = Math.min(end, start + 4 * LIMIT);
  for (let i = start; i < stop && clean.length < LIMIT; i++) {
    const c = text[i] as string;
    if (depth > 0 && c === '\\') i++;
    else if (c === '(') {
      if (depth++ === 0) commentStart = i;
    } else if (c === ')' && depth > 0) {
      if (--depth === 0) {
        comments.push({ at: clean.trimEnd().length, text: text.slice(commentStart + 1, i).trim(), end: i + 1 });
        if (clean !== '' && !clean.endsWith(' ')) {
          clean += ' ';
          offsets.push(i);
        }
      }
    } else if (depth === 0) {
      const blank = c <= ' ';
      if (blank && (clean === '' || clean.endsWith(' '))) continue;
      clean += blank ? ' ' : c;
      offsets.push(i);
    }
  }
  const trimmed = clean.trimEnd();
  const last = (index: number): number => (offsets[index - 1] ?? start - 1) + 1;
  const textEnd = Math.max(last(trimmed.length), comments.at(-1)?.end ?? start);
  return {
    clean: trimmed,
    comments,
    end: textEnd,
    offset: (index) => offsets[index] ?? textEnd,
    endBehind: (index) => comments.find((comment) => comment.at === index)?.end ?? last(index),
  };
}

const flat = (text: string, start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ').trim();

interface Parts {
  readonly weekday: string | undefined;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly fraction: string | undefined;
  readonly half: string | undefined;
  /** A zone that stands in front of the year. */
  readonly zone: string | undefined;
  /** Index in the clean text behind the date and the time of day. */
  readonly end: number;
}

const TIME =
  '(?<hour>\\d{1,2}) ?: ?(?<minute>\\d{2})(?: ?: ?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,12}))?)?(?!\\d)' +
  '(?: ?(?<half>[AaPp])\\.?[Mm]\\.?(?![A-Za-z]))?';
const WEEKDAY = '(?:(?<weekday>\\p{L}{2,12})(?!\\p{L})\\.? ?,? ?)?';

/** Each is tried on at most `LIMIT` characters, so none can run away. */
const FORMS: readonly RegExp[] = [
  // RFC 5322 3.3, with the hyphens of RFC 850.
  new RegExp(`^${WEEKDAY}(?<day>\\d{1,2})(?: |-)(?<month>[A-Za-z]{3,9})\\.?(?: |-|, )(?<year>\\d{2,4}),? ${TIME}`, 'u'),
  // asctime: the year comes last.
  new RegExp(
    `^${WEEKDAY}(?<month>[A-Za-z]{3,9}) (?<day>\\d{1,2}) ${TIME}(?: (?<zone>[A-Za-z]{1,5}|[+-]\\d{4}))? (?<year>\\d{4})(?!\\d)`,
    'u',
  ),
  new RegExp(`^${WEEKDAY}(?<month>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4}),? ${TIME}`, 'u'),
  new RegExp(`^${WEEKDAY}(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:[Tt]|,? )${TIME}`, 'u'),
  // ISO 8601 without its marks.
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})[Tt ]?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})(?:[.,](?<fraction>\d{1,12}))?(?!\d)/u,
  new RegExp(`^${WEEKDAY}(?<figure>\\d{1,2})(?<mark>[-/])(?<other>\\d{1,2})\\k<mark>(?<year>\\d{4}),? ${TIME}`, 'u'),
];

function matchForm(clean: string): Parts | 'ambiguous' | undefined {
  for (const form of FORMS) {
    const match = form.exec(clean);
    const groups = match?.groups;
    if (match === null || groups === undefined) continue;
    const order = groups.figure === undefined ? [groups.day, groups.month] : dayAndMonth(groups.figure, groups.other);
    if (order === undefined) return 'ambiguous';
    return {
      weekday: groups.weekday,
      day: order[0] as string,
      month: order[1] as string,
      year: groups.year as string,
      hour: groups.hour as string,
      minute: groups.minute as string,
      second: groups.second ?? '0',
      fraction: groups.fraction,
      half: groups.half?.toLowerCase(),
      zone: groups.zone,
      end: match[0].length,
    };
  }
  return undefined;
}

/** 4/20/2018 and 20/4/2018 can be told apart, 4/5/2018 cannot and stays unread. */
function dayAndMonth(a: string, b = ''): readonly [string, string] | undefined {
  if (Number(a) > 12) return [a, b];
  if (Number(b) > 12 || a === b) return [b, a];
  return undefined;
}

/** Seconds since 1970 of the wall clock's time, zone not counted. */
function secondsOf(parts: Parts): number | undefined {
  const month = /^\d/.test(parts.month) ? Number(parts.month) - 1 : indexOfName(MONTHS, parts.month);
  const year = fullYear(parts.year);
  const day = Number(parts.day);
  const hour = hourOf(parts);
  const minute = Number(parts.minute);
  const second = Number(parts.second);
  if (month < 0 || month > 11 || year < 1900 || hour === undefined || minute > 59 || second > 60) return undefined;
  const days = Date.UTC(year, month, day) / DAY;
  if (new Date(days * DAY).getUTCDate() !== day) return undefined;
  return days * 86_400 + hour * 3600 + minute * 60 + second;
}

const DAY = 86_400_000;

function hourOf(parts: Parts): number | undefined {
  const hour = Number(parts.hour);
  if (parts.half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (parts.half === 'p' ? 12 : 0);
}

/** RFC 5322 4.3: two figures below 50 are of this century, all others count from 1900. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return year.length === 2 && value < 50 ? value + 2000 : value + 1900;
}

/** A leap second belongs to the day that it ends. */
const weekdayOf = (parts: Parts, seconds: number): number =>
  new Date((seconds - Number(parts.second)) * 1000).getUTCDay();

interface Zone {
  readonly minutes: number | undefined;
  readonly problem?: 'no-zone' | 'unknown-zone';
  readonly end: number;
  readonly trailing: boolean;
}

const ZONE =
  /^ ?(?:(?:GMT|UTC?|Z) ?)?([+-] ?\d{2}:?\d{2}|[+-]\d{2})(?![\d:])(?: [A-Z]{2,5}(?![A-Za-z]))?|^ ?([A-Za-z]{1,40})(?![\d+-])/;
const MONOTONIC = /^ m=[+-]\d{1,15}(?:\.\d{1,12})?/;

/** The zone behind the time of day; undefined where the figures cannot be an offset. */
function readZone(source: Source, parts: Parts): Zone | undefined {
  const index = parts.end;
  const match = ZONE.exec(source.clean.slice(index));
  let end = index + (match?.[0].length ?? 0);
  end += MONOTONIC.exec(source.clean.slice(end))?.[0].length ?? 0;
  const trailing = end < source.clean.length;
  if (match?.[1] !== undefined) {
    const minutes = offsetMinutes(match[1]);
    return minutes === undefined ? undefined : { minutes, end, trailing };
  }
  const name = match?.[2] ?? parts.zone ?? source.comments.find((comment) => comment.at === index)?.text;
  if (name === undefined) return { minutes: undefined, problem: 'no-zone', end, trailing };
  const minutes = /^[+-]/.test(name) ? offsetMinutes(name) : zoneMinutes(name);
  if (minutes !== undefined) return { minutes, end, trailing };
  return {
    minutes: undefined,
    problem: match?.[2] === undefined && parts.zone === undefined ? 'no-zone' : 'unknown-zone',
    end,
    trailing,
  };
}

/** RFC 5322 3.3: hours and minutes, the minutes within an hour. */
function offsetMinutes(text: string): number | undefined {
  const digits = text.slice(1).replace(/[: ]/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(2));
  if (minutes > 59) return undefined;
  return (text[0] === '-' ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + minutes);
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** Place of a name or of its abbreviation of three letters or more, -1 where it is none. */
const indexOfName = (names: readonly string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word.toLowerCase()));
