import type { DressedText, Message } from '../../mail/message.ts';

/**
 * A piece of a text that was made of another: `length` characters from `index` on stand for `source` characters of the
 * other from `offset` on. Where both are as long, they stand alike; else the piece is one for the whole of the other.
 */
export interface Run {
  readonly index: number;
  readonly offset: number;
  readonly length: number;
  readonly source: number;
}

/** A text that was taken out of another: what a header is without what it was dressed in. */
export interface Cover {
  readonly text: string;
  /** In the order of the text, without gap. What stands for nothing has no `source`. */
  readonly runs: readonly Run[];
  /** The line of the other text behind the last one that was read. */
  readonly endLine: number;
}

/** Writes a cover piece by piece. */
export class CoverWriter {
  readonly #texts: string[] = [];
  readonly #runs: Run[] = [];
  #index = 0;

  /** Takes over a piece of the other text as it stands, or what stands for it. */
  keep(text: string, offset: number, source: number = text.length): void {
    if (text === '') return;
    this.#texts.push(text);
    const last = this.#runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.length === last.source &&
      source === text.length &&
      last.offset + last.source === offset;
    if (goesOn)
      this.#runs[this.#runs.length - 1] = { ...last, length: last.length + text.length, source: last.source + source };
    else this.#runs.push({ index: this.#index, offset, length: text.length, source });
    this.#index += text.length;
  }

  /** Writes what the other text has not. */
  add(text: string, offset: number): void {
    this.keep(text, offset, 0);
  }

  get length(): number {
    return this.#index;
  }

  done(endLine: number): Cover {
    return { text: this.#texts.join(''), runs: this.#runs, endLine };
  }
}

/** The run that holds a character; the last one for what stands behind all. */
function runAt(runs: readonly Run[], index: number): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).index <= index) low = middle + 1;
    else high = middle;
  }
  return runs[Math.max(0, low - 1)];
}

/** Where a character stands in the other text. */
export function startOf(runs: readonly Run[], index: number): number {
  const run = runAt(runs, index);
  if (run === undefined) return 0;
  const within = index - run.index;
  if (run.length === run.source) return run.offset + Math.min(within, run.length);
  return within >= run.length ? run.offset + run.source : run.offset;
}

/** Where a piece that ends in front of this character ends in the other text: behind its last character. */
export function endOf(runs: readonly Run[], index: number): number {
  if (index <= 0) return startOf(runs, 0);
  const run = runAt(runs, index - 1);
  if (run === undefined) return 0;
  return run.length === run.source ? run.offset + Math.min(index - run.index, run.length) : run.offset + run.source;
}

/** A cover of a cover's text as a cover of what lies under both. */
export function compose(under: Cover, over: Cover): Cover {
  const runs: Run[] = [];
  let at = 0;
  for (const run of over.runs) {
    if (run.length !== run.source) {
      const offset = startOf(under.runs, run.offset);
      const end = run.source === 0 ? offset : endOf(under.runs, run.offset + run.source);
      // Two runs of which one is a single character would be taken for one that stands alike.
      runs.push({ ...run, offset, source: Math.max(0, end - offset) });
      continue;
    }
    while (at > 0 && (under.runs[at]?.index ?? Number.POSITIVE_INFINITY) > run.offset) at--;
    while (at + 1 < under.runs.length && (under.runs[at + 1] as Run).index <= run.offset) at++;
    for (let i = at, done = 0; done < run.length && i < under.runs.length; i++) {
      const piece = under.runs[i] as Run;
      const within = run.offset + done - piece.index;
      const length = Math.min(run.length - done, piece.length - within);
      if (length <= 0) continue;
      const alike = piece.length === piece.source;
      runs.push({
        index: run.index + done,
        offset: alike ? piece.offset + within : piece.offset,
        length,
        source: alike ? length : piece.source,
      });
      done += length;
      at = i;
    }
  }
  return { text: over.text, runs, endLine: over.endLine };
}

/** A message that was read in the text of a cover, with its spans where they stand in the other text. */
export function placedMessage(message: Message, cover: Cover): Message {
  return copyOf(message, cover, new Map()) as Message;
}

function copyOf(node: unknown, cover: Cover, done: Map<object, unknown>): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const known = done.get(node);
  if (known !== undefined) return known;
  if (Array.isArray(node)) {
    const list: unknown[] = [];
    done.set(node, list);
    for (const item of node) list.push(copyOf(item, cover, done));
    return list;
  }
  const copy: Record<string, unknown> & { dressed?: DressedText } = {};
  done.set(node, copy);
  const { start } = node as { readonly start?: unknown };
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'number' || (key !== 'start' && key !== 'end')) copy[key] = copyOf(value, cover, done);
    else if (key === 'start') copy[key] = startOf(cover.runs, value);
    else if (value === start) copy[key] = startOf(cover.runs, value);
    else copy[key] = endOf(cover.runs, value);
  }
  if ('nameSpan' in node && 'valueSpan' in node && !('dressed' in node)) {
    const { valueSpan } = node as { readonly valueSpan: { readonly start: number; readonly end: number } };
    copy.dressed = dressedText(cover, valueSpan.start, valueSpan.end);
  }
  return copy;
}

/** A piece of the cover's text, and where its characters stand in the other text. */
function dressedText({ text, runs }: Cover, from: number, to: number): DressedText {
  const pieces: { index: number; length: number; start: number; end: number }[] = [];
  for (let index = from; index < to; ) {
    const run = runAt(runs, index) as Run;
    const length = Math.min(to, run.index + run.length) - index;
    if (length <= 0) break;
    const start = startOf(runs, index);
    const end = run.length === run.source ? start + length : run.offset + run.source;
    pieces.push({ index: index - from, length, start, end });
    index += length;
  }
  return { text: text.slice(from, to), pieces };
}
