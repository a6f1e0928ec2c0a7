import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/core/text/words.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { detailsOf } from '../../../src/core/trace/rowTexts.ts';

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
