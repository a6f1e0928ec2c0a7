import assert from 'node:assert/strict';
import type { CheckCode, Finding } from '../../../src/checks/finding.ts';
import type { DiagnosticCode } from '../../../src/core/problems/diagnosticRows.ts';
import { isLeftOut } from '../../../src/core/problems/diagnosticRows.ts';
import { findingsAbout, findingsIn } from '../../../src/core/problems/findings.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { checkRows } from '../../../src/report/check/checkRows.ts';
import { told } from '../../checks/zone.ts';
import { diagnosticExamples } from '../../core/problems/examples.ts';

/** A name of HELO has other data in a session than in a check. */
const isOfCheck = (code: DiagnosticCode): code is DiagnosticCode & CheckCode =>
  Object.hasOwn(checkRows, code) && code !== 'helo-not-qualified';

describe('a problem of a record or a policy that a check finds, too,', () => {
  for (const code of Object.keys(diagnosticExamples) as DiagnosticCode[]) {
    if (!isOfCheck(code)) continue;
    it(`is worded there: ${code}`, () => {
      const { text, start } = diagnosticExamples[code];
      const ticket = readTicket(text, start);
      const all = [...findingsIn(ticket), ...findingsAbout(ticket)].flatMap((one) => (isLeftOut(one) ? [] : [one]));
      const found = all.filter((one) => one.code === code);
      assert.notEqual(found.length, 0);
      const findings = found.map(({ data }) => ({ code, level: 'note', about: 'contoso.test', data, evidence: [] }));
      assert.deepEqual(
        told(findings as unknown as readonly Finding[]),
        findings.map(() => `note ${code} contoso.test`),
      );
    });
  }
});
