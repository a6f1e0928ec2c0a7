import { readableWords } from '../mail/header/encodedWords.ts';
import { plainLines, plainText } from '../text/plain.ts';

/** Keys of the Language Server Protocol under which a line of text stands that the editor shows. */
const LINES: ReadonlySet<string> = new Set(['name', 'title', 'label', 'detail', 'message', 'tooltip']);
/** Those in which encoded words (RFC 2047) are shown in letters; a problem may be about how they are written. */
const DECODED: ReadonlySet<string> = new Set(['name', 'title', 'label', 'detail', 'tooltip']);
/** Keys under which lines of text or of Markdown stand. */
const TEXTS: ReadonlySet<string> = new Set(['contents', 'documentation', 'value']);
/** What the editor hands on or inserts, and does not show: left as it is. */
const LEFT: ReadonlySet<string> = new Set(['arguments', 'edit', 'textEdit', 'data', 'insertText', 'newText', 'target']);

/** The answer of a feature with every text that is shown made plain: it may come out of a hostile document. */
export function shown<T>(answer: T): T {
  if (Array.isArray(answer)) return answer.map(shown) as T;
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, shownUnder(key, value)])) as T;
}

function shownUnder(key: string, value: unknown): unknown {
  if (LEFT.has(key)) return value;
  if (typeof value !== 'string') return shown(value);
  if (LINES.has(key)) return plainText(DECODED.has(key) ? readableWords(value) : value);
  return TEXTS.has(key) ? plainLines(value) : value;
}
