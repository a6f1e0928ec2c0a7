import assert from 'node:assert/strict';
import { carriesOn, placed, restored } from '../../../src/core/log/wrapped.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** Whether the last line carries on what those before it say. */
const goesOn = (...lines: readonly string[]): boolean => carriesOn(new Lines(lines.join('\n')), 0, lines.length - 1);

/** A line of so many characters. */
const wide = (width: number, end = 'a'): string => `${'Word '.repeat(60).slice(0, width - end.length)}${end}`;

describe('a line behind an entry', () => {
  it('carries it on where something is open or expected', () => {
    for (const before of ['x (y', 'x "y', 'x <y', 'to=', 'x,', 'x;', 'x:', 'x(', 'x<', 'x[', 'x{'])
      assert.equal(goesOn(before, 'Words'), true, before);
    for (const word of ['for', 'to', 'from', 'said', 'by', 'with', 'of'])
      assert.equal(goesOn(`x ${word}`, 'Words'), true, word);
    for (const before of ['x', 'x (y)', 'x "y"', 'x) (y)', 'xto', 'offer', 'x <y>', 'x }', 'to x', ') x'])
      assert.equal(goesOn(before, 'Words'), false, before);
    assert.equal(goesOn('x (y', 'z)', 'Words'), false);
    assert.equal(goesOn('x ((y)', 'Words'), true);
    for (const empty of ['', ' ', ' \t']) assert.equal(goesOn('x (y', empty), false);
  });

  it('carries it on where it starts as only a part of one does', () => {
    for (const line of [
      '10:00:01 mx1 postfix',
      'relay=mx.contoso.test',
      'R=dnslookup',
      'H=mx.contoso.test',
      'X=TLS',
      'defer (-44): x',
      'defer (111)',
      '[192.0.2.1]: Connection refused',
      '[2001:db8::1]: x',
      ')',
      '] x',
      '}',
      '> x',
      ', x',
      '; x',
      '(in reply to RCPT TO command)',
      '   relay=mx.contoso.test',
    ])
      assert.equal(goesOn('x', line), line !== '> x', line);
    for (const line of ['Relay=x', 'x =y', 'relay x', 'defer x', '[x]: y', '(x', '10:00 x', 'A=b', '', '   '])
      assert.equal(goesOn('x', line), false, line);
  });

  it('stands alone where it starts as something else does', () => {
    for (const line of [
      ...['```', '~~~', '---', '--', '===', '...', '[...]', '# x', '$ ls', 'On Monday, Ann wrote:', '<- x', '<~ x'],
      ...['<-- x', '<** x', '-> x', '~> x', "send: 'x'", "reply: b'x'", 'connect: (x', 'data: (x', 'send: "x"'],
    ])
      assert.equal(goesOn('x (y', line), false, line);
    for (const line of ['-x', '~x', '=x', '..x', '<x', 'send: x', 'On x'])
      assert.equal(goesOn('x (y', line), true, line);
  });

  it('carries on what was broken for its width', () => {
    assert.equal(goesOn(wide(80), 'Words'), true);
    for (const width of [100, 120, 128, 132, 140, 150, 160, 180, 200])
      assert.equal(goesOn(wide(width), 'Words'), true, `${width}`);
    assert.equal(goesOn(wide(81), 'Words'), false);
    assert.equal(goesOn(wide(80, ')'), 'Words'), false);
    assert.equal(goesOn(wide(80, '}'), 'Words'), false);
    assert.equal(goesOn(wide(80, 'x=12'), 'Words'), false);
    assert.equal(goesOn(wide(80, 'x=1.5s'), 'Words'), false);
    assert.equal(goesOn(wide(80, 'delay=x'), 'Words'), true);
    assert.equal(goesOn(wide(81), wide(81), 'Words'), true);
    assert.equal(goesOn(wide(81), wide(82), 'Words'), false);
    assert.equal(goesOn(wide(81), wide(81)), true);
    assert.equal(goesOn(wide(44), wide(44), 'Words'), false);
    assert.equal(goesOn(wide(45), wide(45), 'Words'), true);
  });

  it('carries on a long line with a small letter or a status', () => {
    for (const next of ['words', '\u00e4rger', '5.1.1 User unknown', '4.2.0 x', '3.0.0 x'])
      assert.equal(goesOn(wide(50), next), next !== '3.0.0 x', next);
    assert.equal(goesOn(wide(45), 'words'), true);
    assert.equal(goesOn(wide(44), 'words'), false);
    assert.equal(goesOn(wide(139), 'words'), true);
    assert.equal(goesOn(wide(141), 'words'), false);
    assert.equal(goesOn(wide(50, ')'), 'words'), false);
    assert.equal(goesOn(wide(50, 'delay=12'), 'words'), false);
    assert.equal(goesOn(wide(50, ']'), 'words'), true);
  });
});

describe('an entry as its program wrote it', () => {
  const said = (text: string): string | undefined => restored(text, 0, text.length)?.text;

  it('is without what a terminal, a mail program or a page did to it', () => {
    for (const [text, own] of [
      ['a\nb', 'a b'],
      ['a\r\n  b', 'a b'],
      ['a \t\n> > b', 'a b'],
      ['a\n\u2502 b', 'a b'],
      ['to=<bob@\ncontoso.test>', 'to=<bob@contoso.test>'],
      ['to=<bob> \nx', 'to=<bob> x'],
      ['\u001b[1;31mred\u001b[0m', 'red'],
      [`a${' '.repeat(20)}b`, 'ab'],
      ['to=&lt;b&gt; &amp; &quot;x&quot; &#34;y&#34; &#39;z&#39; &#60;&#62;', 'to=<b> & "x" "y" \'z\' <>'],
      ['&lt;&#99;', '<&#99;'],
    ] as const)
      assert.equal(said(text), own, text);
    for (const text of ['a', '', 'a & b', `a${' '.repeat(19)}b`, '&nbsp;', 'a\tb'])
      assert.equal(said(text), undefined, text);
  });

  it('has no blank where a terminal cut it in the middle of a word', () => {
    const cut = wide(80, 'deliv');
    assert.equal(said(`${cut}\nered`), `${cut}ered`);
    assert.equal(said(`${cut}\n ered`), `${cut} ered`);
    const odd = wide(77, 'deliv');
    assert.equal(said(`${odd}\nered`), `${odd} ered`);
    assert.equal(said(`${odd}\n${odd}\nered`), `${odd}${odd}ered`);
    assert.equal(said(`${odd}\n${wide(76)}\nered`), `${odd} ${wide(76)} ered`);
    const short = wide(44);
    assert.equal(said(`${short}\n${short}\nered`), `${short} ${short} ered`);
  });

  it('keeps where each word stands', () => {
    const text = 'xx a\n  b &lt;c&gt; ';
    const restoration = restored(text, 3, text.length - 1);
    assert.equal(restoration?.text, 'a b <c>');
    const at = (start: number, end: number): unknown =>
      restoration && placed({ start, end, x: [{ start, end }] }, restoration);
    const word = (start: number, end: number): unknown => ({ start, end, x: [{ start, end }] });
    assert.deepEqual(at(0, 1), word(3, 4));
    assert.deepEqual(at(2, 3), word(7, 8));
    assert.deepEqual(at(5, 6), word(13, 14));
    assert.deepEqual(at(0, 7), word(3, 15));
    assert.deepEqual(at(2, 2), word(7, 7));
    assert.equal(restoration && placed(undefined, restoration), undefined);
    assert.deepEqual(restoration && placed({ start: 'x', n: null }, restoration), { start: 'x', n: null });
  });
});
