import { type ExtensionContext, l10n } from 'vscode';
import { speak } from '../core/text/words.ts';
import { followActiveTicket } from './activeTicket.ts';
import { registerAggregateReport } from './aggregateReport.ts';
import { registerAnswer } from './answer.ts';
import { registerAssistant } from './assistant/assistant.ts';
import { createAskedBefore } from './checks/askedBefore.ts';
import { registerChecks } from './checks/checks.ts';
import { registerReports } from './checks/reports.ts';
import { sourceOf } from './documentBytes.ts';
import { registerDropMessage } from './dropMessage.ts';
import { registerExplain } from './explainReply.ts';
import { registerFindMessage } from './findMessage.ts';
import { registerFoldEncodedBodies } from './foldEncodedBodies.ts';
import { registerIndicators } from './indicators.ts';
import { keptLogins } from './login/keptLogins.ts';
import { registerLoginProbe } from './login/probeLogin.ts';
import { registerMask } from './mask.ts';
import { registerTicketHint } from './notice/ticketHint.ts';
import { registerOutlookMessages } from './outlookMessages.ts';
import { registerPartDocuments } from './partDocuments.ts';
import { registerPreview } from './preview/preview.ts';
import { createProbeHistory } from './probeHistory.ts';
import { createProbeOutput } from './probeOutput.ts';
import { registerProbes } from './probes.ts';
import { registerReadAsTicket } from './readAsTicket.ts';
import { registerSavePart } from './savePart.ts';
import { languageServer } from './server.ts';
import { registerIgnoredSettings } from './settings/ignoredSettings.ts';
import { registerResolverChoice } from './settings/resolverChoice.ts';
import { createChoices } from './smtp/choices.ts';
import { registerTicketStatus } from './ticketStatus.ts';
import { registerTicketView } from './ticketView.ts';
import { registerTimeline } from './timeline.ts';
import { registerVerify } from './verify.ts';

/** What the extension tells other extensions, and its own tests. */
export interface MailTriage {
  /** The text of each row of the hop timeline, oldest hop first; none where it is closed. */
  timelineRows(): readonly string[];
  /** What happened in the ticket at hand, a line each, the cause first; the first 20. */
  findings(): readonly string[];
}

export function activate(context: ExtensionContext): MailTriage {
  speak(l10n.bundle);
  const server = languageServer(context);
  const output = createProbeOutput();
  const history = createProbeHistory();
  const logins = keptLogins(context.secrets);
  const ticket = followActiveTicket(server, history);
  const timeline = registerTimeline(context.extensionUri, server);
  const hint = registerTicketHint(server);
  context.subscriptions.push(
    server,
    output,
    registerProbes({ output, history, server, choices: createChoices(context.workspaceState), logins }),
    registerLoginProbe(output, history, logins),
    registerChecks(server, output, history, createAskedBefore(context.workspaceState)),
    registerReports(history),
    ticket,
    registerTicketStatus(ticket),
    registerTicketView(context.extensionUri, ticket, hint),
    registerIndicators(ticket),
    registerAnswer(ticket, server, () => history.records),
    registerExplain(server, output, ticket),
    registerAssistant(server, history, () => ticket.uri),
    registerMask(server),
    registerIgnoredSettings(),
    registerResolverChoice(),
    registerReadAsTicket(context.extensionUri, server),
    registerFindMessage(context.extensionUri),
    hint,
    registerVerify(output, history, ticket),
    registerPreview(context.extensionUri),
    registerPartDocuments(sourceOf),
    registerOutlookMessages(),
    registerDropMessage(),
    registerSavePart(),
    registerAggregateReport(),
    registerFoldEncodedBodies(server),
    timeline,
  );
  return {
    timelineRows: () => timeline.rows(),
    findings: () => ticket.page?.headlines ?? [],
  };
}
