/** A half-open range of UTF-16 code units of a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a cursor at `offset` stands in the span or right behind its last character. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

export const spanText = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The first item of a list in the order of the text that ends behind `offset`; its index. */
export function firstEndingBehind(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
