import type { Lines } from '../text/lines.ts';

/** Characters of text whose trees are kept, of all texts together; a tree takes some 15 times as much. */
const MOST = 1_000_000;
/** The same of a text that is longer than that: who goes through it finds no tree again, and leaves few behind. */
const MOST_OF_LONG = 10_000;
/** What the tree of a very short text counts for. */
const LEAST = 200;

/** What has a tree, and can do without. */
export interface TreeHolder {
  forget(): void;
}

/** What the trees of one text count for. Does not keep a text alive that was closed. */
interface Account {
  readonly trees: WeakRef<Trees>;
  size: number;
}

/** Of all texts that have trees; the text from which none was read for the longest time comes first. */
let accounts: Account[] = [];
let total = 0;

/** The trees that are kept of one text. */
export class Trees {
  readonly #room: number;
  readonly #account: Account = { trees: new WeakRef(this), size: 0 };
  /** Oldest first; those in front of `#oldest` have none any more. */
  #holders: TreeHolder[] = [];
  #sizes: number[] = [];
  #oldest = 0;

  constructor(length: number) {
    this.#room = length > MOST ? MOST_OF_LONG : MOST;
  }

  /** Keeps a tree that was just read from so many characters, and gives up those that were read longest ago. */
  keep(holder: TreeHolder, length: number): void {
    const size = Math.max(LEAST, length);
    this.#holders.push(holder);
    this.#sizes.push(size);
    this.#count(size);
    if (accounts.at(-1) !== this.#account) {
      close(this.#account);
      accounts.push(this.#account);
    }
    while (this.#account.size > this.#room && this.#holders.length - this.#oldest > 1) this.#giveUp();
    while (total > MOST && accounts.length > 1) giveUpOf(accounts[0] as Account);
  }

  /** The text was changed, and nobody asks for them any more. */
  drop(): void {
    while (this.giveUpOldest());
    this.#holders = [];
    this.#sizes = [];
    this.#oldest = 0;
    close(this.#account);
  }

  /** Gives up the oldest; whether there was one. */
  giveUpOldest(): boolean {
    if (this.#oldest === this.#holders.length) return false;
    this.#giveUp();
    return true;
  }

  #giveUp(): void {
    this.#holders[this.#oldest]?.forget();
    this.#count(-(this.#sizes[this.#oldest] ?? 0));
    this.#oldest++;
    if (this.#oldest < SLACK || 2 * this.#oldest < this.#holders.length) return;
    this.#holders = this.#holders.slice(this.#oldest);
    this.#sizes = this.#sizes.slice(this.#oldest);
    this.#oldest = 0;
  }

  #count(size: number): void {
    this.#account.size += size;
    total += size;
  }
}

/** Places that may be empty before the queue is written anew. */
const SLACK = 1024;

/** Gives up a tree of a text, or the text itself where it has none. */
function giveUpOf(account: Account): void {
  if (account.trees.deref()?.giveUpOldest() === true) return;
  total -= account.size;
  close(account);
}

function close(account: Account): void {
  accounts = accounts.filter((one) => one !== account);
}

const known = new WeakMap<Lines, Trees>();

/** The trees that were read from a text as it stands. */
export function treesOf(lines: Lines): Trees {
  let trees = known.get(lines);
  if (trees === undefined) {
    trees = new Trees(lines.text.length);
    known.set(lines, trees);
  }
  return trees;
}
