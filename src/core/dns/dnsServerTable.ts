import type { Reading } from './dig.ts';
import { type Found, grouped, makeQuery } from './queryBuilder.ts';
import { TYPES } from './recordTypes.ts';
import type { ToolLines } from './toolLines.ts';

/** The table of `Get-DnsServerResourceRecord` (module DnsServer of Windows), older ones without the number of the type. */
const HEAD = /^HostName\s{1,80}RecordType\s{1,40}(?:Type\s{1,40})?Timestamp\s{1,80}TimeToLive\s{1,80}RecordData\b/;
const ROW =
  /^(\S{1,255})\s{1,80}([A-Z][A-Z0-9]{0,15})\s{1,40}(?:\d{1,5}\s{1,40})?(?:0|\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d(?: [AP]M)?)\s{1,40}((?:\d{1,5}\.)?\d\d:\d\d:\d\d)\s{1,40}(\S.{0,8000})$/;
/** Lines in front of the first row. */
const MOST_LINES = 20;

export const startsDnsServerTable = (text: string): boolean => HEAD.test(text);

/** Records of a zone, a row each; `[10][mail.contoso.test.]` is data of several values. */
export function readDnsServerTable(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const found: Found[] = [];
  let last = firstLine;
  for (let line = firstLine; line < endLine && (found.length > 0 || line - firstLine < MOST_LINES); line++) {
    const text = lines.at(line);
    if (text !== '' && !HEAD.test(text) && !/^[-\s]{1,400}$/.test(text)) {
      const [, name = '', type = '', lives = '', shown = ''] = ROW.exec(text) ?? [];
      if (!TYPES.has(type)) break;
      const data = dataOf(type, shown.trim());
      found.push({ name, type, data, ttl: secondsOf(lives), line, endLine: line + 1 });
    } else if (text === '' && found.length > 0) break;
    last = line + 1;
  }
  if (found.length === 0) return undefined;
  const queries = grouped(found).map((records) => {
    const { name, type, line } = records[0] as Found;
    return makeQuery(
      lines,
      line,
      (records.at(-1) as Found).endLine,
      { tool: 'zone', name, type, status: '?' },
      records,
    );
  });
  return { tool: 'zone', queries: queries.toSorted((a, b) => a.start - b.start), endLine: last };
}

function dataOf(type: string, shown: string): string {
  const values = [...shown.matchAll(/\[([^[\]]{0,1000})\]/g)].map(([, value]) => value);
  const data = values.length > 0 && shown.startsWith('[') ? values.join(' ') : shown;
  return type === 'TXT' && !data.startsWith('"') ? `"${data.replace(/["\\]/g, '\\$&')}"` : data;
}

/** Of `1.02:00:00`: days, hours, minutes, seconds. */
function secondsOf(lives: string): number {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(lives) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
