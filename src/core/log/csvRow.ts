import type { LogWord } from './log.ts';
import { part } from './logWords.ts';

/** What may stand between the values of a row. */
export type Separator = ',' | '\t' | ';' | '|';

/** A row of values with commas or tabs between them; a value in quotes holds them too (RFC 4180 2). */
export function readRow(line: LogWord, separator: Separator): readonly LogWord[] {
  const values: LogWord[] = [];
  const { text } = line;
  for (let at = 0; at <= text.length; ) {
    let end = at;
    if (text[at] === '"' && separator !== '\t') {
      end++;
      while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
      const to = Math.min(end, text.length);
      const comma = text.indexOf(separator, to);
      values.push(part(line, at + 1, to));
      if (comma < 0) break;
      at = comma + 1;
      continue;
    }
    end = text.indexOf(separator, at);
    if (end < 0) end = text.length;
    values.push(part(line, at, end));
    at = end + 1;
  }
  return values;
}
