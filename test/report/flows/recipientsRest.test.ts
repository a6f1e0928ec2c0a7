import assert from 'node:assert/strict';
import type { WordedFinding } from '../../../src/core/text/finding.ts';
import { wordRecipients } from '../../../src/report/flows/recipientsWords.ts';

/** `550 no`, with its reason. */
const said = (line: string, reason?: string) => ({
  ...(line !== '' && { code: Number(line.slice(0, 3)) }),
  lines: line === '' ? [] : [line],
  ...(reason !== undefined && {
    means: { reason, meaning: 'M.', sure: true, next: ['Do it.'], source: 'RFC 3463 3.2' },
  }),
});
/** Every finding says which one it is, of what, on which clause it rests, and what to do where something is amiss. */
function holds(findings: readonly WordedFinding[], codes: string): void {
  assert.equal(findings.map(({ level, code }) => `${level} ${code}`).join(), codes);
  for (const { level, about, text, next, source } of findings) {
    assert.ok(about !== '' && text !== '', codes);
    assert.match(source ?? '', /^(?:RFC \d|nmap, )/, codes);
    if (level === 'fail' || level === 'warning') assert.match(next ?? '', /\S/, codes);
    assert.notEqual(next, '', codes);
  }
}

describe('the findings of a probe for recipients', () => {
  it('say whom they are about, and on what they rest', () => {
    const answer = (recipient: string, line: string, reason?: string, invented = false) => ({
      recipient,
      invented,
      answer: said(line, reason),
    });
    const told = (codes: string, ...answers: readonly object[]) => {
      const { findings } = wordRecipients({ sender: '', answers, untried: [] } as never);
      holds(findings, codes);
      return findings;
    };
    const made = (line: string, reason?: string) => answer('x@a.test', line, reason, true);
    told('pass recipient-accepted', answer('b@a.test', '299 ok'));
    told('note recipient-accepted,warning catch-all', answer('b@a.test', '250 ok'), made('250 ok'));
    told(
      'pass recipient-accepted,pass no-catch-all',
      answer('b@A.test', '250 ok'),
      made('550 no', 'recipient-unknown'),
    );
    told('pass recipient-accepted,pass no-catch-all', answer('b@a.test', '250 ok'), made('550 no', 'mailbox-full'));
    told('pass recipient-accepted,pass no-catch-all', answer('b@a.test', '250 ok'), made('550 no'));
    told('pass recipient-accepted,unknown catch-all-unknown', answer('b@a.test', '250 ok'), made('450 no'));
    told('pass recipient-accepted,unknown catch-all-unknown', answer('b@c.test', '250 ok'), made('550 no'));
    const same = told(
      'fail recipient-client-refused,unknown catch-all-unknown',
      answer('b@a.test', '550 B@a.test no', 'unknown'),
      made('550 x@a.test no'),
    );
    assert.match(same[0]?.text ?? '', /A made-up address of the domain gets the same answer/);
    const other = told(
      'fail recipient-refused-otherwise,unknown catch-all-unknown',
      answer('b@a.test', '550 no', 'unknown'),
      made('551 no'),
    );
    assert.doesNotMatch(other[0]?.text ?? '', /made-up/);
    const nobody = told('fail recipient-client-refused', answer('b@a.test', '550 no', 'blocklisted'));
    assert.match(nobody[0]?.text ?? '', /The sender was the null one/);
  });
});
