/** Entries of a list of which other ones are made. */
const MOST = 12;

/**
 * A value with one thing in it changed at a time: a list empty, with one, two and three entries, a number as one and two
 * and other than it is, what is true false, a text empty. What it is made of stays of its types, so that whatever takes
 * the one takes the others.
 */
export function* variants(value: unknown, depth = 0): Iterable<unknown> {
  if (typeof value === 'boolean') yield !value;
  else if (typeof value === 'number') yield* [0, 1, 2, value + 1].filter((one) => one !== value);
  else if (Array.isArray(value)) yield* ofList(value, depth);
  else if (typeof value === 'object' && value !== null && depth < 5) {
    for (const [name, inner] of Object.entries(value))
      for (const one of variants(inner, depth + 1)) yield { ...value, [name]: one };
  }
}

function* ofList(list: readonly unknown[], depth: number): Iterable<unknown> {
  const [first, second = first, third = second] = list;
  if (first === undefined) return;
  for (const other of [[], [first], [first, second], [first, second, third]])
    if (other.length !== list.length) yield other;
  for (const [at, entry] of list.slice(0, MOST).entries())
    for (const one of variants(entry, depth + 1)) yield list.with(at, one);
}
