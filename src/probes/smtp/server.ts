import { defined } from '../../core/text/defined.ts';
import { readEndpoint, readHost } from '../hostName.ts';
import type { CancelSignal, Endpoint, Ports, Stream } from '../ports.ts';
import { holdConversation } from './flows/conversation.ts';
import { stepTimes, timeFindings } from './flows/stepTimes.ts';
import { badInput } from './input.ts';
import { reachServer } from './reach.ts';
import { Session, type Step } from './session.ts';
import type { SmtpFailure, SmtpFinding, SmtpProbeOptions, SmtpProbeResult, SmtpStep } from './types.ts';

/**
 * Connects, reads the banner, says EHLO, starts TLS where it is offered and says EHLO again; with an envelope MAIL and
 * RCPT, with a message that too; and QUIT. Port 465 starts with TLS (RFC 8314 3). `onStep` hears of each step as it
 * ends. Never rejects.
 */
export const probeSmtpServer = (
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> => talkToServer(endpoint, ports, options, signal, holdConversation, onStep);

/** Connects and holds a conversation of another kind, which ends with what failed or nothing. Never rejects. */
const talkToServer = (
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  talk: Step,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> =>
  visitServer(
    endpoint,
    ports,
    options,
    signal,
    async ({ connect }) => {
      const connected = await connect();
      return connected.ok ? defined({ failure: await talk(connected.session) }) : { failure: connected.failure };
    },
    onStep,
  );

/** One visit to a server, of one connection or of several behind each other. */
export interface Visit {
  /** Ends the connection before, where there is one. */
  readonly connect: () => Promise<Connected>;
  /** All steps so far. */
  readonly steps: readonly SmtpStep[];
}

export type Connected =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: SmtpFailure };

/** Visits a server, and gives what was done there with what came of it. Never rejects. */
export async function visitServer(
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  visit: (visit: Visit) => Promise<Pick<SmtpProbeResult, 'failure' | 'flow'>>,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  const { clock, toAscii } = ports;
  const started = clock.now();
  const steps: SmtpStep[] = [];
  const findings: SmtpFinding[] = [];
  const record = (step: SmtpStep): void => {
    steps.push(step);
    onStep?.(step);
  };
  const finish = (end: Pick<SmtpProbeResult, 'failure' | 'flow'>): SmtpProbeResult => ({
    endpoint,
    started,
    steps,
    findings: [...findings, ...timeFindings(stepTimes(steps))],
    ...end,
  });

  const host = readHost(endpoint.host, toAscii);
  if (!host.ok) return finish({ failure: { step: 'name', kind: 'bad-name', problem: host.problem } });
  if (!Number.isInteger(endpoint.port) || endpoint.port < 1 || endpoint.port > 65535) {
    return finish({ failure: { step: 'name', kind: 'bad-port', port: endpoint.port } });
  }
  const failure = badInput(options);
  if (failure !== undefined) return finish({ failure });

  const server = { host: host.name, port: endpoint.port };
  let stream: Stream | undefined;
  const connect = async (): Promise<Connected> => {
    stream?.close();
    // Another connection goes to the same machine, whatever the name leads to by now.
    const address = stream === undefined ? undefined : readEndpoint(stream.remote)?.host;
    const reached = await reachServer(server, ports, { ...options, ...defined({ address }) }, signal, record);
    if (!reached.ok) return reached;
    stream = reached.stream;
    const { secrets = [] } = ports.dial;
    return { ok: true, session: new Session({ stream, server, clock, toAscii, options, record, findings, secrets }) };
  };
  try {
    return finish(await visit({ connect, steps }));
  } finally {
    stream?.close();
  }
}
