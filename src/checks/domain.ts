import type { Area } from './areas.ts';
import type { Check } from './context.ts';
import { checkMx } from './mx/mx.ts';
import { checkSpf } from './spf/check.ts';

/** What is checked of a domain. */
export const domainChecks: ReadonlyMap<Area, Check> = new Map<Area, Check>([
  ['mx', checkMx],
  ['spf', checkSpf],
]);
