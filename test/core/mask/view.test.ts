import assert from 'node:assert/strict';
import { base64Runs, readingsOf } from '../../../src/core/mask/readings.ts';
import { View } from '../../../src/core/mask/view.ts';
import { base64 } from './masked.ts';

describe('a view', () => {
  const doubled = (text: string): View | undefined =>
    View.of(text, /<(\w*)>/g, ({ 1: word }) => (word === 'x' ? undefined : word));
  const placed = (source: string, start: number, end: number): string => {
    const place = doubled(source)?.placeOf({ start, end });
    return source.slice(place?.start, place?.end);
  };
  it('is none where nothing is decoded', () => {
    assert.equal(doubled('abc'), undefined);
    assert.equal(doubled('a<x>c'), undefined);
  });
  it('has what was decoded, and what stands around it', () => {
    assert.equal(doubled('ab<cd>ef<x><>g')?.text, 'abcdef<x>g');
    assert.equal(View.of('abc', /$/g, () => '!')?.text, 'abc!');
  });
  it('stands for the whole of what it was decoded from', () => {
    const source = 'ab<cd>ef<gh>';
    assert.deepEqual(
      [placed(source, 0, 1), placed(source, 0, 2), placed(source, 1, 3), placed(source, 2, 3), placed(source, 3, 5)],
      ['a', 'ab', 'b<cd>', '<cd>', '<cd>e'],
    );
    assert.deepEqual(
      [placed(source, 4, 6), placed(source, 5, 7), placed(source, 6, 8), placed(source, 0, 8), placed(source, 4, 4)],
      ['ef', 'f<gh>', '<gh>', source, ''],
    );
  });
});

describe('runs of base64', () => {
  const words = 'some words that are long enough to be told, and more of them behind those';
  const runs = (text: string, ...said: readonly string[]): void =>
    assert.deepEqual(
      [...base64Runs(text)].map(({ start, run, text: read }) => {
        assert.equal(text.slice(start, start + run.length), run);
        return read;
      }),
      said,
      text,
    );
  const encoded = base64(words);
  const rows = encoded.match(/.{1,48}/g) ?? [];
  it('are of 24 digits at least, and say a text', () => {
    runs(`x ${encoded} y`, words);
    runs(base64('eighteen characters'.slice(0, 18)), 'eighteen character');
    runs(base64('fifteen letters'));
    runs(`=${encoded}`);
    runs(`${encoded}===`);
    runs(base64('Grüße an alle, die hier sind'), 'Grüße an alle, die hier sind');
    runs(
      Buffer.from('Gr\xfc\xdfe an alle, die hier sind', 'latin1').toString('base64'),
      'Gr\xfc\xdfe an alle, die hier sind',
    );
  });
  it('go on over rows as long as the first', () => {
    runs(rows.join('\n'), words);
    runs(rows.join('\r\n> '), words);
    runs(`${rows.join('\n| ')}\n`, words);
    runs(`${rows[0]}\n\n${rows[1]}`, words.slice(0, 36), words.slice(36, 72));
    runs(`${rows[0]}\nx: ${rows[1]}`, words.slice(0, 36), words.slice(36, 72));
    const narrow = encoded.match(/.{1,36}/g) ?? [];
    runs(narrow.slice(0, 2).join('\n'), words.slice(0, 27), words.slice(27, 54));
  });
  it('of answers of logins are each one', () => {
    const answer = base64('\0alice@contoso.test\0a-long-kettle-42');
    runs(`${answer}\n${answer}`, ...Array<string>(2).fill('\0alice@contoso.test\0a-long-kettle-42'));
  });
});

describe('readings of a text', () => {
  const says = (text: string, ...all: readonly string[]): void =>
    assert.deepEqual(
      [...readingsOf(text)].map((reading) => reading.text),
      [text, ...all],
      text,
    );
  it('are what it says as it is read, one encoding after the other', () => {
    says('plain words');
    says('a=3D=C3=A4 b', 'a=ä b');
    says('&lt;b&gt;x&lt;/b&gt;', '<b>x</b>', 'x');
    says('a \\"b\\" c', 'a "b" c');
    says(
      `x ${base64('password=3D"kettle" &amp; more')}`,
      'password=3D"kettle" &amp; more',
      'password="kettle" &amp; more',
      'password="kettle" & more',
    );
    const deep = base64(`one more: ${base64(`and one: ${base64('the last of these words')}`)}`);
    assert.equal([...readingsOf(deep)].length, 3);
  });
  it('lead back to where it stands', () => {
    const text = `x ${base64('the password is kettle, ä')} y`;
    const reading = [...readingsOf(text)].find(({ text }) => text.startsWith('the'));
    assert.ok(reading?.encoded);
    const place = (word: string): string => {
      const start = reading.text.indexOf(word);
      const { start: from, end } = reading.placeOf({ start, end: start + word.length });
      return Buffer.from(text.slice(from, end), 'base64').toString();
    };
    assert.deepEqual([place('the'), place('kettle'), place('ä')], ['the', ' kettle, ', 'ä']);
  });
});
