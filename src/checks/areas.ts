/** What is looked at, in the order in which it matters. */
export const AREAS = ['mx', 'spf'] as const;

export type Area = (typeof AREAS)[number];
