import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { Channel } from '../../../../src/probes/node/dns/channel.ts';
import type { Attempt } from '../../../../src/probes/node/dns/readAnswer.ts';

/** A channel on a socket that is none: what is written to it, and what is settled. */
function opened(ready = true) {
  const written: Buffer[] = [];
  const calls: string[] = [];
  const socket = Object.assign(new EventEmitter(), {
    write: (bytes: Buffer) => written.push(bytes),
    destroy: () => calls.push('destroy'),
    unref: () => calls.push('unref'),
  });
  const channel = new Channel(socket as unknown as Socket, 'connect');
  if (ready) socket.emit('connect');
  const settled: string[] = [];
  const ask = (name: string): (() => void) | undefined =>
    channel.ask({ name, type: 'A' }, ({ status, detail }: Attempt) =>
      settled.push(`${name} ${status}${detail === undefined ? '' : ` ${detail}`}`),
    );
  const came = (...bytes: readonly Buffer[]): boolean => socket.emit('data', Buffer.concat(bytes));
  return { socket, channel, written, calls, settled, ask, came };
}

/** The answer to a query as it was written, with its length in front; flags as they are given. */
function answerTo(written: Buffer | undefined, flags = 0x8180, id?: number): Buffer {
  assert.ok(written);
  const message = Buffer.from(written.subarray(2, -11));
  message.writeUInt16BE(flags, 2);
  message.writeUInt16BE(0, 10);
  if (id !== undefined) message.writeUInt16BE(id, 0);
  return framed(message);
}
const framed = (message: Buffer): Buffer =>
  Buffer.concat([Buffer.from([message.length >> 8, message.length & 255]), message]);

describe('a connection over which questions go', () => {
  it('sends each with its length, once it stands', () => {
    const { socket, written, ask, calls } = opened(false);
    ask('a.test');
    assert.deepEqual([written.length, calls], [0, ['unref']]);
    socket.emit('connect');
    ask('b.test');
    assert.equal(written.length, 2);
    for (const bytes of written) assert.equal(bytes.readUInt16BE(0), bytes.length - 2);
    assert.ok(written[0]?.includes('\x01a\x04test\0') && written[1]?.includes('\x01b\x04test\0'));
  });
  it('takes answers in any order, and in any pieces', () => {
    const { written, ask, came, settled, channel } = opened();
    ask('a.test');
    ask('b.test');
    came(answerTo(written[1]), answerTo(written[0]));
    assert.deepEqual([settled, channel.answered], [['b.test NOERROR', 'a.test NOERROR'], 2]);
    ask('c.test');
    for (const byte of answerTo(written[2])) came(Buffer.from([byte]));
    assert.deepEqual(settled[2], 'c.test NOERROR');
    assert.deepEqual([channel.isOpen, channel.isIdle, channel.lost], [true, true, false]);
  });
  it('reads messages of more than 255 octets', () => {
    const { written, ask, came, settled } = opened();
    ask('a.test');
    const short = answerTo(written[0]).subarray(2);
    came(framed(Buffer.concat([short, Buffer.alloc(300)])).subarray(0, 200));
    assert.deepEqual(settled, []);
    came(framed(Buffer.concat([short, Buffer.alloc(300)])).subarray(200));
    assert.equal(settled.length, 1);
  });
  it('says of an answer that is cut short that it is', () => {
    const { written, ask, came, settled } = opened();
    ask('a.test');
    came(answerTo(written[0], 0x8380));
    assert.deepEqual(settled, ['a.test MALFORMED the answer is cut short (TC) though it did not come over UDP']);
  });
  it('is left where anything else is said', () => {
    for (const bytes of [framed(Buffer.from([7])), framed(Buffer.alloc(0)), framed(Buffer.alloc(40))]) {
      const { ask, came, settled, channel, calls } = opened();
      ask('a.test');
      ask('b.test');
      came(bytes);
      const none = 'MALFORMED the message is no answer to the question';
      assert.deepEqual(settled, [`a.test ${none}`, `b.test ${none}`], bytes.toString('hex'));
      assert.deepEqual([channel.isOpen, channel.lost, calls.at(-1)], [false, false, 'destroy']);
    }
    const { written, ask, came, settled } = opened();
    ask('a.test');
    came(answerTo(written[0], 0x0180));
    assert.match(settled[0] ?? '', /no answer to the question/);
  });
  it('reads nothing any more once it is left', () => {
    const { written, ask, came, settled } = opened();
    ask('a.test');
    came(framed(Buffer.alloc(40)), answerTo(written[0]));
    assert.equal(settled.length, 1);
  });
  it('gives up with the words of the system, or where it ends', () => {
    const failed = opened();
    failed.ask('a.test');
    failed.socket.emit('error', new Error('reset by peer'));
    failed.socket.emit('close');
    assert.deepEqual([failed.settled, failed.channel.lost], [['a.test UNREACHABLE reset by peer'], true]);
    const ended = opened();
    ended.ask('a.test');
    ended.socket.emit('close');
    assert.deepEqual([ended.settled, ended.channel.lost], [['a.test MALFORMED the connection ended early'], true]);
    ended.ask('b.test');
    assert.equal(ended.settled[1], 'b.test MALFORMED the connection ended early');
    const closed = opened();
    closed.channel.close();
    closed.socket.emit('close');
    assert.deepEqual([closed.channel.isOpen, closed.channel.lost], [false, false]);
    assert.equal(closed.calls.filter((one) => one === 'destroy').length, 1);
  });
  it('takes no further question while an answer may come that nobody waits for', () => {
    const { written, ask, came, settled, channel } = opened();
    const giveUp = ask('a.test');
    ask('b.test');
    giveUp?.();
    assert.deepEqual([channel.isOpen, channel.isIdle], [false, false]);
    came(answerTo(written[0]), answerTo(written[1]));
    assert.deepEqual([settled, channel.isOpen, channel.answered], [['b.test NOERROR'], true, 1]);
    giveUp?.();
    assert.equal(channel.isOpen, true);
  });
  it('is closed where the only question is given up', () => {
    const { ask, channel, calls, settled } = opened();
    ask('a.test')?.();
    assert.deepEqual([channel.isOpen, calls.at(-1), settled], [false, 'destroy', []]);
  });
  it('asks nothing of a name that fits into no message', () => {
    const { ask, written, channel } = opened();
    assert.equal(ask(`${'a'.repeat(64)}.test`), undefined);
    assert.deepEqual([written.length, channel.isIdle], [0, true]);
  });
});
