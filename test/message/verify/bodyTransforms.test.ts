import assert from 'node:assert/strict';
import type { AuthenticationFinding } from '../../../src/message/verify/authentication.ts';
import { transformedBodies } from '../../../src/message/verify/bodyTransforms.ts';

/** What each finding makes of a body, those alone that change it; CR LF is written as a line end. */
function made(body: string, encoding = '', found = body): readonly (readonly [string, string])[] {
  const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
  const text = crlf(body);
  return [...transformedBodies({ text, found: found === body ? text : found, encoding })]
    .filter((one) => one.text !== text)
    .map(({ found: what, text: was }) => [wordOf(what), was.replaceAll('\r\n', '\n')]);
}

const wordOf = (found: AuthenticationFinding): string =>
  [found.code, ...Object.values((found as { data?: object }).data ?? {})].join(' ');

describe('a body as it may have been', () => {
  it('is as it was found in the file', () => {
    assert.deepEqual(made('a\nb\n', '', 'a\nb\n\n'), [['body-line-ends', 'a\nb\n\n']]);
    assert.deepEqual(made('plain\n'), []);
  });
  it('had a line end where a CR stands, or none', () => {
    assert.deepEqual(made('a\rb\n'), [
      ['body-line-ends', 'a\nb\n'],
      ['body-line-ends', 'ab\n'],
    ]);
  });
  it('had one dot more or less in front of a line (RFC 5321 4.5.2)', () => {
    assert.deepEqual(made('..a\n.b\nc.\n'), [
      ['body-dots added', '.a\n.b\nc.\n'],
      ['body-dots lost', '...a\n..b\nc.\n'],
    ]);
  });
  it('had no mark in front of From (RFC 4155)', () => {
    assert.deepEqual(made('>From a\n>>From b\n> From c\n>Fromage\nx >From d\n'), [
      ['body-from-quoting', 'From a\n>From b\n> From c\n>Fromage\nx >From d\n'],
    ]);
  });
  it('had no blanks at the ends of lines, but the one of a signature (RFC 3676 4.3)', () => {
    assert.deepEqual(made('a \t\n b\n'), [['body-trailing-blanks added', 'a\n b\n']]);
    assert.deepEqual(made('--\n---\n--x\n'), [['body-trailing-blanks stripped', '-- \n---\n--x\n']]);
  });
  it('was in another charset', () => {
    assert.deepEqual(made('\u00c3\u00a4\n'), [
      ['body-charset ISO-8859-1 UTF-8', '\u00e4\n'],
      ['body-charset UTF-8 ISO-8859-1', '\u00c3\u0083\u00c2\u00a4\n'],
    ]);
    // No UTF-8, so it was not made from another charset.
    assert.deepEqual(made('\u00e4\n'), [['body-charset UTF-8 ISO-8859-1', '\u00c3\u00a4\n']]);
    assert.deepEqual(made('\u007f\n'), []);
  });
  it('was base64 in lines of another width, or no base64', () => {
    const digits = Buffer.from(`${'0123456789'.repeat(9)}\n`).toString('base64');
    const as = (width: number): string => digits.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');
    assert.deepEqual(made(`${as(40)}\n`, 'base64'), [
      ...[76, 72, 64, 60, 73].map((width) => ['body-base64-rewrapped', as(width)] as const),
      ['body-quoted-printable base64', `${'0123456789'.repeat(9)}\n`],
    ]);
    assert.deepEqual(made(`${as(40)}\n`, '7bit'), []);
  });
  it('was no quoted-printable', () => {
    assert.deepEqual(made('a=3Db=\nc\n', 'quoted-printable'), [['body-quoted-printable quoted-printable', 'a=bc\n']]);
    assert.deepEqual(made('a=3Db=\nc\n', '8bit'), []);
  });
  it('had parts that were not quoted-printable (RFC 6152 3)', () => {
    const part = (encoding: string, text: string): string =>
      `--x\nContent-Type: text/plain\nContent-Transfer-Encoding: ${encoding}\n\n${text}\n`;
    const body = `first\n${part('Quoted-Printable ', 'a=3Db')}${part('7bit', 'c=3Dd')}${part('quoted-printable', 'e=3Df=')}--x--\nend=3D\n`;
    const was = `first\n${part('8bit ', 'a=b')}${part('7bit', 'c=3Dd')}${part('8bit', 'e=f')}--x--\nend=3D\n`;
    assert.deepEqual(
      made(body).map(([word]) => word),
      ['body-trailing-blanks added', 'body-quoted-printable quoted-printable'],
    );
    assert.equal(made(body)[1]?.[1], was);
    // Neither a header without a part nor a long line of hyphens is one.
    assert.deepEqual(made('Content-Transfer-Encoding: quoted-printable\n\na=3D\n'), []);
    assert.deepEqual(made(`--${'-'.repeat(75)}\nContent-Transfer-Encoding: quoted-printable\n\na=3D\n`), []);
    assert.deepEqual(made(`--${'-'.repeat(74)}\nContent-Transfer-Encoding: quoted-printable\n\na=3D\n`).length, 1);
    assert.deepEqual(made('--x\n\nContent-Transfer-Encoding: quoted-printable\n\na=3D\n'), []);
  });
});
