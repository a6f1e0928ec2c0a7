import type { Span } from '../../text/span.ts';

/** A piece of a structured field body (RFC 5322 3.2): comments and quoted strings are never cut. */
export interface Token extends Span {
  readonly kind: 'word' | 'comment' | 'semicolon';
}

/**
 * Cuts `text` from `start` to `end` into words, comments and semicolons; folding counts as blanks.
 * A quotation mark, an angle or a parenthesis that is never closed is an ordinary character.
 */
export function* tokens(text: string, start: number, end: number): Iterable<Token> {
  const closing = closingParentheses(text, start, end);
  // Behind one that nothing closes every quotation mark is escaped, and closes nothing and is closed by nothing.
  let noQuote = false;
  let i = start;
  while (i < end) {
    const c = text[i] as string;
    if (isBlank(c)) {
      i++;
      continue;
    }
    if (c === ';') {
      yield { kind: 'semicolon', start: i, end: i + 1 };
      i++;
      continue;
    }
    if (c === '(') {
      const close = closing.get(i);
      if (close !== undefined) yield { kind: 'comment', start: i, end: close + 1 };
      i = (close ?? i) + 1;
      continue;
    }
    const from = i;
    let noAngleBefore = 0;
    for (; i < end; i++) {
      const d = text[i] as string;
      if (isBlank(d) || d === ';' || d === '(') break;
      if (d === '"' && !noQuote) {
        const close = closingQuote(text, i, end);
        noQuote = close === undefined;
        i = close ?? i;
      } else if (d === '<' && i >= noAngleBefore) {
        const stop = angleStop(text, i, end);
        if (text[stop] === '>') i = stop;
        else noAngleBefore = stop;
      }
    }
    yield { kind: 'word', start: from, end: i };
  }
}

/** The inside of a comment, folding and runs of blanks made one blank, cut to a length that any pattern may search. */
export const commentText = (text: string, comment: Span): string =>
  text
    .slice(comment.start + 1, Math.min(comment.end - 1, comment.start + 1 + COMMENT_LIMIT))
    .replace(/\s+/g, ' ')
    .trim();

const COMMENT_LIMIT = 1000;

const isBlank = (c: string): boolean => c === ' ' || c === '\t' || c === '\r' || c === '\n';

/** Comments nest (RFC 5322 3.2.2); the pairs are found in one pass, so that unclosed ones cost nothing. */
function closingParentheses(text: string, start: number, end: number): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '(') open.push(i);
    else if (c === ')') {
      const opened = open.pop();
      if (opened !== undefined) closing.set(opened, i);
    } else if (c === '"' && open.length === 0) i = closingQuote(text, i, end) ?? i;
  }
  return closing;
}

function closingQuote(text: string, start: number, end: number): number | undefined {
  for (let i = start + 1; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return undefined;
}

/** Where a `<` stops: at its `>`, or at the blank or the end that comes first. */
function angleStop(text: string, start: number, end: number): number {
  let i = start + 1;
  while (i < end && text[i] !== '>' && !isBlank(text[i] as string)) {
    const close = text[i] === '"' ? closingQuote(text, i, Math.min(end, i + 300)) : undefined;
    i = (close ?? i) + 1;
  }
  return i;
}
