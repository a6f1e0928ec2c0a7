import { explainText } from '../knowledge/explain.ts';
import { atMost } from '../knowledge/explanation.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { isIdle } from './prose/idle.ts';
import { withNested } from './prose/nested.ts';
import { TROUBLE } from './trouble.ts';
import { explained, type Verdict } from './verdict.ts';

const TROUBLES: ReadonlySet<ReasonName> = new Set([...TROUBLE, 'feature-missing']);

/** Lines that are searched, and characters of each. */
const LINES = 400;
const WIDTH = 500;

/** To whom a line, or one of the two above it, says that a program was sending; `start` is where the text starts. */
export function sentTo(lines: Lines, line: number, start: number): string | undefined {
  for (let above = line; above >= Math.max(0, line - 2) && lines.start(above) >= start; above--) {
    const found = SENT_TO.exec(lines.at(above).slice(0, WIDTH))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `Can't send email to 'bob@fabrikam.test'`, `Error sending Email to: <bob@fabrikam.test>`. */
const SENT_TO =
  /\b(?:send|deliver)\w{0,5} (?:\S{1,30} ){0,2}(?:to|for):? ['"<]?([^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,255}\w)/i;

/** A place in a source, below which a trace of Python shows what stands there. */
const IN_TRACE = /^[ \t>|]{0,20}File "[^"]{1,300}", line \d{1,7}/;

/**
 * The first line from `start` to `end` in which a tool says that it failed: no connection, no TLS, no name, no login.
 * A failure to which it gives a code of its own is no server's refusal, so with `coded` it is a notice.
 */
export const toolError = (text: string, lines: Lines, span: Span, coded = false): Verdict | undefined =>
  toolErrors(text, lines, span, coded).next().value ?? undefined;

/** The first one, and what tools say of other failures: of other recipients, or in paragraphs of their own. */
export function severalErrors(text: string, lines: Lines, span: Span): readonly Verdict[] {
  const told: Verdict[] = [];
  for (const one of toolErrors(text, lines, span, false)) {
    const last = told.at(-1);
    const between = last === undefined ? '' : text.slice(last.span.end, one.span.start);
    const [whom] = one.recipients;
    const isOther = last === undefined || whom !== undefined || (APART.test(between) && !CHAINED.test(between));
    const isKnown = ({ code, recipients }: Verdict): boolean =>
      code === one.code && (whom === undefined || recipients[0] === whom);
    if (isOther && !told.some(isKnown)) told.push(one);
  }
  return told;
}

const APART = /\n[ \t]{0,20}\r?\n/;

/** An exception behind the one that it came from. */
const CHAINED = /During handling of|direct cause of|Caused by|End of inner/;

/** A line of a scanner's list of versions of TLS; what it does not find is no failure. */
const SCANNED = /\b(?:TLS|SSL) ?v?[123](?:\.\d)?:?[ \t]{1,20}(?:(?:not )?offered|(?:dis|en)abled)\b/;

function* toolErrors(text: string, lines: Lines, { start, end }: Span, coded: boolean): Generator<Verdict, undefined> {
  const first = lines.lineOf(start);
  const scanned = SCANNED.test(text.slice(start, end));
  for (let line = first; line < first + LINES && lines.has(line) && lines.start(line) < end; line++) {
    const from = Math.max(start, lines.start(line));
    const to = Math.min(end, lines.end(line), from + WIDTH);
    const isSource = line > first && IN_TRACE.test(lines.at(line - 1).slice(0, WIDTH));
    const found = isSource || to - from < 6 ? undefined : explainText(withNested(text, from, to));
    const hasCode = found?.code !== undefined || found?.enhanced !== undefined;
    if (found !== undefined && isIdle(text.slice(from, to), found)) continue;
    if (found === undefined || (hasCode && !coded)) continue;
    const { basis, reason, confidence, retry } = found.explanation;
    // What a program says of a session is told also where it says no more than that it failed.
    const isSaid = coded && reason === 'unrecognized' && basis === 'words' && confidence === 'high';
    if (basis === 'class' || (scanned && confidence !== 'high') || !(isSaid || TROUBLES.has(reason))) continue;
    yield {
      ...explained(found.explanation),
      span: { start: from, end: to },
      role: hasCode ? 'notice' : reason === 'expired' && retry === 'yes' ? 'waiting' : 'cause',
      failed: !hasCode,
      confidence: atMost(confidence, 'medium'),
      stage: '?',
      recipients: [sentTo(lines, line, start) ?? []].flat(),
      times: 1,
    };
  }
  return undefined;
}
