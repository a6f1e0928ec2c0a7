import assert from 'node:assert/strict';
import { recurrencesOf } from '../../../src/core/mask/recurrences.ts';
import { base64 } from './masked.ts';

/** Where these passwords stand once more is what stands between §. */
const again = (passwords: readonly string[], marked: string): void => {
  it(`${passwords.join(' ')}: ${JSON.stringify(marked.slice(0, 70))}`, () => {
    const text = marked.replaceAll('§', '');
    const found = [...recurrencesOf(new Set(passwords), text).again(text)].sort((a, b) => b.start - a.start);
    assert.equal(
      found.reduce((all, { start, end }) => `${all.slice(0, start)}§${all.slice(start, end)}§${all.slice(end)}`, text),
      marked,
    );
    for (const { kind } of found) assert.equal(kind, 'again');
    // A text that holds it twice is one.
    assert.equal(new Set(found.map(({ start }) => start)).size, found.length);
  });
};

describe('a password that stands once more', () => {
  again(['kettle-9'], 'x §kettle-9§ (§kettle-9§) /§kettle-9§/ xkettle-9 kettle-9x');
  again(['kettle'], 'x §kettle§ §kettle§. [§kettle§] kettles xkettle .kettle @kettle :kettle /kettle -kettle');
  again(['kettle'], 'kettle@x kettle:x kettle/x kettle-x kettle.x a[kettle] §kettle§, _kettle');
  again(['1234'], '§1234§ 12345 10:1234 1234:10 1234-5');
  again(['a/b@c9'], 'x=§a/b@c9§ &y=§a%2Fb%40c9§');
  again(['kettle-9', 'kettle-9x'], '§kettle-9x§ §kettle-9§');
  again(['ket'], 'x ket x');
  again(['kett'], 'x §kett§ x');
  again(['a'.repeat(400)], `x §${'a'.repeat(400)}§`);
  again(['a'.repeat(401)], `x ${'a'.repeat(401)}`);
  for (const word of ['DATA', 'quit', 'localhost', 'ESMTP', 'sendmail', 'test', '5.7.1', '192.0.2.1', '4.100.100'])
    again([word], `x ${word} x`);
  again(['6.7.1', '5.7'], 'x §6.7.1§ x');
  again(['contoso.test'], 'bob@contoso.test and contoso.test');
  again(['contoso.test'], 'bob and §contoso.test§');
  again(['x1y2'], `${'§x1y2§ app\n'.repeat(4)}x §x1y2§`);
  again(['x1y2'], 'x1y2 app\n'.repeat(5));
  again(['x1y2'], '> f(x1y2) app\n'.repeat(5));
});

describe('a password in base64', () => {
  for (const before of ['', 'x', 'xy', 'xyz'])
    again(['kettle-9'], `sent §${base64(`${before}kettle-9`)}§ to §${base64(`${before}kettle-9 and more`)}§!`);
  again(['kettle-9'], `x §${base64('kettle-9 kettle-9')}§ y`);
  again(['kettle-9'], `x ${base64('some other words')} y`);
  again(['kettle-9'], `"§${base64('\0alice\0kettle-9')}§\\r\\n"`);
  again(['kettle-9'], `\\n§${base64('\0alice\0kettle-9')}§`);
  again(['pässwörd'], `x §${base64('a pässwörd b')}§ y`);
});

describe('what is not searched for', () => {
  it('is counted', () => {
    const of = (count: number, length: number): number =>
      recurrencesOf(new Set(Array.from({ length: count }, (_, i) => `${i}`.padStart(length, 'p'))), '').unsought;
    assert.deepEqual([of(20_000, 8), of(20_003, 8), of(1250, 400), of(1251, 400), of(5, 3)], [0, 3, 0, 1, 0]);
    assert.equal(recurrencesOf(new Set(['ab', 'DATA']), 'x').unsought, 0);
  });
});
