import assert from 'node:assert/strict';
import { limits } from '../../../src/probes/limits.ts';
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

  it('are no more than so many a minute', async () => {
    const { dial, log } = network();
    const began = Array.from({ length: limits.connectionsAMinute }, () => Date.now());
    const paced = pacedDial(dial, new Map([['192.0.2.1', { open: 0, last: Promise.resolve(), ended: 0, began }]]));
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
