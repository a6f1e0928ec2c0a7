import { isMailField } from '../../mail/header/headerStart.ts';
import type { Lines } from '../../text/lines.ts';
import { CoverWriter } from './cover.ts';
import { atMost, DECIDING, headOf, type Layer, NAME, wholeOf } from './layer.ts';

/** A name that Markdown shows bold, slanted or as code, or that is an item of a list. */
const MARKED = new RegExp(
  `^[ \\t]{0,3}(?:[-*+\\u2022\\u2013][ \\t]{1,3})?(\\*{1,3}|_{1,3}|\`|)(${NAME})(?::\\1|\\1[ \\t]{0,2}:)(?=\\s|$)`,
);

const isMarked = (match: RegExpExecArray): boolean => !/^[A-Za-z]/.test(match[0]);

/** Names without their marks. */
export const markedNames: Layer = (lines) => {
  const first = MARKED.exec(headOf(lines, 0));
  if (first === null || !isMarked(first)) return undefined;
  const writer = new CoverWriter();
  for (let line = 0; lines.has(line); line++) {
    const whole = wholeOf(lines, line);
    const start = lines.start(line);
    const match = MARKED.exec(whole.slice(0, 200));
    if (match === null || !isMarked(match)) {
      writer.keep(whole, start);
      continue;
    }
    const name = match[2] as string;
    const at = match[0].indexOf(name);
    writer.keep(name, start + at);
    writer.keep(':', start + at + name.length, match[0].length - at - name.length);
    const value = /^([ \t]{0,8})(`{1,2})([^`]{1,20000})\2([ \t]{0,8}[\r\n]{0,2})$/.exec(whole.slice(match[0].length));
    if (value === null) writer.keep(whole.slice(match[0].length), start + match[0].length);
    else {
      const [, blanks, mark, inner, rest] = value as unknown as [string, string, string, string, string];
      const from = start + match[0].length + blanks.length;
      writer.keep(blanks, from - blanks.length);
      writer.keep(inner, from + mark.length);
      writer.keep(rest, from + mark.length * 2 + inner.length);
    }
  }
  return writer.done(lines.count);
};

/** Names of one word that are known to stand alone on a line. */
const PLAIN = /^(?:Organization|Precedence|Importance|Priority|Comments|Keywords|Sensitivity|Lines|Status|Autocrypt)$/;
const HYPHENATED = /^[A-Z][A-Za-z0-9]{0,40}(?:-[A-Z0-9][A-Za-z0-9]{0,40}){1,8}$/;

/** The name where nothing else stands on the line. */
function loneName(line: string): { readonly name: string; readonly colon: boolean } | undefined {
  const match = /^[ \t]{0,3}([A-Za-z][\w.-]{1,70})[ \t]{0,3}(:?)[ \t]{0,8}\r?$/.exec(line);
  if (match === null) return undefined;
  const name = match[1] as string;
  const colon = match[2] === ':';
  const fits = isMailField(name) ? /^[A-Z]/.test(name) : HYPHENATED.test(name) || PLAIN.test(name);
  return colon || fits ? { name, colon } : undefined;
}

/** Fields of which each has its name on one line and its value on those below. */
export const namesAbove: Layer = (lines) => {
  if (!namesStandAbove(lines)) return undefined;
  const writer = new CoverWriter();
  let atValue = false;
  for (let line = 0; lines.has(line); line++) {
    const start = lines.start(line);
    const text = headOf(lines, line, 100);
    const empty = text.trim() === '';
    if (empty && !goesOn(lines, line)) {
      writer.keep(lines.text.slice(start), start);
      break;
    }
    if (empty) continue;
    const lone = loneName(lines.end(line) - start < 90 ? text : '-');
    // A value may be a word that is a name elsewhere: it stands right below one.
    if (lone !== undefined && (!atValue || lone.colon || loneName(nextText(lines, line)) === undefined)) {
      const at = start + text.indexOf(lone.name);
      writer.keep(lone.name, at);
      if (lone.colon) writer.keep(':', at + lone.name.length, lines.end(line) - at - lone.name.length);
      else writer.add(':', at + lone.name.length);
      writer.keep(lines.text.slice(lines.end(line), lines.next(line)), lines.end(line));
      atValue = true;
      continue;
    }
    atValue = false;
    if (!/^[ \t]/.test(text) && !/^[!-9;-~]{1,70}:(?:[ \t]|$)/.test(text)) writer.add(' ', start);
    writer.keep(wholeOf(lines, line), start);
  }
  return writer.done(lines.count);
};

function namesStandAbove(lines: Lines): boolean {
  const first = loneName(headOf(lines, 0, 100));
  if (first === undefined || !(isMailField(first.name) || first.name.includes('-'))) return false;
  let names = 0;
  let between = 0;
  const count = atMost(lines, DECIDING);
  for (let i = 0; i < count; i++) {
    const text = headOf(lines, i, 100);
    if (text.trim() === '') continue;
    if (loneName(text) !== undefined) names++;
    else between++;
    if (names >= 3 && between >= 2) return true;
  }
  return false;
}

/** Whether the fields go on behind an empty line. */
function goesOn(lines: Lines, line: number): boolean {
  let next = line + 1;
  while (next < line + 3 && lines.has(next) && headOf(lines, next, 100).trim() === '') next++;
  if (!lines.has(next)) return false;
  const text = headOf(lines, next, 100);
  return loneName(text) !== undefined || loneName(headOf(lines, line - 1, 100)) !== undefined || /^[ \t]/.test(text);
}

function nextText(lines: Lines, line: number): string {
  let next = line + 1;
  while (next < line + 3 && lines.has(next) && headOf(lines, next, 100).trim() === '') next++;
  return headOf(lines, next, 100);
}
