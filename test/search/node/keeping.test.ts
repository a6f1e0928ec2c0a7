import assert from 'node:assert/strict';
import { readNeedle } from '../../../src/search/needle.ts';
import { Keeping } from '../../../src/search/node/keeping.ts';
import type { LogSource } from '../../../src/search/node/source.ts';

const source = (name: string, numbered = true, log = name): LogSource => ({
  ...{ name, log, numbered },
  async *open() {},
});
const NOW = Date.UTC(2026, 11, 1);
const time = (second: number): number => Date.UTC(2026, 10, 21, 20, 5, second);
const at = (second: number, id: string, words: string): string =>
  `2026-11-21T20:05:${String(second).padStart(2, '0')}+00:00 mx1 postfix/qmgr[1]: ${id}: ${words}`;
const from = (second: number, id: string, who = 'ann'): string =>
  at(second, id, `from=<${who}@fabrikam.test>, size=1200, nrcpt=1 (queue active)`);
const to = (second: number, id: string, who = 'bob'): string =>
  at(second, id, `to=<${who}@contoso.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (no route)`);

/** What was kept of lines of `sources`, with the problems that were named. */
function keeping(
  sources: readonly LogSource[] = [source('a')],
  options: { since?: number; until?: number } = {},
  typed: readonly string[] = ['bob@contoso.test'],
) {
  const problems: string[] = [];
  const kept = new Keeping(typed.map(readNeedle), sources, { now: NOW, ...options }, (text) => problems.push(text));
  let octets = 0;
  const add = (place: number, ...lines: readonly string[]): readonly string[] =>
    kept.add(
      place,
      '',
      lines.map((text) => ({ text, at: octets++, number: octets })),
    );
  const messages = (all = 1): readonly (readonly string[])[] =>
    kept.stitched(all).messages.map(({ lines }) => lines.map(({ text }) => text));
  return { kept, add, messages, problems };
}

describe('lines that were found', () => {
  it('are kept once, and give the ids that are new', () => {
    const { kept, add } = keeping();
    assert.deepEqual(add(0, to(1, '4C3BAAAA1')), ['4C3BAAAA1']);
    assert.deepEqual(add(0, from(0, '4C3BAAAA1')), []);
    assert.deepEqual([kept.lines, [...kept.ids]], [2, ['4C3BAAAA1']]);
    assert.deepEqual(kept.add(0, '', [{ text: to(1, '4C3BBBBB2'), at: 0, number: 1 }]), []);
    assert.equal(kept.lines, 2);
    assert.deepEqual(kept.add(0, '', []), []);
  });

  it('are the same where they say the same, in a source without numbers', () => {
    const { kept, add } = keeping([source('a', false)]);
    add(0, to(1, '4C3BAAAA1'), to(1, '4C3BAAAA1'), to(2, '4C3BAAAA1'));
    add(0, to(1, '4C3BAAAA1'));
    assert.equal(kept.lines, 2);
  });

  it('are left out where they have neither a needle nor an id that is followed', () => {
    const { kept, add } = keeping();
    assert.deepEqual(add(0, from(0, '4C3BCCCC3')), []);
    add(0, to(1, '4C3BAAAA1'));
    add(0, from(0, '4C3BCCCC3'), from(0, '4C3BAAAA1'));
    assert.equal(kept.lines, 2);
  });

  it('of another time lead to no ids', () => {
    const { add } = keeping(undefined, { since: time(10), until: time(20) });
    for (const [second, isOf] of [
      [9, false],
      [10, true],
      [20, true],
      [21, false],
    ] as const)
      assert.deepEqual(add(0, to(second, `4C3BAAAA${second}`)), isOf ? [`4C3BAAAA${second}`] : [], `${second}`);
    assert.deepEqual(keeping(undefined, { since: time(10) }).add(0, to(30, '4C3BAAAA1')), ['4C3BAAAA1']);
    assert.deepEqual(keeping(undefined, { until: time(10) }).add(0, to(1, '4C3BAAAA1')), ['4C3BAAAA1']);
    // One that does not say when it was written may be of any time.
    assert.deepEqual(keeping(undefined, { since: time(10) }).add(0, 'queued as 4C3BAAAA1: bob@contoso.test').length, 1);
  });

  it('keep what stands above them', () => {
    const { kept } = keeping([source('a'), source('b')]);
    kept.add(1, '#Fields: x', [{ text: to(1, '4C3BAAAA1'), at: 0, number: 1 }]);
    kept.add(1, '', [{ text: to(2, '4C3BAAAA1'), at: 9, number: 2 }]);
    assert.deepEqual([kept.headers[0], kept.headers[1]], [undefined, '#Fields: x']);
  });

  it('tell from when to when they are, unless one does not', () => {
    const { kept, add } = keeping([source('a'), source('b')]);
    assert.equal(kept.span(), undefined);
    add(0, to(5, '4C3BAAAA1'));
    assert.deepEqual(kept.span(), [time(5), time(5)]);
    add(1, to(9, '4C3BAAAA2'), to(3, '4C3BAAAA3'));
    assert.deepEqual(kept.span(), [time(3), time(9)]);
    add(0, '4C3BAAAA1: bob@contoso.test');
    assert.equal(kept.span(), undefined);
  });
});

describe('messages that were found', () => {
  it('have the lines of a file as they stand in it, whatever their times and passes', () => {
    const { kept, messages } = keeping();
    const lines = [to(5, '4C3BAAAA1'), at(3, '4C3BAAAA1', 'removed'), from(1, '4C3BAAAA1')];
    for (const place of [0, 2, 1]) kept.add(0, '', [{ text: lines[place] ?? '', at: place, number: place }]);
    assert.deepEqual(messages(0), [[from(1, '4C3BAAAA1'), at(3, '4C3BAAAA1', 'removed'), to(5, '4C3BAAAA1')]]);
  });

  it('have the lines of other sources in the order of time', () => {
    const { add, messages } = keeping([source('a', false)]);
    add(0, to(9, '4C3BAAAA1'));
    add(0, at(3, '4C3BAAAA1', 'removed'), from(7, '4C3BAAAA1', 'eve'), from(1, '4C3BAAAA1'));
    assert.deepEqual(messages(0), [
      [from(1, '4C3BAAAA1'), at(3, '4C3BAAAA1', 'removed')],
      [from(7, '4C3BAAAA1', 'eve'), to(9, '4C3BAAAA1')],
    ]);
    const same = keeping([source('a', false)]);
    same.add(0, to(1, '4C3BAAAA1'), from(1, '4C3BAAAA1'));
    assert.deepEqual(same.messages(), [[to(1, '4C3BAAAA1'), from(1, '4C3BAAAA1')]]);
  });

  it('go on from one rotation to the next in the order of what is in them', () => {
    const rotations = [source('mail.log', true, 'mail.log'), source('mail.log.1', true, 'mail.log')];
    const { add, messages } = keeping(rotations);
    add(0, to(9, '4C3BAAAA1'), from(8, '4C3BAAAA1'));
    add(1, to(2, '4C3BAAAA1'), at(3, '4C3BAAAA1', 'removed'));
    assert.deepEqual(messages(0), [
      [to(2, '4C3BAAAA1'), at(3, '4C3BAAAA1', 'removed')],
      [from(8, '4C3BAAAA1'), to(9, '4C3BAAAA1')],
    ]);
  });

  it('have all needles, where all are asked for', () => {
    const { add, messages } = keeping(undefined, {}, ['bob@contoso.test', 'ann@fabrikam.test']);
    add(0, to(1, '4C3BAAAA1'), from(0, '4C3BAAAA1'), to(2, '4C3BBBBB2'));
    assert.equal(messages(3).length, 1);
    assert.equal(messages(1).length, 2);
  });
});

describe('ids that led to another message', () => {
  it('are followed no longer, and its lines are given up', () => {
    const { kept, add, messages } = keeping();
    add(0, from(0, '4C3BAAAA1', 'eve'), to(1, '4C3BAAAA1'), at(2, '4C3BAAAA1', 'removed'));
    add(0, from(10, '4C3BAAAA1', 'eve'), to(11, '4C3BAAAA1', 'joe'), to(12, '4C3BBBBB2'));
    assert.equal(kept.lines, 5);
    kept.keepLinked(1, false);
    // The id is that of both: it is followed for the sake of the first.
    assert.deepEqual([kept.lines, [...kept.ids]], [5, ['4C3BAAAA1', '4C3BBBBB2']]);
    kept.keepLinked(1, true);
    assert.equal(kept.lines, 3);
    assert.equal(messages().length, 2);
    kept.keepLinked(2, false);
    assert.deepEqual([kept.lines, [...kept.ids]], [0, []]);
  });
});
