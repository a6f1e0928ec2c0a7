import type { Lines } from '../text/lines.ts';
import { type DnsCommand, isAddress } from './commandLine.ts';
import type { Reading } from './dig.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import { lineAt } from './record.ts';

/** Lines of data that `+short` may print. */
const MOST_LINES = 500;

/** The bare data behind a typed `dig +short`: it ends where a line is no data of the type that was asked for. */
export function readDigShort(
  lines: Lines,
  firstLine: number,
  commandLine: number,
  endLine: number,
  command: DnsCommand,
): Reading | undefined {
  const asked = command.asked[0];
  if (asked === undefined) return undefined;
  const found: Found[] = [];
  let line = firstLine;
  for (; line < Math.min(endLine, firstLine + MOST_LINES); line++) {
    const data = lineAt(lines, line).trim();
    const type = shortType(data, asked.type);
    if (type === undefined) break;
    found.push({ name: asked.name, type, data, line, endLine: line + 1 });
  }
  if (found.length === 0) return undefined;
  const head = { tool: command.tool, ...asked, status: 'NOERROR', server: command.server };
  return { tool: command.tool, queries: [makeQuery(lines, commandLine, line, head, found)], endLine: line };
}

function shortType(data: string, asked: string): string | undefined {
  const isName = /^[^\s"]{1,300}\.$/.test(data);
  switch (asked) {
    case 'A':
    case 'AAAA':
      return isAddress(data) ? asked : isName ? 'CNAME' : undefined;
    case 'MX':
      return /^\d{1,5} \S{1,300}$/.test(data) ? asked : undefined;
    case 'TXT':
      return data.startsWith('"') ? asked : undefined;
    case 'NS':
    case 'PTR':
    case 'CNAME':
      return isName ? asked : undefined;
    default:
      return /^\d{1,10} \S/.test(data) ? asked : undefined;
  }
}

export const startsYaml = (lines: Lines, line: number): boolean =>
  /^-\s{1,5}type: MESSAGE\s{0,5}$/.test(lineAt(lines, line)) && /^\s{1,5}message:/.test(lineAt(lines, line + 1));

/** `dig +yaml`: the few keys that matter, by their indented lines. */
export function readDigYaml(lines: Lines, firstLine: number, endLine: number): Reading | undefined {
  let status = '?';
  let question: { name: string; type: string } | undefined;
  let server: string | undefined;
  let section = '';
  const found: Found[] = [];
  let line = firstLine + 1;
  for (; line < endLine; line++) {
    const text = lineAt(lines, line);
    const key = /^\s{1,20}([A-Za-z_]{1,40}):\s{0,5}(.{0,300})$/.exec(text);
    const item = /^\s{1,20}-\s{1,5}'?(\S{1,300}) (?:(\d{1,10}) )?IN ([A-Z0-9-]{1,16})(?: (.*?))?'?$/.exec(text);
    if (item !== null) {
      const [, name, ttl, type, data] = item as unknown as [
        string,
        string,
        string | undefined,
        string,
        string | undefined,
      ];
      if (section === 'QUESTION_SECTION') question = { name, type };
      else if (section === 'ANSWER_SECTION' && data !== undefined) {
        found.push({ name, type, data, ...(ttl === undefined ? {} : { ttl: Number(ttl) }), line, endLine: line + 1 });
      }
    } else if (key === null) break;
    else if (key[1] === 'status') status = (key[2] as string).trim();
    else if (key[1] === 'response_address') server = (key[2] as string).replaceAll('"', '').trim();
    else if ((key[1] as string).endsWith('_SECTION')) section = key[1] as string;
  }
  if (question === undefined) return undefined;
  const head = { tool: 'dig', ...question, status, server };
  return { tool: 'dig', queries: [makeQuery(lines, firstLine, line, head, found)], endLine: line };
}
