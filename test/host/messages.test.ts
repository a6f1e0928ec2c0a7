import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type DocumentSymbol,
  type InlayHint,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { until } from '../support/until.ts';
import { codeOf, hoverAt, listed, open, positionOf } from './editor.ts';

const labels = (hints: readonly InlayHint[]): string[] =>
  hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));

const wholeOf = (document: TextDocument): Range =>
  new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);

describe('a message', () => {
  let document: TextDocument;

  before(async () => {
    document = await open('3-took-four-hours.eml');
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('gets the language that linguist names', () => assert.equal(document.languageId, 'eml'));

  it('explains a folded Received field', async () => {
    const hover = await hoverAt(document, positionOf(document, 'ESMTPS', 'mx2.contoso.test (Postfix) with ESMTPS'));
    assert.match(hover, /\*\*with ESMTPS\*\*: SMTP over TLS/);
    assert.match(hover, /Hop: 3 of 4/);
    assert.match(hover, /Delay: 4 h 6 min/);
  });

  it('decodes an encoded subject', async () => {
    assert.match(await hoverAt(document, positionOf(document, 'Subject')), /Lieferung am Montag – Änderung/);
  });

  it('explains authentication results one by one', async () => {
    const hover = await hoverAt(document, positionOf(document, 'Authentication-Results'));
    assert.match(hover, /dkim&#61;fail: /);
    assert.match(hover, /Checked by mx2/);
  });

  it('shows the delay behind each hop', async () => {
    const hints = await listed<InlayHint>('vscode.executeInlayHintProvider', document.uri, wholeOf(document));
    assert.deepEqual(labels(hints), ['+2 s', '+4 h 6 min', '+2 s', 'first hop']);
  });

  it('has its fields in the outline', async () => {
    const [message] = await listed<DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.equal(message?.name, 'Message');
    assert.ok(message?.children.some(({ name }) => name === 'Authentication-Results'));
  });

  it('leads to the timeline', async () => {
    const lenses = await listed<CodeLens>('vscode.executeCodeLensProvider', document.uri, 10);
    assert.ok(
      lenses.some(
        ({ command }) =>
          command?.title === 'Hop timeline: 4 hops, 4 h 6 min' && command.command === 'mailTriage.showTimeline',
      ),
    );
  });
});

describe('a bounce', () => {
  let document: TextDocument;

  before(async () => {
    document = await open('2-bounced.eml');
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('explains what the other server said', async () => {
    const hover = await hoverAt(document, positionOf(document, 'smtp; 550'));
    assert.match(hover, /550 5&#46;1&#46;1/);
    assert.match(hover, /Who acts:\*\* the sender/);
  });

  it('has the failed recipient among the problems where its level is set', async () => {
    const levels = workspace.getConfiguration('mailTriage');
    await levels.update('diagnostics.levels', { 'report-failed': 'error' });
    const problems = await until('a problem', () => {
      const found = languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    await levels.update('diagnostics.levels', undefined);
    assert.deepEqual(problems.map(codeOf), ['report-failed']);
    assert.match(problems[0]?.message ?? '', /Not delivered to wendy\.old@fabrikam\.test/);
  });

  it('is still read while it is typed in', async () => {
    const editor = window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.delete(new Range(0, 0, 3, 0)));
    assert.match(await hoverAt(document, positionOf(document, 'smtp; 550')), /550 5&#46;1&#46;1/);
    await commands.executeCommand('undo');
  });
});
