import assert from 'node:assert/strict';
import type { CheckResult } from '../../../src/checks/check.ts';
import type { Finding } from '../../../src/checks/finding.ts';
import { checkMarkdown } from '../../../src/report/check/checkMarkdown.ts';

const finding = (code: string, level: string, evidence: readonly string[] = [], data: object = {}): Finding =>
  ({ code, level, about: 'contoso.test', data, evidence }) as unknown as Finding;
const NO_MAIL = (evidence: readonly string[] = ['contoso.test. 300 IN MX 0 .']) => finding('mx-null', 'note', evidence);
const NO_DOMAIN = (evidence: readonly string[]) => finding('mx-no-such-domain', 'fail', evidence);

/** A check as it is written for a ticket. */
function written(
  findings: readonly (readonly Finding[])[],
  more: Partial<CheckResult> = {},
  server = '192.0.2.53',
): string {
  const areas = findings.map((some, i) => ({ area: i === 0 ? 'mx' : 'spf', findings: some, left: 0, answers: [] }));
  const started = Date.UTC(2026, 10, 21, 20, 5, 36);
  const result = {
    name: 'contoso.test',
    started,
    elapsed: 1,
    areas,
    cancelled: false,
    questions: 1,
    refused: 0,
    ...more,
  };
  return checkMarkdown(result as unknown as CheckResult, server);
}
const evidenceIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('      ') ? [line.slice(6)] : []));

describe('a check for a ticket', () => {
  it('is headed by its name, and ends with who was asked and when', () => {
    const lines = written([[NO_MAIL()]]).split('\n');
    assert.equal(lines[0], '**Check of contoso.test**');
    assert.deepEqual(lines.slice(-2), ['Asked of 192.0.2.53, 2026-11-21 20:05:36 UTC.', '']);
    assert.match(written([[NO_MAIL()]], { cancelled: true }), /UTC; cancelled, so not all was asked\.\n$/);
  });
  it('says so where nothing was found', () => {
    assert.equal(
      written([]),
      '**Check of contoso.test**\n\nNothing was found.\n\nAsked of 192.0.2.53, 2026-11-21 20:05:36 UTC.\n',
    );
    assert.doesNotMatch(written([[NO_MAIL()]]), /Nothing was found/);
  });
  it('has what is wrong first, from whatever area, and then what is well', () => {
    const text = written([[NO_MAIL()], [NO_DOMAIN([])]]);
    assert.deepEqual(
      [...text.matchAll(/^- \*\*(\w+)\*\* `contoso\.test`: .*\(`([\w-]+)`/gm)].map(
        ([, level, code]) => `${level} ${code}`,
      ),
      ['fail mx-no-such-domain', 'note mx-null'],
    );
  });
  it('has the evidence of what is wrong, a dozen lines of it', () => {
    const records = Array.from({ length: 14 }, (_, i) => `contoso.test. 300 IN MX ${i} mx.`);
    assert.deepEqual(evidenceIn(written([[NO_DOMAIN(records.slice(0, 2))]])), records.slice(0, 2));
    assert.deepEqual(evidenceIn(written([[NO_DOMAIN(records.slice(0, 12))]])), records.slice(0, 12));
    assert.deepEqual(evidenceIn(written([[NO_DOMAIN(records)]])), [...records.slice(0, 12), '; and 2 more']);
    assert.deepEqual(evidenceIn(written([[NO_MAIL(records)]])), []);
    assert.deepEqual(evidenceIn(written([[NO_DOMAIN([])]])), []);
  });
  it('has no marks of Markdown out of names', () => {
    const text = written([], { name: '<b>*x*' }, '[a](b)');
    assert.doesNotMatch(text, /(?<!\\)<b>|(?<!\\)\[a\]\(b\)/);
  });
});
