import { Disposable, Uri, window, workspace } from 'vscode';
import { messageOf } from './cancellable.ts';
import { platform } from './platform/platform.ts';

/** Documents that are made of .msg files: read-only, their address names the file. */
const SCHEME = 'mail-triage-outlook';

export const isOutlookUri = (uri: Uri): boolean => uri.scheme === SCHEME;

async function textOf(file: Uri): Promise<string> {
  const { readOutlook } = await platform().messages();
  const read = readOutlook(await workspace.fs.readFile(file));
  if (!read.ok) throw new Error(`The file ${read.problem}.`);
  return read.text;
}

/** Opens a .msg file of Outlook as the message that it holds. */
export const registerOutlookMessages = (): Disposable =>
  Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) => textOf(Uri.parse(query, true)),
    }),
    window.registerCustomEditorProvider('mailTriage.outlook', {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      async resolveCustomEditor({ uri }, panel) {
        try {
          await textOf(uri);
          const made = Uri.from({ scheme: SCHEME, path: `${uri.path}.eml`, query: uri.toString() });
          const document = await workspace.openTextDocument(made);
          await window.showTextDocument(document, {
            preview: false,
            ...(panel.viewColumn && { viewColumn: panel.viewColumn }),
          });
          panel.dispose();
        } catch (error) {
          panel.webview.html = `<!DOCTYPE html><meta charset="utf-8"><p>${messageOf(error).replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)}</p>`;
        }
      },
    }),
  );
