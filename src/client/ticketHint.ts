import { Disposable, StatusBarAlignment, type TextDocument, window, workspace } from 'vscode';
import { looksLikeTicket } from '../core/ticket/recognise.ts';

/** Languages in which pasted tickets lie unread. */
const PLAIN = new Set(['plaintext', 'log', 'markdown']);
/** Characters looked at; a ticket shows itself early. */
const LOOK = 40_000;
/** Milliseconds of rest before a changed text is looked at. */
const REST = 300;

/** Offers in the status bar to read the text of a plain editor as a ticket, when it looks like one. */
export function registerTicketHint(): Disposable {
  const item = window.createStatusBarItem('mailTriage.hint', StatusBarAlignment.Right, 100);
  item.name = 'Mail Triage';
  item.text = '$(mail) Read as mail ticket';
  item.tooltip = 'This text holds an SMTP session, mail headers, a mail log or a DNS lookup. Read it with Mail Triage.';
  item.command = 'mailTriage.readAsTicket';
  item.accessibilityInformation = { label: 'Read this text as a mail ticket', role: 'button' };
  let timer: NodeJS.Timeout | undefined;
  const look = (document: TextDocument | undefined): void => {
    if (document !== undefined && isTicket(document)) item.show();
    else item.hide();
  };
  look(window.activeTextEditor?.document);
  return Disposable.from(
    item,
    new Disposable(() => clearTimeout(timer)),
    window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
    workspace.onDidCloseTextDocument(() => look(window.activeTextEditor?.document)),
    workspace.onDidOpenTextDocument(() => look(window.activeTextEditor?.document)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => look(window.activeTextEditor?.document), REST);
    }),
  );
}

const isTicket = (document: TextDocument): boolean =>
  PLAIN.has(document.languageId) &&
  document.uri.scheme !== 'output' &&
  looksLikeTicket(document.getText().slice(0, LOOK));
