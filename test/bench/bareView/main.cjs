const { window, workspace } = require('vscode');

/**
 * The least that shows a text that is pasted in a view: each change is handed to a page which writes it down. What it
 * takes, the editor takes.
 */
exports.activate = ({ subscriptions }) => {
  let view;
  subscriptions.push(
    window.registerWebviewViewProvider('bareView', {
      resolveWebviewView(resolved) {
        view = resolved;
        view.webview.options = { enableScripts: true };
        view.webview.html = `<!DOCTYPE html><html><body><pre id="bare">bare</pre><script>
          addEventListener('message', ({ data }) => { document.getElementById('bare').textContent = data; });
        </script></body></html>`;
      },
    }),
    workspace.onDidChangeTextDocument(({ document }) => void view?.webview.postMessage(document.getText())),
  );
};
