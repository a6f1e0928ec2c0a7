import type { Ticket } from '../core/ticket/ticket.ts';
import { isUnsettled, judgeAgain } from '../core/verdict/readVerdicts.ts';

/** How long nobody must have typed before large logs that were changed are looked at again, in milliseconds. */
const PAUSE = 1000;
/** How long it may take at a time, so that questions are answered between. */
const SLICE = 15;

/** Looks at large logs again that were changed, a little at a time, while nobody types. */
export class Settling {
  readonly #read: (uri: string) => Ticket | undefined;
  readonly #done: (uri: string) => void;
  readonly #waiting = new Map<string, () => void>();

  /** `done` is told of the documents of which more is known than before. */
  constructor(read: (uri: string) => Ticket | undefined, done: (uri: string) => void) {
    this.#read = read;
    this.#done = done;
  }

  /** A document rests; whatever was begun for it is left. */
  begin(uri: string): void {
    this.stop(uri);
    const ticket = this.#read(uri);
    if (ticket === undefined || !isUnsettled(ticket)) return;
    const timer = setTimeout(() => this.#go(uri, judgeAgain(ticket)), PAUSE);
    this.#waiting.set(uri, () => clearTimeout(timer));
  }

  /** A document was changed or closed. */
  stop(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }

  stopAll(): void {
    for (const uri of [...this.#waiting.keys()]) this.stop(uri);
  }

  #go(uri: string, judging: Generator<void>): void {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      if (judging.next().done === true) {
        this.#waiting.delete(uri);
        this.#done(uri);
        return;
      }
    }
    const next = setTimeout(() => this.#go(uri, judging));
    this.#waiting.set(uri, () => {
      clearTimeout(next);
      judging.return(undefined);
    });
  }
}
