import assert from 'node:assert/strict';
import { commands, extensions, window } from 'vscode';
import type { MailTriage } from '../../src/client/extension.ts';
import { until } from '../support/until.ts';
import { open } from './editor.ts';

describe('the hop timeline', () => {
  const rows = (): readonly string[] => {
    const api = extensions.getExtension<MailTriage>('mail-triage.mail-triage')?.exports;
    return api?.timelineRows() ?? [];
  };

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the message with a row a hop behind the row of the Date field, oldest first', async () => {
    await open('3-took-four-hours.eml');
    await commands.executeCommand('mailTriage.showTimeline');
    const drawn = await until('five rows', () => (rows().length === 5 ? rows() : undefined));
    assert.match(drawn[0] ?? '', /Written/);
    assert.match(drawn[1] ?? '', /mail\.fabrikam\.test/);
    assert.match(drawn[1] ?? '', /2026-11-20 09:15:29 UTC/);
    assert.match(drawn[1] ?? '', /Fri, 20 Nov 2026 04:15:29 -0500/);
    assert.match(drawn[3] ?? '', /4 h 6 min/);
    assert.match(drawn[4] ?? '', /LMTP/);
    assert.equal(window.tabGroups.all.length, 2);
  });

  it('follows the message that is opened next', async () => {
    await open('2-bounced.eml');
    await until('three rows', () => rows().length === 3);
  });

  it('follows what is typed', async () => {
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const text = editor.document.getText();
    const at = editor.document.positionAt(text.indexOf('Received: by relay'));
    await editor.edit((edit) => edit.insert(at, 'Not-'));
    await until('two rows', () => rows().length === 2);
    await commands.executeCommand('undo');
    await until('three rows', () => rows().length === 3);
  });
});
