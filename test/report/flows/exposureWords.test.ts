import assert from 'node:assert/strict';
import type { ExposureOutcome } from '../../../src/probes/smtp/flows/outcome.ts';
import { wordExposure } from '../../../src/report/flows/exposureWords.ts';

const word = (more: object) =>
  wordExposure({
    kind: 'exposure',
    asked: [],
    untried: [],
    long: [],
    beyond: false,
    ...more,
  } as unknown as ExposureOutcome);
const found = (more: object): readonly (readonly unknown[])[] =>
  word(more).findings.map(({ level, code, about, text }) => [level, code, about, text]);
const named = (verb: 'VRFY' | 'EXPN', about: string, code: number, invented = false): object => ({
  ...{ verb, about, invented },
  answer: { code, lines: [`${code} ${about}`] },
});

describe('what a stranger learns of a server, in words,', () => {
  it('is nothing, or counted', () => {
    assert.deepEqual(word({}), {
      findings: [],
      isGood: true,
      says: 'HELP, VRFY, EXPN and arguments as long as RFC 5321 allows were tried: nothing is exposed. No mail was sent.',
    });
    const one = word({ beyond: true, asked: [named('VRFY', 'bob', 250), named('VRFY', 'no-such', 550, true)] });
    assert.equal(one.isGood, false);
    assert.equal(
      one.says,
      'HELP, VRFY, EXPN and arguments longer than RFC 5321 allows were tried: 1 thing to mend. No mail was sent.',
    );
  });

  it('are the mailboxes that it tells from others, five by name', () => {
    const names = (count: number): readonly object[] => [
      ...Array.from({ length: count }, (_, i) => named('VRFY', `b${i}`, 250)),
      named('VRFY', 'no-such', 550, true),
    ];
    const text = (count: number): string => String(found({ asked: names(count) })[0]?.[3]);
    assert.match(text(5), /b0: 250 b0; b1: 250 b1; b2: 250 b2; b3: 250 b3; b4: 250 b4(?!; and)/);
    assert.match(text(7), /; b4: 250 b4; and 2 more/);
    const all = found({ asked: [named('VRFY', 'bob', 250), named('VRFY', 'no-such', 250, true)] });
    assert.equal(all[0]?.[0], 'note');
  });

  it('is nothing where the command is refused to everybody, whoever is asked for', () => {
    const asked = (code: number): readonly unknown[] => [
      named('VRFY', 'bob', code),
      named('VRFY', 'no-such', code, true),
    ];
    const off = [252, 500, 502, 503, 504, 530];
    for (const code of off) assert.match(String(found({ asked: asked(code) })[0]?.slice(0, 2)), /^pass,/, `${code}`);
    const codes = (list: readonly number[]): readonly unknown[] =>
      list.map((code) => found({ asked: [named('VRFY', 'bob', code), named('VRFY', 'no-such', 550, true)] })[0]?.[1]);
    assert.equal(new Set(codes([250, 251])).size, 1);
    assert.notEqual(codes([550])[0], codes([252])[0]);
  });

  it('are names that one probe does not ask for', () => {
    assert.deepEqual(found({ untried: ['bob'] }), [
      ['unknown', 'names-untried', 'names', '1 name was not asked for, because one probe asks for 20: bob.'],
    ]);
    assert.match(String(found({ untried: ['a', 'b'] })[0]?.[3]), /^2 names were not asked for/);
  });

  it('is the version that HELP tells', () => {
    const help = (line: string): readonly unknown[] | undefined =>
      found({
        asked: [{ verb: 'HELP', about: '', invented: false, answer: { code: 214, lines: [`214-${line}`] } }],
      })[0];
    assert.match(String(help('This is sendmail version 8.17.1')?.[3]), /\(version 8\.17\.1\)/);
    assert.match(String(help('Exim 4.96.2')?.[3]), /\(Exim 4\.96\.2\)/);
    assert.equal(help('See RFC 5321 or 192.0.2.1'), undefined);
  });

  it('is how it bears long arguments', () => {
    const long = (more: object): readonly unknown[] => {
      const [first] = found({
        long: [{ name: 'local-part', within: true, answer: { code: 250, lines: ['250 ok'] }, ...more }],
      });
      return first?.slice(0, 2) ?? [];
    };
    const answer = (code: number): object => ({ answer: { code, lines: [`${code} x`] } });
    assert.deepEqual(long({}), ['pass', 'long-answered']);
    assert.deepEqual(long(answer(421)), ['warning', 'long-refused']);
    assert.deepEqual(long(answer(500)), ['warning', 'long-refused']);
    assert.deepEqual(long({ within: false, ...answer(421) }), ['pass', 'long-answered']);
    assert.deepEqual(long({ within: false, ...answer(500) }), ['pass', 'long-answered']);
    assert.deepEqual(long({ replies: 2 }), ['fail', 'long-split']);
    assert.deepEqual(long({ answer: { lines: [], lost: 'closed' }, alive: false }), ['fail', 'long-broke']);
    assert.deepEqual(long({ answer: { lines: [], lost: 'closed' }, alive: true }), ['warning', 'long-lost']);
  });
});
