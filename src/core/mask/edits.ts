import type { Replacement } from './maskChoice.ts';

/** Collects replacements; what comes first keeps its place, what overlaps it is left out. */
export class Edits {
  readonly #taken: Uint8Array;
  readonly #kept: Replacement[] = [];

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  add(edits: Iterable<Replacement>): void {
    for (const edit of edits) {
      if (edit.start >= edit.end || this.isTaken(edit.start, edit.end)) continue;
      this.#taken.fill(1, edit.start, edit.end);
      this.#kept.push(edit);
    }
  }

  isTaken(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at] === 1) return true;
    return false;
  }

  /** In the order of the text, without those that change nothing. */
  sorted(text: string): readonly Replacement[] {
    return this.#kept
      .filter((edit) => text.slice(edit.start, edit.end) !== edit.text)
      .sort((a, b) => a.start - b.start);
  }
}

/** A text with replacements made, which are in order and do not overlap. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: stand } of replacements) {
    pieces.push(text.slice(from, start), stand);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
