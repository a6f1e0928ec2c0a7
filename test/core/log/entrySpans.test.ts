import assert from 'node:assert/strict';
import { endOfEntry, entrySpanAt, entrySpans, startsEntry } from '../../../src/core/log/entrySpans.ts';
import type { Log } from '../../../src/core/log/log.ts';
import { readLog, readLogOn, readsOn } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const STAMP = 'Nov 21 20:05:36 mx1 postfix/smtp[71]:';
const SENT = `${STAMP} 4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=sent (ok)`;
const CUT = [`${STAMP} 4F1A2B3C4D: to=<b@contoso.test>, relay=none,`, 'status=sent (ok)'];

function logOf(text: string): { readonly lines: Lines; readonly log: Log } {
  const lines = new Lines(text);
  const log = readLog(text, lines, 0, lines.count)?.log;
  assert.ok(log !== undefined);
  return { lines, log };
}

const spans = (...rows: readonly string[]): readonly string[] => {
  const { lines, log } = logOf(rows.join('\n'));
  return [...entrySpans(lines, log)].map(({ start, end }) => lines.text.slice(start, end));
};

describe('what belongs to an entry', () => {
  it('is a line, or several where it was wrapped', () => {
    assert.deepEqual(spans(SENT, SENT), [SENT, SENT]);
    assert.deepEqual(spans(...CUT, SENT), [CUT.join('\n'), SENT]);
    assert.deepEqual(spans(SENT, ...CUT), [SENT, CUT.join('\n')]);
    assert.deepEqual(spans(SENT, 'Words', SENT), [SENT, 'Words', SENT]);
  });

  it('is no more than sixteen lines', () => {
    const open = `${STAMP} 4F1A2B3C4D: x (`;
    const { lines, log } = logOf([open, ...Array.from({ length: 20 }, () => 'more'), SENT].join('\n'));
    assert.equal(endOfEntry(lines, log.format, 0, lines.count), 16);
    assert.equal(endOfEntry(lines, log.format, 0, 5), 5);
  });

  it('is a line of a table, whatever it ends with', () => {
    const lines = new Lines('d,2026-11-21 20:05:36+0000,a@a.test,\nx=y\n');
    assert.equal(endOfEntry(lines, 'powermta', 0, 2), 1);
    assert.equal(endOfEntry(new Lines('words (\nmore'), 'postfix', 0, 2), 1);
  });

  it('is found from any place in it', () => {
    const text = `${SENT}\n${CUT.join('\n')}\n${SENT}`;
    const { lines, log } = logOf(text);
    const at = (offset: number): string => {
      const { start, end } = entrySpanAt(lines, log, offset);
      return text.slice(start, end);
    };
    const second = SENT.length + 1;
    assert.equal(at(0), SENT);
    assert.equal(at(second - 1), SENT);
    for (const offset of [second, second + 30, text.indexOf('status=sent', second)])
      assert.equal(at(offset), CUT.join('\n'));
    assert.equal(at(text.length), SENT);
    assert.equal(at(text.length + 99), SENT);
    assert.equal(at(-5), SENT);
    const some = [...entrySpans(lines, log, second, second + 1)].map(({ start }) => start);
    assert.deepEqual(some, [second]);
  });

  it('begins as entries of its format do', () => {
    const starts = (line: string, format: Log['format'] = 'postfix'): boolean =>
      startsEntry(new Lines(`x\n${line}`), format, 1);
    for (const line of [SENT, `> ${SENT}`, `12: ${SENT}`, 'postfix/smtp[71]: x', '4F1A2B3C4D: removed'])
      assert.equal(starts(line), true, line);
    for (const line of ['words', '', 'status=sent (ok)', '2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed'])
      assert.equal(starts(line), false, line);
    assert.equal(starts('2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed', 'exim'), true);
    assert.equal(starts('> 2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed', 'exim'), true);
  });
});

describe('a log that goes on', () => {
  it('does so in the next piece of a text where that begins as it does', () => {
    const { log } = logOf(SENT);
    const on = (text: string): string | undefined => {
      const read = readLogOn(new Lines(text), log);
      return read && `${read.log.format} ${read.log.start} ${read.log.end} ${read.endLine}`;
    };
    assert.equal(on(`${SENT}\n${SENT}\n`), `postfix 0 ${2 * SENT.length + 2} 2`);
    assert.equal(on(`> ${SENT}\nwords\nwords\nwords\n`), `postfix 0 ${SENT.length + 3} 1`);
    assert.equal(on('words'), undefined);
    assert.equal(on(''), undefined);
  });

  it('does so from one entry to another', () => {
    const { lines, log } = logOf([SENT, 'words', SENT, 'words', 'words', 'words', SENT].join('\n'));
    const on = (from: number, to: number): boolean => readsOn(lines, log, from, to);
    assert.deepEqual([on(0, 2), on(2, 6), on(1, 2), on(0, 1), on(0, 0)], [true, false, false, false, true]);
    const quoted = logOf([`> ${SENT}`, `> ${SENT}`].join('\n'));
    assert.equal(readsOn(quoted.lines, quoted.log, 0, 1), true);
  });

  it('has the header that Exim quotes, until a line is empty', () => {
    const rejected = '2026-11-21 20:06:16 1xUrLk-0001SN-1G H=a.test [192.0.2.1] F=<a@a.test> rejected after DATA: no';
    const end = (...rows: readonly string[]): number => {
      const text = [rejected, ...rows].join('\n');
      const lines = new Lines(text);
      return readLog(text, lines, 0, lines.count)?.endLine ?? -1;
    };
    for (const row of [
      'Envelope-from: <a@a.test>',
      'Envelope-to: <b@b.test>',
      'P Received: x',
      '  From: x',
      '* X-Y: z',
      '----------',
      '\tmore',
    ])
      assert.equal(end(row), 2, row);
    for (const row of ['Received: x', 'P Received', '---------', '  12 SMTP x', '12 Connecting', 'Words'])
      assert.equal(end(row), 1, row);
    assert.equal(end('Words', 'P Received: x'), 1);
    assert.equal(end('', 'P Received: x'), 1);
  });
});
