import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { limits } from '../../../src/probes/limits.ts';
import { tlsPipe } from '../../../src/probes/node/tlsPipe.ts';

/** A way through a socket that is none, and what became of it. */
function piped() {
  const calls: string[] = [];
  const call =
    (name: string) =>
    (...args: readonly unknown[]) => {
      calls.push(name);
      const done = args.at(-1);
      if (typeof done === 'function') done();
    };
  const socket = Object.assign(new EventEmitter(), {
    ...{ resume: call('resume'), pause: call('pause'), end: call('end'), destroy: call('destroy') },
    write: (bytes: Buffer, done: () => void) => {
      calls.push(`write ${bytes.toString('hex')}`);
      done();
    },
  });
  const clear: string[] = [];
  const passed: string[] = [];
  const pipe = tlsPipe(socket as unknown as Socket, (bytes) => clear.push(bytes.toString('latin1')));
  pipe.on('data', (bytes: Buffer) => passed.push(bytes.toString('hex')));
  pipe.on('error', (error) => calls.push(`error ${error.message}`));
  pipe.on('end', () => calls.push('(end)'));
  const came = (bytes: string): boolean => socket.emit('data', Buffer.from(bytes, 'latin1'));
  return { socket, pipe, calls, clear, passed, came };
}
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('the way to a server for TLS', () => {
  it('lets TLS pass, and then whatever comes', async () => {
    for (const first of [20, 21, 22, 23]) {
      const { came, passed, clear } = piped();
      came(`${String.fromCharCode(first)}a`);
      came('220 x\n');
      await settled();
      assert.deepEqual(
        [passed.join(''), clear],
        [`${first.toString(16)}61${Buffer.from('220 x\n').toString('hex')}`, []],
      );
    }
  });
  it('lets nothing pass that is none, and tells the line', async () => {
    for (const first of ['\x13', '\x18', '2']) {
      const { came, passed, clear, calls } = piped();
      came(`${first}54 no`);
      assert.deepEqual(clear, []);
      came('t now\r\n');
      await settled();
      assert.deepEqual([passed, clear], [[], [`${first}54 not now\r\n`]]);
      assert.ok(calls.includes('destroy'));
    }
  });
  it('does not take for TLS what comes behind something else', async () => {
    const { came, passed, clear } = piped();
    came('4');
    came('\x16\n');
    await settled();
    assert.deepEqual([passed, clear], [[], ['4\x16\n']]);
  });
  it('tells a line without an end where it is longer than any, or where nothing follows', async () => {
    const long = piped();
    long.came('x'.repeat(limits.lineLength));
    const told = (): readonly number[] => long.clear.map(({ length }) => length);
    assert.deepEqual(told(), []);
    long.came('x');
    assert.deepEqual(told(), [limits.lineLength + 1]);
    for (const end of ['end', 'close']) {
      const { came, socket, clear } = piped();
      came('454');
      socket.emit(end);
      assert.deepEqual(clear, ['454'], end);
    }
    const late = piped();
    late.came('454');
    await new Promise((done) => setTimeout(done, limits.clearTextWait + 30));
    assert.deepEqual(late.clear, ['454']);
  });
  it('tells it once', () => {
    const { came, socket, clear } = piped();
    came('454\n');
    socket.emit('end');
    socket.emit('close');
    assert.deepEqual(clear, ['454\n']);
  });
  it('hands on what is written, and that it ends', async () => {
    const { pipe, calls } = piped();
    pipe.end(Buffer.from('ab'));
    await settled();
    assert.deepEqual(calls.filter((one) => one !== 'resume' && one !== '(end)').slice(0, 2), ['write 6162', 'end']);
  });
  it('ends with its socket, or fails with it', async () => {
    const ended = piped();
    ended.socket.emit('end');
    await settled();
    assert.ok(ended.calls.includes('(end)'));
    const failed = piped();
    failed.socket.emit('error', new Error('reset'));
    await settled();
    assert.ok(failed.calls.includes('error reset') && failed.calls.includes('destroy'));
    const closed = piped();
    closed.socket.emit('close');
    assert.ok(closed.pipe.destroyed);
  });
});
