import { defined } from '../../../core/text/defined.ts';
import { limits, waitOf } from '../../limits.ts';
import type { Answer, AnswerStatus, CancelSignal, Question, Resolve } from '../../ports.ts';
import { CANCELLED } from './exchange.ts';
import type { Attempt } from './readAnswer.ts';
import { type DnsServer, readDnsServer } from './readServer.ts';

export interface ResolverOptions {
  /** `127.0.0.1:5353`, `9.9.9.9`, `tls://dns.example.net`, `https://dns.example.net/dns-query`; none: the system's. */
  readonly servers?: readonly string[];
  /** Milliseconds for one packet to one server. */
  readonly timeout?: number;
  /** How often each server is asked, 1 to 5. */
  readonly tries?: number;
}

/** An answer after which the next server is asked, as resolvers do: it says nothing about the name. */
const GIVES_WAY: ReadonlySet<AnswerStatus> = new Set<AnswerStatus>([
  'TIMEOUT',
  'UNREACHABLE',
  'MALFORMED',
  'LAME',
  'SERVFAIL',
  'REFUSED',
  'NOTIMP',
  'FORMERR',
]);
/** Worth a second packet to the same server. */
const WORTH_ANOTHER: ReadonlySet<AnswerStatus> = new Set<AnswerStatus>(['TIMEOUT', 'MALFORMED']);

/** Asks the servers one behind another, by `ask`; `others` are asked where none was chosen. */
export function createAsking(
  options: ResolverOptions,
  others: () => readonly string[],
  ask: (server: DnsServer, question: Question, wait: number, signal: CancelSignal) => Promise<Attempt>,
): Resolve {
  const chosen = options.servers?.filter((server) => server.trim() !== '') ?? [];
  const usual = (chosen.length > 0 ? chosen : others()).slice(0, limits.dnsServers);
  const wait = waitOf(options.timeout, limits.dnsWait);
  const tries = Math.max(1, Math.min(5, Math.round(options.tries ?? limits.dnsTries)));

  return async (question, signal) => {
    const begun = performance.now();
    const finish = (attempt: Attempt, server?: string): Answer => ({
      question,
      ...attempt,
      ...defined({ server }),
      elapsed: Math.round(performance.now() - begun),
    });
    let best: Answer | undefined;
    let left: readonly string[] = question.at === undefined ? usual : [question.at];
    for (let round = 0; round < tries && left.length > 0; round++) {
      const again: string[] = [];
      for (const text of left) {
        if (signal.aborted) return finish(CANCELLED);
        const server = readDnsServer(text);
        const attempt: Attempt =
          server === undefined
            ? { status: 'UNREACHABLE', records: [], detail: `${text} is no address of a resolver` }
            : await ask(server, question, wait, signal);
        const answer = finish(attempt, server?.label ?? text);
        if (!GIVES_WAY.has(attempt.status)) return answer;
        if (WORTH_ANOTHER.has(attempt.status)) again.push(text);
        // What a server said is worth more than that another one was silent.
        if (best === undefined || (attempt.status !== 'TIMEOUT' && best.status === 'TIMEOUT')) best = answer;
      }
      left = again;
    }
    return best === undefined
      ? finish({ status: 'UNREACHABLE', records: [], detail: 'this machine names no resolver' })
      : { ...best, elapsed: Math.round(performance.now() - begun) };
  };
}
