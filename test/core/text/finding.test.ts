import assert from 'node:assert/strict';
import { oneWord, type ReportLines, readFinding, writeFinding } from '../../../src/core/text/finding.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const found = (text: string, first = 0, end = text.split('\n').length) =>
  readFinding(new Lines(text) satisfies ReportLines, first, end);

describe('a finding', () => {
  it('is a line with what belongs to it behind it', () => {
    const finding = { level: 'fail', code: 'no-mx', about: 'a.test', text: 'It: has none.' } as const;
    assert.deepEqual(writeFinding(finding), ['fail no-mx a.test: It: has none.']);
    assert.deepEqual(writeFinding({ ...finding, about: 'a b', next: 'Do it.', source: 'RFC 1' }), [
      'fail no-mx a\ufffdb: It: has none.',
      '  next: Do it.',
      '  source: RFC 1',
    ]);
  });
  it('is read as it was written', () => {
    const text = 'x\nwarning a-1 b.test: Words here\n  next: Do it.\n  source: RFC 1\n  other: x';
    assert.deepEqual(found(text, 1), {
      finding: {
        level: 'warning',
        code: 'a-1',
        about: 'b.test',
        text: 'Words here',
        next: 'Do it.',
        source: 'RFC 1',
        start: 2,
        end: text.indexOf('\n  other'),
      },
      endLine: 4,
    });
    assert.equal(found(text, 1, 3)?.endLine, 3);
    assert.equal(found(text, 1, 3)?.finding.source, undefined);
    assert.deepEqual(found(text, 0), undefined);
    assert.deepEqual(
      ['fail', 'warning', 'unknown', 'note', 'pass'].map((level) => found(`${level} a b: c`)?.finding.level),
      ['fail', 'warning', 'unknown', 'note', 'pass'],
    );
    for (const line of [
      'moo a b: c',
      ' fail a b: c',
      'fail A b: c',
      'fail a b:c',
      'fail a b: ',
      'fail a b : c',
      'fail  b: c',
    ])
      assert.equal(found(line), undefined, line);
    assert.equal(found('fail a b: c\n next: x')?.endLine, 1);
    assert.equal(found('fail a b: c\n  next:  x')?.endLine, 1);
  });
  it('is about one word', () => {
    assert.deepEqual(
      [oneWord(''), oneWord('a b\tc'), oneWord('x'.repeat(1021)).length],
      ['-', 'a\ufffdb\ufffdc', 1020],
    );
  });
});
