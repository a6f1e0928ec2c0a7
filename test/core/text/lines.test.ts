import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../../src/core/text/lines.ts';

const linesOf = (text: string): string[] => {
  const lines = new Lines(text);
  return Array.from({ length: lines.count }, (_, i) => lines.at(i));
};

describe('Lines', () => {
  it('ends a line at CR LF, LF and a lone CR', () => {
    assert.deepEqual(linesOf('a\r\nb\nc\rd'), ['a', 'b', 'c', 'd']);
  });

  it('has one empty line in an empty text and behind a last line break', () => {
    assert.deepEqual(linesOf(''), ['']);
    assert.deepEqual(linesOf('a\n'), ['a', '']);
  });

  it('finds the line of an offset, line breaks counted to the line that they end', () => {
    const lines = new Lines('ab\r\ncd\n');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 6, 7].map((offset) => lines.lineOf(offset)),
      [0, 0, 0, 0, 1, 1, 2],
    );
  });

  it('answers the same whatever was asked before', () => {
    const text = 'ab\r\ncd\n\nef\rg';
    const whole = new Lines(text);
    assert.equal(whole.count, 5);
    for (let offset = 0; offset <= text.length; offset++) {
      assert.equal(new Lines(text).lineOf(offset), whole.lineOf(offset), `offset ${offset}`);
    }
    for (let line = 0; line < 7; line++) {
      const fresh = new Lines(text);
      assert.deepEqual(
        [fresh.end(line), fresh.start(line), fresh.has(line)],
        [whole.end(line), whole.start(line), line < 5],
      );
    }
  });

  it('agrees with the editor about every offset of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n', 'é') }), (text) => {
        const lines = new Lines(text);
        const document = TextDocument.create('test:', 'x', 1, text);
        assert.equal(lines.count, document.lineCount);
        for (let line = 0; line < lines.count; line++) {
          assert.equal(lines.start(line), document.offsetAt({ line, character: 0 }));
        }
        assert.equal(linesOf(text).join('').length, text.replace(/[\r\n]/g, '').length);
      }),
    );
  });
});
