/** The shortest of several runs, in milliseconds: what the code costs when nothing else disturbs it. */
export async function milliseconds(run: () => unknown, runs = 5): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Bytes on the heap that a result keeps alive; needs `--expose-gc`. */
export function memoryOf(make: () => unknown): number {
  const collect = globalThis.gc;
  if (collect === undefined) return Number.NaN;
  collect();
  const before = process.memoryUsage();
  const kept = make();
  collect();
  const after = process.memoryUsage();
  return kept === undefined ? Number.NaN : after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function figure(name: string, value: number, wanted = ''): void {
  console.log(
    `${name.padEnd(70)} ${Number.isNaN(value) ? '-' : value.toFixed(value < 10 ? 2 : 1).padStart(8)}  ${wanted}`,
  );
}
