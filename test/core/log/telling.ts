import assert from 'node:assert/strict';
import { readColumns } from '../../../src/core/log/columns.ts';
import { readEntry } from '../../../src/core/log/entries.ts';
import type { LogFormat } from '../../../src/core/log/log.ts';
import { Lines } from '../../../src/core/text/lines.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly [part: string]: unknown;
}

/**
 * Every word of an entry stands where it says that it does; a reply that is put together of several fields at its code,
 * the words of qmail with `_` and `/` for blanks and breaks, the codes of Stalwart with their names,
 * and what stands elsewhere or is counted, at a place without length.
 */
function check(line: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const { start, end, text } = value as Partial<Word>;
  if (text !== undefined) {
    const there = line.slice(start, end);
    const plain = there.replace(/^Code: |, (?:Enhanced code|Message):|[)]$/g, '').replace(/[_/]/g, ' ');
    const isPart = start === end || text.startsWith(`${there} `) || text === plain;
    assert.equal(isPart ? there : text, there);
  }
  for (const part of Object.values(value)) check(line, part);
}

const short = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(short).join(' | ');
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, host, ip, port, value: number, code, enhanced, stage, text } = value as Word;
  if (name !== undefined) return `${name}=${text}`;
  if (code !== undefined || enhanced !== undefined) return `${[code, enhanced].filter(Boolean).join(' ')} in "${text}"`;
  if (host !== undefined || ip !== undefined) {
    return [host, ip, port].map((word) => (word as Word | undefined)?.text ?? '-').join(' ');
  }
  if (number !== undefined) return stage === undefined ? `${number}` : `${number} (${stage})`;
  return text;
};

function factsOf(format: LogFormat, line: string): readonly string[] {
  const columns = readColumns(new Lines(''), 0, 0, format);
  const {
    start: _start,
    end: _end,
    format: _format,
    ...entry
  } = readEntry(line, 0, line.length, {
    format,
    ...(columns && { columns }),
  });
  check(line, entry);
  const told = Object.entries(entry).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return told.map(([name, value]) => `${name}: ${short(value)}`).sort();
}

/** All that a line of a log tells, a fact a line; peers as `host address port`. */
export const telling =
  (format: LogFormat) =>
  (line: string, ...facts: readonly string[]): void =>
    assert.deepEqual(factsOf(format, line), facts, line);

/** What a line tells besides when, where and who, in one line; as the reason `all` where that is all behind the head. */
export const saying =
  (format: LogFormat, head = '') =>
  (rest: string): string =>
    factsOf(format, head + rest)
      .filter((fact) => !/^(?:time|host|program|process): /.test(fact))
      .map((fact) => (fact === `reason: ${rest}` ? 'reason: all' : fact))
      .join('; ');
