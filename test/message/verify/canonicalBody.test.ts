import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  type BodyHashing,
  bodyMatches,
  canonicalLines,
  isEmptyBodyHash,
  LineHash,
} from '../../../src/message/verify/canonicalBody.ts';

const hash = (text: string): string => createHash('sha256').update(text, 'latin1').digest('base64');
const hashing = (canonicalization: BodyHashing['canonicalization'], signed: string, length?: number): BodyHashing => ({
  ...{ canonicalization, hash: 'sha256', expected: hash(signed) },
  ...(length !== undefined && { length }),
});

describe('a canonical body (RFC 6376 3.4)', () => {
  it('has its blanks as they are, or one for all of a line and none at its end', () => {
    assert.deepEqual(canonicalLines('a  b \r\n\t\tc\r\n', 'simple'), ['a  b ', '\t\tc', '']);
    assert.deepEqual(canonicalLines('a \t b \r\n\t\tc\r\n \r\n', 'relaxed'), ['a b', ' c', '', '']);
  });

  it('is what was signed, without the empty lines at its end', () => {
    for (const [form, body, signed] of [
      ['simple', ' C \r\nD \t E\r\n\r\n\r\n', ' C \r\nD \t E\r\n'],
      ['relaxed', ' C \r\nD \t E\r\n\r\n\r\n', ' C\r\nD E\r\n'],
      ['simple', 'a\r\n\r\nb', 'a\r\n\r\nb\r\n'],
      ['simple', '\r\n\r\na\r\n', '\r\n\r\na\r\n'],
      ['simple', '', '\r\n'],
      ['simple', '\r\n\r\n', '\r\n'],
      ['relaxed', '', ''],
      ['relaxed', ' \r\n\r\n', ''],
      ['simple', 'Gr\u00fc\u00dfe', 'Gr\u00fc\u00dfe\r\n'],
    ] as const) {
      assert.equal(bodyMatches(body, hashing(form, signed)), true, `${form} ${JSON.stringify(body)}`);
      assert.equal(bodyMatches(`${body}x`, hashing(form, signed)), false);
    }
  });

  it('is signed as far as its length says', () => {
    for (const [length, signed] of [
      [0, ''],
      [1, 'a'],
      [3, 'abc'],
      [4, 'abc\r'],
      [5, 'abc\r\n'],
      [6, 'abc\r\nd'],
      [10, 'abc\r\ndef\r\n'],
      [99, 'abc\r\ndef\r\n'],
    ] as const)
      assert.equal(bodyMatches('abc\r\ndef\r\n', hashing('relaxed', signed, length)), true, `${length}`);
    assert.equal(bodyMatches('abc\r\ndef\r\n', hashing('relaxed', 'abc', 4)), false);
  });

  it('is hashed from where another hash stood', () => {
    const whole = hashing('simple', 'a\r\n\r\nb\r\n', 9);
    const first = new LineHash(whole);
    first.add('a');
    first.add('');
    const second = new LineHash(whole, first);
    second.add('b');
    assert.deepEqual([first.matches(), second.matches()], [false, true]);
    assert.equal(new LineHash(hashing('simple', '\r\n'), new LineHash(hashing('simple', '\r\n'))).matches(), true);
    const cut = new LineHash(
      hashing('simple', 'a\r\nb', 4),
      (() => {
        const one = new LineHash(hashing('simple', 'a\r\nb', 4));
        one.add('a');
        return one;
      })(),
    );
    cut.add('bcd');
    assert.equal(cut.matches(), true);
  });

  it('is empty by its hash', () => {
    for (const [signed, isEmpty] of [
      ['', true],
      ['\r\n', true],
      ['a\r\n', false],
    ] as const)
      assert.equal(isEmptyBodyHash(hashing('simple', signed)), isEmpty);
    assert.equal(isEmptyBodyHash({ ...hashing('simple', ''), hash: 'sha1' }), false);
  });
});
