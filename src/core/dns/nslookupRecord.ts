import type { Lines } from '../text/lines.ts';
import { isAddress } from './commandLine.ts';
import type { Found } from './queryBuilder.ts';
import { lineAt } from './record.ts';

/** `name keyword = value` of nslookup, both systems', by the keyword. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['mx preference', 'MX'],
  ['mail exchanger', 'MX'],
  ['nameserver', 'NS'],
  ['internet address', 'A'],
  ['aaaa ipv6 address', 'AAAA'],
  ['has aaaa address', 'AAAA'],
  ['canonical name', 'CNAME'],
  ['name', 'PTR'],
  ['text', 'TXT'],
  ['service', 'SRV'],
  ['rdata_257', 'CAA'],
  ['rdata_52', 'TLSA'],
]);

const RECORD = new RegExp(
  `^\\s{0,20}(\\S{1,300})\\s{1,80}(${[...KEYWORDS.keys()].join('|')})(?:\\s{0,20}=\\s{0,80}|\\s{1,80})(\\S.{0,70000})?$`,
  'i',
);
/** Lines that may be left empty inside one record (the Windows nslookup puts one before the texts of a TXT). */
const MOST_STRINGS = 300;

/** A record that starts on `line`, wrapped lines taken with it. */
export function readNslookupRecord(lines: Lines, line: number, endLine: number): Found | undefined {
  const text = tidy(lineAt(lines, line));
  const match = RECORD.exec(text);
  if (match === null) return readFields(lines, line, endLine);
  const [, name, keyword, rest] = match as unknown as [string, string, string, string | undefined];
  const type = KEYWORDS.get(keyword.toLowerCase()) as string;
  if (type === 'PTR' && !/\.arpa\.?$/i.test(name)) return undefined;
  if (type === 'TXT') return readTexts(lines, line, endLine, name, rest ?? '');
  if (keyword.toLowerCase() === 'mx preference') return readWindowsMx(lines, line, endLine, name, rest ?? '');
  if (rest === undefined) return undefined;
  const data = dataOf(type, rest.trim());
  return data === undefined ? undefined : { name, type, data, line, endLine: line + 1 };
}

/** What pages wrap around a copied line. */
export const tidy = (text: string): string =>
  text
    .replace(/^(\s{0,20})<pre>/, '$1')
    .replace(/<\/pre>(?:<\/p>)?\s{0,20}$/, '')
    .trimEnd();

function dataOf(type: string, text: string): string | undefined {
  switch (type) {
    case 'MX': {
      const match = /^(\d{1,5}) (\S{1,300})$/.exec(text);
      return match === null ? undefined : `${match[1]} ${dotted(match[2] as string)}`;
    }
    case 'NS':
    case 'PTR':
    case 'CNAME':
      return /^\S{1,300}$/.test(text) ? dotted(text) : undefined;
    case 'A':
    case 'AAAA':
      return isAddress(text) ? text : undefined;
    default:
      return text;
  }
}

export const dotted = (name: string): string => (name.endsWith('.') ? name : `${name}.`);

/** `MX preference = 10, mail exchanger = mx1.contoso.test`, which pages and terminals wrap at either comma or sign. */
function readWindowsMx(lines: Lines, line: number, endLine: number, name: string, rest: string): Found | undefined {
  let text = rest;
  let next = line + 1;
  if (/^\d{1,5},?\s{0,20}$/.test(text) && next < endLine) text = `${text.trim()} ${tidy(lineAt(lines, next++)).trim()}`;
  if (/mail exchanger =\s{0,20}$/.test(text) && next < endLine) text += ` ${tidy(lineAt(lines, next++)).trim()}`;
  const match = /^(\d{1,5}),?\s{1,20}mail exchanger =\s{0,20}(\S{1,300})$/.exec(text.trim());
  // Windows shows the null MX's root name as (root).
  const host = match?.[2] === '(root)' ? '.' : match?.[2];
  if (match === null || host === undefined) return undefined;
  return { name, type: 'MX', data: `${match[1]} ${dotted(host)}`, line, endLine: next };
}

function readTexts(lines: Lines, line: number, endLine: number, name: string, rest: string): Found | undefined {
  if (rest.startsWith('"')) return { name, type: 'TXT', data: rest.trim(), line, endLine: line + 1 };
  if (rest.trim() !== '') return undefined;
  const texts: string[] = [];
  let next = line + 1;
  if (next < endLine && lineAt(lines, next).trim() === '') next++;
  for (; next < endLine && texts.length < MOST_STRINGS; next++) {
    const text = tidy(lineAt(lines, next));
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

/** SOA of both systems and SRV of Windows: a name, then a field a line. */
function readFields(lines: Lines, line: number, endLine: number): Found | undefined {
  const head = /^\s{0,20}([^\s=]{1,300})(\s{1,80}SRV service location:)?$/.exec(tidy(lineAt(lines, line)));
  if (head === null) return undefined;
  const wanted = head[2] === undefined ? SOA : SRV;
  const values: string[] = [];
  for (const [i, key] of wanted.entries()) {
    const field = line + 1 + i < endLine ? fieldOf(tidy(lineAt(lines, line + 1 + i))) : undefined;
    if (field === undefined || !key.test(field.key)) return undefined;
    const isHost = wanted === SOA ? i < 2 : i === 3;
    values.push(isHost ? dotted(field.value) : field.value);
  }
  const type = wanted === SOA ? 'SOA' : 'SRV';
  return { name: head[1] as string, type, data: values.join(' '), line, endLine: line + 1 + wanted.length };
}

function fieldOf(text: string): { readonly key: string; readonly value: string } | undefined {
  const match = /^\s{1,40}([A-Za-z][A-Za-z ]{0,30}?)\s{0,20}=\s{0,20}(\S{1,300})/.exec(text);
  return match === null ? undefined : { key: match[1] as string, value: match[2] as string };
}
