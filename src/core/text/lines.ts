/**
 * A text cut into lines where an editor cuts it: at CR LF, LF and a lone CR.
 * Every character belongs to exactly one line, line breaks to the line that they end.
 * A text of `n` line breaks has `n + 1` lines, the last one empty when the text ends in a break.
 */
export class Lines {
  readonly text: string;
  readonly count: number;
  readonly #starts: Uint32Array;

  constructor(text: string) {
    this.text = text;
    let starts = new Uint32Array(Math.max(16, text.length >> 5));
    let count = 1;
    for (let i = nextBreak(text, 0); i < text.length; i = nextBreak(text, i)) {
      i += text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? 2 : 1;
      if (count === starts.length) {
        const grown = new Uint32Array(starts.length * 2);
        grown.set(starts);
        starts = grown;
      }
      starts[count++] = i;
    }
    this.count = count;
    this.#starts = starts.subarray(0, count);
  }

  /** Offset of the first character of line `line` (0-based). */
  start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Offset behind the line break of line `line`: where the next line starts. */
  next(line: number): number {
    return this.start(line + 1);
  }

  /** Offset behind the last character of line `line`, its line break not counted. */
  end(line: number): number {
    const start = this.start(line);
    let end = this.next(line);
    if (end > start && this.text.charCodeAt(end - 1) === LF) end--;
    if (end > start && this.text.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  /** The text of line `line` without its line break. */
  at(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  /** The line (0-based) that holds `offset`. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const CR = 13;
const LF = 10;

function nextBreak(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === LF || c === CR) return i;
    i++;
  }
  return i;
}
