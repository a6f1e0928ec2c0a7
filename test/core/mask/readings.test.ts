import assert from 'node:assert/strict';
import { base64Runs, readingsOf } from '../../../src/core/mask/readings.ts';
import { base64 } from './masked.ts';

/** Runs of base64 that say something stand between §; and what they say. */
const runs = (marked: string, ...said: readonly string[]): void => {
  const text = marked.replaceAll('§', '');
  const found = [...base64Runs(text)];
  assert.deepEqual(
    found.map(({ text: words }) => words),
    said,
    marked,
  );
  assert.equal(
    [...found]
      .reverse()
      .reduce((all, { start, run }) => `${all.slice(0, start)}§${run}§${all.slice(start + run.length)}`, text),
    marked,
  );
};

const WORDS = 'a kettle of fish, and more';
const RUN = base64(WORDS);
const LONG = 'The quick brown fox jumps over the lazy dog; then it rests for a while and goes on. '.repeat(2);
const rowsOf = (text: string, width: number): readonly string[] =>
  base64(text).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

describe('base64 in a text', () => {
  it('is found where it says something', () => {
    runs(`x §${RUN}§ y`, WORDS);
    runs(`"§${RUN}§", <§${RUN}§>`, WORDS, WORDS);
    runs(`§${base64('Grüße aus Köln, 漢字')}§`, 'Grüße aus Köln, 漢字');
    runs(`x ${RUN.slice(0, 20)} y`);
    runs(`§${RUN.slice(0, 24)}§ ${RUN.slice(0, 23)}`, WORDS.slice(0, 18));
    runs(`x=${RUN}`.replace('=', '==').slice(0, 30));
    runs('Content-Transfer-Encoding/of/this/one/is/none');
    runs(`\u{1f600}${Buffer.from('\u0001\u0002\u0003'.repeat(12), 'latin1').toString('base64')}`);
  });
  it('goes on over rows that are as long as its first', () => {
    for (const width of [40, 64, 76])
      for (const fold of ['\n', '\r\n', '\n> ', ' \n  '])
        runs(`x:\n\n§${rowsOf(LONG, width).join(fold)}§\n\nend`, LONG);
    for (const end of ['<', '"', "'", '|']) runs(`§${rowsOf(LONG, 76).join('\n')}§${end}`, LONG);
  });
  it('ends where a row is another one', () => {
    const [first = '', second = ''] = rowsOf(LONG, 76);
    const [one, two] = [LONG.slice(0, 57), LONG.slice(57, 114)];
    runs(`§${first}§ x\n§${second}§`, one, two);
    runs(`§${first}§\n\n§${second}§`, one, two);
    runs(
      `§${first}\n${second.slice(0, 40)}§\n§${second.slice(40)}ICAg§`,
      LONG.slice(0, 87),
      `${LONG.slice(87, 114)}   `,
    );
    runs(`§${first.slice(0, 36)}§\n§${second}§`, LONG.slice(0, 27), two);
    runs(`§${base64(`${one}!`)}§\n§${second}§`, `${one}!`, two);
  });
});

describe('what a text reads as', () => {
  /** Each reading and where the word stands that is looked for, as `encoded text`. */
  const reads = (text: string, word: string, ...expected: readonly string[]): void =>
    assert.deepEqual(
      [...readingsOf(text)].flatMap(({ text: words, encoded, placeOf }) => {
        const start = words.indexOf(word);
        if (start < 0) return [];
        const place = placeOf({ start, end: start + word.length });
        return [`${encoded} ${text.slice(place.start, place.end)}`];
      }),
      expected,
      text,
    );
  it('is itself, and what its base64 says, in whole groups of four', () => {
    reads('a kettle', 'kettle', 'false kettle');
    reads(`x ${RUN} y`, WORDS, `true ${RUN}`);
    reads(`x ${RUN} y`, WORDS.slice(0, 3), `true ${RUN.slice(0, 4)}`);
    reads(`x ${RUN} y`, WORDS.slice(3, 6), `true ${RUN.slice(4, 8)}`);
    reads(`x ${RUN} y`, WORDS.slice(2, 4), `true ${RUN.slice(0, 8)}`);
    const umlauts = 'äöü, kettles and dogs ü!';
    reads(`x ${base64(umlauts)} y`, 'kettles', `true ${base64(umlauts).slice(8, 20)}`);
    reads(`x ${base64(umlauts)} y`, 'äö', `true ${base64(umlauts).slice(0, 8)}`);
  });
  it('is told over the rows of it', () => {
    const [first = '', second = ''] = rowsOf(LONG, 76);
    reads(`${first}\r\n> ${second}\n`, LONG.slice(54, 60), `true ${first.slice(72)}\r\n> ${second.slice(0, 4)}`);
    reads(`${first}\n${second}\n`, LONG.slice(54, 57), `true ${first.slice(72)}`);
    reads(`${first}\n${second}\n`, LONG.slice(57, 60), `true ${second.slice(0, 4)}`);
  });
  it('is what base64 in base64 says, twice', () => {
    const twice = base64(RUN);
    reads(twice, WORDS, `true ${twice}`);
    reads(base64(twice), WORDS);
  });
});
