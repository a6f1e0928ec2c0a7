import { Buffer } from 'node:buffer';
import { Uri, window, workspace } from 'vscode';
import { t } from './platform/words.ts';

/** The last part of a document's path. */
export const nameOf = (uri: string): string => Uri.parse(uri).path.split('/').at(-1) as string;

/** Asks where to, and saves a PNG that is given in base64; says what came of it, nothing where it was called off. */
export async function savePicture(uri: string, base64: string): Promise<string | undefined> {
  const document = Uri.parse(uri);
  const name = `${nameOf(uri).replace(/\.[^.]*$/, '') || 'hops'}-hops.png`;
  const folder = document.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document, '..');
  const target = await window.showSaveDialog({
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [t('PNG image')]: ['png'] },
    title: t('Save Hop Timeline as PNG'),
  });
  if (target === undefined) return undefined;
  try {
    await workspace.fs.writeFile(target, Buffer.from(base64, 'base64'));
    return t('The picture is saved as {0}.', nameOf(target.toString()));
  } catch (error) {
    return t('The picture could not be saved: {0}', error instanceof Error ? error.message : String(error));
  }
}
