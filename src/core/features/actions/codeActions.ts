import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { explainText } from '../../knowledge/explain.ts';
import { targetAt } from '../../ticket/target.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Abilities } from '../abilities.ts';
import { probeCommands } from '../links/probeLinks.ts';
import { quickFixes } from './quickFixes.ts';

/** Characters of a line that are explained. */
const LINE = 2000;

/** What can be done at a place: edits, and where the editor knows our commands, an explanation and probes. */
export const codeActions = (
  document: TextDocument,
  ticket: Ticket,
  range: Range,
  { commandLinks }: Abilities,
): CodeAction[] => [
  ...quickFixes(document, ticket, range),
  ...(commandLinks ? explainActions(ticket, document.offsetAt(range.start)) : []),
  ...(commandLinks ? probeActions(ticket, document.offsetAt(range.start)) : []),
];

function explainActions({ text, lines }: Ticket, offset: number): readonly CodeAction[] {
  const line = lines.lineOf(offset);
  const words = text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + LINE));
  const found = explainText(words);
  if (found === undefined) return [];
  const codes = [found.code, found.enhanced].filter((part) => part !== undefined).join(' ');
  return [action(codes === '' ? 'Explain this line' : `Explain ${codes}`, 'mailTriage.explain', words)];
}

function probeActions(ticket: Ticket, offset: number): readonly CodeAction[] {
  const target = targetAt(ticket.text, offset);
  if (target === undefined) return [];
  const probe = action(`Probe SMTP server ${target.name}`, probeCommands.probeSmtpServer, target.name);
  if (target.kind === 'address') return [probe];
  return [action(`Look up mail exchangers of ${target.name}`, probeCommands.lookUpMailExchangers, target.name), probe];
}

const action = (title: string, command: string, argument: string): CodeAction => ({
  title,
  kind: CodeActionKind.Empty,
  command: { title, command, arguments: [argument] },
});
