import assert from 'node:assert/strict';
import { repliesOf } from '../../scripts/measure/cases.mjs';
import { type Finding, fitness, judge, meets, paired, type Told, type Verdict } from '../../scripts/measure/judge.mjs';
import { table } from '../../scripts/measure/table.mjs';
import { emptied } from '../../scripts/measure/without.mjs';

const told: Told = { reason: 'mailbox-full', sisimai: 'mailboxfull', basis: 'words', confidence: 'high' };

/** What an explanation with these differences amounts to, where the mailbox is full. */
const judged = (change: Partial<Told>, expected: string): void =>
  assert.equal(judge({ ...told, ...change }, { reason: 'mailbox-full', sisimai: 'mailboxfull' }), expected);

const verdict: Verdict = {
  sisimai: 'userunknown',
  text: 'The mailbox is not known.',
  line: 4,
  failed: true,
  recipients: ['bob@contoso.test'],
};

const answers = (finding: Finding, expected: boolean): void => assert.equal(meets(verdict, finding), expected);

describe('what is measured', () => {
  it('is right by the reason or by the class of sisimai', () => {
    judged({}, 'right');
    judged({ reason: 'system-full' }, 'right');
    judged({ sisimai: 'systemfull' }, 'right');
    judged({ reason: 'spam-refused', sisimai: 'spamdetected' }, 'wrong');
  });

  it('is not known where the codes are explained and it says so', () => {
    const other = { reason: 'policy-refused', sisimai: 'policyviolation' };
    judged({ ...other, basis: 'class', confidence: 'low', unknownWords: true }, 'not-known');
    judged({ ...other, basis: 'enhanced-code', confidence: 'low', unknownWords: true }, 'not-known');
    judged({ ...other, basis: 'enhanced-code', confidence: 'low' }, 'wrong');
    judged({ ...other, basis: 'enhanced-code', confidence: 'medium', unknownWords: true }, 'wrong');
    judged({ ...other, basis: 'nearest', confidence: 'low', unknownWords: true }, 'wrong');
    assert.equal(judge(undefined, { reason: 'mailbox-full', sisimai: 'mailboxfull' }), 'not-known');
  });

  it('meets a finding by its class, by what it says and by what it must not say', () => {
    answers({ sisimai: ['filtered', 'userunknown'] }, true);
    answers({ sisimai: ['filtered'] }, false);
    answers({ says: ['MAILBOX', 'not known'] }, true);
    answers({ says: ['mailbox', 'full'] }, false);
    answers({ saysNot: ['full'] }, true);
    answers({ saysNot: ['mailbox'] }, false);
  });

  it('is paired with the finding of its line and its recipient', () => {
    assert.equal(fitness({ line: 6 }, verdict), -1);
    assert.ok(fitness({ line: 4 }, verdict) > fitness({ line: 5 }, verdict));
    assert.ok(fitness({ line: [2, 3] }, verdict) > 0);
    assert.equal(fitness({}, { ...verdict, failed: false }), -1);
    assert.ok(fitness({ failed: 'any' }, { ...verdict, failed: false }) > 0);
    const anna = { ...verdict, recipients: ['anna@contoso.test'] };
    assert.deepEqual(
      paired([{ recipient: '<anna@contoso.test>' }, { recipient: 'bob@contoso.test' }], [verdict, anna]),
      [anna, verdict],
    );
    const both = { ...verdict, recipients: ['bob@contoso.test', 'anna@contoso.test'] };
    assert.deepEqual(paired([{ recipient: 'anna@contoso.test' }, { recipient: 'bob@contoso.test' }], [both]), [
      both,
      both,
    ]);
    assert.deepEqual(paired([{}, {}], [verdict]), [verdict, undefined]);
  });

  it('are the rows of a table of replies', () => {
    const rows = 'id\ttext\tsisimai\tsays\tsaysNot\nr1\t550 No\tfiltered|userunknown\ta && b\t\n';
    assert.deepEqual(repliesOf(rows), [
      {
        name: 'r1',
        kind: 'reply',
        text: '550 No',
        findings: [{ sisimai: ['filtered', 'userunknown'], says: ['a', 'b'], failed: 'any' }],
      },
    ]);
  });

  it('leaves a speaker out by emptying its tables', async () => {
    const source = `
      const other = [1];
export const rows = [1, 2];
export const codes = new Map([[1, 2]]);
export const same = () => other;
`;
    const module = await import(`data:text/javascript,${encodeURIComponent(emptied(source))}`);
    assert.deepEqual(module.rows, []);
    assert.equal(module.codes.size, 0);
    assert.deepEqual(module.same(), [1]);
  });

  it('is printed in columns', () => {
    assert.equal(table(['who', 'n'], [['abcd', '10']]), 'who    n\n────  ──\nabcd  10\n');
  });
});
