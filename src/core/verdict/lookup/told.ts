import { stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { explained } from '../verdict.ts';

/** What a verdict says by a row that is made for the names of one ticket. */
export const told = (...row: Parameters<typeof because>) => explained(stated(because(...row)));
