import { readDate } from '../../../mail/header/date.ts';
import type { DateProblem, MailDate } from '../../../mail/message.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import { formatDelay, formatUtc } from '../../../trace/delay.ts';
import { bullets, type Explainer, type FieldPlace, said, sourceOf, term, under } from './place.ts';

const PROBLEMS: Readonly<Record<DateProblem, string>> = {
  'no-zone': 'It names no zone, so nobody can tell the moment (RFC 5322 3.3 asks for one).',
  'unknown-zone':
    'Its zone is not known, so nobody can tell the moment. RFC 5322 3.3 wants it in figures, as in +0100.',
  'wrong-weekday': 'It falls on another day of the week than it says.',
  'two-digit-year': 'Its year has fewer than four digits (RFC 5322 4.3).',
  'leap-second': 'It names the 60th second, as a leap second has it.',
  'trailing-text': 'Other text follows it.',
  'ambiguous-order':
    'Day and month could be either way round, so it is not read. RFC 5322 3.3 wants the month as a word, as in 4 May.',
};

/** A date as lines: the moment in UTC, and what is wrong with it. */
export function dateLines(date: MailDate): readonly string[] {
  const problems = date.problems.map((code) => PROBLEMS[code]);
  const head =
    date.epoch === undefined
      ? term('No moment', `"${date.text}" cannot be read as a date with a zone.`)
      : `**${escapeMarkdown(formatUtc(date.epoch))}**`;
  return [head, ...(problems.length === 0 ? [] : [bullets(problems)])];
}

/** Fields that hold a date (RFC 5322 3.3). */
export const dateExplainer: Explainer = {
  piece(place) {
    const date = readDate(place.value, 0, dateEnd(place.value));
    return under(date, place.at) ? said(place, date, ...linesOf(place, date), sourceOf('RFC 5322 3.3')) : undefined;
  },
  whole: (place) => linesOf(place, readDate(place.value, 0, dateEnd(place.value))),
};

/** Exchange writes the same moment again behind the date: `… (UTC) FILETIME=[…]`. */
function dateEnd(value: string): number {
  const at = value.search(/\sFILETIME=/);
  return at < 0 ? value.length : at;
}

function linesOf(place: FieldPlace, date: MailDate): readonly string[] {
  return [...dateLines(date), ...sinceFirstHop(place, date)];
}

/** How far Date is from the first server that took the message. */
function sinceFirstHop({ message, field }: FieldPlace, date: MailDate): readonly string[] {
  if (field.name.toLowerCase() !== 'date' || date.epoch === undefined) return [];
  const first = message.hops.find((hop) => hop.date?.epoch !== undefined)?.date?.epoch;
  if (first === undefined) return [];
  const gap = first - date.epoch;
  if (gap < 0) {
    return [
      `It is ${escapeMarkdown(formatDelay(-gap))} later than the first server's own time: the clock of the author or of that server is off.`,
    ];
  }
  return gap < 1000 ? [] : [`The first server took the message ${escapeMarkdown(formatDelay(gap))} later.`];
}

/** Seconds since 1970, as Barracuda writes them. */
export const unixTimeExplainer: Explainer = {
  whole({ value }) {
    const seconds = /^\s*(\d{9,11})(?:\.\d{1,9})?\s*$/.exec(value.slice(0, 60))?.[1];
    return seconds === undefined ? [] : [`**${escapeMarkdown(formatUtc(Number(seconds) * 1000))}**`];
  },
};
