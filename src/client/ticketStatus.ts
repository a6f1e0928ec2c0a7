import { Disposable, StatusBarAlignment, window } from 'vscode';
import type { Tone } from '../protocol/ticket.ts';
import type { ActiveTicket } from './activeTicket.ts';
import { t } from './platform/words.ts';

const ICONS: Readonly<Record<Tone, string>> = { failed: 'error', waiting: 'watch', good: 'pass', note: 'info' };

/** What happened in the ticket at hand, in a few words in the status bar; a click opens its page. */
export function registerTicketStatus(ticket: ActiveTicket): Disposable {
  const item = window.createStatusBarItem('mailTriage.verdict', StatusBarAlignment.Left, 50);
  item.name = t('Mail Triage: What Happened');
  item.command = 'mailTriage.showTicket';
  const show = (): void => {
    const { uri, page } = ticket;
    const document = window.activeTextEditor?.document;
    const shown = uri !== undefined && (document === undefined || document.uri.toString() === uri.toString());
    const happened = page?.happened;
    if (!shown || happened === undefined) {
      item.hide();
      return;
    }
    const { headline, tone, words, status, short } = happened;
    item.text = `$(${ICONS[tone]}) ${short}`;
    item.tooltip = [`${status}: ${headline}`, words].filter((part) => part !== '').join('\n\n');
    item.accessibilityInformation = { label: `Mail Triage: ${status}: ${headline}`, role: 'button' };
    item.show();
  };
  show();
  return Disposable.from(item, ticket.onDidChange(show), window.onDidChangeActiveTextEditor(show));
}
