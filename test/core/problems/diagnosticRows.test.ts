import assert from 'node:assert/strict';
import { diagnostics } from '../../../src/core/features/diagnostics.ts';
import { citedSource, listOfSources } from '../../../src/core/knowledge/sources.ts';
import { type DiagnosticCode, diagnosticRows, type Finding } from '../../../src/core/problems/diagnosticRows.ts';
import { allLevels } from '../../support/allLevels.ts';
import { open } from '../features/cursor.ts';
import { diagnosticExamples } from './examples.ts';

const codes = Object.keys(diagnosticRows) as DiagnosticCode[];

describe('every diagnostic', () => {
  for (const code of codes) {
    it(`${code} is found in its example and worded`, () => {
      const { text, start } = diagnosticExamples[code];
      const { document, ticket } = open(text, start);
      const found = diagnostics(document, ticket, allLevels).find((one) => one.code === code);
      assert.ok(found !== undefined, `not found in ${JSON.stringify(text)}`);
      assert.match(String(found.message), /^\S.*[.?]$/s);
      assert.doesNotMatch(String(found.message), /undefined|\[object|\bNaN\b/);
    });
  }

  it('has a few words about it and a clause', () => {
    for (const code of codes) {
      const { about, source } = diagnosticRows[code];
      assert.match(about, /^\S[^.]{10,90}$/, code);
      assert.ok(
        listOfSources(source).some((one) => citedSource(one).address !== undefined),
        code,
      );
    }
    assert.equal(new Set(codes.map((code) => diagnosticRows[code].about)).size, codes.length);
  });

  it('links to the clause that it rests on', () => {
    const { document, ticket } = open(diagnosticExamples['starttls-unused'].text);
    const found = diagnostics(document, ticket, allLevels).find(({ code }) => code === 'starttls-unused');
    assert.equal(found?.codeDescription?.href, 'https://www.rfc-editor.org/rfc/rfc3207#section-4');
  });

  it('is filled with its own data, or does not compile', () => {
    const span = { start: 0, end: 1 };
    const findings: readonly Finding[] = [
      { code: 'starttls-injection', span, data: { verb: 'RSET' } },
      // @ts-expect-error its message names the verb
      { code: 'starttls-injection', span, data: {} },
      // @ts-expect-error there is no such code
      { code: 'starttls-injected', span, data: { verb: 'RSET' } },
      // @ts-expect-error there is no such reason
      { code: 'command-out-of-order', span, data: { verb: 'MAIL', why: 'no-hello' } },
    ];
    assert.equal(findings.length, 4);
  });
});
