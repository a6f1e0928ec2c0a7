import { Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { FindingSummary } from '../protocol/ticket.ts';
import type { ActiveTicket } from './activeTicket.ts';

/** Characters of a finding in the status bar. */
const WIDTH = 60;

/** By what the finding is; nothing but its own words tells more. */
const ICONS: Readonly<Record<FindingSummary['role'], string>> = {
  cause: 'error',
  waiting: 'watch',
  consequence: 'debug-step-over',
  recovered: 'pass',
  delay: 'watch',
  notice: 'info',
  success: 'pass',
};

/** What happened in the ticket at hand, in the status bar; a click goes to its line. */
export function registerTicketStatus(ticket: ActiveTicket): Disposable {
  const item = window.createStatusBarItem('mailTriage.verdict', StatusBarAlignment.Left, 50);
  item.name = 'Mail Triage: What Happened';
  const show = (): void => {
    const { uri, summary } = ticket;
    const document = window.activeTextEditor?.document;
    const shown = uri !== undefined && (document === undefined || document.uri.toString() === uri.toString());
    const finding = summary?.findings[summary.foremost ?? -1];
    if (!shown || uri === undefined || finding === undefined) {
      item.hide();
      return;
    }
    const { headline, label, failed, role, reply, line, who, summary: meaning } = finding;
    const icon = ICONS[role];
    const words = `${reply === undefined || role === 'success' ? '' : `${reply} `}${label}`;
    item.text = `$(${icon}) ${words.length > WIDTH ? `${words.slice(0, WIDTH - 1)}…` : words}`;
    item.tooltip = [headline, meaning, who].filter((part) => part !== undefined).join('\n\n');
    item.backgroundColor = failed && role === 'cause' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.accessibilityInformation = { label: `Mail Triage: ${headline}`, role: 'button' };
    item.command = {
      title: 'Show the line',
      command: 'mailTriage.revealLine',
      arguments: [uri.toString(), line],
    };
    item.show();
  };
  show();
  return Disposable.from(item, ticket.onDidChange(show), window.onDidChangeActiveTextEditor(show));
}
