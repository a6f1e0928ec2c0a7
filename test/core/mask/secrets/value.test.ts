import assert from 'node:assert/strict';
import { bareAt, restAt, spelt, type Value, valueAt } from '../../../../src/core/mask/secrets/value.ts';

/** The value at `|` is what stands between §; nothing where there are none. */
const reader =
  (read: (text: string, at: number) => Value | undefined) =>
  (marked: string, quoted = false): void => {
    it(JSON.stringify(marked), () => {
      const plain = marked.replaceAll('§', '');
      const at = plain.indexOf('|');
      const text = plain.slice(0, at) + plain.slice(at + 1);
      const value = read(text, at);
      const shown =
        value === undefined
          ? text
          : `${text.slice(0, value.start)}§${text.slice(value.start, value.end)}§${text.slice(value.end)}`;
      assert.equal(shown, marked.replace('|', ''));
      if (value !== undefined) assert.equal(value.quoted, quoted);
    });
  };

const value = reader(valueAt);
const string = (marked: string): void => value(marked, true);
const bare = reader(bareAt);
const rest = reader(restAt);

describe('a string', () => {
  for (const [open, close] of ['""', "''", '``', '“”', '„“', '„”', '‘’', '«»', '‹›', '「」', '『』'] as const)
    string(`x=|${open}§a kettle§${close} y`);
  for (const prefix of ['b', 'B', 'r', 'R', 'u', 'U', 'f', 'F', 'L', 'N', 'br', '@', '$', '$@'])
    string(`|${prefix}"§kettle§"`);
  value('|""');
  value('|"§kettle§');
  value('|"§kettle§\n"');
  string('|"§kett"le§" x');
  string('|"§it""s§" x');
  string('|"§it\\"s§" x');
  string('|"§kettle§""');
  string('|"§kettle§"\'');
  string('|"§kettle§"+x');
  string('|"§kettle"x§" y');
  string('|"§kettle§"x');
  string('|"§kettle\\§"x');
  for (const sign of [
    ' ',
    ',',
    ';',
    ':',
    ')',
    ']',
    '}',
    '>',
    '&',
    '.',
    '\\',
    '<',
    '+',
    '?',
    '!',
    '=',
    '#',
    '/',
    '*',
    '_',
    '-',
  ])
    string(`|"§k"x§"${sign}`);
  it('is literal between single marks', () =>
    assert.deepEqual(
      ["'kettle'", '"kettle"', '`kettle`', 'kettle'].map((text) => valueAt(text, 0)?.literal),
      [true, false, false, false],
    ));
  it('ends behind its mark', () =>
    assert.deepEqual(
      ["'kettle'", 'kettle ', '\\"kettle\\" '].map((text) => valueAt(text, 0)?.after),
      [8, 6, 10],
    ));
});

describe('a string in a string', () => {
  string('"|\\"§kettle§\\""');
  string("'|\\'§kettle§\\''");
  string('"|\\"§kettle§\\", x"');
  string('"|\\\\\\"§kettle§\\\\\\""');
  string('"|\\"§ket\\\\\\"tle§\\""');
  string('"|\\"§ket\\"tle§\\" x"');
  value('"|\\"\\""');
});

describe('a word', () => {
  bare('|§kettle§ x');
  bare('|§kettle§. x');
  bare('|§kettle§.,;:)]}>"\'`| x');
  bare('|§kettle§»”“’」』 x');
  bare('|§kettle§** x');
  bare('|§kettle§__');
  bare('|§kettle_§');
  bare('|§kettle§\\r\\n');
  bare('|§kettle§\\');
  bare('|§kettle§\\n"');
  bare('|§ket\\ntle§');
  bare('|§kettle§&user=x');
  bare('|§kettle§;user=x');
  bare('|§kettle§","user":x');
  bare('|§kettle§,user: x');
  bare('|§ket,tle§ x');
  bare('|§kettle§;; x');
  bare('|§kettle§"}');
  bare('|§kettle§\\"}');
  bare('|§kettle§</b>');
  bare('|§kettle§<br>');
  bare('|§ket<9tle§');
  bare('|§ket>tle§');
  bare('|§kettle§> x');
  bare('|§kettle§│x');
  bare('|&lt;x&gt;');
  bare('|&amp;x');
  bare('|&nbsp;');
  bare('|§&x§');
  bare('|.');
  bare('| x');
  bare('|§abcd efgh ijkl mnop§ x');
  bare('|§abcd§ efgh ijkl mnopq');
  bare(`|§${'aB3d'.repeat(100)}§ x`);
  bare(`|§${'aä3d'.repeat(75)}§aä3d x`);
  bare(`|§${'a-B3'.repeat(80)}§"`);
});

describe('the rest of a line', () => {
  rest('|§kettle§');
  rest('|§kettle§ \nx');
  rest('|§kettle§ # a remark');
  rest('|§kettle§ | x');
  rest('|§kettle§ */');
  rest('|§kettle§ -->');
  rest('|§kettle§. ');
  rest('|kettle x');
  rest('| ');
  rest('|"§a kettle§";', true);
  rest('|"a kettle" )');
});

describe('what was meant', () => {
  const forms = (written: string, ...all: readonly string[]): void => {
    it(written, () => assert.deepEqual(spelt(written), [written, ...all]));
  };
  forms('kettle');
  forms('ket\\"tle\\\\', 'ket"tle\\');
  forms('it""s', 'it"s');
  forms("it''s''", "it's'");
  forms('p%40ss%2f', 'p@ss/');
  forms('100%');
  forms('%zz%4');
  forms('%ff');
});
