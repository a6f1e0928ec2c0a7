import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import {
  type AggregateReport,
  findAggregateReport,
  readTlsReport,
} from '../../../src/core/mail/reports/aggregateReports.ts';
import { renderAggregateReports, sourceRows } from '../../../src/core/report/aggregateReport.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { hasClosedReports, openedOf, withOpenedReports } from '../../../src/core/ticket/openedReports.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { readDmarcReport as dmarcReport } from '../../../src/message/reports/dmarcReport.ts';
import { openedAggregate } from '../../../src/message/reports/openedAggregate.ts';
import { openAttachedReports, openReportFile as reportFile } from '../../../src/message/reports/openReports.ts';
import { holding } from '../held.ts';

const readDmarcReport = holding('DMARC report', dmarcReport);
const openReportFile = holding('report file', reportFile);

const record = (ip: string, count: string, disposition: string, dkim: string, spf: string): string =>
  `<record><row><source_ip>${ip}</source_ip><count>${count}</count><policy_evaluated><disposition>${disposition}</disposition><dkim>${dkim}</dkim><spf>${spf}</spf></policy_evaluated></row><identifiers><header_from>contoso.test</header_from></identifiers><auth_results><dkim><domain>contoso.test</domain><selector>s1</selector><result>${dkim}</result></dkim></auth_results></record>`;

const dmarc = (...records: readonly string[]): string =>
  `<?xml version="1.0"?><feedback><report_metadata><org_name>Fabrikam</org_name><report_id>7</report_id><date_range><begin>1795219200</begin><end>1795305599</end></date_range></report_metadata><policy_published><domain>contoso.test</domain><p>reject</p><aspf>s</aspf></policy_published>${records.join('')}</feedback>`;

const XML = dmarc(
  record('192.0.2.1', '12', 'none', 'pass', 'fail'),
  record('192.0.2.1', '2', 'none', 'fail', 'pass'),
  record('203.0.113.9', '30', 'reject', 'fail', 'fail'),
);

const TLS = JSON.stringify({
  'organization-name': 'Fabrikam',
  'date-range': { 'start-datetime': '2026-11-20T00:00:00Z', 'end-datetime': '2026-11-20T23:59:59Z' },
  policies: [
    {
      policy: { 'policy-type': 'sts', 'policy-domain': 'contoso.test' },
      summary: { 'total-successful-session-count': 97, 'total-failure-session-count': 3 },
      'failure-details': [
        {
          'result-type': 'certificate-expired',
          'failed-session-count': 3,
          'receiving-mx-hostname': 'mx1.contoso.test',
        },
      ],
    },
  ],
});

const CRLF = Buffer.from('\r\n');
/** RFC 1952 2.3: an extra field of one byte, a name, a comment and a sum of the header. */
const NAMED = Buffer.from([1, 0, 120, 97, 0, 98, 0, 0x2d, 0x06]);

/** With another checksum (RFC 1952 2.3.1). */
const withSum = (member: Buffer, sum: number): Buffer => member.fill(sum, member.length - 8, member.length - 4);

const bytes = (text: string): Uint8Array => strToU8(text);
const problemOf = (file: Uint8Array): string | undefined => openReportFile(file, 'x').problems[0];

describe('a DMARC aggregate report', () => {
  it('is counted by address, the most first', () => {
    const report = readDmarcReport(XML);
    assert.deepEqual(
      sourceRows(report?.rows ?? []).map(({ sourceIp, count, passed, dkim, spf }) => [
        sourceIp,
        count,
        passed,
        dkim,
        spf,
      ]),
      [
        ['203.0.113.9', 30, 0, 0, 0],
        ['192.0.2.1', 14, 14, 12, 2],
      ],
    );
    assert.deepEqual(
      [report?.organisation, report?.domain, report?.policy],
      ['Fabrikam', 'contoso.test', { p: 'reject', aspf: 's' }],
    );
  });

  it('reads one record as it reads many, and takes nothing but numbers for a count', () => {
    assert.equal(readDmarcReport(dmarc(record('192.0.2.1', '1', 'none', 'pass', 'pass')))?.rows.length, 1);
    assert.equal(readDmarcReport(dmarc(record('192.0.2.1', '-5', 'none', 'pass', 'pass')))?.rows[0]?.count, 0);
  });

  it('expands no entity, reads no document type, and is not taken for what it is not', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha">]>${XML}`;
    assert.equal(readDmarcReport(laughs), undefined);
    assert.equal(readDmarcReport(dmarc(record('&lol;', '1', 'none', 'pass', 'pass')))?.rows[0]?.sourceIp, '&lol;');
    for (const text of ['', '<feedback>', '<html></html>', '<feedback/>', 'x'.repeat(1000)]) {
      assert.equal(readDmarcReport(text), undefined, text.slice(0, 20));
    }
  });

  it('is read as far as it goes where elements are missing or empty', () => {
    assert.deepEqual(readDmarcReport('<feedback><record></record></feedback>'), {
      kind: 'dmarc',
      organisation: 'unknown',
      domain: 'unknown',
      policy: {},
      errors: [],
      rows: [],
      unread: 0,
    });
    const empty = {
      sourceIp: 'unknown',
      count: 0,
      disposition: 'unknown',
      dkim: 'unknown',
      spf: 'unknown',
      reasons: [],
    };
    const rows = (...records: readonly string[]) => readDmarcReport(dmarc(...records))?.rows;
    assert.deepEqual(rows('<record><row><count>1.5</count></row></record>'), [{ ...empty, checked: [] }]);
    assert.deepEqual(
      rows('<record><row><count>0</count></row><auth_results><spf><scope>helo</scope></spf></auth_results></record>'),
      [{ ...empty, checked: [{ method: 'spf', domain: 'unknown', note: 'helo', result: 'unknown' }] }],
    );
  });

  it('has the words of its elements, which XML escapes, and the errors and reasons that the receiver gives', () => {
    const report = readDmarcReport(
      dmarc(
        `<record><row><source_ip>192.0.2.1</source_ip><count>2</count><policy_evaluated><disposition>NONE</disposition><dkim>PASS</dkim><spf>Fail</spf><reason><type>local_policy</type><comment>arc=pass &amp; &quot;it&apos;s&quot;</comment></reason><reason><type>forwarded</type><comment/></reason></policy_evaluated></row><identifiers><header_from>contoso.test</header_from><envelope_from>b.test</envelope_from></identifiers></record>`,
      )
        .replace('<report_id>', '<email>d@b.test</email><error>no policy</error><error>late</error><error/><report_id>')
        .replace('1795305599', 'soon'),
    );
    assert.deepEqual(
      [report?.contact, report?.begin, report?.end, report?.errors, report?.rows],
      [
        'd@b.test',
        1795219200,
        undefined,
        ['no policy', 'late'],
        [
          {
            sourceIp: '192.0.2.1',
            count: 2,
            disposition: 'none',
            dkim: 'pass',
            spf: 'fail',
            headerFrom: 'contoso.test',
            envelopeFrom: 'b.test',
            reasons: [`local_policy: arc=pass & "it's"`, 'forwarded'],
            checked: [],
          },
        ],
      ],
    );
  });

  it('has twenty results and reasons of a row, and counts the others', () => {
    const row = (count: number) => {
      const reasons = Array.from({ length: count }, (_, i) => `<reason><type>r${i}</type></reason>`).join('');
      const results = Array.from({ length: count }, (_, i) => `<dkim><domain>d${i}.test</domain></dkim>`).join('');
      return readDmarcReport(
        dmarc(
          `<record><row><policy_evaluated>${reasons}</policy_evaluated></row><auth_results>${results}</auth_results></record>`,
        ),
      )?.rows[0];
    };
    const [all, more] = [row(20), row(23)];
    assert.deepEqual(
      [all?.reasons.length, all?.reasons.at(-1), all?.checked.length, all?.unread],
      [20, 'r19', 20, undefined],
    );
    assert.deepEqual([more?.reasons.length, more?.reasons.at(-1)], [21, '3 more']);
    assert.deepEqual([more?.checked.length, more?.checked.at(-1)?.domain, more?.unread], [20, 'd19.test', 3]);
    assert.deepEqual(sourceRows(more === undefined ? [] : [more])[0]?.details, [
      ...['dkim d0.test: unknown', 'dkim d1.test: unknown', 'dkim d2.test: unknown', 'dkim d3.test: unknown'],
      '17 more',
    ]);
  });

  it('says of what is not there that it is not', () => {
    const lines = (xml: string): readonly string[] => {
      const report = readDmarcReport(xml);
      return renderAggregateReports(report === undefined ? [] : [report], []).split('\n');
    };
    assert.deepEqual(lines('<feedback><record></record></feedback>').slice(0, 6), [
      '# DMARC report of unknown for unknown',
      '',
      '- Period: unknown to unknown',
      '- Policy that was found: none stated',
      '- Messages: 0; DMARC passes: 0; fails: 0',
      '- What was done: nothing',
    ]);
    assert.deepEqual(
      lines(
        dmarc(
          record('192.0.2.2', '1', 'pass', 'pass', 'fail'),
          record('192.0.2.1', '2', 'odd', 'fail', 'fail'),
        ).replace('<report_id>', '<error>no *policy*</error><report_id>'),
      ),
      [
        '# DMARC report of Fabrikam for contoso.test',
        '',
        '- Period: 2026-11-21 00:00:00 UTC to 2026-11-21 23:59:59 UTC',
        '- Policy that was found: p=reject; aspf=s',
        '- Report: 7',
        '- Messages: 3; DMARC passes: 1 (33.3 %); fails: 2',
        '- What was done: delivered 1, odd 2',
        '- Error at the receiver: no \\*policy\\*',
        '',
        '| Source | Messages | DMARC passes | DKIM aligned | SPF aligned | What was done | From | Results | Exceptions |',
        '| --- | ---: | ---: | ---: | ---: | --- | --- | --- | --- |',
        '| 192.0.2.1 | 2 | 0 | 0 | 0 | odd 2 | contoso.test | dkim contoso.test (s1): fail |  |',
        '| 192.0.2.2 | 1 | 1 | 1 | 0 | delivered 1 | contoso.test | dkim contoso.test (s1): pass |  |',
        '',
      ],
    );
  });

  it('shows a thousand sources, the largest and then in their order', () => {
    const many = (count: number): readonly string[] => {
      const records = Array.from({ length: count }, (_, i) => record(`2001:db8::${i}`, '1', 'none', 'pass', 'pass'));
      const report = readDmarcReport(dmarc(...records));
      return renderAggregateReports(report === undefined ? [] : [report], []).split('\n');
    };
    const last = many(1002);
    assert.equal(last.filter((line) => line.startsWith('| 2001')).length, 1000);
    assert.deepEqual(last.slice(-3), ['', '2 further sources are not shown.', '']);
    assert.ok(!many(1000).join('').includes('further'));
  });

  it('is written as a table that does nothing', () => {
    const report = readDmarcReport(dmarc(record('&lt;b&gt;|x', '1', 'none', 'pass', 'pass')));
    const written = renderAggregateReports(report === undefined ? [] : [report], []);
    assert.ok(written.includes('# DMARC report of Fabrikam for contoso.test'), written);
    assert.ok(!/[^\\]<b>/.test(written) && written.includes('\\|x'), written);
  });
});

describe('a TLS report', () => {
  it('counts sessions by policy and explains failures', () => {
    const report = readTlsReport(TLS);
    assert.deepEqual(
      report?.policies.map(({ domain, type, successes, failures }) => [domain, type, successes, failures]),
      [['contoso.test', 'sts', 97, 3]],
    );
    const written = renderAggregateReports(report === undefined ? [] : [report], []);
    assert.match(written, /\| contoso\.test \| MTA-STS \| 97 \| 3 \(3\.0 %\) \|/);
    assert.match(written, /certificate-expired \| 3 \|.*mx1\.contoso\.test.*has expired/);
  });

  it('is not taken for what it is not', () => {
    for (const text of ['', '{}', '[]', '{"policies":5}', 'null']) assert.equal(readTlsReport(text), undefined, text);
    assert.deepEqual(readTlsReport('{"policies":[7]}')?.policies[0]?.successes, 0);
  });

  it('is read up to 1000 policies and 5000 failures of each, and counts the others', () => {
    const policies = (count: number, failures: number) =>
      JSON.stringify({ policies: Array(count).fill({ 'failure-details': Array(failures).fill({}) }) });
    const many = readTlsReport(policies(1003, 0));
    assert.deepEqual([many?.policies.length, many?.unread], [1000, 3]);
    const long = readTlsReport(policies(1, 5004));
    assert.deepEqual([long?.unread, long?.policies[0]?.details.length, long?.policies[0]?.unread], [0, 5000, 4]);
  });
});

/** What would be markup, HTML, a link, a cell or a line of its own. */
const EVIL = 'x<img src=y>[a](command:b)![c](d)`e`*f*|g\n# h\r\n- i\u2028\u202ej\u001b[31m';

describe('text of a report', () => {
  /** A report in which every text that the sender chooses is hostile, as lines of Markdown. */
  const written = (report: AggregateReport | undefined, problems: readonly string[] = []): readonly string[] =>
    renderAggregateReports(report === undefined ? [] : [report], problems).split('\n');

  const xml = EVIL.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const hostileDmarc = readDmarcReport(
    XML.replace(/>(?:[^<>]+)</g, (text) => (/^>\d+<$/.test(text) ? text : `>${xml}<`)),
  );
  const hostileTls = readTlsReport(
    JSON.stringify(JSON.parse(TLS), (_, value) => (typeof value === 'string' ? EVIL : value)),
  );

  it('is nothing but text in the table, in whatever field it stands', () => {
    assert.ok(written(hostileDmarc).join('').split('x\\<img').length > 8);
    assert.ok(written(hostileTls).join('').split('x\\<img').length > 8);
    for (const line of [...written(hostileDmarc), ...written(hostileTls)]) {
      const markup = line.replace(/\\[\\`*[\]<>|~_]/g, '');
      assert.doesNotMatch(markup, /[<>`*[\]]|[\p{Cc}\p{Zl}\p{Cf}]/u, line);
      assert.doesNotMatch(line, /^(?:# h|- i)/);
    }
  });

  it('keeps each row a row', () => {
    assert.equal(written(hostileDmarc).length, written(readDmarcReport(XML)).length - 1, 'one address instead of two');
    assert.equal(written(hostileTls).length, written(readTlsReport(TLS)).length);
  });

  it('stays text in the name of a file that cannot be opened', () =>
    assert.doesNotMatch(written(undefined, [`${EVIL} is damaged.`]).join('\n'), /(?<!\\)[<[`]|\n./));
});

describe('a packed report', () => {
  it('is opened by what it is, whatever its name', () => {
    for (const file of [bytes(XML), gzipSync(XML), zipSync({ 'a.xml': bytes(XML) }), bytes(TLS), gzipSync(TLS)]) {
      assert.equal(openReportFile(file, 'x.bin').reports.length, 1);
    }
  });

  it('is opened in all its members, whatever stands behind them', () => {
    const [first, second] = [gzipSync(XML.slice(0, 100)), gzipSync(XML.slice(100))] as const;
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8 + 16 + 4 + 2, 0, 0, 0, 0, 0, 3]),
      NAMED,
      gzipSync(XML).subarray(10),
    ]);
    for (const file of [
      [first, second],
      [gzipSync(XML), CRLF],
      [first, second, CRLF],
      [gzipSync(XML), Buffer.alloc(512)],
      [named],
    ]) {
      const { reports, problems } = openReportFile(Buffer.concat(file), 'x.gz');
      assert.deepEqual([reports.length, problems], [1, []]);
    }
    const behind = Buffer.concat([gzipSync(XML), Buffer.from('\r\n-- \r\nScanned')]);
    assert.deepEqual(openReportFile(behind, 'x.gz').problems, ['9 bytes behind the end of x.gz belong to nothing.']);
    assert.equal(openReportFile(Buffer.concat([gzipSync(XML), second.subarray(0, 12)]), 'x.gz').reports.length, 1);
  });

  it('stays closed where it is too large, damaged or something else', () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024, ' ');
    const packed = gzipSync(bomb, { level: 1 });
    assert.match(problemOf(packed) ?? '', /larger than a report/);
    assert.match(problemOf(zipSync({ 'a.xml': bomb }, { level: 1 })) ?? '', /larger than a report/);
    assert.match(problemOf(Buffer.concat([gzipSync(XML), packed])) ?? '', /larger than a report/);
    assert.match(problemOf(gzipSync(XML).subarray(0, 40)) ?? '', /damaged/);
    assert.match(problemOf(gzipSync(XML).subarray(0, -2)) ?? '', /damaged/);
    assert.match(problemOf(withSum(gzipSync(XML), 7)) ?? '', /damaged/);
    assert.match(problemOf(zipSync({ 'a.xml': bytes(XML) }).subarray(0, 60)) ?? '', /damaged/);
    assert.match(problemOf(bytes('hello')) ?? '', /neither/);
    assert.equal(problemOf(new Uint8Array()), 'x is empty.');
  });

  it('stays closed where it has more members than a report, each of which would take time', () => {
    const members = (count: number): Buffer => Buffer.concat([...Array(count - 1).fill(gzipSync('')), gzipSync(XML)]);
    assert.equal(problemOf(members(400)), undefined);
    assert.match(problemOf(members(401)) ?? '', /larger than a report/);
  });

  it('of UTF-16 is read, and a file is no archive for its first letters', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(XML, 'utf16le')]);
    assert.equal(openReportFile(wide, 'x.xml').reports.length, 1);
    assert.match(problemOf(bytes(`PKZ ${XML}`)) ?? 'opened', /opened/);
    assert.match(problemOf(bytes('PK')) ?? '', /damaged|neither/);
  });

  it('says how many files of an archive stay closed', () => {
    const files = (count: number): Record<string, Uint8Array> =>
      Object.fromEntries([...Array(count).keys()].map((n) => [`${n}.xml`, bytes(XML)]));
    const opened = (archive: Record<string, Uint8Array>) => {
      const { reports, problems } = openReportFile(zipSync(archive, { level: 1 }), 'x.zip');
      return [reports.length, ...problems.map((problem) => problem.slice(0, problem.indexOf(':')))];
    };
    assert.deepEqual(opened(files(20)), [20]);
    assert.deepEqual(opened(files(22)), [20, '2 files of x.zip could not be opened']);
    const large = { ...files(1), 'large.xml': Buffer.alloc(25 * 1024 * 1024, ' ') };
    assert.deepEqual(opened(large), [1, '1 file of x.zip could not be opened']);
  });

  it('is found among the attachments of a message', () => {
    const packed = Buffer.from(gzipSync(XML)).toString('base64');
    const text = [
      'From: dmarc@fabrikam.test',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'A report.',
      '--b',
      'Content-Type: application/gzip; name="fabrikam.test!contoso.test!1!2.xml.gz"',
      'Content-Transfer-Encoding: base64',
      '',
      packed,
      '--b--',
    ].join('\r\n');
    const opened = openAttachedReports({ bytes: bytes(text), line: 0, start: 'message', from: 'file' });
    assert.deepEqual([opened.reports.length, opened.problems], [1, []]);
    assert.ok(findAggregateReport(readMessage(text, new Lines(text), 0, text.length).root));
    const reports = (count: number) =>
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\nContent-Type: text/xml\r\n\r\n${XML}\r\n`.repeat(count)}--b--\r\n`;
    const problemsOf = (count: number) => {
      const { reports: read, problems } = openAttachedReports({
        bytes: bytes(reports(count)),
        line: 0,
        start: 'message',
        from: 'file',
      });
      return [read.length, ...problems];
    };
    assert.deepEqual(problemsOf(100), [100]);
    assert.deepEqual(problemsOf(102), [100, '2 more parts that may be reports: the first 100 alone were opened.']);
    const none = openAttachedReports({
      bytes: bytes('From: a@b.test\n\nhello'),
      line: 0,
      start: 'message',
      from: 'file',
    });
    assert.deepEqual([none.reports, none.problems], [[], []]);
    const zip = 'Content-Type: application/zip; name=photos.zip\n\nx';
    assert.equal(findAggregateReport(readMessage(zip, new Lines(zip), 0, zip.length).root), undefined);
  });
});

describe('a message that brings a report', () => {
  const carried = (file: string, encoding: string, body: string): string =>
    [
      'From: a@northwind.test',
      'Subject: Report Domain: contoso.test Submitter: northwind.test Report-ID: 7',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below.',
      '--b',
      `Content-Type: application/octet-stream; name="${file}"`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '--b--',
    ].join('\n');
  const base64 = (file: Uint8Array): string => Buffer.from(file).toString('base64').replace(/.{76}/g, '$&\n');
  const told = (text: string, start: 'message' | 'anywhere' = 'message') => {
    const closed = readTicket(text, start);
    assert.ok(hasClosedReports(closed));
    const opened = withOpenedReports(closed, openedAggregate);
    assert.ok(!hasClosedReports(opened));
    return readVerdicts(opened)[0];
  };

  it('tells what stands in it, packed with zip or gzip, as XML and as JSON', () => {
    const name = 'northwind.test!contoso.test!1700006400!1700092799';
    for (const [file, encoding, body] of [
      [`${name}.zip`, 'base64', base64(zipSync({ 'a.xml': bytes(XML) }))],
      [`${name}.xml.gz`, 'base64', base64(gzipSync(XML))],
      [`${name}.xml`, '8bit', XML],
      [`${name}.xml`, 'quoted-printable', XML.replaceAll('=', '=3D')],
    ] as const) {
      const found = told(carried(file, encoding, body));
      assert.equal(found?.code, 'receiver-report');
      assert.match(found?.summary ?? '', /Of 44 messages, 30 fail DMARC.*203\.0\.113\.9/);
      assert.match(found?.next.at(-1)?.text ?? '', /^Open northwind/);
    }
    assert.match(
      told(carried(`${name}.json.gz`, 'base64', base64(gzipSync(TLS))))?.summary ?? '',
      /Of 100 connections, 3 failed\. 3 connections to mx1\.contoso\.test failed with certificate-expired/,
    );
  });

  it('is opened where it was quoted, too', () => {
    const text = carried('a!contoso.test!1700006400!1700092799.xml.gz', 'base64', base64(gzipSync(XML)));
    assert.match(told(text.replaceAll(/^/gm, '> '), 'anywhere')?.summary ?? '', /Of 44 messages/);
  });

  it('says so where the file is broken, or larger than what is opened unasked', () => {
    const summary = (file: Uint8Array): string => told(carried('a!b!1!2.zip', 'base64', base64(file)))?.summary ?? '';
    assert.match(summary(zipSync({ 'a.xml': bytes(XML) }).subarray(0, 90)), /a!b!1!2\.zip is damaged/);
    assert.match(summary(gzipSync(Buffer.alloc(7 * 1024 * 1024))), /is larger than a report/);
  });

  it('is left to the command where many others were opened, and says so', () => {
    const file = carried('a!contoso.test!1!2.xml', '8bit', XML);
    const ticket = readTicket(file, 'message');
    const [message] = ticket.blocks;
    assert.ok(message);
    const opened = withOpenedReports({ ...ticket, blocks: Array(22).fill(message) }, openedAggregate);
    assert.ok(!hasClosedReports(opened));
    const summaries = opened.blocks.map((block) => readVerdicts({ ...opened, blocks: [block] })[0]?.summary ?? '');
    assert.match(summaries[19] ?? '', /Of 44 messages/);
    for (const summary of summaries.slice(20)) {
      assert.match(summary, /It was not opened, because the reports of 20 messages in front of it were/);
    }
  });

  it('is one of any number where the reports are the text itself', () => {
    const opened = withOpenedReports(readTicket(`${XML}\n`.repeat(25)), openedAggregate);
    const digests = opened.blocks.flatMap((block) => (block.kind === 'log' ? (openedOf(block)?.digests ?? []) : []));
    assert.equal(digests.length, 25);
  });
});
