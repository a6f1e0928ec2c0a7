import type { Span } from '../text/span.ts';

/**
 * A text as a program or a person reads it that takes an encoding off, and where its parts stand in the text that it was
 * made from. A part that was decoded stands for the whole of what it was decoded from.
 */
export class View {
  readonly text: string;
  /** For each cut: its offset in the view and in the source, and where its source ends if it was decoded, else -1. */
  readonly #cuts: Int32Array;

  private constructor(text: string, cuts: Int32Array) {
    this.text = text;
    this.#cuts = cuts;
  }

  /** The text with each match replaced by what `read` makes of it; undefined where nothing is. */
  static of(source: string, pattern: RegExp, read: (match: RegExpExecArray) => string | undefined): View | undefined {
    const pieces: string[] = [];
    const cuts: number[] = [];
    let copied = 0;
    let length = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
      if (match[0] === '') pattern.lastIndex++;
      const decoded = read(match);
      if (decoded === undefined) continue;
      const end = match.index + match[0].length;
      cuts.push(length, copied, -1);
      length += match.index - copied;
      cuts.push(length, match.index, end);
      length += decoded.length;
      pieces.push(source.slice(copied, match.index), decoded);
      copied = end;
    }
    if (cuts.length === 0) return undefined;
    cuts.push(length, copied, -1);
    pieces.push(source.slice(copied));
    return new View(pieces.join(''), Int32Array.from(cuts));
  }

  /** Where a part of the view stands in its source. */
  placeOf({ start, end }: Span): Span {
    return { start: this.#at(start, false), end: end > start ? this.#at(end - 1, true) : this.#at(start, false) };
  }

  #at(offset: number, behind: boolean): number {
    let low = 0;
    let high = this.#cuts.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#cuts[middle * 3] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const [at, from, decodedTo] = this.#cuts.subarray(low * 3, low * 3 + 3) as unknown as [number, number, number];
    if (decodedTo < 0) return from + (offset - at) + (behind ? 1 : 0);
    return behind ? decodedTo : from;
  }
}
