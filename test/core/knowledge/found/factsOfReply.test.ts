import assert from 'node:assert/strict';
import { withFound, withLink } from '../../../../src/core/knowledge/found/withFound.ts';
import { because } from '../../../../src/core/knowledge/meaning.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';

const row = (reason: ReasonName) => because(reason, 'So it is.', 'RFC 5321 4.2');

describe('what the words of a reply add to its reason', () => {
  it('is whom and what they name, and for how long', () => {
    const mailbox = 'the reply names x@b.test.';
    const address = 'the reply names 203.0.113.80.';
    const domain = 'the reply names a.test.';
    const wait = 'the reply asks to wait 5 minutes.';
    for (const [reason, words, fact] of [
      ['address-malformed', '<x@b.test> bad', mailbox],
      ['mailbox-full', '<x@b.test> full', mailbox],
      ['recipient-unknown', '<x@b.test> unknown', mailbox],
      ['sender-refused', 'sender <x@b.test> refused', mailbox],
      ['client-refused', 'host 203.0.113.80 refused', address],
      ['poor-reputation', '203.0.113.80 poor', address],
      ['reverse-dns', '203.0.113.80 has no PTR', address],
      ['spf-failed', '203.0.113.80 not allowed', address],
      [
        'spf-failed',
        'domain a.test does not allow 203.0.113.80',
        'the reply names a.test, and the mail came from 203.0.113.80.',
      ],
      ['dkim-failed', 'selector s1 of domain a.test failed', 'the reply names the selector s1 of a.test.'],
      ['dkim-failed', 'domain a.test failed', domain],
      ['dmarc-failed', 'domain a.test fails', domain],
      ['domain-not-found', 'domain a.test not found', domain],
      ['sender-domain-not-found', 'domain a.test not found', domain],
      ['greeting-refused', 'HELO pc.a.test refused', 'the reply names pc.a.test.'],
      ['greylisted', 'try again in 5 minutes', wait],
      ['server-busy', 'try again in 5 minutes', wait],
      ['rate-limited', 'try again in 5 minutes', wait],
      [
        'rate-limited',
        '100 messages per hour, wait 5 minutes',
        `the reply speaks of 100 messages per hour, and ${wait}`,
      ],
      ['message-too-large', 'limit is 10 MB', 'the limit is 10 MB.'],
      ['message-too-large', 'size 50 MB exceeds limit 10 MB', 'the limit is 10 MB, and the reply counts 50 MB.'],
      ['too-many-recipients', 'limit is 100 recipients', 'the limit is 100 recipients.'],
      ['blocklisted', '203.0.113.80 is listed', address],
      ['blocklisted', 'listed at bl.lists.test', 'the reply names bl.lists.test.'],
      [
        'blocklisted',
        '203.0.113.80 listed at bl.lists.test',
        'the reply names 203.0.113.80 and the list bl.lists.test.',
      ],
    ] as const)
      assert.equal(withFound(row(reason), words).meaning, `So it is; ${fact}`, `${reason} ${words}`);
    for (const reason of ['content-refused', 'greylisted', 'rate-limited', 'message-too-large', 'blocklisted'] as const)
      assert.equal(withFound(row(reason), 'qwx zzt').meaning, 'So it is.', reason);
    assert.equal(withFound(row('content-refused'), '203.0.113.80 <x@b.test>').meaning, 'So it is.');
  });

  it('is the address of the client, or the mailbox, where the reason is of one', () => {
    const tells = (reason: ReasonName, words: string) => withFound(row(reason), words).tells;
    assert.deepEqual(tells('client-refused', 'host 203.0.113.80 refused'), { address: '203.0.113.80' });
    assert.deepEqual(tells('mailbox-full', '<x@b.test> full'), { mailbox: 'x@b.test' });
    assert.deepEqual(tells('sender-refused', 'sender <x@a.test> refused'), { mailbox: 'x@a.test' });
    assert.equal(tells('dmarc-failed', 'domain a.test fails'), undefined);
    assert.equal(tells('greylisted', '203.0.113.80 try again in 5 minutes'), undefined);
  });

  it('is that it passes, where a server holds it against a client for a while', () => {
    const retry = (reason: ReasonName, words: string) => withFound(row(reason), words).retry;
    assert.equal(retry('blocklisted', '203.0.113.80 temporarily blocked'), 'yes');
    assert.equal(retry('blocklisted', '203.0.113.80 blocked'), 'later');
    assert.equal(retry('mailbox-full', 'temporarily blocked'), 'later');
  });

  it('is where to ask: the list, and the page that they name', () => {
    const steps = (reason: ReasonName, words: string) =>
      withFound(row(reason), words)
        .next.map(({ text }) => text)
        .filter((text) => /lists\.test/.test(text));
    const page = 'Open the page that the reply names: https://lists.test/q.';
    assert.deepEqual(steps('blocklisted', '203.0.113.80 listed at bl.lists.test, see https://lists.test/q'), [
      'Ask bl.lists.test about 203.0.113.80.',
      page,
    ]);
    assert.deepEqual(steps('blocklisted', 'listed at bl.lists.test'), [
      'Ask bl.lists.test about the sending IP address or domain.',
    ]);
    assert.deepEqual(steps('content-refused', 'see https://lists.test/q'), [page]);
    assert.deepEqual(steps('content-refused', 'see lists'), []);
    const refused = row('content-refused');
    assert.equal(withLink(refused, 'see lists'), refused);
    assert.deepEqual(
      withLink(refused, 'see https://lists.test/q')
        .next.map(({ text }) => text)
        .at(-1),
      page,
    );
    assert.deepEqual(withLink(row('accepted'), 'see https://lists.test/q').next, row('accepted').next);
  });
});
