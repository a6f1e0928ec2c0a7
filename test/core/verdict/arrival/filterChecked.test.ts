import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { filterChecked } from '../../../../src/core/verdict/arrival/filterChecked.ts';

/** What is told of a client whose SPF came to this result. */
function told(client: string, result: string, by = 'mx.b.test'): string | undefined {
  const text = `Authentication-Results: mx.b.test; ${result}\nReceived: from ${client} by ${by} with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\nFrom: a@a.test\nTo: bob@b.test\n\nhi\n`;
  const [message] = readTicket(text, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return filterChecked(message)?.words.replace(/, a filter: .*/, '');
}

describe('SPF that was asked of a filter', () => {
  it('is told where it failed at a host behind the filter', () => {
    const client = 'mx1.pphosted.com (mx1.pphosted.com [198.51.100.77])';
    const host = 'SPF was asked of a host of';
    for (const [from, result, by, expected] of [
      [client, 'spf=fail', 'mx.b.test', `${host} Proofpoint`],
      [client, 'spf=softfail', 'mx.b.test', `${host} Proofpoint`],
      [client, 'spf=hardfail', 'mx.b.test', `${host} Proofpoint`],
      [client, 'spf=neutral', 'mx.b.test', undefined],
      [client, 'spf=pass', 'mx.b.test', undefined],
      [client, 'dkim=fail', 'mx.b.test', undefined],
      [client, 'dkim=pass; spf=fail', 'mx.b.test', `${host} Proofpoint`],
      [client, 'spf=fail', 'mx2.mimecast.com', undefined],
      ['eu-smtp-1.mimecast.com', 'spf=fail', 'mx.b.test', `${host} Mimecast`],
      ['pc (mx1.pphosted.com [198.51.100.77])', 'spf=fail', 'mx.b.test', `${host} Proofpoint`],
      ['mx1.pphosted.com (out.c.test [198.51.100.77])', 'spf=fail', 'mx.b.test', undefined],
      ['mail-x.google.com (mail-x.google.com [198.51.100.77])', 'spf=fail', 'mx.b.test', undefined],
      ['out.c.test (out.c.test [198.51.100.77])', 'spf=fail', 'mx.b.test', undefined],
    ] as const)
      assert.equal(told(from, result, by), expected, `${from} ${result} ${by}`);
  });
});
