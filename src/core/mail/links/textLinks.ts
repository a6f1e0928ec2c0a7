// A closing bracket of any kind ends an address in a sentence.
const BARE = /(?<![A-Za-z0-9])https?:\/\/[^\s\p{Cc}<>"'\]]{1,8000}/giu;

/** Web addresses in a text without markup, without the punctuation of the sentence around them. */
export function* textLinks(text: string): Iterable<{ readonly href: string; readonly at: number }> {
  for (const match of text.matchAll(BARE)) {
    // What a filter put behind a `;` or a `$` belongs to it.
    const href = match[0].replace(/[.,:!?*)}>]{1,10}$/, '');
    if (href.length > 'https://'.length) yield { href, at: match.index };
  }
}
