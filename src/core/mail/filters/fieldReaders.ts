import { readSpamReport } from '../header/spamReport.ts';
import type { FieldReader, FieldReading, FilterVerdict } from './filterMark.ts';

/** The first pattern that fits tells the verdict; the word goes on to the next blank, comma or semicolon. */
export function says(...rows: readonly (readonly [RegExp, FilterVerdict])[]): FieldReader {
  return (value) => {
    for (const [pattern, verdict] of rows) {
      const found = pattern.exec(value.slice(0, 2000));
      if (found === null) continue;
      const [rest] = /^[^\s,;]{0,60}/.exec(value.slice(found.index + found[0].length, 2000)) as RegExpExecArray;
      return { says: verdict, word: `${found[0]}${rest}`.trim().slice(0, 60) };
    }
    return undefined;
  };
}

/** The verdict of the first reader that has one, the other facts of all. */
export function all(...readers: readonly FieldReader[]): FieldReader {
  return (value, name) => {
    let together: FieldReading | undefined;
    for (const read of readers) {
      const one = read(value, name);
      if (one !== undefined) together = { ...one, ...together };
    }
    return together;
  };
}

/** The number in the group of the pattern, by default the first of the value. */
export const number =
  (pattern = /^[^\d-]{0,40}(-?\d{1,6}(?:\.\d{1,8})?)/): FieldReader =>
  (value) => {
    const found = pattern.exec(value.slice(0, 2000))?.[1];
    return found === undefined ? undefined : { score: Number(found) };
  };

/** One mark a point. */
export const marks: FieldReader = (value) => {
  const found = /^(?:[*+sx]{1,200}|-{1,200}|\/)$/i.exec(value)?.[0];
  if (found === undefined) return undefined;
  return { score: found === '/' ? 0 : found.startsWith('-') ? -found.length : found.length };
};

/** Score, limit and rules in the words of SpamAssassin, Rspamd, Barracuda and MailScanner. */
export const report: FieldReader = (value) => {
  const { score, limit, rules } = readSpamReport(value.slice(0, 60_000));
  const points = /\((-?\d{1,6}(?:\.\d{1,6})?) points?, (-?\d{1,6}(?:\.\d{1,6})?) required\)/.exec(value);
  const known = score ?? (points === null ? undefined : Number(points[1]));
  const most = limit ?? (points === null ? undefined : Number(points[2]));
  return {
    ...(known !== undefined && { score: known }),
    ...(most !== undefined && { limit: most }),
    rules: rules.map(({ name, points }) => ({ name, ...(points !== undefined && { points }) })),
  };
};

/** `key=value` pairs with a number, those of them that the pattern names and that are not nought. */
export const numbered =
  (key: RegExp): FieldReader =>
  (value) => ({
    rules: [...value.slice(0, 4000).matchAll(/\b([a-z]{1,30})=(-?\d{1,6}(?:\.\d{1,6})?)/gi)]
      .filter(([, name, points]) => key.test(name as string) && Number(points) !== 0)
      .map(([, name, points]) => ({ name: name as string, points: Number(points) })),
  });
