import { type DnsCommand, isAddress } from './commandLine.ts';
import type { Reading } from './dig.ts';
import type { Query } from './lookup.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import { fitsType } from './recordShape.ts';
import type { ToolLines } from './toolLines.ts';

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
  for (; line < endLine; line++) {
    const data = lines.at(line).trim();
    let type = bareType(data, typeAsked(current));
    // An alias stands in front of what it leads to.
    const isDone = found.some((one) => one.type !== 'CNAME');
    if (type === 'CNAME' && isDone && typeAsked(current) !== 'CNAME') type = undefined;
    // Several questions are answered one behind the other, with nothing between.
    if (type === undefined && found.length > 0 && bareType(data, typeAsked(current + 1)) !== undefined) {
      flush();
      type = bareType(data, typeAsked(current));
    }
    if (type === undefined) break;
    const alias = found.at(-1);
    const name = alias?.type === 'CNAME' ? alias.data : (asked[current]?.name ?? '');
    found.push({ name, type, data, line, endLine: line + 1 });
  }
  flush();
  return queries.length === 0 ? undefined : { tool, queries, endLine: line };

  function typeAsked(at: number): string {
    return asked[at]?.type ?? '';
  }

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
    case 'ANY':
      return anyType(data);
    default:
      return /^\d{1,10} \S/.test(data) ? asked : isName(data) ? 'CNAME' : undefined;
  }
}

/** What `dig +short ANY` shows of each record is told by its form. */
function anyType(data: string): string | undefined {
  if (data.startsWith('"')) return /^"RFC8482" ""$/.test(data) ? 'HINFO' : 'TXT';
  return (
    ['A', 'AAAA', 'MX', 'SOA', 'CAA', 'TLSA', 'SRV'].find((type) => fitsType(type, data)) ??
    (isName(data) ? 'NS' : undefined)
  );
}

/** The start of the record texts that a mail admin looks at. */
const RECORD_TEXT = /^"(?:v=(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)\b|k=(?:rsa|ed25519);)/i;
const STRINGS = /^"(?:[^"\\]|\\.)*"(?: "(?:[^"\\]|\\.)*")*$/;

export const startsBareText = (text: string): boolean => RECORD_TEXT.test(text) && STRINGS.test(text);

/** A line of a mail exchanger as `dig +short` prints it. */
const EXCHANGER = /^\d{1,5} (?:\.|[\w-]{1,63}(?:\.[\w-]{1,63}){1,20}\.)$/;

/** At least two exchangers below each other: one alone may be the item of a list. */
export const startsBareExchangers = (lines: ToolLines, line: number): boolean =>
  EXCHANGER.test(lines.at(line)) && EXCHANGER.test(lines.at(line + 1));

/** Exchangers and texts that `dig +short` printed without the command above. */
export function readBareExchangers(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const found: Found[] = [];
  let line = firstLine;
  for (; line < endLine && EXCHANGER.test(lines.at(line)); line++) {
    found.push({ name: '', type: 'MX', data: lines.at(line), line, endLine: line + 1 });
  }
  if (found.length === 0) return undefined;
  const head = { tool: 'dig', name: '', type: 'MX', status: 'NOERROR' } as const;
  return { tool: 'dig', queries: [makeQuery(lines, firstLine, line, head, found)], endLine: line };
}

/** The question of a typed `+short` below which nothing was printed: no record, or no answer, which it does not tell. */
export function readEmptyShort(
  lines: ToolLines,
  line: number,
  endLine: number,
  command: DnsCommand,
): Reading | undefined {
  const [asked] = command.asked;
  if (asked === undefined || command.asked.length > 1 || !command.short) return undefined;
  const next = line + 1 >= endLine ? '' : lines.at(line + 1);
  const isPrompt = /^(?:[^\s$#%>]{0,60}(?: [^\s$#%>]{1,40}){0,2}[$#%>] ?\S|PS [A-Z]:|[A-Z]:\\)/.test(next);
  const isEnd = line + 1 >= lines.count || /^```|^~~~/.test(next);
  if (!isPrompt && !isEnd) return undefined;
  const { tool, server } = command;
  const head = { tool, name: asked.name, type: asked.type || '?', status: '?', server } as const;
  return { tool, queries: [makeQuery(lines, line, line + 1, head, [])], endLine: line + 1 };
}

/** Texts that `dig +short` printed without the command above: what was asked is not known, what came is. */
export function readBareTexts(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const found: Found[] = [];
  let line = firstLine;
  for (; line < endLine; line++) {
    const data = lines.at(line).trim();
    if (!STRINGS.test(data)) break;
    found.push({ name: '', type: 'TXT', data, line, endLine: line + 1 });
  }
  if (found.length === 0) return undefined;
  const head = { tool: 'dig', name: '', type: 'TXT', status: 'NOERROR' } as const;
  return { tool: 'dig', queries: [makeQuery(lines, firstLine, line, head, found)], endLine: line };
}
