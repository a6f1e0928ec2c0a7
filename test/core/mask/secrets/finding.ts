import assert from 'node:assert/strict';
import type { FoundSecret } from '../../../../src/core/mask/secret.ts';
import { Searched } from '../../../../src/core/mask/secrets/searched.ts';

/** What stands between § is found by this finder alone, and nothing else: the whole text without them. */
export const finder =
  (find: (searched: Searched) => Iterable<FoundSecret>) =>
  (marked: string): void => {
    it(marked.replaceAll('§', '').replaceAll('\n', ' ⏎ '), () => {
      const text = marked.replaceAll('§', '');
      const spans = new Set([...find(new Searched(text))].map(({ start, end }) => `${start} ${end}`));
      const found = [...spans].map((span) => span.split(' ').map(Number) as [number, number]);
      assert.equal(
        found
          .sort(([a], [b]) => b - a)
          .reduce((all, [from, to]) => `${all.slice(0, from)}§${all.slice(from, to)}§${all.slice(to)}`, text),
        marked,
      );
    });
  };
