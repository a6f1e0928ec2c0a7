import { characterStrings } from '../../core/dns/records/characterStrings.ts';
import { hostOf } from '../../core/text/domainName.ts';
import type { Answer, AnswerStatus, CancelSignal, RecordType, Resolve, ResourceRecord } from '../../probes/ports.ts';

/** The kind of resolver that mailauth asks: like `dns.promises.resolve`, with its error codes. */
export type MailauthResolver = (name: string, type: string) => Promise<string[] | string[][]>;

export interface RecordingResolver {
  readonly resolve: MailauthResolver;
  /** In the order of asking, each question once. */
  readonly answers: readonly Answer[];
  /** The answer to a question that was asked. */
  answerTo(name: string, type: RecordType): Answer | undefined;
}

/** Questions that one message may cause; hundreds of signatures must not become hundreds of thousands of questions. */
const MOST = 200;

/** Asks through our port, once a question, and remembers what was answered. */
export function createRecordingResolver(resolve: Resolve, signal: CancelSignal): RecordingResolver {
  const asked = new Map<string, Promise<Answer>>();
  const answers: Answer[] = [];
  const known = new Map<string, Answer>();
  const ask = (name: string, type: RecordType): Promise<Answer> => {
    const key = keyOf(name, type);
    const running = asked.get(key);
    if (running !== undefined) return running;
    if (asked.size >= MOST) throw failure('ECANCELLED', `more than ${MOST} DNS questions`);
    const question = resolve({ name: hostOf(name), type }, signal).then((answer) => {
      answers.push(answer);
      known.set(key, answer);
      return answer;
    });
    asked.set(key, question);
    return question;
  };
  return {
    answers,
    answerTo: (name, type) => known.get(keyOf(name, type)),
    resolve: async (name, type) => {
      if (!TYPES.has(type)) throw failure('ENODATA', type);
      const answer = await ask(name, type as RecordType);
      if (answer.status !== 'NOERROR') throw failure(CODES.get(answer.status) ?? 'ESERVFAIL', answer.status);
      const records = answer.records.filter((record) => record.type === type);
      if (records.length === 0) throw failure('ENODATA', type);
      return records.map(mailauthValue) as string[] | string[][];
    },
  };
}

const keyOf = (name: string, type: string): string => `${type} ${hostOf(name).toLowerCase()}`;

/** Whether the answer says what the records are; a timeout and a failing server say nothing about them. */
export const isAnswered = (answer: Answer): boolean => answer.status === 'NOERROR' || answer.status === 'NXDOMAIN';

const TYPES: ReadonlySet<string> = new Set(['A', 'AAAA', 'MX', 'TXT', 'NS', 'SOA', 'PTR', 'CNAME']);

const CODES: ReadonlyMap<AnswerStatus, string> = new Map<AnswerStatus, string>([
  ['NXDOMAIN', 'ENOTFOUND'],
  ['TIMEOUT', 'ETIMEOUT'],
  ['REFUSED', 'EREFUSED'],
  ['UNREACHABLE', 'ECONNREFUSED'],
  ['CANCELLED', 'ECANCELLED'],
]);

const failure = (code: string, text: string): Error => Object.assign(new Error(text), { code });

function mailauthValue({ type, data }: ResourceRecord): unknown {
  switch (type) {
    case 'TXT':
      return characterStrings(data);
    case 'MX': {
      const blank = data.indexOf(' ');
      return { priority: Number(data.slice(0, blank)), exchange: hostOf(data.slice(blank + 1)) };
    }
    case 'A':
    case 'AAAA':
      return data;
    default:
      return hostOf(data);
  }
}
