import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import type { TraceHop } from '../../../../src/core/trace/hop.ts';
import type { Trace } from '../../../../src/core/trace/trace.ts';
import { howLongOf } from '../../../../src/core/verdict/arrival/howLong.ts';

const [OWN, M2, M1] = ['mx.contoso.test', 'm2.fabrikam.test', 'm1.fabrikam.test'];

/** Some of a hop. */
type Loose = { readonly [Key in keyof TraceHop]?: TraceHop[Key] | undefined };

const line = (from: string, by: string): string =>
  `Received: from ${from} (${from} [203.0.113.4])\n\tby ${by} with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 10:00:00 +0000`;

describe('a way that was read', () => {
  const MIN = 60_000;
  const text = [line(M1, OWN), line('pc', M1), 'From: a@fabrikam.test', '', 'hi', ''].join('\n');
  const message = readMessage(text, new Lines(text), 0, text.length);
  const trace = (hops: readonly Loose[], more: Partial<Trace> = {}): Trace =>
    ({
      hops: hops.map((one, at) => ({
        origin: 'received',
        sound: true,
        problems: [],
        span: { start: at, end: at + 1 },
        ...one,
      })),
      isLowerBound: false,
      ...more,
    }) as unknown as Trace;
  const first: Loose = { by: M1 };
  const last: Loose = { by: OWN, correctedDelay: 10 * MIN };
  const waitsOf = (...hops: readonly Loose[]) => howLongOf(message, trace(hops)).waits;

  it('tells in all how long it took where that is known', () => {
    for (const [correctedTotalDelay, isLowerBound, expected] of [
      [5000, false, 'It took 5 s from the first server to the last.'],
      [500, false, 'It took 500 ms from the first server to the last.'],
      [999, true, undefined],
      [1000, true, 'It took at least 1 s from the first server to the last.'],
      [undefined, false, undefined],
    ] as const) {
      const told = howLongOf(
        message,
        trace([first, { by: OWN }], { correctedTotalDelay, isLowerBound } as Partial<Trace>),
      );
      assert.deepEqual([told.told[0]?.words, told.atLeast, told.total], [expected, isLowerBound, correctedTotalDelay]);
    }
    assert.deepEqual(howLongOf({ ...message, hops: [] }, trace([first, last])).waits, []);
  });

  it('tells with whom it waited, and why, as its header says', () => {
    const of = (kind: string, more = {}) => ({ ...last, waiting: { kind, evidence: 'e', ...more } }) as Loose;
    const own = { start: 1, end: 2 };
    for (const [before, then, expected] of [
      [first, of('greylisting'), `10 min before ${OWN} took it ${OWN} greylisting`],
      [first, of('greylisting', { length: 20 * MIN }), `20 min before ${OWN} took it ${OWN} greylisting`],
      [first, of('greylisting', { length: 5 * MIN }), `10 min before ${OWN} took it ${OWN} greylisting`],
      [first, { ...of('greylisting'), by: undefined }, '10 min before the next server took it greylisting'],
      [first, of('queueing', { length: 20 * MIN }), `10 min at ${M1} ${M1} queueing`],
      [first, of('quarantine'), `10 min at ${M1} ${M1} quarantine`],
      [first, { ...last, with: 'pop3' }, `10 min in the mailbox at ${M1} ${M1} fetched`],
      [first, { ...last, with: 'xpop' }, `10 min at ${M1} ${M1}`],
      [{}, last, `10 min before ${OWN} took it`],
      [{}, { ...last, from: M2 }, `10 min at ${M2} ${M2}`],
      [{}, { ...last, by: undefined }, '10 min before the next server took it'],
      [{ organisation: { name: 'Contoso' } }, last, '10 min at Contoso'],
      [{ organisation: { name: 'Contoso' } }, { ...last, organisation: { name: 'Contoso' } }, '10 min inside Contoso'],
    ] as [Loose, Loose, string][]) {
      const [wait] = waitsOf(before, then);
      const words = wait?.words.replace(/^It waited |\. .*/g, '');
      assert.equal([words, wait?.host, wait?.cause].filter((one) => one !== undefined).join(' '), expected);
    }
    assert.match(
      waitsOf(first, of('deferral', { span: own }))[0]?.words ?? '',
      / says that its delivery was put off \(“e”\)\.$/,
    );
    assert.match(waitsOf(first, of('moderation'))[0]?.words ?? '', / says that a list held it for its owner\.$/);
  });

  it('adds up what waited with one host, and tells the ten longest', () => {
    const by = (name: string, minutes: number) => ({ by: name, correctedDelay: minutes * MIN });
    const many = Array.from({ length: 12 }, (_, at) => by(`m${at}.c.test`, at + 5));
    assert.deepEqual(
      waitsOf(first, ...many).map(({ length }) => length / MIN),
      [16, 15, 14, 13, 12, 11, 10, 9, 8, 7],
    );
    const [both, ...more] = waitsOf(first, by(OWN, 6), first, by(OWN, 30));
    assert.deepEqual([both?.brief, both?.times, both?.start, more], [`36 min (6 min and 30 min) at ${M1}`, 2, 3, []]);
    const eight = Array.from({ length: 8 }, (_, at) => [first, by(OWN, at + 5)]).flat();
    assert.match(waitsOf(...eight)[0]?.words ?? '', /\(5 min, 6 min, 7 min, 8 min, 9 min, 10 min and 2 more\)/);
    assert.equal(waitsOf({}, last, {}, last).length, 2);
    const held = { ...last, waiting: { kind: 'greylisting', evidence: 'e' } } as const;
    assert.deepEqual(
      waitsOf(first, held, first, { ...held, by: M2 }).map(({ times }) => times),
      [1, 1],
    );
  });

  it('says what is doubtful, what lies with the receiver, and what is known by the clocks alone', () => {
    const told = (...hops: readonly Loose[]) => {
      const [wait] = waitsOf(...hops);
      return [wait?.host, wait?.doubtful, wait?.atReceiver, wait?.brief];
    };
    const brief = `10 min at ${M1}`;
    const [below, border] = message.hops;
    assert.ok(below !== undefined && border !== undefined);
    assert.deepEqual(told(first, last), [M1, undefined, undefined, brief]);
    assert.deepEqual(told(first, { ...last, problems: ['chain-break'] }), [undefined, true, undefined, undefined]);
    assert.deepEqual(told({ ...first, received: border }, last), [M1, undefined, true, brief]);
    assert.deepEqual(told({ ...first, received: below }, last), [M1, undefined, undefined, brief]);
    assert.equal(told(first, { ...last, waiting: { kind: 'queueing', evidence: 'e' } })[3], undefined);
    assert.equal(told(first, { ...last, correctedDelay: 21 * 24 * 60 * MIN })[3], undefined);
    assert.deepEqual(told(first, { by: M2, sound: false }, last), [M1, undefined, undefined, brief]);
    assert.deepEqual(waitsOf({ origin: 'date' }, last), []);
  });

  it('tells each clock once, as far off as any line of it shows', () => {
    const off = (minutes: number, more: Loose = {}) => ({
      by: OWN,
      time: 5,
      clockOff: minutes * MIN,
      ...more,
    });
    const apart = (more: Loose = {}): Loose => ({
      by: OWN,
      time: 5,
      delay: -20 * MIN,
      problems: ['clock-disagrees'],
      ...more,
    });
    const dated = { ...first, time: 1 };
    const date: Loose = { origin: 'date', time: 1 };
    for (const [hops, ...expected] of [
      [[off(20)], `${OWN} 20`],
      [[off(-20)], `${OWN} -20`],
      [[off(20), off(30)], `${OWN} 30`],
      [[off(30), off(-20)], `${OWN} 30`],
      [[off(20), off(30, { by: 'pc', address: 'loopback' })], `${OWN} 20`],
      [[off(20), off(30, { by: M1, address: 'loopback' })], `${OWN} 20`, `${M1} 30`],
      [[off(20), off(30, { by: 'pc', address: 'public' })], `${OWN} 20`, 'pc 30'],
      [[off(30, { by: 'pc', address: 'loopback' })], 'pc 30'],
      [[off(20, { ...date, by: undefined }), off(25, { by: undefined })], 'undefined 20', 'undefined 25'],
      [[dated, apart()], `${OWN} and ${M1} differ by 20`],
      [[{ time: 1 }, apart({ by: undefined })], 'a server and the hop before differ by 20'],
      [[dated, first, apart()], `${OWN} and ${M1} differ by 20`],
      [[first, apart()]],
      [[date, apart()]],
      [[dated, apart({ problems: [] })]],
      [[dated, apart({ origin: 'x-received' })]],
      [[dated, apart({ delay: -29_999 })]],
    ] as [Loose[], ...string[]][]) {
      const told = howLongOf(message, trace(hops)).clocks.map(({ words, host, off: by }) =>
        by === undefined ? words.replace(/^The clocks of | min or more.*/g, '') : `${host} ${by / MIN}`,
      );
      assert.deepEqual(told, expected);
    }
    assert.equal(
      howLongOf(message, trace(Array.from({ length: 12 }, (_, at) => off(at + 1, { by: `m${at}.c.test` })))).clocks
        .length,
      10,
    );
    assert.match(
      howLongOf(message, trace([off(20, { by: undefined })])).clocks[0]?.words ?? '',
      /^The clock of a server is /,
    );
  });
});
