import type { Unsendable } from './mechanism.ts';

export type Prepared = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: Unsendable };

/** Non-ASCII blanks, which become a blank (RFC 4013 2.1, RFC 3454 C.1.2). */
const BLANKS = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/gu;
/** What is commonly mapped to nothing (RFC 3454 B.1). U+200B stands there too and is a blank first. */
const NOTHING = /[\u00ad\u1806\u2060\ufeff]|[\u180b-\u180d]|[\u200c\u200d]|[\ufe00-\ufe0f]|\u034f/gu;
/** Controls, private use, no characters, surrogates, what changes the display or tags (RFC 4013 2.3, RFC 3454 C.2 to C.9). */
const FORBIDDEN =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e\u2061-\u2063\u206a-\u206f\u2ff0-\u2ffb\ufff9-\ufffd\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}]/u;
/** Written from right to left (RFC 3454 D.1). */
const RIGHT_TO_LEFT =
  /[\u05be\u05c0\u05c3\u05d0-\u05ea\u05f0-\u05f4\u061b\u061f\u0621-\u063a\u0640-\u064a\u066d-\u066f\u0671-\u06d5\u06dd\u06e5\u06e6\u06fa-\u06fe\u0700-\u070d\u0710\u0712-\u072c\u0780-\u07a5\u07b1\ufb1d\ufb1f-\ufb28\ufb2a-\ufb36\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfc\ufe70-\ufe74\ufe76-\ufefc]/u;
const LETTER = /\p{L}/u;
const UNASSIGNED = /\p{Cn}/u;

/**
 * SASLprep (RFC 4013): user names and passwords in the one form in which both sides compute with them. A `stored` string
 * may hold no code point that Unicode has not assigned (RFC 5802 2.2); that is the Unicode of this program, not 3.2.
 */
export function saslPrep(text: string, stored: boolean): Prepared {
  const normal = text.replace(BLANKS, ' ').replace(NOTHING, '').normalize('NFKC');
  if (normal === '') return { ok: false, why: 'empty' };
  if (FORBIDDEN.test(normal) || BLANKS.test(normal)) return { ok: false, why: 'forbidden-character' };
  if (stored && UNASSIGNED.test(normal)) return { ok: false, why: 'forbidden-character' };
  return isMixed([...normal]) ? { ok: false, why: 'mixed-direction' } : { ok: true, text: normal };
}

/** RFC 3454 6: what is written from right to left begins and ends so, and has nothing in it that is not. */
function isMixed(characters: readonly string[]): boolean {
  if (!characters.some((one) => RIGHT_TO_LEFT.test(one))) return false;
  const ends = [characters[0] ?? '', characters.at(-1) ?? ''];
  if (!ends.every((one) => RIGHT_TO_LEFT.test(one))) return true;
  return characters.some((one) => LETTER.test(one) && !RIGHT_TO_LEFT.test(one));
}
