/** What is looked at, in the order in which it matters. */
export const AREAS = ['mx', 'spf'] as const;

export type Area = (typeof AREAS)[number];

/** A part of a report: an area, or a look-up of one record. */
export type Section = Area | 'record';

export const SECTIONS: readonly Section[] = ['record', ...AREAS];
