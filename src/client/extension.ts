import type { ExtensionContext } from 'vscode';
import { createProbeOutput } from './probeOutput.ts';
import { registerProbes } from './probes.ts';
import { registerReadAsTicket } from './readAsTicket.ts';
import { registerResolverChoice } from './resolverChoice.ts';
import { startLanguageClient } from './server.ts';
import { registerTicketHint } from './ticketHint.ts';
import { registerTimeline } from './timeline.ts';

export function activate(context: ExtensionContext): void {
  const server = startLanguageClient(context);
  const output = createProbeOutput();
  context.subscriptions.push(
    server,
    output,
    registerProbes(output),
    registerResolverChoice(),
    registerReadAsTicket(),
    registerTicketHint(),
    registerTimeline(context.extensionUri, server),
  );
}
