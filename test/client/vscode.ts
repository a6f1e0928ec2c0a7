/**
 * As much of the module `vscode` as the client uses, over a desk that tests lay out and look at. `load.ts` puts it in
 * its place; what the editor itself does is tested in `test/host`.
 */
import { readFileSync } from 'node:fs';
import {
  type CustomEditor,
  changed,
  Document,
  desk,
  type Editor,
  focus,
  type Panel,
  type StatusItem,
  type Tool,
  type View,
} from './desk.ts';
import {
  Disposable,
  EventEmitter,
  type Listener,
  Position,
  Range,
  Selection,
  Uri,
  WorkspaceEdit,
} from './editorTypes.ts';

export { Disposable, EventEmitter, Position, Range, Selection, Uri, WorkspaceEdit };

export const StatusBarAlignment = { Left: 1, Right: 2 };
export const QuickPickItemKind = { Separator: -1 };
export const ProgressLocation = { Notification: 15 };
export const ViewColumn = { One: 1, Beside: -2 };
export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 };

/** English, as an editor without our words in its language has it. */
export const l10n = {
  bundle: undefined,
  t: (text: string, ...values: readonly unknown[]): string =>
    text.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place)),
};

const say =
  (kind: string) =>
  async (text: string, ...rest: readonly unknown[]): Promise<unknown> => {
    desk.said.push(`${kind}: ${text}`);
    desk.questions.push({ text, rest });
    return rest.length === 0 ? undefined : desk.answers.shift();
  };

const ask = async (...question: readonly unknown[]): Promise<unknown> => {
  const [items, options] = question.length > 1 ? question : [undefined, ...question];
  desk.questions.push({ items, ...(options as object) });
  const answer = desk.answers.shift();
  return typeof answer === 'function' ? answer(items) : answer;
};

export class CodeLens {
  readonly range: Range;
  readonly command: unknown;
  constructor(range: Range, command: unknown) {
    this.range = range;
    this.command = command;
  }
}

export class DocumentDropEdit {
  readonly insertText: string;
  constructor(insertText: string) {
    this.insertText = insertText;
  }
}

export const DocumentDropOrPasteEditKind = { Text: { append: (...parts: readonly string[]) => parts.join('.') } };

export class ThemeIcon {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

export const commands = {
  registerCommand(name: string, handler: (...args: never[]) => unknown): Disposable {
    desk.commands.set(name, handler);
    return new Disposable(() => desk.commands.delete(name));
  },
  async executeCommand(...command: readonly unknown[]): Promise<void> {
    desk.executed.push(command);
    const [name, ...args] = command;
    if (desk.runsCommands) await desk.commands.get(String(name))?.(...(args as never[]));
  },
};

export const env = {
  get remoteName() {
    return desk.remote;
  },
  clipboard: {
    readText: async () => desk.clipboard,
    writeText: async (text: string) => {
      desk.clipboard = text;
    },
  },
  openExternal: async (uri: Uri) => void desk.executed.push(['openExternal', uri.toString()]),
};

export class LanguageModelTextPart {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

export class LanguageModelToolResult {
  readonly content: readonly LanguageModelTextPart[];
  constructor(content: readonly LanguageModelTextPart[]) {
    this.content = content;
  }
}

export const lm = {
  registerTool(name: string, tool: Tool): Disposable {
    desk.tools.set(name, tool);
    return new Disposable(() => desk.tools.delete(name));
  },
};

export const LanguageStatusSeverity = { Warning: 1 };

export const extensions = {
  getExtension: () => ({ packageJSON: JSON.parse(readFileSync('package.json', 'utf8')) as unknown }),
};

export const languages = {
  registerDocumentDropEditProvider(selector: unknown, provider: typeof desk.drops, about: unknown) {
    desk.drops = provider && Object.assign(provider, { selector, about });
    return new Disposable(() => Object.assign(desk, { drops: undefined }));
  },
  createLanguageStatusItem(id: string, selector: unknown) {
    const item = { id, selector, dispose: () => Object.assign(desk, { languageStatus: undefined }) };
    desk.languageStatus = item;
    return item;
  },
  registerCodeLensProvider(_: unknown, provider: { provideCodeLenses(document: Document): readonly unknown[] }) {
    desk.lenses = (document) => provider.provideCodeLenses(document);
    return new Disposable(() => Object.assign(desk, { lenses: undefined }));
  },
  setTextDocumentLanguage: async (document: Document, languageId: string) => Object.assign(document, { languageId }),
};

export class TabInputText {
  readonly uri: Uri;
  constructor(uri: Uri) {
    this.uri = uri;
  }
}

export const window = {
  get activeTextEditor() {
    return desk.editor;
  },
  get visibleTextEditors() {
    return desk.editor === undefined ? [] : [desk.editor];
  },
  onDidChangeActiveTextEditor: (listener: Listener<Editor | undefined>) => changed.active.event(listener),
  onDidChangeTextEditorSelection: changed.selection.event,
  tabGroups: { onDidChangeTabs: changed.tabs.event },
  showInformationMessage: say('information'),
  showWarningMessage: say('warning'),
  showErrorMessage: say('error'),
  setStatusBarMessage: say('status'),
  showQuickPick: ask,
  /** What is answered is typed and taken; nothing closes it. What cannot be taken leaves it open until it is closed. */
  createQuickPick() {
    const typed = new EventEmitter<string>();
    const accepted = new EventEmitter<void>();
    const hidden = new EventEmitter<void>();
    const pick = {
      value: '',
      items: [] as { label: string; value?: string }[],
      selectedItems: [] as object[],
      activeItems: [] as object[],
      onDidChangeValue: typed.event,
      onDidAccept: accepted.event,
      onDidHide: hidden.event,
      dispose: () => undefined,
      hide: () => hidden.fire(),
      show() {
        desk.questions.push(Object.assign(Object.create(pick) as object, { items: pick.items }));
        const answer = desk.answers.shift();
        if (typeof answer === 'string') {
          pick.value = answer;
          typed.fire(answer);
          pick.selectedItems = [pick.items.find(({ label }) => label === answer) ?? {}];
          accepted.fire();
          desk.questions.push({ items: pick.items });
        }
        hidden.fire();
      },
    };
    return pick;
  },
  showInputBox: ask,
  showOpenDialog: ask,
  /** What is answered is typed and taken; a function gets the box, to press its buttons. Without an answer it is closed. */
  createInputBox() {
    const accepted = new EventEmitter<void>();
    const hidden = new EventEmitter<void>();
    const pressed = new EventEmitter<unknown>();
    const box = {
      value: '',
      title: '',
      prompt: '',
      password: false,
      ignoreFocusOut: false,
      validationMessage: '',
      buttons: [] as object[],
      press: (index: number) => pressed.fire(box.buttons[index]),
      onDidAccept: accepted.event,
      onDidHide: hidden.event,
      onDidTriggerButton: pressed.event,
      dispose: () => undefined,
      show() {
        desk.questions.push(box);
        const answer = desk.answers.shift();
        if (answer !== undefined) {
          box.value = String(typeof answer === 'function' ? answer(box) : answer);
          accepted.fire();
        }
        hidden.fire();
      },
    };
    return box;
  },
  showSaveDialog: ask,
  showTextDocument: async (document: Document, options?: { viewColumn?: number }) => {
    const editor = focus(document);
    if (options?.viewColumn !== undefined) editor.viewColumn = options.viewColumn;
    return editor;
  },
  withProgress: (_: unknown, task: (progress: object, token: object) => Promise<unknown>) =>
    task(
      { report: ({ message }: { message: string }) => desk.said.push(`progress: ${message}`) },
      { onCancellationRequested: () => new Disposable(() => undefined) },
    ),
  createStatusBarItem(id: string, alignment: number): StatusItem {
    const item: StatusItem = {
      id,
      alignment,
      visible: false,
      show: () => Object.assign(item, { visible: true }),
      hide: () => Object.assign(item, { visible: false }),
      dispose: () => desk.items.delete(id),
    };
    desk.items.set(id, item);
    return item;
  },
  createOutputChannel: () => ({
    append(text: string) {
      desk.output += text;
    },
    replace(text: string) {
      desk.output = text;
    },
    show() {
      desk.outputShown++;
    },
    dispose: () => undefined,
  }),
  registerWebviewViewProvider(id: string, { resolveWebviewView }: { resolveWebviewView(view: unknown): void }) {
    const heard = new EventEmitter<unknown>();
    const changedVisibility = new EventEmitter<void>();
    const gone = new EventEmitter<void>();
    const view: View = {
      visible: true,
      posted: [],
      webview: {
        html: '',
        cspSource: 'csp:',
        asWebviewUri: (uri: Uri) => `webview:${uri.path}`,
        onDidReceiveMessage: heard.event,
        postMessage: async (message: View['posted'][number]) => view.posted.push(message),
      },
      onDidChangeVisibility: changedVisibility.event,
      onDidDispose: gone.event,
      say: (message) => heard.fire(message),
      hide() {
        view.visible = false;
        changedVisibility.fire();
        view.visible = true;
      },
    };
    desk.views.set(id, { open: () => resolveWebviewView(view), view });
    return new Disposable(() => desk.views.delete(id));
  },
  registerCustomEditorProvider(viewType: string, provider: CustomEditor): Disposable {
    desk.customEditors.set(viewType, provider);
    return new Disposable(() => desk.customEditors.delete(viewType));
  },
  createWebviewPanel(viewType: string, title: string, place: unknown, options: unknown) {
    const heard = new EventEmitter<unknown>();
    const hidden = new EventEmitter<void>();
    const gone = new EventEmitter<void>();
    const panel = {
      viewType,
      title,
      place,
      options,
      visible: true,
      posted: [] as Panel['posted'],
      revealed: [] as (readonly unknown[])[],
      webview: {
        html: '',
        cspSource: 'csp:',
        asWebviewUri: (uri: Uri) => `webview:${uri.path}`,
        onDidReceiveMessage: heard.event,
        postMessage: async (message: Panel['posted'][number]) => panel.posted.push(message),
      },
      get html() {
        return panel.webview.html;
      },
      reveal: (...where: readonly unknown[]) => panel.revealed.push(where),
      onDidChangeViewState: hidden.event,
      onDidDispose: gone.event,
      dispose: () => gone.fire(),
      say: (message: unknown) => heard.fire(message),
      hide() {
        panel.visible = false;
        hidden.fire();
        panel.visible = true;
      },
      close: () => gone.fire(),
    };
    desk.panels.push(panel);
    return panel;
  },
};

export const workspace = {
  get isTrusted() {
    return desk.trusted;
  },
  get workspaceFolders() {
    return desk.folders.length === 0 ? undefined : desk.folders;
  },
  get workspaceFile() {
    return desk.workspaceFile;
  },
  getWorkspaceFolder: ({ scheme, path }: Uri) =>
    desk.folders.find(({ uri }) => uri.scheme === scheme && path.startsWith(`${uri.path}/`)),
  onDidGrantWorkspaceTrust: changed.trusted.event,
  onDidChangeWorkspaceFolders: changed.folders.event,
  onDidSaveTextDocument: changed.saved.event,
  registerTextDocumentContentProvider(
    scheme: string,
    provider: { provideTextDocumentContent(uri: Uri): Promise<string> },
  ): Disposable {
    desk.contents.set(scheme, provider);
    return new Disposable(() => desk.contents.delete(scheme));
  },
  onDidOpenTextDocument: changed.opened.event,
  onDidCloseTextDocument: changed.closed.event,
  onDidChangeTextDocument: changed.document.event,
  onDidChangeConfiguration: changed.configuration.event,
  getConfiguration: (section: string, scope?: unknown) => ({
    get: (name: string, otherwise?: unknown) => {
      const byScope = desk.settings.get(`${section}.${name} of ${scope}`);
      return byScope ?? desk.settings.get(`${section}.${name}`) ?? otherwise;
    },
    inspect: (name: string) => ({ workspaceValue: desk.ofWorkspace.get(`${section}.${name}`) }),
    update: async (name: string, value: unknown, global: boolean) => {
      desk.executed.push(['update', `${section}.${name}`, value, global ? 'user' : 'workspace']);
    },
  }),
  async openTextDocument(given: Uri | { language: string; content: string }): Promise<Document> {
    if (given instanceof Uri) {
      const known = desk.documents.get(given.toString());
      if (known !== undefined) return known;
      const provider = desk.contents.get(given.scheme);
      if (provider === undefined) throw new Error(`${given} is gone`);
      const made = new Document(given, 'eml', await provider.provideTextDocumentContent(given));
      desk.documents.set(given.toString(), made);
      return made;
    }
    const document = new Document(Uri.parse(`untitled:new-${desk.documents.size}`), given.language, given.content);
    document.isUntitled = true;
    desk.documents.set(document.uri.toString(), document);
    return document;
  },
  async applyEdit({ edits }: WorkspaceEdit): Promise<boolean> {
    if (desk.settings.get('read-only') === true) return false;
    for (const { uri, range, text } of edits.toReversed()) {
      const document = desk.documents.get(uri.toString()) as Document;
      const whole = document.getText();
      document.text = whole.slice(0, document.offsetAt(range.start)) + text + whole.slice(document.offsetAt(range.end));
    }
    return true;
  },
  fs: {
    readFile: async (uri: Uri): Promise<Uint8Array> => {
      const bytes = desk.files.get(uri.toString());
      if (bytes === undefined) throw new Error(`${uri} is no file`);
      return bytes;
    },
    stat: async (uri: Uri): Promise<{ size: number }> => {
      const size = desk.files.get(uri.toString())?.length;
      if (size === undefined) throw new Error(`${uri} is no file`);
      return { size };
    },
    writeFile: async (uri: Uri, bytes: Uint8Array): Promise<void> => {
      if (desk.settings.get('read-only') === true) throw new Error('no room');
      desk.files.set(uri.toString(), bytes);
    },
  },
};
