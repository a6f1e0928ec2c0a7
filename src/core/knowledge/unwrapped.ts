/** Characters of a text that are looked at before it is unwrapped. */
const longest = 6000;

/** What a tool puts between two lines: breaks, also spelled out, quote marks and indentation. */
const between = /(?:\r\n?|\n|(?:\\r)?\\n(?=\d{3}[ -]))[ \t\u00a0]{0,80}(?:[>|][ \t]?){0,9}[ \t\u00a0]{0,80}/g;
/** Where breaks are spelled out; alone, a backslash and an n may stand in the name of a user of Windows. */
const SPELT_OUT = /[245](?<!\d\d)\d\d\\n|\\r\\n/;
const somethingToDo = /[\t\r\n\u00a0]|\\n\d{3}[ -]|\d\\n|\\r\\n| {2}|[2-5](?<!\d\d)\d\d-/;
/** What stands wherever there is something to do. */
const mayBeWrapped = /[\t\r\n\u00a0\\]| {2}|\d-/;

/**
 * A text on one line with single blanks: line breaks, folding, tabs and the code that each further line of a reply
 * repeats (RFC 5321 4.2.1) are taken out, so that known words are found however they were wrapped.
 */
export function unwrapped(whole: string): string {
  const text = whole.length > longest ? whole.slice(0, longest) : whole;
  if (!mayBeWrapped.test(text) || !somethingToDo.test(text)) return text;
  const code = /(?<![\d.])([2-5]\d\d)[ -]/.exec(text)?.[1];
  const told = SPELT_OUT.test(text) ? text.replaceAll(/(?:\\r)?\\n/g, '\n') : text;
  const lines = told.replace(between, '\n').split('\n');
  const again =
    code === undefined ? undefined : new RegExp(`^${code}(?:[ -]|$)(?:[245]\\.\\d{1,3}\\.\\d{1,3}(?:[ -]|$))?`);
  const first = lines[0] ?? '';
  const rest = lines.slice(1).map((line) => (again === undefined ? line : line.replace(again, '')));
  const joined = [first, ...rest].join(' ').replace(/[ \t\u00a0]{1,400}/g, ' ');
  return code === undefined ? joined : withoutRepeats(joined, code);
}

/** Some tools join the lines of a reply and leave the code of each in place: `550-5.7.26 text 550-5.7.26 more`. */
function withoutRepeats(text: string, code: string): string {
  const from = text.indexOf(code) + code.length;
  const repeated = new RegExp(` ${code}(?:-(?:[245]\\.\\d{1,3}\\.\\d{1,3} )?| [245]\\.\\d{1,3}\\.\\d{1,3} )`, 'g');
  return text.slice(0, from) + text.slice(from).replace(repeated, ' ');
}
