import { queuedAs } from '../core/knowledge/found/queuedAs.ts';
import type { WordedFinding } from '../core/text/finding.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { SmtpProbeResult } from '../probes/smtp/types.ts';

/** The id under which a server says that it has the message: what its logs are searched for. */
export function* queuedFindings({ endpoint, steps }: SmtpProbeResult): Iterable<WordedFinding> {
  for (const step of steps) {
    if ((step.step !== 'message' && step.step !== 'bdat') || step.failure !== undefined) continue;
    const id = /^2/.test(step.lines.at(-1) ?? '') ? queuedAs(step.lines.at(-1) ?? '') : undefined;
    if (id === undefined) continue;
    yield {
      level: 'note',
      code: 'queued-as',
      about: writeEndpoint(endpoint),
      text: `The server has the message, queued as ${id}.`,
      next: 'Search the logs of the server for that id: they say what became of the message.',
    };
  }
}
