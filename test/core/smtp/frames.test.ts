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
