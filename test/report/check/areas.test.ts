import assert from 'node:assert/strict';
import type { AreaResult, CheckResult } from '../../../src/checks/check.ts';
import type { Finding } from '../../../src/checks/finding.ts';
import { checkMarkdown } from '../../../src/report/check/checkMarkdown.ts';
import {
  checkJson,
  renderArea,
  renderCheckEnd,
  renderCheckStart,
  sectionTitle,
  wordsOf,
} from '../../../src/report/check/checkReport.ts';

const finding = (level: string, more: object = {}): Finding =>
  ({ code: 'mx-null', level, about: 'a.test', data: {}, evidence: [], ...more }) as unknown as Finding;
const answer = (type: string, records: readonly object[], more: object = {}) => ({
  ...{ question: { name: 'a.test', type }, status: 'NOERROR', records, elapsed: 7 },
  ...more,
});
const record = (data: string, type = 'MX') => ({ name: 'a.test', ttl: 300, type, data });
const area = (answers: readonly object[], more: object = {}): readonly string[] =>
  renderArea({ area: 'mx', findings: [], left: 0, answers, ...more } as unknown as AreaResult);
const HEAD = '## Mail exchangers';

describe('an area of a check', () => {
  it('has its findings, and the records of its answers, each once', () => {
    assert.deepEqual(area([]), []);
    const lines = area([answer('MX', [record('10 b.'), record('10 b.')]), answer('MX', [record('10 b.')])], {
      findings: [finding('pass')],
      left: 2,
    });
    assert.equal(lines[0], HEAD);
    assert.match(lines[1] ?? '', /^pass mx-null a\.test: /);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('*')),
      ['* 2 more findings are left out'],
    );
    assert.equal(lines.filter((line) => line.includes('10 b.')).length, 1);
    assert.equal(area([], { findings: [finding('pass')] }).at(0), HEAD);
  });
  it('says how many records it leaves out', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => record(`${i} b.`));
    const left = (count: number, more: object = {}) =>
      area([answer('MX', many(count), more)]).filter((line) => line.startsWith('* '));
    assert.deepEqual(left(100), []);
    assert.deepEqual(left(101), ['* 1 more records are left out']);
    assert.deepEqual(left(103), ['* 3 more records are left out']);
    assert.equal(area([answer('MX', many(101))]).at(-1), '* 1 more records are left out');
    for (const note of [{ strays: 1 }, { unreadable: 1 }])
      assert.match(area([answer('MX', many(1), note)]).at(-1) ?? '', /^\* 1 records in the answer/);
    assert.equal(area([answer('MX', many(1))], { left: 1 })[1], '* 1 more findings are left out');
    assert.deepEqual(left(103, { left: 4 }), ['* 7 more records are left out']);
    assert.equal(area([answer('MX', many(103))]).length, 102);
    assert.match(left(1, { strays: 2 })[0] ?? '', /^\* 2 records in the answer to a\.test MX are not believed/);
    assert.match(left(1, { unreadable: 3 })[0] ?? '', /^\* 3 records in the answer to a\.test MX are not shown/);
  });
  it('has answers without a record of the type, unless they are many', () => {
    const empty = (count: number) =>
      area(Array.from({ length: count }, (_, i) => answer('TXT', [], { question: { name: `n${i}`, type: 'TXT' } })));
    assert.deepEqual(empty(1), [HEAD, '* n0 TXT: NOERROR, no record']);
    assert.equal(empty(8).length, 9);
    assert.deepEqual(empty(9), [HEAD, '* 9 answers without a record are left out']);
    assert.match(area([answer('MX', [record('b.', 'CNAME')])]).at(-1) ?? '', /^\* a\.test MX: NOERROR/);
  });
  it('leaves out what nobody reads, and what is told by findings', () => {
    for (const type of ['DNSKEY', 'RRSIG', 'NSEC3PARAM'])
      assert.deepEqual(area([answer(type, [record('x', type)])]), [HEAD], type);
    for (const type of ['CAA', 'CNAME', 'DS', 'SOA', 'TLSA']) {
      for (const status of ['NOERROR', 'NXDOMAIN'])
        assert.deepEqual(area([answer(type, [], { status })]), [HEAD], type);
      assert.equal(area([answer(type, [], { status: 'SERVFAIL' })]).length, 2, type);
      assert.equal(area([answer(type, [record('x', type)])]).length, 2, type);
    }
    assert.deepEqual(area([answer('MX', [record('10 b.')], { question: { name: 'a.test', type: 'MX', at: 's' } })]), [
      HEAD,
    ]);
    assert.deepEqual(
      area([answer('MX', [record('10 b.')], { question: { name: 'a.test', type: 'MX', checking: false } })]),
      [HEAD],
    );
    assert.equal(area([answer('DNSKEY', [record('x', 'DNSKEY')])], { area: 'record' }).length, 2);
    for (const around of ['block-lists', 'name-servers', 'dnssec']) {
      const shown = (level: string, ...evidence: readonly string[]) =>
        area([answer('MX', [record('10 b.')])], { area: around, findings: [finding(level, { evidence })] }).filter(
          (line) => line.includes('10 b.') && !line.startsWith('  '),
        ).length;
      assert.equal(shown('fail', 'a.test. 300 IN MX 10 c.'), 1, around);
      assert.equal(shown('fail', 'b.test. 300 IN MX 10 c.'), 0, around);
      assert.equal(shown('pass', 'a.test. 300 IN MX 10 c.'), around === 'block-lists' ? 0 : 1, around);
    }
  });
  it('has a title of its own', () => {
    const areas = [
      'record',
      'ticket',
      'mx',
      'spf',
      'name-servers',
      'dnssec',
      'dane',
      'caa',
      'block-lists',
      'ready',
      'trace',
      'dkim',
      'dmarc',
      'mta-sts',
      'tls-rpt',
      'reverse',
      'bimi',
    ] as const;
    const titles = areas.map(sectionTitle);
    assert.equal(new Set(titles).size, areas.length);
    for (const title of titles) assert.match(title, /\S/);
  });
});

const result = (more: object = {}): CheckResult =>
  ({
    name: 'a.test',
    started: 0,
    areas: [],
    cancelled: false,
    questions: 1,
    refused: 0,
    elapsed: 1500,
    ...more,
  }) as unknown as CheckResult;
const areas = (...findings: readonly Finding[]) => [
  { area: 'mx', findings, left: 1, answers: [] },
  { area: 'spf', findings: [], left: 2, answers: [] },
];

describe('a whole check', () => {
  it('begins with whom it asks, and which settings do not count', () => {
    assert.deepEqual(renderCheckStart('a.test', 's', 0, []), [
      '# Check of a.test, asked of s, 1970-01-01 00:00:00 UTC',
    ]);
    assert.equal(
      renderCheckStart('a.test', 's', 0, ['x'])[0],
      '# Check of a.test, asked of s, 1970-01-01 00:00:00 UTC',
    );
    assert.ok(renderCheckStart('a.test', 's', 0, ['x']).length > 1);
  });
  it('ends with what was found and asked', () => {
    assert.match(renderCheckEnd(result({ elapsed: 60_000 })), / in 60\.0 s$/);
    assert.equal(renderCheckEnd(result()), '# 0 fail, 0 warning, 0 unknown, 0 note, 0 pass; 1 question in 1.5 s');
    assert.match(
      renderCheckEnd(result({ areas: areas(finding('fail'), finding('pass'), finding('fail')) })),
      /^# 2 fail, 0 warning, 0 unknown, 0 note, 1 pass;/,
    );
    assert.match(
      renderCheckEnd(result({ questions: 2, refused: 1 })),
      /; 2 questions in 1\.5 s; 1 more question was not asked,/,
    );
    assert.match(
      renderCheckEnd(result({ refused: 2, cancelled: true })),
      /; 2 more questions were not asked, .*; cancelled, so not all was asked$/,
    );
  });
  it('is data, the heaviest finding first', () => {
    const told = answer('MX', [record('10 b.')], { server: 's', authoritative: true, authenticated: true, strays: 1 });
    const json = checkJson(
      result({
        areas: [
          ...areas(finding('pass'), finding('fail', { evidence: ['e'] })),
          { area: 'mx', findings: [], left: 0, answers: [told, answer('TXT', [])] },
        ],
      }),
    ) as Record<string, readonly Record<string, unknown>[]>;
    assert.deepEqual(
      json.findings?.map(({ level }) => level),
      ['fail', 'pass'],
    );
    assert.deepEqual(
      [json.findings?.[0]?.evidence, json.findings?.[0]?.next, json.left, json.cancelled, json.refused, json.name],
      [['e'], null, 3, false, 0, 'a.test'],
    );
    const plain = { name: 'a.test', status: 'NOERROR', milliseconds: 7 };
    assert.deepEqual(json.answers, [
      { ...plain, type: 'MX', records: [record('10 b.')], server: 's', authoritative: true, dnssec: true, strays: 1 },
      { ...plain, type: 'TXT', records: [], server: null, authoritative: false, dnssec: false },
    ]);
    assert.equal(wordsOf(result({ areas: areas(finding('pass')) })).length, 1);
  });
  it('is Markdown, with evidence of what is wrong', () => {
    const evidence = Array.from({ length: 14 }, (_, i) => `line${i}`);
    const lines = (...findings: readonly Finding[]) =>
      checkMarkdown(result({ areas: areas(...findings) }), 's').split('\n');
    assert.deepEqual(lines(), [
      '**Check of a.test**',
      '',
      'Nothing was found.',
      '',
      'Asked of s, 1970-01-01 00:00:00 UTC.',
      '',
    ]);
    assert.match(checkMarkdown(result({ cancelled: true }), 's'), /UTC; cancelled, so not all was asked\.\n$/);
    const said = lines(finding('pass', { evidence }), finding('fail', { code: 'mx-no-host', evidence }));
    assert.match(said[2] ?? '', /^- \*\*fail\*\* `a\.test`: .* \(`mx-no-host`, .+\)$/);
    assert.match(said[3] ?? '', /^ {2}- Next: Publish/);
    assert.deepEqual(
      [said[4], said[5], said[16], said[17], said[18]],
      ['', '      line0', '      line11', '      ; and 2 more', ''],
    );
    assert.match(said[19] ?? '', /^- \*\*pass\*\*/);
    assert.equal(said[20], '');
    assert.ok(!lines(finding('note', { evidence })).join().includes('line0'));
    assert.equal(
      lines(finding('fail', { evidence: evidence.slice(0, 12) })).filter((line) => line.includes('more')).length,
      0,
    );
    assert.equal(lines(finding('fail')).length, 6);
  });
});
