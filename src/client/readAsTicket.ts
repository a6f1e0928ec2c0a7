import { commands, Disposable, languages as editorLanguages, env, type TextDocument, window, workspace } from 'vscode';
import { looksLikeMessage } from '../core/ticket/messageStart.ts';
import { languages } from './languages.ts';

/** Commands that give pasted text the language that reads it. */
export function registerReadAsTicket(): Disposable {
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
  );
}

async function openTicket(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: languageOf(content), content });
  await window.showTextDocument(document);
}

const setLanguage = (document: TextDocument): Thenable<TextDocument> =>
  editorLanguages.setTextDocumentLanguage(document, languageOf(document.getText()));

const languageOf = (text: string): string => (looksLikeMessage(text) ? languages.message : languages.transcript);
