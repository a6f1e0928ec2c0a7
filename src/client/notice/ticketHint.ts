import {
  CodeLens,
  commands,
  Disposable,
  EventEmitter,
  languages as editorLanguages,
  Range,
  StatusBarAlignment,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { isOurs } from '../languages.ts';
import { t } from '../platform/words.ts';
import { type Foretelling, readAsTicket } from '../readAsTicket.ts';
import type { LanguageServer } from '../server.ts';
import { type Notice, noticeIn } from './notice.ts';
import { isPasted } from './pasted.ts';

/** Languages of texts and data, in files of which tickets lie; an untitled text may be taken for any language. */
const TEXTS: ReadonlySet<string> = new Set(
  'plaintext log markdown json jsonc jsonl csv tsv xml html restructuredtext asciidoc'.split(' '),
);
/** Documents that the editor makes. */
const MADE = /^(?:output|debug|vscode|comment|search|git|mail-triage)/;
/** Milliseconds of rest before a text that is typed in is looked at. */
const REST = 300;

/** What stands in the hint, by what was noticed. */
const WORDS: Readonly<Record<Notice['kind'], string>> = {
  conversation: t('an SMTP session'),
  message: t('mail headers'),
  lookup: t('a DNS lookup'),
  log: t('a mail log'),
  notice: t('a failure of mail'),
};

/** The hint, and whether a ticket is noticed in the text of the active editor. */
export interface TicketHint extends Disposable {
  readonly noticed: boolean;
}

/** Offers to read the text of the active editor as a ticket, where one stands in it; an untitled one is read at once where that is set. */
export function registerTicketHint(server: LanguageServer, ticket: Foretelling): TicketHint {
  const item = window.createStatusBarItem('mailTriage.hint', StatusBarAlignment.Right, 100);
  item.name = 'Mail Triage';
  item.text = `$(mail) ${t('Read as mail ticket')}`;
  item.command = 'mailTriage.readAsTicket';
  item.accessibilityInformation = { label: t('Read this text as a mail ticket'), role: 'button' };
  const lensesChanged = new EventEmitter<void>();
  /** Untitled texts that were read once are not read again: somebody chose another language for them. */
  const readOnce = new Set<string>();
  let shown: { readonly document: TextDocument; readonly version: number; readonly notice?: Notice } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const show = (of?: Omit<NonNullable<typeof shown>, 'notice'>, notice?: Notice): void => {
    shown = of && { ...of, ...(notice && { notice }) };
    if (notice === undefined || !isSet('hint')) item.hide();
    else {
      item.tooltip = t('Line {0}: {1}. Read this text with Mail Triage.', notice.line + 1, WORDS[notice.kind]);
      item.show();
    }
    void commands.executeCommand('setContext', 'mailTriage.noticed', notice !== undefined);
    lensesChanged.fire();
  };
  const look = async (document = window.activeTextEditor?.document): Promise<void> => {
    const question = ++asked;
    if (
      document === undefined ||
      !isPlain(document) ||
      !(isSet('hint') || (document.isUntitled && isSet('readUntitled')))
    ) {
      show();
      return;
    }
    const key = document.uri.toString();
    const { version } = document;
    if (shown?.document === document && shown.version === version) return;
    if (shown?.document !== document) show();
    const isOver = (): boolean => question !== asked;
    const notice = await noticeIn(document, server, isOver).catch(() => undefined);
    // A later question overtakes an earlier one.
    if (isOver()) return;
    if (notice !== undefined && document.isUntitled && isSet('readUntitled') && !readOnce.has(key)) {
      readOnce.add(key);
      await readAsTicket(document, ticket);
    } else show({ document, version }, notice);
  };
  void look();
  const registered = Disposable.from(
    item,
    lensesChanged,
    new Disposable(() => {
      asked++;
      clearTimeout(timer);
    }),
    editorLanguages.registerCodeLensProvider(
      { pattern: '**' },
      {
        onDidChangeCodeLenses: lensesChanged.event,
        provideCodeLenses: ({ uri }: TextDocument) => {
          if (shown?.notice === undefined || shown.document.uri.toString() !== uri.toString() || !isSet('hint'))
            return [];
          const { line, kind } = shown.notice;
          const title = t('Read as mail ticket ({0})', WORDS[kind]);
          return [new CodeLens(new Range(line, 0, line, 0), { title, command: 'mailTriage.readAsTicket' })];
        },
      },
    ),
    window.onDidChangeActiveTextEditor((editor) => void look(editor?.document)),
    workspace.onDidOpenTextDocument((document) => {
      // The name of an untitled text is given again once it is closed.
      if (document.isUntitled && document.getText() === '') readOnce.delete(document.uri.toString());
      void look();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('mailTriage.notice')) return;
      show();
      void look();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      if (isPasted(contentChanges)) void look();
      else timer = setTimeout(() => void look(), REST);
    }),
  );
  return {
    get noticed() {
      return shown?.notice !== undefined && shown.document === window.activeTextEditor?.document;
    },
    dispose: () => registered.dispose(),
  };
}

const isSet = (name: 'hint' | 'readUntitled'): boolean =>
  workspace.getConfiguration('mailTriage.notice').get(name, name === 'hint');

const isPlain = ({ languageId, uri, isUntitled }: TextDocument): boolean =>
  !isOurs(languageId) && !MADE.test(uri.scheme) && (isUntitled || TEXTS.has(languageId));
