import { greatest } from './lists.ts';
import { plainText } from './plain.ts';

/** Text of a document made inert for Markdown: no markup, no link, no HTML, no line break survives. */
export const escapeMarkdown = (text: string): string =>
  plainText(text.replace(/[\r\n\t]+/g, ' '), Number.POSITIVE_INFINITY).replace(
    /[\\`*_{}[\]()#+\-.!|~<>&:@$"'=^]/g,
    (c) => ESCAPED.get(c) ?? `\\${c}`,
  );

/** Entities where a backslash would not be enough: Markdown hands these on to HTML, or links bare addresses. */
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
  ['"', '&quot;'],
  [':', '&#58;'],
  ['@', '&#64;'],
  ['.', '&#46;'],
  ["'", '&#39;'],
  ['$', '&#36;'],
  ['=', '&#61;'],
  ['^', '&#94;'],
]);

/** Text of a document as an inline code span, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const flat = plainText(text.replace(/\s+/g, ' '), Number.POSITIVE_INFINITY).trim();
  if (flat === '') return '';
  const longest = greatest(
    [...flat.matchAll(/`+/g)].map((m) => m[0].length),
    0,
  );
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

/**
 * Escapes a text for Markdown that people also read as it is: only what would open markup or HTML. A dot, a colon or an
 * underscore within a word stays, so a viewer may still make a link of an address.
 */
export const escapeLightly = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
