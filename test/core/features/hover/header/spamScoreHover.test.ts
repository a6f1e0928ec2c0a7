import { says, tells } from './headerFacts.ts';

describe('a hover on the report of a filter', () => {
  it('names whose rule it is that is not known, with its points if it has some', () => {
    says(
      'X-Spamd-Result: default: False [15.00 / 15.00];\n\tFOO_|BAR(1.00)[x];',
      'FOO_BAR(1.00)',
      '**FOO_BAR**: a rule that is not known; a site makes up its own.',
      '+1 points.',
      'Source: convention of Rspamd',
    );
    says(
      'X-Spamd-Result: default: False [15.00 / 15.00];\n\tFOO_|BAR(0.00)[x];',
      'FOO_BAR(0.00)',
      '**FOO_BAR**: a rule that is not known; a site makes up its own.',
      '0 points.',
      'Source: convention of Rspamd',
    );
    says(
      'X-Barracuda-Spam-Status: No, SCORE=0.50 using global scores of KILL_LEVEL=9.0 tests=FOO_|BAR',
      'FOO_BAR',
      '**FOO_BAR**: a rule that is not known; a site makes up its own.',
      'Source: convention of Barracuda',
    );
    says(
      'X-Spam-Status: No, score=1 required=5 tests=FOO_|BAR',
      'FOO_BAR',
      '**FOO_BAR**: a rule that is not known; a site makes up its own.',
      'Source: convention of SpamAssassin',
    );
  });
  it('sums up score, limit and rules, as far as they are told', () => {
    tells(
      'X-Spamd-Re|sult: default: False [15.00 / 15.00];\n\tFOO_BAR(1.00)[x]; DMARC_POLICY_ALLOW(-0.50)[a.test,none]',
      '**X-Spamd-Result**: Score, limit and the tests that matched.',
      '- Score: 15 of 15, over the limit\n- Rules: 2',
      '| Points | Rule | What it found |\n| ---: | --- | --- |\n| +1 | `FOO_BAR` | not known |\n| -0.5 | `DMARC_POLICY_ALLOW` | DMARC passed. |',
      'Source: convention of Rspamd',
    );
    tells(
      'X-Barracuda-Spam-St|atus: No, SCORE=0.50 using global scores of TAG_LEVEL=1000.0 KILL_LEVEL=9.0 tests=HTML_MESSAGE',
      '**X-Barracuda-Spam-Status**: Verdict, limits and tests.',
      '- Score: 0.5 of 9, below the limit\n- Rules: 1',
      '| Points | Rule | What it found |\n| ---: | --- | --- |\n|  | `HTML_MESSAGE` | It has a part in HTML; this alone is no sign of spam. |',
      'Source: convention of Barracuda',
    );
    tells(
      'X-Spam-St|atus: No',
      '**X-Spam-Status**: Verdict, score, limit and the tests that matched.',
      '- Rules: none',
      'Source: convention of SpamAssassin and others',
    );
    tells(
      'X-Spam-St|atus: Yes, score=7.0 tests=BAYES_99=3.5',
      '**X-Spam-Status**: Verdict, score, limit and the tests that matched.',
      '- Score: 7\n- Rules: 1',
      '| Points | Rule | What it found |\n| ---: | --- | --- |\n| +3.5 | `BAYES_99` | The learning filter holds it for surely spam (99 to 100 %). |',
      'Source: convention of SpamAssassin and others',
    );
    tells(
      'X-Spam-St|atus: Yes, score=7.0 required=5 tests=AAA_B=-1,AAA_C=1,AAA_D=1.5',
      '**X-Spam-Status**: Verdict, score, limit and the tests that matched.',
      '- Score: 7 of 5, over the limit\n- Rules: 3',
      '| Points | Rule | What it found |\n| ---: | --- | --- |\n| +1.5 | `AAA_D` | not known |\n| +1 | `AAA_C` | not known |\n| -1 | `AAA_B` | not known |',
      'Source: convention of SpamAssassin and others',
    );
  });
  it('puts an action and a bar into words', () => {
    tells(
      'X-Rspamd-Act|ion: no action',
      '**X-Rspamd-Action**: What Rspamd decided to do.',
      '**no action**: The message is let through.',
      'Source: Rspamd: actions',
    );
    tells(
      'X-Rspamd-Act|ion: Quarantine',
      '**X-Rspamd-Action**: What Rspamd decided to do.',
      '**Quarantine**: The message is put into quarantine.',
      'Source: Rspamd: actions',
    );
    tells(
      'X-Rspamd-Act|ion: dance',
      '**X-Rspamd-Action**: What Rspamd decided to do.',
      '**dance**: an action that is not known.',
      'Source: convention of Rspamd',
    );
    tells(
      'X-Spamd-B|ar: /',
      '**X-Spamd-Bar**: The score as plus or minus signs.',
      'About no point.',
      'Source: convention of Rspamd',
    );
    tells(
      'X-Spamd-B|ar: ---',
      '**X-Spamd-Bar**: The score as plus or minus signs.',
      'About minus 3 points.',
      'Source: convention of Rspamd',
    );
    tells(
      'X-Spamd-B|ar: +',
      '**X-Spamd-Bar**: The score as plus or minus signs.',
      'About 1 point.',
      'Source: convention of Rspamd',
    );
  });
});
