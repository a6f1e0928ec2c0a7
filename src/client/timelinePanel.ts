import { randomBytes } from 'node:crypto';
import {
  Disposable,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  type FromTimelineView,
  type RevealMessage,
  type TimelineParams,
  type TimelineResult,
  type ToTimelineView,
  timelineRequest,
} from '../protocol/timeline.ts';
import type { LanguageServer } from './server.ts';

/** The webview that draws the hops of one document. It starts empty, asks, and is told. */
export class TimelinePanel {
  readonly #panel: WebviewPanel;
  readonly #server: LanguageServer;
  readonly #disposables: Disposable;
  #uri = '';
  #timeline: TimelineResult = null;
  #ready = false;
  #drawn: readonly string[] = [];

  constructor(extensionUri: Uri, server: LanguageServer, onClose: () => void) {
    this.#server = server;
    const folders = [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media')];
    this.#panel = window.createWebviewPanel(
      'mailTriage.timeline',
      'Hop Timeline',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: folders, retainContextWhenHidden: false },
    );
    this.#panel.webview.html = this.#html(extensionUri);
    this.#disposables = Disposable.from(
      this.#panel,
      this.#panel.webview.onDidReceiveMessage((message: FromTimelineView) => this.#receive(message)),
      this.#panel.onDidChangeViewState(() => {
        // A hidden webview is thrown away; when it is shown again it starts over and asks.
        if (this.#panel.visible) return;
        this.#ready = false;
        this.#drawn = [];
      }),
      this.#panel.onDidDispose(onClose),
    );
  }

  /** The document whose hops are shown. */
  get uri(): string {
    return this.#uri;
  }

  /** The text of each row that is shown, oldest hop first. */
  get rows(): readonly string[] {
    return this.#drawn;
  }

  async show(uri: string): Promise<void> {
    this.#uri = uri;
    await this.refresh();
  }

  focus(): void {
    this.#panel.reveal(undefined, false);
  }

  /** Reads the document's hops again and draws them. */
  async refresh(): Promise<void> {
    const uri = this.#uri;
    const params: TimelineParams = { uri };
    const timeline = await this.#server.request<TimelineResult>(timelineRequest, params);
    if (uri !== this.#uri) return;
    this.#timeline = timeline;
    this.#draw();
  }

  /** Marks the hop whose field holds `offset`, the editor's cursor. */
  select(offset: number): void {
    const hop = this.#timeline?.rows.findIndex(({ span }) => span.start <= offset && offset < span.end) ?? -1;
    this.#post({ type: 'select', hop: hop < 0 ? null : hop });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #draw(): void {
    const title = Uri.parse(this.#uri).path.split('/').at(-1) ?? '';
    this.#panel.title = `Hops: ${title}`;
    this.#post(
      this.#timeline === null
        ? {
            type: 'empty',
            message:
              'This text has no Received fields, so there are no hops to show. Open a message with its full header.',
          }
        : { type: 'show', title, timeline: this.#timeline },
    );
  }

  #post(message: ToTimelineView): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  #receive(message: FromTimelineView): void {
    if (message.type === 'ready') {
      this.#ready = true;
      this.#draw();
    } else if (message.type === 'reveal') {
      void this.#reveal(message.span);
    } else {
      this.#drawn = message.rows;
    }
  }

  async #reveal(span: RevealMessage['span']): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(this.#uri));
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.One });
    const start = document.positionAt(span.start);
    editor.selection = new Selection(start, start);
    editor.revealRange(new Range(start, document.positionAt(span.end)), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #html(extensionUri: Uri): string {
    const { webview } = this.#panel;
    const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', 'timeline.js'));
    const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'timeline.css'));
    const nonce = randomBytes(16).toString('base64');
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Hop Timeline</title>
</head>
<body>
<main id="timeline"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  }
}
