import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { run } from '../support/shell.ts';

describe('mail-triage report', () => {
  it('says which file cannot be read, and fails', async () => {
    const { code, out, err } = await run(['report', 'no-such-file.xml'], '');
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /no-such-file\.xml/);
  });
});

describe('mail-triage read of a message that brings a report', () => {
  it('says what the report found, in words and as data', async () => {
    const report = JSON.stringify({
      policies: [
        {
          policy: { 'policy-type': 'sts', 'policy-domain': 'contoso.test', 'mx-host': ['mx1.contoso.test'] },
          summary: { 'total-successful-session-count': 1, 'total-failure-session-count': 1 },
          'failure-details': [
            {
              'result-type': 'validation-failure',
              'failed-session-count': 1,
              'receiving-mx-hostname': 'mx2.contoso.test',
            },
          ],
        },
      ],
    });
    const message = [
      'From: a@northwind.test',
      'TLS-Report-Domain: contoso.test',
      'Content-Type: multipart/report; report-type=tlsrpt; boundary=b',
      '',
      '--b',
      'Content-Type: application/tlsrpt+gzip',
      'Content-Transfer-Encoding: base64',
      '',
      gzipSync(report).toString('base64'),
      '--b--',
    ].join('\n');
    for (const more of [[], ['--json']]) {
      const { code, out } = await run(['read', '--message', ...more, '-'], message);
      assert.equal(code, 0);
      assert.match(out, /MTA-STS policy of contoso\.test does not cover mx2\.contoso\.test/);
    }
  });
});
