import assert from 'node:assert/strict';
import { textLinks } from '../../../../src/core/mail/links/textLinks.ts';

/** The addresses in a text, each as `href @what it takes in the text`. */
const is = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    Array.from(textLinks(text), ({ href, at, length }) => `${href} @${text.slice(at, at + length)}`),
    expected,
    text,
  );
const alike = (text: string, ...hrefs: readonly string[]): void => is(text, ...hrefs.map((href) => `${href} @${href}`));

describe('addresses in a text without markup', () => {
  it('end where the sentence goes on', () => {
    for (const mark of ['.', ',', ':', '!', '?', '*', ')', '}', '?!).', '>', '"', "'", ' x', ']', '\u0001'])
      alike(`see https://b.test/a${mark}`, 'https://b.test/a');
    alike('(http://b.test/a(b)c)', 'http://b.test/a(b)c');
    alike('ftp://b.test/a;b$', 'ftp://b.test/a;b$');
    alike('HTTP://B.test', 'HTTP://B.test');
    alike('http://[2001:db8::1]:80/x]', 'http://[2001:db8::1]:80/x');
    alike('https://', ...[]);
    alike('xhttp://b.test', ...[]);
    alike('http://. https://a', 'https://a');
  });

  it('may lack a scheme', () => {
    is('at www.b.test/x.', 'http://www.b.test/x @www.b.test/x');
    is('www.b.test and WWW.c.test', 'http://www.b.test @www.b.test', 'http://WWW.c.test @WWW.c.test');
    for (const text of ['awww.b.test', '.www.b.test', '/www.b.test', '-www.b.test', 'www.b', 'www.1.2']) is(text);
    is('a.b+c@b.test.', 'mailto:a.b+c@b.test @a.b+c@b.test');
    is('mailto:a@b.test', 'mailto:a@b.test @mailto:a@b.test');
    is('a@b');
  });

  it('go on behind a line end between angle brackets (RFC 3986 C)', () => {
    is('<https://b.test/a\n  b\r\nc>', 'https://b.test/abc @https://b.test/a\n  b\r\nc');
    is('<https://b.test/a\nb c>', 'https://b.test/a @https://b.test/a');
    is('https://b.test/a\nb>', 'https://b.test/a @https://b.test/a');
    is(
      `<https://b.test/a${'\nb'.repeat(10)}>`,
      `https://b.test/a${'b'.repeat(10)} @https://b.test/a${'\nb'.repeat(10)}`,
    );
    is(`<https://b.test/a${'\nb'.repeat(11)}>`, 'https://b.test/a @https://b.test/a');
  });

  it('are folded and escaped in calendars and cards (RFC 5545 3.1)', () => {
    const folded = (text: string): readonly string[] => Array.from(textLinks(text, true), ({ href }) => href);
    assert.deepEqual(folded('URL:https://b.test/a\r\n b/c\n\td\nX'), ['https://b.test/ab/cd']);
    assert.deepEqual(folded('https://b.test/a\\,b\\;c\\\\d.'), ['https://b.test/a,b;c\\d']);
    assert.deepEqual(folded('https://b.test/a\\nMore'), ['https://b.test/a']);
    assert.deepEqual(folded('https://b.test/a\\NMore'), ['https://b.test/a']);
  });
});
