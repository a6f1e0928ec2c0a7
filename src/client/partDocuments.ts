import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { MessageSource } from '../message/messageBytes.ts';
import type { PartContent } from '../message/parts/partContent.ts';
import { messageOf } from './cancellable.ts';
import { platform } from './platform/platform.ts';
import { t } from './platform/words.ts';

/** Documents that are parts of others: read-only, their address names the other and the line of the part. */
const SCHEME = 'mail-triage-part';

export const isPartUri = (uri: Uri): boolean => uri.scheme === SCHEME;

export type ReadSource = (uri: Uri, line: number) => Promise<MessageSource>;

const PLACE = /^(\d{1,9}) ([\s\S]+)$/;

const partUri = (of: string, line: number, name: string): Uri =>
  Uri.from({ scheme: SCHEME, path: `/${name.replace(/\.eml$/i, '')}.eml`, query: `${line} ${of}` });

let readSource: ReadSource | undefined;

/** The part that such an address names; rejects where it is gone. */
async function partOf(uri: Uri): Promise<PartContent> {
  const place = PLACE.exec(uri.query);
  if (place === null || readSource === undefined) throw new Error(t('This is no address of a part of a message.'));
  return readPartAt(Uri.parse(place[2] as string, true), Number(place[1]), readSource);
}

export async function readPartAt(uri: Uri, line: number, read: ReadSource): Promise<PartContent> {
  const { readPart } = await platform().messages();
  const part = readPart(await read(uri, line));
  if (part === undefined) throw new Error(t('The message has changed: no part starts in that line any more.'));
  return part;
}

export const partBytes = async (uri: Uri): Promise<Uint8Array> => (await partOf(uri)).bytes;

/** Opens a message inside another as a document of its own. */
export function registerPartDocuments(read: ReadSource): Disposable {
  readSource = read;
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async (uri) => new TextDecoder().decode(await partBytes(uri)),
    }),
    commands.registerCommand('mailTriage.openPart', async (uri: string, line: number) => {
      try {
        const { name } = await readPartAt(Uri.parse(uri, true), line, read);
        await window.showTextDocument(await workspace.openTextDocument(partUri(uri, line, name)), { preview: false });
      } catch (error) {
        await window.showErrorMessage(t('The message could not be opened: {0}', messageOf(error)));
      }
    }),
  );
}
