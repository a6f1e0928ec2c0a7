import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Selection, window, workspace } from 'vscode';
import { until } from '../support/until.ts';

const CONTENT = 'Please help.\npassword=hunter22\nalice@contoso.test from 8.8.8.8\nalice@contoso.test again\n';

/** Opens a text in an editor. */
async function openText(language = 'plaintext'): Promise<void> {
  const document = await workspace.openTextDocument({ language, content: CONTENT });
  await window.showTextDocument(document);
}

/** Runs the command and takes what its list has picked. */
async function accept(): Promise<void> {
  void commands.executeCommand('mailTriage.mask');
  // The list takes the keyboard once it is shown.
  const started = Date.now();
  await until('the masked text', async () => {
    if (Date.now() - started > 300) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const text = window.activeTextEditor?.document.getText() ?? '';
    return text.includes('MASKED') || text.includes('example') ? text : undefined;
  });
}

describe('masking', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('masks a text of any language at one stroke that can be undone', async () => {
    await openText();
    await accept();
    const document = window.activeTextEditor?.document;
    assert.equal(
      document?.getText(),
      'Please help.\npassword=MASKED\nuser1@domain1.example from 192.0.2.1\nuser1@domain1.example again\n',
    );
    await commands.executeCommand('undo');
    await until('the text as it was', () => (document?.getText() === CONTENT ? true : undefined));
  });

  it('masks a selection alone, with the stand-ins of the whole', async () => {
    await openText('smtp-transcript');
    const editor = window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new Selection(3, 0, 3, 30);
    await accept();
    assert.equal(editor.document.lineAt(3).text, 'user1@domain1.example again');
    assert.equal(editor.document.lineAt(2).text, 'alice@contoso.test from 8.8.8.8');
    assert.equal(editor.document.lineAt(1).text, 'password=hunter22');
  });

  it('masks a file into a copy first, and leaves the file as it is', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mask-')), 'ticket.txt');
    writeFileSync(path, CONTENT);
    const file = await workspace.openTextDocument(path);
    await window.showTextDocument(file);
    await accept();
    const copy = window.activeTextEditor?.document;
    assert.ok(copy?.isUntitled);
    assert.match(copy.getText(), /^Please help\.\npassword=MASKED\nuser1@domain1\.example/);
    assert.equal(file.getText(), CONTENT);
    assert.equal(file.isDirty, false);
  });
});
