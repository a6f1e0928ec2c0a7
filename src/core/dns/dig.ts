import type { Lines } from '../text/lines.ts';
import { type Asked, type DnsCommand, readArguments } from './commandLine.ts';
import type { Query } from './lookup.ts';
import { answering, type Found, grouped, makeQuery } from './queryBuilder.ts';
import { lineAt, readRecord, sameName } from './record.ts';

export interface Reading {
  readonly tool: string;
  readonly queries: readonly Query[];
  readonly endLine: number;
}

/** A line that only dig, drill or `host -v` begin their output with. */
export const startsDig = (line: string): boolean =>
  /^; <<>> DiG /.test(line) ||
  /^;; (?:->>HEADER<<- opcode|Got answer:|communications error to |connection timed out; no servers)/.test(line) ||
  /^;; ->>HEADER<<-/.test(line) ||
  /^Trying "[^"\s]{1,300}"$/.test(line) ||
  /^Error: error sending query: /.test(line);

/** Output of dig, drill and `host -v`: messages by sections, bare records, `+trace`, and errors. */
export function readDig(
  lines: Lines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const reader = new DigReader(lines, firstLine, command);
  let line = firstLine;
  let last = firstLine;
  let blank = 0;
  let taken = 0;
  while (line < endLine && blank <= 2 && (taken++ < PATIENCE || reader.promises())) {
    const text = lineAt(lines, line);
    if (text.trim() === '') {
      blank++;
      line++;
      continue;
    }
    const next = reader.take(text, line, endLine);
    if (next === undefined) break;
    blank = 0;
    line = next;
    last = next;
  }
  const queries = reader.finish(last);
  return queries.length === 0 ? undefined : { tool: reader.tool, queries, endLine: last };
}

/** Lines that may be read in vain; without an end to it, a text of beginnings only would take quadratic time. */
export const PATIENCE = 60;

/** What is read of one message. */
interface Message {
  firstLine: number;
  status?: string;
  question?: Asked;
  server?: string;
  section: string;
  answers: Found[];
}

class DigReader {
  readonly #lines: Lines;
  readonly #queries: Query[] = [];
  #message: Message;
  #asked: readonly Asked[];
  /** Of `+trace`: what the last server answered. */
  #trace = false;
  #failure: string | undefined;
  tool: string;

  constructor(lines: Lines, firstLine: number, command: DnsCommand | undefined) {
    this.#lines = lines;
    this.#message = empty(firstLine);
    this.#asked = command?.asked ?? [];
    this.tool = command?.tool ?? 'dig';
  }

  /** The line to go on with; undefined when `text` is none of these tools'. */
  take(text: string, line: number, endLine: number): number | undefined {
    if (this.#message.firstLine === -1) this.#message.firstLine = line;
    const record = readRecord(this.#lines, line, endLine);
    if (record !== undefined) {
      const { section, server, status } = this.#message;
      // Behind the foot of a message a bare record is the answer to the next question.
      if (section === 'foot' && (this.#failure ?? (status && server)) !== undefined) this.#begin(line, this.tool);
      if (this.#message.section === '' || this.#message.section === 'ANSWER')
        this.#message.answers.push({ ...record, line });
      return record.endLine;
    }
    if (text.startsWith(';')) this.#comment(text, line);
    else if (/^Trying "/.test(text)) this.#begin(line, 'host');
    else if (/^Received \d{1,6} bytes from /.test(text)) this.#foot(text.split(' ')[4]);
    else if (/^Error: error sending query: /.test(text)) {
      this.tool = 'drill';
      this.#failure = 'TIMEOUT';
    } else return undefined;
    return line + 1;
  }

  /** Whether at least one query will come of what was read. */
  promises(): boolean {
    const { status, answers } = this.#message;
    if (this.#queries.length > 0 || status !== undefined) return true;
    return this.#trace ? this.#asked.length > 0 : answers.length > 0 || this.#failure !== undefined;
  }

  finish(endLine: number): readonly Query[] {
    this.#flush(endLine);
    return this.#queries;
  }

  #begin(line: number, tool: string): void {
    this.#flush(line);
    this.#message = empty(line);
    this.tool = tool;
  }

  #foot(server: string | undefined): void {
    this.#message.section = 'foot';
    if (server !== undefined) this.#message.server = server;
  }

  #comment(text: string, line: number): void {
    const banner = /^; <<>> DiG \S{1,100} <<>>(.{0,2000})$/.exec(text);
    const header = /^;; ->>HEADER<<- opcode: \w{1,20}, (status|rcode): (\w{1,20})/.exec(text);
    const section = /^;; (\w{1,20}) (?:SECTION|PSEUDOSECTION):/.exec(text);
    const error = /^;; communications error to ([^\s:]{1,300}|\S{1,300}): (.{1,200})$/.exec(text);
    if (banner !== null) {
      const { asked, server } = readArguments('dig', banner[1] as string);
      if (this.#message.status !== undefined) this.#flush(line);
      this.#asked = asked;
      this.#trace = / \+trace\b/.test(banner[1] as string);
      if (server !== undefined && this.#failure !== undefined) this.#message.server = server;
    } else if (header !== null) {
      if (this.#message.status !== undefined || this.#message.answers.length > 0) this.#begin(line, this.tool);
      if (header[1] === 'rcode') this.tool = 'drill';
      this.#message.status = header[2] as string;
      this.#message.section = 'HEADER';
    } else if (section !== null) {
      this.#message.section = section[1] as string;
    } else if (error !== null) {
      this.#failure = /refused/.test(error[2] as string) ? 'CONNECTION-REFUSED' : 'TIMEOUT';
      this.#message.server = error[1] as string;
    } else if (/^;; (?:connection timed out|no servers could be reached)/.test(text)) {
      this.#failure ??= 'TIMEOUT';
      this.#message.section = 'foot';
    } else if (/^;; Received \d/.test(text)) {
      this.#stage(text.split(' ')[5]);
    } else if (/^;; SERVER: /.test(text)) {
      this.#foot(/^;; SERVER: ([^\s(#]{1,100})/.exec(text)?.[1]);
    } else if (/^;; (?:Query time|WHEN|MSG SIZE)/.test(text)) {
      this.#foot(undefined);
    } else if (/^;; Got answer:/.test(text) && this.#message.status !== undefined) {
      this.#begin(line, this.tool);
    } else if (this.#message.section === 'QUESTION') {
      this.#question(text);
    }
  }

  /** `+trace`: each server's answer stands before the line that names the server. */
  #stage(server: string | undefined): void {
    const { answers } = this.#message;
    const asked = this.#asked[0];
    const wanted = asked === undefined ? [] : answering(answers, asked.name, asked.type);
    this.#trace = true;
    this.#message.answers = [];
    if (wanted.length === 0) return;
    this.#message.answers = [...wanted];
    this.#message.section = 'done';
    if (server !== undefined) this.#message.server = server.replace(/[(#].*$/, '');
  }

  #question(text: string): void {
    const match = /^;;?\s{0,5}(\S{1,300})\s{1,80}(?:IN|CH|HS)\s{1,80}([A-Z0-9-]{1,16})\s{0,20}$/.exec(text);
    if (match !== null) this.#message.question = { name: match[1] as string, type: match[2] as string };
  }

  #flush(line: number): void {
    const message = this.#message;
    const { firstLine, status, question, server, answers } = message;
    this.#message = empty(-1);
    const first = firstLine === -1 ? line : firstLine;
    const add = (asked: Asked, code: string, records: readonly Found[]): void => {
      const head = { tool: this.tool, name: asked.name, type: asked.type, status: code, server };
      this.#queries.push(makeQuery(this.#lines, first, Math.max(line, first + 1), head, records));
    };
    if (status !== undefined) add(question ?? this.#asked[this.#queries.length] ?? UNKNOWN, status, answers);
    else if (this.#trace) {
      // Without an answer the last server's reply code is not shown.
      const failed = answers.length > 0 ? 'NOERROR' : (this.#failure ?? '?');
      for (const asked of this.#asked.slice(0, 1)) add(asked, failed, answers);
    } else if (answers.length > 0) for (const chain of chains(answers)) add(chain.asked, 'NOERROR', chain.records);
    else if (this.#failure !== undefined) {
      for (const asked of this.#asked.length > 0 ? this.#asked : [UNKNOWN]) add(asked, this.#failure, []);
    }
    this.#failure = undefined;
  }
}

const UNKNOWN: Asked = { name: '', type: '?' };

const empty = (firstLine: number): Message => ({ firstLine, section: '', answers: [] });

/** Bare records by the question that they answer: an alias and what it leads to are one answer. */
function chains(records: readonly Found[]): readonly { readonly asked: Asked; readonly records: readonly Found[] }[] {
  const found: { asked: Asked; records: Found[] }[] = [];
  for (const group of grouped(records)) {
    const { name, type } = group[0] as Found;
    const last = found.at(-1);
    const alias = last?.records.at(-1);
    if (last !== undefined && alias?.type === 'CNAME' && sameName(alias.data, name)) {
      last.records.push(...group);
      last.asked = { name: last.asked.name, type };
    } else found.push({ asked: { name, type }, records: [...group] });
  }
  return found;
}
