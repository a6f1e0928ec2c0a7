import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { readDmarcReport } from '../../../src/message/reports/dmarcReport.ts';
import { openReportFile } from '../../../src/message/reports/openReports.ts';
import { unpack } from '../../../src/message/reports/unpack.ts';

const feedback = (inside: string): string => `<?xml version="1.0"?>\n<feedback>${inside}</feedback>`;
const policy = '<policy_published><domain>contoso.test</domain></policy_published>';
const read = (inside: string) => {
  const report = readDmarcReport(feedback(inside));
  assert.ok(report);
  return report;
};
const row = (inside: string) => read(`${policy}<record>${inside}</record>`).rows[0];

describe('a DMARC aggregate report (RFC 9990)', () => {
  it('is a feedback about a domain', () => {
    for (const [xml, isReport] of [
      [feedback(policy), true],
      [feedback('<record/>'), true],
      [feedback(''), false],
      [`<feedback xmlns="urn:x">${policy}</feedback>`, true],
      [`<ns:feedback>${policy.replaceAll(/<(\/?)/g, '<$1ns:')}</ns:feedback>`, true],
      ['<feedbacks/>', false],
      ['<other/>', false],
      ['no xml at all', false],
      [`<!DOCTYPE x>${feedback(policy)}`, false],
      [`<!doctype x>${feedback(policy)}`, false],
      [`${' '.repeat(20_000)}${feedback(policy)}`, false],
      ['<feedback><', false],
    ] as const)
      assert.equal(readDmarcReport(xml) !== undefined, isReport, xml.trim().slice(0, 60));
  });

  it('says who made it, of when, and which policy was found', () => {
    const report = read(
      '<report_metadata><org_name>North &amp; Wind</org_name><email>a@b.test</email><report_id>7</report_id><error>one</error><error>two &lt;x&gt;</error><date_range><begin>1795219200</begin><end>1795305599</end></date_range></report_metadata><policy_published><domain>contoso.test</domain><p>reject</p><sp>none</sp><np>quarantine</np><adkim>r</adkim><aspf>s</aspf><pct>50</pct><testing>y</testing><fo>1</fo></policy_published>',
    );
    assert.deepEqual(report, {
      kind: 'dmarc',
      organisation: 'North & Wind',
      contact: 'a@b.test',
      reportId: '7',
      begin: 1_795_219_200,
      end: 1_795_305_599,
      domain: 'contoso.test',
      policy: { p: 'reject', sp: 'none', np: 'quarantine', adkim: 'r', aspf: 's', pct: '50', testing: 'y' },
      errors: ['one', 'two <x>'],
      rows: [],
      unread: 0,
    });
    assert.deepEqual(read('<record><row/></record>'), {
      ...{ kind: 'dmarc', organisation: 'unknown', domain: 'unknown', policy: {}, errors: [], unread: 0 },
      rows: [
        {
          ...{ sourceIp: 'unknown', count: 0, disposition: 'unknown', dkim: 'unknown', spf: 'unknown' },
          ...{ reasons: [], checked: [] },
        },
      ],
    });
    const times = (begin: string) =>
      read(`${policy}<report_metadata><date_range><begin>${begin}</begin></date_range></report_metadata>`).begin;
    assert.deepEqual(['', 'x', '1.5', '12', '0'].map(times), [undefined, undefined, undefined, 12, 0]);
  });

  it('has rows, with what was checked whatever its alignment', () => {
    assert.deepEqual(
      row(
        '<row><source_ip>192.0.2.1</source_ip><count>12</count><policy_evaluated><disposition>Reject</disposition><dkim>FAIL</dkim><spf>Pass</spf><reason><type>forwarded</type><comment>a list</comment></reason><reason><type>other</type></reason></policy_evaluated></row><identifiers><header_from>contoso.test</header_from><envelope_from>b.test</envelope_from></identifiers><auth_results><dkim><domain>a.test</domain><selector>s1</selector><result>pass</result></dkim><dkim><domain>b.test</domain><result>fail</result></dkim><spf><domain>c.test</domain><scope>mfrom</scope><result>softfail</result></spf><spf/></auth_results>',
      ),
      {
        ...{ sourceIp: '192.0.2.1', count: 12, disposition: 'reject', dkim: 'fail', spf: 'pass' },
        ...{ headerFrom: 'contoso.test', envelopeFrom: 'b.test', reasons: ['forwarded: a list', 'other'] },
        checked: [
          { method: 'dkim', domain: 'a.test', note: 's1', result: 'pass' },
          { method: 'dkim', domain: 'b.test', result: 'fail' },
          { method: 'spf', domain: 'c.test', note: 'mfrom', result: 'softfail' },
          { method: 'spf', domain: 'unknown', result: 'unknown' },
        ],
      },
    );
    const count = (text: string) => row(`<row><count>${text}</count></row>`)?.count;
    assert.deepEqual(['1', '0', '-1', '1.5', 'x', '', '9e99'].map(count), [1, 0, 0, 0, 0, 0, 0]);
  });

  it('has no more of one row than anybody reads', () => {
    const many = (count: number, one: string): string => one.repeat(count);
    const reasons = (count: number) =>
      row(`<row><policy_evaluated>${many(count, '<reason><type>x</type></reason>')}</policy_evaluated></row>`)?.reasons;
    assert.equal(reasons(20)?.length, 20);
    assert.deepEqual([reasons(22)?.length, reasons(22)?.at(-1)], [21, '2 more']);
    const checked = (count: number) =>
      row(`<auth_results>${many(count, '<dkim><domain>a.test</domain></dkim>')}</auth_results>`);
    assert.deepEqual([checked(20)?.checked.length, checked(20)?.unread], [20, undefined]);
    assert.deepEqual([checked(23)?.checked.length, checked(23)?.unread], [20, 3]);
  });

  it('has the entities of XML read once, and no others', () => {
    const name = (text: string) => read(`${policy}<report_metadata><org_name>${text}</org_name></report_metadata>`);
    for (const [text, expected] of [
      ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
      ['&amp;lt;', '&lt;'],
      ['&eacute;', '&eacute;'],
      ['&#65;', '&#65;'],
      ['x'.repeat(1001), 'x'.repeat(1000)],
    ] as const)
      assert.equal(name(text).organisation, expected);
  });
});

describe('a file with reports', () => {
  const xml = feedback(policy);
  const bytes = (text: string): Uint8Array => strToU8(text);
  const opened = (file: Uint8Array, packed = 1000, unpacked = 1000) => {
    const read = unpack(file, { packed, unpacked });
    return read.ok ? [...read.texts, read.left, read.closed] : read.problem;
  };

  it('is unpacked by its first octets', () => {
    assert.deepEqual(opened(bytes('text')), ['text', 0, 0]);
    assert.deepEqual(opened(Buffer.from('\ufeffä', 'utf16le')), ['ä', 0, 0]);
    assert.deepEqual(opened(gzipSync('text')), ['text', 0, 0]);
    assert.deepEqual(opened(Buffer.concat([gzipSync('text'), Buffer.from('abc')])), ['text', 3, 0]);
    assert.deepEqual(opened(zipSync({ a: bytes('one'), 'b/': bytes(''), 'b/c': bytes('two') })), ['one', 'two', 0, 0]);
    assert.deepEqual(opened(bytes('PKx')), ['PKx', 0, 0]);
    assert.equal(opened(bytes('PK\u0003\u0004 no archive')), 'broken');
    assert.equal(opened(zipSync({ 'a/': bytes('') })), 'broken');
    const locked = Buffer.from(zipSync({ a: bytes('one') }));
    locked[6] = 1;
    assert.equal(opened(locked), 'broken');
  });

  it('is no larger than a report can be, packed or not', () => {
    assert.deepEqual(opened(bytes('12345'), 5), ['12345', 0, 0]);
    assert.equal(opened(bytes('123456'), 5), 'size');
    assert.equal(opened(gzipSync('x'.repeat(101)), 1000, 100), 'size');
    for (const level of [0, 9] as const) {
      const archive = zipSync({ a: [bytes('x'.repeat(60)), { level }], b: [bytes('y'.repeat(41)), { level }] });
      assert.deepEqual(opened(archive, 1000, 101), ['x'.repeat(60), 'y'.repeat(41), 0, 0]);
      assert.deepEqual(opened(archive, 1000, 100), ['x'.repeat(60), 0, 1]);
      assert.equal(opened(archive, 1000, 40), 'size');
    }
    const files = (count: number) =>
      zipSync(Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, bytes('x')])));
    assert.equal(opened(files(20), 10_000)?.length, 22);
    assert.deepEqual((opened(files(23), 10_000) as unknown[]).slice(-2), [0, 3]);
  });

  it('says what could not be opened', () => {
    const problems = (file: Uint8Array, packed = 10_000) =>
      openReportFile(file, 'x.zip', { packed, unpacked: 10_000 }).problems;
    assert.deepEqual(problems(bytes(xml)), []);
    assert.deepEqual(problems(bytes('')), ['x.zip is empty.']);
    assert.deepEqual(problems(bytes(xml), 10), ['x.zip is larger than a report can be and was not opened.']);
    assert.deepEqual(problems(bytes('PK\u0003\u0004')), ['x.zip is damaged and cannot be opened.']);
    assert.deepEqual(problems(bytes('hello')), ['x.zip holds neither a DMARC aggregate report nor a TLS report.']);
    assert.deepEqual(problems(Buffer.concat([gzipSync(xml), Buffer.from('abc')])), [
      '3 bytes behind the end of x.zip belong to nothing.',
    ]);
    const files = (count: number) =>
      zipSync(Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, bytes(xml)])));
    assert.deepEqual(problems(files(20)), []);
    assert.match(problems(files(21))[0] ?? '', /^1 file of x\.zip could not be opened: .* at most 20,/);
    assert.match(problems(files(22))[0] ?? '', /^2 files of x\.zip could not be opened: /);
  });
});
