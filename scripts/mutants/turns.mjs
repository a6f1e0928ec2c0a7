/**
 * Does something with each item, with no more than `jobs` at once.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} jobs
 * @param {(item: T) => Promise<void>} work
 */
export async function inTurns(items, jobs, work) {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
