import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Position, Range, Uri, window, workspace } from 'vscode';
import { isOurs } from '../../src/client/languages.ts';

/** Opens every file of a folder and asks for everything; `MAIL_TRIAGE_FILES` names another folder than the samples. */
const folder = process.env.MAIL_TRIAGE_FILES ?? workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

describe(`any file of ${process.env.MAIL_TRIAGE_FILES ?? 'the samples'}`, () => {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is there', () => assert.ok(files.length > 0));

  for (const { name } of files) {
    it(`${name} opens and answers`, async () => {
      let document = await workspace.openTextDocument(Uri.file(join(folder, name)));
      await window.showTextDocument(document);
      if (!isOurs(document.languageId)) await commands.executeCommand('mailTriage.readAsTicket');
      document = window.activeTextEditor?.document ?? document;
      assert.ok(isOurs(document.languageId));
      const { uri } = document;
      const whole = new Range(0, 0, document.lineCount, 0);
      for (const [command, ...args] of [
        ['vscode.executeDocumentSymbolProvider'],
        ['vscode.executeFoldingRangeProvider'],
        ['vscode.executeInlayHintProvider', whole],
        ['vscode.provideDocumentSemanticTokens'],
        ['vscode.executeCodeLensProvider', 100],
      ] as const) {
        await commands.executeCommand(command, uri, ...args);
      }
      for (let line = 0; line < document.lineCount; line += Math.ceil(document.lineCount / 100)) {
        await commands.executeCommand(
          'vscode.executeHoverProvider',
          uri,
          new Position(line, Math.floor(document.lineAt(line).text.length / 2)),
        );
      }
      await commands.executeCommand('workbench.action.closeActiveEditor');
    });
  }
});
