import type { Reading } from './dig.ts';
import type { DnsStatus } from './dnsStatus.ts';
import type { Query } from './lookup.ts';
import { makeQuery } from './queryBuilder.ts';
import type { ToolLines } from './toolLines.ts';

/** What `opendkim-testkey` prints of a key that it asks for (opendkim-testkey(8), libopendkim's dkim-keys.c). */
const LINE = /^opendkim-testkey: (.{1,600})$/;
const NAME = /'?([\w-]{1,63}(?:\.[\w-]{1,63}){0,10}\._domainkey\.[\w.-]{1,255})'?/i;
/** Lines until something is said of a key. */
const MOST_LINES = 500;

/** What ends what is said of one key; libopendkim says "not found" where the name does not exist. */
const ENDS: readonly (readonly [RegExp, DnsStatus])[] = [
  [/ record not found$/, 'NXDOMAIN'],
  [/ query timed out$/, 'TIMEOUT'],
  [/ query failed$/, 'SERVFAIL'],
  [/ (?:reply corrupt|reply truncated|unexpected reply class\/type .{1,30})$/, 'MALFORMED'],
  [/^keys do not match$/, 'NOERROR'],
  [/^key (?:\S{1,400} )?(?:OK|(?:not )?secure)$/, 'NOERROR'],
];

export const startsTestkey = (text: string): boolean => LINE.test(text) && NAME.test(text);

export function readTestkey(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const tool = 'opendkim-testkey';
  const queries: Query[] = [];
  let name = '';
  let begun = firstLine;
  let line = firstLine;
  for (; line < endLine && (queries.length > 0 || line - firstLine < MOST_LINES); line++) {
    const said = LINE.exec(lines.at(line))?.[1];
    if (said === undefined) break;
    const named = NAME.exec(said)?.[1];
    const last = queries.at(-1);
    if (named !== undefined && named !== name) {
      name = named;
      begun = line;
    }
    const status = ENDS.find(([pattern]) => pattern.test(said))?.[1];
    if (status === undefined || name === '') continue;
    // "key not secure" stands in front of what it is about, or alone.
    const isSame = last !== undefined && last.name === name;
    const validated = /^key .{0,400}secure$/.test(said) ? !/not secure$/.test(said) : undefined;
    const extendedError = said === 'keys do not match' ? said : undefined;
    const head = {
      tool,
      name,
      type: 'TXT',
      status,
      validated: validated ?? (isSame ? last.validated : undefined),
      extendedError,
    } as const;
    if (isSame) queries.pop();
    queries.push(makeQuery(lines, begun, line + 1, head, []));
  }
  return queries.length === 0 ? undefined : { tool, queries, endLine: line };
}
