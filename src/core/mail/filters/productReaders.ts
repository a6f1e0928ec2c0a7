import { all, number, says } from './fieldReaders.ts';
import type { FieldReader } from './filterMark.ts';

/** `not spam, SpamAssassin (…)`, `spam, ORDB-RBL, SpamAssassin (…)`, `not spam (whitelisted)`, `spam (blacklisted)`. */
export const mailScannerCheck: FieldReader = says(
  [/^not spam \((?:whitelisted|welcomelisted)/i, 'allowed'],
  [/^spam \((?:blacklisted|blocklisted)/i, 'blocked'],
  [/^not spam\b/i, 'clean'],
  [/^spam\b/i, 'spam'],
);

/** `Gauge=XXXIIIIIIII, Probability=38%, Report='RULE 0.5, RULE 0'`: the chance of spam in percent, without a limit. */
export const sophosReport: FieldReader = all(number(/\bProbability=(\d{1,3})%/i), (value) => ({
  says: 'scored',
  rules: [...value.slice(0, 8000).matchAll(/\b([A-Z_][A-Z0-9_]{2,60}) (-?\d{1,3}(?:\.\d{1,6})?)(?=[,'\s])/g)]
    .map(([, name = '', points]) => ({ name, points: Number(points) }))
    .filter(({ points }) => points !== 0),
}));

export const spamExpertsClass: FieldReader = says(
  [/^virus\b/i, 'malware'],
  [/^phish/i, 'phishing'],
  [/^spam\b/i, 'spam'],
  [/^(?:whitelisted|welcomelisted)\b/i, 'allowed'],
  [/^(?:blacklisted|blocklisted)\b/i, 'blocked'],
  [/^unsure\b/i, 'suspicious'],
  [/^(?:ham|not?-?spam)\b/i, 'clean'],
);
