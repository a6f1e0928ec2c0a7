/** Text of a document made inert for Markdown: no markup, no link, no HTML, no line break survives. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/[\\`*_{}[\]()#+\-.!|~<>&:@$"'=^]/g, (c) => ESCAPED.get(c) ?? `\\${c}`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
  );
}

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
  const flat = text
    .replace(/\s+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
    .trim();
  if (flat === '') return '';
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}
