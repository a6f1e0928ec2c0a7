import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { traceMessage } from '../../../src/core/trace/messageTrace.ts';

/** Which hop waited: its host, why, how long in seconds if that is said, and by which words; and where those stand. */
function waits(header: string, ...expected: readonly string[]): void {
  const text = `${header}From: a@a.test\n\n`;
  const { hops } = traceMessage(readMessage(text, new Lines(text), 0, text.length));
  assert.deepEqual(
    hops.flatMap(({ by, waiting }) => {
      if (waiting === undefined) return [];
      const { kind, length, evidence, span } = waiting;
      const at = span === undefined ? '' : ` @${text.slice(0, span.start).split('\n').length}`;
      return [`${by} ${kind} ${length === undefined ? '?' : length / 1000} ${evidence}${at}`];
    }),
    expected,
    header,
  );
}

const hop = (by: string, time: string, comment = ''): string =>
  `Received: from x.test by ${by} with ESMTP${comment}; Fri, 20 Nov 2026 ${time} +0000\n`;
const c = hop('c.test', '10:20:00');
const b = hop('b.test', '10:10:00');
const a = hop('a.test', '10:00:00');

describe('a wait that a greylisting filter tells of', () => {
  const field = (value: string, name = 'X-Greylist'): string => `${name}: ${value}\n`;
  const POSTGREY = 'delayed 312 seconds by postgrey-1.37 at b.test; Fri, 20 Nov 2026';
  it('is of the hop of that server, for as long as it says', () => {
    waits(`${c}${field(POSTGREY)}${b}${a}`, `b.test greylisting 312 X-Greylist: ${POSTGREY} @2`);
    const milter = 'Delayed for 01:05:12 by milter-greylist-4.6 (b.test [192.0.2.1]); Fri, 20 Nov 2026';
    waits(`${c}${field(milter)}${b}${a}`, `b.test greylisting 3912 X-Greylist: ${milter} @2`);
    const named = 'delayed 312 seconds by postgrey-1.37 at b; x';
    waits(`${c}${field(named)}${b}${a}`, `b.test greylisting 312 X-Greylist: ${named} @2`);
    waits(`${c}${field('delayed 312 seconds by postgrey-1.37 at z.test; x')}${b}${a}`);
    waits(`${c}${field('delayed 312 seconds by postgrey-1.37 at b.x; x')}${b}${a}`);
  });
  it('is of that hop wherever the field stands, and once', () => {
    waits(`${field(POSTGREY)}${c}${b}${a}`, `b.test greylisting 312 X-Greylist: ${POSTGREY} @1`);
    waits(`${c}${b}${a}${field(POSTGREY)}`, `b.test greylisting 312 X-Greylist: ${POSTGREY} @4`);
    waits(
      `${c}${field(POSTGREY)}${field('delayed 9 seconds by p at b.test')}${b}${a}`,
      `b.test greylisting 312 X-Greylist: ${POSTGREY} @2`,
    );
    const again = `${c}${field(POSTGREY)}${b}${hop('b.test', '10:05:00')}${a}`;
    waits(again, `b.test greylisting 312 X-Greylist: ${POSTGREY} @2`);
  });
  it('is of the next hop below where no server is named, if that waited for so long', () => {
    waits(
      `${c}${field('delayed 600 seconds by SQLgrey-1.8')}${b}${a}`,
      'b.test greylisting 600 X-Greylist: delayed 600 seconds by SQLgrey-1.8 @2',
    );
    waits(`${c}${field('delayed 601 seconds by SQLgrey-1.8')}${b}${a}`);
    waits(`${c}${b}${a}${field('delayed 1 seconds by SQLgrey-1.8')}`);
  });
  it('stands in fields of several names, in words that say that it did wait', () => {
    for (const name of ['X-Graylist', 'X-Greylisting', 'x-greylisted'])
      waits(`${c}${field(POSTGREY, name)}${b}${a}`, `b.test greylisting 312 ${name}: ${POSTGREY} @2`);
    waits(`${c}${field(POSTGREY, 'X-Greylists')}${b}${a}`);
    waits(`${c}${field('IP whitelisted, not delayed by milter-greylist-4.6 (b.test [192.0.2.1])')}${b}${a}`);
    waits(`${c}${field('delayed by postgrey at b.test')}${b}${a}`);
  });
  it('is told on one line, as far as it goes', () => {
    const words = `delayed 1 seconds by p at b.test\n  ${'x'.repeat(300)}`;
    waits(
      `${c}${field(words)}${b}${a}`,
      `b.test greylisting 1 X-Greylist: delayed 1 seconds by p at b.test ${'x'.repeat(167)}… @2`,
    );
  });
});

describe('a wait until a moment', () => {
  const until = (name: string, time: string): string => `${c}${b}${a}${name}: ${time}\n`;
  const at = (time: string): string => `Fri, 20 Nov 2026 ${time} +0000`;
  it('is of the hop over that moment', () => {
    const deferred = (time: string, by: string): void =>
      waits(until('Deferred-Delivery', at(time)), `${by} deferral ? Deferred-Delivery: ${at(time)} @4`);
    deferred('10:00:01', 'b.test');
    deferred('10:10:00', 'b.test');
    deferred('10:10:01', 'c.test');
    deferred('10:20:00', 'c.test');
    waits(
      until('X-Mailman-Approved-At', at('10:15:00')),
      `c.test moderation ? X-Mailman-Approved-At: ${at('10:15:00')} @4`,
    );
  });
  it('is of none where no hop holds it', () => {
    waits(until('Deferred-Delivery', at('10:00:00')));
    waits(until('Deferred-Delivery', at('10:20:01')));
    waits(until('Deferred-Delivery', 'soon'));
    waits(until('Deferred', at('10:10:00')));
  });
});

describe('a wait that the hop itself tells of', () => {
  const told = (comment: string, ...expected: readonly string[]): void =>
    waits(`${hop('c.test', '10:20:00', ` (${comment})`)}${b}`, ...expected.map((one) => `c.test ${one} ${comment}`));
  it('is told by its first word', () => {
    told('greylisted 300 seconds', 'greylisting 300');
    told('Graylisted for 300 s', 'greylisting 300');
    told('queued 5sec', 'queueing 5');
    told('queued for 00:05:00', 'queueing ?');
    told('queued', 'queueing ?');
    told('deferred; sorry', 'deferral ?');
    told('Delayed, sorry', 'deferral ?');
    told('delayed 7 minutes', 'deferral ?');
  });
  it('is none where it is part of another word or stands behind others', () => {
    told('delayedx');
    told('requeued');
    told('was queued');
    told('queued-for 5 s');
  });
  it('stands among the first comments', () => {
    const comments = (count: number): string => ' (x)'.repeat(count);
    waits(`${hop('c.test', '10:20:00', `${comments(20)} (queued)`)}${b}`, 'c.test queueing ? queued');
    waits(`${hop('c.test', '10:20:00', `${comments(21)} (queued)`)}${b}`);
  });
  it('goes before what a field says', () =>
    waits(
      `${c}X-Greylist: delayed 312 seconds by postgrey-1.37 at b.test; x\n${hop('b.test', '10:10:00', ' (queued)')}${a}`,
      'b.test queueing ? queued',
    ));
});
