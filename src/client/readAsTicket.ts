import {
  commands,
  Disposable,
  languages as editorLanguages,
  env,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { looksLikeMessage } from '../core/ticket/messageStart.ts';
import { languages } from './languages.ts';

/** Commands that give pasted text the language that reads it. */
export function registerReadAsTicket(extensionUri: Uri): Disposable {
  return Disposable.from(
    commands.registerCommand('mailTriage.readAsTicket', async () => {
      const document = window.activeTextEditor?.document;
      if (document !== undefined) await setLanguage(document);
      else await openTicket('');
    }),
    commands.registerCommand('mailTriage.newTicketFromClipboard', async () => {
      const text = await env.clipboard.readText();
      if (text.trim() === '') {
        await window.showInformationMessage(
          'The clipboard holds no text. Copy the bounce, the session or the headers first.',
        );
        return;
      }
      await openTicket(text);
    }),
    commands.registerCommand('mailTriage.openSample', async () => {
      const picked = await window.showQuickPick([...SAMPLES], { title: 'Open a Sample' });
      if (picked === undefined) return;
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', picked.file));
      await openTicket(new TextDecoder().decode(bytes));
    }),
  );
}

/** The samples that come with the extension. */
const SAMPLES = [
  { label: 'A session in which relaying is denied', file: '1-relaying-denied.smtp.txt' },
  { label: 'A bounce', file: '2-bounced.eml' },
  { label: 'A message that took four hours', file: '3-took-four-hours.eml' },
  { label: 'A ticket with look-ups and a session', file: '4-mixed.ticket.txt' },
  { label: 'A sender on a block list', file: '5-blocked.smtp.txt' },
  { label: 'A mail log', file: '6-mail-log.ticket.txt' },
];

/** Opens a text as a ticket without a file. */
export async function openTicket(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: languageOf(content), content });
  await window.showTextDocument(document);
}

const setLanguage = (document: TextDocument): Thenable<TextDocument> =>
  editorLanguages.setTextDocumentLanguage(document, languageOf(document.getText()));

const languageOf = (text: string): string => (looksLikeMessage(text) ? languages.message : languages.transcript);
