import { TextDocument } from 'vscode-languageserver-textdocument';
import { EventEmitter, Position, Range, Selection, Uri } from './editorTypes.ts';

/** A document as the editor shows it. */
export class Document {
  readonly uri: Uri;
  readonly isDirty = false;
  isUntitled = false;
  isClosed = false;
  version = 1;
  languageId: string;
  #text: TextDocument;
  constructor(uri: Uri, languageId: string, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#text = TextDocument.create(uri.toString(), languageId, 1, text);
  }
  getText(range?: Range): string {
    return this.#text.getText(range);
  }
  positionAt(offset: number): Position {
    const { line, character } = this.#text.positionAt(offset);
    return new Position(line, character);
  }
  offsetAt(position: Position): number {
    return this.#text.offsetAt(position);
  }
  getWordRangeAtPosition(position: Position, form: RegExp): Range | undefined {
    const line = this.lineAt(position.line).text;
    for (const { 0: word, index } of line.matchAll(new RegExp(form, 'g')))
      if (index <= position.character && position.character <= index + word.length)
        return new Range(position.line, index, position.line, index + word.length);
    return undefined;
  }
  lineAt(line: number): { text: string } {
    return { text: this.getText().split('\n')[line] ?? '' };
  }
  get lineCount(): number {
    return this.#text.lineCount;
  }
  set text(text: string) {
    this.version++;
    this.#text = TextDocument.create(this.uri.toString(), this.languageId, 1, text);
    changed.document.fire({ document: this, contentChanges: [] });
  }
  /** Puts a text in the place of all, in one go. */
  paste(text: string): void {
    this.version++;
    this.#text = TextDocument.create(this.uri.toString(), this.languageId, 1, text);
    changed.document.fire({ document: this, contentChanges: [{ text }] });
  }
}

export interface Editor {
  readonly document: Document;
  selection: Selection;
  viewColumn?: number;
  revealed?: Range;
  revealRange(range: Range): void;
}

/** What the editor tells of. */
export const changed = {
  active: new EventEmitter<Editor | undefined>(),
  selection: new EventEmitter<{ textEditor: Editor; selections: readonly Selection[] }>(),
  opened: new EventEmitter<Document>(),
  tabs: new EventEmitter<{ opened: readonly { input: unknown }[] }>(),
  closed: new EventEmitter<Document>(),
  document: new EventEmitter<{ document: Document; contentChanges: readonly { text: string }[] }>(),
  trusted: new EventEmitter<void>(),
  folders: new EventEmitter<void>(),
  saved: new EventEmitter<{ uri: Uri }>(),
  configuration: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
};

/** A tool for assistants. */
export interface Tool {
  prepareInvocation(options: { readonly input: object }): {
    readonly invocationMessage: string;
    readonly confirmationMessages?: { readonly title: string; readonly message: string };
  };
  invoke(
    options: { readonly input: object },
    token: { readonly isCancellationRequested: boolean },
  ): Promise<{ readonly content: readonly { readonly value: string }[] }>;
}

export interface StatusItem {
  readonly id: string;
  readonly alignment: number;
  visible: boolean;
  [property: string]: unknown;
}

export interface Panel {
  title: string;
  visible: boolean;
  html: string;
  readonly posted: { type: string; [property: string]: unknown }[];
  readonly revealed: (readonly unknown[])[];
  /** What the page says. */
  say(message: unknown): void;
  hide(): void;
  close(): void;
}

/** A page in the side bar. */
export interface View {
  visible: boolean;
  readonly posted: { type: string; [property: string]: unknown }[];
  readonly webview: { html: string; [property: string]: unknown };
  /** What the page says. */
  say(message: unknown): void;
  hide(): void;
  [property: string]: unknown;
}

/** What lies on the desk: set and looked at by tests. */
export const desk = {
  settings: new Map<string, unknown>(),
  /** Values of the settings of the workspace, by their names. */
  ofWorkspace: new Map<string, unknown>(),
  commands: new Map<string, (...args: never[]) => unknown>(),
  executed: [] as (readonly unknown[])[],
  /** Whether what is executed is run, too. */
  runsCommands: false,
  /** Everything that was said to the user, as `kind: text`. */
  said: [] as string[],
  /** What is answered to the next questions. */
  answers: [] as unknown[],
  questions: [] as { readonly [property: string]: unknown }[],
  clipboard: '',
  documents: new Map<string, Document>(),
  files: new Map<string, Uint8Array>(),
  editor: undefined as Editor | undefined,
  items: new Map<string, StatusItem>(),
  output: '',
  outputShown: 0,
  /** Views of ours, by their names; each is there for the editor to open. */
  views: new Map<string, { open(): void; readonly view: View }>(),
  panels: [] as Panel[],
  trusted: true,
  /** What the editor calls the machine that it works on, where that is another one. */
  remote: undefined as string | undefined,
  tools: new Map<string, Tool>(),
  folders: [] as { uri: Uri }[],
  workspaceFile: undefined as Uri | undefined,
  /** Who gives the texts of documents that are no files, by their schemes. */
  contents: new Map<string, { provideTextDocumentContent(uri: Uri): Promise<string> }>(),
  customEditors: new Map<string, CustomEditor>(),
  /** The lenses of ours in a document of another language. */
  lenses: undefined as ((document: Document) => readonly unknown[]) | undefined,
  /** Puts what is dropped into a document of ours. */
  drops: undefined as
    | { provideDocumentDropEdits(document: unknown, position: unknown, transfer: unknown): Promise<unknown> }
    | undefined,
  /** What stands beside the language of a document. */
  languageStatus: undefined as Readonly<Record<string, unknown>> | undefined,
};

/** An editor of ours for files that are no text. */
export interface CustomEditor {
  openCustomDocument(uri: Uri): { uri: Uri; dispose(): unknown };
  resolveCustomEditor(document: { uri: Uri }, panel: unknown): Promise<void>;
}

const kept: { dispose(): unknown }[] = [];

/** Keeps something that is disposed of with the desk. */
export function keep<T extends { dispose(): unknown }>(one: T): T {
  kept.push(one);
  return one;
}

export function clearDesk(): void {
  for (const one of kept.splice(0)) one.dispose();
  for (const map of [
    desk.settings,
    desk.ofWorkspace,
    desk.commands,
    desk.documents,
    desk.files,
    desk.items,
    desk.views,
  ]) {
    map.clear();
  }
  for (const list of [desk.executed, desk.said, desk.answers, desk.questions, desk.panels]) list.length = 0;
  for (const emitter of Object.values(changed)) emitter.dispose();
  Object.assign(desk, {
    trusted: true,
    folders: [],
    workspaceFile: undefined,
    languageStatus: undefined,
    remote: undefined,
  });
  Object.assign(desk, { clipboard: '', editor: undefined, output: '', outputShown: 0 });
}

/** Opens a text in an editor that has the focus. */
export function show(uri: string, text: string, languageId = 'smtp-transcript'): Editor {
  const document = new Document(Uri.parse(uri), languageId, text);
  desk.documents.set(uri, document);
  changed.opened.fire(document);
  return focus(document);
}

/** Gives an editor of the document the focus; none where it is undefined. */
export function focus(document: Document): Editor;
export function focus(document: undefined): undefined;
export function focus(document: Document | undefined): Editor | undefined {
  const start = new Position(0, 0);
  desk.editor = document && {
    document,
    selection: new Selection(start, start),
    revealRange(range) {
      this.revealed = range;
    },
  };
  changed.active.fire(desk.editor);
  return desk.editor;
}

export function close(document: Document): void {
  document.isClosed = true;
  desk.documents.delete(document.uri.toString());
  if (desk.editor?.document === document) focus(undefined);
  changed.closed.fire(document);
}

/** Selects from one offset to another. */
export function select(editor: Editor, from: number, to = from): void {
  editor.selection = new Selection(editor.document.positionAt(from), editor.document.positionAt(to));
  changed.selection.fire({ textEditor: editor, selections: [editor.selection] });
}

export const configure = (name: string, value: unknown): void => {
  desk.settings.set(name, value);
  changed.configuration.fire({ affectsConfiguration: (section) => name.startsWith(section) });
};

/** Runs a command that the client registered. */
export const run = async (name: string, ...args: readonly unknown[]): Promise<unknown> =>
  (desk.commands.get(name) as ((...args: readonly unknown[]) => unknown) | undefined)?.(...args);
