import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { explainBodyChange } from '../../../src/message/verify/bodyChanges.ts';
import { type Canonicalization, canonicalLines } from '../../../src/message/verify/canonicalBody.ts';
import { authenticationWords } from '../../../src/report/authenticationWords.ts';

const changed = (lines: number, line = 'a line of text\r\n') => {
  const text = line.repeat(lines);
  const hashing = { canonicalization: 'simple', hash: 'sha256', expected: 'AAAA' } as const;
  return explainBodyChange({ text, found: text, encoding: '7bit' }, hashing);
};

describe('a body that is very large', () => {
  it('is not searched for what was changed in it, and that is said', () => {
    assert.equal(changed(10).code, 'body-changed');
    const found = changed(270_000);
    assert.equal(found.code, 'body-unsearched');
    assert.match(authenticationWords(found), /larger than 4 MiB, so how was not looked for/);
  });

  it('nor where a filter changed its links, which is said, too', () => {
    const link = 'https://eu.safelinks.protection.outlook.com/?url=x\r\n';
    assert.match(authenticationWords(changed(10, link)), /rewrites them .* Probably that is all/);
    assert.match(
      authenticationWords(changed(90_000, link)),
      /rewrites them .* larger than 4 MiB, so no other change was/,
    );
  });
});

/** What is said of a body that was signed as `was` and came as `now`; line ends are written as LF. */
function said(was: string, now: string, encoding = '7bit', canonicalization: Canonicalization = 'simple'): string {
  const [before, after] = [was, now].map((text) => text.replaceAll('\n', '\r\n')) as [string, string];
  const canonical = `${canonicalLines(before, canonicalization)
    .join('\r\n')
    .replace(/(?:\r\n)+$/, '')}\r\n`;
  const expected = createHash('sha256').update(Buffer.from(canonical, 'latin1')).digest('base64');
  const found = explainBodyChange(
    { text: after, found: after, encoding },
    { canonicalization, hash: 'sha256', expected },
  );
  return [found.code, ...Object.values(found.data)].join(' | ');
}

describe('a body that is not as it was signed', () => {
  const one = 'Hello\n\nBob\n';
  it('has lines at its end', () => {
    for (const [more, expected] of [
      ['-- \nthe list\nof us\n', '3 | the list'],
      ['____\n\nsee https://l.test/\n\n\n', '3 | see https://l.test/'],
      ['____\n', '1 | ____'],
      ['--\n--xy\n', '2 | --'],
      ['\n\n\u00c3\u00a4hm\n', '3 | \u00e4hm'],
      [`${'x'.repeat(130)}\n`, `1 | ${'x'.repeat(120)}`],
    ] as const)
      assert.equal(said(one, one + more), `body-cut | ${expected}`);
  });
  it('has lines at its top', () => {
    assert.equal(said(one, `[External mail]\n${one}`), 'body-top-added | 1 | [External mail]');
    assert.equal(said(one, `----\nCAUTION: not ours\n\n${one}`), 'body-top-added | 2 | CAUTION: not ours');
    assert.equal(said(one, `${'a\n'.repeat(40)}${one}`), 'body-top-added | 40 | a');
  });
  it('has a footer in one of its parts', () => {
    const parts = (a: string, b: string): string => `--xy\nA: b\n\none${a}\n--xy\nA: c\n\ntwo${b}\n--xy--\n`;
    assert.equal(said(parts('', ''), parts('\n____\na list', '')), 'body-footer-in-part | 2 | a list');
    assert.equal(said(parts('', ''), parts('', '\na list')), 'body-footer-in-part | 1 | a list');
    assert.equal(said(parts('', ''), parts('', '\na'.repeat(60))), 'body-footer-in-part | 60 | a');
    assert.equal(said(parts('', ''), parts('\na list', '\na list')), 'body-changed');
  });
  it('has one part more', () => {
    const part = (name: string): string => `--xy\nA: ${name}\n\n${name}\n`;
    const all = (...names: readonly string[]): string => `${names.map(part).join('')}--xy--\n`;
    assert.equal(said(all('a', 'b'), all('a', 'list', 'b')), 'body-part-added | 4 | A: list');
    assert.equal(said(all('a', 'b'), all('a', 'b', 'list')), 'body-part-added | 4 | A: list');
    // RFC 2046 5.1.1: blanks behind a boundary are no part of it.
    assert.equal(
      said(all('a', 'b'), all('a', 'b').replace('--xy\nA: b', '--xy \nA: list\n\nl\n--xy\nA: b')),
      'body-part-added | 4 | A: list',
    );
  });
  it('stands in a part of another', () => {
    for (const boundary of ['--xy', `--${'x'.repeat(70)}`])
      assert.equal(
        said(one, `${boundary}\nContent-Type: text/plain\n\n${one}${boundary}\nA: b\n\nfooter\n${boundary}--\n`),
        'body-wrapped',
      );
    assert.equal(said(one, `--xy\nContent-Type: text/plain\n\n${one}--y\nA: b\n\nfooter\n--z--\n`), 'body-changed');
    const long = `--${'x'.repeat(75)}`;
    assert.equal(said(one, `${long}\nContent-Type: text/plain\n\n${one}${long}\nA: b\n`), 'body-changed');
  });
  it('was hashed in the other manner than is said', () => {
    assert.equal(said('a  b\n', 'a  b\n', '7bit', 'relaxed').split(' | ')[0], 'body-cut');
    const expected = createHash('sha256').update('a b\r\n').digest('base64');
    const text = 'a  b\r\n';
    const found = explainBodyChange(
      { text, found: text, encoding: '7bit' },
      { canonicalization: 'simple', hash: 'sha256', expected },
    );
    assert.deepEqual(found, { code: 'body-canonicalization', data: { stated: 'simple', used: 'relaxed' } });
    const other = explainBodyChange(
      { text, found: text, encoding: '7bit' },
      { canonicalization: 'relaxed', hash: 'sha256', expected: createHash('sha256').update(text).digest('base64') },
    );
    assert.deepEqual(other, { code: 'body-canonicalization', data: { stated: 'relaxed', used: 'simple' } });
  });
  it('is not there, or was not when it was signed', () => {
    assert.equal(said(one, ''), 'body-missing');
    assert.equal(said(one, '\n \n'), 'body-missing');
    assert.equal(said('', one), 'body-signed-empty');
    assert.equal(said('', one, '7bit', 'relaxed'), 'body-signed-empty');
  });
  it('has links of a filter', () => {
    for (const [host, by] of [
      ['eur03.safelinks.protection.outlook.com', 'Microsoft Safe Links'],
      ['urldefense.com', 'Proofpoint URL Defense'],
      ['urldefense.proofpoint.com', 'Proofpoint URL Defense'],
      ['protect-de.mimecast.com', 'Mimecast'],
      ['url.uk.m.mimecastprotect.com', 'Mimecast'],
      ['LinkProtect.cudasvc.com', 'Barracuda Link Protection'],
      ['secure-web.cisco.com', 'Cisco Secure Email'],
      ['clicktime.symantec.com', 'Symantec Click-time Protection'],
    ] as const)
      assert.equal(said(one, `https://${host}/x?y=z\n`), `body-links-rewritten | ${by}`);
    assert.equal(said(one, 'https://example.com/\n'), 'body-changed');
  });
});
