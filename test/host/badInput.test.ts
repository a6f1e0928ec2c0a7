import assert from 'node:assert/strict';
import { commands, languages, Uri, window, workspace } from 'vscode';
import { until } from '../support/until.ts';
import { codeOf, hoverAt, open } from './editor.ts';

/** Opens bytes as a file of the workspace, looks at them, and deletes the file. */
async function withFile(name: string, content: Buffer, look: (uri: Uri) => Promise<void>): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = Uri.joinPath(folder.uri, name);
  await workspace.fs.writeFile(uri, content);
  try {
    await look(uri);
  } finally {
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await workspace.fs.delete(uri);
  }
}

const problemsOf = (uri: Uri): Promise<readonly (string | undefined)[]> =>
  until('problems', () => {
    const codes = languages.getDiagnostics(uri).map(codeOf);
    return codes.length > 0 ? codes : undefined;
  });

/** The server still answers for another document. */
async function serverLives(): Promise<void> {
  const document = await open('5-blocked.smtp.txt');
  assert.match(await hoverAt(document, document.positionAt(document.getText().indexOf('554'))), /554/);
}

describe('bad input', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('an empty file is read as nothing', () =>
    withFile('empty.eml', Buffer.alloc(0), async (uri) => {
      await window.showTextDocument(await workspace.openTextDocument(uri));
      assert.deepEqual(languages.getDiagnostics(uri), []);
      await commands.executeCommand('mailTriage.showTimeline', uri.toString());
    }));

  it('a header line without a colon is named, and the rest is read', () =>
    withFile('nocolon.eml', Buffer.from('From: a@b.test\nthis is no field\nTo: c@d.test\n\nbody\n'), async (uri) => {
      await window.showTextDocument(await workspace.openTextDocument(uri));
      assert.deepEqual(await problemsOf(uri), ['header-stray-line']);
    }));

  it('a reply of 999 is called no reply code', () =>
    withFile('odd.smtp.txt', Buffer.from('220 a.test ESMTP\nEHLO b.test\n999 what is this\n'), async (uri) => {
      await window.showTextDocument(await workspace.openTextDocument(uri));
      assert.ok((await problemsOf(uri)).includes('reply-not-a-code'));
    }));

  it('a binary file does no harm', () =>
    withFile('binary.smtp.txt', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), async (uri) => {
      // The editor may refuse to open bytes as text; what counts is that nothing breaks.
      await workspace.openTextDocument(uri).then(window.showTextDocument, () => undefined);
      await serverLives();
    }));

  it('a file of 20 MB does no harm', () =>
    withFile(
      'large.smtp.txt',
      Buffer.from('220 a.test ESMTP\nEHLO b.test\n250 a.test\nQUIT\n221 bye\n'.repeat(400_000)),
      async (uri) => {
        await workspace.openTextDocument(uri).then(window.showTextDocument, () => undefined);
        await serverLives();
      },
    ));

  const body = 'This line of a message goes on and on until it has some length.\n'.repeat(400);
  it('a file of 20 MB of large mails does no harm', () =>
    withFile(
      'large.smtp.txt',
      Buffer.from(
        `220 a.test ESMTP\nEHLO b.test\n250 a.test\nDATA\n354 go\n${body}.\n250 ok\nQUIT\n221 bye\n`.repeat(800),
      ),
      async (uri) => {
        await workspace.openTextDocument(uri).then(window.showTextDocument, () => undefined);
        await serverLives();
      },
    ));
});
