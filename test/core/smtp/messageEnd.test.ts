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
      ['hi\n220 mx ESMTP\n.', false, 1, 0, true],
      ['hi\n220-mx SMTP\n.', false, 1, 0, true],
      ['hi\n  220 mx ESMTP\n.', false, 1, 0, true],
      ['hi\n220 mx\n.', true, 3, 0, true],
      ['hi\n220 SMTPD\n.', true, 3, 0, true],
      ['hi\n250 mx ESMTP\n.', true, 3, 0, true],
      ['hi\n250 ```\n.', true, 3, 0, true],
      ['hi\n  ```sh\n.', false, 1, 0, true],
      ['hi ```\n.', true, 2, 0, true],
      ['hi\n       .\n250 ok', true, 2, 0, true],
      ['hi\n        .\n250 ok', false, 2, 0, true],
      ['hi\n    250 ok\nso', false, 1, 0, true],
      ['hi\n     250 ok\nso', false, 3, 0, true],
      ['hi\n350 ok\nso', false, 3, 0, true],
      ['hi\n2500 ok\nso', false, 3, 0, true],
      ['hi\n250-ok\nso', false, 1, 0, true],
      ['  \nhi\n.', true, 3, 1, true],
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

  it('end with the lines that may be read, whatever was found in others of the same text', () => {
    const lines = new Lines('a\n> b\n.\nc');
    const ends = (rows: Rows): unknown[] => [new MessageEnd(rows).endOfData(0), new MessageEnd(rows).hasDot(0)];
    const skip = (line: string): number => (line.startsWith('.') ? -1 : 0);
    for (let again = 0; again < 2; again++) {
      assert.deepEqual(ends(new Rows(lines, 2)), [2, false]);
      assert.deepEqual(ends(new Rows(lines, 4)), [3, true]);
      assert.deepEqual(ends(new Rows(lines, 4, { key: 'x', skip })), [2, false]);
    }
    const behind = new MessageEnd(new Rows(lines, 4));
    assert.deepEqual([behind.endOfData(4), behind.hasDot(4), behind.endOfData(9)], [5, false, 10]);
  });

  it('go on without the frame around them up to the next line with it, or the end of the header', () => {
    const end = (text: string): number => endOfUnframed(rowsOf(text, '> '), 0);
    assert.equal(end('From: a\nTo: b\n\nbody\n> 250 ok'), 4);
    assert.equal(end('From: a\n more\nTo: b\n\nbody'), 3);
    assert.equal(end('From: a\nbody'), 1);
    assert.equal(end('Subject:\nX y: z'), 1);
    assert.equal(end(`From: a\n${'x\n'.repeat(248)}> 250 ok`), 249);
    assert.equal(end(`From: a\n${'x\n'.repeat(249)}> 250 ok`), 1);
    const later = (count: number): number =>
      endOfUnframed(rowsOf(`${'x\n'.repeat(200)}${'From: a\n'.repeat(count)}body`, '> '), 200);
    assert.deepEqual([later(1), later(100)], [201, 300]);
    assert.equal(endOfUnframed(rowsOf(`${'x\n'.repeat(200)}a\n> b`, '> '), 200), 201);
    assert.equal(end('From: a\n    \n> 250 ok'), 2);
    assert.equal(end('From: a\nTo: b'), 2);
    const rows = rowsOf('> 250 ok\n> body\nwords\n>  550 no', '> ');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => goesOn(rows, line)),
      [false, true, false, false, false],
    );
  });
});
