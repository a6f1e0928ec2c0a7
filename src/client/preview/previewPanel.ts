import { commands, Disposable, env, Uri, type WebviewPanel, window } from 'vscode';
import type { FromPreviewView, Preview, PreviewLink, ToPreviewView } from '../../protocol/preview.ts';
import { t } from '../platform/words.ts';
import { openWebview } from '../webviewPage.ts';
import { linkQuestion } from './linkQuestion.ts';

/** The webview that shows a message. It starts empty, asks, and is told. */
export class PreviewPanel {
  readonly #panel: WebviewPanel;
  readonly #disposables: Disposable;
  #uri = '';
  #told: ToPreviewView = { type: 'loading' };
  #ready = false;

  constructor(extensionUri: Uri, onClose: () => void) {
    this.#panel = openWebview(extensionUri, {
      name: 'preview',
      title: t('Message Preview'),
      // The frame of the message inherits this policy: pictures that it carries, styles, and nothing else.
      allows: 'img-src data:',
      inlineStyles: true,
      attributes: ' aria-live="polite"',
    });
    this.#disposables = Disposable.from(
      this.#panel,
      this.#panel.webview.onDidReceiveMessage((message: FromPreviewView) => void this.#receive(message)),
      this.#panel.onDidChangeViewState(() => {
        // A hidden webview is thrown away; when it is shown again it starts over and asks.
        if (!this.#panel.visible) this.#ready = false;
      }),
      this.#panel.onDidDispose(onClose),
    );
  }

  /** Shows the panel for another document, or gives it the focus where it shows that one already. */
  open(uri: Uri): void {
    if (this.#uri === uri.toString()) {
      this.#panel.reveal(undefined, false);
      return;
    }
    this.#uri = uri.toString();
    this.#panel.title = t('Preview: {0}', uri.path.split('/').at(-1) as string);
    this.#tell({ type: 'loading' });
  }

  show(uri: Uri, preview: Preview): void {
    this.#uri = uri.toString();
    this.#tell({ type: 'show', preview });
  }

  say(type: 'empty' | 'error', message: string): void {
    this.#tell({ type, message });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #tell(message: ToPreviewView): void {
    this.#told = message;
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromPreviewView): Promise<void> {
    if (message.type === 'ready') {
      this.#ready = true;
      this.#tell(this.#told);
      return;
    }
    if (this.#told.type !== 'show') return;
    const { links, attachments } = this.#told.preview;
    if (message.type === 'save') {
      const attachment = attachments[message.attachment];
      if (attachment !== undefined) await commands.executeCommand('mailTriage.savePart', this.#uri, attachment.line);
    } else {
      const link = links[message.link];
      if (link !== undefined) await openLink(link);
    }
  }
}

/** Shows where a link leads, and opens it only when the user says so. */
async function openLink(link: PreviewLink): Promise<void> {
  const { href, opens } = link;
  const [open, copy] = [t('Open Link'), t('Copy Address')];
  const choices = opens ? [open, copy] : [copy];
  const { title, detail } = linkQuestion(link);
  const chosen = await window.showWarningMessage(title, { modal: true, detail }, ...choices);
  if (chosen === open) await env.openExternal(Uri.parse(href, true));
  else if (chosen === copy) await env.clipboard.writeText(href);
}
