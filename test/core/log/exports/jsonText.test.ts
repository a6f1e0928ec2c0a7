import assert from 'node:assert/strict';
import { extentOf, jsonFields, membersOf, skipBlank, unescaped } from '../../../../src/core/log/exports/jsonText.ts';

describe('how far a text is JSON', () => {
  it('is to the end of the value', () => {
    for (const value of [
      '{}',
      '[]',
      '{ }',
      '[ ]',
      '""',
      '"a"',
      '"a\\"b"',
      '12',
      '-1.5e+3',
      'true',
      'false',
      'null',
      '{"a":1}',
      '{ "a" : 1 , "b" : [ ] }',
      '[1,2]',
      '1.5E3',
      '[[],{}]',
      '{"a":{"b":[1,{"c":"}"}]}}',
      '[{"a":1},{"a":2}]',
      '{\r\n\t"a": true\n}',
    ])
      for (const behind of ['', ' x', '}', ']', ',1']) {
        const known = /\d$/.test(value) && /^\d/.test(behind) ? undefined : value.length;
        assert.deepEqual(extentOf(value + behind, 0), { end: known, whole: true }, value + behind);
      }
  });

  it('is as far as it fits, where it breaks off or goes wrong', () => {
    for (const [fits, rest] of [
      ['', ''],
      ['', 'x'],
      ['', '"a'],
      ['', '"a\nb"'],
      ['{', ''],
      ['{', '1'],
      ['{', '[1]'],
      ['{', '{}'],
      ['{', 'true:1'],
      ['{"a"', ''],
      ['{"a"', ' 1'],
      ['{"a":', ''],
      ['{"a":', 'x'],
      ['{"a":1', ''],
      ['{"a":1', ']'],
      ['{"a":1', ' "b":2}'],
      ['{"a":1,', '}'],
      ['{"a":1,', '2'],
      ['[', ''],
      ['[1', ''],
      ['[1', '}'],
      ['[1', ' 2]'],
      ['[1,', ']'],
      ['[[1]', ''],
      ['[{}', '}'],
    ] as const)
      assert.deepEqual(extentOf(fits + rest, 0), { end: fits.length, whole: false }, fits + rest);
  });

  it('is from an offset, and no further than a limit', () => {
    assert.deepEqual(extentOf('x {"a":1}', 2), { end: 9, whole: true });
    assert.deepEqual(extentOf('x  {"a":1}', 1), { end: 10, whole: true });
    assert.deepEqual(extentOf('{"a":1}', 0, 5), { end: 5, whole: false });
    assert.deepEqual(extentOf('[1, 2]', 0, 3), { end: 3, whole: false });
    assert.deepEqual(extentOf('["abcdef", 2]', 0, 4), { end: 4, whole: false });
    assert.equal(skipBlank('a \t\r\nb', 1), 5);
    assert.equal(skipBlank('a', 0), 0);
  });

  it('is no deeper than some thousand objects', () => {
    const deep = (many: number): boolean => extentOf('['.repeat(many) + ']'.repeat(many), 0).whole;
    assert.deepEqual([deep(900), deep(1100)], [true, false]);
  });
});

describe('the members of a value of JSON', () => {
  const members = (text: string, limit = text.length): readonly string[] =>
    [...membersOf(text, 0, limit)].map(({ name, start, end }) => `${name}=${text.slice(start, end)}`);

  it('have names in objects, and none in lists', () => {
    assert.deepEqual(members('{"a":1,"b" : {"c": 2} , "d":[3]}'), ['a=1', 'b={"c": 2}', 'd=[3]']);
    assert.deepEqual(members('[1, "two" , {"c":3},[]]'), ['=1', '="two"', '={"c":3}', '=[]']);
    assert.deepEqual(members('{}'), []);
    assert.deepEqual(members('[ ]'), []);
  });

  it('end where the text does, or something is wrong', () => {
    assert.deepEqual(members('{"a":1,"b":2'), ['a=1', 'b=2']);
    assert.deepEqual(members('{"a":1,"b":'), ['a=1']);
    assert.deepEqual(members('{"a":1,"b" 2,"c":3}'), ['a=1']);
    assert.deepEqual(members('{"a":1,b:2,"c":3}'), ['a=1']);
    assert.deepEqual(members('{"a":1 "c":3}'), ['a=1']);
    assert.deepEqual(members('[1,x,2]'), ['=1']);
    assert.deepEqual(members('[1 22,3]'), ['=1']);
    assert.deepEqual(members('[1,2],3'), ['=1', '=2']);
    assert.deepEqual(members('{"a":1},"b":2'), ['a=1']);
    assert.deepEqual(members('[1,2,3]', 4), ['=1', '=2']);
    assert.deepEqual(members('{"a":[1,2'), ['a=[1,2']);
  });
});

describe('the fields of JSON', () => {
  const fields = (text: string, ...gaps: readonly { start: number; end: number }[]): readonly string[] =>
    jsonFields({ start: 10, end: 10 + text.length, text }, gaps).map(({ name, under, value }) => {
      const own = text.slice(value.start - 10, value.end - 10);
      assert.equal(own === value.text || own.includes('\\'), true, own);
      return `${[...under, name].join('.')}=${value.text}`;
    });

  it('are its values under their names', () => {
    assert.deepEqual(fields('{"a":"x","b":{"c":1,"d":{"e":true}},"f":false,"g":null,"h":-1.5}'), [
      'a=x',
      'b.c=1',
      'b.d.e=true',
      'f=false',
      'h=-1.5',
    ]);
    assert.deepEqual(fields('{"a" : ["x", {"b":"y"}, ["z"]], "c" : "w"}'), ['a.a=x', 'a.a.b=y', 'a.a.a=z', 'c=w']);
    assert.deepEqual(fields('["a:", "b"]'), ['=a:', '=b']);
    assert.deepEqual(fields('{"a":["b":"c"]}'), ['a.a=b', 'a.a=c']);
  });

  it('are read where it is cut off, too', () => {
    assert.deepEqual(fields('{"a":"x","b":"cut off'), ['a=x', 'b=cut off']);
    assert.deepEqual(fields('{"a":"x","b":"cut off\n"c":"d"}'), ['a=x', 'b=cut off', 'c=d']);
    assert.deepEqual(fields('"c":"d"},"e":"f"}'), ['c=d', 'e=f']);
    assert.deepEqual(fields('{"a":x,"b":"y"}'), ['b=y']);
  });

  it('leave out what stands in gaps', () => {
    assert.deepEqual(fields('{"a":["x","y","z"],"b":1}', { start: 6, end: 10 }, { start: 13, end: 17 }), [
      'a.a=y',
      'b=1',
    ]);
    assert.deepEqual(fields('["x","y"]', { start: 0, end: 9 }), []);
    const long = `{"a":["${'x'.repeat(1_000_100)}","y"]}`;
    assert.deepEqual(fields(long, { start: 6, end: 1_000_108 }), ['a.a=y']);
  });

  it('mean what their escapes say', () => {
    assert.deepEqual(fields('{"a":"x\\ny\\tz\\r\\"q\\"\\u0041\\/"}'), ['a=x\ny z"q"A/']);
    assert.equal(unescaped('\\u00e4\\u00E4\\\\n'), '\u00e4\u00e4\\n');
    assert.equal(unescaped('\\u00g'), 'u00g');
    assert.equal(unescaped('plain\\'), 'plain\\');
  });
});
