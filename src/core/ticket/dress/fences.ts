import { CoverWriter } from './cover.ts';
import { headOf, type Layer } from './layer.ts';

/** Marks between which trackers and chats show a text as it is. */
const OPEN = /^[ \t]{0,4}(`{3}|\{(?:code|noformat|quote)(?::\w{1,20})?\}|\[(?:code|quote|pre)\]|"""|''')(?=[A-Za-z])/i;

/** A header that starts on the line of its opening mark. */
export const fences: Layer = (lines) => {
  const match = OPEN.exec(headOf(lines, 0));
  if (match === null) return undefined;
  const mark = match[1] as string;
  const closing = mark.startsWith('[') ? `[/${mark.slice(1)}` : mark.replace(/:\w{1,20}\}$/, '}');
  const writer = new CoverWriter();
  const end = lines.text.indexOf(closing, match[0].length);
  if (end < 0) {
    writer.keep(lines.text.slice(match[0].length), match[0].length);
    return writer.done(lines.count);
  }
  writer.keep(lines.text.slice(match[0].length, end), match[0].length);
  return writer.done(lines.lineOf(end) + 1);
};
