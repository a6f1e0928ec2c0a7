import assert from 'node:assert/strict';
import { templateOf, variablesOf } from '../../../src/core/smtp/logTemplate.ts';

/** What `variablesOf` takes as the connection of each of the decorations: `[side, text in front of the words]`. */
function connections(...lines: readonly (readonly ['in' | 'out', string])[]): (string | undefined)[] {
  const variable = variablesOf(lines.map(([side, prefix]) => ({ side, prefix, template: templateOf(prefix) })));
  return lines.map(([, prefix]) => variable(new RegExp(templateOf(prefix), 'y').exec(prefix) ?? []));
}

describe('the template of what stands in front of words', () => {
  it('leaves numbers, and words with digits in them, open', () => {
    assert.equal(templateOf('a 12 [x7] '), 'a +(\\d+) +\\[([A-Za-z\\d]+)\\] +');
    assert.equal(templateOf('t\t7ms: '), 't\\t+(\\d+)ms: +');
    assert.equal(templateOf('7fa1 fa17 '), '([A-Za-z\\d]+) +([A-Za-z\\d]+) +');
  });
  it('leaves a field that says how far the session is open, and holds no value of it', () => {
    assert.equal(templateOf('state=MAIL n=1 '), 'state=[A-Za-z]+ +n=(\\d+) +');
    assert.equal(templateOf('cmd="RCPT" '), 'cmd="[A-Za-z]+" +');
    assert.equal(templateOf('host=MAIL '), 'host=MAIL +');
  });
  it('matches a text in one way only: no two open parts are neighbours', () => {
    for (const id of ['1a1', '12ab34cd5', '7f', 'f7', '2024-05-01T10:00:02Z', 'a1b2-3c4d5', '00_1a_b2'])
      assert.doesNotMatch(templateOf(`${id} [${id}]`), /\)\(/, id);
  });
  it('keeps what means something in a pattern as it was written', () =>
    assert.equal(templateOf('(a.b)*+?^$|{}\\/-'), '\\(a\\.b\\)\\*\\+\\?\\^\\$\\|\\{\\}\\\\\\/\\-'));
});

describe('the number of the connection in front of lines', () => {
  it('is one that lines of both sides have', () =>
    assert.deepEqual(connections(['in', 'a 1 '], ['out', 'a 1 '], ['in', 'a 2 '], ['out', 'a 2 ']), [
      '1',
      '1',
      '2',
      '2',
    ]));
  it('is no counter, which each line has another of', () =>
    assert.deepEqual(connections(['in', 'a 1 '], ['out', 'a 2 '], ['in', 'a 3 ']), [undefined, undefined, undefined]));
  it('is shared by at least half of its values', () => {
    assert.deepEqual(connections(['in', 'a 1 '], ['out', 'a 1 '], ['in', 'a 2 ']), ['1', '1', '2']);
    assert.deepEqual(connections(['in', 'a 1 '], ['out', 'a 1 '], ['in', 'a 2 '], ['in', 'a 3 ']), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('is one that never changes only if its name says so', () => {
    assert.deepEqual(connections(['in', 'conn 7 '], ['out', 'conn 7 ']), ['7', '7']);
    assert.deepEqual(connections(['in', 'level 7 '], ['out', 'level 7 ']), [undefined, undefined]);
    assert.deepEqual(connections(['in', 'conn 7 a '], ['out', 'level 7 a ']), [undefined, undefined]);
  });
  it('is no part of a time', () =>
    assert.deepEqual(connections(['in', '10:01:02 #4 '], ['out', '10:01:02 #4 '], ['in', '11:01:03 #5 ']), [
      '4',
      '4',
      '5',
    ]));
  it('is no part of a time on any kind of line', () =>
    assert.deepEqual(connections(['in', '10:01 a '], ['out', '#10 4 a '], ['in', '11:01 a ']), [
      undefined,
      undefined,
      undefined,
    ]));
  it('is none where lines have different numbers of them', () =>
    assert.deepEqual(connections(['in', '#1 '], ['out', '#1 4 ']), [undefined, undefined]));
});
