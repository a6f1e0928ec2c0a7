import type { Reading } from './dig.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import type { ToolLines } from './toolLines.ts';

/** The table of MXToolbox's look-up of exchangers as it is copied, below the command that was typed: `mx:contoso.test`. */
const COMMAND = /^mx:(\S{3,255})(?:\s.{0,60})?$/i;
const HEAD = /^Pref\s{1,20}Hostname\s{1,20}IP Address\s{1,20}TTL\b/;
const ROW = /^(\d{1,5})\s{1,20}(\S{3,255})\s{1,20}([\da-fA-F.:]{3,45})\b(?:.{0,300}?\s(\d{1,6}) (min|hrs?|sec)\b)?/;
const SECONDS: ReadonlyMap<string, number> = new Map([
  ['min', 60],
  ['hr', 3600],
  ['hrs', 3600],
]);

export const startsMxtoolbox = (lines: ToolLines, line: number): boolean =>
  HEAD.test(lines.at(line)) || (COMMAND.test(lines.at(line)) && HEAD.test(lines.at(line + 1)));

export function readMxtoolbox(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const name = COMMAND.exec(lines.at(firstLine))?.[1] ?? '';
  const found: Found[] = [];
  let line = firstLine + (name === '' ? 1 : 2);
  for (; line < Math.min(endLine, firstLine + 60); line++) {
    const row = ROW.exec(lines.at(line));
    if (row === null) break;
    const [, preference = '', host = '', , count, unit = ''] = row;
    const ttl = count === undefined ? undefined : Number(count) * (SECONDS.get(unit) ?? 1);
    const data = `${preference} ${host}`;
    found.push({ name, type: 'MX', data, ...(ttl !== undefined && { ttl }), line, endLine: line + 1 });
  }
  if (found.length === 0) return undefined;
  const head = { tool: 'json', name, type: 'MX', status: 'NOERROR' } as const;
  return { tool: 'json', queries: [makeQuery(lines, firstLine, line, head, found)], endLine: line };
}
