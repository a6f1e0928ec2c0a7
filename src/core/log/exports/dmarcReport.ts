import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, keep } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';

/** An aggregate report of DMARC (RFC 7489, appendix C), or records that were cut out of one. */
const STARTS =
  /[ \t>]{0,20}<record>\s{0,40}<row>\s{0,40}<source_ip>|(?:<\?xml [^>\r\n]{0,100}\?>\s{0,20})?<feedback\b[^>\r\n]{0,200}>\s{0,40}(?:<version>[^<\r\n]{0,20}<\/version>\s{0,40})?<report_metadata>/y;

export function startsDmarcReport(text: string, at: number): boolean {
  if (!/[<\s>]/.test(text.charAt(at))) return false;
  STARTS.lastIndex = at;
  return STARTS.test(text);
}

/** The line behind the one that closes the report or a record alone; behind the last line where nothing does. */
export function endOfDmarcReport(lines: Lines, first: number): number {
  const start = lines.start(first);
  const end = lines.text.indexOf(
    /^[ \t>]{0,20}<record>/.test(lines.text.slice(start, start + 30)) ? '</record>' : '</feedback>',
    start,
  );
  return lines.lineOf(end < 0 ? lines.text.length : end) + 1;
}

const FIELDS: readonly (readonly [name: string, tag: RegExp])[] = [
  ['org', /<org_name>([^<]{1,200})</],
  ['domain', /<policy_published>\s{0,40}<domain>([^<]{1,255})</],
  ['policy', /<p>([a-z]{1,20})</],
  ['id', /<report_id>([^<]{1,200})</],
];

/** Who reports on which domain, and how many messages passed or failed. */
export function readDmarcReport(draft: EntryDraft, report: LogWord): void {
  const { text } = report;
  const head = text.slice(0, 4000);
  for (const [name, tag] of FIELDS) {
    const match = tag.exec(head);
    if (match === null) continue;
    const value = match[1] as string;
    const at = match.index + match[0].length - 1 - value.length;
    keep(draft, name, part(report, at, at + value.length));
  }
  let total = 0;
  let failed = 0;
  for (let at = text.indexOf('<row>'); at >= 0; at = text.indexOf('<row>', at + 5)) {
    const row = text.slice(at, at + 1500);
    const messages = Number(/<count>(\d{1,9})</.exec(row)?.[1] ?? 0);
    total += messages;
    const evaluated = row.slice(row.indexOf('<policy_evaluated>'), row.indexOf('</policy_evaluated>'));
    if (!/<(?:dkim|spf)>pass</.test(evaluated)) failed += messages;
  }
  const whole = part(report, 0, 0);
  keep(draft, 'total', { ...whole, text: String(total) });
  keep(draft, 'failed', { ...whole, text: String(failed) });
  draft.status = part(report, 0, Math.min(text.length, 10));
}
