/** Where the exception ends that Jakarta Mail writes below the one that it caused; else `end`. */
export const endWithNested = (text: string, end: number): number =>
  end + (/^\s{0,4}nested exception is:\s{1,20}[^\r\n]{3,300}/.exec(text.slice(end, end + 360))?.[0].length ?? 0);
