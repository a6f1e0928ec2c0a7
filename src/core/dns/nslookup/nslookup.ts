import { defined } from '../../text/defined.ts';
import { withoutDot } from '../../text/domainName.ts';
import { type Asked, type DnsCommand, isAddress, reverseName } from '../commandLine.ts';
import { PATIENCE, type Reading } from '../dig.ts';
import type { Query } from '../lookup.ts';
import { type Found, makeQuery } from '../queryBuilder.ts';
import type { ToolLines } from '../toolLines.ts';
import { DASHES, readDebugBlock } from './nslookupDebug.ts';
import { readFailure } from './nslookupFailure.ts';
import {
  ABOVE,
  ADDRESS,
  ALIASES,
  HEAD,
  isHead,
  LABELLED,
  MORE,
  NAMED,
  NON_AUTHORITATIVE,
  PROMPT,
  SET_TYPE,
} from './nslookupLines.ts';
import { readNslookupRecord } from './nslookupRecord.ts';
import { type Response, responseQueries } from './nslookupResponse.ts';

/** A line that only nslookup begins its output with; `line` is looked at together with the one behind it. */
export function startsNslookup(lines: ToolLines, line: number): boolean {
  const text = lines.at(line);
  if (HEAD.test(text))
    return ADDRESS.test(lines.at(line + 1)) || (lines.at(line + 1) === '' && ADDRESS.test(lines.at(line + 2)));
  if (LABELLED.test(text) && isHead(lines, line)) return true;
  if (readFailure(text)?.kind === 'answer' && !text.startsWith(';')) return true;
  if (NON_AUTHORITATIVE.test(text) || /^\s{0,5}DNS request timed out\.$/.test(text)) return true;
  if (/^;; Got [A-Z]{3,12} reply from /.test(text)) return HEAD.test(lines.at(line + 1));
  if (DASHES.test(text)) return /^(?:\s{1,10}QUESTIONS:|Got answer|SendRequest\(\))/.test(lines.at(line + 1));
  const typed = PROMPT.exec(text)?.[1]?.trim();
  if (typed !== undefined) {
    if (SET_TYPE.test(typed) || /^l?server \S{1,300}$/i.test(typed)) return true;
    return /^\S{1,300}$/.test(typed) && HEAD.test(lines.at(line + 1)) && ADDRESS.test(lines.at(line + 2));
  }
  return readNslookupRecord(lines, line, line + 8) !== undefined;
}

/** Output of nslookup, of Windows and of BIND, one question or a whole interactive session. */
export function readNslookup(
  lines: ToolLines,
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
    if (lines.at(line) === '') {
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
  readonly #lines: ToolLines;
  readonly #queries: Query[] = [];
  /** What `set type=` chose; empty for the usual A and AAAA. */
  #type: string;
  #server: string | undefined;
  #response: Response;
  /** The next Address belongs to the server. */
  #inHead = false;
  #over = false;
  /** The server of this answer was named. */
  #headed = false;

  constructor(lines: ToolLines, command: DnsCommand | undefined) {
    this.#lines = lines;
    const asked = command?.asked[0];
    this.#type = asked?.type ?? '';
    this.#server = command?.server;
    this.#response = fresh(asked);
  }

  /** The line to go on with; undefined where nslookup's output ends. */
  take(line: number, endLine: number): number | undefined {
    if (this.#over) return undefined;
    const text = this.#lines.at(line);
    const typed = PROMPT.exec(text);
    if (typed !== null) return this.#typed((typed[1] as string).trim(), line) ? line + 1 : undefined;
    if (DASHES.test(text)) return this.#debug(line, endLine);
    if (this.#head(text, line) || this.#addresses(text, line) || this.#failure(text, line)) return line + 1;
    const record = readNslookupRecord(this.#lines, line, endLine);
    if (record === undefined) return undefined;
    this.#touch(line);
    if (this.#response.part === 'answer') this.#response.records.push(record);
    return record.endLine;
  }

  /** Whether at least one query will come of what was read. */
  promises(): boolean {
    const { records, blocks, status, trouble } = this.#response;
    if (this.#queries.length > 0 || records.length > 0 || blocks.some((one) => one.asked !== undefined)) return true;
    return status !== undefined || trouble !== undefined;
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
    const type = SET_TYPE.exec(text);
    const isName = words.length <= 2 && /^[\w.:*/-]{1,300}$/.test(words[0] ?? '') && word !== 'server';
    if (text !== '' && !isName && !/^(?:(?:set|server|lserver|exit|quit|ls|root|view|help)\b|\?$|#)/i.test(text))
      return false;
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
    const known = HEAD.exec(text);
    const foreign = known === null && !this.#headed && isHead(this.#lines, line) ? LABELLED.exec(text)?.[1] : undefined;
    const head = known ?? (foreign === undefined ? null : ['', undefined, foreign]);
    if (head !== null) {
      const { records, status, trouble } = this.#response;
      if (records.length > 0 || status !== undefined || (trouble !== undefined && head[1] !== undefined))
        this.#flush(line);
      // Before the head the tool asks for the name of the server itself.
      this.#response.blocks.length = 0;
      const name = head[2] as string;
      this.#server = name === '' || name.toLowerCase() === 'unknown' ? undefined : name;
      this.#inHead = true;
      this.#headed = true;
      // What a server change prints is no answer.
      if (head[1] === undefined) this.#touch(line);
      return true;
    }
    const address = this.#inHead ? ADDRESS.exec(text) : null;
    if (address === null) return this.#inHead && this.#response.named === '' && MORE.test(text);
    this.#server ??= (address[1] as string)
      .replace(/#\d{1,5}$/, '')
      .replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, '$1');
    return true;
  }

  #addresses(text: string, line: number): boolean {
    const response = this.#response;
    const isForeign = this.#headed && ADDRESS.test(this.#lines.at(line + 1));
    const name = NAMED.exec(text)?.[1] ?? (isForeign ? LABELLED.exec(text)?.[1] : undefined);
    const alias = ALIASES.exec(text)?.[1];
    const address = (ADDRESS.exec(text) ?? (response.named === '' ? null : MORE.exec(text)))?.[1];
    if (/^\s{0,5}Authoritative answers can be found from:$/.test(text)) response.part = 'authority';
    else if (NON_AUTHORITATIVE.test(text) || (this.#inHead && ABOVE.test(text))) this.#inHead = false;
    else if (name !== undefined) {
      response.named = name;
      this.#inHead = false;
    } else if (alias !== undefined && response.named !== '') response.alias = alias;
    else if (address !== undefined && response.named !== '' && isAddress(address)) {
      const type = address.includes(':') ? 'AAAA' : 'A';
      response.records.push({ name: response.named, type, data: address, line, endLine: line + 1 });
    } else return false;
    this.#touch(line);
    return true;
  }

  #failure(text: string, line: number): boolean {
    const response = this.#response;
    const failure = readFailure(text);
    if (failure === undefined) return false;
    if (failure.kind === 'answer') {
      response.status = failure.status;
      response.failedName = failure.name;
      if (failure.type !== undefined) response.asked ??= { name: withoutDot(failure.name), type: failure.type };
    } else if (failure.kind === 'trouble') response.trouble ??= failure.status;
    this.#touch(line);
    return true;
  }

  /** What `debug` prints; the answer stands behind it once more, without its time to live. */
  #debug(line: number, endLine: number): number | undefined {
    const block = readDebugBlock(this.#lines, line, endLine);
    if (block === undefined) return undefined;
    this.#touch(line);
    this.#response.blocks.push(block);
    return block.endLine;
  }

  #flush(line: number): void {
    const response = this.#response;
    this.#response = fresh(undefined);
    this.#inHead = false;
    this.#headed = false;
    if (response.firstLine === -1) return;
    for (const { asked, status, records } of responseQueries(response)) {
      const head = { tool: 'nslookup', ...asked, status, server: this.#server } as const;
      this.#queries.push(makeQuery(this.#lines, response.firstLine, trimmed(this.#lines, line), head, records));
    }
  }
}

/** The line behind the last one before `line` that is not empty. */
function trimmed(lines: ToolLines, line: number): number {
  let end = line;
  for (let i = 0; i < 4 && end > 0 && lines.at(end - 1) === ''; i++) end--;
  return end;
}

const fresh = (asked: Asked | undefined): Response => ({
  firstLine: -1,
  part: 'answer',
  named: '',
  records: [] as Found[],
  blocks: [],
  ...defined({ asked }),
});
