/**
 * What `list.push(...items)` and `Math.max(...numbers)` say. Those hand every item over as an argument of its own, and
 * the stack has room for some 100,000 of them: what comes out of a document may be more.
 */

/** Puts items behind those of a list. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The greatest of some numbers; `otherwise` where none is greater. */
export function greatest(numbers: Iterable<number>, otherwise = Number.NEGATIVE_INFINITY): number {
  let most = otherwise;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** The least of some numbers; `otherwise` where none is less. */
export function least(numbers: Iterable<number>, otherwise = Number.POSITIVE_INFINITY): number {
  let few = otherwise;
  for (const number of numbers) few = Math.min(few, number);
  return few;
}
