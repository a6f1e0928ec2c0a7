import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { targetAt } from '../ticket/target.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { probeCommands } from './probeLinks.ts';

/** Probes of the host, domain or address under the cursor. */
export function codeActions(document: TextDocument, ticket: Ticket, range: Range): CodeAction[] {
  const target = targetAt(ticket.text, document.offsetAt(range.start));
  if (target === undefined) return [];
  const probe = action(`Probe SMTP server ${target.name}`, probeCommands.probeSmtpServer, target.name);
  if (target.kind === 'address') return [probe];
  return [action(`Look up mail exchangers of ${target.name}`, probeCommands.lookUpMailExchangers, target.name), probe];
}

const action = (title: string, command: string, name: string): CodeAction => ({
  title,
  kind: CodeActionKind.Empty,
  command: { title, command, arguments: [name] },
});
