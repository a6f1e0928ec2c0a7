import { setTimeout } from 'node:timers/promises';

/**
 * Waits until a condition gives something other than `undefined` or `false`, and returns that.
 * Throws after `limit` ms, naming what was waited for.
 */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 60_000,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const result = await condition();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > deadline) throw new Error(`waited ${limit / 1000} s in vain for ${what}`);
    await setTimeout(50);
  }
}
