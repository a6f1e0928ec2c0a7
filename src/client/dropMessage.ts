import {
  type DataTransferFile,
  type Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  languages,
  window,
} from 'vscode';
import { messageOf } from './cancellable.ts';
import { languages as ours } from './languages.ts';
import { platform } from './platform/platform.ts';
import { t } from './platform/words.ts';

const KIND = DocumentDropOrPasteEditKind.Text.append('mailTriage', 'message');

/** Files of mail programs, by their names. */
const MESSAGE = /\.(?:eml|msg)$/i;
/** Bytes of a file that is put into a text. */
const LARGEST = 20 * 1024 * 1024;

/**
 * A message that is dropped into a ticket, or into a text without a name, from where it has no path: out of a mail
 * program. It is put where it is dropped; whole files that a file manager drops are opened by the editor itself.
 */
export const registerDropMessage = (): Disposable =>
  languages.registerDocumentDropEditProvider(
    [...Object.values(ours).map((language) => ({ language })), { language: 'plaintext', scheme: 'untitled' }],
    {
      async provideDocumentDropEdits(_document, _position, transfer) {
        for (const [, item] of transfer) {
          const file = item.asFile();
          if (file === undefined || !MESSAGE.test(file.name)) continue;
          const text = await textOf(file);
          if (text !== undefined) return new DocumentDropEdit(text, t('Put the message here'), KIND);
        }
        return undefined;
      },
    },
    { dropMimeTypes: ['files'], providedDropEditKinds: [KIND] },
  );

/** The text of a message; nothing, and why in a message, where it cannot be read. */
async function textOf(file: DataTransferFile): Promise<string | undefined> {
  try {
    const bytes = await file.data();
    if (bytes.length > LARGEST) throw new Error(t('it is larger than 20 MiB'));
    if (/\.eml$/i.test(file.name)) return decoded(bytes);
    const { readOutlook } = await platform().messages();
    const read = readOutlook(bytes);
    if (!read.ok) throw new Error(read.problem);
    return read.text;
  } catch (error) {
    void window.showErrorMessage(t('The message could not be read: {0}', messageOf(error)));
    return undefined;
  }
}

/** As UTF-8 where it is, else each byte a character. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
