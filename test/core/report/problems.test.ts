import assert from 'node:assert/strict';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { renderTicket } from '../../../src/core/report/ticketText.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const two = `contoso.test. 300 IN TXT "v=spf1 mx -all"
contoso.test. 300 IN TXT "v=spf1 a -all"
`;

describe('the problems of a ticket', () => {
  it('are data with code, level, line and words', () => {
    const problems = ticketJson('a.txt', readTicket(two)).problems as { code: string; level: string; line: number }[];
    assert.deepEqual(
      problems.map(({ code, level, line }) => [code, level, line]),
      [
        ['record-several', 'error', 1],
        ['record-several', 'error', 2],
      ],
    );
  });
  it('stand in the text with the line that they are about', () => {
    const text = renderTicket('a.txt', readTicket(two));
    assert.match(text, /\n\nWhat is wrong with the text or its records:\n {2}line 1: error: The answer holds 2 SPF/);
  });
  it('are not that a mail bounced, which a verdict tells', () => {
    const refused = readTicket(
      '220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1\nMAIL FROM:<a@a.test>\n550 5.7.1 no\n',
    );
    const { problems, verdicts } = ticketJson('a.txt', refused) as {
      problems: { code: string }[];
      verdicts: unknown[];
    };
    assert.equal(verdicts.length, 1);
    assert.ok(!problems.some(({ code }) => code.startsWith('reply-')));
  });
  it('beyond fifty are counted, and all are data', () => {
    const ticket = readTicket('contoso.test. 300 IN TXT "v=spf1 foo -all"\n\nprose\n\n'.repeat(60));
    assert.match(renderTicket(undefined, ticket), /\n {2}… and 10 more; --json lists all\.\n/);
    assert.equal((ticketJson('a.txt', ticket).problems as unknown[]).length, 60);
  });
});
