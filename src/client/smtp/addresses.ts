import { t } from '../../core/text/words.ts';

/** Characters of an address (RFC 5321 4.5.3.1 has 64, 255 and the @). */
const LONGEST = 320;
/** Recipients that one probe asks about. */
export const MOST_RECIPIENTS = 50;

/** Why a sender cannot be said; nothing is the null sender. */
export function senderProblem(text: string): string | undefined {
  if (text === '' || text === '<>') return undefined;
  return addressProblem(text);
}

/** Addresses out of what was typed: a comma, a semicolon or a blank stands between them, unless it is quoted. */
export function readRecipients(text: string): readonly string[] {
  const found: string[] = [];
  for (const [word] of text.matchAll(/(?:"(?:[^"\\]|\\.){0,300}"|[^\s,;"]){1,400}/g)) found.push(bare(word));
  return found;
}

/** Why recipients cannot be said. */
export function recipientsProblem(text: string): string | undefined {
  const all = readRecipients(text);
  if (all.length === 0) return t('Enter an address, or several with commas between.');
  if (all.length > MOST_RECIPIENTS)
    return t('These are {0} addresses; at most {1} are asked about at a time.', all.length, MOST_RECIPIENTS);
  for (const one of all) {
    const problem = addressProblem(one);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function addressProblem(text: string): string | undefined {
  const address = bare(text);
  if (address.length > LONGEST) return t('This is longer than any mail address.');
  if (/[\p{Cc}\p{Zl}\p{Zp}<>]/u.test(address))
    return t('“{0}” has a character in it that no address has.', address.slice(0, 60));
  if (/\s/.test(address.replace(/"[^"]{0,300}"/g, ''))) return t('An address has no blanks in it.');
  if (!/^.{1,200}@.{1,255}$/s.test(address) && !/^postmaster$/i.test(address))
    return t('“{0}” is no mail address: name@example.org.', address.slice(0, 60));
  return undefined;
}

/** An address without the brackets around it. */
export const bare = (address: string): string => /^<([^<>]{0,400})>$/.exec(address.trim())?.[1] ?? address.trim();
