import assert from 'node:assert/strict';
import { type EntryDraft, newDraft } from '../../../../src/core/log/draft.ts';
import { endOfDmarcReport, readDmarcReport, startsDmarcReport } from '../../../../src/core/log/exports/dmarcReport.ts';
import {
  endOfFilterReport,
  readFilterReport,
  ruleOf,
  startsFilterReport,
} from '../../../../src/core/log/exports/filterReport.ts';
import { endOfTlsReport, readTlsReport, startsTlsReport } from '../../../../src/core/log/exports/tlsReport.ts';
import type { LogWord } from '../../../../src/core/log/log.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What a report says, in one line. */
function told(read: (draft: EntryDraft, report: LogWord) => void, text: string): string {
  const word = { start: 7, end: 7 + text.length, text };
  const draft = newDraft('dmarc-report', word);
  read(draft, word);
  for (const { start, end, text: said } of [...draft.fields, ...(draft.status ? [draft.status] : [])])
    if (end > start) assert.equal(text.slice(start - 7, end - 7), said);
  const fields = draft.fields.map(({ name, text: said }) => `${name} ${said}`);
  return [...fields, draft.messageId && `message ${draft.messageId.text}`, draft.status && `= ${draft.status.text}`]
    .filter(Boolean)
    .join(', ');
}

const endIn = (end: (lines: Lines, first: number) => number, text: string, first = 0): number =>
  end(new Lines(text), first);

describe('an aggregate report of DMARC', () => {
  const row = (count: string, dkim: string, spf: string): string =>
    `<record><row><source_ip>192.0.2.7</source_ip>${count}<policy_evaluated><disposition>none</disposition><dkim>${dkim}</dkim><spf>${spf}</spf></policy_evaluated></row><auth_results><spf>pass</spf></auth_results></record>`;
  const head =
    '<feedback><report_metadata><org_name>Fabrikam</org_name><report_id>r1</report_id></report_metadata><policy_published><domain>contoso.test</domain><p>reject</p></policy_published>';

  it('starts as RFC 7489 has it, or as a record that was cut out', () => {
    for (const text of [
      head,
      `<?xml version="1.0"?>\n${head}`,
      '<feedback xmlns="x">\n<version>1.0</version>\n<report_metadata>',
      row('', 'pass', 'pass'),
      '  <record>\n  <row>\n  <source_ip>',
      '> <record><row><source_ip>',
    ])
      assert.equal(startsDmarcReport(`x\n${text}`, 2), true, text);
    for (const text of ['<feedback>', '<record><row>', '<feedbacks><report_metadata>', 'feedback', `x${head}`])
      assert.equal(startsDmarcReport(text, 0), false, text);
  });

  it('ends where it is closed', () => {
    assert.equal(endIn(endOfDmarcReport, `${head}\n<x>\n</feedback>\nwords`), 3);
    assert.equal(endIn(endOfDmarcReport, '<record>\n</record>\n</feedback>'), 2);
    assert.equal(endIn(endOfDmarcReport, '</feedback>\n> <record>\n</record>\n</feedback>', 1), 3);
    assert.equal(endIn(endOfDmarcReport, '<feedback>\nwords'), 2);
  });

  it('counts messages, and those that neither SPF nor DKIM vouches for', () => {
    const rows = [
      row('<count>3</count>', 'pass', 'fail'),
      row('<count>4</count>', 'fail', 'pass'),
      row('<count>5</count>', 'fail', 'fail'),
      row('', 'fail', 'fail'),
    ];
    assert.equal(
      told(readDmarcReport, head + rows.join('')),
      'org Fabrikam, domain contoso.test, policy reject, id r1, total 12, failed 5, = <feedback>',
    );
    assert.equal(told(readDmarcReport, '<record>'), 'total 0, failed 0, = <record>');
  });
});

describe('a report of TLS', () => {
  const report =
    '{"organization-name": "Fabrikam","report-id":"r1","policies":[{"policy":{"policy-type":"sts","policy-domain":"contoso.test"},"summary":{"total-successful-session-count":7,"total-failure-session-count":"2"},"failure-details":[{"result-type":"certificate-expired"},{"result-type":"starttls-not-supported"},{"result-type":"certificate-expired"}]},{"summary":{"total-successful-session-count":1,"total-failure-session-count":"some"}}]}';

  it('starts as RFC 8460 has it', () => {
    for (const name of ['organization-name', 'report-id', 'contact-info', 'date-range', 'policies'])
      assert.equal(startsTlsReport(`x{ "${name}" : "policy-type" :`, 1), true, name);
    for (const text of ['{"a":1,"policy-type":"sts"}', '{"report-id":1}', '["report-id"', '"report-id":"policy-type":'])
      assert.equal(startsTlsReport(text, 0), false, text);
    assert.equal(endIn(endOfTlsReport, `${report}\nwords`), 1);
    assert.equal(endIn(endOfTlsReport, `words\n{"a":\n1}\nwords`, 1), 3);
    assert.equal(endIn(endOfTlsReport, `{"a":\n1`), 2);
  });

  it('counts sessions, and says why some failed', () => {
    assert.equal(
      told(readTlsReport, report),
      'org Fabrikam, domain contoso.test, id r1, total 10, failed 2, type certificate-expired, type starttls-not-supported, = {"organiza',
    );
    assert.equal(told(readTlsReport, '{}'), 'total 0, failed 0, = {}');
  });
});

describe('a report of a filter', () => {
  const ASSASSIN = [
    'Content analysis details:   (7.5 points, 5.0 required)',
    '',
    ' pts rule name              description',
    '---- ---------------------- -----------------------',
    ' 2.4 BAYES_99               Bayes says so',
    '                            [score: 1.0000]',
    '-0.1 DKIM_VALID             signed',
    '  3 X_RULE',
  ];
  const RSPAM = [
    '[Metric: default]',
    'Action: add header',
    'Spam: true',
    'Score: 7.50 / 15.00',
    'Symbol: BAYES_SPAM (5.10)[99.9%]',
    'Symbol: DKIM_ALLOW(-0.20)',
    'Message-ID: <n1@a.test>',
  ];

  it('starts as the tool prints it', () => {
    for (const text of [
      ASSASSIN.join('\n'),
      RSPAM.join('\n'),
      RSPAM.slice(1).join('\r\n'),
      'Spam detection software, running on the system "mx1"',
      'Results for file: x',
    ])
      assert.equal(startsFilterReport(`x\n${text}`, 2), true, text);
    for (const text of ['Content analysis', 'Action: reject\nwords', 'Score: 1', '[Metric: x]\nwords'])
      assert.equal(startsFilterReport(text, 0), false, text);
  });

  it('ends behind its last row', () => {
    const end = (...rows: readonly string[]): number => endIn(endOfFilterReport, rows.join('\n'));
    assert.equal(end(...ASSASSIN), 8);
    assert.equal(end(...ASSASSIN, '', 'words'), 8);
    assert.equal(end(...ASSASSIN, 'words', ' 1.0 RULE_X'), 8);
    assert.equal(end(...ASSASSIN, '', ' 1.0 RULE_X y'), 10);
    assert.equal(end(...ASSASSIN, '', 'Message-ID: x', 'words'), 10);
    assert.equal(end(...RSPAM, 'words'), 7);
    assert.equal(end(...RSPAM, 'Urls: []', 'Emails: []', 'Scan time: 1', '', 'Symbol: X_Y (1)'), 12);
    assert.equal(end('Spam detection software', 'words', 'has identified', '', ...ASSASSIN, 'words'), 12);
    assert.equal(end('Results for file: x'), 1);
  });

  it('tells the score, what is needed, the action and each rule', () => {
    assert.equal(
      told(readFilterReport, ASSASSIN.join('\n')),
      'score 7.5, required 5.0, rule 2.4 BAYES_99               Bayes says so, rule -0.1 DKIM_VALID             signed, rule 3 X_RULE, = 7.5',
    );
    assert.equal(
      told(readFilterReport, RSPAM.join('\n')),
      'score 7.50, required 15.00, rule Symbol: BAYES_SPAM (5.10)[99.9%], rule Symbol: DKIM_ALLOW(-0.20), message n1@a.test, = add header',
    );
    assert.equal(told(readFilterReport, 'Results for file: x'), '');
  });

  it('has rules with a name, a score and words', () => {
    assert.deepEqual(ruleOf('2.4 BAYES_99   Bayes says so '), { name: 'BAYES_99', score: 2.4, words: 'Bayes says so' });
    assert.deepEqual(ruleOf('-3 X_RULE'), { name: 'X_RULE', score: -3, words: '' });
    assert.deepEqual(ruleOf('Symbol: DKIM_ALLOW(-0.20) [a]'), { name: 'DKIM_ALLOW', score: -0.2, words: '[a]' });
    assert.equal(ruleOf('words'), undefined);
  });
});
