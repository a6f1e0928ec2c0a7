const STAMP = /\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d\d:?\d\d)?$|(?:^|[\r\n])[ \t>|]{0,12}\d{1,5}$/;

/**
 * Whether what starts here may be the beginning of a line of its own: at the start of a line, behind marks of quotation,
 * lists, tables, prompts and comments, behind a time stamp or what a log puts in front, or in quotation marks.
 */
export function isOpening(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  if (from === 0) return true;
  const before = text.charAt(from - 1);
  if (before === '\n' || before === '\r') return true;
  if (/[`|│"'>»“„«‘(]/.test(before)) return true;
  if (/[■□●◆▼★・※]/.test(before)) return true;
  if (from === at) return (before === '+' || before === '-') && (from === 1 || /[\n\r]/.test(text.charAt(from - 2)));
  return /[\]):$#%*+•·-]/.test(before) || STAMP.test(text.slice(Math.max(0, from - 40), from));
}

/** What may stand behind the end of such a line: marks that close what it stands in, a remark. */
export const END =
  '(?=["\'`|│<;,.\\\\)»”“]{0,4}[ \\t]{0,8}(?:[|│#].{0,200}|\\*\\/|\\\\[rn].{0,8000}|-->.{0,40})?$|["\'`](?:[\\s,;)]|$)|[ \\t]{0,4}<)';

/** What may stand in front of a line that goes on with what was said: blanks, marks, a time stamp of a log. */
export const LEAD =
  '(?:[^\\r\\n]{0,30}\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?\\]?[ \\t]{1,40}(?:[\\w.-]{1,60} [\\w/.-]{1,40}(?:\\[\\d{1,10}\\])?:[ \\t]{1,40})?|[ \\t>|+#*]{0,40})';
