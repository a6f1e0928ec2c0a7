import assert from 'node:assert/strict';
import type { FoundSecret, SecretKind } from '../../../../src/core/mask/secret.ts';
import { Searched } from '../../../../src/core/mask/secrets/searched.ts';

/** What stands between § is found by this finder, as what it is, and nothing else is. */
export const finder =
  (find: (searched: Searched) => Iterable<FoundSecret>, kind?: SecretKind) =>
  (marked: string): void => {
    it(marked.replaceAll('§', '').replaceAll('\n', ' ⏎ '), () => {
      const text = marked.replaceAll('§', '');
      const secrets = [...find(new Searched(text))];
      if (kind !== undefined) for (const secret of secrets) assert.equal(secret.kind, kind);
      const spans = new Set(secrets.map(({ start, end }) => `${start} ${end}`));
      const found = [...spans].map((span) => span.split(' ').map(Number) as [number, number]);
      assert.equal(
        found
          .sort(([a], [b]) => b - a)
          .reduce((all, [from, to]) => `${all.slice(0, from)}§${all.slice(from, to)}§${all.slice(to)}`, text),
        marked,
      );
    });
  };
