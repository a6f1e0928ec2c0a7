import assert from 'node:assert/strict';
import { readOptions } from '../../src/cli/options.ts';

const rows = {
  json: { kind: 'flag', about: '' },
  port: { kind: 'text', about: '' },
  to: { kind: 'texts', about: '' },
  wait: { kind: 'seconds', about: '' },
  most: { kind: 'count', about: '' },
  user: { kind: 'maybe', words: /^[a-z]/, about: '' },
} as const;

/** What is made of arguments, in a line: options, words behind `|`, help; or what is wrong. */
const reads = (args: string, expected: unknown): void => {
  const read = readOptions(args === '' ? [] : args.split(' '), rows);
  assert.deepEqual(
    read.ok ? [{ ...read.values }, read.words.join(' '), ...(read.help ? ['help'] : [])] : read.problem,
    expected,
    args,
  );
};

describe('arguments of a command', () => {
  it('are options and words in any order', () => {
    reads('', [{}, '']);
    reads('a b', [{}, 'a b']);
    reads('a --json b', [{ json: true }, 'a b']);
    reads('--port 25 a', [{ port: '25' }, 'a']);
    reads('--port=25 a', [{ port: '25' }, 'a']);
    reads('--to a --to b c', [{ to: ['a', 'b'] }, 'c']);
    reads('-h', [{}, '', 'help']);
    reads('a --help', [{}, 'a', 'help']);
    reads('a -- --json', [{}, 'a --json']);
  });
  it('have numbers: seconds in milliseconds, and counts from 1 on', () => {
    reads('--wait 2.5', [{ wait: 2500 }, '']);
    reads('--wait 0', "Option '--wait' takes a number of seconds, not '0'");
    reads('--wait=-1', "Option '--wait' takes a number of seconds, not '-1'");
    reads('--wait Infinity', "Option '--wait' takes a number of seconds, not 'Infinity'");
    reads('--wait soon', "Option '--wait' takes a number of seconds, not 'soon'");
    reads('--most 7.9', [{ most: 7 }, '']);
    reads('--most 0.5', [{ most: 1 }, '']);
    reads('--most none', "Option '--most' takes a number from 1 on, not 'none'");
    reads(`--most ${'x'.repeat(50)}`, `Option '--most' takes a number from 1 on, not '${'x'.repeat(40)}…'`);
  });
  it('have an option that may have a word of its kind behind it', () => {
    reads('--user bob a', [{ user: 'bob' }, 'a']);
    reads('--user 7', [{ user: '' }, '7']);
    reads('--user', [{ user: '' }, '']);
    reads('--user --json', [{ user: '', json: true }, '']);
    reads('--user=7 b', [{ user: '7' }, 'b']);
    reads('xxuser bob', [{}, 'xxuser bob']);
    reads('a -- --user bob', [{}, 'a --user bob']);
  });
  it('are wrong where an option is not known, or has not what it needs', () => {
    const problem = (args: string): string => {
      const read = readOptions(args.split(' '), rows);
      return read.ok ? '' : read.problem;
    };
    assert.match(problem('--moo'), /^Unknown option '--moo'/);
    assert.match(problem('--port'), /^Option '--port <value>' argument missing/);
    assert.match(problem('--json=1'), /^Option '--json' does not take an argument/);
  });
});
