import assert from 'node:assert/strict';
import type { ReplyDraft } from '../../../src/core/smtp/connection.ts';
import { addText, endsInDot, isQuit, serverOf } from '../../../src/core/smtp/spoken.ts';
import { heard } from './told.ts';

describe('what ends a message', () => {
  it('is a dot alone on its line, also where line ends are spelt out (RFC 5321 4.5.2)', () => {
    for (const [text, ends] of [
      ['.', true],
      [' . ', true],
      ['.\r', true],
      ['..', false],
      ['a.', false],
      ['', false],
      [' ', false],
      ['.a', false],
      ['.\\r\\n', true],
      ['.\\n', true],
      ['.\\r', true],
      ['a\\r\\n.', true],
      ['a\\r\\n.\\r\\n', true],
      ['a\\n.\\n', true],
      ['a\\r\\n..\\r\\n', false],
      ['a\\r\\nb.\\r\\n', false],
      ['\\r\\n', false],
    ] as const)
      assert.equal(endsInDot(text, 0, text.length), ends, text);
    assert.equal(endsInDot('C: .', 3, 4), true);
    assert.equal(endsInDot('C: .x', 3, 4), true);
    assert.equal(endsInDot('. .', 2, 3), true);
    assert.equal(endsInDot('a.', 1, 1), false);
    assert.equal(endsInDot('.  ', 1, 3), false);
  });
});

describe('the end of a session', () => {
  it('is QUIT alone', () => {
    const quits = (text: string, from = 0): boolean => isQuit({ text, base: 0 }, from, text.length);
    for (const text of ['QUIT', 'quit', ' QUIT ', 'QUIT\r']) assert.equal(quits(text), true, text);
    for (const text of ['QUIT now', 'QUITS', 'QUI', '', '221 QUIT', `QUIT${' '.repeat(8)}`])
      assert.equal(quits(text), false, text);
    assert.equal(quits('C: QUIT', 3), true);
    assert.equal(quits(`QUIT${' '.repeat(7)}`), true);
  });
});

describe('the name of a server', () => {
  it('comes first in its greeting', () => {
    const named = (code: number, answers: string, text: string): string | undefined =>
      serverOf({ code, answers, text } as unknown as ReplyDraft);
    for (const [code, answers, text, name] of [
      [220, 'connect', 'mx.a.test ESMTP', 'mx.a.test'],
      [250, 'EHLO', 'mx-1.a.test hello', 'mx-1.a.test'],
      [250, 'HELO', 'mx.a.test', 'mx.a.test'],
      [250, 'LHLO', 'mx.a.test', 'mx.a.test'],
      [299, 'EHLO', 'mx.a.test', 'mx.a.test'],
      [300, 'EHLO', 'mx.a.test', undefined],
      [199, 'EHLO', 'mx.a.test', undefined],
      [200, 'EHLO', 'mx.a.test', 'mx.a.test'],
      [554, 'connect', 'mx.a.test no', undefined],
      [250, 'MAIL', 'mx.a.test ok', undefined],
      [221, 'QUIT', 'mx.a.test bye', undefined],
      [220, 'connect', 'mx ESMTP', undefined],
      [220, 'connect', 'Welcome to mx.a.test', undefined],
      [220, 'connect', '*** mx.a.test', undefined],
    ] as const)
      assert.equal(named(code, answers, text), name, text);
  });
});

describe('the words of a reply', () => {
  it('are those of all its lines, a blank between, up to a length', () => {
    const told = (text: string, ...more: readonly string[]): string => {
      const reply = { text } as ReplyDraft;
      for (const words of more) addText(reply, words);
      return reply.text;
    };
    assert.equal(told('a', ' b ', '', '  ', 'c'), 'a b c');
    assert.equal(told('', 'b'), 'b');
    assert.equal(told('x'.repeat(8000), 'b').length, 8000);
    assert.equal(told('x'.repeat(7999), 'b').length, 8001);
  });

  it('know the first enhanced code, and who spoke when', () => {
    for (const [text, ...events] of [
      [
        '220 a.test ESMTP\nEHLO b\n250-5.1.1 a\n250-2.0.0 b\n250 c\nQUIT',
        '0|250-5.1.1 a\n250-2.0.0 b\n250 c|250 5.1.1 <EHLO> 3: a b c|i|||',
      ],
      ['220 a.test ESMTP\nEHLO b\n250-a\n250 2.0.0 b\nQUIT', '0|250-a\n250 2.0.0 b|250 2.0.0 <EHLO> 2: a b|i|||'],
      ['220 a.test ESMTP\nEHLO b\n250\nQUIT', '0|250|250 <EHLO> 1: |i|||'],
      ['220 a.test ESMTP\nEHLO b\n250  2.0.0  ok \nQUIT', '0|250  2.0.0  ok|250 2.0.0 <EHLO> 1: ok|i|||'],
    ] as const)
      assert.deepEqual(
        heard(text).filter((line) => /<EHLO>/.test(line)),
        events,
        text,
      );
  });
});
