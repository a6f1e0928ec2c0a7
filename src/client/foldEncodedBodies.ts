import { commands, type Disposable, type TextEditor, window, workspace } from 'vscode';
import { encodedBodiesRequest } from '../protocol/parts.ts';
import { languages } from './languages.ts';
import type { LanguageServer } from './server.ts';

/** Folds long encoded bodies once, when a message is first shown; what the user unfolds stays so. */
export function registerFoldEncodedBodies(server: LanguageServer): Disposable {
  // A document that is opened again is shown by the editor as it was left.
  const folded = new Set<string>();
  const look = async (editor: TextEditor | undefined): Promise<void> => {
    const document = editor?.document;
    if (document?.languageId !== languages.message || folded.has(document.uri.toString())) return;
    if (workspace.getConfiguration('mailTriage', document).get('foldEncodedParts') === false) return;
    folded.add(document.uri.toString());
    const lines = await server.request(encodedBodiesRequest, { uri: document.uri.toString() }).catch(() => []);
    // The command folds in the editor that has the focus, so only while that is still this one.
    if (lines.length === 0 || window.activeTextEditor?.document !== document) return;
    await commands.executeCommand('editor.fold', { selectionLines: [...lines], levels: 1 });
  };
  void look(window.activeTextEditor);
  return window.onDidChangeActiveTextEditor((editor) => void look(editor));
}
