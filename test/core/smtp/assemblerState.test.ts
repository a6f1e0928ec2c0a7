import assert from 'node:assert/strict';
import { Assembler } from '../../../src/core/smtp/assembler.ts';
import { EventList } from '../../../src/core/smtp/eventList.ts';
import type { Spoken } from '../../../src/core/smtp/spoken.ts';

const spoken = (line: string): Spoken => {
  const [, mark = '', text = ''] = /^(?:\[\w\])?([CSM]): (.*)$/.exec(line) ?? [];
  const connection = /^\[(\w)\]/.exec(line)?.[1];
  const side = mark === 'S' ? 'server' : 'client';
  return {
    said: { text, base: 0 },
    from: 0,
    to: text.length,
    side,
    certainty: 'marked',
    connection,
    message: mark === 'M' ? 'summary' : undefined,
  };
};

/** What is due behind the last of these lines, and what is so: `between`, `in data`, `waits`, `ended`, what it holds. */
function state(lines: readonly string[], list: EventList | undefined): string {
  const assembler = new Assembler(list);
  for (const line of lines) {
    if (line === 'end of data') assembler.endData();
    else if (line === 'note') assembler.note({ start: 0, end: 0 });
    else if (line === 'closed') assembler.disconnect(undefined);
    else assembler.speak(spoken(line));
  }
  const { holds, lastReply } = assembler;
  return [
    assembler.expects,
    lastReply && `${lastReply.code}`,
    assembler.isBetween && 'between',
    assembler.isInData && 'in data',
    assembler.awaitsReply && 'waits',
    assembler.isEnded && 'ended',
    assembler.hasEvents || 'nothing',
    holds.notes && 'notes',
    holds.bodies && 'bodies',
    holds.outcomes && 'outcomes',
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

describe('what is due in a session', () => {
  it('is told by what was said, whether it is kept or only followed', () => {
    for (const [lines, expected] of [
      ['', 'command between nothing'],
      ['end of data', 'command between nothing'],
      ['closed', 'command between nothing'],
      ['note', 'command between nothing notes'],
      ['S: 220 mx', 'command 220 between'],
      ['S: 220-mx', 'more 220 between'],
      ['S: 220-mx / S: 220 mx', 'command 220 between'],
      ['S: 220 mx / C: EHLO b', 'command between waits'],
      ['S: 220 mx / C: EHLO b / S: 250-mx', 'more 250 between'],
      ['S: 220 mx / C: EHLO b / S: 250 mx', 'command 250 between'],
      ['S: 399 mx', 'command 399 between'],
      ['S: 400 mx', 'command 400 between outcomes'],
      ['C: AUTH LOGIN', 'command between waits'],
      ['C: AUTH LOGIN / S: 334 x', 'auth 334 outcomes'],
      ['C: AUTH LOGIN / S: 333 x', 'command 333 between'],
      ['C: AUTH LOGIN / S: 334 x / C: Yg==', 'command between waits bodies outcomes'],
      ['C: AUTH LOGIN / S: 334 x / C: QUIT', 'auth waits outcomes'],
      ['C: AUTH LOGIN / S: 334 x / C: Yg== / S: 235 ok', 'command 235 between bodies outcomes'],
      ['C: DATA', 'command between waits'],
      ['C: DATA / S: 354 go', 'data 354'],
      ['C: DATA / S: 354 go / C: x', 'data in data waits bodies'],
      ['C: DATA / S: 354 go / C: x / end of data', 'command between waits bodies'],
      ['C: DATA / S: 354 go / end of data', 'command 354 between'],
      ['C: DATA / S: 354 go / C: x / C: .', 'command between waits bodies'],
      ['C: DATA / S: 354 go / C: x / C: . / S: 250 ok', 'command 250 between bodies outcomes'],
      ['C: DATA / S: 354 go / S: 250 ok', 'command 250 between outcomes'],
      ['C: DATA / S: 354 go / C: x / S: 250 ok', 'command 250 between bodies outcomes'],
      ['C: DATA / S: 354 go / C: x / C: . / C: QUIT', 'command between waits bodies'],
      ['C: DATA / S: 354 go / M: [message] / S: 250 ok', 'command 250 between bodies outcomes'],
      ['S: 220 mx / C: BDAT 5', 'chunk waits'],
      ['S: 220 mx / C: BDAT 5 / C: hello', 'chunk waits bodies'],
      ['S: 220 mx / C: BDAT 5 / S: 250 ok', 'command 250 between outcomes'],
      ['S: 220 mx / C: BDAT 5 / C: QUIT', 'command between waits'],
      ['S: 220 mx / C: BDAT 5 LAST / C: NOOP', 'command between waits'],
      ['S: 220 mx / C: QUIT / S: 221 bye', 'command 221 between ended'],
      ['S: 220 mx / C: QUIT / S: 221 bye / C: QUIT', 'command between waits ended'],
      ['S: 220 mx / C: QUIT / S: 221 bye / C: EHLO b', 'command between waits'],
      ['S: 220 mx / C: QUIT / S: 221 bye / S: 220 mx', 'command 220 between'],
      ['S: 220 mx / closed', 'command 220 between ended'],
      ['S: 220 mx / closed / C: EHLO b', 'command between waits'],
      ['C: PROXY TCP4 192.0.2.1 192.0.2.2 1 2', 'command between'],
      ['S: 220 mx / C: PROXY', 'command between waits'],
      ['S: words', 'command between nothing notes'],
      ['S: 220 mx / S: words', 'command 220 between'],
      ['S: 220 mx / S: connection closed', 'command 220 between notes'],
      ['S: 220-mx / S: connection closed', 'more 220 between'],
      ['S: 220 mx / M: [message]', 'command between notes'],
      ['C: ', 'command between nothing notes'],
      ['[a]S: 220 mx / [b]S: 220-my', 'more 220 between'],
      ['[a]S: 220-mx / [b]S: 220 my', 'command 220 between'],
      ['[a]C: QUIT / [a]S: 221 x / [b]C: EHLO b', 'command between waits'],
    ] as const) {
      const said = lines === '' ? [] : lines.split(' / ');
      assert.equal(state(said, undefined), expected, lines);
      assert.equal(state(said, new EventList()), expected, `${lines}, kept`);
    }
  });

  it('is another session where a line cannot belong to the one that is known', () => {
    for (const [lines, next, another] of [
      ['', 'S: 220 mx', false],
      ['S: 220 mx', 'S: 220 my', true],
      ['S: 220 mx', 'S: 250 ok', false],
      ['S: 220 mx / C: EHLO b / S: 250 ok', 'S: 220 my', true],
      ['S: 220 mx / C: STARTTLS', 'S: 220 go', false],
      ['S: 220 mx / C: EHLO b / S: 250 ok', 'C: EHLO b', false],
      ['S: 220 mx / C: QUIT / S: 221 bye', 'C: EHLO b', true],
      ['S: 220 mx / C: QUIT / S: 221 bye', 'C: QUIT', false],
      ['S: 220 mx / C: QUIT / S: 221 bye', 'S: 220 my', true],
      ['S: 220 mx / C: EHLO b', 'C: EHLO b', false],
      ['S: 220 mx', '[a]S: 220 mx', false],
    ] as const) {
      const assembler = new Assembler(undefined);
      for (const line of lines.split(' / ')) if (line !== '') assembler.speak(spoken(line));
      assert.equal(assembler.startsAnother(spoken(next)), another, `${lines} then ${next}`);
    }
  });
});
