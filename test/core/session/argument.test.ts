import assert from 'node:assert/strict';
import { octets, readPathArgument, wordsOf } from '../../../src/core/session/argument.ts';
import type { Command } from '../../../src/core/smtp/conversation.ts';

const command = (start: number, end: number): Command => ({ argument: { start, end } }) as unknown as Command;

/** The path, and each parameter as `text NAME value`. */
const read = (text: string, start = 0, end = text.length): readonly string[] | undefined => {
  const found = readPathArgument(text, command(start, end));
  return (
    found && [
      text.slice(found.path.start, found.path.end),
      ...found.parameters.map(({ start, end, name, value }) => `${text.slice(start, end)} ${name} ${value}`),
    ]
  );
};

describe('the argument of MAIL or RCPT', () => {
  it('is a path in brackets with parameters behind', () => {
    assert.deepEqual(read('FROM:<a@a.test>'), ['a@a.test']);
    assert.deepEqual(read('FROM:<>'), ['']);
    assert.deepEqual(read('FROM:<a@a.test> size=5\t BODY=8BITMIME SMTPUTF8  X=a=b '), [
      'a@a.test',
      'size=5 SIZE 5',
      'BODY=8BITMIME BODY 8BITMIME',
      'SMTPUTF8 SMTPUTF8 ',
      'X=a=b X a=b',
    ]);
    assert.deepEqual(read('FROM:<a@a.test>x'), ['a@a.test', 'x X ']);
    assert.deepEqual(read('FROM:<a@a.test> =5'), ['a@a.test', '=5  5']);
  });

  it('has none where a bracket is missing', () => {
    for (const text of ['FROM: a@a.test', 'FROM:<a@a.test', 'FROM: a@a.test>', '>x<', ''])
      assert.equal(read(text), undefined, text);
  });

  it('is what the command has, and 4000 characters of it', () => {
    assert.deepEqual(read('<x> MAIL FROM:<a@a.test> A=1 B=2', 9, 28), ['a@a.test', 'A=1 A 1']);
    assert.equal(read('<x> MAIL FROM:<a@a.test>', 9, 23), undefined);
    assert.equal(read(`${' '.repeat(3998)}<>`)?.length, 1);
    assert.equal(read(`${' '.repeat(3999)}<>`), undefined);
  });
});

describe('the words of an argument', () => {
  const words = (text: string, start = 0, end = text.length): readonly string[] =>
    wordsOf(text, { start, end }).map((word) => {
      assert.equal(text.slice(word.start, word.end), word.word);
      return word.word;
    });

  it('have blanks between, and are eight at most', () => {
    assert.deepEqual(words(' PLAIN\t AGE= '), ['PLAIN', 'AGE=']);
    assert.deepEqual(words('AUTH PLAIN AGE=', 5, 13), ['PLAIN', 'AG']);
    assert.deepEqual(words(''), []);
    assert.equal(words('a b c d e f g h').length, 8);
    assert.equal(words('a b c d e f g h i').length, 8);
    assert.deepEqual(words(`${'x'.repeat(3999)} y`).length, 1);
    assert.deepEqual(words(`${'x'.repeat(3998)} y`).length, 2);
  });
});

describe('the octets of a text', () => {
  it('are those of UTF-8', () => {
    for (const text of [
      '',
      'a',
      '\x7f',
      '\x80',
      'é',
      '\u07ff',
      '\u0800',
      '€',
      '\ud7ff',
      '\ue000',
      '\uffff',
      '😀',
      'aé€😀',
    ])
      assert.equal(octets(text, { start: 0, end: text.length }), Buffer.byteLength(text), text);
    assert.equal(octets('aé€', { start: 1, end: 2 }), 2);
  });
});
