import assert from 'node:assert/strict';
import { type CodeAction, type CodeLens, commands, env, Range, type TextDocument } from 'vscode';
import { until } from '../support/until.ts';
import { listed, open, outputWith, positionOf } from './editor.ts';

describe('sessions of a ticket, against the lab', () => {
  let document: TextDocument;
  before(async () => {
    document = await open('1-relaying-denied.smtp.txt');
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('have a lens that runs them again, and actions that take them elsewhere', async () => {
    const lenses = await until('a lens above the session', async () => {
      const all = await listed<CodeLens>('vscode.executeCodeLensProvider', document.uri);
      return all.some(({ command }) => command?.command === 'mailTriage.runSession') ? all : undefined;
    });
    const lens = lenses.find(({ command }) => command?.command === 'mailTriage.runSession');
    assert.equal(lens?.command?.title, 'Run this session again up to RCPT');
    const at = positionOf(document, 'rcpt to');
    const range = new Range(at, at);
    const actions = await listed<CodeAction>('vscode.executeCodeActionProvider', document.uri, range);
    assert.ok(actions.some(({ title }) => title.startsWith('Copy this session as swaks')));
  });

  it('have commands that are there', async () => {
    const all = new Set(await commands.getCommands(true));
    for (const name of [
      'runSession',
      'copySession',
      'sendSampleMessage',
      'checkRecipients',
      'checkOpenRelay',
      'checkExposure',
      'checkRestriction',
      'scanTls',
      'cancelRetry',
    ]) {
      assert.ok(all.has(`mailTriage.${name}`), name);
    }
  });

  it('are copied as the command that is picked', async () => {
    await env.clipboard.writeText('');
    const done = commands.executeCommand('mailTriage.copySession', document.uri.toString(), 2);
    await until('the first form in the clipboard', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await env.clipboard.readText()).startsWith('swaks --server mail.fabrikam.test --port 25 ');
    });
    await done;
  });

  it('ask by a form, and nothing is asked of a server where it is left', async () => {
    let isOver = false;
    const done = commands.executeCommand('mailTriage.checkExposure', 'nostarttls.lab.test');
    void done.then(() => {
      isOver = true;
    });
    await until('the form to be left', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    });
    await commands.executeCommand('mailTriage.probeSmtpServer', 'nostarttls.lab.test');
    const output = await outputWith('# SMTP probe of nostarttls.lab.test:25');
    assert.doesNotMatch(output.getText(), /^\* Asks: exposure/m);
  });
});
