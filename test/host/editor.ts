import {
  commands,
  type Diagnostic,
  type Hover,
  MarkdownString,
  type Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { until } from '../support/until.ts';

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

/** The position of the first character of `text` in the document, `within` a larger text where one is given. */
export function positionOf(document: TextDocument, text: string, within = text): Position {
  const outer = document.getText().indexOf(within);
  const at = outer < 0 ? -1 : document.getText().indexOf(text, outer);
  if (at < 0) throw new Error(`"${text}" is not in the document`);
  return document.positionAt(at);
}

/** What all hovers say at a place; waits until the server has something to say. */
export async function hoverAt(document: TextDocument, position: Position): Promise<string> {
  return until(`a hover at ${position.line + 1}:${position.character + 1} of ${document.uri.path}`, async () => {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (part instanceof MarkdownString ? part.value : String(part)));
    return text.join('\n') || undefined;
  });
}

/** Asks a provider until its list holds something. */
export async function listed<T>(command: string, ...args: unknown[]): Promise<readonly T[]> {
  return until(`an answer of ${command}`, async () => {
    const list = await commands.executeCommand<T[] | undefined>(command, ...args);
    return list !== undefined && list.length > 0 ? list : undefined;
  });
}

/** The document behind the output channel of the probes, once it holds the text. */
export async function outputWith(text: string): Promise<TextDocument> {
  return until(`"${text}" in the output channel`, () =>
    workspace.textDocuments.find(
      ({ uri, languageId, getText }) =>
        uri.scheme === 'output' && languageId === 'smtp-transcript' && getText().includes(text),
    ),
  );
}

/** The code of a problem, which bears a link where the code is described. */
export const codeOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);
