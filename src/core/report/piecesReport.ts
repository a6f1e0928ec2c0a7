import { plainJson, plainJsonPieces } from '../text/plain.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { totalsOf } from '../verdict/logTotals.ts';
import type { PiecesFindings } from '../verdict/pieces.ts';
import { cutWords } from './cutWords.ts';
import { namedEntries } from './entriesJson.ts';
import { verdictsJson } from './ticketJson.ts';
import { renderVerdict } from './ticketText.ts';
import { totalsJson, totalsWords } from './totalsWords.ts';

/** What is not looked for in a text that is read in pieces. */
const UNSEARCHED = 'The text is too long to be searched for secrets and for mistakes in records.';

/** Spans of what was read in pieces count lines. */
const lineOf = (line: number): number => line;

/** What a person wants to know of a text that was read in pieces, line by line. */
export function* piecesLines(file: string | undefined, findings: PiecesFindings): Iterable<string> {
  const { blocks, moreBlocks, verdicts, cuts } = findings;
  if (file !== undefined) yield `${file}:`;
  for (const { line, words } of blocks) yield `line ${line + 1}: ${words}`;
  if (moreBlocks > 0) yield `… and ${moreBlocks} more ${moreBlocks === 1 ? 'part' : 'parts'}`;
  const [sentence, ...reasons] = totalsWords(totalsOf(verdicts, cuts));
  if (sentence !== undefined) yield* ['', sentence, ...reasons.map((reason) => `  ${reason}`)];
  for (const verdict of verdicts) yield* ['', ...renderVerdict(verdict, lineOf)];
  for (const cut of cuts) yield* ['', cutWords(cut, lineOf)];
  yield* ['', UNSEARCHED];
}

/** The same as JSON in pieces: the entries come while the text is read, all else behind them. */
export async function* piecesJson(
  file: string,
  pieces: AsyncIterable<{ readonly ticket: Ticket; readonly top: number }>,
  finish: () => PiecesFindings,
): AsyncIterable<string> {
  yield `{"file":${plainJson(file)},"entries":[`;
  let mark = '';
  for await (const { ticket, top } of pieces) {
    const line = (offset: number): number => top + ticket.lines.lineOf(offset) + 1;
    const at = ({ start, end }: { start: number; end: number }) => ({
      line: line(start),
      lastLine: line(Math.max(start, end - 1)),
    });
    for (const [, entry] of namedEntries(ticket, at)) {
      yield mark + plainJson(entry);
      mark = ',';
    }
  }
  yield ']';
  let isFirst = true;
  for (const piece of plainJsonPieces(fieldsBehind(finish()))) {
    yield isFirst ? `,${piece.slice(1)}` : piece;
    isFirst = false;
  }
}

function* fieldsBehind({ blocks, moreBlocks, verdicts, cuts }: PiecesFindings): Iterable<readonly [string, unknown]> {
  const line = (at: number): number => at + 1;
  yield ['blocks', blocks.map((block) => ({ kind: block.kind, line: block.line + 1 }))];
  yield ['verdicts', verdictsJson(verdicts, line)];
  const totals = totalsOf(verdicts, cuts);
  if (totals !== undefined) yield ['totals', totalsJson(totals)];
  const more = moreBlocks === 0 ? [] : [{ what: 'blocks', line: null, left: moreBlocks }];
  yield ['cut', [...cuts.map(({ what, span, left }) => ({ what, line: line(span.start), left })), ...more]];
  yield ['pieces', UNSEARCHED];
}
