import { commands, type Hover, MarkdownString, type Position, type TextDocument, Uri, window, workspace } from 'vscode';
import { until } from './run.ts';

export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

/** What all hovers say of a text in a document. */
export const hoverOn = (document: TextDocument, text: string): Promise<string> =>
  until(`a hover on ${text}`, async () => {
    const at = document.getText().indexOf(text);
    if (at < 0) throw new Error(`${text} is not in the document:\n${document.getText().slice(0, 500)}`);
    const place: Position = document.positionAt(at + 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
    const words = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one instanceof MarkdownString ? one.value : String(one))),
    );
    return words.join('\n') || undefined;
  });

/** The output of the checks, once it holds a text. */
export const outputWith = (text: string): Promise<string> =>
  until(`${text} in the output`, () =>
    workspace.textDocuments
      .filter(({ uri, languageId }) => uri.scheme === 'output' && languageId === 'smtp-transcript')
      .map((document) => document.getText())
      .find((one) => one.includes(text)),
  );
