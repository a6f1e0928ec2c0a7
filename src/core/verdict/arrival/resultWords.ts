/** How a result of SPF or DKIM (RFC 8601 2.7) is told where it is none for the domain that was checked. */
export const RESULT_WORDS: ReadonlyMap<string, (name: string, whose: string) => string> = new Map([
  ['pass', (name, whose) => `${name} passed${whose}`],
  ['none', (name, whose) => (name === 'SPF' ? `there is no SPF record${whose}` : 'no DKIM signature counts')],
  ['fail', (name, whose) => `${name} failed${whose}`],
  ['softfail', (name, whose) => `${name} failed softly${whose}`],
  ['neutral', (name, whose) => `${name} is neutral${whose}`],
  ['temperror', (name, whose) => `${name} could not be checked${whose}, as the DNS did not answer`],
  ['permerror', (name, whose) => `${name} could not be checked${whose}, as the record is wrong`],
]);

/** Results of DKIM that say that a signature was there and did not verify. */
export const UNVERIFIED: ReadonlySet<string> = new Set(['fail', 'neutral', 'permerror', 'policy', 'temperror']);
