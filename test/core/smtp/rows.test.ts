import assert from 'node:assert/strict';
import { type Frame, Rows } from '../../../src/core/smtp/rows.ts';
import { offsetOf } from '../../../src/core/smtp/said.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const frame = (mark: string): Frame => ({
  key: mark,
  skip: (line) => (line.startsWith(mark) ? mark.length : -1),
});

describe('the lines of a conversation', () => {
  it('are without the frame around them', () => {
    const text = '> a\nb\n \n> > c\n>d';
    const lines = new Lines(text);
    const read = (rows: Rows): string => {
      const told =
        lines.at(0) &&
        Array.from({ length: lines.count }, (_, line) => {
          const { text: said } = rows.at(line);
          if (said !== '') assert.equal(text.slice(offsetOf(rows.at(line), 0)).startsWith(said), true);
          return `${rows.has(line) ? '+' : '-'}${said}`;
        });
      return `${told} ${rows.frame}`;
    };
    const rows = new Rows(lines, lines.count);
    assert.equal(read(rows), '+> a,+b,+ ,+> > c,+>d ');
    assert.equal(read(rows.within(frame('> '))), '+a,-,+,+> c,- > ');
    assert.equal(read(rows.within(frame('> ')).within(frame('> '))), '-,-,+,+c,- >  > ');
    assert.equal(read(rows.within(frame('>')).within(frame(' '))), '+a,-,+,+> c,- >  ');
  });

  it('are read up to a limit, and those far back again', () => {
    const lines = new Lines(Array.from({ length: 80 }, (_, line) => `line ${line}`).join('\n'));
    const rows = new Rows(lines, 70);
    assert.deepEqual(
      [0, 32, 33, 1, 64, 0, 69, 70, 79].map((line) => rows.text(line)),
      ['line 0', 'line 32', 'line 33', 'line 1', 'line 64', 'line 0', 'line 69', '', ''],
    );
    assert.equal(rows.at(5), rows.at(5));
    assert.equal(rows.limit, 70);
    assert.equal(rows.whole.text, lines.text);
  });

  it('have no tags of a page around them', () => {
    const x = 'x'.repeat(9980);
    for (const [line, said, plain = false] of [
      ['250 ok', '250 ok', true],
      ['<pre>250 ok</pre>', '250 ok'],
      ['<code>250 ok</code>', '250 ok'],
      ['<p>250 ok', '250 ok'],
      ['250 ok<br>', '250 ok'],
      ['250 ok<br/>', '250 ok'],
      ['250 ok<br />', '250 ok'],
      ['250 ok<p>', '250 ok'],
      ['250 ok</div></td></tr>', '250 ok'],
      ['  <div class="x"><span>250 ok</span></div>  ', '250 ok'],
      ['</PRE>250 ok', '250 ok'],
      ['<li>250 ok</li>', '250 ok'],
      ['<x>250 ok</x>', '<x>250 ok</x>'],
      ['MAIL FROM:<a@a.test>', 'MAIL FROM:<a@a.test>'],
      ['MAIL FROM:<pre>', 'MAIL FROM:<pre>'],
      ['MAIL FROM:<a@a.test><br>', 'MAIL FROM:<a@a.test>'],
      ['<pre>MAIL FROM:<b@a.test></pre>', 'MAIL FROM:<b@a.test>'],
      ['250 <b>ok', '250 <b>ok', true],
      ['250 <pre>ok', '250 <pre>ok', true],
      ['<pre>', ''],
      ['<pre></pre>', ''],
      ['250 ok</a></p>', '250 ok</a>'],
      ['250 ok</p></p></p></p></p></p></p>', '250 ok</p>'],
      [`<p>${x}`, x],
      [`<p>${'x'.repeat(9997)}`, `<p>${'x'.repeat(9997)}`],
    ] as const) {
      const lines = new Lines(`first\n${line}\nlast`);
      const rows = new Rows(lines, lines.count);
      assert.equal(rows.text(1), said, line);
      assert.equal(rows.isPlain(1), plain, line);
      assert.equal(rows.within(frame('')).isPlain(1), false);
      if (said !== '') assert.equal(offsetOf(rows.at(1), 0), 6 + line.indexOf(said), line);
    }
  });
});
