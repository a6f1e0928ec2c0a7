import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, keep } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { extentOf } from './jsonText.ts';

/** A report of TLS (RFC 8460 4.4). */
const STARTS = /\{\s{0,40}"(?:organization-name|report-id|contact-info|date-range|policies)"\s{0,5}:/y;
const HEAD = 4000;

export function startsTlsReport(text: string, at: number): boolean {
  if (text[at] !== '{') return false;
  STARTS.lastIndex = at;
  return STARTS.test(text) && /"policy-type"\s{0,5}:/.test(text.slice(at, at + HEAD));
}

/** The line behind the report that starts at a line. */
export function endOfTlsReport(lines: Lines, first: number): number {
  const { end } = extentOf(lines.text, lines.start(first));
  return Math.max(first, lines.lineOf(Math.max(lines.start(first), end - 1))) + 1;
}

const FIELDS: readonly (readonly [name: string, member: RegExp])[] = [
  ['org', /"organization-name"\s{0,5}:\s{0,5}"([^"\\]{1,200})"/],
  ['domain', /"policy-domain"\s{0,5}:\s{0,5}"([^"\\]{1,255})"/],
  ['id', /"report-id"\s{0,5}:\s{0,5}"([^"\\]{1,200})"/],
];
const FAILED =
  /"(total-successful-session-count|total-failure-session-count|result-type)"\s{0,5}:\s{0,5}"?([\w.-]{1,255})"?/g;

/** Who reports on which domain, how many sessions passed and failed, and why. */
export function readTlsReport(draft: EntryDraft, report: LogWord): void {
  const { text } = report;
  const whole = part(report, 0, 0);
  for (const [name, member] of FIELDS) {
    const match = member.exec(text.slice(0, HEAD));
    if (match === null) continue;
    const value = match[1] as string;
    const at = match.index + match[0].length - 1 - value.length;
    keep(draft, name, part(report, at, at + value.length));
  }
  const totals = { passed: 0, failed: 0 };
  const types = new Set<string>();
  for (const [, name = '', value = ''] of text.matchAll(FAILED)) {
    if (name === 'total-successful-session-count') totals.passed += Number(value) || 0;
    else if (name === 'total-failure-session-count') totals.failed += Number(value) || 0;
    else types.add(value);
  }
  keep(draft, 'total', { ...whole, text: String(totals.passed + totals.failed) });
  keep(draft, 'failed', { ...whole, text: String(totals.failed) });
  for (const type of types) keep(draft, 'type', { ...whole, text: type });
  draft.status = part(report, 0, Math.min(text.length, 10));
}
