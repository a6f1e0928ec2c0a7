import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const line = (pid: number, rest: string): string => `Nov 20 09:00:01 mx1 postfix/smtp[${pid}]: ${rest}\n`;
const refused = (pid: number, address = '203.0.113.66'): string =>
  line(pid, `connect to mx.northwind.test[${address}]:25: Connection refused`);
const deferred = (pid: number, to: string): string =>
  line(
    pid,
    `4C1D5228000: to=<${to}>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.northwind.test[203.0.113.67]:25: Connection refused)`,
  );

const told = (text: string): readonly string[] =>
  readVerdicts(readTicket(text))
    .map(({ role, recipients }) => `${role} ${recipients.join()}`)
    .sort();

describe('a connection that fails on a line without a message', () => {
  it('is that of the delivery which the same process reports next', () => {
    assert.deepEqual(told(refused(71) + refused(71, '203.0.113.67') + deferred(71, 'b@northwind.test')), [
      'waiting b@northwind.test',
    ]);
  });

  it('is told by itself where no delivery of its process follows', () => {
    assert.deepEqual(told(refused(71)), ['cause ']);
    assert.deepEqual(told(refused(72) + deferred(71, 'b@northwind.test')), ['cause ', 'waiting b@northwind.test']);
    assert.deepEqual(told(deferred(71, 'b@northwind.test') + refused(71)), ['cause ', 'waiting b@northwind.test']);
  });

  it('is counted with the others to the same server, however many there are, at the place of the first', () => {
    const text = Array.from({ length: 300 }, (_, i) => refused(1000 + i)).join('');
    const [verdict, ...others] = readVerdicts(readTicket(text));
    assert.deepEqual([verdict?.times, verdict?.span.start, others.length], [300, 0, 0]);
    const both = readVerdicts(readTicket(text + deferred(1007, 'b@contoso.test')));
    assert.ok(both.some(({ recipients, times }) => recipients.length === 0 && times === 299));
  });
});
