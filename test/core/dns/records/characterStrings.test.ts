import assert from 'node:assert/strict';
import {
  characterStrings,
  joinAnswer,
  joinedPieces,
  joinStrings,
} from '../../../../src/core/dns/records/characterStrings.ts';
import { readMacroString } from '../../../../src/core/dns/records/macroString.ts';

describe('the strings of a TXT record', () => {
  it('stand in quotes, or as words (RFC 1035 5.1)', () => {
    for (const [data, ...strings] of [
      ['"a b" "c"', 'a b', 'c'],
      ['"a""b"', 'a', 'b'],
      ['a b', 'a', 'b'],
      ['a\tb\nc\rd', 'a', 'b', 'c', 'd'],
      ['a"b c"', 'a', 'b c'],
      ['a\\"b', 'a"b'],
      ['"a\\\\b"', 'a\\b'],
      ['"a\\;b"', 'a;b'],
      ['"\\097\\098"', 'ab'],
      ['"\\195\\188"', 'ü'],
      ['"ü"', 'ü'],
      ['"\\255"', 'ÿ'],
      ['"\\09"', '09'],
      ['"\\1234"', '{4'],
      ['"a\nb"', 'ab'],
      ['""', ''],
      ['"a', ...[]],
      ['', ...[]],
    ] as const)
      assert.deepEqual(characterStrings(data), strings, data);
  });
  it('are joined, with the places of their characters', () => {
    const source = 'x "a\\"b" "cd\\099" y';
    const joined = joinStrings(source, 2, source.length);
    assert.deepEqual([joined?.text, joined?.longest], ['a"bcdc', 3]);
    const place = (start: number, end: number): string => {
      const span = joined?.at({ start, end });
      return source.slice(span?.start, span?.end);
    };
    assert.deepEqual(
      [place(0, 1), place(2, 3), place(2, 4), place(3, 5), place(4, 6)],
      ['a', 'b', 'b" "c', 'cd', 'd\\'],
    );
    assert.deepEqual(joined?.at({ start: 3, end: 3 }), { start: 10, end: 10 });
    for (const none of ['a b', '"a', '""', '']) assert.equal(joinStrings(none, 0, none.length), undefined, none);
    assert.equal(joinStrings('"a" "b"', 0, 3)?.text, 'a');
  });
  it('are those of an answer, as far as it can be followed', () => {
    const place = (source: string, data: string, start: number, end: number): string | undefined => {
      const joined = joinAnswer(source, { start: 0, end: source.length }, data);
      const span = joined?.at({ start, end });
      return span && source.slice(span.start, span.end);
    };
    assert.equal(place('a.test TXT "v=x" "yz"', '"v=x" "yz"', 3, 5), 'yz');
    assert.equal(place('text = v=spf1 mx', 'v=spf1 mx', 7, 9), 'mx');
    assert.equal(place('Strings : {v=spf1 mx}', '"v=spf1 mx"', 7, 9), 'mx');
    assert.equal(place('{v=spf1\n      mx}', '"v=spf1 mx"', 7, 9), 'mx');
    assert.equal(place('nothing of it', '"v=spf1 mx"', 7, 9), 'nothing of it');
    assert.equal(joinAnswer('x', { start: 0, end: 1 }, ''), undefined);
    assert.equal(joinAnswer('x', { start: 0, end: 1 }, 'a"b'), undefined);
    assert.deepEqual(joinAnswer('x', { start: 0, end: 1 }, ' ab ')?.longest, 0);
    assert.equal(joinAnswer('"abc"', { start: 0, end: 5 }, '"abc"')?.longest, 3);
  });
  it('are joined with a blank where words were wrapped', () => {
    const joined = (source: string, ...pieces: readonly string[]) => {
      let from = 0;
      const spans = pieces.map((piece) => {
        const start = source.indexOf(piece, from);
        from = start + piece.length;
        return { start, end: from };
      });
      return joinedPieces(source, spans);
    };
    assert.equal(joined('v=spf1\nmx', 'v=spf1', 'mx').text, 'v=spf1 mx');
    assert.equal(joined('v=spf1 \nmx', 'v=spf1 ', 'mx').text, 'v=spf1 mx');
    assert.equal(joined('"v=spf1" "mx"', 'v=spf1', 'mx').text, 'v=spf1mx');
    const key = 'A'.repeat(16);
    assert.equal(joined(`p=${key}\nBB`, `p=${key}`, 'BB').text, `p=${key}BB`);
    assert.equal(joined(`p=${key.slice(3)}\nBB`, `p=${key.slice(3)}`, 'BB').text, `p=${key.slice(3)} BB`);
    assert.equal(joined('a\nb', 'a\nb').text, 'a b');
    assert.deepEqual([joined('"abc" "de"', 'abc', 'de').longest, joined('abc\nde', 'abc', 'de').longest], [3, 0]);
    const source = 'x v=spf1\n> mx';
    const span = joined(source, 'v=spf1', 'mx').at({ start: 7, end: 9 });
    assert.equal(source.slice(span.start, span.end), 'mx');
  });
});

describe('the macros of a record of SPF (RFC 7208 7.1)', () => {
  it('are told from a percent sign that begins none', () => {
    for (const [text, wrongAt, hasMacro, endsWithMacro] of [
      ['a.test', -1, false, false],
      ['%{i}.a.test', -1, true, false],
      ['a.%{d}', -1, true, true],
      ['%{D}', -1, true, true],
      ['%{ir}', -1, true, true],
      ['%{i2r.-+,/_=}', -1, true, true],
      ['%{i010}', -1, true, true],
      ['%{i128}', -1, true, true],
      ['%%%_%-', -1, true, true],
      ['%{i0}', 0, false, false],
      ['%{i000}', 0, false, false],
      ['%{x}', 0, false, false],
      ['%{c}', 0, false, false],
      ['%{i', 0, false, false],
      ['a%b', 1, false, false],
      ['%{i}%', 4, true, false],
      ['%{i2r!}', 0, false, false],
      ['', -1, false, false],
    ] as const)
      assert.deepEqual(readMacroString(text), { wrongAt, hasMacro, endsWithMacro }, text);
    for (const letter of 'slodiphv') assert.equal(readMacroString(`%{${letter}}`).wrongAt, -1, letter);
  });
});
