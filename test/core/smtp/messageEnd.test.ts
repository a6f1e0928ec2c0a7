import assert from 'node:assert/strict';
import { endOfUnframed, goesOn, MessageEnd } from '../../../src/core/smtp/messageEnd.ts';
import { Rows } from '../../../src/core/smtp/rows.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const rowsOf = (text: string, mark = ''): Rows => {
  const lines = new Lines(text);
  const skip = (line: string): number => (line.startsWith(mark) ? mark.length : -1);
  return new Rows(lines, lines.count, mark === '' ? undefined : { key: mark, skip });
};

describe('the data of a message', () => {
  it('end behind a lone dot, else in front of a reply or a connection', () => {
    for (const [text, dot, end, first, on] of [
      ['Subject: x\n\nhi\n.\n250 ok', true, 4, 0, true],
      ['Subject: x\nhi\n250 ok', false, 2, 0, true],
      ['Subject: x\nhi\n . \n250 ok', true, 3, 0, true],
      ['Subject: x\n220 mx ESMTP\n250 ok', false, 1, 0, true],
      ['Subject: x\n220 mx\n250 ok', false, 1, 0, true],
      ['Subject: x\nConnected to mx.\n.', true, 3, 0, true],
      ['Subject: x\n```\n.', false, 1, 0, true],
      ['Subject: x\n more\nbody\n.', true, 4, 0, true],
      ['\n\nbody\n.', true, 4, 2, true],
      ['250 ok\nhi', false, 2, 0, false],
      ['hi\n...\n.', true, 3, 0, true],
    ] as const) {
      const rows = rowsOf(text);
      const data = new MessageEnd(rows);
      assert.equal(data.hasDot(0), dot, text);
      assert.equal(data.endOfData(0), end, text);
      assert.equal(endOfUnframed(rows, 0), first, text);
      assert.equal(goesOn(rows, 0), on, text);
      // What was found is remembered, for each place of its own.
      assert.equal(new MessageEnd(rows).endOfData(0), end, text);
    }
  });

  it('of the next message end at its own dot', () => {
    const data = new MessageEnd(rowsOf('a\n.\nb\n.\nc'));
    assert.deepEqual(
      [0, 1, 2, 3, 4, 2, 0].map((line) => data.endOfData(line)),
      [2, 2, 4, 4, 5, 4, 2],
    );
    assert.deepEqual(
      [0, 4, 2].map((line) => data.hasDot(line)),
      [true, false, true],
    );
  });

  it('go on without the frame around them up to the next line with it, or the end of the header', () => {
    const end = (text: string): number => endOfUnframed(rowsOf(text, '> '), 0);
    assert.equal(end('From: a\nTo: b\n\nbody\n> 250 ok'), 4);
    assert.equal(end('From: a\n more\nTo: b\n\nbody'), 3);
    assert.equal(end('From: a\nbody'), 1);
    assert.equal(end('Subject:\nX y: z'), 1);
    assert.equal(end(`From: a\n${'x\n'.repeat(248)}> 250 ok`), 249);
    assert.equal(end(`From: a\n${'x\n'.repeat(249)}> 250 ok`), 1);
    const rows = rowsOf('> 250 ok\n> body\nwords\n>  550 no', '> ');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => goesOn(rows, line)),
      [false, true, false, false, false],
    );
  });
});
