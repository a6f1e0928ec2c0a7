/** An address in a text without markup. */
interface TextLink {
  /** Whole: with the scheme that it lacks, without the line ends inside it. */
  readonly href: string;
  readonly at: number;
  /** Characters that it takes in the text. */
  readonly length: number;
}

// A closing bracket of any kind ends an address in a sentence.
const BARE =
  /(?<![A-Za-z0-9])(?:https?|ftp):\/\/(?:\[[\da-f:.]{2,60}\])?[^\s\p{Cc}<>"'\]]{1,8000}|(?<![\w@./-])www\.(?=[\w-]{1,63}\.[a-z])[^\s\p{Cc}<>"'\]]{1,8000}|(?<![\w.+@-])(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/** Lines with which an address between angle brackets goes on (RFC 3986 C). */
const BRACKETED = /(?:[ \t]{0,4}\r?\n[ \t]{0,4}[^\s\p{Cc}<>"']{1,2000}){1,10}>/uy;
/** The same where a line that begins with a blank goes on with the one above (RFC 5545 3.1, RFC 6350 3.2). */
const FOLDED = /(?:\r?\n[ \t][^\s\p{Cc}<>"'\]]{1,2000}){1,20}/uy;

/**
 * Addresses of the web and of mail in a text without markup, without the punctuation of the sentence around them.
 * `folded`: of a calendar or a card, whose lines are folded and whose commas are escaped.
 */
export function* textLinks(text: string, folded = false): Iterable<TextLink> {
  for (const { 0: found, index: at } of text.matchAll(BARE)) {
    const end = at + found.length;
    const goesOn = folded ? FOLDED : text[at - 1] === '<' ? BRACKETED : undefined;
    if (goesOn !== undefined) goesOn.lastIndex = end;
    const behind = goesOn?.exec(text)?.[0].replace(/>$/, '') ?? '';
    const whole = folded ? unescaped(found + behind.replace(/\r?\n[ \t]/g, '')) : found + behind.replace(/\s/g, '');
    // What a filter put behind a `;` or a `$` belongs to it.
    const href = whole.replace(/[.,:!?*)}>]{1,10}$/, '');
    const length = behind === '' && !folded ? href.length : found.length + behind.length;
    if (/^www\./i.test(href)) yield { href: `http://${href}`, at, length };
    else if (href.includes('@') && !/^\w{3,6}:/.test(href)) yield { href: `mailto:${href}`, at, length };
    else if (href.length > 'https://'.length) yield { href, at, length };
  }
}

/** RFC 5545 3.3.11: an escaped line end is none of the address. */
const unescaped = (value: string): string => value.replace(/\\n.*$/is, '').replace(/\\([,;\\])/g, '$1');
