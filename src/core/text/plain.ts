/** Characters of a line of a report; what a server sent beyond that is cut. */
const LONGEST = 1000;

/**
 * What a terminal or an editor acts on, what turns the direction of writing and what shows nothing: control characters
 * (escape sequences begin with one), line and paragraph separators, Default_Ignorable_Code_Point of the Unicode
 * Character Database (soft hyphen, Arabic letter mark, zero-width and bidirectional controls, Hangul fillers, tags) and
 * interlinear annotation. Variation selectors stay: emoji are written with them.
 */
const UNSAFE = /(?![\ufe00-\ufe0f])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** The same but the line feed. */
const UNSAFE_IN_LINES = new RegExp(`(?!\\n)${UNSAFE.source}`, 'gu');

/**
 * Text from a document or a server as one line that does nothing but be read: what is unsafe becomes U+FFFD, a tab a
 * blank. What is longer than `longest` UTF-16 code units is cut, and an ellipsis says so.
 */
export function plainText(text: string, longest = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/\t/g, ' ').replace(UNSAFE, '\ufffd');
}

/** Lines of text that do nothing but be read; only their line feeds stay, and nothing is cut. */
export const plainLines = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNSAFE_IN_LINES, '\ufffd');

/** JSON in which every unsafe character of a string is written as an escape, so that its reader gets it back. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNSAFE, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** Whether a value is a list whose items are made as they are asked for. */
export const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** The same of an object in pieces, field by field, and item by item where a field is a list: one string has an end. */
export function* plainJsonPieces(fields: Iterable<readonly [name: string, value: unknown]>): Iterable<string> {
  let mark = '{';
  for (const [name, value] of fields) {
    yield `${mark}${plainJson(name)}:`;
    mark = ',';
    if (isList(value)) yield* listPieces(value);
    else yield plainJson(value);
  }
  yield mark === '{' ? '{}' : '}';
}

function* listPieces(list: Iterable<unknown>): Iterable<string> {
  let mark = '[';
  for (const item of list) {
    yield `${mark}${plainJson(item)}`;
    mark = ',';
  }
  yield mark === '[' ? '[]' : ']';
}

/** A value of plain data in which every string is made plain, line by line. Keys are those of our own types. */
export function plainData<T>(value: T): T {
  if (typeof value === 'string') return plainLines(value) as T;
  if (Array.isArray(value)) return value.map(plainData) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainData(inner)])) as T;
}
