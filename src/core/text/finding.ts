import { plainText } from './plain.ts';
import type { Span } from './span.ts';

/**
 * Findings in the reports of checks and probes: their writer and their reader. A finding is a line with what belongs to
 * it indented behind it. What stands in a line is plain text, so nothing from the network can begin one.
 */

export const FINDING_LEVELS = ['fail', 'warning', 'unknown', 'note', 'pass'] as const;

/** How a finding weighs, the heaviest first. `unknown`: what would tell could not be asked. */
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** A finding in words. */
export interface WordedFinding {
  readonly level: FindingLevel;
  /** Stable: small letters, digits and hyphens. */
  readonly code: string;
  /** The name, host or address that it is about. */
  readonly about: string;
  readonly text: string;
  readonly next?: string;
  readonly source?: string;
}

/** A finding that stands in a text. */
export interface ReportedFinding extends WordedFinding, Span {}

/** The lines that a report is read from, without what stands around the report. */
export interface ReportLines {
  at(line: number): string;
  /** Offsets of the first character of a line and of the one behind its last. */
  start(line: number): number;
  end(line: number): number;
}

/** Characters of a line of a report. */
const LONGEST = 4000;

export const reportLine = (text: string): string => plainText(text, LONGEST);

/** A name without blanks, as long as one of 255 octets can be with four characters for each; nothing is a hyphen. */
export const oneWord = (name: string): string => name.slice(0, 1020).replace(/\s/g, '\ufffd') || '-';

export function writeFinding({ level, code, about, text, next, source }: WordedFinding): readonly string[] {
  return [
    reportLine(`${level} ${code} ${oneWord(about)}: ${text}`),
    ...(next === undefined ? [] : [reportLine(`  next: ${next}`)]),
    ...(source === undefined ? [] : [reportLine(`  source: ${source}`)]),
  ];
}

const FINDING = /^(fail|warning|unknown|note|pass) ([a-z0-9-]{1,60}) (\S{1,1020}): (\S.*)$/;
const DETAIL = /^ {2}(next|source): (\S.*)$/;

/** The finding that stands on line `first`, with the line behind it; undefined where none does. */
export function readFinding(
  lines: ReportLines,
  first: number,
  endLine: number,
): { readonly finding: ReportedFinding; readonly endLine: number } | undefined {
  const match = FINDING.exec(lines.at(first));
  if (match === null) return undefined;
  const [, level, code, about, text] = match as unknown as [string, FindingLevel, string, string, string];
  const details: { next?: string; source?: string } = {};
  let at = first + 1;
  for (; at < endLine; at++) {
    const [, name, words] = DETAIL.exec(lines.at(at)) ?? [];
    if (name === undefined || words === undefined) break;
    details[name as 'next' | 'source'] = words;
  }
  const span = { start: lines.start(first), end: lines.end(at - 1) };
  return { finding: { level, code, about, text, ...details, ...span }, endLine: at };
}
