import type { Lines } from '../text/lines.ts';
import { type Asked, type DnsCommand, isAddress, reverseName } from './commandLine.ts';
import { PATIENCE, type Reading } from './dig.ts';
import type { Query } from './lookup.ts';
import { readNslookupRecord, tidy } from './nslookupRecord.ts';
import { type Response, responseQueries } from './nslookupResponse.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import { lineAt, withoutDot } from './record.ts';

const PROMPT = /^\s{0,5}(?:<pre>)?(?:>|&gt;) ?(.{0,400})$/;
const HEAD = /^\s{0,5}(Default )?Server:\s{0,40}(\S{0,300})$/i;
const ADDRESS = /^\s{0,5}Address(?:es)?:\s{0,40}(\S{1,100})$/i;
const MORE = /^\s{1,60}([0-9a-fA-F:.]{3,45})$/;
const NAMED = /^\s{0,5}Name:\s{1,40}(\S{1,300})$/;
const ALIASES = /^\s{0,5}Aliases:\s{1,40}(\S{1,300})$/;
const FAILED = /^\s{0,5}\*\*\*? ?\S{1,300} can't find (\S{1,300}): (.{1,100})$/;
const NOTHING = /^\s{0,5}\*\*\* Can't find (\S{1,300}): No answer$/;
const NO_RECORDS = /^\s{0,5}\*\*\* No .{1,100} records available for (\S{1,300})$/;
const TIMED_OUT =
  /^\s{0,5}(?:DNS request timed out\.|timeout was \d{1,5} seconds?\.|\*\*\* Request to \S{1,300} timed[- ]out)$/;
const ASIDE =
  /^\s{0,5}(?:\*\*\* Can't find (?:server|address) |\*\*\* Default servers are not available|;; Truncated|;; Got \w{1,20} reply from )/;
const UNREACHABLE =
  /^;; (?:connection timed out; no servers could be reached|communications error to \S{1,300}: (.{1,100})|no servers could be reached)$/;
const DEBUG = /^-{10,14}$/;
/** Lines of one block that `debug` prints. */
const MOST_DEBUG = 200;

/** A line that only nslookup begins its output with; `line` is looked at together with the one behind it. */
export function startsNslookup(lines: Lines, line: number): boolean {
  const text = tidy(lineAt(lines, line));
  if (HEAD.test(text)) return ADDRESS.test(tidy(lineAt(lines, line + 1)));
  if (FAILED.test(text) || NOTHING.test(text) || NO_RECORDS.test(text)) return true;
  if (/^\s{0,5}(?:Non-authoritative answer:|DNS request timed out\.)$/.test(text)) return true;
  const typed = PROMPT.exec(text)?.[1]?.trim();
  if (typed !== undefined) {
    if (/^(?:set (?:q|qu|query|querytype|t|ty|type)=\w{1,15}|l?server \S{1,300})$/i.test(typed)) return true;
    return /^\S{1,300}$/.test(typed) && /^\s{0,5}Server:\s/.test(lineAt(lines, line + 1));
  }
  return readNslookupRecord(lines, line, line + 8) !== undefined;
}

/** Output of nslookup, of Windows and of BIND, one question or a whole interactive session. */
export function readNslookup(
  lines: Lines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const session = new NslookupSession(lines, command);
  let line = firstLine;
  let last = firstLine;
  let blank = 0;
  let taken = 0;
  while (line < endLine && blank <= 3 && (taken++ < PATIENCE || session.promises())) {
    if (tidy(lineAt(lines, line)).trim() === '') {
      blank++;
      line++;
      continue;
    }
    const next = session.take(line, endLine);
    if (next === undefined) break;
    blank = 0;
    line = next;
    last = next;
  }
  const queries = session.finish(last);
  return queries.length === 0 ? undefined : { tool: 'nslookup', queries, endLine: last };
}

class NslookupSession {
  readonly #lines: Lines;
  readonly #queries: Query[] = [];
  /** What `set type=` chose; empty for the usual A and AAAA. */
  #type: string;
  #server: string | undefined;
  #response: Response;
  /** The next Address belongs to the server. */
  #inHead = false;
  #over = false;

  constructor(lines: Lines, command: DnsCommand | undefined) {
    this.#lines = lines;
    const asked = command?.asked[0];
    this.#type = asked?.type ?? '';
    this.#response = fresh(asked);
  }

  /** The line to go on with; undefined where nslookup's output ends. */
  take(line: number, endLine: number): number | undefined {
    if (this.#over) return undefined;
    const text = tidy(lineAt(this.#lines, line));
    const typed = PROMPT.exec(text);
    if (typed !== null) return this.#typed((typed[1] as string).trim(), line) ? line + 1 : undefined;
    if (DEBUG.test(text)) return this.#debug(line, endLine);
    if (this.#head(text, line) || this.#addresses(text, line) || this.#failure(text, line)) return line + 1;
    const record = readNslookupRecord(this.#lines, line, endLine);
    if (record === undefined) return undefined;
    this.#touch(line);
    if (this.#response.part === 'answer') this.#response.records.push(record);
    return record.endLine;
  }

  /** Whether at least one query will come of what was read. */
  promises(): boolean {
    const { records, status, trouble } = this.#response;
    return this.#queries.length > 0 || records.length > 0 || status !== undefined || trouble !== undefined;
  }

  finish(endLine: number): readonly Query[] {
    this.#flush(endLine);
    return this.#queries;
  }

  #touch(line: number): void {
    if (this.#response.firstLine === -1) this.#response.firstLine = line;
  }

  #typed(text: string, line: number): boolean {
    const words = text.split(/\s+/, 4);
    const word = (words[0] ?? '').toLowerCase();
    const type = /^set\s+(?:q|qu|query|querytype|t|ty|type)=(\w{1,15})$/i.exec(text);
    const isName = words.length <= 2 && /^[\w.:*/-]{1,300}$/.test(words[0] ?? '') && word !== 'server';
    if (text !== '' && !isName && !/^(?:set|server|lserver|exit|quit|ls|root|view|help|\?)\b/i.test(text)) return false;
    this.#flush(line);
    if (type !== null) this.#type = (type[1] as string).toUpperCase();
    else if (word === 'exit' || word === 'quit') this.#over = true;
    else if (isName && !/^(?:set|lserver|ls|root|view|help)$/.test(word) && word !== '') {
      const name = words[0] as string;
      const reverse = isAddress(name);
      this.#response = fresh({
        name: reverse ? reverseName(name) : withoutDot(name),
        type: reverse ? 'PTR' : this.#type,
      });
      this.#response.firstLine = line;
    }
    return true;
  }

  #head(text: string, line: number): boolean {
    const head = HEAD.exec(text);
    if (head !== null) {
      if (this.#response.records.length > 0 || this.#response.status !== undefined) this.#flush(line);
      const name = head[2] as string;
      this.#server = name === '' || name.toLowerCase() === 'unknown' ? undefined : name;
      this.#inHead = true;
      // What a server change prints is no answer.
      if (head[1] === undefined) this.#touch(line);
      return true;
    }
    const address = this.#inHead ? ADDRESS.exec(text) : null;
    if (address === null) return false;
    this.#server ??= (address[1] as string).replace(/#\d{1,5}$/, '');
    this.#inHead = false;
    return true;
  }

  #addresses(text: string, line: number): boolean {
    const response = this.#response;
    const name = NAMED.exec(text)?.[1];
    const alias = ALIASES.exec(text)?.[1];
    const address = (ADDRESS.exec(text) ?? (response.named === '' ? null : MORE.exec(text)))?.[1];
    if (/^\s{0,5}Non-authoritative answer:$/.test(text)) this.#inHead = false;
    else if (/^\s{0,5}Authoritative answers can be found from:$/.test(text)) response.part = 'authority';
    else if (name !== undefined) response.named = name;
    else if (alias !== undefined && response.named !== '') response.alias = alias;
    else if (address !== undefined && response.named !== '' && isAddress(address)) {
      const type = address.includes(':') ? 'AAAA' : 'A';
      response.records.push({ name: response.named, type, data: address, line, endLine: line + 1 });
    } else return false;
    this.#touch(line);
    return true;
  }

  #failure(text: string, line: number): boolean {
    const response = this.#response;
    const failed = FAILED.exec(text);
    const nothing = NOTHING.exec(text) ?? NO_RECORDS.exec(text);
    const unreachable = UNREACHABLE.exec(text);
    if (failed !== null) {
      response.status = statusOf(failed[2] as string);
      response.failedName = failed[1] as string;
    } else if (nothing !== null) {
      response.status = 'NOERROR';
      response.failedName = nothing[1] as string;
    } else if (unreachable !== null) {
      response.trouble = unreachable[1]?.includes('refused') ? 'CONNECTION-REFUSED' : (response.trouble ?? 'TIMEOUT');
    } else if (TIMED_OUT.test(text)) response.trouble ??= 'TIMEOUT';
    else if (!ASIDE.test(text)) return false;
    this.#touch(line);
    return true;
  }

  /** Of a block that `debug` prints only the question is read: the answer stands behind it once more. */
  #debug(line: number, endLine: number): number | undefined {
    this.#touch(line);
    let next = line + 1;
    for (; next < Math.min(endLine, line + MOST_DEBUG); next++) {
      const text = lineAt(this.#lines, next).trim();
      const question = /^(\S{1,300}), type = (\w{1,15}), class = IN$/.exec(text);
      if (question !== null) {
        this.#response.asked ??= { name: question[1] as string, type: (question[2] as string).toUpperCase() };
      }
      if (DEBUG.test(text)) return next + 1;
    }
    return undefined;
  }

  #flush(line: number): void {
    const response = this.#response;
    this.#response = fresh(undefined);
    this.#inHead = false;
    if (response.firstLine === -1) return;
    for (const { asked, status, records } of responseQueries(response)) {
      const head = { tool: 'nslookup', ...asked, status, server: this.#server };
      this.#queries.push(makeQuery(this.#lines, response.firstLine, trimmed(this.#lines, line), head, records));
    }
  }
}

/** The line behind the last one before `line` that is not empty. */
function trimmed(lines: Lines, line: number): number {
  let end = line;
  for (let i = 0; i < 4 && end > 0 && tidy(lineAt(lines, end - 1)).trim() === ''; i++) end--;
  return end;
}

const fresh = (asked: Asked | undefined): Response => ({
  firstLine: -1,
  part: 'answer',
  named: '',
  records: [] as Found[],
  ...(asked === undefined ? {} : { asked }),
});

/** The systems' words for the response code (RFC 1035 4.1.1). */
function statusOf(words: string): string {
  const text = words.trim().toLowerCase();
  if (/^[a-z]{4,12}$/.test(text)) return text.toUpperCase();
  if (text.includes('non-existent domain')) return 'NXDOMAIN';
  if (text.includes('server failed')) return 'SERVFAIL';
  if (text.includes('query refused')) return 'REFUSED';
  if (text.includes('no response') || text.includes('timed')) return 'TIMEOUT';
  if (text.includes('format error')) return 'FORMERR';
  return text.includes('no answer') || text.includes('no records') ? 'NOERROR' : '?';
}
