import assert from 'node:assert/strict';
import { documentSpan, fieldText } from '../../../../src/core/mail/header/fieldText.ts';
import type { Field } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(text: string) {
  const [field] = readMessage(text, new Lines(text), 0, text.length).fields;
  return { field: field as Field, made: fieldText(text, field as Field) };
}

describe('the value of a field in one line', () => {
  it('is without its line ends', () => {
    for (const [text, value] of [
      ['A: b', ' b'],
      ['A: b\r\n c\n\td\n\n', ' b c\td'],
      ['A:\n b\n\n', ' b'],
      ['A:', ''],
    ] as const)
      assert.equal(read(text).made.value, value, JSON.stringify(text));
    assert.equal(read('Received: from a\nby b; x\n\n').made.value, ' from a by b; x');
  });

  it('has a way to the document and back', () => {
    const text = 'Received: from a\r\n\tby b\nfor c; x\n\n';
    const { made } = read(text);
    assert.equal(made.value, ' from a\tby b for c; x');
    for (const word of ['from', 'a\t', 'by', 'b ', 'for', 'c', 'x']) {
      const at = made.value.indexOf(word);
      assert.equal(text[made.offset(at)], word[0], word);
      assert.equal(made.index(made.offset(at)), at, word);
    }
    assert.equal(made.offset(0), 9);
    assert.equal(made.offset(made.value.length), text.indexOf('x') + 1);
    assert.equal(made.offset(999), text.indexOf('x') + 1);
    assert.equal(made.index(0), 0);
    assert.equal(made.index(999), made.value.length);
    assert.equal(made.index(text.indexOf('\r')), made.value.indexOf('\t'));
    assert.equal(made.index(text.indexOf('\n', 18)), made.value.indexOf(' for'));
  });

  it('has pieces that stand in the document', () => {
    const text = 'Received: from a\r\n\tby b; x\n\n';
    const { made } = read(text);
    const piece = (word: string): string => {
      const start = made.value.indexOf(word);
      const span = documentSpan(made, { start, end: start + word.length });
      return text.slice(span.start, span.end);
    };
    assert.equal(piece('from a'), 'from a');
    assert.equal(piece('a\tby'), 'a\r\n\tby');
    assert.equal(piece('x'), 'x');
    assert.deepEqual(documentSpan(made, { start: 3, end: 3 }), { start: 12, end: 12 });
    const empty = read('A:').made;
    assert.deepEqual([empty.offset(0), empty.offset(5), empty.index(0), empty.index(9)], [2, 2, 0, 0]);
  });

  it('may be dressed, as in a page', () => {
    const text = '<p>A: b&amp;c</p>';
    const field = {
      valueSpan: { start: 5, end: 13 },
      dressed: {
        text: ' b&c',
        pieces: [
          { index: 0, length: 2, start: 5, end: 7 },
          { index: 2, length: 1, start: 7, end: 12 },
          { index: 3, length: 1, start: 12, end: 13 },
        ],
      },
    } as unknown as Field;
    const made = fieldText(text, field);
    assert.equal(made.value, ' b&c');
    assert.deepEqual([0, 1, 2, 3, 4].map(made.offset), [5, 6, 7, 12, 13]);
    assert.deepEqual([5, 6, 7, 9, 11, 12, 13].map(made.index), [0, 1, 2, 3, 3, 3, 4]);
  });
});
