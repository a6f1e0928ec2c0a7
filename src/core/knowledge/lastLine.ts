/** Characters in which the last line is looked for. */
const LIMIT = 6000;

/** A line that sends people elsewhere tells no status. */
const POINTS_ELSEWHERE = /https?:|www\.|@|\b(?:visit|contact|see|refer|information|please|help|support|gsmtp)\b/i;

/** A line that goes on with a sentence of the one before begins with a small letter. */
const BEGINS_A_SENTENCE = /^[^\p{L}]{0,20}[\p{Lu}\p{Lo}]/u;

/**
 * The words of the last line of a reply of several lines, which carries its status (RFC 5321 4.2.1); undefined where the
 * reply has one line, or its last one only says where to read on.
 */
export function lastLineOf(whole: string): string | undefined {
  const text = whole.slice(0, LIMIT);
  const code = /([245](?<![\d.]\d)\d\d)-/.exec(text);
  const words = code === null ? behindBreak(text) : behindCode(text, code[1] as string, code.index);
  const line = words?.trim() ?? '';
  return BEGINS_A_SENTENCE.test(line) && !POINTS_ELSEWHERE.test(line) ? line : undefined;
}

/** What ends with such a mark goes on in the next line. */
const goesOn = (text: string): boolean => /[:,;(-]\s{0,20}$/.test(text.slice(-30));

function behindBreak(text: string): string | undefined {
  const end = text.trimEnd();
  const at = end.lastIndexOf('\n');
  return at < 0 || goesOn(end.slice(0, at)) ? undefined : end.slice(at + 1);
}

function behindCode(text: string, code: string, from: number): string | undefined {
  // Where lines are kept the code begins one; where they were joined no colon announces the reply of another server.
  const before = text.includes('\n') ? '\\n[\\s>|"]{0,20}' : '(?<!:)[\\s>|"]';
  const last = new RegExp(`${before}${code} (?:[245]\\.\\d{1,3}\\.\\d{1,3} )?`, 'g');
  last.lastIndex = from;
  let found: RegExpExecArray | null = null;
  for (let match = last.exec(text); match !== null; match = last.exec(text)) found = match;
  if (found === null || goesOn(text.slice(0, found.index))) return undefined;
  const words = text.slice(found.index + found[0].length);
  const end = words.search(/[\r\n]|\(in reply to/);
  return end < 0 ? words : words.slice(0, end);
}
