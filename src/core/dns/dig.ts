import type { ReportedFinding } from '../text/finding.ts';
import type { Asked, DnsCommand } from './commandLine.ts';
import { type DigComment, readDigComment } from './digComment.ts';
import { type DigMessage, emptyMessage, lastOwner, UNKNOWN } from './digMessage.ts';
import type { DnsStatus } from './dnsStatus.ts';
import type { LookupTool, Query } from './lookup.ts';
import { answering, chains, type Found, makeQuery, withoutSignatures } from './queryBuilder.ts';
import { readClassless, readRecord } from './record.ts';
import { readFitting } from './recordShape.ts';
import type { ToolLines } from './toolLines.ts';

export interface Reading {
  /** Of a check of ours. */
  readonly findings?: readonly ReportedFinding[];
  readonly tool: LookupTool;
  readonly queries: readonly Query[];
  readonly endLine: number;
}

/** Lines that may be read in vain; without an end to it, a text of beginnings only would take quadratic time. */
export const PATIENCE = 60;

/** Output of dig, kdig, drill and `host -v`: messages by sections, bare records, `+trace`, and errors. */
export function readDig(
  lines: ToolLines,
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
    if (lines.at(line) === '') {
      blank++;
      line++;
      continue;
    }
    const next = reader.take(line, endLine);
    if (next === undefined) break;
    blank = 0;
    line = next;
    last = next;
  }
  const queries = reader.finish(last);
  return queries.length === 0 ? undefined : { tool: reader.tool, queries, endLine: last };
}

class DigReader {
  readonly #lines: ToolLines;
  readonly #queries: Query[] = [];
  #message: DigMessage;
  #asked: readonly Asked[];
  /** How many of those asked were told of. */
  #told = 0;
  #trace = false;
  /** Whom the command or the banner names; `+trace` asks others, too. */
  #named: string | undefined;
  #traced: readonly Found[] = [];
  tool: LookupTool;

  constructor(lines: ToolLines, firstLine: number, command: DnsCommand | undefined) {
    this.#lines = lines;
    this.#message = emptyMessage(firstLine);
    this.#asked = (command?.asked ?? []).map((one) => ({ ...one, type: one.type || '?' }));
    this.#named = command?.server;
    this.tool = command?.tool ?? 'dig';
  }

  /** The line to go on with; undefined when line `line` is none of these tools'. */
  take(line: number, endLine: number): number | undefined {
    if (this.#message.firstLine === -1) this.#message.firstLine = line;
    const record = readRecord(this.#lines, line, endLine) ?? this.#classless(line, endLine);
    if (record !== undefined) {
      // Behind the foot of a message a bare record is the answer to the next question.
      if (this.#message.section === 'foot' && this.#message.status !== undefined) this.#begin(line);
      const { section, answers } = this.#message;
      if (section === '' || section === 'ANSWER') answers.push({ ...record, line });
      return record.endLine;
    }
    const comment = readDigComment(this.#lines.at(line).trimStart());
    if (comment === undefined) return undefined;
    this.#comment(comment, line);
    return line + 1;
  }

  /** Whether at least one query will come of what was read. */
  promises(): boolean {
    const { status, answers, failure, question } = this.#message;
    if (this.#queries.length > 0 || status !== undefined || question !== undefined) return true;
    return this.#trace ? this.#asked.length > 0 : answers.length > 0 || failure !== undefined;
  }

  finish(endLine: number): readonly Query[] {
    this.#flush(endLine);
    return this.#queries;
  }

  /** Outside of a message such a line is a record where its data fits the type. */
  #classless(line: number, endLine: number) {
    const isInside = (this.#message.status ?? this.#message.question) !== undefined;
    return (isInside ? readClassless : readFitting)(this.#lines, line, endLine);
  }

  #begin(line: number): void {
    this.#flush(line);
    this.#message = emptyMessage(line);
  }

  #comment(comment: DigComment, line: number): void {
    const { status, answers, section, question } = this.#message;
    switch (comment.kind) {
      case 'banner':
        if (status !== undefined || answers.length > 0) this.#begin(line);
        this.#asked = comment.asked;
        this.#told = 0;
        this.#trace = comment.trace;
        this.#named = comment.server ?? this.#named;
        break;
      case 'trying':
        this.#begin(line);
        this.#message.tried = comment.name;
        this.tool = 'host';
        break;
      case 'start':
      case 'sending':
        if (status !== undefined && section !== 'QUESTION') this.#begin(line);
        break;
      case 'header':
        if (status !== undefined || answers.length > 0) this.#begin(line);
        this.tool = comment.tool ?? this.tool;
        this.#message.status = comment.status;
        if (comment.validated !== undefined) this.#message.validated = comment.validated;
        // Records stand right below the short one.
        this.#message.section = comment.validated === undefined ? 'HEADER' : 'ANSWER';
        break;
      case 'flags':
        this.#message.response = comment.response;
        if (comment.validated) this.#message.validated = true;
        break;
      case 'section':
        this.#message.section = comment.name;
        break;
      case 'question':
        this.#question(comment, section !== 'QUESTION' && (question !== undefined || answers.length > 0), line);
        break;
      case 'extendedError':
        this.#message.extendedError ??= comment.text;
        break;
      case 'stage':
        this.#stage(comment.server);
        break;
      case 'foot':
        this.#message.section = 'foot';
        if (comment.server !== undefined) this.#message.server = comment.server;
        break;
      case 'failure':
        if (status !== undefined || answers.length > 0) this.#begin(line);
        this.tool = comment.tool ?? this.tool;
        this.#message.failure ??= comment.status;
        if (comment.server !== undefined) this.#message.server = comment.server;
        if (comment.name !== undefined)
          this.#message.question ??= this.#asked[this.#told] ?? { name: comment.name, type: '?' };
        break;
      case 'silence':
        if (status !== undefined || answers.length > 0) this.#begin(line);
        this.#message.failure ??= 'TIMEOUT';
        break;
      case 'other':
        break;
    }
  }

  /** In the question section, or bare where `+nocomments` left its heading out. */
  #question({ name, type }: Asked, isNext: boolean, line: number): void {
    if (isNext) this.#begin(line);
    this.#message.question = { name, type };
    if (this.#message.section === 'foot') this.#message.section = '';
  }

  /** `+trace`: each server's answer stands before the line that names the server; the last one counts. */
  #stage(server: string | undefined): void {
    const { answers } = this.#message;
    const asked = this.#asked[0] ?? lastOwner(answers);
    const wanted = asked === undefined ? [] : answering(answers, asked.name, asked.type);
    this.#trace = true;
    this.#message.answers = [];
    if (asked === undefined || wanted.length === 0) return;
    this.#message.question = asked;
    this.#traced = wanted;
    if (server !== undefined) this.#message.server = server;
  }

  #flush(line: number): void {
    const message = this.#message;
    this.#message = emptyMessage(-1);
    const first = message.firstLine === -1 ? line : message.firstLine;
    const add = (asked: Asked, status: DnsStatus, records: readonly Found[]): void => {
      const { validated, extendedError } = message;
      const server = (this.#trace ? undefined : this.#named) ?? message.server;
      const head = { tool: this.tool, ...asked, status, server, validated, extendedError };
      this.#queries.push(
        makeQuery(this.#lines, first, Math.max(line, first + 1), head, withoutSignatures(records, asked)),
      );
      this.#told++;
    };
    this.#tell(message, add);
  }

  #tell(message: DigMessage, add: (asked: Asked, status: DnsStatus, records: readonly Found[]) => void): void {
    const { status, question, answers, failure } = message;
    const next = this.#asked[this.#told];
    if (status !== undefined) {
      if (message.response) add(question ?? next ?? chains(answers, [])[0]?.asked ?? UNKNOWN, status, answers);
    } else if (this.#trace) {
      // Without an answer the last server's reply code is not shown.
      const asked = question ?? next;
      if (asked !== undefined) add(asked, this.#traced.length > 0 ? 'NOERROR' : (failure ?? '?'), this.#traced);
    } else if (failure !== undefined) {
      // A failed question is reported once a try.
      if (next !== undefined || this.#told === 0)
        add(next ?? question ?? { name: message.tried ?? '', type: '?' }, failure, []);
    } else if (question !== undefined) {
      const records = answering(answers, question.name, question.type);
      add(question, records.length > 0 ? 'NOERROR' : '?', records);
    } else if (next !== undefined && (/^[AI]XFR/.test(next.type) || (next.type === 'ANY' && this.#asked.length === 1)))
      add(next, 'NOERROR', answers);
    else for (const chain of chains(answers, this.#asked)) add(chain.asked, 'NOERROR', chain.records);
  }
}
