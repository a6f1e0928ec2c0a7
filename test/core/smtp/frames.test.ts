import assert from 'node:assert/strict';
import { framesAt, isAnnounced, isQuotedNotice, isTold } from '../../../src/core/smtp/frames.ts';
import { Rows } from '../../../src/core/smtp/rows.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const rowsOf = (text: string): Rows => {
  const lines = new Lines(text);
  return new Rows(lines, lines.count);
};

/** Each frame by its key, and how many characters of each line it takes. */
const frames = (text: string): readonly string[] =>
  framesAt(rowsOf(text), 0).map(({ key, skip }) => [key, ...text.split('\n').map(skip)].join(' '));

describe('what may stand around the lines of a session', () => {
  it('is told by its first lines', () => {
    for (const [text, ...found] of [
      ['> 220 a\n> EHLO b\n> 250 a\nend', '> 2 2 2 -1'],
      ['>220 a\n>EHLO b', '> 1 1'],
      ['> EHLO a\n> MAIL FROM:<a@a.test>'],
      ['> 220 a'],
      ['> 220 a\n\n> EHLO b', '> 2 -1 2'],
      ['> 220 a\nend\n> EHLO b'],
      ['> 220 a\n< 250 b\n> EHLO b'],
      ['> > 220 a\n> > EHLO b', '> 2 2'],
      ['| 220 a\n| EHLO b', '> 2 2'],
      ['│ 220 a\n│ EHLO b', '> 2 2'],
      ['&gt; 220 a\n&gt; EHLO b', '> 5 5'],
      ['> <- 220 a\n>  -> EHLO b', '> 2 2'],
      ['> S: 220 a\n> C: EHLO b', '> 2 2'],
      ['> SMTP: 220 a\n> x', '> 2 2'],
      ['> words\n> more'],
      ['    > 220 a\n    > EHLO b', '> 6 6', '4 4 4'],
      ['     > 220 a\n     > EHLO b', '5 5 5'],
      ['1: 220 a\n2: EHLO b\n3:\n4: 250 c', '1 3 3 2 3'],
      ['1 220 a\n2 EHLO b', '1 2 2'],
      ['1 220 a\n3 EHLO b'],
      ['1. 220 a\n\n2. EHLO b', '1 3 -1 3', '* 3 -1 3'],
      ['1.  220 a\n2. EHLO b\n3.   250 c', '1 3 3 3', '* 4 3 5'],
      ['9) 220 a\n10) EHLO b\n11\n12) QUIT', '1 3 4 2 4'],
      ['1 | 220 a\n2 | EHLO b', '1 4 4'],
      ['1] 220 a\n2] EHLO b', '1 3 3'],
      ['1: 220 a\n2: EHLO b\n3: 250 c\n4: QUIT\n9: x', '1 3 3 3 3 3'],
      ['1: 220 a'],
      ['- 220 a\n- EHLO b\n  more\n x\nend', '* 2 2 0 -1 -1'],
      ['* 220 a\n* EHLO b', '* 2 2'],
      ['+ 220 a\n\n+ EHLO b', '* 2 -1 2'],
      ['• 220 a\n• EHLO b', '* 2 2'],
      ['- 220 a\nEHLO b'],
      ['- words\n- EHLO b'],
      ['- 220 a\n- words'],
      ['- 220 a\n\n\n- EHLO b', '* 2 -1 -1 2'],
      ['- 220 a\n\n\n\n- EHLO b'],
      ['1. 220 a\n1. EHLO b', '* 3 3'],
      ['  220 a\n  EHLO b\n    250 c\n x\ny'],
      ['  220 a\n\n   EHLO b', '2 2 0 2'],
      ['   220 a\n  EHLO b', '2 2 2'],
      [' 220 a\n EHLO b'],
      ['\t\t220 a\n\t\tEHLO b', '2 2 2'],
      ['  220 a\nEHLO b'],
    ] as const)
      assert.deepEqual(frames(text as string), found, text);
  });

  it('is looked for in ten lines, but for marks and blanks in lines of any length', () => {
    const quote = (count: number): string => `> EHLO b\n${'> x\n'.repeat(count)}> 250 a`;
    assert.equal(frames(quote(8)).length, 1);
    assert.equal(frames(quote(9)).length, 0);
    assert.equal(frames(`  a\n${'  b\n'.repeat(8)} c`).length, 0);
    assert.equal(frames(`  a\n${'  b\n'.repeat(9)} c`).length, 1);
    assert.deepEqual(frames(`> ${'x'.repeat(1990)}\n> 250 a`), ['> 2 2']);
    assert.deepEqual(frames(`> ${'x'.repeat(2000)}\n> 250 a`), []);
    assert.deepEqual(frames(`1: ${'x'.repeat(200)}\n2: ${'y'.repeat(200)}`), ['1 3 3']);
  });
});

/** Whether the last reply of a text is told by what stands above it. */
const reply = (text: string): number => text.split('\n').findLastIndex((line) => /^[ >]{0,4}[245]\d\d /.test(line));

describe('a reply in a notice', () => {
  it('is told by a sentence above it, and nobody speaks below', () => {
    const is = (text: string, expected: boolean): void =>
      assert.equal(isTold(rowsOf(text), Math.max(0, reply(text))), expected, text);
    is('The response was:\n550 no', true);
    is('The response was:\n\n550 no', true);
    is('The response was:\n\n\n550 no', true);
    is('> The response was:\n> 550 no', true);
    is('**The response from the remote server was:**\n550 no', true);
    is('Die Antwort des Remote-Servers lautete:\n550 nein', true);
    is('La réponse du serveur distant est la suivante :\n550 non', true);
    is('The error that the other server returned was:\n550 no', true);
    is('リモート サーバーからの応答：\n550 no', true);
    is('The response was:\n\n\n\n550 no', false);
    is('The response was:\n550 no\nEHLO a', false);
    is('The response was:\n550 no\n\nwords\n\nQUIT', false);
    is('The response was:\nwords', false);
    is('The response was\n550 no', false);
    is('550 no', false);
    is('words\n550 no', false);
  });

  it('is announced by the line above, or goes on with what stands behind words in it', () => {
    const is = (text: string, expected: boolean): void => {
      assert.equal(isAnnounced(rowsOf(text), reply(text)), expected, text);
      assert.equal(isQuotedNotice(rowsOf(text), reply(text)), expected, text);
    };
    is('SMTP error from remote mail server after RCPT TO:<b@b.test>:\n550 no', true);
    is('SMTP error from remote mailer after end of data:\n550 no', true);
    is('remote host said:\n550 no', true);
    is('remote server replied:\n550 no', true);
    is('remote server replied:\n550-no\n550 no', true);
    is('b@b.test\n550 no', true);
    is('<b@b.test>:\n550 no', true);
    is('it said (550-no\n550 no', true);
    is('it said (550-no\n550-no\n550 no', true);
    is('it said "550-no\n550 no', true);
    is('it said:550-no\n550 no', true);
    is('b@b.test\n250 ok', false);
    is('b@b\n550 no', false);
    is('it said x550-no\n550 no', false);
    is('550-no\n550 no', false);
    is('it said (551-no\n550 no', false);
    is('550 no', false);
    is('words\n550 no', false);
    assert.equal(isQuotedNotice(rowsOf('The response was:\n550 no'), 1), true);
  });

  it('may have thirty lines above', () => {
    const long = (count: number): boolean =>
      isAnnounced(rowsOf(`remote host said:\n${'550-no\n'.repeat(count)}550 no`), count + 1);
    assert.equal(long(30), true);
    assert.equal(long(31), false);
  });
});

describe('the lines of a conversation', () => {
  it('are said without the tags of a page around them', () => {
    for (const [line, said, base = 0] of [
      ['220 a', '220 a'],
      ['<p>220 a</p>', '220 a', 3],
      ['220 a<br>', '220 a'],
      ['220 a<br /> ', '220 a'],
      ['220 a<br/><p>', '220 a'],
      ['<pre>220 a', '220 a', 5],
      ['220 a</pre>', '220 a'],
      [' <li><code class="x">220 a</code></li>', '220 a', 21],
      ['<td>MAIL FROM:<a@a.test></td>', 'MAIL FROM:<a@a.test>', 4],
      ['MAIL FROM:<a@a.test>', 'MAIL FROM:<a@a.test>'],
      ['RCPT TO:<b@b.test>', 'RCPT TO:<b@b.test>'],
      ['RCPT TO:<p@b.test>', 'RCPT TO:<p@b.test>'],
      ['<b>220 a</b>', '<b>220 a</b>'],
      ['220 <p>a', '220 <p>a'],
      ['220 a</p></p></p></p></p></p>', '220 a'],
      ['220 a</p></p></p></p></p></p></p>', '220 a</p>'],
      ['<p></p>', '', 7],
      ['220&nbsp;a<br>', '220 a'],
      [`<p>${'x'.repeat(9992)}</p>`, 'x'.repeat(9992), 3],
      [`<p>${'x'.repeat(9993)}</p>`, `<p>${'x'.repeat(9993)}</p>`],
    ] as const) {
      const row = rowsOf(`words\n${line}`).at(1);
      assert.equal(row.text, said, line);
      assert.equal(row.base, 6 + base, line);
    }
  });

  it('are said without the frames around them, and are nothing where they lack one', () => {
    const lines = new Lines('> - 220 a\n> b\n\nend\n> - 250 c');
    const skip = (mark: string) => (line: string) => (line.startsWith(mark) ? mark.length : -1);
    const rows = new Rows(lines, 4, { key: '>', skip: skip('> ') });
    assert.equal(new Rows(lines, 4).frame, '');
    assert.equal(rows.frame, '>');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => rows.text(line)),
      ['- 220 a', 'b', '', '', ''],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => rows.has(line)),
      [true, true, true, false, true],
    );
    assert.equal(rows.at(0).base, 2);
    const inner = rows.within({ key: '-', skip: skip('- ') });
    assert.equal(inner.frame, '> -');
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => [inner.text(line), inner.has(line)]),
      [
        ['220 a', true],
        ['', false],
        ['', true],
        ['', false],
      ],
    );
    assert.equal(inner.at(0).base, 4);
    assert.equal(new Rows(lines, 4).within({ key: '>', skip: skip('> ') }).frame, '>');
    // A frame may take nothing.
    const loose = rows.within({ key: '0', skip: () => 0 });
    assert.equal(loose.text(0), '- 220 a');
    assert.equal(loose.has(0), true);
    assert.equal(new Rows(lines, 5, { key: '0', skip: () => 0 }).text(3), 'end');
  });

  it('are kept while they are near, and plain where nothing is to be undone', () => {
    const rows = rowsOf(Array.from({ length: 70 }, (_, i) => `line ${i}`).join('\n'));
    const first = rows.at(3);
    assert.equal(rows.at(3), first);
    assert.equal(rows.text(35), 'line 35');
    assert.equal(rows.text(3), 'line 3');
    const plain = (line: string): boolean => rowsOf(`x\n${line}`).isPlain(1);
    for (const line of ['220 a', '.', '!x~', 'a<b>c']) assert.equal(plain(line), true, line);
    for (const line of [' 220 a', '220 a ', '<p>220', '220<br>', 'a&lt;', '', ' ', '220\u00a0a'])
      assert.equal(plain(line), false, line);
    assert.equal(new Rows(new Lines('220 a'), 1, { key: '0', skip: () => 0 }).isPlain(0), false);
  });
});
