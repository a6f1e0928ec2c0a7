import assert from 'node:assert/strict';
import { commands, env, Position, Selection, window, workspace } from 'vscode';
import { until } from '../support/until.ts';

const MESSAGE =
  'From: "PayPal" <a@contoso.test>\nTo: user@northwind.test\nSubject: Your account\nMessage-ID: <1@contoso.test>\n\nLog in at https://fabrikam.test/x\n';

async function openText(language: string, content: string, line = 0): Promise<void> {
  const document = await workspace.openTextDocument({ language, content });
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(new Position(line, 0), new Position(line, 0));
  await until('the editor', async () => (window.activeTextEditor?.document === document ? true : undefined));
}

describe('copying indicators', () => {
  beforeEach(() => env.clipboard.writeText('unchanged'));
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    const document = window.activeTextEditor?.document;
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    // The next untitled document has the address of this one, and gets its text as long as this one is not closed.
    await until('the document to close', async () => (document === undefined || document.isClosed ? true : undefined));
  });

  it('asks for the format, and puts Markdown into the clipboard that begins with what speaks against the message', async () => {
    await openText('eml', MESSAGE);
    void commands.executeCommand('mailTriage.copyIndicators');
    const started = Date.now();
    const text = await until('the indicators', async () => {
      // The list takes the keyboard once it is shown.
      if (Date.now() - started > 300) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const copied = await env.clipboard.readText();
      return copied === 'unchanged' ? undefined : copied;
    });
    assert.match(
      text,
      /^# Message “Your account” in line 1\n\n## Speaks against it\n\n- The sender calls itself “PayPal”/,
    );
    assert.match(text, /`hxxps:\/\/fabrikam\[\.\]test\/x`/);
  });

  it('takes a format from a key binding, and the message in a ticket', async () => {
    await openText('smtp-transcript', `A user reports this:\n\n${MESSAGE}`, 4);
    await commands.executeCommand('mailTriage.copyIndicators', 'json');
    const report = JSON.parse(await env.clipboard.readText());
    assert.match(report.about, /^Message “Your account”/);
    assert.ok(report.indicators.some(({ value }: { readonly value: string }) => value === 'fabrikam[.]test'));
    await commands.executeCommand('mailTriage.copyIndicators', 'csv');
    assert.match(await env.clipboard.readText(), /,link,hxxps:\/\/fabrikam\[\.\]test\/x,/);
  });

  it('copies nothing where there is no message', async () => {
    await openText('smtp-transcript', 'Nothing but a note.\n');
    await commands.executeCommand('mailTriage.copyIndicators', 'csv');
    assert.equal(await env.clipboard.readText(), 'unchanged');
  });
});
