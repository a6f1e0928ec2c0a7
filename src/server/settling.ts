import type { Ticket } from '../core/ticket/ticket.ts';
import { isUnsettled, judgeAgain } from '../core/verdict/readVerdicts.ts';
import type { Background } from './background.ts';

/** How long nobody must have typed before large logs that were changed are looked at again, in milliseconds. */
const PAUSE = 1000;
/** Looks at large logs again that were changed, while nobody types. */
export class Settling {
  readonly #read: (uri: string) => Ticket | undefined;
  readonly #done: (uri: string) => void;
  readonly #background: Background;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  /** `done` is told of the documents of which more is known than before. */
  constructor(read: (uri: string) => Ticket | undefined, done: (uri: string) => void, background: Background) {
    this.#read = read;
    this.#done = done;
    this.#background = background;
  }

  /** A document rests; whatever was begun for it is left. */
  begin(uri: string): void {
    this.stop(uri);
    const ticket = this.#read(uri);
    if (ticket === undefined || !isUnsettled(ticket)) return;
    const begin = (): void => {
      this.#waiting.delete(uri);
      this.#background.begin(uri, 'log', judgeAgain(ticket), (isDone) => {
        if (isDone) this.#done(uri);
      });
    };
    this.#waiting.set(uri, setTimeout(begin, PAUSE));
  }

  /** A document was changed or closed. */
  stop(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
  }

  stopAll(): void {
    for (const uri of [...this.#waiting.keys()]) this.stop(uri);
  }
}
