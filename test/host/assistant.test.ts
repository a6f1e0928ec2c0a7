import assert from 'node:assert/strict';
import { commands, type LanguageModelTextPart, lm } from 'vscode';
import { open } from './editor.ts';

/** What a tool answers; in tests the editor takes each question as agreed to. */
async function invoke(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part as LanguageModelTextPart).value).join('');
}

describe('the tools for assistants', () => {
  before(() => open('1-relaying-denied.smtp.txt'));
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are known to the editor with what they take', () => {
    const ours = lm.tools.filter(({ name }) => name.startsWith('mailTriage_'));
    assert.deepEqual(ours.map(({ name }) => name).sort(), [
      'mailTriage_checkDomain',
      'mailTriage_explainReply',
      'mailTriage_probeServer',
      'mailTriage_readTicket',
    ]);
    assert.ok(ours.every(({ inputSchema }) => inputSchema !== undefined));
  });

  it('read the ticket in the editor, masked', async () => {
    const text = await invoke('mailTriage_readTicket', {});
    assert.match(text, /Refused at RCPT/);
    assert.match(text, /Who acts: the sender's admin/);
    assert.doesNotMatch(text, /fabrikam|northwind|contoso/);
  });

  it('read a file of the workspace, with its names where that is asked for', async () => {
    const text = await invoke('mailTriage_readTicket', { file: '1-relaying-denied.smtp.txt', unmasked: true });
    assert.match(text, /Refused at RCPT by mail\.fabrikam\.test/);
  });

  it('explain a reply', async () => {
    assert.match(await invoke('mailTriage_explainReply', { reply: '550 5.7.1 Relaying denied' }), /Who acts: /);
  });

  it('check a domain of the lab', async () => {
    const text = await invoke('mailTriage_checkDomain', { domain: 'spf:contoso.test' });
    assert.match(text, /^# Check of contoso\.test/);
    assert.match(text, /\npass spf-costs contoso\.test/);
  });

  it('probe a server of the lab', async () => {
    const text = await invoke('mailTriage_probeServer', { server: 'mx1.contoso.test' });
    assert.match(text, /C: STARTTLS/);
    assert.match(text, /\* Result: passed: mx1\.contoso\.test:25/);
  });
});
