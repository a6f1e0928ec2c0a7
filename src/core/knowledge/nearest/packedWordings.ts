import { allTexts } from '../texts.ts';
import { knownWordings } from './knownWordings.ts';
import type { PackedWordings } from './wordingIndex.ts';

/** No refusal is near to what says that all went well. */
const leftOut: ReadonlySet<string> = new Set(['accepted', 'in-progress']);

function byRow(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of knownWordings.trim().split('\n')) {
    const colon = line.indexOf(': ');
    const row = line.slice(0, colon);
    found.set(row, [...(found.get(row) ?? []), line.slice(colon + 2)]);
  }
  return found;
}

const wordings = byRow();

/**
 * The known wordings by the place of their row, of all rows that are there. The build runs this module and puts what it
 * exports in its place, as it does with the index of the rows.
 */
export const packedWordings: PackedWordings = allTexts.flatMap(({ name, rank, reason }, place) => {
  const own = rank === 'tool' || rank === 'system' || leftOut.has(reason) ? undefined : wordings.get(name);
  return own === undefined ? [] : [[place, ...own] as const];
});
