import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readingsOf } from '../../../src/core/mask/readings.ts';
import { View } from '../../../src/core/mask/view.ts';

/** What a text reads as when everything is taken off, and where a word of it stands. */
const reads = (text: string, expected: string, word?: string, source?: string): void => {
  const last = [...readingsOf(text)].at(-1);
  assert.ok(last);
  assert.equal(last.text, expected);
  if (word === undefined) return;
  const start = last.text.indexOf(word);
  const place = last.placeOf({ start, end: start + word.length });
  assert.equal(text.slice(place.start, place.end), source ?? word);
};

describe('a text is read', () => {
  it('without quoted-printable, folded anywhere', () =>
    reads('a=3Db hun=\nter=C3=BC=22 c', 'a=b hunterü" c', 'hunterü', 'hun=\nter=C3=BC=22'));
  it('without quoted-printable behind marks of quotation', () =>
    reads('> a=3D hun=\n> ter c\n', '> a= hunter c\n', 'hunter', 'hun=\n> ter'));
  it('with the padding of base64', () => reads('aHVudGVyMjI=\n235 ok', 'aHVudGVyMjI=\n235 ok'));
  it('as HTML shows it', () => reads('<p><b>a</b>&nbsp;&lt;b&gt;</p>x&amp;y<br>z', '\na \nx&y\nz', 'x&y', 'x&amp;y'));
  it('with the cells of a table in bars', () => reads('<tr><td>a</td><td class="x">b</td></tr>', '\na │ b │ ', 'b'));
  it('without the backslashes of strings', () =>
    reads('{"a":"{\\"b\\":\\"c\\nd\\"}"}', '{"a":"{"b":"c\nd"}"}', '"c\nd"', '\\"c\\nd\\"'));
  it('out of base64', () => {
    const text = `x ${Buffer.from('Hello, the word is hunter22, bye').toString('base64')} y`;
    const inner = [...readingsOf(text)].find(({ encoded }) => encoded);
    assert.equal(inner?.text, 'Hello, the word is hunter22, bye');
    const start = inner?.text.indexOf('hunter22') ?? 0;
    const place = inner?.placeOf({ start, end: start + 8 }) ?? { start: 0, end: 0 };
    assert.equal(Buffer.from(text.slice(place.start, place.end), 'base64').toString(), ' hunter22');
  });
});

describe('a view', () => {
  const text = fc.array(fc.constantFrom('=3D', 'a', 'bc', '\n', '='), { maxLength: 30 }).map((all) => all.join(''));
  it('has what was not decoded where it stood', () =>
    fc.assert(
      fc.property(text, (source) => {
        const view = View.of(source, /=3D/g, () => '!!');
        if (view === undefined) return assert.doesNotMatch(source, /=3D/);
        assert.equal(view.text, source.replaceAll('=3D', '!!'));
        for (let at = 0; at < view.text.length; at++) {
          const { start, end } = view.placeOf({ start: at, end: at + 1 });
          const part = source.slice(start, end);
          assert.equal(part, view.text[at] === '!' ? '=3D' : view.text[at]);
        }
      }),
    ));
});
