import { isAddress } from '../commandLine.ts';
import type { Found } from '../queryBuilder.ts';
import type { ToolLines } from '../toolLines.ts';

/** `name keyword = value` of nslookup, both systems', by the keyword. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['mx preference', 'MX'],
  ['mail exchanger', 'MX'],
  ['nameserver', 'NS'],
  ['internet address', 'A'],
  ['aaaa ipv6 address', 'AAAA'],
  ['has aaaa address', 'AAAA'],
  ['canonical name', 'CNAME'],
  ['dname', 'DNAME'],
  ['name', 'PTR'],
  ['text', 'TXT'],
  ['service', 'SRV'],
  ['rdata_257', 'CAA'],
  ['rdata_52', 'TLSA'],
]);

/** Words of any sentence, which name a field with the sign behind them only. */
const COMMON: ReadonlySet<string> = new Set(['name', 'text', 'service']);
const keywords = [...KEYWORDS.keys()].map((word) => (COMMON.has(word) ? `${word}(?=\\s{0,20}=)` : word));
const FIELD_TEXT = `(${keywords.join('|')}|rdata_\\d{1,5})(?:\\s{0,20}=\\s{0,80}|\\s{1,80})(\\S.{0,70000})?$`;
const RECORD = new RegExp(`^\\s{0,20}(\\S{1,300})\\s{1,80}${FIELD_TEXT}`, 'i');
const FIELD = new RegExp(`^\\s{0,40}${FIELD_TEXT}`, 'i');
/** A name on a line of its own; `->` stands before it in what `debug` prints. */
const OWNER = /^\s{0,20}(?:-> {1,4})?([^\s=]{1,300})(\s{1,80}SRV service location:)?$/;
const TTL = /^\s{1,40}ttl = (\d{1,10})\b/;
/** Strings of one TXT record. */
const MOST_STRINGS = 300;

/** A record that starts on `line`, wrapped lines taken with it. */
export function readNslookupRecord(lines: ToolLines, line: number, endLine: number): Found | undefined {
  const text = lines.at(line);
  const match = RECORD.exec(text);
  if (match !== null) {
    const [, name, keyword, rest] = match as unknown as [string, string, string, string | undefined];
    return withTtl(lines, readField(lines, line, endLine, { name, keyword, rest: rest ?? '' }), endLine);
  }
  const owner = OWNER.exec(text);
  if (owner === null || line + 1 >= endLine) return undefined;
  return readOwned(lines, line, endLine, owner[1] as string, owner[2] !== undefined);
}

/** A record whose fields stand below its name. */
function readOwned(
  lines: ToolLines,
  line: number,
  endLine: number,
  name: string,
  isService: boolean,
): Found | undefined {
  const before = TTL.exec(lines.at(line + 1));
  const first = before === null ? line + 1 : line + 2;
  const field = first < endLine ? FIELD.exec(lines.at(first)) : null;
  const [, keyword, rest] = (field ?? []) as unknown as [string, string?, string?];
  const found =
    keyword === undefined || isService
      ? readFields(lines, first, endLine, name, isService)
      : readField(lines, first, endLine, { name, keyword, rest: rest ?? '' });
  if (found === undefined) return undefined;
  const ttl = before === null ? {} : { ttl: Number(before[1]) };
  return withTtl(lines, { ...found, ...ttl, line }, endLine);
}

/** With `debug` the time to live stands on a line below. */
function withTtl(lines: ToolLines, found: Found | undefined, endLine: number): Found | undefined {
  const ttl = found === undefined || found.endLine >= endLine ? null : TTL.exec(lines.at(found.endLine));
  return found === undefined || ttl === null ? found : { ...found, ttl: Number(ttl[1]), endLine: found.endLine + 1 };
}

interface Field {
  readonly name: string;
  readonly keyword: string;
  readonly rest: string;
}

function readField(lines: ToolLines, line: number, endLine: number, { name, keyword, rest }: Field): Found | undefined {
  const key = keyword.toLowerCase();
  const type = KEYWORDS.get(key) ?? `TYPE${key.slice(6)}`;
  if (type === 'PTR' && !/\.arpa\.?$/i.test(name)) return undefined;
  if (type === 'TXT') return readTexts(lines, line, endLine, name, rest);
  if (key === 'mx preference') return readWindowsMx(lines, line, endLine, name, rest);
  const data = dataOf(type, rest.trim());
  return data === undefined ? undefined : { name, type, data, line, endLine: line + 1 };
}

function dataOf(type: string, text: string): string | undefined {
  switch (type) {
    case 'MX': {
      const match = /^(\d{1,5}) (\S{1,300})$/.exec(text);
      return match === null ? undefined : `${match[1]} ${dotted(match[2] as string)}`;
    }
    case 'NS':
    case 'PTR':
    case 'CNAME':
    case 'DNAME':
      return /^\S{1,300}$/.test(text) ? dotted(text) : undefined;
    case 'A':
    case 'AAAA':
      return isAddress(text) ? text : undefined;
    default:
      return text === '' ? undefined : text;
  }
}

const dotted = (name: string): string => (name.endsWith('.') ? name : `${name}.`);

/** `MX preference = 10, mail exchanger = mx1.contoso.test`, which pages and terminals wrap at either comma or sign. */
function readWindowsMx(lines: ToolLines, line: number, endLine: number, name: string, rest: string): Found | undefined {
  let text = rest;
  let next = line + 1;
  if (/^\d{1,5},?\s{0,20}$/.test(text) && next < endLine) text = `${text.trim()} ${lines.at(next++).trim()}`;
  if (/mail exchanger =\s{0,20}$/.test(text) && next < endLine) text += ` ${lines.at(next++).trim()}`;
  const match = /^(\d{1,5}),?\s{1,20}mail exchanger =\s{0,20}(\S{1,300})$/.exec(text.trim());
  // Windows shows the null MX's root name as (root).
  const host = match?.[2] === '(root)' ? '.' : match?.[2];
  if (match === null || host === undefined) return undefined;
  return { name, type: 'MX', data: `${match[1]} ${dotted(host)}`, line, endLine: next };
}

function readTexts(lines: ToolLines, line: number, endLine: number, name: string, rest: string): Found | undefined {
  if (rest.startsWith('"')) return { name, type: 'TXT', data: rest.trim(), line, endLine: line + 1 };
  if (rest.trim() !== '') return undefined;
  const texts: string[] = [];
  let next = line + 1;
  if (next < endLine && lines.at(next) === '') next++;
  for (; next < endLine && texts.length < MOST_STRINGS; next++) {
    const text = lines.at(next);
    if (!/^\s{1,40}"/.test(text)) break;
    texts.push(text.trim());
  }
  return texts.length === 0 ? undefined : { name, type: 'TXT', data: texts.join(' '), line, endLine: next };
}

const SOA = [
  /^(?:origin|primary name server)$/,
  /^(?:mail addr|responsible mail addr)$/,
  /^serial$/,
  /^refresh$/,
  /^retry$/,
  /^expire$/,
  /^(?:minimum|default TTL)$/,
];
const SRV = [/^priority$/, /^weight$/, /^port$/, /^svr hostname$/];

/** SOA of both systems and SRV of Windows: a field a line, from line `first` on. */
function readFields(
  lines: ToolLines,
  first: number,
  endLine: number,
  name: string,
  isService: boolean,
): Found | undefined {
  const wanted = isService ? SRV : SOA;
  const values: string[] = [];
  for (const [i, key] of wanted.entries()) {
    const field = first + i < endLine ? fieldOf(lines.at(first + i)) : undefined;
    if (field === undefined || !key.test(field.key)) return undefined;
    const isHost = isService ? i === 3 : i < 2;
    values.push(isHost ? dotted(field.value) : field.value);
  }
  const type = isService ? 'SRV' : 'SOA';
  return { name, type, data: values.join(' '), line: first, endLine: first + wanted.length };
}

function fieldOf(text: string): { readonly key: string; readonly value: string } | undefined {
  const match = /^\s{0,40}([A-Za-z][A-Za-z ]{0,30}?)\s{0,20}=\s{0,20}(\S{1,300})/.exec(text);
  return match === null ? undefined : { key: match[1] as string, value: match[2] as string };
}
