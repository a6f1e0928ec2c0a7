/**
 * Words from `start` to `end`, with the exception behind them that caused them: the one that Jakarta Mail writes below,
 * or the last one of a trace of Java.
 */
export function withNested(text: string, start: number, end: number): string {
  const below = text.slice(end, end + BELOW);
  const nested = /^\s{0,4}nested exception is:\s{1,20}[^\r\n]{3,300}/.exec(below)?.[0];
  const cause = nested ?? TRACE.exec(below)?.[1];
  return text.slice(start, end) + (cause ?? '');
}

/** Characters of a trace. */
const BELOW = 8000;

const TRACE =
  /^(?:\r?\n(?:[ \t]{1,12}(?:at|\.{3}) [^\r\n]{1,500}|(?=Caused by: )[^\r\n]{1,500})){0,99}(\r?\nCaused by: [^\r\n]{3,300})/;
