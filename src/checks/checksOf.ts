import { checkAddress } from './address.ts';
import { type Area, type Section, USUAL_AREAS } from './areas.ts';
import { checkBlockLists } from './blockLists/blockLists.ts';
import type { Check } from './context.ts';
import { domainChecks } from './domain.ts';
import { lookUp } from './record/lookUp.ts';
import type { AskedTarget } from './target.ts';

/** What is checked of a target: of a domain all areas or those that were asked for. */
export function checksOf(target: AskedTarget, areas: readonly Area[] = []): ReadonlyMap<Section, Check> {
  if (target.kind === 'record') return new Map([['record', lookUp(target.type)]]);
  const checks = target.kind === 'domain' ? domainChecks : addressChecks;
  const asked: readonly Section[] = target.areas ?? (areas.length > 0 ? areas : ['record', ...USUAL_AREAS]);
  return new Map([...checks].filter(([area]) => asked.includes(area)));
}

/** What is checked of an IP address. */
const addressChecks: ReadonlyMap<Section, Check> = new Map<Section, Check>([
  ['reverse', checkAddress],
  ['block-lists', checkBlockLists],
]);
