import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { updateTicket } from '../../src/core/ticket/update.ts';
import { isUnsettled, readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { Background } from '../../src/server/background.ts';
import { Settling } from '../../src/server/settling.ts';

const line = (i: number, end: string): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${(0x4c1d5228000 + i).toString(16).toUpperCase()}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.7]:25, delay=1, delays=0/0/0/1, ${end}\n`;
const log = Array.from({ length: 8000 }, (_, i) => line(i, 'dsn=2.0.0, status=sent (250 2.0.0 Ok)')).join('');

describe('a large log in which somebody typed', () => {
  it('is looked at again while nobody types, and told when that is done', async () => {
    const old = readTicket(log);
    readVerdicts(old);
    const at = log.indexOf('dsn=2.0.0', log.length / 2);
    const words = 'dsn=5.1.1, status=bounced (host mx.northwind.test[192.0.2.7] said: 550 5.1.1 User unknown)';
    const text = `${log.slice(0, at)}${words}${log.slice(log.indexOf('\n', at))}`;
    const removed = log.indexOf('\n', at) - at;
    const ticket = updateTicket(old, text, { start: at, removed, added: words.length });
    assert.ok(isUnsettled(ticket));
    assert.equal(readVerdicts(ticket)[0]?.role, 'success');
    const told = new EventEmitter();
    const settling = new Settling(
      (uri) => (uri === 'a' ? ticket : undefined),
      (uri) => told.emit('done', uri),
      new Background(),
    );
    settling.begin('b');
    settling.begin('a');
    assert.deepEqual(await once(told, 'done'), ['a']);
    assert.ok(!isUnsettled(ticket));
    assert.equal(readVerdicts(ticket)[0]?.code, 'recipient-unknown');
    settling.begin('a');
    settling.stopAll();
  });
});
