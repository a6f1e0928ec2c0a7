/** Characters of text whose trees are kept, of all texts together; a tree takes some 15 times as much. */
const MOST = 1_000_000;
/** What the tree of a very short text counts for. */
const LEAST = 200;

/** A tree that was read from a text, as long as it is kept. */
export interface KeptTree<T> {
  tree: T | undefined;
}

interface Place {
  /** Does not keep a text alive that was closed. */
  readonly kept: WeakRef<KeptTree<unknown>>;
  readonly size: number;
}

const places = new Set<Place>();
const placeOf = new WeakMap<KeptTree<unknown>, Place>();
let size = 0;

/** Keeps a tree that was just read from a text of this length, and gives up those that were read longest ago. */
export function keepTree<T>(tree: T, length: number): KeptTree<T> {
  const kept = { tree };
  const place = { kept: new WeakRef(kept), size: Math.max(LEAST, length) };
  places.add(place);
  placeOf.set(kept, place);
  size += place.size;
  for (const oldest of places) {
    if (size <= MOST || oldest === place) break;
    const given = oldest.kept.deref();
    if (given !== undefined) given.tree = undefined;
    remove(oldest);
  }
  return kept;
}

/** A tree that nobody asks for any more. */
export function dropTree(kept: KeptTree<unknown>): void {
  const place = placeOf.get(kept);
  if (place !== undefined) remove(place);
  kept.tree = undefined;
}

function remove(place: Place): void {
  if (places.delete(place)) size -= place.size;
}
