import type { Socket } from 'node:net';
import type { Question } from '../../ports.ts';
import { unreachable } from './exchange.ts';
import { type Attempt, readAnswer } from './readAnswer.ts';
import { type Query, writeQuery } from './writeQuery.ts';

interface Waiting {
  readonly question: Question;
  readonly settle: (attempt: Attempt) => void;
}

const malformed = (detail: string): Attempt => ({ status: 'MALFORMED', records: [], detail });
const NO_ANSWER = malformed('the message is no answer to the question');
const ENDED = malformed('the connection ended early');
const CUT = malformed('the answer is cut short (TC) though it did not come over UDP');

/**
 * One connection over which questions go, each answered by its id in any order (RFC 7766 6.2.1.1, 7). What is kept of
 * what the server sends is one message at a time. A server that says anything else than answers is left.
 */
export class Channel {
  /** Answers that came. */
  answered = 0;
  /** Whether the connection ended by itself or by the server. */
  lost = false;
  #isOpen = true;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  /** Ids of questions that nobody waits for any more; their answers may still come. */
  readonly #late = new Set<number>();
  #unsent: Buffer[] | undefined = [];
  /** The length of the message that is coming, and of it what has come; in front of it, the octets of its length. */
  #length: number[] = [];
  #message: Buffer | undefined;
  #got = 0;

  constructor(socket: Socket, ready: 'connect' | 'secureConnect') {
    this.#socket = socket;
    socket.on('error', (error) => this.#end(unreachable(error), true));
    socket.on('close', () => this.#end(ENDED, true));
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
    socket.once(ready, () => {
      for (const bytes of this.#unsent ?? []) socket.write(bytes);
      this.#unsent = undefined;
    });
    // Who waits for an answer holds a timer; a connection alone keeps no program from ending.
    socket.unref();
  }

  /** Whether a further question may go this way. */
  get isOpen(): boolean {
    return this.#isOpen && this.#late.size === 0;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  /** Sends a question; undefined where no message can hold its name, else what gives it up. */
  ask(question: Question, settle: (attempt: Attempt) => void): (() => void) | undefined {
    const query = this.#query(question);
    if (query === undefined) return undefined;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.bytes.length);
    const bytes = Buffer.concat([length, query.bytes]);
    this.#waiting.set(query.id, { question, settle });
    if (!this.#isOpen) this.#end(ENDED, true);
    else if (this.#unsent === undefined) this.#socket.write(bytes);
    else this.#unsent.push(bytes);
    return () => {
      if (!this.#waiting.delete(query.id)) return;
      this.#late.add(query.id);
      if (this.isIdle) this.close();
    };
  }

  close(): void {
    this.#end(ENDED, false);
  }

  #query(question: Question): Query | undefined {
    for (;;) {
      const query = writeQuery(question, true);
      if (query === undefined || !(this.#waiting.has(query.id) || this.#late.has(query.id))) return query;
    }
  }

  #read(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && this.#isOpen; ) {
      if (this.#message === undefined) {
        // RFC 1035 4.2.2: two octets of length stand before the message, which bounds what is kept.
        this.#length.push(bytes.readUInt8(at++));
        const [high, low] = this.#length;
        if (high === undefined || low === undefined) continue;
        this.#message = Buffer.alloc(high * 256 + low);
        this.#got = 0;
      }
      const taken = bytes.copy(this.#message, this.#got, at);
      at += taken;
      this.#got += taken;
      if (this.#got < this.#message.length) continue;
      const message = this.#message;
      this.#message = undefined;
      this.#length = [];
      this.#deliver(message);
    }
  }

  #deliver(message: Buffer): void {
    const id = message.length < 2 ? -1 : message.readUInt16BE(0);
    if (this.#late.delete(id)) return;
    const waiting = this.#waiting.get(id);
    const read = waiting === undefined ? undefined : readAnswer(message, id, waiting.question);
    if (waiting === undefined || read === undefined || (read.kind !== 'answer' && read.kind !== 'truncated')) {
      this.#end(NO_ANSWER, false);
      return;
    }
    this.#waiting.delete(id);
    this.answered++;
    waiting.settle(read.kind === 'answer' ? read.attempt : CUT);
  }

  #end(attempt: Attempt, lost: boolean): void {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.lost = lost;
      this.#socket.destroy();
    }
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { settle } of waiting) settle(attempt);
  }
}
