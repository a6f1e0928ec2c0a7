import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { messageOf } from '../cancellable.ts';
import { sourceOf } from '../documentBytes.ts';
import { platform } from '../platform/platform.ts';
import { t } from '../platform/words.ts';
import { PreviewPanel } from './previewPanel.ts';

/** Milliseconds of rest before a changed message is shown again. */
const REST = 400;

/** The preview of a message beside the editor: one panel, which follows changes of the text. */
export function registerPreview(extensionUri: Uri): Disposable {
  let panel: PreviewPanel | undefined;
  let shown: { readonly uri: Uri; readonly line: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const refresh = async (): Promise<void> => {
    const question = ++asked;
    if (shown === undefined || panel === undefined) return;
    const { uri, line } = shown;
    try {
      const { readPreview } = await platform().messages();
      const result = await readPreview(await sourceOf(uri, line));
      // A later question overtakes an earlier one.
      if (question !== asked) return;
      if (result.kind === 'preview') panel.show(uri, result.preview);
      else if (result.kind === 'no-message')
        panel.say('empty', t('There is no message here. Open one, or put the cursor into it.'));
      else panel.say('error', t('This message cannot be read: {0}', result.detail));
    } catch (error) {
      if (question === asked) panel?.say('error', t('The message could not be shown: {0}', messageOf(error)));
    }
  };
  const registered = Disposable.from(
    commands.registerCommand('mailTriage.previewMessage', async (given?: Uri | string, line?: number) => {
      const editor = window.activeTextEditor;
      const uri = typeof given === 'string' ? Uri.parse(given, true) : (given ?? editor?.document.uri);
      if (uri === undefined) {
        await window.showInformationMessage(t('Open a message first: the preview shows it as a mail program would.'));
        return;
      }
      const isActive = editor?.document.uri.toString() === uri.toString();
      shown = { uri, line: typeof line === 'number' ? line : isActive ? editor.selection.active.line : 0 };
      panel ??= new PreviewPanel(extensionUri, () => {
        panel = undefined;
      });
      panel.open(uri);
      await refresh();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (panel === undefined || document.uri.toString() !== shown?.uri.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), REST);
    }),
  );
  return new Disposable(() => {
    clearTimeout(timer);
    panel?.dispose();
    registered.dispose();
  });
}
