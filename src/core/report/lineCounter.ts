import type { Span } from '../text/span.ts';

/** The line of an offset, counted from 1 by LF alone. */
export function lineCounter(text: string): (offset: number) => number {
  const breaks = lineFeeds(text);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function lineFeeds(text: string): Uint32Array {
  let count = 0;
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) count++;
  const found = new Uint32Array(count);
  for (let i = text.indexOf('\n'), at = 0; i !== -1; i = text.indexOf('\n', i + 1)) found[at++] = i;
  return found;
}

/** The lines of a span, from 1. */
export type Locate = (span: Span) => { readonly line: number; readonly lastLine: number };
