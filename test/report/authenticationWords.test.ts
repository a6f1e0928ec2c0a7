import assert from 'node:assert/strict';
import type { AuthenticationFinding } from '../../src/message/verify/authentication.ts';
import { authenticationWords, isGoodNews } from '../../src/report/authenticationWords.ts';

const says = (code: string, data: object = {}): string =>
  authenticationWords({ code, data } as unknown as AuthenticationFinding);

describe('what was found of signatures, in words,', () => {
  it('is what a strict receiver does not take, by the names of the library', () => {
    const warnings = [
      'tag-syntax',
      'invalid-v',
      'query-method',
      'identity-domain',
      'invalid-expiration',
      'key-syntax',
      'key-v-syntax',
      'ams-c-default',
    ];
    const said = warnings.map((warning) => says('signature-lenient', { warning }));
    assert.equal(new Set(said).size, warnings.length);
    for (const words of said) assert.match(words, /^A strict receiver may reject it: (?!mailauth).*RFC \d{4} \d/);
    assert.match(says('signature-lenient', { warning: 'new' }), /: mailauth calls it new\.$/);
  });
  it('hangs on what was found', () => {
    for (const [code, data, words] of [
      ['body-cut', { lines: '1', text: '' }, 'its last 1 line its hash'],
      ['body-cut', { lines: '2', text: 'x' }, 'its last 2 lines, starting "x" its hash'],
      ['body-top-added', { lines: '1', text: 'x' }, 'its first 1 line, starting "x" its'],
      ['body-dots', { how: 'lost' }, 'lost their first dot'],
      ['body-dots', { how: 'added' }, 'one too many'],
      ['body-trailing-blanks', { how: 'stripped' }, 'were stripped, of "-- " too.'],
      ['body-trailing-blanks', { how: 'added' }, 'were added.'],
      ['body-links-rewritten', { by: 'S' }, 'Probably that is all.'],
      ['body-links-rewritten', { by: 'S', megabytes: '4' }, 'larger than 4 MiB'],
      ['body-length-limit', { signed: '5', behind: '0' }, 'anybody can append'],
      ['body-length-limit', { signed: '5', behind: '7' }, 'the 7 octets behind'],
      ['signature-expired', { when: '0' }, 'at 1970-01-01 00:00:00 UTC'],
      ['signature-from-future', { when: '1000' }, 'at 1970-01-01 00:00:01 UTC'],
      ['signature-unknown-algorithm', { algorithm: '', c: '' }, 'a=? c=?'],
      ['signature-unknown-algorithm', { algorithm: 'x', c: 'y' }, 'a=x c=y'],
      ['signature-other', { comment: '' }, 'evaluated.'],
      ['signature-other', { comment: 'x' }, 'evaluated: x.'],
      ['spf-error', { why: '' }, ': the reason is not known.'],
      ['spf-error', { why: 'x' }, ': x.'],
      ['arc-chain-broken', { why: '' }, '(RFC 8617 5.2).'],
      ['arc-chain-broken', { why: 'x' }, '(RFC 8617 5.2): x.'],
    ] as const)
      assert.ok(says(code, data).includes(words), says(code, data));
  });
  it('is good news where it explains no failure', () => {
    const is = (code: string) => isGoodNews({ code } as AuthenticationFinding);
    for (const code of ['header-genuine', 'key-short', 'key-testing', 'body-length-limit', 'signature-lenient'])
      assert.ok(is(code), code);
    for (const code of ['body-cut', 'key-missing', 'toString']) assert.ok(!is(code), code);
  });
});
