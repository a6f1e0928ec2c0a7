import type { CancelSignal, Endpoint, Ports } from '../../ports.ts';
import { visitServer } from '../server.ts';
import type { SmtpProbeOptions, SmtpProbeResult, SmtpStep } from '../types.ts';
import { openSession } from './conversation.ts';
import type { Flow, Opened } from './flow.ts';
import type { Explain } from './outcome.ts';

/** Holds a flow with a server; the envelope of the options is checked like any other, and no message is sent. Never rejects. */
export function probeByFlow(
  endpoint: Endpoint,
  ports: Ports,
  { stopAfter: _, message: __, ...options }: SmtpProbeOptions,
  signal: CancelSignal,
  flow: Flow,
  explain: Explain,
  onStep?: (step: SmtpStep) => void,
): Promise<SmtpProbeResult> {
  return visitServer(
    endpoint,
    ports,
    options,
    signal,
    async ({ connect, steps }) => {
      const open = async (): Promise<Opened> => {
        const connected = await connect();
        if (!connected.ok) return connected;
        const { session } = connected;
        const opened = await openSession(session);
        return opened.kind === 'failed' ? { ok: false, failure: opened.failure } : { ok: true, session };
      };
      const end = await flow({ open, steps, explain });
      return 'outcome' in end ? { flow: end.outcome } : { failure: end.failure };
    },
    onStep,
  );
}
