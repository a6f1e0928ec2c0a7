import type { Disposable, ExtensionContext } from 'vscode';
import { type ActiveTicket, followActiveTicket } from '../activeTicket.ts';
import { registerAggregateReport } from '../aggregateReport.ts';
import { registerAnswer } from '../answer.ts';
import { registerAssistant } from '../assistant/assistant.ts';
import { createAskedBefore } from '../checks/askedBefore.ts';
import { registerChecks } from '../checks/checks.ts';
import { registerReports } from '../checks/reports.ts';
import { sourceOf } from '../documentBytes.ts';
import { registerDropMessage } from '../dropMessage.ts';
import { registerExplain } from '../explainReply.ts';
import { registerFoldEncodedBodies } from '../foldEncodedBodies.ts';
import { registerIndicators } from '../indicators.ts';
import { registerMask } from '../mask.ts';
import { registerTicketHint } from '../notice/ticketHint.ts';
import { registerOutlookMessages } from '../outlookMessages.ts';
import { registerPartDocuments } from '../partDocuments.ts';
import { registerPreview } from '../preview/preview.ts';
import { createProbeHistory, type ProbeHistory } from '../probeHistory.ts';
import { createProbeOutput, type ProbeOutput } from '../probeOutput.ts';
import { registerReadAsTicket } from '../readAsTicket.ts';
import { registerSavePart } from '../savePart.ts';
import { type LanguageServer, languageServer } from '../server.ts';
import { registerIgnoredSettings } from '../settings/ignoredSettings.ts';
import { registerResolverChoice } from '../settings/resolverChoice.ts';
import { registerTicketStatus } from '../ticketStatus.ts';
import { registerTicketView } from '../ticketView.ts';
import { registerTimeline } from '../timeline.ts';

/** What the extension tells other extensions, and its own tests. */
export interface MailTriage {
  /** The text of each row of the hop timeline, oldest hop first; none where it is closed. */
  timelineRows(): readonly string[];
  /** What happened in the ticket at hand, a line each, the cause first; the first 20. */
  findings(): readonly string[];
}

/** What both entries work with. */
export interface Everywhere {
  readonly server: LanguageServer;
  readonly output: ProbeOutput;
  readonly history: ProbeHistory;
  readonly ticket: ActiveTicket;
}

/** Registers what works on every platform, and what an entry adds to it. */
export function activateEverywhere(
  context: ExtensionContext,
  more: (everywhere: Everywhere) => Disposable,
): MailTriage {
  const server = languageServer(context);
  const output = createProbeOutput();
  const history = createProbeHistory();
  const ticket = followActiveTicket(server, history);
  const timeline = registerTimeline(context.extensionUri, server);
  const hint = registerTicketHint(server, ticket);
  context.subscriptions.push(
    server,
    output,
    registerChecks(server, output, history, createAskedBefore(context.workspaceState)),
    registerReports(history),
    ticket,
    registerTicketStatus(ticket),
    registerTicketView(context.extensionUri, ticket, hint, server.start),
    registerIndicators(ticket),
    registerAnswer(ticket, server, () => history.records),
    registerExplain(server, output, ticket),
    registerAssistant(server, history, () => ticket.uri),
    registerMask(server),
    registerIgnoredSettings(),
    registerResolverChoice(),
    registerReadAsTicket(context.extensionUri, server, ticket),
    hint,
    registerPreview(context.extensionUri),
    registerPartDocuments(sourceOf),
    registerOutlookMessages(),
    registerDropMessage(),
    registerSavePart(),
    registerAggregateReport(),
    registerFoldEncodedBodies(server),
    timeline,
    more({ server, output, history, ticket }),
  );
  return {
    timelineRows: () => timeline.rows(),
    findings: () => ticket.page?.headlines ?? [],
  };
}
