import assert from 'node:assert/strict';
import type { Stream, StreamFailure } from '../../../src/probes/ports.ts';
import { readReply } from '../../../src/probes/smtp/reply.ts';

type Came = string | { readonly fail: StreamFailure; readonly rest?: string };

/** A server that says these lines, and the waits that were granted to it; each line takes `step` milliseconds. */
function saying(came: readonly Came[], step = 0) {
  const left = [...came];
  const waits: number[] = [];
  let now = 1000;
  const stream = {
    readLine: async (wait: number) => {
      waits.push(wait);
      now += step;
      const next = left.shift() ?? { fail: 'closed' as const };
      return typeof next === 'string'
        ? { ok: true as const, value: next }
        : { ok: false as const, failure: next.fail, detail: 'd', ...('rest' in next && { rest: next.rest }) };
    },
  } as unknown as Stream;
  return { stream, waits, clock: { now: () => now } };
}
const read = async (came: readonly Came[], had?: string[]) => {
  const { stream, clock } = saying(came);
  return readReply(stream, 100, clock, had);
};

describe('a reply of a server (RFC 5321 4.2.1)', () => {
  it('ends with the line that has a blank behind its code', async () => {
    assert.deepEqual(await read(['250-a', '250-b', '250 c', '250 d']), {
      ok: true,
      reply: { code: 250, lines: ['250-a', '250-b', '250 c'], codesDiffer: false },
    });
  });
  it('has the code of its first line, though others differ', async () => {
    assert.deepEqual(await read(['250-a', '550 c']), {
      ok: true,
      reply: { code: 250, lines: ['250-a', '550 c'], codesDiffer: true },
    });
    assert.deepEqual(await read(['250-a', '550-b', '250 c']), {
      ok: true,
      reply: { code: 250, lines: ['250-a', '550-b', '250 c'], codesDiffer: true },
    });
  });
  it('is none where no code is', async () =>
    assert.deepEqual(await read(['250-a', 'hello']), {
      ...{ ok: false, failure: 'not-a-reply', detail: '', lines: ['250-a', 'hello'] },
    }));
  it('fails before it begins, or in its middle', async () => {
    const failure = async (...came: readonly Came[]): Promise<unknown> => {
      const got = await read(came);
      return got.ok || got.failure;
    };
    for (const fail of ['timeout', 'closed', 'reset', 'cancelled'] as const)
      assert.equal(await failure({ fail }), fail);
    assert.equal(await failure('250-a', { fail: 'timeout' }), 'unfinished');
    assert.equal(await failure({ fail: 'timeout', rest: '25' }), 'unfinished');
    assert.equal(await failure({ fail: 'timeout', rest: '' }), 'unfinished');
    for (const fail of ['closed', 'reset'] as const) assert.equal(await failure('250-a', { fail }), 'cut-off');
    assert.equal(await failure('250-a', { fail: 'cancelled' }), 'cancelled');
    assert.deepEqual(await read(['250-a', { fail: 'closed', rest: '25' }]), {
      ...{ ok: false, failure: 'cut-off', detail: 'd', lines: ['250-a'], rest: '25' },
    });
  });
  it('is given time in all, not for each line', async () => {
    const { stream, waits, clock } = saying(['250-a', '250-b', '250 c'], 60);
    await readReply(stream, 100, clock);
    assert.deepEqual(waits, [100, 40, 1]);
  });
  it('has two hundred lines at most', async () => {
    const lines = (count: number): readonly string[] => [...Array<string>(count - 1).fill('250-a'), '250 z'];
    assert.equal((await read(lines(200))).ok, true);
    const endless = await read(lines(201));
    assert.ok(!endless.ok);
    assert.deepEqual([endless.failure, endless.lines.length], ['endless-reply', 200]);
  });
  it('begins with lines that had come, which are taken', async () => {
    const had = ['250-a', '250 b', '220 c'];
    const got = await read([], had);
    assert.deepEqual([got.ok && got.reply.lines, had], [['250-a', '250 b'], ['220 c']]);
  });
});
