import assert from 'node:assert/strict';
import { decorationOf, skipMarkup, skipTags, ToolLines } from '../../../src/core/dns/toolLines.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const tool = (text: string, marks = 0, indent = 0) => new ToolLines(new Lines(text), { marks, indent });
/** What a tool printed on the first line, and where that begins. */
const prints = (line: string, expected: string, start: number, marks = 0, indent = 0): void => {
  const lines = tool(line, marks, indent);
  assert.deepEqual([lines.at(0), lines.start(0), lines.end(0)], [expected, start, line.length], line);
};
const FOREIGN = '\u0000';

describe('a line as a tool printed it', () => {
  it('has no marks of quoting, and no indentation of the whole', () => {
    prints('a b  ', 'a b', 0);
    prints('> a', 'a', 2, 1);
    prints('>a', 'a', 1, 1);
    prints('  >  a', ' a', 4, 1);
    prints('> | a', 'a', 4, 2);
    prints('>> a', 'a', 3, 2);
    prints('>> a', '> a', 1, 1);
    prints('    a', 'a', 4, 0, 4);
    prints('  a', 'a', 2, 0, 4);
    prints('    a', '  a', 2, 0, 2);
    prints('\t\u00a0a', 'a', 2, 0, 2);
    prints('', '', 0, 1);
  });
  it('is another’s where its marks are missing, or it is too long', () => {
    assert.equal(tool('a', 1).at(0), FOREIGN);
    assert.equal(tool('> a', 2).at(0), FOREIGN);
    assert.equal(tool('a', 1).start(0), 0);
    assert.equal(tool('x'.repeat(70_000)).at(0).length, 70_000);
    assert.equal(tool('x'.repeat(70_001)).at(0), FOREIGN);
    assert.equal(tool(' a ', 1).carriedOn(0), 'a');
    assert.equal(tool('x'.repeat(70_001)).carriedOn(0), FOREIGN);
    assert.equal(tool('> a', 1).carriedOn(0), 'a');
  });
  it('has no tags around it, and no entities', () => {
    prints('<p><b>a</b></p>', 'a', 6);
    prints('<p>a <br>', 'a', 3);
    prints('a <x@a.test>', 'a', 0);
    prints('a <1>', 'a <1>', 0);
    prints('&lt;a&gt; &quot;b&quot; &apos;c&apos;&nbsp;&amp; &#39;&#34;&#x27;', "<a> \"b\" 'c' & '\"'", 0);
    prints('&copy;', '&copy;', 0);
    prints('a\u00a0b', 'a b', 0);
  });
  it('has no ticks of a line of code', () => {
    prints('`a b`', 'a b', 1);
    prints('`a b`:', 'a b', 1);
    prints('`a b` gives:', 'a b', 1);
    prints('`a b', 'a b', 1);
    prints('a b`', 'a b', 0);
    prints('`a` or `b` or so', '`a` or `b` or so', 0);
  });
});

describe('what stands around an output', () => {
  const decoration = (line: string, marks: number) => decorationOf(line, 0, line.length, marks);
  it('is so many marks, and the blanks of its first line', () => {
    assert.deepEqual(decoration('  a', 0), { marks: 0, indent: 2 });
    assert.deepEqual(decoration('>   a', 1), { marks: 1, indent: 2 });
    assert.deepEqual(decoration('> > a', 2), { marks: 2, indent: 0 });
    assert.equal(decoration('> a', 2), undefined);
    assert.equal(decoration('a', 1), undefined);
    assert.equal(decoration(`${' '.repeat(70)}a`, 0)?.indent, 60);
  });
});

describe('tags in front of a line', () => {
  it('are at most four', () => {
    const skips = (text: string) => skipTags(text, 0, text.length);
    assert.equal(skips('<a><b></c><D>x'), 13);
    assert.equal(skips('<a><a><a><a><a>x'), 12);
    assert.equal(skips('<1>x'), 0);
    assert.equal(skips('<a'), 0);
    assert.equal(skips(`<a${'x'.repeat(197)}>y`), 200);
    assert.equal(skips(`<a${'x'.repeat(198)}>y`), 0);
    assert.equal(skipMarkup('<a>`x`', 0, 6), 4);
    assert.equal(skipMarkup('``x', 0, 3), 0);
  });
});
