import {
  commands,
  type Disposable,
  type QuickPickItem,
  Range,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { applyReplacements } from '../core/mask/edits.ts';
import type { MaskChoice, Replacement } from '../core/mask/maskChoice.ts';
import { type MaskParams, maskRequest } from '../protocol/texts.ts';
import { languages } from './languages.ts';
import { t } from './platform/words.ts';
import type { LanguageServer } from './server.ts';
import { ignoredMessage, ignoredSettings } from './settings/ignoredSettings.ts';

type Kind = keyof MaskChoice;

interface Item extends QuickPickItem {
  readonly choice: Kind | 'copy';
}

const LABELS: Readonly<Record<Kind, readonly [label: string, detail: string]>> = {
  addresses: [
    t('Addresses'),
    t('alice@contoso.test becomes user1@domain1.example, and contoso.test domain1.example everywhere'),
  ],
  names: [t('Names of people'), t('Alice Liddell becomes Person 1')],
  hosts: [t('Host names'), t('mx1.contoso.test becomes host1.domain1.example; those of well-known services stay')],
  ips: [t('IP addresses'), t('Public and private ones become addresses of the ranges for documentation')],
  messageIds: [t('Message-IDs'), t('They become id1@domain1.example')],
};

/** What is picked the first time. */
const STANDARD: readonly Kind[] = ['addresses', 'ips', 'messageIds'];

/** The command that takes out of a text what must not be shared. */
export function registerMask(server: LanguageServer): Disposable {
  let last: readonly Kind[] | undefined;
  /** A file is what somebody sent, so it is left as it is until the user decides otherwise; what was only pasted is not. */
  const intoCopy = { file: true, untitled: false };
  return commands.registerCommand('mailTriage.mask', async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      await window.showInformationMessage(t('Open the text that is to be masked first.'));
      return;
    }
    const ignored = last === undefined ? ignoredMessage(await ignoredSettings(['mask.kinds'])) : undefined;
    const of = editor.document.isUntitled ? 'untitled' : 'file';
    const picked = await pick(last ?? standard(), of, intoCopy[of], ignored);
    if (picked === undefined) return;
    last = picked.filter((choice) => choice !== 'copy');
    intoCopy[of] = picked.includes('copy');
    await mask(editor, last, intoCopy[of], server);
  });
}

/** The kinds of the setting; what is none is left out. */
function standard(): readonly Kind[] {
  const set: unknown = workspace.getConfiguration('mailTriage', null).get('mask.kinds');
  return Array.isArray(set) ? set.filter((kind): kind is Kind => Object.hasOwn(LABELS, String(kind))) : STANDARD;
}

async function pick(
  picked: readonly Kind[],
  of: 'file' | 'untitled',
  intoCopy: boolean,
  ignored: string | undefined,
): Promise<readonly (Kind | 'copy')[] | undefined> {
  const kinds = Object.entries(LABELS).map(
    ([choice, [label, detail]]): Item => ({
      choice: choice as Kind,
      label,
      detail,
      picked: picked.includes(choice as Kind),
    }),
  );
  const copy: Item = {
    choice: 'copy',
    label: t('Mask into a copy'),
    detail: t('Opens the masked text as a document of its own and leaves this one as it is'),
    picked: intoCopy,
  };
  const items = await window.showQuickPick(of === 'file' ? [copy, ...kinds] : [...kinds, copy], {
    canPickMany: true,
    title: t('Mask Secrets and Addresses'),
    placeHolder: [t('Passwords, tokens and keys are always masked. What else?'), ignored].filter(Boolean).join(' '),
  });
  return items?.map(({ choice }) => choice);
}

async function mask(
  editor: TextEditor,
  picked: readonly Kind[],
  intoCopy: boolean,
  server: LanguageServer,
): Promise<void> {
  const { document, selection } = editor;
  const text = document.getText();
  const has = (kind: Kind): boolean => picked.includes(kind);
  const params: MaskParams = {
    text,
    message: document.languageId === languages.message,
    choice: {
      addresses: has('addresses'),
      names: has('names'),
      hosts: has('hosts'),
      ips: has('ips'),
      messageIds: has('messageIds'),
    },
  };
  const { replacements: all, unsought } = await server.request(maskRequest, params);
  if (document.getText() !== text) {
    await window.showWarningMessage(
      t('The text changed while it was read, and nothing was masked. Run the command again.'),
    );
    return;
  }
  // Stand-ins are those of the whole ticket, also where only a part of it is masked.
  const from = selection.isEmpty ? 0 : document.offsetAt(selection.start);
  const to = selection.isEmpty ? text.length : document.offsetAt(selection.end);
  const chosen = all.filter(({ start, end }) => start < to && end > from);
  if (chosen.length === 0) {
    await window.showInformationMessage(
      selection.isEmpty
        ? t('Nothing to mask was found in this text.')
        : t('Nothing to mask was found in the selection.'),
    );
    return;
  }
  if (intoCopy) {
    const content = applyReplacements(text, chosen);
    const copy = await workspace.openTextDocument({ language: document.languageId, content });
    await window.showTextDocument(copy);
  } else if (!(await workspace.applyEdit(editOf(editor, chosen)))) {
    await window.showWarningMessage(t('The text could not be changed. Choose "Mask into a copy" instead.'));
    return;
  }
  const count = chosen.length;
  const places = count === 1 ? t('1 place') : t('{0} places', count);
  const done = intoCopy ? t('Masked {0} in a copy.', places) : t('Masked {0}.', places);
  const left =
    unsought === 0
      ? ''
      : `${t('Names and passwords that are masked only where the text shows what they are, because there are too many: {0}.', unsought)} `;
  void window.showInformationMessage(
    `${done} ${left}${t('Read the text through before you share it: not everything that identifies somebody has a known form.')}`,
  );
}

function editOf({ document }: TextEditor, replacements: readonly Replacement[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { start, end, text } of replacements) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  return edit;
}
