import { Uri, window, workspace } from 'vscode';
import { codeSpan } from '../../core/text/markdown.ts';
import { plainText } from '../../core/text/plain.ts';
import { handOverRequest } from '../../protocol/assistant.ts';
import { isOurs, languages } from '../languages.ts';
import { t } from '../platform/words.ts';
import type { LanguageServer } from '../server.ts';
import { type AssistantTool, type Input, textOf } from './tool.ts';

/** Characters of a text that are read for an assistant. */
const LIMIT = 5_000_000;

interface Source {
  readonly text: string;
  readonly message: boolean;
}

/** Reads a ticket: given as text, by its file in the workspace, or the one in the editor. */
export const readTool = (server: LanguageServer, atHand: () => Uri | undefined): AssistantTool => ({
  name: 'mailTriage_readTicket',
  prepare: (input) => ({
    invocationMessage: t('Reading the ticket'),
    ...(isUnmasked(input) && {
      confirmationMessages: {
        title: t('Hand over the ticket unmasked?'),
        message: t(
          'The assistant gets addresses, names, hosts and IP addresses of {0} as they stand there. Passwords, tokens and keys stay masked.',
          described(input),
        ),
      },
    }),
  }),
  run: async (input) => {
    const { text, message } = await sourceOf(input, atHand);
    if (text.length > LIMIT) throw new Error(`The text has more than ${LIMIT} characters; read a part of it.`);
    const unmasked = isUnmasked(input);
    const reading = await server.request(handOverRequest, { text, as: 'reading', message, unmasked });
    return unmasked ? `${reading}` : `${MASKED}\n\n${reading}`;
  },
});

/** Explains a code or a server's words. */
export const explainTool = (server: LanguageServer): AssistantTool => ({
  name: 'mailTriage_explainReply',
  prepare: () => ({ invocationMessage: t('Explaining the reply') }),
  run: async (input) => {
    const text = textOf(input, 'reply');
    if (text === '')
      throw new Error('Give the reply as "reply": a code, an enhanced status code or words of a server.');
    const params = { text, as: 'explanation', message: false, unmasked: false } as const;
    return (
      (await server.request(handOverRequest, params)) ??
      'It holds no reply code, no enhanced status code and no words that are known. Do not guess what it means.'
    );
  },
});

const MASKED =
  'Addresses, names, hosts, IP addresses and ids are stand-ins (domain1.example, user1); they exist nowhere. Ask the user for a real name before you check or probe it.';

const isUnmasked = (input: Input): boolean => input.unmasked === true;

const described = (input: Input): string => {
  const file = textOf(input, 'file');
  if (textOf(input, 'text') !== '') return t('the text in its question');
  return file === '' ? t('the ticket in the editor') : codeSpan(plainText(file, 200));
};

async function sourceOf(input: Input, atHand: () => Uri | undefined): Promise<Source> {
  const text = textOf(input, 'text');
  if (text !== '') return { text, message: false };
  const file = textOf(input, 'file');
  const active = window.activeTextEditor?.document;
  const uri =
    file !== '' ? inWorkspace(file) : (atHand() ?? (active && isOurs(active.languageId) ? active.uri : undefined));
  if (uri === undefined) {
    throw new Error(
      file === ''
        ? 'No ticket is open. Give its text as "text" or its file in the workspace as "file".'
        : 'The file is not in the workspace. Ask the user to open it, or give its text as "text".',
    );
  }
  const document = await workspace.openTextDocument(uri);
  return { text: document.getText(), message: document.languageId === languages.message };
}

/** A file by its path in a folder of the workspace, or from the root on; undefined where it lies outside of all. */
function inWorkspace(file: string): Uri | undefined {
  // `C:\\tickets\\a.eml` is `/c:/tickets/a.eml` in the editor, whose drives are the same in capitals.
  const isOnDrive = /^[a-z]:[\\/]/i.test(file);
  const given = isOnDrive ? `/${file.replaceAll('\\', '/')}` : file;
  const small = (path: string): string => (isOnDrive ? path.toLowerCase() : path);
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const path = small(given).startsWith(small(`${uri.path}/`)) ? given.slice(uri.path.length + 1) : file;
    if (/^(?:[a-z]:)?[\\/]/i.test(path) || path.split(/[\\/]/).includes('..')) continue;
    return Uri.joinPath(uri, path);
  }
  return undefined;
}
