import { getServers } from 'node:dns';
import { defined } from '../../core/text/defined.ts';
import { limits, waitOf } from '../limits.ts';
import type { Answer, AnswerStatus, CancelSignal, Endpoint, Question, Resolve } from '../ports.ts';
import { CANCELLED } from './dns/exchange.ts';
import { askOverHttps } from './dns/overHttps.ts';
import { askOverTcp, askOverTls } from './dns/overTcp.ts';
import { askOverUdp } from './dns/overUdp.ts';
import type { Attempt } from './dns/readAnswer.ts';
import { type DnsServer, readDnsServer } from './dns/readServer.ts';

export interface ResolverOptions {
  /** `127.0.0.1:5353`, `9.9.9.9`, `tls://dns.example.net`, `https://dns.example.net/dns-query`; none: the system's. */
  readonly servers?: readonly string[];
  /** Milliseconds for one packet to one server. */
  readonly timeout?: number;
  /** How often each server is asked, 1 to 5. */
  readonly tries?: number;
  /** The certificates that are trusted over TLS and HTTPS instead of those that Node knows, in PEM form. */
  readonly trusted?: string;
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

/** DNS over UDP, over TCP where the answer did not fit (RFC 7766 5), or over TLS or HTTPS where a server is named so. */
export function createResolve(options: ResolverOptions): Resolve {
  const chosen = options.servers?.filter((server) => server.trim() !== '') ?? [];
  const usual = (chosen.length > 0 ? chosen : getServers()).slice(0, limits.dnsServers);
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
            : await ask(server, question, wait, signal, options.trusted);
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

function ask(
  server: DnsServer,
  question: Question,
  wait: number,
  signal: CancelSignal,
  trusted: string | undefined,
): Promise<Attempt> {
  switch (server.over) {
    case 'udp':
      return askPlain(server.endpoint, question, wait, signal);
    case 'tls':
      return askOverTls({ ...server.endpoint, ...defined({ trusted }) }, question, wait, signal);
    case 'https':
      return askOverHttps({ url: server.url, ...defined({ trusted }) }, question, wait, signal);
  }
}

async function askPlain(server: Endpoint, question: Question, wait: number, signal: CancelSignal): Promise<Attempt> {
  const first = await askOverUdp(server, question, wait, signal, true);
  const isOld = first !== undefined && WITHOUT_EDNS.has(first.status);
  const attempt = isOld ? await askOverUdp(server, question, wait, signal, false) : first;
  if (attempt !== undefined) return attempt;
  const whole = await askOverTcp(server, question, wait, signal);
  if (whole.status !== 'TIMEOUT' && whole.status !== 'UNREACHABLE') return whole;
  const detail = `the answer does not fit into UDP, and TCP fails${whole.detail === undefined ? '' : `: ${whole.detail}`}`;
  return { ...whole, detail };
}

/** RFC 6891 7: so answers a server that does not know EDNS, or not ours; it is asked once more without. */
const WITHOUT_EDNS: ReadonlySet<AnswerStatus> = new Set<AnswerStatus>(['FORMERR', 'NOTIMP', 'BADVERS']);
