import { findSecrets } from '../../mask/findSecrets.ts';
import { MASK, type Secret } from '../../mask/secret.ts';
import { greatest } from '../../text/lists.ts';
import { plainText } from '../../text/plain.ts';
import { firstEndingBehind, type Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/** Lines of evidence for each place. */
const LINES = 12;
/** Lines of evidence altogether. */
const MOST = 60;
/** Characters of a line: no server writes longer ones, but a text that is no mail may hold them. */
const WIDTH = 8000;

/**
 * The lines that show it, whole and with their numbers, without secrets, in a fence that no line of the text can close.
 * What is left out is said in its place.
 */
export function evidence(spans: readonly Span[], { text, lines, ...rest }: Ticket): string {
  const secrets = findSecrets({ text, lines, ...rest });
  const rows = new Map<number, string>();
  for (const span of spans) {
    const first = lines.lineOf(span.start);
    const end = lines.lineOf(Math.max(span.start, span.end - 1));
    const last = Math.min(end, first + LINES - 1);
    for (let line = first; line <= last; line++) {
      const [start, stop] = [lines.start(line), lines.end(line)];
      const left = stop - start - WIDTH;
      const shown = masked(text, start, Math.min(stop, start + WIDTH), secrets);
      rows.set(line, `${shown}${left > 0 ? ` … (${left} more characters)` : ''}`);
    }
    if (end > last && !rows.has(last + 1)) {
      const more = end - last;
      rows.set(last + 1, `… (${more} more ${more === 1 ? 'line' : 'lines'})`);
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const shown = sorted.slice(0, MOST);
  const width = String((shown.at(-1)?.[0] ?? 0) + 1).length;
  const body = shown.map(
    ([line, row]) => `${String(line + 1).padStart(width)}: ${plainText(row, Number.POSITIVE_INFINITY)}`,
  );
  if (sorted.length > MOST) body.push(`… (${sorted.length - MOST} more lines)`);
  const longest = greatest(
    [...body.join('\n').matchAll(/`+/g)].map(([ticks]) => ticks.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${body.join('\n')}\n${fence}`;
}

/** A part of the text without its secrets. */
function masked(text: string, start: number, end: number, secrets: readonly Secret[]): string {
  let at = start;
  let safe = '';
  for (let i = firstEndingBehind(secrets, start); i < secrets.length; i++) {
    const secret = secrets[i] as Secret;
    if (secret.start >= end) break;
    safe += `${text.slice(at, Math.max(at, secret.start))}${MASK}`;
    at = secret.end;
  }
  return safe + text.slice(at, Math.max(at, end));
}
