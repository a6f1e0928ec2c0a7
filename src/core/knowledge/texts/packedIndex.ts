import { allTexts } from '../texts.ts';
import { type PackedIndex, packIndex } from './textIndex.ts';

/** The index of all rows. The build runs this module and puts what it exports in its place, so that no start waits for it. */
export const packedIndex: PackedIndex = packIndex(allTexts.map(({ pattern }) => pattern));
