import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  languages,
  Position,
  type SelectionRange,
  type SignatureHelp,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { until } from '../support/until.ts';
import { codeOf, hoverAt, listed, open, positionOf } from './editor.ts';

describe('a log in a ticket', () => {
  let document: TextDocument;

  before(async () => {
    document = await open('6-mail-log.ticket.txt');
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('links the lines of one message', async () => {
    const position = positionOf(document, '4C1D52280FF', '4C1D52280FF: removed');
    const highlights = await listed<DocumentHighlight>('vscode.executeDocumentHighlights', document.uri, position);
    assert.ok(highlights.length >= 7, `${highlights.length} highlights`);
    const references = await listed<Location>('vscode.executeReferenceProvider', document.uri, position);
    assert.ok(references.every(({ range }) => document.getText(range) !== '7A90E228101'));
    const [first] = await listed<Location>('vscode.executeDefinitionProvider', document.uri, position);
    assert.equal(first?.range.start.line, 4);
  });

  it('groups the outline by message', async () => {
    const symbols = await listed<DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    const text = JSON.stringify(symbols);
    for (const part of ['4C1D52280FF', 'carol@contoso.test', '7A90E228101']) assert.ok(text.includes(part), part);
  });

  it('explains the reply and the delay', async () => {
    assert.match(await hoverAt(document, positionOf(document, '552 5.2.2')), /552 5&#46;2&#46;2/);
    assert.match(await hoverAt(document, positionOf(document, '0.1/0.01/2.3/1.7')), /queue/i);
  });
});

describe('a transcript that is written by hand', () => {
  let document: TextDocument;
  const text =
    '220 mx.contoso.test ESMTP\nEHLO desk.contoso.test\n250-mx.contoso.test\n250-SIZE 1000\n250-AUTH PLAIN\n250 STARTTLS\nMAIL FROM:<a@contoso.test> \n';

  before(async () => {
    document = await workspace.openTextDocument({ language: 'smtp-transcript', content: text });
    await window.showTextDocument(document);
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  const labels = async (position: Position): Promise<string[]> =>
    until('a completion', async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return items.length > 0 ? items.map(({ label }) => (typeof label === 'string' ? label : label.label)) : undefined;
    });

  it('completes commands, and parameters that the server offers', async () => {
    assert.ok((await labels(new Position(7, 0))).some((label) => label.startsWith('RCPT')));
    const parameters = await labels(new Position(6, 28));
    assert.ok(
      parameters.some((label) => label.startsWith('SIZE')),
      parameters.join(),
    );
  });

  it('shows the form of a command', async () => {
    const help = await until('a signature', async () => {
      const found = await commands.executeCommand<SignatureHelp | undefined>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        new Position(6, 12),
      );
      return found !== undefined && found.signatures.length > 0 ? found : undefined;
    });
    assert.match(help.signatures[0]?.label ?? '', /MAIL FROM/);
  });

  it('widens a selection from the word to the session', async () => {
    const [range] = await listed<SelectionRange>('vscode.executeSelectionRangeProvider', document.uri, [
      new Position(6, 14),
    ]);
    let widest = range;
    while (widest?.parent !== undefined) widest = widest.parent;
    assert.equal(widest?.range.start.line, 0);
  });

  it('has links to the RFCs that a text names', async () => {
    const prose = await workspace.openTextDocument({
      language: 'smtp-transcript',
      content: 'See RFC 2821 for this.\n',
    });
    const [link] = await listed<DocumentLink>('vscode.executeLinkProvider', prose.uri);
    assert.match(String(link?.target), /rfc2821/);
    assert.match(await hoverAt(prose, new Position(0, 6)), /5321/);
  });
});

describe('the levels of problems', () => {
  after(async () => {
    await workspace.getConfiguration('mailTriage').update('diagnostics.levels', undefined);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('follow the settings', async () => {
    const document = await open('5-blocked.smtp.txt');
    const codes = (): (string | undefined)[] => languages.getDiagnostics(document.uri).map(codeOf);
    await workspace.getConfiguration('mailTriage').update('diagnostics.levels', { 'reply-permanent': 'error' });
    await until('a refusal', () => codes().includes('reply-permanent'));
    await workspace.getConfiguration('mailTriage').update('diagnostics.levels', { 'reply-permanent': 'off' });
    await until('no refusal', () => !codes().includes('reply-permanent'));
  });
});
