import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/core/text/words.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { detailsOf, notesOf } from '../../../src/core/trace/rowTexts.ts';

/** What is told of a hop. */
const told = (hop: Partial<TraceHop>): readonly (readonly [string, string])[] =>
  detailsOf({ origin: 'received', ...hop } as unknown as TraceHop).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : inEnglish(value),
  ]);

describe('the details of a hop', () => {
  it('are named, each once, and what is not known is left out', () => {
    assert.deepEqual(told({}), [['Field', 'Received']]);
    assert.deepEqual(
      told({
        from: 'a.test',
        ip: '192.0.2.1',
        address: 'public',
        trusted: false,
        by: 'b.test',
        with: 'ESMTP',
        organisation: { name: 'contoso.test', role: 'sender' },
        time: 0,
        timeText: 'then',
        delay: -1500,
        correctedDelay: 250,
      } as unknown as Partial<TraceHop>),
      [
        ['Field', 'Received'],
        ['From', 'a.test'],
        ['Address', '192.0.2.1 (outside your networks)'],
        ['By', 'b.test'],
        ['With', 'ESMTP'],
        ['Organisation', 'contoso.test (sender)'],
        ['Time', '1970-01-01 00:00:00 UTC'],
        ['As written', 'then'],
        ['Delay as written', '\u22121.5 s'],
        ['Delay, corrected', '250 ms'],
      ],
    );
  });
});

describe('the notes of a hop', () => {
  const notes = (hop: Partial<TraceHop>, before?: Partial<TraceHop>): readonly string[] =>
    notesOf({ origin: 'received', problems: [], ...hop } as unknown as TraceHop, before as TraceHop | undefined).map(
      ({ code, level, text }) => `${code} (${level}): ${inEnglish(text)}`,
    );

  it('say what is wrong with its time', () => {
    assert.deepEqual(notes({ problems: ['clock-disagrees'], delay: -90_000 }), [
      'clock-disagrees (warning): 1 min 30 s earlier than the hop before it: one of the two clocks is off, and nothing here shows which.',
    ]);
    assert.deepEqual(notes({ problems: ['clock-disagrees'], origin: 'date' }), [
      'clock-disagrees (warning): Later than the first server’s time: the client’s clock or that server’s is off.',
    ]);
    assert.deepEqual(notes({ problems: ['ambiguous-date', 'no-date', 'bad-date'] }), [
      'ambiguous-date (warning): Day and month of this time could be either way round, so it is left out.',
      'no-date (information): No time is stated here.',
      'bad-date (warning): The time stated here cannot be read, or its time zone is not known.',
    ]);
    assert.deepEqual(notes({ problems: ['clock-behind'], clockOff: -60_000 }), [
      'clock-behind (warning): This clock is at least 1 min behind: the hops around it agree without it.',
    ]);
    assert.deepEqual(notes({ problems: ['clock-behind'], clockOff: -60_000, delay: -3000 }), [
      'clock-behind (warning): This clock is at least 1 min behind: the hops around it agree without it. As written, the message took −3 s to get here.',
    ]);
  });

  it('say what may be made up, and between whom the chain breaks', () => {
    assert.deepEqual(notes({ problems: ['maybe-forged'] }), [
      'maybe-forged (warning): May be forged: it names a server of the receiver, but stands below the line with which the message came in from outside.',
    ]);
    const breaks = (taken: string, handed: string): string =>
      `chain-break (information): The hop before was taken in by ${taken}; here ${handed} hands the message in. One host with two names, a line that is missing, or lines below that were made up.`;
    assert.deepEqual(notes({ problems: ['chain-break'], from: 'b.test', ip: '192.0.2.1' }, { by: 'a.test' }), [
      breaks('a.test', 'b.test'),
    ]);
    assert.deepEqual(notes({ problems: ['chain-break'], ip: '192.0.2.1' }, {}), [breaks('another host', '192.0.2.1')]);
    assert.deepEqual(notes({ problems: ['chain-break'] }), [breaks('another host', 'another host')]);
  });

  it('say why it waited, and how long where that is stated', () => {
    const waiting = { kind: 'queueing', evidence: 'x' } as unknown as NonNullable<TraceHop['waiting']>;
    assert.deepEqual(notes({ waiting }), ['queueing (information): Waited in the queue: “x”']);
    assert.deepEqual(notes({ waiting: { ...waiting, length: 60_000 } }), [
      'queueing (information): Waited in the queue, 1 min: “x”',
    ]);
  });
});
