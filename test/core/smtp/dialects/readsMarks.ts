import assert from 'node:assert/strict';
import { readMark } from '../../../../src/core/smtp/dialect.ts';
import { dialects } from '../../../../src/core/smtp/dialects/dialects.ts';

type Row = readonly [line: string, expected: string];

/** What is told of each line where it is read in a dialect: `side tls message #connection | said`. */
export function readsMarks(...tables: readonly (readonly [name: string, ...rows: readonly Row[]])[]): void {
  for (const [name, ...rows] of tables) {
    const dialect = dialects.all.find((one) => one.name === name);
    assert.ok(dialect, name);
    for (const [line, expected] of rows) {
      const marked = readMark(dialect, line);
      const told = marked && [
        marked.side,
        marked.tls && 'tls',
        marked.message,
        marked.connection !== undefined && `#${marked.connection}`,
        '|',
        line.slice(marked.from, marked.to),
      ];
      assert.equal(told?.filter(Boolean).join(' ') ?? 'none', expected, `${name}: ${line}`);
    }
  }
}
