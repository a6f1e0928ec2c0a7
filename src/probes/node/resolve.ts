import { getServers } from 'node:dns';
import { defined } from '../../core/text/defined.ts';
import type { AnswerStatus, CancelSignal, Endpoint, Question, Resolve } from '../ports.ts';
import { type ResolverOptions as AskingOptions, createAsking } from './dns/asking.ts';
import { askOverHttps } from './dns/overHttps.ts';
import { askOverTcp, askOverTls } from './dns/overTcp.ts';
import { askOverUdp } from './dns/overUdp.ts';
import type { Attempt } from './dns/readAnswer.ts';
import type { DnsServer } from './dns/readServer.ts';

export interface ResolverOptions extends AskingOptions {
  /** The certificates that are trusted over TLS and HTTPS instead of those that Node knows, in PEM form. */
  readonly trusted?: string;
}

/** DNS over UDP, over TCP where the answer did not fit (RFC 7766 5), or over TLS or HTTPS where a server is named so. */
export const createResolve = (options: ResolverOptions): Resolve =>
  createAsking(options, getServers, (server, question, wait, signal) =>
    ask(server, question, wait, signal, options.trusted),
  );

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
