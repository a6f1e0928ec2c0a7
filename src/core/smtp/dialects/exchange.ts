import { respell, type Said } from '../said.ts';
import { timeIn } from '../stamp.ts';
import { type DialectRow, type Marked, marks } from './dialectRow.ts';

/** Protocol logs of Exchange 2007 and later: CSV, of which people often paste two columns only. */

const FULL =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z),(?:"[^"]{0,200}"|[^,"]{0,200}),([0-9A-Fa-f]{8,20}),\d{1,9},[^,]{0,80},[^,]{0,80},([-+*<>]),/;
const SHORT = /^([-+*<>]),(?=.)/;

/** The end of a CSV field that starts at `from`. */
function endOfField(line: string, from: number): number {
  if (line.charCodeAt(from) !== 34) {
    const comma = line.indexOf(',', from);
    return comma < 0 ? line.length : comma;
  }
  for (let at = line.indexOf('"', from + 1); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line.charCodeAt(at + 1) !== 34) return at + 1;
  }
  return line.length;
}

function field(line: string, from: number, mark: string, all: boolean): Omit<Marked, 'connection' | 'time'> {
  const quoted = line.charCodeAt(from) === 34;
  // Of two columns the second is the last; the quotes in it are written once by now.
  const close = quoted ? line.lastIndexOf('"') : from;
  const end = all ? endOfField(line, from) : close > from ? close + 1 : line.length;
  const isNote = mark === '*' || mark === '+' || mark === '-';
  return {
    mark,
    side: isNote ? 'note' : mark === '>' ? 'client' : 'server',
    from: quoted ? from + 1 : from,
    to: quoted && line.charCodeAt(end - 1) === 34 ? Math.max(from + 1, end - 1) : end,
  };
}

function readFull(line: string): Marked | undefined {
  const c = line.charCodeAt(0);
  if (c !== 50 || line.charCodeAt(10) !== 84) return undefined;
  const match = FULL.exec(line);
  if (match === null) return undefined;
  return {
    ...field(line, match[0].length, match[3] as string, true),
    connection: match[2],
    time: timeIn(line, (match[1] as string).length),
  };
}

/** In a quoted field a quote is written twice (RFC 4180 2.7). */
function undouble(said: Said): Said {
  const { text } = said;
  if (!text.includes('""') || text.length > 100_000) return said;
  const ranges: [number, number][] = [];
  let from = 0;
  const start = FULL.exec(text)?.[0].length ?? 2;
  for (let at = text.indexOf('""', start + 1); at >= 0; at = text.indexOf('""', at + 2)) {
    if (text.charCodeAt(at + 2) === 44 && text.charCodeAt(at + 3) !== 34) break;
    ranges.push([from, at + 1]);
    from = at + 2;
  }
  if (ranges.length === 0) return said;
  ranges.push([from, text.length]);
  return respell(said, ranges);
}

export const exchange = [
  {
    name: 'exchange',
    line: FULL,
    marks: marks(['>'], ['<']),
    turns: true,
    sure: true,
    read: readFull,
  },
  {
    name: 'exchange-columns',
    general: true,
    line: SHORT,
    marks: marks(['>'], ['<']),
    turns: true,
    plain: undouble,
    read: (line) => {
      const match = SHORT.exec(line);
      return match === null ? undefined : field(line, match[0].length, match[1] as string, false);
    },
  },
] as const satisfies readonly DialectRow[];
