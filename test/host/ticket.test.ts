import assert from 'node:assert/strict';
import { commands, env, extensions, Position, Selection, window, workspace } from 'vscode';
import type { MailTriage } from '../../src/client/extension.ts';
import { until } from '../support/until.ts';
import { open, outputWith } from './editor.ts';

const findings = (): readonly string[] =>
  extensions.getExtension<MailTriage>('mail-triage.mail-triage')?.exports?.findings() ?? [];

/** Runs a command that fills the clipboard, and returns what it put there. */
async function copied(command: string): Promise<string> {
  await env.clipboard.writeText('');
  await commands.executeCommand(command);
  return until(`text of ${command}`, async () => (await env.clipboard.readText()) || undefined);
}

describe('the ticket at hand', () => {
  afterEach(async () => {
    await workspace.getConfiguration('mailTriage').update('answer.template', undefined, true);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says what happened, the cause first', async () => {
    await open('5-blocked.smtp.txt');
    const lines = await until('findings', () =>
      findings()[0]?.startsWith('Refused at RCPT by mx1') ? findings() : undefined,
    );
    assert.match(
      lines[0] ?? '',
      /^Refused at RCPT by mx1\.contoso\.test: 203\.0\.113\.80 stands on the block list bl\.example; /,
    );
    assert.match(lines[1] ?? '', /^As a consequence refused at DATA/);
  });

  it('follows the editor and what is typed', async () => {
    await open('2-bounced.eml');
    await until('the bounce', () => findings()[0]?.startsWith('Bounced by mail.fabrikam.test'));
    const untitled = await workspace.openTextDocument({ language: 'smtp-transcript', content: '' });
    const editor = await window.showTextDocument(untitled);
    await until('an empty ticket', () => findings().length === 0);
    await editor.edit((edit) =>
      edit.insert(new Position(0, 0), '220 mx.a.test ESMTP\nEHLO b.test\n421 4.3.2 Service not available\n'),
    );
    await until('a new finding', () => findings()[0]?.startsWith('Deferred at EHLO by mx.a.test'));
  });

  it('is answered in Markdown with the lines and who acts', async () => {
    await open('1-relaying-denied.smtp.txt');
    const text = await copied('mailTriage.copyAnswer');
    assert.match(text, /^\*\*Refused at RCPT by mail\.fabrikam\.test: relaying denied; the sender's admin must /);
    assert.match(text, /Who acts: the sender's admin\./);
    assert.match(text, /\n19: 550 5\.7\.1 /);
    assert.match(text, /Evidence from 1-relaying-denied\.smtp\.txt:/);
  });

  it('is answered by the template of the user', async () => {
    await workspace.getConfiguration('mailTriage').update('answer.template', 'Dear user: {{finding}}', true);
    await open('1-relaying-denied.smtp.txt');
    assert.match(await copied('mailTriage.copyAnswer'), /^Dear user: Refused at RCPT by /);
  });

  it('asks the sender for what is missing', async () => {
    await open('1-relaying-denied.smtp.txt');
    const text = await copied('mailTriage.copySenderRequest');
    assert.match(text, /Resolve-DnsName -Type MX northwind\.test/);
    assert.match(text, /dig \+noall \+comments \+answer MX northwind\.test/);
    assert.match(text, /the bounce, complete/);
  });

  it('explains what is selected, in the output channel', async () => {
    const document = await open('1-relaying-denied.smtp.txt');
    const editor = await window.showTextDocument(document);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('550 5.7.1'));
    editor.selection = new Selection(line, 0, line, document.lineAt(line).text.length);
    await commands.executeCommand('mailTriage.explain');
    const text = (await outputWith('# Explanation of "550 5.7.1')).getText();
    assert.match(text, /\* Who acts: the sender's admin\./);
  });
});
