import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, ViewColumn, type Webview, type WebviewPanel, window } from 'vscode';

/** A page of ours beside the editor. */
export interface WebviewPage {
  /** Names its script in `dist/webview`, its style in `media`, its view type and the element that it fills. */
  readonly name: string;
  readonly title: string;
  /** What the policy allows besides the page's own script and style; `img-src data:` for instance. */
  readonly allows?: string;
  /** Styles within elements, as mails have them. */
  readonly inlineStyles?: boolean;
  /** Attributes of the element that the page fills. */
  readonly attributes?: string;
}

/** Opens a page that is thrown away while it is hidden. */
export function openWebview(extensionUri: Uri, page: WebviewPage): WebviewPanel {
  const panel = window.createWebviewPanel(
    `mailTriage.${page.name}`,
    page.title,
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { ...optionsOf(extensionUri), retainContextWhenHidden: false },
  );
  fillWebview(panel.webview, extensionUri, page);
  return panel;
}

const optionsOf = (extensionUri: Uri) => ({
  enableScripts: true,
  localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media')],
});

/** Makes a webview a page of ours, which loads nothing but its own script and style. */
export function fillWebview(webview: Webview, extensionUri: Uri, page: WebviewPage): void {
  const { name, title, allows, inlineStyles = false, attributes = '' } = page;
  webview.options = optionsOf(extensionUri);
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', `${name}.css`));
  const nonce = randomBytes(16).toString('base64');
  const styles = `style-src ${webview.cspSource}${inlineStyles ? " 'unsafe-inline'" : ''}`;
  const others = allows === undefined ? '' : `${allows}; `;
  const policy = `default-src 'none'; ${others}${styles}; script-src 'nonce-${nonce}'`;
  webview.html = `<!DOCTYPE html>
<html lang="${l10n.bundle === undefined ? 'en' : env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${title}</title>
<script type="application/json" id="words">${wordsOf(l10n.bundle)}</script>
</head>
<body>
<main id="${name}"${attributes}></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** The words of the interface as data in the page, of which nothing can be taken for its markup. */
const wordsOf = (bundle: unknown): string => JSON.stringify(bundle ?? {}).replaceAll('<', '\\u003c');
