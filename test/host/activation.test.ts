import assert from 'node:assert/strict';
import { type CodeLens, commands, extensions, Uri, window, workspace } from 'vscode';
import { until } from '../support/until.ts';
import { listed } from './editor.ts';

describe('the extension', () => {
  const extension = extensions.getExtension('mail-triage.mail-triage');

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is awake once the editor has started', () =>
    until('the extension to activate', () => extension?.isActive === true));

  it('notices a ticket in a note, offers to read it where it stands, and reads it when told to', async () => {
    const session = '220 mx.contoso.test ESMTP\nEHLO pc\n250 mx.contoso.test\nQUIT\n221 bye\n';
    const content = `# Monday\n\nThe printer is back.\n\nThey sent this:\n\n${session}`;
    const note = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(note);
    const [lens] = await listed<CodeLens>('vscode.executeCodeLensProvider', note.uri);
    assert.equal(lens?.command?.command, 'mailTriage.readAsTicket');
    assert.equal(lens?.range.start.line, 6);
    await commands.executeCommand('mailTriage.readAsTicket');
    assert.equal(note.languageId, 'smtp-transcript');
  });

  it('binds keys that the editor itself binds to nothing', async () => {
    const address = Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await workspace.openTextDocument(address)).getText();
    const every = [
      ...text.matchAll(
        /"key": "([^"]{1,60})",\s{1,20}"command": "([^"]{1,200})"(?:,\s{1,100}"when": "([^"]{1,600})")?/g,
      ),
    ];
    // What holds on another system, or in an editor of a kind of its own, never meets a text.
    const bound = every.filter(([, , , when]) => !/^false$|activeCustomEditorId ==/.test(when ?? ''));
    assert.ok(bound.length > 500, `${bound.length}`);
    const keys: readonly { readonly key: string }[] = extension?.packageJSON.contributes.keybindings;
    for (const { key } of keys) {
      // A key alone would take its place in front of a chord, too.
      const [first] = key.split(' ');
      const others = bound.filter(([, other, command]) => other === key || (other === first && command !== ''));
      assert.deepEqual(
        others
          .filter(([, , command]) => !command?.startsWith('mailTriage.'))
          .map(([, , command, when]) => `${command} when ${when}`),
        [],
        key,
      );
    }
  });

  it('reads a message that opens', async () => {
    const [message] = await workspace.findFiles('**/*.eml', undefined, 1);
    assert.ok(message instanceof Uri, 'the workspace holds no message');
    const document = await workspace.openTextDocument(message);
    await window.showTextDocument(document);
    assert.equal(document.languageId, 'eml');
    await until('the extension to activate', () => extension?.isActive === true);
  });
});
