import { Disposable, StatusBarAlignment, type TextDocument, window, workspace } from 'vscode';
import { looksLikeTicketRequest } from '../protocol/texts.ts';
import type { LanguageServer } from './server.ts';

/** Languages in which pasted tickets lie unread. */
const PLAIN = new Set(['plaintext', 'log', 'markdown']);
/** Characters looked at; a ticket shows itself early. */
const LOOK = 40_000;
/** Milliseconds of rest before a changed text is looked at. */
const REST = 300;

/** Offers in the status bar to read the text of a plain editor as a ticket, when it looks like one. */
export function registerTicketHint(server: LanguageServer): Disposable {
  const item = window.createStatusBarItem('mailTriage.hint', StatusBarAlignment.Right, 100);
  item.name = 'Mail Triage';
  item.text = '$(mail) Read as mail ticket';
  item.tooltip = 'This text holds an SMTP session, mail headers, a mail log or a DNS lookup. Read it with Mail Triage.';
  item.command = 'mailTriage.readAsTicket';
  item.accessibilityInformation = { label: 'Read this text as a mail ticket', role: 'button' };
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  const look = async (document: TextDocument | undefined): Promise<void> => {
    const question = ++asked;
    const isTicket = document !== undefined && isPlain(document) && (await holdsTicket(document, server));
    // A later question overtakes an earlier one.
    if (question !== asked) return;
    if (isTicket) item.show();
    else item.hide();
  };
  void look(window.activeTextEditor?.document);
  return Disposable.from(
    item,
    new Disposable(() => {
      asked++;
      clearTimeout(timer);
    }),
    window.onDidChangeActiveTextEditor((editor) => void look(editor?.document)),
    workspace.onDidCloseTextDocument(() => void look(window.activeTextEditor?.document)),
    workspace.onDidOpenTextDocument(() => void look(window.activeTextEditor?.document)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => void look(window.activeTextEditor?.document), REST);
    }),
  );
}

const isPlain = ({ languageId, uri }: TextDocument): boolean => PLAIN.has(languageId) && uri.scheme !== 'output';

const holdsTicket = (document: TextDocument, server: LanguageServer): Promise<boolean> =>
  server.request(looksLikeTicketRequest, { text: document.getText().slice(0, LOOK) }).catch(() => false);
