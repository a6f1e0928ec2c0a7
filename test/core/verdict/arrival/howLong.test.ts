import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import type { HowLong } from '../../../../src/core/verdict/arrival/howLong.ts';
import { storyOf } from '../../../../src/core/verdict/arrival/story.ts';

const DAY = 'Sat, 21 Nov 2026';
const FROM = 'From: a@fabrikam.test';
const [OWN, M2, M1] = ['mx.contoso.test', 'm2.fabrikam.test', 'm1.fabrikam.test'];

/** A hop of that Saturday, or of the day that is named. */
const hop = (from: string, by: string, time: string, day = DAY): string =>
  `Received: from ${from} (${from} [203.0.113.4])\n\tby ${by} with ESMTPS id 4F1;\n\t${day} ${time} +0000`;

function told(...header: readonly string[]): HowLong {
  const text = `${[...header, FROM].join('\n')}\n\nbody\n`;
  return storyOf(readMessage(text, new Lines(text), 0, text.length)).howLong;
}

const waits = (...header: readonly string[]): readonly string[] =>
  told(...header).waits.map(({ words, host, times }) => `${host} ${times}: ${words}`);
const words = (...header: readonly string[]): readonly string[] => told(...header).told.map((one) => one.words);
const clocks = (...header: readonly string[]): readonly string[] =>
  told(...header).clocks.map((one) => `${one.host} ${one.off ?? one.apart}: ${one.words}`);

const RIGHT = 'This holds if the clocks on both sides are right.';

describe('how long a message took', () => {
  it('is from the first server to the last, in all and with each that kept it', () => {
    const way = [hop(M2, OWN, '11:30:00'), hop(M1, M2, '11:00:00'), hop(M2, M1, '10:40:00'), hop('pc', M2, '10:00:00')];
    assert.deepEqual(words(...way), ['It took 1 h 30 min from the first server to the last.']);
    assert.deepEqual(waits(...way), [
      `${M2} 2: It waited 1 h 10 min (40 min and 30 min) at ${M2}. ${RIGHT}`,
      `${M1} 1: It waited 20 min at ${M1}. ${RIGHT}`,
    ]);
  });

  it('is worth a word from five minutes on', () => {
    const way = (time: string) => waits(hop(M1, OWN, time), hop('pc', M1, '10:00:00'));
    assert.deepEqual(way('10:04:59'), []);
    assert.deepEqual(way('10:05:00'), [`${M1} 1: It waited 5 min at ${M1}. ${RIGHT}`]);
    const pieces = (second: string) =>
      waits(hop(M2, OWN, `10:${second}`), hop(M1, M2, '10:05:00'), hop(M2, M1, '10:04:45'), hop('pc', M2, '10:00:00'));
    assert.deepEqual(pieces('05:29'), []);
    assert.deepEqual(pieces('05:30'), [`${M2} 2: It waited 5 min 15 s (4 min 45 s and 30 s) at ${M2}. ${RIGHT}`]);
  });

  it('is with a mailbox where a program fetched it from there', () => {
    const fetched = (by: string, rest: string) =>
      waits(`Received: from ${rest}; ${DAY} 12:00:00 +0000`, hop('out.x.test', by, '10:00:00').replace('by  ', ''));
    const lay = 'It lay there until a program fetched it.';
    for (const protocol of ['POP3', 'pop', 'IMAP'])
      assert.deepEqual(
        fetched('mx.fabrikam.test', `pop.fabrikam.test by home.contoso.test with ${protocol} (fetchmail-6.4)`),
        [`mx.fabrikam.test 1: It waited 2 h in the mailbox at mx.fabrikam.test. ${lay}`],
      );
    assert.deepEqual(fetched('', 'localhost by home.contoso.test with IMAP (fetchmail-6.4)'), [
      `undefined 1: It waited 2 h in the mailbox at the provider. ${lay}`,
    ]);
  });

  it('is not believed where no server keeps mail that long', () => {
    const way = (time: string) => waits(hop(M1, OWN, time, 'Sat, 12 Dec 2026'), hop('pc', M1, '10:00:00'));
    assert.match(way('09:59:59')[0] ?? '', /This holds if the clocks/);
    assert.match(way('10:00:00')[0] ?? '', /No server keeps mail that long by itself: a clock is off, or the message/);
  });

  it('begins where a server has it, not where somebody wrote it', () => {
    const way = [hop(M1, OWN, '11:30:00'), hop('pc', M1, '11:29:00')];
    const at = (time: string) => words(...way, `Date: ${DAY} ${time} +0000`).slice(1);
    assert.deepEqual(at('10:29:01'), []);
    assert.deepEqual(at('10:29:00'), ['By its Date it was written 1 h before the first server had it.']);
    assert.deepEqual(waits(...way, `Date: ${DAY} 09:00:00 +0000`), []);
  });
});

describe('a clock of the way', () => {
  it('is off where others show it, those of servers by half a minute', () => {
    const way = (time: string) => clocks(hop(M2, OWN, '11:30:00'), hop(M1, M2, time), hop('pc', M1, '11:29:00'));
    assert.deepEqual(way('11:50:00'), [`${M2} 1200000: The clock of ${M2} is at least 20 min ahead.`]);
    assert.deepEqual(way('11:30:29'), []);
    assert.deepEqual(way('11:30:30'), [`${M2} 30000: The clock of ${M2} is at least 30 s ahead.`]);
    assert.deepEqual(way('11:09:00'), [`${M2} -1200000: The clock of ${M2} is at least 20 min behind.`]);
  });

  it('is one of two where nothing shows which', () => {
    const way = [hop(M2, OWN, '11:30:00'), hop(M1, M2, '11:50:00')];
    assert.deepEqual(clocks(...way), [
      `undefined 1200000: The clocks of ${OWN} and ${M2} differ by 20 min or more: one of them is off.`,
    ]);
    assert.deepEqual([told(...way).atLeast, words(...way)], [true, []]);
  });

  it('of whoever wrote the message is off by five minutes', () => {
    const at = (time: string) =>
      clocks(hop(M1, OWN, '11:30:00'), hop('pc', M1, '11:29:00'), `Date: ${DAY} ${time} +0000`);
    const ahead = 'The clock of the program that wrote the message is at least 5 min ahead.';
    assert.deepEqual(at('11:33:59'), []);
    assert.deepEqual(at('11:34:00'), [`undefined 300000: ${ahead}`]);
  });
});
