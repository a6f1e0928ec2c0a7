import assert from 'node:assert/strict';
import { pacedDial } from '../../../src/probes/node/pacedDial.ts';
import type { Dial, Stream } from '../../../src/probes/ports.ts';

const never = new AbortController().signal;

/** A network that takes note of what is open. */
function network(fails = false): { dial: Dial; log: string[]; open: () => number } {
  const log: string[] = [];
  let open = 0;
  const dial: Dial = async ({ host }) => {
    log.push(host);
    if (fails) return { ok: false, failure: 'refused', detail: '' };
    open++;
    const stream = { remote: `${host}:25`, close: () => void open-- } as Stream;
    return { ok: true, value: stream };
  };
  return { dial, log, open: () => open };
}

const opened = async (dialled: ReturnType<Dial>): Promise<Stream> => {
  const result = await dialled;
  assert.ok(result.ok);
  return result.value;
};

describe('connections to an address', () => {
  const at = (host: string) => ({ host, port: 25 });

  it('are made one at a time, and a later one tells that it waited', async () => {
    const { dial, log, open } = network();
    const paced = pacedDial(dial, new Map());
    const first = await opened(paced(at('192.0.2.1'), 1000, never));
    const later = paced(at('192.0.2.1'), 1000, never);
    const other = await opened(paced(at('192.0.2.2'), 1000, never));
    assert.deepEqual(log, ['192.0.2.1', '192.0.2.2']);
    assert.deepEqual([first.waited, other.waited], [undefined, undefined]);
    first.close();
    const second = await opened(later);
    assert.equal(open(), 2);
    // How long does not matter here, but that it did.
    assert.ok((second.waited ?? 0) > 0);
    second.close();
    other.close();
    assert.equal(open(), 0);
  });

  it('give their turn away where they fail', async () => {
    const { dial, log } = network(true);
    const paced = pacedDial(dial, new Map());
    for (let i = 0; i < 2; i++) assert.equal((await paced(at('192.0.2.1'), 1000, never)).ok, false);
    assert.equal(log.length, 2);
  });

  it('are no more than thirty a minute', async () => {
    const { dial, log } = network();
    const begun = (count: number) => {
      const began = Array.from({ length: count }, () => Date.now());
      return new Map([['192.0.2.1', { open: 0, last: Promise.resolve(), ended: 0, began }]]);
    };
    assert.equal((await pacedDial(dial, begun(29))(at('192.0.2.1'), 1000, never)).ok, true);
    assert.equal(log.splice(0).length, 1);
    const paced = pacedDial(dial, begun(30));
    const controller = new AbortController();
    const waiting = paced(at('192.0.2.1'), 1000, controller.signal);
    await new Promise((done) => setImmediate(done));
    assert.deepEqual(log, []);
    controller.abort();
    assert.deepEqual(await waiting, { ok: false, failure: 'cancelled', detail: '' });
  });

  it('end their wait with a cancel, and let the next one wait on', async () => {
    const { dial, log } = network();
    const paced = pacedDial(dial, new Map());
    const first = await opened(paced(at('192.0.2.1'), 1000, never));
    const controller = new AbortController();
    const cancelled = paced(at('192.0.2.1'), 1000, controller.signal);
    const third = paced(at('192.0.2.1'), 1000, never);
    controller.abort();
    assert.equal((await cancelled).ok, false);
    assert.equal(log.length, 1);
    first.close();
    (await opened(third)).close();
    assert.equal(log.length, 2);
  });

  it('to this machine itself wait for nothing', async () => {
    const { dial, open } = network();
    const paced = pacedDial(dial, new Map());
    for (const host of ['127.0.0.1', '127.0.0.1', '::1']) await opened(paced(at(host), 1000, never));
    assert.equal(open(), 3);
  });
});

describe('a connection that had its turn', () => {
  const at = { host: '192.0.2.1', port: 25 };
  it('is the connection itself in everything that is asked of it', async () => {
    const calls: unknown[][] = [];
    const note =
      (name: string) =>
      (...args: readonly unknown[]) => {
        calls.push([name, ...args]);
        return Promise.resolve({ ok: true, value: name }) as never;
      };
    const stream = {
      ...{ remote: '192.0.2.1:25', local: '192.0.2.7' },
      ...{ readLine: note('readLine'), write: note('write'), unasked: note('unasked'), startTls: note('startTls') },
      close: () => void calls.push(['close']),
    } as Stream;
    const got = await opened(pacedDial(async () => ({ ok: true, value: stream }), new Map())(at, 1000, never));
    assert.deepEqual([got.remote, got.local, got.waited], ['192.0.2.1:25', '192.0.2.7', undefined]);
    await got.readLine(5);
    await got.write('x', 'latin1', 7);
    await got.unasked(9, true);
    await got.startTls('mx', 11, { from: 'TLSv1.2' });
    got.close();
    assert.deepEqual(calls, [
      ['readLine', 5],
      ['write', 'x', 'latin1', 7],
      ['unasked', 9, true],
      ['startTls', 'mx', 11, { from: 'TLSv1.2' }],
      ['close'],
    ]);
    const bare = await opened(pacedDial(network().dial, new Map())(at, 1000, never));
    assert.ok(!('local' in bare) && !('waited' in bare));
  });
  it('is of the way that was dialled', () => {
    const dial: Dial = Object.assign(network().dial, { via: 'socks5://127.0.0.1:1080', source: '192.0.2.7' });
    const { via, source } = pacedDial(dial, new Map());
    assert.deepEqual([via, source], ['socks5://127.0.0.1:1080', '192.0.2.7']);
  });
  it('is forgotten a minute after it was closed, if no other one is there', async () => {
    const ago = (ended: number, began: readonly number[], open = 0) => ({
      ...{ open, last: Promise.resolve(), ended: Date.now() - ended, began: began.map((one) => Date.now() - one) },
    });
    const turns = new Map([
      ['old', ago(61_000, [70_000, 62_000])],
      ['lately', ago(59_000, [70_000])],
      ['begun', ago(61_000, [70_000, 59_000])],
      ['open', ago(61_000, [70_000], 1)],
    ]);
    await opened(pacedDial(network().dial, turns)(at, 1000, never));
    assert.deepEqual([...turns.keys()], ['lately', 'begun', 'open', '192.0.2.1']);
    assert.equal(turns.get('begun')?.began.length, 1);
  });
  it('does not wait on this machine', async () => {
    for (const host of ['127.0.0.1', '127.9.9.9', '::1']) {
      const turns = new Map();
      const paced = pacedDial(network().dial, turns);
      for (let i = 0; i < 3; i++)
        assert.equal((await opened(paced({ host, port: 25 }, 1000, never))).waited, undefined);
      assert.equal(turns.size, 0, host);
    }
  });
});
