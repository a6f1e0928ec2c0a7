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

/** What a check that came to no end says, in front of whose record it is (RFC 7208 2.6.7, RFC 8601 2.7.1). */
export const UNUSABLE: ReadonlyMap<string, string> = new Map([
  ['spf', 'it could not be checked, as there is something wrong with the record of the envelope sender'],
  ['dkim', 'it could not be checked, as the signature or its key is wrong or missing'],
]);

/** Results of DKIM that say that a signature was there and did not verify. */
export const UNVERIFIED: ReadonlySet<string> = new Set(['fail', 'neutral', 'permerror', 'policy', 'temperror']);

/** What a server did because of DMARC, by its `disposition`. */
export const DONE: ReadonlyMap<string, string> = new Map([
  ['none', 'Nothing was done because of DMARC'],
  ['quarantine', 'It was put aside or into the junk folder because of DMARC'],
  ['reject', 'It is to be refused because of DMARC'],
  ['spam', 'It was put aside or into the junk folder because of DMARC'],
]);

/** What the policy of a DMARC record asks for, by its `p`. */
export const POLICIES: ReadonlyMap<string, string> = new Map([
  ['none', 'nothing (p=none)'],
  ['quarantine', 'quarantine'],
  ['reject', 'refusal (p=reject)'],
]);
