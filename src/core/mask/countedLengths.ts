import type { Conversation } from '../smtp/conversation.ts';
import type { Lines } from '../text/lines.ts';
import { firstEndingBehind } from '../text/span.ts';
import type { Replacement } from './maskChoice.ts';

/** Dumps whose heads tell how long the bare text behind them is, and where they tell it. */
const HEADS: ReadonlyMap<string, RegExp> = new Map([
  ['socat', /^(?:[>|] ?){0,40}?[<>] \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{1,9} {1,3}length=(?<length>\d{1,10}) /],
  ['tshark-follow', /^(?:[>|] ?){0,40}\t?(?<length>\d{1,7})$/],
]);

/** Lengths that fit the masked text, so that it is read to the same ends. */
export function* countedLengths(
  lines: Lines,
  { dialect, start, end }: Conversation,
  edits: readonly Replacement[],
): Iterable<Replacement> {
  const head = HEADS.get(dialect);
  if (head === undefined) return;
  let length: { readonly start: number; readonly text: string } | undefined;
  let grown = 0;
  /** Characters of the packet that are still to come; what is behind them is said again by the other side of the tool. */
  let left = 0;
  let next = firstEndingBehind(edits, start);
  const told = function* (): Iterable<Replacement> {
    if (length !== undefined && grown !== 0) {
      yield { ...length, end: length.start + length.text.length, text: String(Number(length.text) + grown) };
    }
  };
  const first = lines.lineOf(start);
  for (let line = first; lines.has(line) && lines.start(line) < end; line++) {
    const from = lines.start(line);
    const digits = head.exec(lines.at(line))?.groups?.length;
    if (digits !== undefined && (dialect === 'socat' || line === first || left <= 0 || isBlank(lines.at(line - 1)))) {
      yield* told();
      length = {
        start: from + lines.at(line).indexOf(digits, Math.max(0, lines.at(line).indexOf('length='))),
        text: digits,
      };
      grown = 0;
      left = Number(digits);
      continue;
    }
    let more = 0;
    for (; ; next++) {
      const edit = edits[next];
      if (edit === undefined || edit.start >= lines.next(line)) break;
      more += edit.text.length - (edit.end - edit.start);
    }
    const octets = lines.end(line) - from + (lines.at(line).endsWith('\\r') ? 0 : 2);
    // The last line of a packet may be longer than its length tells; it stays the last one however much of it is masked.
    if (left > 0) grown += left > octets ? more : Math.max(more, 1 - left);
    left -= octets;
  }
  yield* told();
}

/** As the reader takes it, which trims control characters, and marks of quotation. */
const isBlank = (line: string): boolean =>
  line.length < 200 && [...line].every((char) => char <= ' ' || char === '>' || char === '|');
