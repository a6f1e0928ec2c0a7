import type { ReportedFinding, ReportLines } from '../../text/finding.ts';
import { type Connection, type Draft, openConnection } from '../connection.ts';
import type { Recipient } from '../conversation.ts';
import { EventList } from '../eventList.ts';
import { type FoundConversation, holdsOf } from '../gaps.ts';
import { type ReplyLine, readCommandLine, readReplyLine } from '../grammar.ts';
import type { Rows } from '../rows.ts';
import { endOffsetOf, offsetOf, type Said } from '../said.ts';
import type { Spoken } from '../spoken.ts';
import type { Stage } from '../verbs.ts';
import { type ReportedCertificate, readCertificate } from './certificateLine.ts';
import {
  PROBE_STAGES,
  type ProbeAsks,
  type ProbeLine,
  type ReportedProbe,
  type ReportedResult,
  type ReportedStep,
  readProbeHeading,
  readProbeLine,
} from './probeReport.ts';

/**
 * Reads the report of an SMTP probe, whose heading stands on line `first`, up to its result. What a server said means
 * what its place says, never what its words would make of the conversation: a reply answers the command in front of it,
 * the first one is the banner, and no reply makes a message of what follows.
 */
export function readProbe(rows: Rows, first: number, keeps: boolean): FoundConversation {
  const lines: ReportLines = {
    at: (line) => rows.text(line),
    start: (line) => offsetOf(rows.at(line), 0),
    end: (line) => endOffsetOf(rows.at(line), rows.at(line).text.length),
  };
  const said = new SaidInProbe(keeps ? new EventList() : undefined);
  const steps: ReportedStep[] = [];
  const certificates = new Map<ReportedStep, ReportedCertificate[]>();
  const findings: ReportedFinding[] = [];
  let result: ReportedResult | undefined;
  let asks: ProbeAsks | undefined;
  said.note(rows.at(first));
  let at = first + 1;
  while (at < rows.limit && rows.has(at) && result === undefined) {
    const read = readProbeLine(lines, at, rows.limit);
    if (read === undefined) break;
    if (read.kind === 'client' || read.kind === 'server') said.say(rows.at(at), read.kind);
    else said.note(rows.at(at));
    if (read.kind === 'step') {
      steps.push(read.step);
      said.begin(read.step);
    } else if (read.kind === 'finding') findings.push(read.finding);
    else if (read.kind === 'asks') asks ??= read.asks;
    else if (read.kind === 'note') addCertificate(rows.text(at), steps.at(-1), certificates);
    else if (read.kind === 'result') result = read.result;
    at = behind(read, at);
  }
  const span = { start: rows.lines.start(first), end: rows.lines.next(at - 1) };
  const heading = readProbeHeading(rows.text(first));
  const probe: ReportedProbe = {
    ...heading,
    ...(asks && { asks }),
    steps: steps.map((one) => withCertificates(one, certificates)),
    findings,
    ...(result && { result }),
  };
  const { list, hasEvents } = said;
  return {
    dialect: 'probe',
    span,
    endLine: at,
    hasEvents: hasEvents || result !== undefined,
    holds: holdsOf({ notes: true, bodies: said.hasBodies, outcomes: true }),
    list,
    probe,
  };
}

function addCertificate(
  line: string,
  step: ReportedStep | undefined,
  certificates: Map<ReportedStep, ReportedCertificate[]>,
): void {
  const read = step?.step === 'TLS' ? readCertificate(line) : undefined;
  if (step === undefined || read === undefined) return;
  const all = certificates.get(step) ?? [];
  if (all.length < LONGEST_CHAIN) all.push(read);
  certificates.set(step, all);
}

/** Certificates that are kept of a handshake; no probe shows more. */
const LONGEST_CHAIN = 10;

function withCertificates(step: ReportedStep, all: ReadonlyMap<ReportedStep, ReportedCertificate[]>): ReportedStep {
  const certificates = all.get(step);
  return certificates === undefined ? step : { ...step, certificates };
}

const behind = (read: ProbeLine, at: number): number => (read.kind === 'finding' ? read.endLine : at + 1);

/** The commands and replies of one probe, each at its place. */
class SaidInProbe {
  readonly list: EventList | undefined;
  hasEvents = false;
  hasBodies = false;
  #connection: Connection | undefined;
  #step: ReportedStep['step'] | undefined;
  /** The step had a command, so that a further line of the client's goes on with a message. */
  #hasCommand = false;
  /** The recipient that the step names, whose answer is due. */
  #recipient: Draft<Recipient> | undefined;
  #hasData = false;
  #transaction: Connection['transaction'];
  /** A chunk behind which more follow (RFC 3030 2). */
  #goesOn = false;
  /** A reply was heard in the step already, or none was that ended. */
  #isAnswered = false;
  /** The server asked for a part of a login. */
  #isChallenged = false;
  #tls = false;
  /** Milliseconds since the first step began, before and behind the step. */
  #began = 0;
  #ended = 0;

  constructor(list: EventList | undefined) {
    this.list = list;
  }

  note(said: Said): void {
    this.list?.note({ start: offsetOf(said, 0), end: endOffsetOf(said, said.text.length) });
  }

  begin({ step, failed, elapsed = 0 }: ReportedStep): void {
    this.#step = step;
    this.#isAnswered = failed;
    this.#hasCommand = false;
    this.#hasData = false;
    this.#recipient = undefined;
    this.#goesOn = false;
    this.#began = this.#ended;
    this.#ended += elapsed;
    if (this.#connection?.reply !== undefined) this.#connection.reply.open = false;
    if (step === 'TLS' && !failed) this.#tls = true;
    // Another connection begins, in which nothing of the one before holds.
    if (step === 'CONNECT' && this.#connection !== undefined) {
      this.#connection = undefined;
      this.#tls = false;
    }
  }

  say(said: Said, side: 'client' | 'server'): void {
    const from = Math.min(3, said.text.length);
    const to = said.text.length;
    const time = side === 'client' ? this.#began : this.#ended;
    const spoken: Spoken = { said, from, to, side, certainty: 'marked', tls: this.#tls, time };
    this.#connection ??= openConnection(this.list?.open(spoken) ?? 0);
    if (side === 'client') this.#command(this.#connection, spoken);
    else this.#reply(this.#connection, spoken);
  }

  #command(known: Connection, spoken: Spoken): void {
    const { said, from, to } = spoken;
    known.reply = undefined;
    if (this.#step === 'MESSAGE' || (this.#step === 'BDAT' && this.#hasCommand)) {
      this.#data(known, spoken);
      return;
    }
    if (this.#step === 'AUTH' && this.#isChallenged) {
      this.hasEvents = true;
      this.hasBodies = true;
      this.list?.authAnswer(known, spoken);
      return;
    }
    const read = readCommandLine(said.text, from, to);
    if (read === undefined) {
      this.note(said);
      return;
    }
    this.hasEvents = true;
    this.#hasCommand = true;
    this.#goesOn = read.verb === 'BDAT' && !/ LAST$/.test(said.text);
    this.#recipient = this.list?.command(known, spoken, read);
  }

  #data(known: Connection, spoken: Spoken): void {
    const { said, from, to } = spoken;
    const complete = this.#step === 'MESSAGE' && said.text.slice(from, to) === '.';
    this.hasEvents = true;
    this.hasBodies = true;
    if (this.#hasData) this.list?.extendData(known, spoken, complete);
    else this.list?.data(known, spoken, complete);
    this.#hasData = true;
  }

  #reply(known: Connection, spoken: Spoken): void {
    const { said, from, to } = spoken;
    const read = readReplyLine(said.text, from, to);
    if (read === undefined) {
      this.note(said);
      return;
    }
    this.hasEvents = true;
    const open = known.reply;
    if (open?.open === true && open.code === read.code) {
      open.open = read.more;
      this.list?.extend(known, said, to, read);
    } else this.#startReply(known, spoken, read);
    if (known.reply?.open === false) this.list?.settle(known, known.reply);
  }

  #startReply(known: Connection, { said, from, to, ...spoken }: Spoken, read: ReplyLine): void {
    // What a step is answered with is its first reply: a line with another code is none.
    const answers = this.#isAnswered || this.#step === undefined ? '?' : this.#stage(this.#step);
    this.#isAnswered = true;
    this.#isChallenged = this.#step === 'AUTH' && read.code === 334;
    if (known.transaction !== undefined) this.#transaction = known.transaction;
    // One more answer to the same message (RFC 2033 4.2).
    else if (answers === '(data)' || answers === 'BDAT') known.transaction = this.#transaction;
    known.reply = { code: read.code, answers, goesOn: this.#goesOn, open: read.more };
    this.list?.reply(known, { said, from, to, ...spoken }, from, to, read, answers, this.#recipient);
  }

  #stage(step: ReportedStep['step']): Stage {
    return step === 'AUTH' && !this.#hasCommand ? '(auth)' : PROBE_STAGES[step];
  }
}
