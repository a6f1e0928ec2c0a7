/** A closed padlock, as a path on a grid of 16, filled by the even-odd rule. */
export const LOCKED = 'M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7h1Zm1.2 0h3.6V5a1.8 1.8 0 0 0-3.6 0v2Z';
