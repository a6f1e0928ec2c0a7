import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { SocketStream } from '../../../src/probes/node/socketStream.ts';

/** What is read of a line, of a reply and of a server at most. */
const [LINE, LINES, ALL] = [4096, 200, 262_144];

/** A stream over a socket that is none. */
function opened({ signal = new AbortController().signal, localAddress = '192.0.2.7' as string | undefined } = {}) {
  const calls: string[] = [];
  const written: [string, string][] = [];
  const socket = Object.assign(new EventEmitter(), {
    ...{ writable: true, writableNeedDrain: false, takes: true },
    ...(localAddress !== undefined && { localAddress }),
    resume: () => void calls.push('resume'),
    pause: () => void calls.push('pause'),
    destroy: () => void calls.push('destroy'),
    write: (text: string, encoding: string): boolean => {
      written.push([text, encoding]);
      return socket.takes;
    },
  });
  const stream = new SocketStream(socket as unknown as Socket, '192.0.2.1:25', signal, {});
  const came = (text: string | Buffer): boolean => socket.emit('data', Buffer.from(text as string, 'utf8'));
  const line = async (wait = 20): Promise<string> => {
    const got = await stream.readLine(wait);
    return got.ok
      ? got.value
      : `(${[got.failure, got.detail, got.rest].filter((one) => one !== undefined && one !== '').join(' ')})`;
  };
  return { stream, socket, came, line, calls, written };
}
const failing = (code: string): Error => Object.assign(new Error('why'), { code });

describe('lines of a connection', () => {
  it('end with LF, a CR in front of it left out', async () => {
    const { came, line } = opened();
    came('220 a\r\n250-b\n\n\r\r\n\r\nc\rd\n');
    for (const expected of ['220 a', '250-b', '', '\r', '', 'c\rd']) assert.equal(await line(), expected);
    assert.equal(await line(), '(timeout)');
  });
  it('come in pieces, and are waited for', async () => {
    const { came, line } = opened();
    const waiting = line(1000);
    came('22');
    came('0 a');
    came('\r');
    came('\n250 b\r\n');
    assert.deepEqual([await waiting, await line()], ['220 a', '250 b']);
  });
  it('are UTF-8 where they can be, with what stands in front of it, else Latin-1', async () => {
    const { came, line } = opened();
    came('\uFEFF220 \u00e4\n');
    assert.equal(await line(), '\uFEFF220 \u00e4');
    came(Buffer.from([0x32, 0xe4, 10]));
    assert.equal(await line(), '2\u00e4');
  });
  it('that do not end are told with what came of them, once', async () => {
    const { came, line, socket } = opened();
    came('220 a');
    assert.equal(await line(), '(timeout 220 a)');
    assert.equal(await line(), '(timeout)');
    came('x\n');
    assert.equal(await line(), 'x');
    came('454');
    socket.emit('end');
    assert.equal(await line(), '(closed 454)');
  });
  it('are read to their end though the connection has ended', async () => {
    const { came, line, socket } = opened();
    came('220 a\n221 b\n');
    socket.emit('close');
    assert.deepEqual([await line(), await line(), await line()], ['220 a', '221 b', '(closed)']);
  });
  it('are as long as a line may be', async () => {
    const longest = 'x'.repeat(LINE);
    const { came, line } = opened();
    came(`${longest}\n`);
    assert.equal(await line(), longest);
    for (const text of [`${longest}x\n`, `${longest}x`]) {
      const flood = opened();
      flood.came(text);
      assert.match(await flood.line(), new RegExp(`^\\(flood a line of more than ${LINE} bytes x`));
    }
    const open = opened();
    open.came(longest);
    assert.match(await open.line(), /^\(timeout x/);
  });
  it('are so many octets in all', async () => {
    const { came, line, calls } = opened();
    const piece = `${'x'.repeat(1023)}\n`;
    for (let i = 0; i < ALL / 1024; i++) came(piece);
    assert.equal((await line()).length, 1023);
    assert.ok(!calls.includes('destroy'));
    came('x');
    assert.match(await line(), new RegExp(`^\\(flood more than ${ALL} bytes x`));
    assert.ok(calls.includes('destroy'));
  });
  it('are held back where nobody waits for them', async () => {
    const { came, line, calls } = opened();
    came(`${'x'.repeat(LINE - 1)}\n`);
    assert.ok(!calls.includes('pause'));
    came('y');
    assert.ok(calls.includes('pause'));
    await line();
    const waiting = opened();
    const next = waiting.line(1000);
    waiting.came(`${'x'.repeat(LINE - 1)}\n${'y'.repeat(10)}`);
    await next;
    assert.ok(!waiting.calls.includes('pause') && waiting.calls.includes('resume'));
  });
  it('end with what the system says', async () => {
    const { line, socket } = opened();
    socket.emit('error', failing('ECONNRESET'));
    socket.emit('close');
    assert.equal(await line(), '(reset why)');
  });
});

describe('lines that came though nobody asked', () => {
  it('are taken as they stand there', async () => {
    const { came, stream, line } = opened();
    came('250 a\n421 b\n22');
    assert.deepEqual(await stream.unasked(0), ['250 a', '421 b']);
    assert.deepEqual(await stream.unasked(0), []);
    assert.deepEqual(await stream.unasked(0, true), ['22']);
    assert.equal(await line(), '(timeout)');
  });
  it('are waited for a while', async () => {
    const { came, stream } = opened();
    const waiting = stream.unasked(1000);
    came('250 a\n250 b\n');
    assert.deepEqual(await waiting, ['250 a', '250 b']);
    assert.deepEqual(await stream.unasked(5), []);
  });
  it('are as many as a reply has', async () => {
    const { came, stream } = opened();
    came('x\n'.repeat(LINES + 1));
    assert.equal((await stream.unasked(0)).length, LINES);
    assert.equal((await stream.unasked(0)).length, 1);
  });
});

describe('what is written to a connection', () => {
  it('is UTF-8 unless something else is said', async () => {
    const { stream, written } = opened();
    assert.deepEqual(await stream.write('a'), { ok: true, value: undefined });
    await stream.write('b', 'latin1');
    assert.deepEqual(written, [
      ['a', 'utf8'],
      ['b', 'latin1'],
    ]);
  });
  it('waits until the server takes more, but not for ever', async () => {
    const { stream, socket } = opened();
    Object.assign(socket, { takes: false, writableNeedDrain: true });
    const waiting = stream.write('a', 'utf8', 1000);
    Object.assign(socket, { writableNeedDrain: false });
    socket.emit('drain');
    assert.equal((await waiting).ok, true);
    Object.assign(socket, { writableNeedDrain: true });
    assert.deepEqual(await stream.write('a', 'utf8', 5), { ok: false, failure: 'timeout', detail: '' });
    const closing = stream.write('a', 'utf8', 1000);
    socket.emit('end');
    assert.equal((await closing).ok, true);
  });
  it('is lost where the connection broke, and not tried where it is no more writable', async () => {
    const broken = opened();
    broken.socket.emit('error', failing('ECONNRESET'));
    assert.deepEqual(await broken.stream.write('a'), { ok: false, failure: 'reset', detail: 'why' });
    const ended = opened();
    ended.socket.emit('end');
    assert.equal((await ended.stream.write('a')).ok, true);
    assert.equal(ended.written.length, 1);
    Object.assign(ended.socket, { writable: false });
    assert.equal((await ended.stream.write('b')).ok, true);
    assert.equal(ended.written.length, 1);
  });
});

describe('a connection that is cancelled or closed', () => {
  it('tells of nothing any more', async () => {
    const stop = new AbortController();
    const { stream, came, line, calls } = opened({ signal: stop.signal });
    came('220 a\n');
    const waiting = stream.unasked(0).then(() => line(1000));
    await new Promise((done) => setImmediate(done));
    came('25');
    stop.abort();
    assert.equal(await waiting, '(cancelled)');
    assert.equal(await line(), '(cancelled)');
    assert.deepEqual(await stream.write('a'), { ok: false, failure: 'cancelled', detail: '' });
    assert.deepEqual(await stream.startTls('mx.a.test', 20), { ok: false, failure: 'cancelled', detail: '' });
    assert.ok(calls.includes('destroy'));
    const before = opened({ signal: AbortSignal.abort() });
    assert.equal(await before.line(), '(cancelled)');
  });
  it('is not cancelled behind its end', async () => {
    const stop = new AbortController();
    const { stream, line, socket } = opened({ signal: stop.signal });
    stream.close();
    stop.abort();
    assert.equal(await line(), '(closed)');
    assert.doesNotThrow(() => socket.emit('error', failing('ECONNRESET')));
  });
  it('has the addresses of both ends, where they are known', () => {
    assert.deepEqual([opened().stream.remote, opened().stream.local], ['192.0.2.1:25', '192.0.2.7']);
  });
  it('is bound to nothing without TLS', () => assert.equal(opened().stream.binding(), undefined));
});
