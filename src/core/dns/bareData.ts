import { type DnsCommand, isAddress } from './commandLine.ts';
import type { Reading } from './dig.ts';
import type { Query } from './lookup.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import type { ToolLines } from './toolLines.ts';

/** Lines of data that `+short` may print. */
const MOST_LINES = 500;

/** The bare data behind a typed `dig +short`: it ends where a line is no data of a type that was asked for. */
export function readBareAnswers(
  lines: ToolLines,
  firstLine: number,
  commandLine: number,
  endLine: number,
  command: DnsCommand,
): Reading | undefined {
  const { asked, tool, server } = command;
  const queries: Query[] = [];
  let found: Found[] = [];
  let current = 0;
  let begin = commandLine;
  let line = firstLine;
  for (; line < Math.min(endLine, firstLine + MOST_LINES); line++) {
    const data = lines.at(line).trim();
    let type = bareType(data, asked[current]?.type ?? '');
    // Several questions are answered one behind the other, with nothing between.
    if (type === undefined && found.length > 0 && bareType(data, asked[current + 1]?.type ?? '') !== undefined) {
      flush();
      type = bareType(data, asked[current]?.type ?? '');
    }
    if (type === undefined) break;
    found.push({ name: asked[current]?.name ?? '', type, data, line, endLine: line + 1 });
  }
  flush();
  return queries.length === 0 ? undefined : { tool, queries, endLine: line };

  function flush(): void {
    const one = asked[current];
    if (one === undefined || found.length === 0) return;
    // What follows may be the answer to the next question of the same type.
    const isSure = !asked.slice(current + 1).some((other) => other.type === one.type);
    const name = isSure ? one.name : '';
    queries.push(makeQuery(lines, begin, line, { tool, name, type: one.type, status: 'NOERROR', server }, found));
    found = [];
    begin = line;
    current++;
  }
}

const isName = (data: string): boolean => /^[^\s"]{1,300}\.$/.test(data);

/** The type of a line of data in the answer to a question for `asked`; undefined where it is no such answer. */
function bareType(data: string, asked: string): string | undefined {
  switch (asked) {
    case '':
      return undefined;
    case 'A':
    case 'AAAA':
      return isAddress(data) ? asked : isName(data) ? 'CNAME' : undefined;
    case 'MX':
      return /^\d{1,5} \S{1,300}$/.test(data) ? asked : isName(data) ? 'CNAME' : undefined;
    case 'TXT':
      return data.startsWith('"') ? asked : isName(data) ? 'CNAME' : undefined;
    case 'NS':
    case 'PTR':
    case 'CNAME':
      return isName(data) ? asked : undefined;
    case 'SOA':
      return /^\S{1,300} \S{1,300}(?: \d{1,10}){5}$/.test(data) ? asked : undefined;
    default:
      return /^\d{1,10} \S/.test(data) ? asked : undefined;
  }
}

/** The start of the record texts that a mail admin looks at. */
const RECORD_TEXT = /^"(?:v=(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)\b|k=(?:rsa|ed25519);)/i;
const STRINGS = /^"(?:[^"\\]|\\.)*"(?: "(?:[^"\\]|\\.)*")*$/;

export const startsBareText = (text: string): boolean => RECORD_TEXT.test(text) && STRINGS.test(text);

/** Texts that `dig +short` printed without the command above: what was asked is not known, what came is. */
export function readBareTexts(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const found: Found[] = [];
  let line = firstLine;
  for (; line < Math.min(endLine, firstLine + MOST_LINES); line++) {
    const data = lines.at(line).trim();
    if (!STRINGS.test(data)) break;
    found.push({ name: '', type: 'TXT', data, line, endLine: line + 1 });
  }
  if (found.length === 0) return undefined;
  const head = { tool: 'dig', name: '', type: 'TXT', status: 'NOERROR' } as const;
  return { tool: 'dig', queries: [makeQuery(lines, firstLine, line, head, found)], endLine: line };
}
