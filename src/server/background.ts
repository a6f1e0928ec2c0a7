/** How long work may take at a time, in milliseconds, so that questions are answered between. */
const SLICE = 15;
/** How long nobody must have asked before it goes on: one question seldom comes alone. */
const QUIET = 40;
/** After this long it goes on although somebody asks. */
const MOST = 500;

/** What is done in steps; whoever drives it may stop behind each. */
export type Work = Iterator<unknown, unknown>;

interface Begun {
  readonly uri: string;
  readonly what: string;
  readonly work: Work;
  readonly over: (isDone: boolean) => void;
}

/**
 * Work on open documents that takes long: it is done a little at a time, between the questions of the editor. Of several
 * documents that one comes first which somebody looks at.
 */
export class Background {
  #all: Begun[] = [];
  #looked: string | undefined;
  #asked = 0;
  #worked = 0;
  #next: NodeJS.Timeout | undefined;

  /**
   * Begins work on a document, in place of work of the same kind; `over` is told when it is done, or left because the
   * document was changed or closed.
   */
  begin(uri: string, what: string, work: Work, over: (isDone: boolean) => void = () => undefined): void {
    this.#leave((one) => one.uri === uri && one.what === what);
    this.#all.push({ uri, what, work, over });
    this.#next ??= setTimeout(() => this.#go());
  }

  /** Somebody asks about this document, or changes it. */
  look(uri: string): void {
    this.#looked = uri;
    this.#asked = performance.now();
  }

  /** Leaves what was begun for a document. */
  stop(uri: string): void {
    this.#leave((one) => one.uri === uri);
  }

  stopAll(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
    this.#leave(() => true);
  }

  #leave(isLeft: (one: Begun) => boolean): void {
    const left = this.#all.filter(isLeft);
    if (left.length === 0) return;
    this.#all = this.#all.filter((one) => !isLeft(one));
    for (const { work, over } of left) {
      work.return?.();
      over(false);
    }
  }

  #go(): void {
    const start = performance.now();
    const quiet = this.#asked + QUIET - start;
    if (quiet > 0 && start < this.#worked + MOST) {
      this.#next = setTimeout(() => this.#go(), quiet);
      return;
    }
    const end = start + SLICE;
    this.#next = undefined;
    do {
      const begun = this.#all.find(({ uri }) => uri === this.#looked) ?? this.#all[0];
      if (begun === undefined) return;
      if (begun.work.next().done !== true) continue;
      this.#all = this.#all.filter((one) => one !== begun);
      begun.over(true);
    } while (performance.now() < end);
    this.#worked = performance.now();
    if (this.#all.length > 0) this.#next ??= setTimeout(() => this.#go());
  }
}
