import { defined } from '../../core/text/defined.ts';
import { readHost } from '../hostName.ts';
import type { CancelSignal, Endpoint, Ports } from '../ports.ts';
import { holdConversation } from './flows/conversation.ts';
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
export async function talkToServer(
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  talk: Step,
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
  const finish = (failure?: SmtpFailure): SmtpProbeResult => ({
    endpoint,
    started,
    steps,
    findings,
    ...defined({ failure }),
  });

  const host = readHost(endpoint.host, toAscii);
  if (!host.ok) return finish({ step: 'name', kind: 'bad-name', problem: host.problem });
  if (!Number.isInteger(endpoint.port) || endpoint.port < 1 || endpoint.port > 65535) {
    return finish({ step: 'name', kind: 'bad-port', port: endpoint.port });
  }
  const bad = badInput(options);
  if (bad !== undefined) return finish(bad);

  const server = { host: host.name, port: endpoint.port };
  const reached = await reachServer(server, ports, options, signal, record);
  if (!reached.ok) return finish(reached.failure);
  const { stream } = reached;
  try {
    return finish(await talk(new Session({ stream, server, clock, toAscii, options, record, findings })));
  } finally {
    stream.close();
  }
}
