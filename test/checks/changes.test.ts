import assert from 'node:assert/strict';
import { changesBetween, hasChanged } from '../../src/checks/changes.ts';
import { type AreaResult, type CheckResult, runChecks } from '../../src/checks/check.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { checkMx } from '../../src/checks/mx/mx.ts';
import { renderChanges } from '../../src/report/check/changesReport.ts';
import { checkMarkdown } from '../../src/report/check/checkMarkdown.ts';
import { answer } from './answer.ts';
import { ports } from './zone.ts';

const run = (zone: string) =>
  runChecks('contoso.test', new Map([['mx', checkMx]]), ports(zone), new AbortController().signal);

const GOOD = 'contoso.test MX 10 mx.contoso.test.\nmx.contoso.test A 203.0.113.5';
const MOVED = 'contoso.test MX 10 MX.contoso.test.\ncontoso.test MX 20 192.0.2.1.\nmx.contoso.test A 203.0.113.6';
const SILENT = 'contoso.test MX !TIMEOUT';

async function changed(before: string, after: string, ...expected: readonly string[]): Promise<void> {
  const [heading, ...lines] = renderChanges(await run(before), await run(after));
  assert.match(heading ?? '', /^## What changed since 1970/);
  assert.deepEqual(lines, expected);
}

describe('what changed since the last run', () => {
  it('is nothing where nothing did', () => changed(GOOD, GOOD, '* nothing: the same findings, the same records'));
  it('is each finding and record that came', () =>
    changed(
      GOOD,
      MOVED,
      '* new finding: fail mx-is-address 192.0.2.1',
      '* new record: contoso.test. MX 20 192.0.2.1.',
      '* new record: mx.contoso.test. A 203.0.113.6',
      '* record gone: mx.contoso.test. A 203.0.113.5',
    ));
  it('is each that went', () =>
    changed(
      MOVED,
      GOOD,
      '* finding gone: fail mx-is-address 192.0.2.1',
      '* record gone: contoso.test. MX 20 192.0.2.1.',
      '* new record: mx.contoso.test. A 203.0.113.5',
      '* record gone: mx.contoso.test. A 203.0.113.6',
    ));
  it('is nothing that was not answered in one of the runs', async () => {
    await changed(MOVED, SILENT, '* nothing: the same findings, the same records');
    await changed(SILENT, MOVED, '* nothing: the same findings, the same records');
  });
});

describe('a check for a ticket, in Markdown', () => {
  it('has what is wrong first, with its records and what to do', async () => {
    const text = checkMarkdown(await run(MOVED), '192.0.2.53#53');
    assert.match(
      text,
      /^\*\*Check of contoso\.test\*\*\n\n- \*\*fail\*\* `192\.0\.2\.1`: An MX record names the address/,
    );
    assert.ok(text.includes('\n  - Next: Give the address a name'), text);
    assert.ok(text.includes('\n      contoso.test. 300 IN MX 20 192.0.2.1.\n'), text);
    assert.ok(text.indexOf('**fail**') < text.indexOf('**pass**'), text);
    assert.match(text, /\nAsked of 192\.0\.2\.53#53, 1970/);
  });
  it('is plain whatever stands in a record', async () => {
    const text = checkMarkdown(await run('contoso.test MX 10 <img/src=x>[a](http://evil.test)`\\010#.'), '*x*');
    const outsideCode = text.replace(/^ {6}.*$/gm, '').replace(/``.*?``/g, '');
    assert.doesNotMatch(outsideCode, /(?<!\\)(?:<img|\[a)/);
    assert.doesNotMatch(text, /\n#/);
  });
});

describe('what differs between two runs', () => {
  const finding = (level: Finding['level'], about = 'a.test'): Finding =>
    ({ code: 'dns-alias-loop', level, about, data: { type: 'MX' }, evidence: [] }) as Finding;
  const result = (areas: readonly Partial<AreaResult>[], more: Partial<CheckResult> = {}): CheckResult => ({
    ...{ name: 'a.test', started: 5, elapsed: 1, cancelled: false, questions: 0, refused: 0 },
    areas: areas.map((one) => ({ area: 'mx', findings: [], left: 0, answers: [], ...one })),
    ...more,
  });
  const of = (before: CheckResult, after: CheckResult) => {
    const { came, went, records } = changesBetween(before, after);
    return [came.length, went.length, records.length];
  };
  it('is told of areas that both knew all about', () => {
    const one = result([{ findings: [finding('fail')] }]);
    const none = result([{}]);
    assert.deepEqual(of(none, one), [1, 0, 0]);
    assert.deepEqual(of(one, none), [0, 1, 0]);
    assert.deepEqual(of(result([{ area: 'spf' }]), one), [0, 0, 0]);
    for (const cancelled of [result([{}], { cancelled: true }), result([{ findings: [finding('unknown')] }])]) {
      assert.deepEqual(of(cancelled, one), [0, 0, 0]);
      assert.deepEqual(of(one, cancelled), [0, 0, 0]);
    }
    assert.deepEqual(of(result([{ findings: [finding('note'), finding('unknown')] }]), one), [0, 0, 0]);
  });
  it('is no other way to write a name', () => {
    assert.deepEqual(
      of(result([{ findings: [finding('fail', 'A.test')] }]), result([{ findings: [finding('fail')] }])),
      [0, 0, 0],
    );
    const records = (name: string, ...data: readonly string[]) => result([{ answers: [answer(name, 'MX', data)] }]);
    assert.deepEqual(of(records('A.test', '1 a.'), records('a.test', '1 a.')), [0, 0, 0]);
    assert.deepEqual(of(records('A.test', '1 a.'), records('a.test', '1 b.')), [0, 0, 1]);
    assert.deepEqual(of(records('a.test', '1 a.'), records('b.test', '1 b.')), [0, 0, 0]);
  });
  it('is there from one thing on', () => {
    const some = { since: 5, came: [], went: [], records: [] };
    assert.equal(hasChanged(some), false);
    assert.equal(hasChanged({ ...some, came: [finding('fail')] }), true);
    assert.equal(hasChanged({ ...some, went: [finding('fail')] }), true);
    const record = { name: 'a.test', type: 'MX', went: [], came: ['x'] } as const;
    assert.equal(hasChanged({ ...some, records: [record] }), true);
    assert.equal(hasChanged({ ...some, went: [finding('fail')], records: [record] }), true);
    assert.equal(changesBetween(result([]), result([])).since, 5);
  });
});
