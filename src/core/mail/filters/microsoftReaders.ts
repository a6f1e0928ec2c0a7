import type { FieldReader, FieldReading, FilterVerdict } from './filterMark.ts';

/** From this spam confidence level on a message is spam. */
const SPAM_LEVEL = 5;

/** SFV: who decided, and what. */
const VERDICTS: ReadonlyMap<string, FilterVerdict> = new Map<string, FilterVerdict>([
  ['NSPM', 'clean'],
  ['SPM', 'spam'],
  ['BLK', 'blocked'],
  ['SKB', 'blocked'],
  ['SKS', 'blocked'],
  ['SFE', 'allowed'],
  ['SKA', 'allowed'],
  ['SKI', 'allowed'],
  ['SKN', 'allowed'],
  ['SKQ', 'allowed'],
]);

/** CAT: which policy was applied. */
const CATEGORIES: ReadonlyMap<string, FilterVerdict> = new Map<string, FilterVerdict>([
  ['AMP', 'malware'],
  ['MALW', 'malware'],
  ['SAP', 'malware'],
  ['FTBP', 'blocked'],
  ['BIMP', 'phishing'],
  ['DIMP', 'phishing'],
  ['GIMP', 'phishing'],
  ['UIMP', 'phishing'],
  ['HPHISH', 'phishing'],
  ['HPHSH', 'phishing'],
  ['PHSH', 'phishing'],
  ['SPOOF', 'phishing'],
  ['INTOS', 'phishing'],
  ['HSPM', 'spam'],
  ['OSPM', 'spam'],
  ['SPM', 'spam'],
  ['BULK', 'bulk'],
]);

/** X-Forefront-Antispam-Report: a list that lets the message through decides over what the content looks like. */
export const antispamReport: FieldReader = (value) => {
  const key = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s{0,5}${name}:\\s{0,5}([\\w-]{1,20})`).exec(value)?.[1]?.toUpperCase();
  const verdict = key('SFV');
  const category = key('CAT');
  const bySfv = VERDICTS.get(verdict ?? '');
  const byCategory = CATEGORIES.get(category ?? '');
  const level = scl(key('SCL'));
  if (bySfv === 'allowed' || bySfv === 'blocked') return { ...level, says: bySfv, word: `SFV:${verdict}` };
  if (byCategory !== undefined) return { ...level, says: byCategory, word: `CAT:${category}` };
  if (bySfv !== undefined) {
    const bulk = bySfv === 'spam' && key('SRV') === 'BULK';
    return { ...level, says: bulk ? 'bulk' : bySfv, word: bulk ? 'SRV:BULK' : `SFV:${verdict}` };
  }
  return level;
};

function scl(written: string | undefined): FieldReading | undefined {
  const score = written === undefined || !/^-?\d$/.test(written) ? Number.NaN : Number(written);
  if (score < -1 || Number.isNaN(score)) return undefined;
  return {
    says: score < 0 ? 'allowed' : score >= SPAM_LEVEL ? 'spam' : 'clean',
    word: `SCL ${score}`,
    score,
    limit: SPAM_LEVEL,
  };
}

/** X-MS-Exchange-Organization-SCL */
export const confidenceLevel: FieldReader = (value) => scl(value);

/** X-MS-Exchange-Organization-PCL: 1 to 3 neutral, 4 to 8 suspicious. */
export const phishingLevel: FieldReader = (value) =>
  /^[4-8]$/.test(value)
    ? { says: 'suspicious', word: `PCL ${value}`, rules: [{ name: 'PCL', points: Number(value) }] }
    : undefined;

/** X-Microsoft-Antispam: a sender of whom many complain has a bulk complaint level of 7 and more. */
export const bulkLevel: FieldReader = (value) => {
  const level = /(?:^|;)\s{0,5}BCL:\s{0,5}(\d)\s{0,5}(?:;|$)/.exec(value)?.[1];
  if (level === undefined || level === '0') return undefined;
  const rules = [{ name: 'BCL', points: Number(level) }];
  return Number(level) >= 7 ? { says: 'bulk', word: `BCL ${level}`, rules } : { rules };
};
