import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { messageOf } from './cancellable.ts';
import { sourceOf } from './documentBytes.ts';
import { readPartAt } from './partDocuments.ts';
import { t } from './platform/words.ts';

/** Saves an attachment where the user says; the name that the sender gave it is only a proposal. */
export const registerSavePart = (): Disposable =>
  commands.registerCommand('mailTriage.savePart', async (uri: string, line: number) => {
    try {
      const of = Uri.parse(uri, true);
      const { name, bytes } = await readPartAt(of, line, sourceOf);
      const target = await window.showSaveDialog({ title: t('Save Attachment'), defaultUri: proposal(of, name) });
      if (target !== undefined) await workspace.fs.writeFile(target, bytes);
    } catch (error) {
      await window.showErrorMessage(t('The attachment could not be saved: {0}', messageOf(error)));
    }
  });

/** Beside the message where that is a file, else in the folder that is open. */
function proposal(of: Uri, name: string): Uri {
  const folder = workspace.getWorkspaceFolder(of)?.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const isFile = of.scheme === 'file' || of.scheme === 'vscode-remote';
  if (isFile) return Uri.joinPath(of, '..', name);
  return folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder, name);
}
