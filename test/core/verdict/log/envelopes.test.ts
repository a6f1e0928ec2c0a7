import assert from 'node:assert/strict';
import type { LogEntry, LogFormat } from '../../../../src/core/log/log.ts';
import type { Delivery } from '../../../../src/core/verdict/log/delivery.ts';
import { Envelopes, makeRoom } from '../../../../src/core/verdict/log/envelopes.ts';

interface Said {
  readonly queueId?: string;
  readonly session?: string;
  readonly sender?: string;
  readonly to?: readonly string[];
}

const word = (text: string) => ({ start: 0, end: text.length, text });

const entry = (format: LogFormat, { queueId, session, sender, to = [] }: Said): LogEntry => ({
  ...{ format, start: 0, end: 0, delays: [], fields: [], recipients: to.map(word) },
  ...(queueId !== undefined && { queueId: word(queueId) }),
  ...(session !== undefined && { session: word(session) }),
  ...(sender !== undefined && { sender: word(sender) }),
});

/** What is known of a delivery behind lines that name envelopes: `queue id, sender, recipients`. */
function completed(format: LogFormat, lines: readonly Said[], line: Said, own: Said = {}): string {
  const envelopes = new Envelopes();
  for (const one of lines) assert.equal(envelopes.note(entry(format, one)), 0);
  const said = { recipients: own.to ?? [], ...own } as unknown as Delivery;
  const { queueId, sender, recipients } = envelopes.complete(entry(format, line), said);
  return [queueId ?? '-', sender ?? '-', ...recipients].join(' ');
}

describe('the envelope of a message', () => {
  it('is what lines with its id said before', () => {
    const lines = [
      { queueId: 'A', sender: 'a@a.test' },
      { queueId: 'B', sender: 'b@b.test' },
      { queueId: 'A', to: ['c@c.test'] },
    ];
    assert.equal(completed('postfix', lines, { queueId: 'A' }, { queueId: 'A' }), 'A a@a.test');
    assert.equal(completed('postfix', lines, {}, {}), '- -');
    assert.equal(completed('postfix', lines, { queueId: 'C' }, { queueId: 'C' }), 'C -');
    assert.equal(
      completed('postfix', lines, {}, { queueId: 'A', sender: 'own@a.test', to: ['d@d.test'] }),
      'A own@a.test d@d.test',
    );
    assert.equal(
      completed('postfix', [...lines, { queueId: 'A', sender: 'later@a.test' }], {}, { queueId: 'A' }),
      'A a@a.test',
    );
  });

  it('has the recipients where a failure of the program concerns all', () => {
    const lines = [
      { queueId: 'A', sender: 'a@a.test', to: ['b@b.test'] },
      { queueId: 'A', to: ['b@b.test', 'c@c.test'] },
    ];
    for (const format of ['tmail', 'maddy', 'stalwart', 'hmailserver', 'haraka', 'qmail'] as const) {
      assert.equal(completed(format, lines, {}, { queueId: 'A' }), 'A a@a.test b@b.test c@c.test', format);
      assert.equal(completed(format, lines, {}, { queueId: 'A', to: ['d@d.test'] }), 'A a@a.test d@d.test', format);
    }
    for (const format of ['postfix', 'exim', 'syslog'] as const)
      assert.equal(completed(format, lines, {}, { queueId: 'A' }), 'A a@a.test', format);
  });

  it('is that of the session, where a program has one message in each', () => {
    const lines = [
      { session: 's1', sender: 'a@a.test' },
      { session: 's1', to: ['b@b.test'] },
      { session: 's1', queueId: 'A' },
      { session: 's2', sender: 'x@x.test' },
    ];
    assert.equal(completed('tmail', lines, { session: 's1' }), 'A a@a.test b@b.test');
    assert.equal(completed('tmail', lines, { session: 's3' }), '- -');
    assert.equal(completed('haraka', lines, { session: 's1' }), '- -');
  });

  it('is that of the delivery with the number that qmail gave last', () => {
    const lines = [
      { queueId: '7', sender: 'a@a.test' },
      { session: '1', queueId: '7', to: ['b@b.test'] },
      { session: '2', queueId: '7', to: ['c@c.test'] },
      { session: '1', queueId: '8', to: ['d@d.test'] },
    ];
    assert.equal(completed('qmail', lines, { session: '2' }), '7 a@a.test c@c.test');
    assert.equal(completed('qmail', lines, { session: '1' }), '8 - d@d.test');
  });

  it('keeps a thousand recipients, and says how many it does not', () => {
    const many = (from: number, count: number): readonly string[] =>
      Array.from({ length: count }, (_, i) => `r${from + i}@b.test`);
    const envelopes = new Envelopes();
    assert.equal(envelopes.note(entry('maddy', { queueId: 'A', to: many(0, 1003) })), 3);
    assert.equal(envelopes.note(entry('maddy', { queueId: 'A', to: many(0, 5) })), 0);
    assert.equal(envelopes.note(entry('maddy', { queueId: 'A', to: many(2000, 4) })), 4);
    assert.equal(envelopes.note(entry('maddy', { to: many(0, 1003) })), 0);
    assert.equal(envelopes.note(entry('maddy', { queueId: 'B', to: many(0, 999) })), 0);
    assert.equal(envelopes.note(entry('maddy', { queueId: 'B', to: many(2000, 3) })), 2);
    const said = { queueId: 'B', recipients: [] } as unknown as Delivery;
    assert.equal(envelopes.complete(entry('maddy', {}), said).recipients.length, 1000);
  });

  it('stays what it was where nothing is known besides', () => {
    const said = { queueId: 'A', recipients: [] } as unknown as Delivery;
    assert.equal(new Envelopes().complete(entry('maddy', { session: 's' }), said), said);
  });
});

describe('a map that is full', () => {
  it('loses its oldest eighth, one by one', () => {
    const map = new Map(Array.from({ length: 17 }, (_, i): [string, number] => [`${i}`, i]));
    const taken: number[] = [];
    makeRoom(map, 17, (one: number) => taken.push(one));
    assert.equal(taken.length, 0);
    makeRoom(map, 16, (one: number) => taken.push(one));
    assert.deepEqual([taken, map.size], [[0, 1], 15]);
    makeRoom(map, 9);
    assert.deepEqual([...map.keys()].slice(0, 1), ['4']);
  });
});
