import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, keep, run, show } from './desk.ts';
import { fakeServer } from './fakeServer.ts';
import { folder, mail, panel } from './page.ts';
import { env, l10n } from './vscode.ts';

const load = async () => ({
  ...(await import('../../src/client/preview/preview.ts')),
  ...(await import('../../src/client/timeline.ts')),
});
let client: Awaited<ReturnType<typeof load>>;
describe('in the editor', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  describe('the page of a webview', () => {
    it('loads its own script and style, and nothing else', async () => {
      keep(client.registerPreview(folder));
      show('test:a.eml', mail, 'eml');
      await run('mailTriage.previewMessage');
      const { html } = panel();
      const nonce = /script-src 'nonce-([^']+)'/.exec(html)?.[1];
      assert.ok(nonce !== undefined && nonce.length > 20);
      assert.ok(html.includes(`<script nonce="${nonce}" src="webview:/ext/dist/webview/preview.js">`));
      assert.ok(html.includes('href="webview:/ext/media/preview.css"'));
      assert.ok(html.includes(`default-src 'none'; img-src data:; style-src csp: 'unsafe-inline'; script-src 'nonce-`));
      assert.ok(html.includes('<main id="preview" aria-live="polite"></main>'));
      const { viewType, place, options } = panel() as unknown as Record<string, unknown>;
      assert.deepEqual([viewType, place], ['mailTriage.preview', { viewColumn: -2, preserveFocus: true }]);
      const { enableScripts, retainContextWhenHidden, localResourceRoots } = options as Record<string, unknown>;
      assert.deepEqual(
        [enableScripts, retainContextWhenHidden, String(localResourceRoots)],
        [true, false, 'file:/ext/dist/webview,file:/ext/media'],
      );
    });

    it('speaks English, or the language of the editor where its words are there', async () => {
      const { fillWebview } = await import('../../src/client/webviewPage.ts');
      const filled = (): { html: string; options: unknown } => {
        const webview = { html: '', options: undefined, cspSource: 'csp:', asWebviewUri: (uri: unknown) => uri };
        fillWebview(webview as never, folder, { name: 'ticket', title: 'A ticket' });
        return webview;
      };
      const { html, options } = filled();
      assert.ok(html.includes('<html lang="en">') && html.includes('id="words">{}</script>'));
      assert.ok(html.includes('<main id="ticket"></main>') && html.includes('<title>A ticket</title>'));
      assert.ok(html.includes(`content="default-src 'none'; style-src csp:; script-src 'nonce-`));
      assert.equal((options as { enableScripts: boolean }).enableScripts, true);
      const old = { language: (env as { language?: string }).language };
      try {
        Object.assign(env, { language: 'de' });
        Object.assign(l10n, { bundle: { Hello: '</script><b>' } });
        const german = filled().html;
        assert.ok(german.includes('<html lang="de">'));
        // Nothing of the words is markup.
        assert.ok(german.includes('id="words">{"Hello":"\\u003c/script>\\u003cb>"}</script>'), german);
      } finally {
        Object.assign(l10n, { bundle: undefined });
        Object.assign(env, old);
      }
    });

    it('of the timeline has no styles within elements, and another nonce each time', async () => {
      keep(client.registerTimeline(folder, fakeServer({ 'mailTriage/timeline': null })));
      show('test:a.eml', mail, 'eml');
      await run('mailTriage.showTimeline');
      const first = panel().html;
      assert.ok(first.includes('style-src csp:; script-src'));
      panel().close();
      await run('mailTriage.showTimeline');
      assert.notEqual(panel().html, first);
    });
  });
});
