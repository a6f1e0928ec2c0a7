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

/** Bytes that a result keeps alive, beside what it was made of; needs `--expose-gc`. */
export function memoryOf(make: () => unknown): number {
  const collect = globalThis.gc;
  if (collect === undefined) return Number.NaN;
  const used = (): number => {
    for (let i = 0; i < 4; i++) collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  make();
  const before = used();
  const kept = [make()];
  const after = used();
  return kept.length === 1 ? after - before : Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What a figure should be; a bench whose figure is not ends with 1. */
export type Wish = { readonly most: number } | { readonly least: number };

export function figure(name: string, value: number, wish?: Wish): void {
  const missed = wish !== undefined && !('most' in wish ? value <= wish.most : value >= wish.least);
  const wanted = wish === undefined ? '' : 'most' in wish ? `at most ${wish.most}` : `at least ${wish.least}`;
  const shown = Number.isNaN(value) ? '-' : value.toFixed(value < 10 ? 2 : 1);
  console.log(`${name.padEnd(70)} ${shown.padStart(8)}  ${wanted}${missed ? '  MISSED' : ''}`);
  if (missed) process.exitCode = 1;
}
