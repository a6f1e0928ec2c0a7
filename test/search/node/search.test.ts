import assert from 'node:assert/strict';
import { FileProblem } from '../../../src/files/unpack.ts';
import { readNeedle } from '../../../src/search/needle.ts';
import type { SearchOptions } from '../../../src/search/node/asked.ts';
import { search } from '../../../src/search/node/search.ts';
import type { LogSource, Query } from '../../../src/search/node/source.ts';

const NOW = Date.UTC(2026, 11, 1);
const DAY = 86_400_000;
const time = (day: number): number => Date.UTC(2026, 10, day, 20, 5, 0);
const at = (day: number, id: string, words: string): string =>
  `2026-11-${String(day).padStart(2, '0')}T20:05:00+00:00 mx1 postfix/qmgr[1]: ${id}: ${words}`;
const from = (day: number, id: string, who = 'ann'): string =>
  at(day, id, `from=<${who}@fabrikam.test>, size=1200, nrcpt=1 (queue active)`);
const to = (day: number, id: string, who = 'bob', next?: string): string =>
  at(
    day,
    id,
    `to=<${who}@contoso.test>, relay=mx2.contoso.test[192.0.2.8]:25, delay=1, dsn=2.0.0, status=sent (250 Ok${next === undefined ? '' : `: queued as ${next}`})`,
  );

/** A source of lines, which notes what it is asked for. */
function source(name: string, lines: readonly string[] | Error, more: Partial<LogSource> = {}) {
  const asked: Query[] = [];
  const made: LogSource = {
    ...{ name, log: name, numbered: true },
    async *open(query) {
      asked.push(query);
      if (lines instanceof Error) throw lines;
      for (const line of lines) yield Buffer.from(`${line}\n`);
    },
    ...more,
  };
  return { made, asked };
}

async function find(typed: readonly string[], sources: readonly LogSource[], options: Partial<SearchOptions> = {}) {
  const {
    messages,
    problems,
    loose,
    lines,
    sources: told,
  } = await search(typed.map(readNeedle), sources, {
    ...{ signal: new AbortController().signal, now: NOW },
    ...options,
  });
  return { messages: messages.map((one) => one.lines.map(({ text }) => text)), problems, loose, lines, told };
}

const BOB = 'bob@contoso.test';

describe('a search', () => {
  it('follows ids from source to source, in front and behind', async () => {
    const own = [from(1, '4C3BAAAA1'), to(2, '4C3BAAAA1', 'bob', '4C3BBBBB1'), to(3, '4C3BBBBB1', 'list', '4C3BCCCC1')];
    const last = from(4, '4C3BCCCC1');
    const a = source('a', [last, own[2] ?? '', from(1, '4C3BDDDD1')]);
    const b = source('b', [own[0] ?? '', 'filler', own[1] ?? '']);
    const { messages, problems, lines } = await find([BOB], [a.made, b.made]);
    assert.deepEqual([messages, problems, lines], [[[...own, last]], [], 6]);
    // What is looked for first is the needle, then the ids that it led to.
    assert.deepEqual(a.asked[0]?.pieces, [BOB]);
    assert.ok(a.asked[1]?.pieces.includes('4C3BBBBB1'));
  });

  it('is done where nothing new is found', async () => {
    const one = source('a', [from(1, '4C3BAAAA1', 'eve')]);
    const { messages } = await find([BOB], [one.made]);
    assert.deepEqual([messages, one.asked.length], [[], 1]);
  });

  it('begins with the needle that stands in the fewest lines', async () => {
    const many = Array.from({ length: 5 }, (_, i) => [
      from(1, `4C3BAAAA${i}`),
      to(1, `4C3BAAAA${i}`, `user${i}`),
    ]).flat();
    for (const typed of [
      ['ann@fabrikam.test', 'user3@contoso.test'],
      ['user3@contoso.test', 'ann@fabrikam.test'],
    ]) {
      const one = source('a', many);
      const { messages } = await find(typed, [one.made]);
      assert.deepEqual(messages, [[many[6], many[7]]]);
      assert.deepEqual(one.asked[0]?.pieces, typed);
      assert.deepEqual(one.asked[1]?.pieces, ['user3@contoso.test']);
    }
    // A needle that stands nowhere is in no message.
    const none = source('a', many);
    assert.deepEqual((await find(['ann@fabrikam.test', 'nobody@x.test'], [none.made])).messages, []);
  });

  it('asks for the time that is meant, and for as long around what was found as a message may wait', async () => {
    const one = source('a', [from(9, '4C3BAAAA1'), to(10, '4C3BAAAA1')], { numbered: false });
    await find([BOB], [one.made], { since: time(5), until: time(20) });
    const [first, second] = one.asked;
    assert.deepEqual([first?.since, first?.until], [time(5), time(20)]);
    assert.deepEqual([second?.since, second?.until], [time(9) - 7 * DAY, time(10) + 7 * DAY]);
    assert.deepEqual(second?.pieces, ['4C3BAAAA1']);
    const open = source('a', [to(10, '4C3BAAAA1')], { numbered: false });
    await find([BOB], [open.made]);
    assert.deepEqual(
      open.asked.map(({ since, until }) => [since, until]),
      [
        [undefined, undefined],
        [time(10) - 7 * DAY, time(10) + 7 * DAY],
      ],
    );
    // Lines that do not say when they were written tell nothing of the time.
    const untimed = source('a', ['queued as 4C3BAAAA1: bob@contoso.test'], { numbered: false });
    await find([BOB], [untimed.made], { since: time(5), until: time(20) });
    assert.deepEqual([untimed.asked[1]?.since, untimed.asked[1]?.until], [time(5) - 7 * DAY, time(20) + 7 * DAY]);
  });

  it('leaves out what ends before the time, and what begins behind it', async () => {
    const line = [to(10, '4C3BAAAA1')];
    const opened = async (latest: number | undefined, times: Partial<SearchOptions>): Promise<number> => {
      const one = source('a', line, latest === undefined ? {} : { latest });
      await find([BOB], [one.made], times);
      return one.asked.length;
    };
    assert.equal(await opened(time(4), { since: time(5) }), 0);
    assert.ok((await opened(time(5), { since: time(5) })) > 0);
    assert.ok((await opened(undefined, { since: time(5) })) > 0);
    assert.ok((await opened(time(4), {})) > 0);
    assert.deepEqual((await find([BOB], [source('a', line).made], { until: time(9) })).messages, []);
    assert.equal((await find([BOB], [source('a', line).made], { until: time(10) })).messages.length, 1);
  });

  it('names what cannot be read, once, and goes on', async () => {
    const broken = source('broken', new FileProblem('broken is damaged'));
    const good = source('good', [from(1, '4C3BAAAA1'), to(1, '4C3BAAAA1')]);
    const { messages, problems } = await find([BOB], [broken.made, good.made]);
    assert.deepEqual([messages.length, problems], [1, ['broken is damaged']]);
    await assert.rejects(find([BOB], [source('a', new TypeError('a fault')).made]), /a fault/);
    const binary = source('binary', ['\0\0\0\0 bob@contoso.test']);
    assert.deepEqual((await find([BOB], [binary.made])).problems, ['binary is no text, and was passed over']);
  });

  it('reads once what cannot be read twice', async () => {
    const once = source('stdin', [from(1, '4C3BAAAA1'), to(1, '4C3BAAAA1'), at(2, '4C3BAAAA1', 'removed')], {
      once: true,
    });
    const { messages } = await find([BOB], [once.made]);
    assert.deepEqual([messages[0]?.length, once.asked.length], [3, 1]);
  });

  it('gives ids up that lead on and on', async () => {
    // Each pass finds, in front of the last line, one that leads to the next.
    const lines = Array.from({ length: 12 }, (_, i) =>
      to(28 - i, `4C3BAAA${(10 + i).toString(36)}1`, `u${i}`, `4C3BAAA${(11 + i).toString(36)}1`),
    );
    const sources = lines.map(
      (line, i) => source(`s${i}`, [i === 0 ? line.replace('u0@', 'bob@') : line], { numbered: false }).made,
    );
    const { problems } = await find([BOB], sources.toReversed());
    assert.deepEqual(problems, ['ids lead on to further ids after 6 passes, which were not followed']);
  });

  it('tells how far it is, and what there is so far', async () => {
    const progress: { pass: number; source: string; octets: number; found: number }[] = [];
    const soFar: number[] = [];
    const lines = [from(1, '4C3BAAAA1'), to(1, '4C3BAAAA1')];
    await find([BOB], [source('a', lines).made], {
      progress: (one) => progress.push({ ...one }),
      soFar: ({ messages }) => soFar.push(messages.length),
    });
    const [one, two] = lines.map((line) => line.length + 1) as [number, number];
    assert.deepEqual(progress.slice(0, 2), [
      { pass: 1, source: 'a', octets: one, found: 0 },
      { pass: 1, source: 'a', octets: one + two, found: 2 },
    ]);
    assert.deepEqual(soFar.slice(0, 1), [1]);
  });

  it('says that it was stopped, and what was not read to its end', async () => {
    const stop = new AbortController();
    const endless: LogSource = {
      ...{ name: 'endless', log: 'endless', numbered: true },
      async *open() {
        for (let i = 0; ; i++) {
          if (i === 3) stop.abort();
          yield Buffer.from('x\n');
        }
      },
    };
    const { problems } = await find([BOB], [endless], { signal: stop.signal });
    assert.deepEqual(problems, ['the search was stopped before its end: not read to the end endless']);
    const none = await find([BOB], [source('a', []).made], { signal: AbortSignal.abort() });
    assert.match(none.problems.join(), /^the search was stopped before its end/);
  });

  it('tells of each source what it is called, and what stands above its rows', async () => {
    const { told } = await find(
      [BOB],
      [source('a', ['#Fields: x', to(1, '4C3BAAAA1')]).made, source('b', [], { numbered: false }).made],
    );
    assert.deepEqual(told, [
      { name: 'a', numbered: true, header: '#Fields: x' },
      { name: 'b', numbered: false },
    ]);
  });
});
