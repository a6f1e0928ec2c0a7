/** What a client makes of Markdown: `html` decodes entities and hides backslashes, `markdown` may show both raw. */
export type Markup = 'html' | 'markdown' | 'plaintext';

/** A code span, an escaped character, an entity of `escapeMarkdown`. */
const PIECE = /(`{1,200})(?!`)[^\n]{0,5000}?[^`\n]\1(?!`)|\\([!-/:-@[-`{-~])|&(lt|gt|amp|quot|#\d{2,3});/g;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

/** Characters that open markup wherever they stand; others do so at the beginning of a line alone. */
const OPENS = /[\\`*_[\]<>]/;

/** Markdown of ours for a client that shows entities and needless backslashes as they are: its text stays inert. */
function withoutEntities(markdown: string): string {
  return markdown.replace(PIECE, (piece, fence, escaped, entity, at: number) => {
    if (fence !== undefined) return piece;
    const character = escaped ?? NAMED.get(entity) ?? String.fromCharCode(Number(entity.slice(1)));
    const begins = at === 0 || markdown[at - 1] === '\n';
    return OPENS.test(character) || begins ? `\\${character}` : character;
  });
}

/** The same as text that is read as it stands. */
function asText(markdown: string): string {
  const kept: string[] = [];
  const keep = (text: string): string => `\uE000${kept.push(text) - 1}\uE000`;
  return markdown
    .replaceAll('\uE000', '')
    .replace(PIECE, (piece, fence, escaped, entity) => {
      if (fence !== undefined) return keep(piece.slice(fence.length, -fence.length).replace(/^ (.{0,5000}) $/, '$1'));
      return keep(escaped ?? NAMED.get(entity) ?? String.fromCharCode(Number(entity.slice(1))));
    })
    .replace(/\[([^\]\n]{0,2000})\]\((?!command:)([^)\s]{1,2000})\)/g, '$1 ($2)')
    .replace(/\[([^\]\n]{0,2000})\]\([^)\n]{0,4000}\)/g, '$1')
    .replace(/\*\*|^#{1,6} |^---$| {2}$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\uE000(\d{1,9})\uE000/g, (_, index) => kept[Number(index)] as string);
}

/** Markdown of ours in the form that a client shows. */
export function inMarkup(markdown: string, markup: Markup): string {
  if (markup === 'html') return markdown;
  return markup === 'markdown' ? withoutEntities(markdown) : asText(markdown);
}

/** The richest form that a client takes of those that it names (LSP 3.17, `contentFormat`); text where it names none. */
export function markupFor(formats: unknown, decodes: boolean): Markup {
  if (!Array.isArray(formats) || !formats.includes('markdown')) return 'plaintext';
  return decodes ? 'html' : 'markdown';
}
