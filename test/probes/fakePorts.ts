import { defined } from '../../src/core/text/defined.ts';
import type {
  Answer,
  AnswerStatus,
  CancelSignal,
  Dial,
  Endpoint,
  Ports,
  Question,
  Stream,
  StreamFailure,
  StreamResult,
} from '../../src/probes/ports.ts';
import type { TlsInfo } from '../../src/probes/tls.ts';

export interface FakePorts extends Ports {
  /** `contoso.test MX`, in the order of asking. */
  readonly asked: string[];
  /** `127.0.0.1:25`, in the order of dialling. */
  readonly dialled: string[];
  /** What was written to streams, line breaks included. */
  readonly written: string[];
  readonly tlsNames: string[];
  readonly closed: { count: number };
}

/** What DNS holds: data of records, or a status. */
export type FakeZone = Record<string, readonly string[] | AnswerStatus>;

/** `zone`: `contoso.test MX` → data of records, or a status. `script`: what a server's lines are, per address. */
export function fakePorts(zone: FakeZone, script: Script = {}): FakePorts {
  const asked: string[] = [];
  const dialled: string[] = [];
  const written: string[] = [];
  const tlsNames: string[] = [];
  const closed = { count: 0 };
  let now = Date.UTC(2026, 10, 21, 20, 11, 38);
  return {
    asked,
    dialled,
    written,
    tlsNames,
    closed,
    resolve: async (question, signal) => {
      asked.push(`${question.name} ${question.type}`);
      return answer(question, zone, signal);
    },
    dial: fakeDial(script, { dialled, written, tlsNames, closed }),
    fetch: async () => ({ ok: false, failure: 'refused', detail: '' }),
    clock: { now: () => ++now },
    toAscii: (name) => (name === 'bücher.test' ? 'xn--bcher-kva.test' : undefined),
  };
}

function answer(question: Question, zone: FakeZone, signal: CancelSignal): Answer {
  const common = { question, server: '192.0.2.53#53', elapsed: 1 };
  if (signal.aborted) return { ...common, status: 'CANCELLED', records: [] };
  const { name, type } = question;
  const alias = zone[`${name} CNAME`];
  const target = typeof alias === 'object' ? (alias[0] as string).replace(/\.$/, '') : name;
  const found = zone[`${target} ${type}`] ?? zone[name];
  if (typeof found === 'string') return { ...common, status: found, records: [] };
  const exists = Object.keys(zone).some((key) => key.startsWith(`${name} `));
  const records = [
    ...(target === name ? [] : [{ name, type: 'CNAME', ttl: 300, data: `${target}.` }]),
    ...(found ?? []).map((data) => ({ name: target, type, ttl: 300, data })),
  ];
  return { ...common, status: exists ? 'NOERROR' : 'NXDOMAIN', records };
}

/** A line that the server sends, one that it sends though nobody asks, a failure in its place, or TLS to start. */
export type Scripted =
  | string
  | { readonly unasked: string }
  | { readonly fail: StreamFailure; readonly rest?: string }
  | { readonly tls: ScriptedTls | StreamFailure; readonly rest?: string };

/** What differs from a good certificate; what is undefined is not in it. */
type ScriptedTls = Omit<Partial<TlsInfo>, 'subject'> & { readonly subject?: string | undefined };
export type Script = Readonly<Record<string, readonly Scripted[] | StreamFailure>>;

function fakeDial(script: Script, log: Pick<FakePorts, 'dialled' | 'written' | 'tlsNames' | 'closed'>): Dial {
  return async (endpoint: Endpoint, _timeout, signal) => {
    const address = `${endpoint.host}:${endpoint.port}`;
    log.dialled.push(address);
    if (signal.aborted) return lost('cancelled');
    const lines = script[address] ?? 'refused';
    return typeof lines === 'string' ? lost(lines) : { ok: true, value: fakeStream(address, [...lines], signal, log) };
  };
}

const lost = (failure: StreamFailure): Extract<StreamResult<never>, { readonly ok: false }> => ({
  ok: false,
  failure,
  detail: `fake ${failure}`,
});

function fakeStream(
  remote: string,
  left: Scripted[],
  signal: CancelSignal,
  log: Pick<FakePorts, 'written' | 'tlsNames' | 'closed'>,
): Stream {
  const next = (): Scripted | undefined => (signal.aborted ? { fail: 'cancelled' } : left.shift());
  return {
    remote,
    local: '192.0.2.7',
    readLine: async () => {
      const line = next() ?? { fail: 'closed' };
      if (typeof line === 'string') return { ok: true, value: line };
      if ('unasked' in line) return { ok: true, value: line.unasked };
      return { ...lost('fail' in line ? line.fail : 'closed'), ...defined({ rest: line.rest }) };
    },
    write: async (text) => {
      log.written.push(text);
      return signal.aborted ? lost('cancelled') : { ok: true, value: undefined };
    },
    unasked: async () => {
      const lines: string[] = [];
      for (let line = left[0]; typeof line === 'object' && 'unasked' in line; line = left[0]) {
        lines.push(line.unasked);
        left.shift();
      }
      return lines;
    },
    startTls: async (name) => {
      log.tlsNames.push(name);
      const step = next();
      if (step === undefined || typeof step === 'string' || 'unasked' in step) return lost('tls');
      if ('fail' in step) return lost(step.fail);
      if (typeof step.tls === 'string') return { ...lost(step.tls), ...defined({ rest: step.rest }) };
      return { ok: true, value: defined({ ...goodTls, ...step.tls }) };
    },
    close: () => {
      log.closed.count++;
    },
  };
}

const goodTls: TlsInfo = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  subject: 'mx1.contoso.test',
  issuer: 'Contoso CA',
  names: ['mx1.contoso.test'],
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  chain: [],
};
