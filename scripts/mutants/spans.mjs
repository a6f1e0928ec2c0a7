/**
 * The spans of text that ran, as start, end, start, end …; the innermost range around a character says whether it did.
 *
 * @param {readonly { readonly ranges: readonly { startOffset: number, endOffset: number, count: number }[] }[]} functions
 */
export function executedSpans(functions) {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  /** @type {number[]} */
  const spans = [];
  /** @type {typeof ranges} */
  const open = [];
  let at = 0;
  /** @param {number} to */
  const advance = (to) => {
    if (to > at && (open.at(-1)?.count ?? 0) > 0) {
      if (spans.at(-1) === at) spans[spans.length - 1] = to;
      else spans.push(at, to);
    }
    at = Math.max(at, to);
  };
  const close = () => advance(/** @type {typeof ranges[number]} */ (open.at(-1)).endOffset);
  for (const range of ranges) {
    while (open.length > 0 && /** @type {typeof range} */ (open.at(-1)).endOffset <= range.startOffset) {
      close();
      open.pop();
    }
    advance(range.startOffset);
    open.push(range);
  }
  while (open.length > 0) {
    close();
    open.pop();
  }
  return spans;
}
