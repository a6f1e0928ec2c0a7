import assert from 'node:assert/strict';
import type { TlsScanOutcome } from '../../../src/probes/smtp/flows/outcome.ts';
import { wordTlsScan } from '../../../src/report/flows/tlsScanWords.ts';

type Scanned = TlsScanOutcome['scanned'][number];
const taken = (name: string, cipher = 'X'): Scanned => ({ name, info: { cipher } }) as unknown as Scanned;
const lost = (name: string, why: string): Scanned => ({ name, lost: why }) as Scanned;
const not = (name: string): Scanned => ({ name }) as Scanned;
const word = (scanned: readonly Scanned[], more: Partial<TlsScanOutcome> = {}) =>
  wordTlsScan({ kind: 'tls-scan', scanned, port: 25, ...more }, 'mx.test');
/** The text of a finding by its code, with its level. */
const found = (code: string, ...args: Parameters<typeof word>): readonly unknown[] =>
  word(...args)
    .findings.filter((one) => one.code === code)
    .map(({ level, text, about }) => [level, text, about]);

describe('what a scan of TLS found, in words,', () => {
  const clear = (code: number | undefined, ...lines: readonly string[]): Partial<TlsScanOutcome> =>
    ({
      clear: { lines: lines.map((line) => `${code} ${line}`), ...(code !== undefined && { code }) },
    }) as Partial<TlsScanOutcome>;

  it('names what is taken, what is not, and what is not known', () => {
    const says = (...scanned: readonly Scanned[]): readonly unknown[] => {
      const { says: words, isGood } = word(scanned);
      return [words, isGood];
    };
    assert.deepEqual(says(taken('TLS 1.3', 'A'), taken('TLS 1.2', 'B'), not('TLS 1.1'), not('TLS 1.0')), [
      'TLS 1.3 (A), TLS 1.2 (B) are taken, TLS 1.1, TLS 1.0 are not. No mail was sent.',
      true,
    ]);
    assert.deepEqual(says(taken('TLS 1.3', 'A'), taken('TLS 1.2', 'B'), lost('TLS 1.1', 'timeout'), not('TLS 1.0')), [
      'TLS 1.3 (A), TLS 1.2 (B) are taken, TLS 1.0 is not. No mail was sent.',
      true,
    ]);
    assert.deepEqual(
      says(taken('TLS 1.3', 'A'), lost('TLS 1.2', 'timeout'), lost('TLS 1.1', 'timeout'), lost('TLS 1.0', 'timeout')),
      ['TLS 1.3 (A) is taken. No mail was sent.', true],
    );
    assert.deepEqual(says(not('TLS 1.3'), not('TLS 1.2'), not('TLS 1.1'), not('TLS 1.0'))[1], false);
    assert.match(
      String(says(not('TLS 1.3'), not('TLS 1.2'), not('TLS 1.1'), not('TLS 1.0'))[0]),
      /^no version of TLS is taken, TLS 1\.3, TLS 1\.2, TLS 1\.1, TLS 1\.0 are not\. /,
    );
  });

  it('warns of old versions, one or two', () => {
    const old = (...names: readonly string[]): unknown =>
      found(
        'tls-version-old',
        names.map((name) => taken(name)),
      )[0];
    const text = (words: string): readonly unknown[] => [
      'warning',
      `${words} taken, which nobody should offer any more.`,
      'mx.test',
    ];
    assert.deepEqual(old('TLS 1.2', 'TLS 1.1'), text('TLS 1.1 is'));
    assert.deepEqual(old('TLS 1.2', 'TLS 1.0', 'TLS 1.1'), text('TLS 1.1 and TLS 1.0 are'));
    assert.deepEqual(old('TLS 1.2'), undefined);
  });

  it('says why something is not known', () => {
    assert.deepEqual(found('tls-version-unknown', [taken('TLS 1.2'), lost('TLS 1.1', 'timeout')]), [
      ['unknown', 'Whether TLS 1.1 is taken is not known: TLS 1.1: timeout.', 'mx.test'],
    ]);
    assert.deepEqual(found('tls-version-unknown', [lost('TLS 1.3', 'reset'), lost('TLS 1.0', 'STARTTLS 454')]), [
      ['unknown', 'Whether TLS 1.3, TLS 1.0 are taken is not known: TLS 1.3: reset; TLS 1.0: STARTTLS 454.', 'mx.test'],
    ]);
    assert.deepEqual(found('tls-version-unknown', [taken('TLS 1.2')]), []);
  });

  it('tells who chooses the cipher', () => {
    const order = (one: string, other: string): unknown =>
      found('tls-cipher-order', [
        taken('TLS 1.2 in our order', one),
        taken('TLS 1.2 in the opposite order', other),
      ]).map((row) => (row as string[])[1])[0];
    assert.match(String(order('A', 'A')), /^With TLS 1\.2 A is chosen whatever the client prefers: /);
    assert.equal(order('A', 'B'), 'With TLS 1.2 the cipher that the client prefers is chosen (A, B).');
    assert.deepEqual(found('tls-cipher-order', [taken('TLS 1.2 in our order', 'A')]), []);
  });

  it('tells whether mail in the clear is taken, and what that means at the port', () => {
    const level = (code: string, port: number, ...said: Parameters<typeof clear>): readonly unknown[] =>
      found(code, [], { ...clear(...said), port }).map((row) => (row as unknown[]).slice(0, 2));
    assert.deepEqual(level('starttls-unknown', 25, undefined), [['unknown', 'MAIL in the clear was not answered.']]);
    assert.deepEqual(level('starttls-enforced', 587, 530, 'Must issue a STARTTLS command first'), [
      ['pass', 'MAIL in the clear is refused until TLS is on (530 Must issue a STARTTLS command first).'],
    ]);
    assert.deepEqual(level('starttls-enforced', 25, 530, 'Must issue a STARTTLS command first'), [
      [
        'note',
        'MAIL in the clear is refused until TLS is on (530 Must issue a STARTTLS command first); servers without TLS cannot deliver here.',
      ],
    ]);
    assert.deepEqual(level('starttls-unknown', 25, 550, 'no'), [
      [
        'unknown',
        'MAIL in the clear was refused for another reason (550 no), so whether TLS is insisted on is not known.',
      ],
    ]);
    assert.deepEqual(level('starttls-optional', 587, 250, 'ok'), [
      [
        'warning',
        'MAIL is taken in the clear (250 ok), and was taken back with RSET: clients that do not insist send in the clear.',
      ],
    ]);
    assert.deepEqual(level('starttls-optional', 25, 250, 'ok'), [
      [
        'note',
        'MAIL is taken in the clear (250 ok), and was taken back with RSET; a server for everybody must not insist on TLS.',
      ],
    ]);
  });
});
