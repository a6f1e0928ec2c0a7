import assert from 'node:assert/strict';
import { codesOfLettre } from '../../../src/core/replies/codesOfLettre.ts';
import { plainWords } from '../../../src/core/replies/plainWords.ts';

describe('the words of a reply that a program escaped', () => {
  const is = (escaped: string, plain: string): void => assert.equal(plainWords(escaped), plain, escaped);
  it('are those of the server', () => {
    is('no such user', 'no such user');
    is('\\"bob\\" is \\\\\'no\\\\\' user, a\\/b', '"bob" is \'no\' user, a/b');
    is('one\\r\\n two\\t three', 'one   two  three');
    is('\\u0027bob\\u0027 \\u003cb\\u003e', "'bob' <b>");
    is('&lt;b@c.test&gt; &quot;x&quot; &apos;y&apos; a&amp;b&nbsp;c', '<b@c.test> "x" \'y\' a&b c');
    is('&#39;bob&#039; &#x27;x&#x3e; &#233;', "'bob' 'x> é");
  });
  it('have a blank for a control character', () => {
    is('a&#10;b&#x1b;c&#127;d\\u0007e', 'a b c d e');
    is('&#32;&#126;', ' ~');
  });
  it('keep what looks like an escape and is none', () => {
    is('C:\\temp\\new &c; &#7; 5 & 6', 'C:\\temp\\new &c; &#7; 5 & 6');
  });
});

describe('the codes of lettre', () => {
  const codes = (text: string): readonly unknown[] =>
    codesOfLettre(text, 0, text.length).map(({ code, start, end }) => [code, text.slice(start, end)]);
  const code = (severity: string, category: string, detail: string): string =>
    `Code { severity: ${severity}NegativeCompletion, category: ${category}, detail: ${detail} }`;
  it('are read from their three names', () => {
    const one = code('Permanent', 'MailSystem', 'Zero');
    assert.deepEqual(codes(`permanent error: Response { code: ${one}, message: [] }`), [[550, one]]);
    const two = code('Transient', 'Connections', 'One');
    assert.deepEqual(codes(`${one}\n${two}`), [
      [550, one],
      [421, two],
    ]);
    assert.deepEqual(
      codes(code('Permanent', 'Syntax', 'Nine')).map((row) => (row as unknown[])[0]),
      [509],
    );
  });
  it('are none with a name that it does not have', () => {
    assert.deepEqual(codes(code('Permanent', 'Other', 'One')), []);
    assert.deepEqual(codes(code('Permanent', 'Syntax', 'Ten')), []);
    assert.deepEqual(codes(code('Permanent', 'Syntax', 'One').replace('NegativeCompletion', '')), []);
  });
});
