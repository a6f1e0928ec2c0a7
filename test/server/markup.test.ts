import assert from 'node:assert/strict';
import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import { markupsOf, withMarkup } from '../../src/server/markup.ts';

describe('the Markdown in answers', () => {
  const { Markdown, PlainText } = MarkupKind;

  it('is what the client says it takes, in each kind of answer by itself', () => {
    const of = (textDocument: ClientCapabilities['textDocument'], decodes = false) => {
      const { hover, completion, signature } = markupsOf(textDocument === undefined ? {} : { textDocument }, decodes);
      return [hover, completion, signature].join(' ');
    };
    const hover = { contentFormat: [Markdown, PlainText] };
    const completion = { completionItem: { documentationFormat: [Markdown] } };
    const signatureHelp = { signatureInformation: { documentationFormat: [Markdown] } };
    assert.equal(of({ hover, completion, signatureHelp }), 'markdown markdown markdown');
    assert.equal(of({ hover, completion, signatureHelp }, true), 'html html html');
    // LSP 3.17: who names no format takes plain text.
    assert.equal(of(undefined), 'plaintext plaintext plaintext');
    assert.equal(of({ hover }), 'markdown plaintext plaintext');
    assert.equal(of({ completion }), 'plaintext markdown plaintext');
    assert.equal(of({ signatureHelp }), 'plaintext plaintext markdown');
    assert.equal(of({ hover: {}, completion: {}, signatureHelp: {} }), 'plaintext plaintext plaintext');
    assert.equal(
      of({ hover: { contentFormat: [PlainText, Markdown] }, completion: { completionItem: {} } }),
      of({ hover: { contentFormat: [PlainText, Markdown] } }),
    );
  });

  const markdown = (value: string) => ({ kind: 'markdown', value });
  const range = { start: { line: 0, character: 3 }, end: null };
  const answer = {
    range,
    contents: markdown('**a** &lt;b&gt;'),
    items: [{ label: '**x** &lt;', documentation: markdown('[a](https://a.test/)') }, null, 7, 'y &lt;'],
    other: { kind: 'markdown', value: 1 },
    plain: { kind: 'plaintext', value: '**a**' },
  };

  it('is text where the client takes no more, wherever it stands; nothing else is changed', () => {
    assert.deepEqual(withMarkup(answer, 'plaintext'), {
      ...answer,
      contents: { kind: 'plaintext', value: 'a <b>' },
      items: [
        { label: '**x** &lt;', documentation: { kind: 'plaintext', value: 'a (https://a.test/)' } },
        ...answer.items.slice(1),
      ],
    });
  });

  it('has no entities for a client that would show them', () => {
    assert.deepEqual(withMarkup(answer, 'markdown'), { ...answer, contents: markdown('**a** \\<b\\>') });
    assert.equal(withMarkup(null, 'markdown'), null);
    assert.deepEqual(withMarkup([markdown('&amp;c')], 'markdown'), [markdown('\\&c')]);
  });

  it('stays as it is for our own client', () => assert.equal(withMarkup(answer, 'html'), answer));
});
