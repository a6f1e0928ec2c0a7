import type { Recipient } from './conversation.ts';
import type { Stage } from './verbs.ts';

export interface Pending {
  readonly stage: Stage;
  /** A chunk of a message behind which more follow (RFC 3030 2). */
  readonly goesOn?: boolean;
  /** The recipient that the command names; its reply is filled in when it comes. */
  readonly recipient?: { -readonly [K in keyof Recipient]: Recipient[K] };
}

/** Stages that have not been answered yet, oldest first (RFC 2920 allows several). Every step takes constant time. */
export class PendingQueue {
  #items: Pending[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  get first(): Pending | undefined {
    return this.#items[this.#head];
  }

  get last(): Pending | undefined {
    return this.length === 0 ? undefined : this.#items.at(-1);
  }

  add(pending: Pending): void {
    this.#items.push(pending);
  }

  take(): Pending | undefined {
    const first = this.first;
    if (first !== undefined && ++this.#head === this.#items.length) {
      this.#items = [];
      this.#head = 0;
    }
    return first;
  }
}
