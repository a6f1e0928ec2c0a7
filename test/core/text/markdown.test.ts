import assert from 'node:assert/strict';
import { codeSpan, escapeMarkdown } from '../../../src/core/text/markdown.ts';

describe('escapeMarkdown', () => {
  const inert = (text: string, escaped: string): void => assert.equal(escapeMarkdown(text), escaped);

  it('makes links, HTML and bare addresses inert', () => {
    inert('[x](command:evil)', '\\[x\\]\\(command&#58;evil\\)');
    inert('<img src=x>', '&lt;img src&#61;x&gt;');
    inert('see http://a.b', 'see http&#58;//a&#46;b');
    inert('bob@contoso.test', 'bob&#64;contoso&#46;test');
  });

  it('keeps a text on one line', () => inert('a\r\nb\n# c', 'a b \\# c'));

  it('takes out what turns or hides text', () => inert('a\u202eb\u0000', 'a\ufffdb\ufffd'));
});

describe('codeSpan', () => {
  it('cannot be left by backticks', () => {
    assert.equal(codeSpan('plain'), '`plain`');
    assert.equal(codeSpan('a `` b'), '``` a `` b ```');
    assert.equal(codeSpan('`'), '`` ` ``');
  });

  it('is nothing for nothing', () => assert.equal(codeSpan(' \n '), ''));
});
