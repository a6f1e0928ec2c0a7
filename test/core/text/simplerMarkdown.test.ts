import assert from 'node:assert/strict';
import { codeSpan, escapeMarkdown } from '../../../src/core/text/markdown.ts';
import { inMarkup, markupFor } from '../../../src/core/text/simplerMarkdown.ts';

describe('Markdown for editors that show it otherwise', () => {
  const both = (markdown: string): readonly string[] => [
    inMarkup(markdown, 'markdown'),
    inMarkup(markdown, 'plaintext'),
  ];

  it('has no entities, and backslashes only where a character would be markup', () => {
    const text = 'a.b@c.test: x=1 "y" it\'s $5 ^2 1-2 (3) {4} #5 |6|!';
    assert.deepEqual(both(escapeMarkdown(text)), [text, text]);
    assert.deepEqual(both(escapeMarkdown('<b> *x* [y](z) a_b `c` \\d ~e~ &lt;')), [
      '\\<b\\> \\*x\\* \\[y\\](z) a\\_b \\`c\\` \\\\d ~e~ &lt;',
      '<b> *x* [y](z) a_b `c` \\d ~e~ &lt;',
    ]);
  });

  it('stays inert at the beginning of a line', () => {
    for (const text of ['# x', '- x', '+ x', '~~~', '=== x', '| x']) {
      const [first] = both(escapeMarkdown(text));
      assert.equal(first, `\\${text}`);
      assert.equal(both(`a\n${escapeMarkdown(text)}`)[0], `a\n\\${text}`);
    }
  });

  it('keeps what stands in code as it is', () => {
    assert.deepEqual(both(codeSpan('&lt; \\* [x](y) **')), ['`&lt; \\* [x](y) **`', '&lt; \\* [x](y) **']);
    assert.deepEqual(both(codeSpan('a `b` &#46;')), ['`` a `b` &#46; ``', 'a `b` &#46;']);
  });

  it('is text where no Markdown is shown: names of links with where they lead, commands left out', () => {
    const markdown =
      '**550**: no  \n**Who acts:** you\n\n- [RFC 5321](https://rfc.test/a)\n\n---\n\n[Probe x](command:mailTriage.x?%5B%22a%22%5D) | y';
    assert.equal(
      inMarkup(markdown, 'plaintext'),
      '550: no\nWho acts: you\n\n- RFC 5321 (https://rfc.test/a)\n\nProbe x | y',
    );
  });

  it('is linear in what is hostile', () => {
    for (const piece of ['`', '` ', '\\', '&', '&#1', '[', '](', '**', '``x'])
      for (const markup of ['markdown', 'plaintext'] as const) inMarkup(piece.repeat(20_000), markup);
  });

  it('is chosen by what the client names', () => {
    assert.deepEqual(
      [markupFor(['markdown', 'plaintext'], true), markupFor(['markdown'], false), markupFor(['plaintext'], true)],
      ['html', 'markdown', 'plaintext'],
    );
    assert.equal(markupFor(undefined, true), 'plaintext');
  });
});
