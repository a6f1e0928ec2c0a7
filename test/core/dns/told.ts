import assert from 'node:assert/strict';
import { readLookup } from '../../../src/core/dns/readLookup.ts';
import { Lines } from '../../../src/core/text/lines.ts';

export function lookups(text: string) {
  const lines = new Lines(text);
  const found = [];
  for (let line = 0; line < lines.count; ) {
    const read = readLookup(text, lines, line, lines.count);
    if (read !== undefined) found.push(read.lookup);
    line = read?.endLine ?? line + 1;
  }
  return found;
}

export const queriesOf = (text: string) => lookups(text).flatMap((lookup) => lookup.queries);

/** Every query of the text as `tool name type status @server: ttl data | data`, in order. */
export function reads(text: string, expected: readonly string[]): void {
  assert.deepEqual(
    queriesOf(text).map(({ tool, name, type, status, server, answers }) => {
      const data = answers.map((one) => `${one.ttl === undefined ? '' : `${one.ttl} `}${one.data}`).join(' | ');
      return `${tool} ${name} ${type} ${status}${server === undefined ? '' : ` @${server}`}: ${data}`;
    }),
    expected,
  );
}
