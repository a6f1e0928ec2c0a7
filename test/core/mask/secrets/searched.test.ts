import assert from 'node:assert/strict';
import { Patterns, Searched, type Word } from '../../../../src/core/mask/secrets/searched.ts';

/** Texts that are looked through once, and those that are not. */
const around = (words: string): readonly string[] => [
  words,
  `${'. '.repeat(2500)}${words}`,
  `${words}${' .'.repeat(2500)}`,
];

describe('a text that is searched', () => {
  it('has the words that stand in it, in whatever letters', () => {
    for (const text of around('The Kettle of 密码 and ÜBER; x')) {
      const searched = new Searched(text);
      assert.equal(searched.text, text);
      for (const word of ['kettle', 'the', 'ettl', 'x', 'of', '密码', 'über', '', 'kettle of 密码'])
        assert.equal(searched.has(word), true, word);
      for (const word of ['kettles', 'kettel', 'tek', 'kettle off', 'z', '密碼', 'xx', 'ketkettle'])
        assert.equal(searched.has(word), false, word);
    }
  });
  it('has a word only where its letters follow each other there', () => {
    for (const text of around('abc bcd')) assert.equal(new Searched(text).has('abcd'), false);
    // Letters that are 64 apart are not told apart at once.
    for (const text of around('a!b')) assert.equal(new Searched(text).has('aab'), false);
    for (const length of [3998, 3999, 4000, 4001])
      assert.equal(new Searched(`${'x'.repeat(length - 3)}abc`).has('abc'), true, `${length}`);
  });
  it('has any of some words, and the patterns of those', () => {
    const searched = new Searched('a kettle and a PAN');
    assert.deepEqual(
      [['pan'], ['x', 'pan'], ['kettle', 'pan'], ['x', 'y'], []].map((words) => searched.hasAny(words)),
      [true, true, true, false, false],
    );
    const words: readonly Word[] = [
      [['kettle', 'pot'], 'kettles?|pot'],
      [['spoon'], 'spoon'],
      [['x', 'pan'], 'pans?'],
    ];
    assert.equal(searched.alternatives(words), 'kettles?|pot|pans?');
    assert.equal(searched.alternatives([]), '');
    assert.equal(new Searched('').alternatives(words), '');
  });
});

describe('patterns of words', () => {
  it('are made once for the same words, and not for none', () => {
    const made: string[] = [];
    const patterns = new Patterns((words) => {
      made.push(words);
      return new RegExp(words);
    });
    assert.equal(patterns.for(''), undefined);
    const first = patterns.for('a|b');
    assert.equal(first?.source, 'a|b');
    assert.equal(patterns.for('a|b'), first);
    assert.equal(patterns.for('c')?.source, 'c');
    assert.deepEqual(made, ['a|b', 'c']);
  });
  it('are kept in a bounded number', () => {
    let made = 0;
    const patterns = new Patterns((words) => {
      made++;
      return new RegExp(words);
    });
    const all = (count: number): void => {
      for (let i = 0; i < count; i++) patterns.for(`a${i}`);
    };
    all(200);
    all(200);
    assert.equal(made, 200);
    patterns.for('b');
    all(1);
    assert.equal(made, 202);
  });
});
