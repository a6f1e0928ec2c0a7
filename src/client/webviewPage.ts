import { randomBytes } from 'node:crypto';
import { Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

/** A page of ours beside the editor. */
export interface WebviewPage {
  /** Names its script in `dist/webview`, its style in `media`, its view type and the element that it fills. */
  readonly name: string;
  readonly title: string;
  /** What the policy allows besides the page's own script and style; `img-src data:` for instance. */
  readonly allows: string;
  /** Styles within elements, as mails have them. */
  readonly inlineStyles: boolean;
  /** Attributes of the element that the page fills. */
  readonly attributes: string;
}

/** Opens a page that loads nothing but its own script and style, and is thrown away while it is hidden. */
export function openWebview(extensionUri: Uri, page: WebviewPage): WebviewPanel {
  const { name, title } = page;
  const folders = [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media')];
  const panel = window.createWebviewPanel(
    `mailTriage.${name}`,
    title,
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, localResourceRoots: folders, retainContextWhenHidden: false },
  );
  const { webview } = panel;
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', `${name}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', `${name}.css`));
  const nonce = randomBytes(16).toString('base64');
  const styles = `style-src ${webview.cspSource}${page.inlineStyles ? " 'unsafe-inline'" : ''}`;
  const policy = `default-src 'none'; ${page.allows}; ${styles}; script-src 'nonce-${nonce}'`;
  webview.html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${title}</title>
</head>
<body>
<main id="${name}"${page.attributes}></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  return panel;
}
