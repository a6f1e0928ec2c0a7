import assert from 'node:assert/strict';
import type { Message } from '../../../src/core/mail/message.ts';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { ownPart } from '../../../src/core/trace/border.ts';
import { traceMessage } from '../../../src/core/trace/messageTrace.ts';
import { trustOf } from '../../../src/core/trace/trust.ts';
import { waitsOf } from '../../../src/core/trace/waits.ts';

/** A message with a block of lines for each hop, the newest first. */
function messageOf(hops: number, block: (i: number) => string): Message {
  const blocks = Array.from({ length: hops }, (_, i) => block(hops - i));
  const text = `${blocks.join('')}From: a@contoso.test\nDate: Mon, 20 Nov 2023 10:00:00 +0000\n\nbody\n`;
  return readMessage(text, new Lines(text), 0, text.length);
}

const date = (i: number): string => new Date(1.7e12 + i * 60_000).toUTCString().replace('GMT', '+0000');

/** How often a property of one of the objects is looked at. */
function countingReads<T extends object>(objects: readonly T[], use: (watched: readonly T[]) => void): number {
  let reads = 0;
  const get = (target: T, key: string | symbol): unknown => {
    reads++;
    return Reflect.get(target, key);
  };
  use(objects.map((one) => new Proxy(one, { get })));
  return reads;
}

/** Twice as many hops are looked at about twice as often; the logarithm of a search is allowed for. */
function isLinear(reads: (hops: number) => number): void {
  const [once, twice] = [reads(200), reads(400)];
  assert.ok(once > 100, `looked at ${once} times only`);
  assert.ok(twice < 2.6 * once, `${once} looks at 200 hops, ${twice} at 400`);
}

describe('the time that a header with many hops takes', () => {
  it('to find the receiver’s own part grows with the hops, though each seems to stand in front of the one above', () =>
    isLinear((hops) => {
      const front = (i: number): string =>
        `Received: from h.d${i - 1}.test (h.d${i - 1}.test [192.0.2.1]) by h.d${i}.test for <x@d${i - 1}.test>; ${date(i)}\n`;
      const message = messageOf(hops, front);
      return countingReads(message.hops, (watched) => {
        assert.equal(ownPart({ ...message, hops: watched })?.hops.length, hops);
      });
    }));

  it('to say which results can be believed grows with the results', () =>
    isLinear((hops) => {
      const checked = (i: number): string =>
        `Received: from h${i - 1}.contoso.test by h${i}.contoso.test; ${date(i)}\nAuthentication-Results: mx${i}.fabrikam.test; spf=pass\n`;
      const message = messageOf(hops, checked);
      return countingReads(message.hops, (watched) => {
        const seen = { ...message, hops: watched };
        for (const results of seen.authResults) trustOf(seen, results);
      });
    }));

  it('to place what fields tell of waits grows with the fields', () => {
    for (const field of [
      (i: number) => `X-Greylist: Delayed for 00:05:12 by milter-greylist-4.6 (mx${i}.fabrikam.test [192.0.2.1])`,
      (i: number) => `X-Greylist: Delayed for 00:05:12 by milter-greylist-4.6 (h${i}.contoso.test [192.0.2.1])`,
      (i: number) => `X-Mailman-Approved-At: ${date(i)}`,
    ])
      isLinear((hops) => {
        const block = (i: number): string =>
          `${field(i)}\nReceived: from h${i - 1}.contoso.test by h${i}.contoso.test; ${date(i)}\n`;
        const message = messageOf(hops, block);
        return countingReads(traceMessage(message).hops, (watched) => void waitsOf(message, watched));
      });
  });

  it('is bounded by no stack: a header may have more hops than a call has room for arguments', () => {
    const message = messageOf(150_000, () => 'Received: by h.contoso.test\n');
    const results = {
      ...message,
      authResults: messageOf(1, () => 'Authentication-Results: h.contoso.test; spf=pass\n').authResults,
    };
    assert.equal(trustOf(results, results.authResults[0] as never), 'own');
  });
});
