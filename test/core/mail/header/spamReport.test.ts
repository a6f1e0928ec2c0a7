import assert from 'node:assert/strict';
import { readSpamReport } from '../../../../src/core/mail/header/spamReport.ts';

/** What a report says as `score/limit rule points, …`; each rule stands where it says it does. */
function is(value: string, expected: string): void {
  const { score, limit, rules } = readSpamReport(value);
  for (const { name, start, end } of rules) assert.ok(value.slice(start, end).includes(name), `${name} in ${value}`);
  const told = rules.map(({ name, points }) => (points === undefined ? name : `${name} ${points}`));
  assert.equal(`${score ?? '-'}/${limit ?? '-'} ${told.join(', ')}`.trim(), expected, value);
}

describe('what a spam filter wrote', () => {
  it('in the words of SpamAssassin and amavis', () => {
    is(
      'No, score=-1.9 required=5.0 tests=BAYES_00,HTML_MESSAGE autolearn=ham version=3.4',
      '-1.9/5 BAYES_00, HTML_MESSAGE',
    );
    is(
      'Yes, hits=12.5 required=5.0 tests=[BAYES_99=3.5, URIBL_BLACK=-1.7] autolearn=no',
      '12.5/5 BAYES_99 3.5, URIBL_BLACK -1.7',
    );
    is('Yes, score=6 tag=-999 tag2=5 kill=6 tests=[A_B=1] autolearn=no', '6/- A_B 1');
    is('No, score=1 required=5 tests=none', '1/5');
    is('No, Score=1 REQUIRED_HITS=5 Tests_scores=AB=2', '1/5 AB 2');
    is('score=1 tests=A1,B2\n\tautolearn=no', '1/- A1, B2');
    is('score=1 tests=X_Y ab=c', '1/- X_Y, ab');
    is('no, required=1000', '-/-');
    is('no, required=999', '-/999');
    is('scores=3 nohits=4', '-/-');
  });

  it('in the words of Rspamd', () => {
    is(
      'default: False [-1.50 / 15.00]; R_SPF_ALLOW(-0.20)[+ip4]; BAYES_HAM (-1.3)[99%]',
      '-1.5/15 R_SPF_ALLOW -0.2, BAYES_HAM -1.3',
    );
    is('default: True [20/15]; ABC(1)[]; AB(2)', '20/15 ABC 1');
    is(`${'x'.repeat(400)}[20/15]`, '-/-');
  });

  it('in the words of Barracuda and of a report', () => {
    is('SCORE=1.5 using global scores of KILL_LEVEL=8.0 tests=BSF_A, BSF_B', '1.5/8 BSF_A, BSF_B');
    is('*  1.2 BAYES_50 BODY: x\n*\t-0.5 SPF_PASS y', '-/- BAYES_50 1.2, SPF_PASS -0.5');
    is('score=1 tests=BSF_A,BSF_B autolearn=no 1.00 BSF_A Custom Rule', '1/- BSF_B, BSF_A 1');
    is('1.2 BAYES_50 3.0 BAYES_50', '-/- BAYES_50 1.2');
    is('1.2 BAYES_50=x 3 ABC 4 lower', '-/-');
    is('score=1 tests=ABCD=5 2.0 ABCD', '1/- ABCD 5');
  });

  it('in the words of MailScanner', () => {
    is(
      'not spam, SpamAssassin (not cached, score=-1.9, required 6, BAYES_00 -1.90, HTML_MESSAGE 0.00)',
      '-1.9/6 BAYES_00 -1.9, HTML_MESSAGE 0',
    );
    is('SpamAssassin (score=1, ABC 1.00, ABCD 1.00x, EFGH 2.00)', '1/- EFGH 2');
    is('not spam', '-/-');
  });
});
