import { defined } from '../../text/defined.ts';
import type { Asked, DnsCommand } from '../commandLine.ts';
import type { Reading } from '../dig.ts';
import type { Answer, LookupTool, Query } from '../lookup.ts';
import type { ToolLines } from '../toolLines.ts';
import { answersInJson, type JsonAnswer, type JsonRecord } from './jsonShapes.ts';

/** Characters of one document; a DNS message holds at most 65 535 octets. */
const LONGEST = 300_000;
/** Characters from its beginning in which a key of such a document stands. */
const KEY_WITHIN = 800;

const KEYS =
  /"(?:Status|Question|QNAME|QTYPE|responses|questions|queries|QueryType|NameExchange|NameHost|IP4Address|IPAddress|Strings|answerRRs|resolver|authorities|status_code)"\s{0,5}:/;

/** Whether the line from `at` may begin such a document. */
export function mayBeDnsJson(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== 123 && first !== 91) return false;
  // Most that begin so are lines of a log, with other keys.
  return /^[[{]\s{0,80}(?:$|[[{"\]])/.test(text.slice(at, at + 100)) && KEYS.test(text.slice(at, at + KEY_WITHIN));
}

/** Answers as JSON: of DNS over HTTPS (dns.google, Cloudflare), kdig, doggo, dog, and what PowerShell converts. */
export function readDnsJson(lines: ToolLines, firstLine: number, command: DnsCommand | undefined): Reading | undefined {
  const { text } = lines;
  const start = lines.start(firstLine);
  if (!mayBeDnsJson(text, start)) return undefined;
  const end = endOfValue(text, start);
  const value = end === undefined ? undefined : parsed(text.slice(start, end));
  if (value === undefined || end === undefined) return undefined;
  let cursor = start;
  const queries = answersInJson(value).map((one) => {
    const answers = one.records.map((record): Answer => {
      const span = placeOf(text, record, cursor, end);
      cursor = span.end;
      return { ...span, name: record.name, type: record.type, data: record.data, ...defined({ ttl: record.ttl }) };
    });
    return makeJsonQuery(one, answers, { start, end }, command);
  });
  if (queries.length === 0) return undefined;
  let endLine = firstLine + 1;
  while (endLine < lines.count && lines.start(endLine) < end) endLine++;
  return { tool: toolOf(command), queries, endLine };
}

const toolOf = (command: DnsCommand | undefined): LookupTool => command?.tool ?? 'json';

function makeJsonQuery(
  one: JsonAnswer,
  answers: readonly Answer[],
  span: { readonly start: number; readonly end: number },
  command: DnsCommand | undefined,
): Query {
  const asked: Asked | undefined = command?.asked[0];
  const { status, server = command?.server, validated } = one;
  const name = asked?.name || one.name;
  const type = asked?.type || one.type;
  return { ...span, tool: toolOf(command), name, type, status, ...defined({ server, validated }), answers };
}

/** Where a record stands: its data in the JSON, behind those before it. */
function placeOf(text: string, { shown }: JsonRecord, from: number, end: number): { start: number; end: number } {
  const written = JSON.stringify(shown).slice(1, -1);
  const at = written === '' ? -1 : text.slice(0, end).indexOf(written, from);
  return at === -1 ? { start: from, end: from } : { start: at, end: at + written.length };
}

/** Offset behind the value that begins at `start`; undefined where it does not end. */
function endOfValue(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  const stop = Math.min(text.length, start + LONGEST);
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
