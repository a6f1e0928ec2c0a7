import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/bootstrap.mjs';

/** Of Deque, the rules by which accessibility is checked in browsers. */
const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** Fails for every fault of accessibility in a page, and where no contrast was measured. */
export async function assertAccessible(frame: Frame, what: string): Promise<void> {
  await frame.evaluate(`${axe};0`);
  const { violations, passes } = await frame.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the library was put into the page as text.
    const result = await (globalThis as any).axe.run(document, { resultTypes: ['violations', 'passes'] });
    return {
      violations: result.violations.flatMap((one: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        one.nodes.map(({ html, failureSummary }) => `${one.id}: ${html.slice(0, 160)} ${failureSummary}`),
      ),
      passes: result.passes.map(({ id }: { id: string }) => id),
    };
  });
  assert.deepEqual(violations, [], what);
  assert.ok(passes.includes('color-contrast'), what);
}

/** Fails where something of a page stands beside its edge. */
export async function assertFits(frame: Frame, what: string): Promise<void> {
  const [inner, scrolled] = await frame.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  assert.equal(scrolled, inner, what);
}
