import assert from 'node:assert/strict';
import type { Part } from '../../../../src/core/mail/message.ts';
import {
  aggregateReportParts,
  findAggregateReport,
  readTlsReport,
} from '../../../../src/core/mail/reports/aggregateReports.ts';

const part = (contentType: string, filename?: string, more: object = {}): Part =>
  ({ contentType, ...(filename !== undefined && { filename }), parts: [], ...more }) as unknown as Part;

describe('a part that may hold a report on a domain', () => {
  it('is one by its type or its name', () => {
    const may = (type: string, name?: string): boolean => [...aggregateReportParts(part(type, name))].length === 1;
    for (const type of [
      ...['application/tlsrpt+gzip', 'application/tlsrpt+json', 'application/gzip', 'application/x-gzip'],
      ...['application/zip', 'application/x-zip-compressed', 'application/x-zip', 'application/xml', 'text/xml'],
      ...['application/dmarc+xml', 'application/dmarc+gzip'],
    ])
      assert.equal(may(type), true, type);
    for (const type of [
      'application/json',
      'xapplication/zip',
      'application/zipx',
      'text/xml2',
      'xtext/xml',
      'application/dmarc',
    ])
      assert.equal(may(type), false, type);
    const octets = 'application/octet-stream';
    for (const name of ['a!b!1!2', 'r.xml', 'r.XML.GZ', 'r.json', 'r.json.gz', 'r.zip', 'r.gz'])
      assert.equal(may(octets, name), true, name);
    for (const name of ['a!b', 'r.xml.txt', 'rxml', 'r.gzip']) assert.equal(may(octets, name), false, name);
  });

  it('is looked for inside of others and of messages', () => {
    const zip = part('application/zip');
    const mixed = part('multipart/mixed', undefined, { parts: [part('text/plain'), zip] });
    const whole = part('message/rfc822', undefined, { message: { root: mixed } });
    assert.deepEqual([...aggregateReportParts(part('multipart/mixed', undefined, { parts: [whole] }))], [zip]);
    assert.deepEqual(
      [...aggregateReportParts(part('application/zip', undefined, { message: { root: part('text/plain') } }))],
      [],
    );
    assert.deepEqual(
      [...aggregateReportParts(part('application/zip', undefined, { parts: [part('text/plain')] }))],
      [],
    );
  });

  it('is one surely by a type or a name of reports alone', () => {
    const of = (...parts: readonly Part[]): Part | undefined =>
      findAggregateReport(part('multipart/mixed', undefined, { parts }));
    const [zip, named, typed] = [
      part('application/zip', 'x.zip'),
      part('application/zip', 'a!b!1!2.zip'),
      part('application/tlsrpt+gzip'),
    ];
    assert.equal(of(zip, named, typed), named);
    assert.equal(of(zip, typed), typed);
    assert.equal(of(part('application/dmarc+xml'))?.contentType, 'application/dmarc+xml');
    assert.equal(of(zip), undefined);
    assert.equal(of(part('application/xml', 'r.xml')), undefined);
  });
});

describe('a TLS report (RFC 8460 4.4)', () => {
  const FAILURE = {
    'result-type': 'certificate-expired',
    'failed-session-count': 3,
    'sending-mta-ip': '192.0.2.1',
    'receiving-mx-hostname': 'mx.b.test',
    'receiving-ip': '192.0.2.9',
    'failure-reason-code': 'X',
    'additional-information': 'Y',
  };
  const report = (failures: readonly object[], more: object = {}) =>
    readTlsReport(
      JSON.stringify({
        'organization-name': 'gate',
        'contact-info': 'a@gate.test',
        'report-id': '1',
        'date-range': { 'start-datetime': 'b', 'end-datetime': 'e' },
        policies: [
          {
            policy: { 'policy-type': 'sts', 'policy-domain': 'b.test' },
            summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 3 },
            'failure-details': failures,
          },
        ],
        ...more,
      }),
    );

  it('has who reports, when, and each kind of failure', () => {
    assert.deepEqual(report([FAILURE]), {
      ...{ kind: 'tls', organisation: 'gate', contact: 'a@gate.test', reportId: '1', begin: 'b', end: 'e', unread: 0 },
      policies: [
        {
          ...{ type: 'sts', domain: 'b.test', successes: 5, failures: 3, exchangers: [], unread: 0 },
          details: [
            ...[
              {
                result: 'certificate-expired',
                sessions: 3,
                sendingIp: '192.0.2.1',
                receivingHost: 'mx.b.test',
                reason: 'X',
              },
            ],
          ],
        },
      ],
    });
    const { 'receiving-mx-hostname': _, 'failure-reason-code': __, ...rest } = FAILURE;
    const [one] = report([rest])?.policies[0]?.details ?? [];
    assert.deepEqual([one?.receivingHost, one?.reason], ['192.0.2.9', 'Y']);
    assert.deepEqual(report([{}])?.policies[0]?.details, [{ result: 'unknown', sessions: 0 }]);
  });

  it('may lack nearly all', () => {
    assert.deepEqual(readTlsReport('{"policies":[{}]}'), {
      ...{ kind: 'tls', organisation: 'unknown', unread: 0 },
      policies: [
        { type: 'unknown', domain: 'unknown', successes: 0, failures: 0, exchangers: [], details: [], unread: 0 },
      ],
    });
    assert.deepEqual(readTlsReport('{"policies":[]}')?.policies, []);
    assert.equal(
      readTlsReport(JSON.stringify({ policies: [], 'report-id': 'x'.repeat(1001) }))?.reportId?.length,
      1000,
    );
  });

  it('is read up to its limits, and says what is left', () => {
    const policies = Array.from({ length: 1002 }, () => ({}));
    const many = report([], { policies });
    assert.deepEqual([many?.policies.length, many?.unread], [1000, 2]);
    const failures = report(Array.from({ length: 5003 }, () => ({})))?.policies[0];
    assert.deepEqual([failures?.details.length, failures?.unread], [5000, 3]);
    const hosts = (count: number): number | undefined =>
      report([], { policies: [{ policy: { 'mx-host': Array.from({ length: count }, () => 'a') } }] })?.policies[0]
        ?.exchangers.length;
    assert.deepEqual([hosts(5000), hosts(5001)], [5000, 0]);
  });
});
