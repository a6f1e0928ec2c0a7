import {
  Disposable,
  env,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { timelineMarkdown } from '../core/report/timelineMarkdown.ts';
import { defined } from '../core/text/defined.ts';
import {
  type FromTimelineView,
  type PictureForm,
  type RevealMessage,
  type Timeline,
  type ToTimelineView,
  timelineRequest,
} from '../protocol/timeline.ts';
import { nameOf, savePicture } from './picture.ts';
import { t } from './platform/words.ts';
import type { LanguageServer } from './server.ts';
import { ignoredMessage, ignoredSettings } from './settings/ignoredSettings.ts';
import { trustedNetworks } from './settings/settings.ts';
import { openWebview } from './webviewPage.ts';

/** Milliseconds that the cursor rests in a body before the message there is looked for. */
const REST = 150;

/** The webview that draws the hops of one document. It starts empty, asks, and is told. */
export class TimelinePanel {
  readonly #panel: WebviewPanel;
  readonly #server: LanguageServer;
  readonly #disposables: Disposable;
  #uri = '';
  /** Where the cursor was seen last. */
  #offset: number | undefined;
  /** How often the server was asked: only the last answer counts. */
  #asked = 0;
  /** What was drawn last, so that nothing is drawn twice. */
  #last = '';
  #resting: NodeJS.Timeout | undefined;
  #timeline: Timeline | null = null;
  #ready = false;
  #closed = false;
  #drawn: readonly string[] = [];
  /** What is said of networks that do not count. */
  #ignored: string | undefined;
  /** The picture that was asked for before the page could draw one. */
  #wanted: PictureForm | undefined;

  constructor(extensionUri: Uri, server: LanguageServer, onClose: () => void) {
    this.#server = server;
    this.#panel = openWebview(extensionUri, {
      name: 'timeline',
      title: t('Hop Timeline'),
      // The one image is the picture that is drawn onto the canvas.
      allows: 'img-src data:',
    });
    this.#disposables = Disposable.from(
      this.#panel,
      this.#panel.webview.onDidReceiveMessage((message: FromTimelineView) => this.#receive(message)),
      this.#panel.onDidChangeViewState(() => {
        // A hidden webview is thrown away; when it is shown again it starts over and asks.
        if (this.#closed || this.#panel.visible) return;
        this.#ready = false;
        this.#drawn = [];
      }),
      this.#panel.onDidDispose(() => {
        this.#closed = true;
        onClose();
      }),
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

  async show(uri: string, offset?: number): Promise<void> {
    this.#uri = uri;
    this.#offset = offset;
    await this.refresh();
    const ignored = ignoredMessage(await ignoredSettings(['trustedNetworks'], Uri.parse(uri)));
    this.#ignored = ignored;
    if (ignored !== undefined) this.#say(ignored);
  }

  /** Shows a ticket where it holds a header, and leaves what is shown where it holds none. */
  async follow(uri: string, offset?: number): Promise<void> {
    const asked = ++this.#asked;
    const timeline = await this.#ask(uri, offset);
    if (asked !== this.#asked || this.#closed || timeline === null || timeline.rows.length === 0) return;
    await this.show(uri, offset);
  }

  focus(): void {
    this.#panel.reveal(undefined, false);
  }

  /** Reads the document's hops again and draws them. */
  async refresh(): Promise<void> {
    const uri = this.#uri;
    const [offset, asked] = [this.#offset, ++this.#asked];
    const timeline = await this.#ask(uri, offset);
    if (asked !== this.#asked || this.#closed) return;
    this.#timeline = timeline;
    const drawn = JSON.stringify([uri, timeline]);
    if (drawn !== this.#last) this.#draw();
    this.#last = drawn;
    if (this.#offset !== undefined) this.#mark(this.#offset);
  }

  #ask(uri: string, offset: number | undefined): Promise<Timeline | null> {
    const networks = trustedNetworks(Uri.parse(uri));
    return this.#server.request(timelineRequest, { uri, trustedNetworks: networks, ...defined({ offset }) });
  }

  /** Follows the editor's cursor: to its hop, or to the message that it has moved to. */
  select(offset: number): void {
    this.#offset = offset;
    clearTimeout(this.#resting);
    const header = this.#timeline?.header;
    if (header === undefined || (header.start <= offset && offset < header.end)) this.#mark(offset);
    else this.#resting = setTimeout(() => void this.refresh(), REST);
  }

  /** Marks the hop whose field holds `offset`. */
  #mark(offset: number): void {
    const hop = this.#timeline?.rows.findIndex(({ span }) => span.start <= offset && offset < span.end) ?? -1;
    this.#post({ type: 'select', hop: hop < 0 ? null : hop });
  }

  /** Has the page draw the picture, and hands it out. */
  drawPicture(form: PictureForm): void {
    if (this.#ready) {
      this.#post({ type: 'drawPicture', form });
    } else {
      this.#wanted = form;
      this.#panel.reveal(undefined, true);
    }
  }

  async copyMarkdown(): Promise<void> {
    if (this.#timeline === null || this.#timeline.rows.length === 0) {
      this.#say(t('There are no hops to copy.'));
      return;
    }
    await env.clipboard.writeText(timelineMarkdown(nameOf(this.#uri), this.#timeline));
    this.#say(t('The hops are in the clipboard as a Markdown table.'));
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#disposables.dispose();
  }

  #draw(): void {
    const title = nameOf(this.#uri);
    this.#panel.title = t('Hops: {0}', title);
    this.#post(
      this.#timeline === null
        ? {
            type: 'empty',
            message: t(
              'This text has no Received fields, so there are no hops to show. Open a message with its full header.',
            ),
          }
        : { type: 'show', title, timeline: this.#timeline },
    );
  }

  #post(message: ToTimelineView): void {
    if (this.#ready && !this.#closed) void this.#panel.webview.postMessage(message);
  }

  #receive(message: FromTimelineView): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#draw();
        if (this.#ignored !== undefined) this.#post({ type: 'said', text: this.#ignored });
        if (this.#wanted !== undefined) this.#post({ type: 'drawPicture', form: this.#wanted });
        this.#wanted = undefined;
        break;
      case 'reveal':
        void this.#reveal(message.span);
        break;
      case 'drawn':
        this.#drawn = message.rows;
        break;
      case 'copyMarkdown':
        void this.copyMarkdown();
        break;
      case 'picture':
        void this.#handOut(message.form, message.data);
        break;
      case 'noPicture':
        this.#say(t('The picture could not be drawn: {0}.', message.reason));
    }
  }

  async #handOut(form: PictureForm, data: string): Promise<void> {
    if (form === 'png') {
      const outcome = await savePicture(this.#uri, data);
      if (outcome !== undefined) this.#say(outcome);
      return;
    }
    await env.clipboard.writeText(data);
    this.#say(t('The picture is in the clipboard as the text of an SVG file.'));
  }

  /** Says it in the page and, for those who look elsewhere, in the status bar. */
  #say(text: string): void {
    this.#post({ type: 'said', text });
    window.setStatusBarMessage(text, 5000);
  }

  async #reveal(span: RevealMessage['span']): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(this.#uri));
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.One });
    const start = document.positionAt(span.start);
    editor.selection = new Selection(start, start);
    editor.revealRange(new Range(start, document.positionAt(span.end)), TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
