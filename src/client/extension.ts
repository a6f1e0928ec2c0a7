import type { ExtensionContext } from 'vscode';
import { createProbeOutput } from './probeOutput.ts';
import { registerProbes } from './probes.ts';
import { registerReadAsTicket } from './readAsTicket.ts';
import { registerResolverChoice } from './resolverChoice.ts';
import { startLanguageClient } from './server.ts';
import { registerTicketHint } from './ticketHint.ts';
import { registerTimeline } from './timeline.ts';

/** What the extension tells other extensions, and its own tests. */
export interface MailTriage {
  /** The text of each row of the hop timeline, oldest hop first; none where it is closed. */
  timelineRows(): readonly string[];
}

export function activate(context: ExtensionContext): MailTriage {
  const server = startLanguageClient(context);
  const output = createProbeOutput();
  const timeline = registerTimeline(context.extensionUri, server);
  context.subscriptions.push(
    server,
    output,
    registerProbes(output),
    registerResolverChoice(),
    registerReadAsTicket(),
    registerTicketHint(),
    timeline,
  );
  return { timelineRows: () => timeline.rows() };
}
