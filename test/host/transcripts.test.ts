import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CodeLens,
  commands,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  languages,
  Range,
  type SemanticTokens,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { until } from '../support/until.ts';
import { codeOf, hoverAt, listed, open, positionOf } from './editor.ts';

describe('a transcript', () => {
  let document: TextDocument;

  before(async () => {
    document = await open('1-relaying-denied.smtp.txt');
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('gets its language by its name', () => assert.equal(document.languageId, 'smtp-transcript'));

  it('gets its language by its first line', async () => {
    const uri = workspace.workspaceFolders?.[0]?.uri.with({
      path: `${workspace.workspaceFolders[0].uri.path}/session`,
    });
    assert.ok(uri);
    await workspace.fs.writeFile(uri, Buffer.from('220 mx1.contoso.test ESMTP Postfix\nQUIT\n221 2.0.0 Bye\n'));
    try {
      assert.equal((await workspace.openTextDocument(uri)).languageId, 'smtp-transcript');
    } finally {
      await workspace.fs.delete(uri);
    }
  });

  it('explains a refused recipient where it stands in the session', async () => {
    const hover = await hoverAt(document, positionOf(document, '5.7.1'));
    assert.match(hover, /550 5&#46;7&#46;1\*\* in answer to RCPT/);
    assert.match(hover, /Who acts:\*\* the sender's admin/);
    assert.match(hover, /Retry:\*\* trying again unchanged will fail again/);
    assert.match(hover, /\[RFC \d+[^\]]*\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-/);
    assert.match(hover, /\n- /);
  });

  it('explains the wrapped second line as part of the same reply', async () => {
    assert.match(await hoverAt(document, positionOf(document, 'pleased to meet')), /250\*\* in answer to EHLO/);
  });

  it('explains commands and offered extensions', async () => {
    assert.match(await hoverAt(document, positionOf(document, 'rcpt to')), /\*\*RCPT\*\*/);
    assert.match(await hoverAt(document, positionOf(document, 'STARTTLS')), /\*\*STARTTLS\*\* offered/);
  });

  it('offers to probe the host under the cursor, in the hover and as an action', async () => {
    const position = positionOf(document, 'mail.fabrikam.test', 'telnet mail.fabrikam.test');
    assert.match(
      await hoverAt(document, position),
      /command:mailTriage\.probeSmtpServer\?%5B%22mail\.fabrikam\.test%22%5D/,
    );
    const actions = await listed<CodeAction>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(position, position),
    );
    assert.ok(actions.some(({ title }) => title === 'Probe SMTP server mail.fabrikam.test'));
  });

  it('has the refusal among the problems where its level is set, over both of its lines', async () => {
    const levels = workspace.getConfiguration('mailTriage');
    await levels.update('diagnostics.levels', { 'reply-permanent': 'error' });
    const [problem] = await until('a problem', () => {
      const problems = languages.getDiagnostics(document.uri).filter((one) => codeOf(one) === 'reply-permanent');
      return problems.length > 0 ? problems : undefined;
    });
    await levels.update('diagnostics.levels', undefined);
    assert.equal(problem && codeOf(problem), 'reply-permanent');
    assert.equal(problem?.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(problem?.range).replace(/\r?\n/g, ' ').endsWith('ired.'), true);
  });

  it('has its session and transaction in the outline', async () => {
    const [session] = await listed<DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.equal(session?.name, 'Session with mail.fabrikam.test');
    const [transaction] = session?.children ?? [];
    assert.equal(transaction?.name, 'from billing@contoso.test');
    assert.equal(transaction?.detail, 'accepted');
    assert.deepEqual(
      transaction?.children.map(({ name }) => name),
      ['to customer@northwind.test', 'to postmaster@fabrikam.test', 'message data'],
    );
  });

  it('folds the session, the transaction, the long reply and the message', async () => {
    const ranges = await listed<FoldingRange>('vscode.executeFoldingRangeProvider', document.uri);
    const starts = ranges.map(({ start }) => document.lineAt(start).text);
    for (const line of [
      '220-mail.fabrikam.test ESMTP',
      'mail from: billing@contoso.test',
      'Subject: test from accounting',
    ]) {
      assert.ok(starts.includes(line), `${line} does not fold; ${starts.join(' | ')} do`);
    }
  });

  it('is coloured by the server', async () => {
    const tokens = await until('tokens', async () =>
      commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri),
    );
    assert.ok(tokens.data.length > 100);
  });

  it('says above the session what happened', async () => {
    const lenses = await listed<CodeLens>('vscode.executeCodeLensProvider', document.uri, 10);
    assert.match(lenses[0]?.command?.title ?? '', /^Refused at RCPT: relaying denied/);
  });

  it('pasted into an untitled editor is read after one command', async () => {
    const pasted = await workspace.openTextDocument({ language: 'plaintext', content: document.getText() });
    await window.showTextDocument(pasted);
    await commands.executeCommand('mailTriage.readAsTicket');
    await until('the language to change', () =>
      workspace.textDocuments.some(
        ({ uri, languageId }) => uri.scheme === 'untitled' && languageId === 'smtp-transcript',
      ),
    );
  });
});
