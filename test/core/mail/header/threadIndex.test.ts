import assert from 'node:assert/strict';
import { readThreadIndex } from '../../../../src/core/mail/header/threadIndex.ts';

const GUID = [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff, 0x00];
const EPOCH = 116_444_736_000_000_000n;
const AT = Date.UTC(2026, 10, 20, 10);
const time = EPOCH + BigInt(AT) * 10_000n;

const octets = (value: bigint, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Number((value >> BigInt(8 * (count - 1 - i))) & 0xffn));
const packed = (...bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');

/** Outlook writes the first six octets of the time, Exchange 01 and five of them. */
const OUTLOOK = [...octets(time >> 16n, 6), ...GUID];
const EXCHANGE = [1, ...octets(time >> 24n, 5), ...GUID];

/** A block: the difference in units of 2^18, or of 2^23 where it is coarse. */
const block = (milliseconds: number, coarse = false): number[] => [
  ...octets(((BigInt(milliseconds) * 10_000n) >> (coarse ? 23n : 18n)) | (coarse ? 1n << 31n : 0n), 4),
  0,
];

const near = (time: number | undefined, expected: number): void =>
  assert.ok(time !== undefined && Math.abs(time - expected) < 1700, `${time} is not near ${expected}`);

describe('a Thread-Index ([MS-OXOMSG] 2.2.1.3)', () => {
  it('of Outlook has the time and a GUID whose first fields stand as written', () => {
    const read = readThreadIndex(packed(...OUTLOOK));
    near(read?.started, AT);
    assert.equal(read?.guid, '11223344-5566-7788-99aa-bbccddeeff00');
    assert.deepEqual([read?.replies, read?.cut], [[], false]);
  });

  it('of Exchange has them the other way', () => {
    const read = readThreadIndex(packed(...EXCHANGE));
    near(read?.started, AT);
    assert.equal(read?.guid, '44332211-6655-8877-99aa-bbccddeeff00');
  });

  it('has a block for each answer, each with the time since the one above', () => {
    const read = readThreadIndex(
      packed(...OUTLOOK, ...block(60_000), ...block(86_400_000), ...block(40 * 86_400_000, true)),
    );
    assert.equal(read?.replies.length, 3);
    near(read?.replies[0]?.time, AT + 60_000);
    near(read?.replies[1]?.time, AT + 60_000 + 86_400_000);
    near(read?.replies[2]?.time, AT + 60_000 + 41 * 86_400_000);
    assert.equal(read?.cut, false);
  });

  it('may be cut in a block, or hold too many', () => {
    const read = readThreadIndex(packed(...OUTLOOK, ...block(60_000), 1, 2));
    assert.deepEqual([read?.replies.length, read?.cut], [1, true]);
    const many = Array.from({ length: 2001 }, () => block(1000)).flat();
    assert.equal(readThreadIndex(packed(...OUTLOOK, ...many))?.replies.length, 2000);
    assert.equal(readThreadIndex(packed(...OUTLOOK).replace(/.{20}/g, '$&\n '))?.guid.length, 36);
  });

  it('is none where it is short, no base64, or begins otherwise', () => {
    assert.equal(readThreadIndex(''), undefined);
    assert.equal(readThreadIndex('words of no sense!'), undefined);
    assert.equal(readThreadIndex(packed(...OUTLOOK.slice(0, 21))), undefined);
    assert.equal(readThreadIndex(packed(2, ...OUTLOOK.slice(1))), undefined);
    assert.equal(
      readThreadIndex(
        `${packed(...OUTLOOK)
          .replace(/=+$/, '')
          .slice(0, 20)}!${packed(...OUTLOOK)}`,
      ),
      undefined,
    );
  });
});
