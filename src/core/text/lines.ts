/**
 * A text cut into lines where an editor cuts it: at CR LF, LF and a lone CR.
 * Every character belongs to exactly one line, line breaks to the line that they end.
 * A text of `n` line breaks has `n + 1` lines, the last one empty when the text ends in a break.
 * The text is searched as far as it is asked for: the lines of a large body cost nothing until somebody needs them.
 */
export class Lines {
  readonly text: string;
  #starts: Uint32Array;
  /** How many starts are known. */
  #known = 1;
  /** Offsets of the next LF and CR that were not looked at yet; the text's length where there is none. */
  #lf: number;
  #cr: number;
  /** Whether no CR stands in it, so that none has to be looked for: to its end, each time. */
  #withoutCr = false;

  /** `isNew`: nothing is known of its lines yet. */
  constructor(text: string, isNew = true) {
    this.text = text;
    // Room for lines of a usual length, which costs nothing before it is written to.
    this.#starts = new Uint32Array(isNew ? Math.max(64, text.length >> 5) : 0);
    this.#lf = isNew ? this.#find('\n', 0) : text.length;
    this.#cr = isNew ? this.#find('\r', 0) : text.length;
    this.#withoutCr = isNew && this.#cr === text.length;
  }

  /** The lines of a text that is `old`'s after a change at `start`: only those around the change are searched for. */
  static changed(
    old: Lines,
    text: string,
    { start, removed, added }: { readonly start: number; readonly removed: number; readonly added: number },
  ): Lines {
    // A CR in front of the change may become one with an LF in it.
    const kept = old.#countUpTo(start - 1);
    if (kept < 1) return new Lines(text);
    const lines = new Lines(text, false);
    lines.#withoutCr = old.#withoutCr && !text.slice(start, start + added).includes('\r');
    lines.#starts = new Uint32Array(old.#known + (added >> 5) + 64);
    lines.#starts.set(old.#starts.subarray(0, kept));
    lines.#known = kept;
    const last = lines.#starts[kept - 1] as number;
    lines.#lf = lines.#find('\n', last);
    lines.#cr = lines.#find('\r', last);
    const behind = start + added + 1;
    lines.#search(-1, behind);
    const delta = added - removed;
    const resumed = lines.#starts[lines.#known - 1] as number;
    const at = old.#countUpTo(resumed - delta) - 1;
    if (resumed <= behind || old.#starts[at] !== resumed - delta) return lines;
    const rest = old.#starts.subarray(at, old.#known);
    const first = lines.#known - 1;
    while (lines.#starts.length < first + rest.length) lines.#grow();
    for (let i = 0; i < rest.length; i++) lines.#starts[first + i] = (rest[i] as number) + delta;
    lines.#known = first + rest.length;
    const end = lines.#starts[lines.#known - 1] as number;
    lines.#lf = lines.#find('\n', end);
    lines.#cr = lines.#cr >= end ? lines.#cr : lines.#find('\r', end);
    return lines;
  }

  /** How many of the known lines start at or in front of an offset. */
  #countUpTo(offset: number): number {
    let low = 0;
    let high = this.#known;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many lines there are. Searches the whole text. */
  get count(): number {
    this.#search(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    return this.#known;
  }

  /** Whether there is a line `line` (0-based). */
  has(line: number): boolean {
    this.#search(line, -1);
    return line < this.#known;
  }

  /** Offset of the first character of line `line` (0-based); the text's length behind the last line. */
  start(line: number): number {
    if (line >= this.#known) this.#search(line, -1);
    return line < this.#known ? (this.#starts[line] as number) : this.text.length;
  }

  /** Offset behind the line break of line `line`: where the next line starts. */
  next(line: number): number {
    return this.start(line + 1);
  }

  /** Offset behind the last character of line `line`, its line break not counted. */
  end(line: number): number {
    const next = this.start(line + 1);
    if (line + 1 >= this.#known) return this.text.length;
    const last = this.text.charCodeAt(next - 1);
    if (last === LF) return this.text.charCodeAt(next - 2) === CR && next - 2 >= this.start(line) ? next - 2 : next - 1;
    return last === CR ? next - 1 : next;
  }

  /** The text of line `line` without its line break. */
  at(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  /** The line (0-based) that holds `offset`. */
  lineOf(offset: number): number {
    this.#search(-1, offset);
    let low = 0;
    let high = this.#known - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Searches on until line `line` is known and a line behind `offset` is, or the text ends. */
  #search(line: number, offset: number): void {
    const length = this.text.length;
    let known = this.#known;
    let last = this.#starts[known - 1] as number;
    while ((known <= line || last <= offset) && (this.#lf < length || this.#cr < length)) {
      if (this.#cr < this.#lf) {
        const whole = this.#cr + 1 === this.#lf && this.#lf < length;
        last = whole ? this.#lf + 1 : this.#cr + 1;
        if (whole) this.#lf = this.#find('\n', last);
        this.#cr = this.#find('\r', last);
      } else {
        last = this.#lf + 1;
        this.#lf = this.#find('\n', last);
      }
      if (known === this.#starts.length) this.#grow();
      this.#starts[known++] = last;
    }
    this.#known = known;
  }

  #find(character: '\n' | '\r', from: number): number {
    if (character === '\r' && this.#withoutCr) return this.text.length;
    const at = this.text.indexOf(character, from);
    return at < 0 ? this.text.length : at;
  }

  #grow(): void {
    const grown = new Uint32Array(this.#starts.length * 2);
    grown.set(this.#starts);
    this.#starts = grown;
  }
}

const CR = 13;
const LF = 10;

/** Where the line ends that has an offset; `reach` where it ends behind that. */
export function endOfLine(text: string, from: number, reach: number): number {
  let at = from;
  while (at < reach && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
