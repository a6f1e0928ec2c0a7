import { type TextDocument, type Uri, workspace } from 'vscode';
import type { MessageSource } from '../message/messageBytes.ts';
import { languages } from './languages.ts';
import { isPartUri, partBytes } from './partDocuments.ts';

/** The bytes behind a document as they were received, where the file still has them; else those of its text. */
export const sourceOf = async (uri: Uri, line: number): Promise<MessageSource> =>
  sourceOfDocument(await workspace.openTextDocument(uri), line);

/** The same of a document that is open: an untitled one may have the address of one that was just closed. */
export async function sourceOfDocument(document: TextDocument, line: number): Promise<MessageSource> {
  const start = document.languageId === languages.message ? 'message' : 'anywhere';
  const bytes = await storedBytes(document);
  return bytes === undefined
    ? { bytes: Buffer.from(document.getText()), line, start, from: 'editor' }
    : { bytes, line, start, from: 'file' };
}

async function storedBytes({ uri, isDirty, isUntitled }: TextDocument): Promise<Uint8Array | undefined> {
  if (isPartUri(uri)) return partBytes(uri);
  if (isDirty || isUntitled || uri.scheme === 'output') return undefined;
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    // Documents of other extensions have a text and no file.
    return undefined;
  }
}
