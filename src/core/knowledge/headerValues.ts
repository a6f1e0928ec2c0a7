import { chainValues } from './headerValues/authProperties.ts';
import { fieldWords } from './headerValues/fieldWords.ts';
import { barracudaRules } from './headerValues/filterKeys.ts';
import type { HeaderValue } from './headerValues/headerValue.ts';
import { compauthReason, microsoftValues } from './headerValues/microsoftValues.ts';
import { rspamdSymbols, spamAssassinRules } from './headerValues/spamAssassinRules.ts';

/** What a value means in its set: the key that it stands behind, or the field whose value it is. Case does not matter. */
export function headerValue(set: string, value: string): HeaderValue | undefined {
  const key = set.toLowerCase();
  const word = value.trim().toLowerCase();
  if (key === 'compauth reason') return compauthReason(word);
  if (key === 'cv') return chainValues.get(word);
  return microsoftValues.get(key)?.get(word) ?? fieldWords.get(key)?.get(word);
}

/** What a rule of a spam filter looks for, by its name; `filter` tells whose names come first. */
export function spamRule(name: string, filter: 'spamassassin' | 'rspamd' | 'barracuda'): HeaderValue | undefined {
  const key = name.toLowerCase();
  // A site may have one filter write in the form of another, as Exim does with Rspamd.
  const others = filter === 'rspamd' ? [spamAssassinRules] : [spamAssassinRules, rspamdSymbols];
  const own = { rspamd: [rspamdSymbols], barracuda: [barracudaRules], spamassassin: [] }[filter];
  for (const table of [...own, ...others]) {
    const found = table.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
