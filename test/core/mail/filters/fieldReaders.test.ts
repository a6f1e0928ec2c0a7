import assert from 'node:assert/strict';
import { all, marks, number, numbered, report, says } from '../../../../src/core/mail/filters/fieldReaders.ts';
import type { FieldReading } from '../../../../src/core/mail/filters/filterMark.ts';
import { mailScannerCheck, sophosReport, spamExpertsClass } from '../../../../src/core/mail/filters/productReaders.ts';

const x = (count: number): string => 'x'.repeat(count);

describe('a reader of what a filter wrote', () => {
  it('finds the verdict of the first pattern, and its word', () => {
    const read = says([/\bspam\b/i, 'spam'], [/^ham/, 'clean']);
    const told = (value: string): string | undefined => {
      const found = read(value, '');
      return found && `${found.says} ${found.word}`;
    };
    assert.equal(told('ham or spam'), 'spam spam');
    assert.equal(told('hamster, x'), 'clean hamster');
    assert.equal(told('ham;x'), 'clean ham');
    assert.equal(told('ham x'), 'clean ham');
    assert.equal(told('x'), undefined);
    assert.equal(told(`ham${x(80)}`), `clean ham${x(57)}`);
    assert.equal(told(`${x(1995)} spam`), 'spam spam');
    assert.equal(told(`${x(1996)} spam`), undefined);
    assert.equal(told(`${x(1993)} spam-y`), 'spam spam-y');
    assert.equal(told(`${x(1994)} spam-y`), 'spam spam-');
  });

  it('puts together what several find, the first before the others', () => {
    const give = (one: FieldReading | undefined) => () => one;
    assert.deepEqual(all(give({ score: 1 }), give(undefined), give({ score: 2, says: 'spam' }))('', ''), {
      score: 1,
      says: 'spam',
    });
    assert.equal(all(give(undefined))('', ''), undefined);
    assert.equal(all()('', ''), undefined);
  });

  it('finds a number', () => {
    const read = (value: string, pattern?: RegExp): number | undefined => number(pattern)(value, '')?.score;
    assert.deepEqual(
      ['3.5', 'score: -1', '1234567', 'a-b', '--2', '0'].map((one) => read(one)),
      [3.5, -1, 123_456, undefined, undefined, 0],
    );
    assert.equal(read('a=1 b=2', /b=(\d)/), 2);
    assert.equal(read(`${x(40)}1`), 1);
    assert.equal(read(`${x(41)}1`), undefined);
    assert.equal(read(`${x(1998)}=1`, /=(\d)/), 1);
    assert.equal(read(`${x(1999)}=1`, /=(\d)/), undefined);
  });

  it('counts marks', () => {
    const read = (value: string): number | undefined => marks(value, '')?.score;
    assert.deepEqual(['***', '+', 'sss', 'XX', '---', '/', '', '*-', '//', '*a'].map(read), [
      3,
      1,
      3,
      2,
      -3,
      0,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(read('*'.repeat(200)), 200);
    assert.equal(read('*'.repeat(201)), undefined);
  });

  it('reads a report, with points in words', () => {
    assert.deepEqual(report('score=1 required=5 tests=A_B=2,C_D', ''), {
      ...{ score: 1, limit: 5 },
      rules: [{ name: 'A_B', points: 2 }, { name: 'C_D' }],
    });
    assert.deepEqual(report('x (6.2 points, 5.0 required)', ''), { score: 6.2, limit: 5, rules: [] });
    assert.deepEqual(report('x (-1 point, 5 required)', ''), { score: -1, limit: 5, rules: [] });
    assert.deepEqual(report('score=1 (6.2 points, 5.0 required)', ''), { score: 1, limit: 5, rules: [] });
    assert.deepEqual(report('x', ''), { rules: [] });
  });

  it('reads pairs of names and numbers', () => {
    const read = numbered(/^(?:spam|bulk)score$/i);
    assert.deepEqual(read('spamscore=5 bulkscore=0 x=3 BulkScore=-1.5, spamscore = 2', ''), {
      rules: [
        { name: 'spamscore', points: 5 },
        { name: 'BulkScore', points: -1.5 },
      ],
    });
    assert.deepEqual(read(`${x(3988)} spamscore=5`.slice(1), '')?.rules?.length, 1);
    assert.deepEqual(read(`${x(3989)} spamscore=5`, '')?.rules, []);
  });
});

describe('a reader of one product', () => {
  it('is that of MailScanner, whose lists go before the content', () => {
    for (const [value, verdict] of [
      ['not spam (whitelisted), x', 'allowed'],
      ['not spam (welcomelisted)', 'allowed'],
      ['spam (blacklisted)', 'blocked'],
      ['spam (blocklisted)', 'blocked'],
      ['not spam, SpamAssassin (x)', 'clean'],
      ['spam, x', 'spam'],
      ['spammer', undefined],
      ['is spam', undefined],
    ] as const)
      assert.equal(mailScannerCheck(value, '')?.says, verdict, value);
  });

  it('is that of Sophos, with a chance and rules', () => {
    assert.deepEqual(sophosReport("Gauge=XXI, Probability=38%, Report='A_RULE 0.5, B_RULE 0, __C -2'", ''), {
      ...{ says: 'scored', score: 38 },
      rules: [
        { name: 'A_RULE', points: 0.5 },
        { name: '__C', points: -2 },
      ],
    });
    assert.equal(sophosReport('Probability=x%', '')?.score, undefined);
  });

  it('is that of SpamExperts', () => {
    for (const [value, verdict] of [
      ['virus', 'malware'],
      ['Phishing', 'phishing'],
      ['spam', 'spam'],
      ['whitelisted', 'allowed'],
      ['welcomelisted', 'allowed'],
      ['blacklisted', 'blocked'],
      ['blocklisted', 'blocked'],
      ['unsure', 'suspicious'],
      ['ham', 'clean'],
      ['no-spam', 'clean'],
      ['notspam', 'clean'],
      ['unspam', undefined],
      ['hammer', undefined],
    ] as const)
      assert.equal(spamExpertsClass(value, '')?.says, verdict, value);
  });
});
