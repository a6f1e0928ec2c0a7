import { endOfText } from './dialect.ts';
import type { Marked } from './dialects/dialectRow.ts';
import type { Dialect } from './dialects/dialects.ts';
import { findSaid } from './glance.ts';
import { isReplyAt, type Side, sideOf } from './grammar.ts';
import { templateOf, variablesOf } from './logTemplate.ts';
import type { Frame, Rows } from './rows.ts';
import { timeIn } from './stamp.ts';

/** How many lines are looked at to learn what a tool puts in front of what is said. */
const AHEAD = 24;
/** Marks may differ between the sides by so many characters. */
const DIFFERENCE = 40;
/** The same where they have little else. */
const SHORT = 24;
const INNER_BLANK = / \+[A-Za-z(\\]/;
const TEMPLATES = 6;

interface Seen {
  readonly prefix: string;
  readonly template: string;
  readonly side: Side;
}

/** What was learnt: marks that tell the sides apart, or a frame that is the same for both. */
export type Learnt =
  | { readonly kind: 'dialect'; readonly dialect: Dialect }
  | { readonly kind: 'frame'; readonly frame: Frame };

/** Learns the decoration of a tool that no row knows, where its lines share one in front of replies and commands. */
export function learn(rows: Rows, line: number): Learnt | undefined {
  const first = seen(rows.text(line));
  if (first === undefined) return undefined;
  const found = [first];
  let strange = 0;
  for (let i = line + 1; i < Math.min(rows.limit, line + AHEAD) && rows.has(i) && strange < 12; i++) {
    const next = seen(rows.text(i));
    if (next !== undefined && areAlike(first.template, next.template)) found.push(next);
    else if (rows.text(i).trim() !== '') strange++;
  }
  if (ANNOUNCES.test(first.prefix) && found.filter(({ template }) => template === first.template).length < 2)
    return undefined;
  const bySide = (side: Side): Set<string> => new Set(found.filter((s) => s.side === side).map((s) => s.template));
  const server = bySide('server');
  const client = bySide('client');
  if (server.size === 0 || client.size === 0) {
    const same = found.filter(({ template }) => template === first.template).length;
    if (same < 3 || server.size === 0 || !isBanner(rows, line)) return undefined;
  }
  if (server.size > TEMPLATES || client.size > TEMPLATES) return undefined;
  if (found.length < 3) return undefined;
  const both = [...server].some((template) => client.has(template));
  if (both && !found.some(({ prefix }) => QUOTED.test(prefix)))
    return { kind: 'frame', frame: frameOf([...server, ...client]) };
  return { kind: 'dialect', dialect: dialectOf(server, client, found) };
}

/** What a program says in front of a reply that it quotes; as a mark of one side it would stand in front of more lines. */
const ANNOUNCES = /\b(?:error|exception|warning|fatal|failed|failure|reason)\b[^\w\n]{0,6}$/i;

function isBanner(rows: Rows, line: number): boolean {
  const text = rows.text(line);
  const at = findSaid(text);
  return text.startsWith('220', at) && /SMTP/.test(text.slice(at, at + 300));
}

/** The decoration of a line that is SMTP behind it. */
function seen(line: string): Seen | undefined {
  const at = findSaid(line);
  if (at <= 0 || isOtherNumber(line, at)) return undefined;
  const prefix = line.slice(0, at);
  if (/@|=<|\bfrom=|\bstatus=|\bhost .{0,80}\bsaid/.test(prefix)) return undefined;
  return { prefix, template: templateOf(prefix), side: isReplyAt(line, at) ? 'server' : 'client' };
}

/** A number alone that no reply has (RFC 5321 4.2), such as the port that a library says it connects to. */
const isOtherNumber = (line: string, at: number): boolean => /^[2-5][6-9]\d\s{0,9}$/.test(line.slice(at, at + 12));

/** Whether two decorations differ but in a short part in their middle: the mark. */
function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const longest = Math.max(a.length, b.length);
  if (start + end > 6) return longest - start - end <= DIFFERENCE;
  return longest <= SHORT && !INNER_BLANK.test(unopened(a)) && !INNER_BLANK.test(unopened(b));
}

/** A decoration without the quotes and brackets that open what is said. */
const unopened = (template: string): string => template.replace(/(?:\\?["'`[(]){1,3}$/, '');

/** The patterns of the last templates: a log has many sessions, and all look alike. */
const compiled = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  let pattern = compiled.get(template);
  if (pattern === undefined) {
    pattern = new RegExp(template, 'y');
    if (compiled.size >= 100) compiled.clear();
    compiled.set(template, pattern);
  }
  return pattern;
}

const compile = (templates: Iterable<string>): RegExp[] =>
  [...templates].sort((a, b) => b.length - a.length).map(patternOf);

function matchAny(patterns: readonly RegExp[], line: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    const match = pattern.exec(line);
    if (match !== null) return match;
  }
  return undefined;
}

function frameOf(templates: readonly string[]): Frame {
  const patterns = compile(new Set(templates));
  const loose = compile(new Set(templates.map((template) => template.replace(/(?: \+|\[ \\t\]\+)$/, ''))));
  const skip = (line: string): number => {
    const head = line.length > 400 ? line.slice(0, 400) : line;
    return (matchAny(patterns, head) ?? matchAny(loose, head))?.[0].length ?? -1;
  };
  return { key: templates.join(' '), skip };
}

const longer = (a: RegExpExecArray | undefined, b: RegExpExecArray | undefined): RegExpExecArray =>
  (a !== undefined && (b === undefined || a[0].length >= b[0].length) ? a : b) as RegExpExecArray;

/** A front that opens a quote, behind which more may follow what is said. */
const QUOTED = /["'`]$/;

function dialectOf(server: ReadonlySet<string>, client: ReadonlySet<string>, found: readonly Seen[]): Dialect {
  const patterns = {
    server: compile(server),
    client: compile(client),
  };
  const names = variablesOf(found);
  const read = (line: string): Marked | undefined => {
    const head = line.length > 400 ? line.slice(0, 400) : line;
    const servers = matchAny(patterns.server, head);
    const clients = matchAny(patterns.client, head);
    if (servers === undefined && clients === undefined) return undefined;
    const match = longer(servers, clients);
    const from = match[0].length;
    if (isOtherNumber(line, from)) return undefined;
    const same = servers !== undefined && clients?.[0].length === servers[0].length;
    const told = same ? (sideOf(line.slice(from, from + 2100).replace(/["'].*$/, '')) ?? 'client') : undefined;
    const side = told ?? (match === servers ? 'server' : 'client');
    return {
      mark: side,
      side,
      from,
      to: endOfSaid(line, match[0]),
      connection: names(match),
      time: timeIn(line, from),
    };
  };
  return {
    name: 'unknown',
    line: /$/y,
    marks: new Map<string, Side>([
      ['client', 'client'],
      ['server', 'server'],
    ]),
    bareReplies: true,
    certainty: 'inferred',
    separator: { kind: 'spelt' },
    read,
  };
}

/** Behind an opening quote the text ends before the closing one. */
function endOfSaid(line: string, prefix: string): number {
  const from = prefix.length;
  const quote = prefix.trimEnd().at(-1);
  if (quote !== '"' && quote !== "'" && quote !== '`' && quote !== '[' && quote !== '(') return endOfText(line, from);
  const close = quote === '[' ? ']' : quote === '(' ? ')' : quote;
  if (quote === '[' || quote === '(') return endOfText(line, from, close);
  if (prefix.endsWith(`\\${quote}`)) {
    // A string in a string: the quote that closes it is escaped as the one that opens it.
    const escaped = line.lastIndexOf(`\\${quote}`);
    return escaped < from ? line.length : endOfText(line.slice(0, escaped), from);
  }
  let end = line.indexOf(close, from);
  while (end > 0 && line.charCodeAt(end - 1) === 92) end = line.indexOf(close, end + 1);
  if (quote === "'" && end >= 0) end = Math.max(end, line.trimEnd().lastIndexOf(close));
  return end < 0 ? line.length : endOfText(line.slice(0, end), from);
}
