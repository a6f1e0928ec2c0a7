import assert from 'node:assert/strict';
import { createAsking, type ResolverOptions } from '../../../../src/probes/node/dns/asking.ts';
import type { AnswerStatus, Question } from '../../../../src/probes/ports.ts';

const never = new AbortController().signal;

/** Resolvers that answer with these statuses, each time they are asked the next one, and the last one from then on. */
function resolvers(
  by: Readonly<Record<string, readonly AnswerStatus[]>>,
  options: ResolverOptions = {},
  others: readonly string[] = [],
) {
  const asked: string[] = [];
  const waits: number[] = [];
  const resolve = createAsking(
    { servers: Object.keys(by), ...options },
    () => others,
    async ({ label }, _, wait) => {
      const text = label.replace(/#53$/, '');
      const all = by[text] ?? ['NOERROR'];
      const status = all[Math.min(asked.filter((one) => one === text).length, all.length - 1)] as AnswerStatus;
      asked.push(text);
      waits.push(wait);
      return { status, records: [] };
    },
  );
  const ask = async (change: Partial<Question> = {}, signal: AbortSignal = never) => {
    const { status, server, detail } = await resolve({ name: 'a.test', type: 'A', ...change }, signal);
    return [status, ...(server === undefined ? [] : [server]), ...(detail === undefined ? [] : [detail])].join(' ');
  };
  return { ask, asked, waits };
}
const [A, B, C] = ['192.0.2.1', '192.0.2.2', '192.0.2.3'] as const;

describe('resolvers that are asked', () => {
  it('answer for the others, whether there is such a name or not', async () => {
    for (const status of ['NOERROR', 'NXDOMAIN'] as const) {
      const { ask, asked } = resolvers({ [A]: [status], [B]: ['NOERROR'] });
      assert.equal(await ask(), `${status} 192.0.2.1#53`);
      assert.deepEqual(asked, [A]);
    }
  });
  it('give way to the next one where they say nothing of the name', async () => {
    for (const status of [
      'TIMEOUT',
      'UNREACHABLE',
      'MALFORMED',
      'LAME',
      'SERVFAIL',
      'REFUSED',
      'NOTIMP',
      'FORMERR',
    ] as const) {
      const { ask, asked } = resolvers({ [A]: [status], [B]: ['NOERROR'] });
      assert.equal(await ask(), 'NOERROR 192.0.2.2#53', status);
      assert.deepEqual(asked, [A, B]);
    }
  });
  it('are asked again where they were silent, or not understood', async () => {
    const again = async (status: AnswerStatus): Promise<number> => {
      const { ask, asked } = resolvers({ [A]: [status] });
      await ask();
      return asked.length;
    };
    for (const status of ['TIMEOUT', 'MALFORMED'] as const) assert.equal(await again(status), 2, status);
    for (const status of ['UNREACHABLE', 'SERVFAIL', 'REFUSED'] as const) assert.equal(await again(status), 1, status);
    const { ask, asked } = resolvers({ [A]: ['TIMEOUT', 'NOERROR'], [B]: ['REFUSED'] });
    assert.equal(await ask(), 'NOERROR 192.0.2.1#53');
    assert.deepEqual(asked, [A, B, A]);
  });
  it('are asked as often as was chosen, from once to five times', async () => {
    const times = async (tries: number): Promise<number> => {
      const { ask, asked } = resolvers({ [A]: ['TIMEOUT'] }, { tries });
      await ask();
      return asked.length;
    };
    for (const [tries, expected] of [
      [0, 1],
      [1, 1],
      [3, 3],
      [5, 5],
      [6, 5],
    ] as const)
      assert.equal(await times(tries), expected, `${tries}`);
  });
  it('are told by what one of them said, before that others were silent', async () => {
    const last = (by: Readonly<Record<string, readonly AnswerStatus[]>>): Promise<string> => resolvers(by).ask();
    assert.equal(await last({ [A]: ['TIMEOUT'], [B]: ['SERVFAIL'] }), 'SERVFAIL 192.0.2.2#53');
    assert.equal(await last({ [A]: ['SERVFAIL'], [B]: ['TIMEOUT'] }), 'SERVFAIL 192.0.2.1#53');
    assert.equal(await last({ [A]: ['SERVFAIL'], [B]: ['REFUSED'] }), 'SERVFAIL 192.0.2.1#53');
    assert.equal(await last({ [A]: ['TIMEOUT'], [B]: ['TIMEOUT'] }), 'TIMEOUT 192.0.2.1#53');
  });
  it('are four at most, without those that are empty', async () => {
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`192.0.2.${i}`, ['REFUSED'] as const]));
    const { ask, asked } = resolvers(five);
    await ask();
    assert.deepEqual(asked, [A, B, C, '192.0.2.4']);
    const blank = resolvers({ [A]: ['NOERROR'] }, { servers: [' ', '', A] });
    assert.equal(await blank.ask(), 'NOERROR 192.0.2.1#53');
    assert.deepEqual(blank.asked, [A]);
  });
  it('are those of the system where none was chosen, or the one that is meant', async () => {
    assert.equal(await resolvers({}, { servers: [' '] }, [B]).ask(), 'NOERROR 192.0.2.2#53');
    assert.equal(await resolvers({}, {}, []).ask(), 'UNREACHABLE this machine names no resolver');
    const { ask, asked } = resolvers({ [A]: ['NOERROR'] });
    assert.equal(await ask({ at: C }), 'NOERROR 192.0.2.3#53');
    assert.deepEqual(asked, [C]);
  });
  it('have an address', async () => {
    const { ask } = resolvers({ 'no address': ['NOERROR'] });
    assert.equal(await ask(), 'UNREACHABLE no address no address is no address of a resolver');
  });
  it('are not asked any more where that was cancelled', async () => {
    const { ask, asked } = resolvers({ [A]: ['NOERROR'] });
    assert.equal(await ask({}, AbortSignal.abort()), 'CANCELLED');
    assert.deepEqual(asked, []);
  });
  it('are waited for as long as was chosen', async () => {
    const wait = async (timeout?: number): Promise<number | undefined> => {
      const { ask, waits } = resolvers({ [A]: ['NOERROR'] }, timeout === undefined ? {} : { timeout });
      await ask();
      return waits[0];
    };
    assert.deepEqual([await wait(), await wait(700)], [3000, 700]);
  });
});
