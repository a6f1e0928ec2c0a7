import assert from 'node:assert/strict';
import { commands, extensions, Uri, window, workspace } from 'vscode';
import { until } from '../support/until.ts';

describe('the extension', () => {
  const extension = extensions.getExtension('mail-triage.mail-triage');

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is there, and asleep while no mail is open', () => {
    assert.equal(extension?.isActive, false);
  });

  it('wakes when a message opens', async () => {
    const [message] = await workspace.findFiles('**/*.eml', undefined, 1);
    assert.ok(message instanceof Uri, 'the workspace holds no message');
    const document = await workspace.openTextDocument(message);
    await window.showTextDocument(document);
    assert.equal(document.languageId, 'eml');
    await until('the extension to activate', () => extension?.isActive === true);
  });
});
