import assert from 'node:assert/strict';
import { packedIndex } from '../../../../src/core/knowledge/texts/packedIndex.ts';
import { requiredLiterals } from '../../../../src/core/knowledge/texts/requiredLiterals.ts';
import { openIndex, packIndex, placesThatMayFit } from '../../../../src/core/knowledge/texts/textIndex.ts';
import { findText, patternText, type ReplyWords, allTexts as rows } from '../../../../src/core/knowledge/texts.ts';
import { replySamples } from '../../../support/replySamples.ts';

const index = openIndex(packedIndex);

/** Every row that fits is among those that the index names, in the order of the table. */
function finds(reply: ReplyWords): void {
  const all = rows.filter((row) => findText([row], reply) !== undefined);
  const few = placesThatMayFit(index, patternText(reply)).filter(
    (place) => findText(rows.slice(place, place + 1), reply) !== undefined,
  );
  assert.deepEqual(
    few.map((place) => rows[place]?.name),
    all.map((row) => row.name),
    reply.words,
  );
}

const literals = (pattern: RegExp, ...wanted: readonly string[]): void =>
  assert.deepEqual(requiredLiterals(pattern), wanted.length === 0 ? undefined : wanted, pattern.source);

describe('literals that a pattern needs', () => {
  it('are its words in lower case', () => {
    literals(/User unknown/i, 'user unknown');
    literals(/\bNXDOMAIN\b/, 'nxdomain');
    literals(/foo|Barrel/, 'foo', 'barrel');
  });

  it('end where a character may be missing or be another one', () => {
    literals(/greylist(?:ed|ing)/i, 'greylist');
    literals(/colou?r table/i, 'r table');
    literals(/user[ _]known/i, 'known');
    literals(/abc.{1,20}defg/i, 'defg');
    literals(/abcd+efg/i, 'abcd');
    literals(/a{2}bcd/i, 'bcd');
    literals(/größer als/i, 'größer als');
    // `ᲂ` (U+1C82) is the same letter as `о`.
    literals(/при отправке/i, 'при ');
  });

  it('hold letters that have one form alone, and what is repeated as often as it must be', () => {
    literals(/foobar\p{L}{2}/u, 'foobar');
    literals(/best user/iu, 't u');
    literals(/best user/i, 'best user');
    literals(/ディレクトリ?に/i, 'ディレクト');
    literals(/\*{8}|x{3,5}y/, '********', 'xxx');
  });

  it('come from the better part, a group among them', () => {
    literals(/x (?:first|second) y/i, 'first', 'second');
    literals(/long enough (?:a|b)/i, 'long enough ');
    literals(/(?:maybe)? (?:sure thing)/i, 'sure thing');
    literals(/(?<!no )mail\b(?= loop)/i, 'mail');
    literals(/5\.1\.1 x/, '5.1.1 x');
  });

  it('are not known where a match may hold none', () => {
    literals(/\d{3}/);
    literals(/(?:foo)?/);
    literals(/foobar|\d+/);
    literals(/ab/);
    literals(/foo|/);
    literals(/foobar\u0041/);
    literals(/foobar\u{41}/u);
  });
});

describe('the literal by which a row is found', () => {
  const packed = packIndex(
    [[/user unknown/i, /quota/], [/user unknown|mailbox unknown/i], [/\b7\d\d full/], [/\d/]],
    'user unknown\nquota of user\nuser unknown\nmailbox full 123',
  );
  const found = (text: string): readonly number[] => placesThatMayFit(openIndex(packed), text);

  it('is the rarest of all that a text has to match, cut around its rarest letters', () => {
    assert.deepEqual(packed.literals.split('\n').sort(), [' full', 'mailbox unkn', 'quota', 'user unknown']);
    assert.deepEqual(found('USER UNKNOWN'), [1, 3]);
    assert.deepEqual(found('over quota, mailbox unknown'), [0, 1, 3]);
  });

  it('is none where one of them cannot be told', () => {
    assert.deepEqual(packed.always, [3]);
    assert.deepEqual(found(''), [3]);
  });
});

describe('the index', () => {
  it('finds what trying every row in order finds', () => {
    for (const { text: sample } of replySamples) {
      finds({ words: sample });
      finds({ words: sample.toUpperCase() });
      finds({ code: 550, enhanced: '5.7.1', words: sample.toLowerCase() });
      finds({ code: 250, words: sample });
    }
  });

  it('finds it in texts cut and joined anyhow', () => {
    for (let i = 0; i < replySamples.length; i++) {
      const one = replySamples[i]?.text ?? '';
      const other = replySamples[(i * 7 + 3) % replySamples.length]?.text ?? '';
      finds({ code: 451, words: `${one.slice(i % 11)} ${other}` });
      finds({ words: `${other.slice(0, 40)}${one}` });
    }
  });

  it('tries few rows against a line', () => {
    assert.ok(packedIndex.always.length <= rows.length / 50, String(index.always.length));
    const line =
      'Nov 21 20:02:03 mx1 postfix/qmgr[900]: 4F6bQ2: from=<alice@contoso.test>, size=1234, nrcpt=1 (queue active)';
    assert.ok(placesThatMayFit(index, line).length <= rows.length / 20);
  });

  it('takes a text of any length and letters', () => {
    for (const words of ['', 'a', 'ab', '\u0130'.repeat(500), '\ud800'.repeat(500), 'user unknow'.repeat(2000)])
      finds({ words });
  });
});
