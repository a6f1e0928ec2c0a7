import assert from 'node:assert/strict';
import { areLinked, inheritLinks, linkAgain, linkedEntries } from '../../../src/core/log/linkedEntries.ts';
import type { Log } from '../../../src/core/log/log.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const at = (program: string): string => `Nov 21 20:05:36 mx1 postfix/${program}[1]:`;
const A = '1289B228074';
const B = '24BAB228074';
const from = (id: string): string => `${at('qmgr')} ${id}: from=<a@a.test>, size=1, nrcpt=1 (queue active)`;
const sent = (id: string, next = ''): string =>
  `${at('smtp')} ${id}: to=<b@b.test>, dsn=2.0.0, status=sent (250 2.0.0 Ok${next && `: queued as ${next}`})`;

/** A log that starts at a line of a text. */
function logAt(first: number, ...rows: readonly string[]): { readonly lines: Lines; readonly log: Log } {
  const lines = new Lines(rows.join('\n'));
  const log = readLog(lines.text, lines, first, lines.count)?.log;
  assert.ok(log !== undefined);
  return { lines, log };
}

describe('the links of a log', () => {
  it('have lines of the document, and are asked for by line and by id', () => {
    const { lines, log } = logAt(2, 'words', '', from(A), from(B), sent(B), sent(A));
    assert.equal(areLinked(log), false);
    const links = linkedEntries(lines, log);
    assert.equal(areLinked(log), true);
    assert.equal(linkedEntries(lines, log), links);
    assert.deepEqual(
      links.messages.map((one) => [one.ids.join(), one.lines.join()]),
      [
        [A, '2,5'],
        [B, '3,4'],
      ],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((line) => links.messageAt(line)),
      [undefined, undefined, 0, 1, 1, 0, undefined],
    );
    assert.deepEqual(
      [A, B, 'C'].map((id) => links.messageOf(id)),
      [0, 1, undefined],
    );
  });

  it('join what was handed over, in whatever order it comes', () => {
    const joined = (...rows: readonly string[]): readonly string[] => {
      const { lines, log } = logAt(0, ...rows);
      return linkedEntries(lines, log).messages.map((one) => `${one.lines.join()}: ${one.ids.join()}`);
    };
    assert.deepEqual(joined(sent(A, B), sent(B)), [`0,1: ${A},${B}`]);
    assert.deepEqual(joined(sent(B), sent(A, B)), [`0,1: ${B},${A}`]);
    assert.deepEqual(joined(from(A), from(B), sent(A, B), sent(B)), [`0,1,2,3: ${A},${B}`]);
    assert.deepEqual(joined(sent(A, B), sent('3389B228074')), [`0: ${A}`, '1: 3389B228074']);
    assert.deepEqual(
      joined(
        `${from(A)}`,
        `${at('cleanup')} ${A}: message-id=<n1@a.test>`,
        `${at('cleanup')} ${B}: message-id=<n1@a.test>`,
      ),
      [`0,1,2: ${A},n1@a.test,${B}`],
    );
  });

  it('relate a message to its notice once, and never to itself', () => {
    const notice = `${at('bounce')} ${A}: sender non-delivery notification: ${B}`;
    const { lines, log } = logAt(0, from(A), notice, notice, from(B));
    assert.deepEqual(
      linkedEntries(lines, log).messages.map((one) => one.related),
      [[1], [0]],
    );
    const own = logAt(0, from(A), `${at('bounce')} ${A}: sender non-delivery notification: ${A}`);
    assert.deepEqual(
      linkedEntries(own.lines, own.log).messages.map((one) => one.related),
      [[]],
    );
    const gone = logAt(0, from(A), notice);
    assert.deepEqual(
      linkedEntries(gone.lines, gone.log).messages.map((one) => one.related),
      [[]],
    );
  });

  it('give what MDaemon says below a message to that', () => {
    const stamp = 'Sat 2026-11-21 12:58:47: 01:';
    const { lines, log } = logAt(
      0,
      `${stamp} Parsing message <c:\\mdaemon\\pd35000000100.msg>`,
      `${stamp} *  From: a@a.test`,
      `${stamp} Parsing message <c:\\mdaemon\\pd35000000101.msg>`,
      `${stamp} *  From: b@b.test`,
    );
    assert.deepEqual(
      linkedEntries(lines, log).messages.map((one) => one.lines.join()),
      ['0,1', '2,3'],
    );
  });

  it('move with their lines until they are found anew', () => {
    const old = logAt(0, from(A), from(B), sent(B), sent(A));
    linkedEntries(old.lines, old.log);
    const inherited = (line: number, moved: number): readonly unknown[] => {
      const now: Log = { ...old.log };
      inheritLinks(old.log, now, line, moved);
      assert.equal(areLinked(now), true);
      const links = linkedEntries(old.lines, now);
      return [
        links.messages.map((one) => one.lines.join()),
        [0, 1, 2, 3, 4, 5, 6].map((one) => links.messageAt(one) ?? '-').join(''),
      ];
    };
    assert.deepEqual(inherited(1, 0), [['0,3', '1,2'], '0110---']);
    assert.deepEqual(inherited(1, 2), [['0,5', '1,4'], '011110-']);
    assert.deepEqual(inherited(2, -1), [['0,2', '1,2'], '010----']);
    const fresh: Log = { ...old.log };
    inheritLinks({ ...old.log }, fresh, 1, 0);
    assert.equal(areLinked(fresh), false);
    for (const _some of linkAgain(old.lines, fresh));
    assert.equal(areLinked(fresh), true);
    assert.deepEqual(
      linkedEntries(old.lines, fresh).messages.map((one) => one.lines.join()),
      ['0,3', '1,2'],
    );
  });

  it('are found some entries at a time', () => {
    const steps = (count: number): number => {
      const { lines, log } = logAt(0, ...Array.from({ length: count }, () => from(A)));
      return [...linkAgain(lines, log)].length;
    };
    assert.deepEqual([steps(10), steps(999), steps(1000), steps(2500)], [0, 0, 1, 2]);
  });
});
