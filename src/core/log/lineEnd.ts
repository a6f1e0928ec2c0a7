/** Where the line at an offset ends, its break not counted; -1 where that is more than `most` characters away. */
export function lineEnd(text: string, at: number, most: number): number {
  const limit = Math.min(text.length, at + most);
  for (let i = at; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return i;
  }
  return limit === text.length ? limit : -1;
}

/** Where the next line starts, its predecessor ending at `end`. */
export const behindBreak = (text: string, end: number): number =>
  text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
