/** Characters of text whose trees are kept, of all texts together; a tree takes some 15 times as much. */
const MOST = 1_000_000;
/** What the tree of a very short text counts for. */
const LEAST = 200;
/** Places in the queue that may be given up already before it is written anew. */
const SLACK = 4096;

/** A tree that was read from a text, as long as it is kept. */
export interface KeptTree<T> {
  tree: T | undefined;
  place: Place | undefined;
}

interface Place {
  /** Does not keep a text alive that was closed; undefined where the tree was given up. */
  kept: WeakRef<KeptTree<unknown>> | undefined;
  readonly size: number;
}

/** Oldest first. A set would do, but its front is slow to find where much was taken away there. */
let queue: Place[] = [];
let oldest = 0;
let live = 0;
let size = 0;

/** Keeps a tree that was just read from a text of this length, and gives up those that were read longest ago. */
export function keepTree<T>(tree: T, length: number): KeptTree<T> {
  const kept: KeptTree<T> = { tree, place: undefined };
  const place: Place = { kept: new WeakRef(kept), size: Math.max(LEAST, length) };
  kept.place = place;
  queue.push(place);
  live++;
  size += place.size;
  while (size > MOST && oldest < queue.length - 1) {
    const old = queue[oldest++] as Place;
    const given = old.kept?.deref();
    if (given !== undefined) given.tree = undefined;
    remove(old);
  }
  if (queue.length > 2 * live + SLACK) {
    queue = queue.slice(oldest).filter((one) => one.kept !== undefined);
    oldest = 0;
  }
  return kept;
}

/** A tree that nobody asks for any more. */
export function dropTree(kept: KeptTree<unknown>): void {
  if (kept.place !== undefined) remove(kept.place);
  kept.tree = undefined;
}

function remove(place: Place): void {
  if (place.kept === undefined) return;
  place.kept = undefined;
  live--;
  size -= place.size;
}
