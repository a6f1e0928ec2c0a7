import type { CheckResult } from '../../checks/check.ts';
import { writeUtc } from '../../core/report/writeUtc.ts';
import { FINDING_LEVELS } from '../../core/text/finding.ts';
import { codeSpan, escapeLightly } from '../../core/text/markdown.ts';
import { plainText } from '../../core/text/plain.ts';
import { wordFinding } from './checkRows.ts';

/** Lines of evidence of one finding, and findings that pass or tell something, in a ticket. */
const MOST_EVIDENCE = 12;

/** A check for a ticket, in Markdown: what is wrong first, each with its evidence and what to do, then what is well. */
export function checkMarkdown({ name, started, areas, cancelled }: CheckResult, server: string): string {
  const findings = areas
    .flatMap((one) => one.findings)
    .sort((a, b) => FINDING_LEVELS.indexOf(a.level) - FINDING_LEVELS.indexOf(b.level));
  const blocks = findings.map((finding) => {
    const { level, code, about, text, next, source } = wordFinding(finding);
    const head = `- **${level}** ${codeSpan(about)}: ${escapeLightly(text)} (${codeSpan(code)}${source === undefined ? '' : `, ${escapeLightly(source)}`})`;
    const steps = next === undefined ? [] : [`  - Next: ${escapeLightly(next)}`];
    const quiet = level === 'pass' || level === 'note';
    return [head, ...steps, ...(quiet ? [] : evidence(finding.evidence))].join('\n');
  });
  const asked = `Asked of ${escapeLightly(plainText(server))}, ${writeUtc(started)}${cancelled ? '; cancelled, so not all was asked' : ''}.`;
  const none = findings.length === 0 ? ['Nothing was found.'] : [];
  return `${[`**Check of ${escapeLightly(plainText(name))}**`, ...none, blocks.join('\n'), asked].filter((one) => one !== '').join('\n\n')}\n`;
}

/** The records as a block of code inside the list. */
function evidence(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_EVIDENCE;
  const shown = lines.slice(0, MOST_EVIDENCE).map((line) => `      ${plainText(line, 1000)}`);
  return ['', ...shown, ...(left > 0 ? [`      ; and ${left} more`] : []), ''];
}
