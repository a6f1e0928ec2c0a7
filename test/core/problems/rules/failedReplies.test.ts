import assert from 'node:assert/strict';
import { failedReplies } from '../../../../src/core/problems/rules/failedReplies.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** What is told of the reply to a command: its code, what is covered, and as what it is shown. */
function found(reply: string): string {
  const text = `S: 220 mx.b.test ESMTP\nC: EHLO a.test\nS: ${reply}\nC: QUIT\n`;
  return [...failedReplies(readTicket(text))]
    .map(({ code, span, data }) => {
      if (code !== 'reply-not-a-code') assert.ok('meaning' in data && data.meaning !== '', reply);
      return `${code} ${text.slice(span.start, span.end)} (${'reply' in data ? data.reply : ''})`;
    })
    .join(' | ');
}

describe('a reply that refuses', () => {
  it('is told with its codes, and three digits that are none are, too (RFC 5321 4.2.1)', () => {
    for (const [reply, expected] of [
      ['250 ok', ''],
      ['354 go', ''],
      ['399 ok', 'reply-not-a-code 399 ok (399)'],
      ['400 no', 'reply-transient 400 no (400)'],
      ['421 4.3.2 bye', 'reply-transient 421 4.3.2 bye (421 4.3.2)'],
      ['499 no', 'reply-not-a-code 499 no (499)'],
      ['450 no', 'reply-transient 450 no (450)'],
      ['500 no', 'reply-permanent 500 no (500)'],
      ['550 5.1.1 no', 'reply-permanent 550 5.1.1 no (550 5.1.1)'],
      ['600 no', 'reply-not-a-code 600 no (600)'],
      ['199 no', 'reply-not-a-code 199 no (199)'],
      ['050 no', 'reply-not-a-code 050 no (050)'],
    ] as const)
      assert.equal(found(reply), expected, reply);
  });
});
