import { defined } from '../../core/text/defined.ts';
import { readHost } from '../hostName.ts';
import type { CancelSignal, Endpoint, Ports } from '../ports.ts';
import { holdConversation } from './conversation.ts';
import { reachServer } from './reach.ts';
import type { SmtpFailure, SmtpFinding, SmtpProbeOptions, SmtpProbeResult, SmtpStep } from './types.ts';

/**
 * Connects, reads the banner, says EHLO, starts TLS where it is offered, says EHLO again and QUIT. Sends no mail.
 * Port 465 starts with TLS (RFC 8314 3). `onStep` hears of each step as it ends. Never rejects.
 */
export async function probeSmtpServer(
  endpoint: Endpoint,
  ports: Ports,
  options: SmtpProbeOptions,
  signal: CancelSignal,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  const started = ports.clock.now();
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

  const host = readHost(endpoint.host, ports.toAscii);
  if (!host.ok) return finish({ step: 'name', kind: 'bad-name', problem: host.problem });
  if (!Number.isInteger(endpoint.port) || endpoint.port < 1 || endpoint.port > 65535) {
    return finish({ step: 'name', kind: 'bad-port', port: endpoint.port });
  }
  if (options.helo !== undefined && !isHelo(options.helo)) {
    return finish({ step: 'ehlo', kind: 'bad-helo', helo: options.helo });
  }

  const asked = { host: host.name, port: endpoint.port };
  const reached = await reachServer(asked, ports, options, signal, record);
  if (!reached.ok) return finish(reached.failure);
  const { stream } = reached;
  try {
    return finish(await holdConversation({ stream, server: asked, clock: ports.clock, options, record, findings }));
  } finally {
    stream.close();
  }
}

/** What may stand behind EHLO without breaking the line: a domain name or an address literal. */
const isHelo = (text: string): boolean => /^[A-Za-z0-9._:[\]-]{1,255}$/.test(text);
