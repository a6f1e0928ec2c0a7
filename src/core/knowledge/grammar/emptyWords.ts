import { textLimit } from '../texts.ts';

/** Words that a server says whatever happened: they tell nothing. */
const EMPTY_WORDS =
  /^(?:error|failed|failure|failing|rejected|denied|smtp|esmtp|sorry|server|request|command|message|ok|no|not)$/i;

const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/g;
const WORD = /\p{L}{2,}/gu;

/** Whether there is something in the words behind the codes that might tell what happened. */
export function saysSomething(text: string): boolean {
  const cut = text.slice(0, textLimit);
  const bare = cut.includes('@') ? cut.replace(ADDRESS, ' ') : cut;
  let telling = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(bare); match !== null; match = WORD.exec(bare)) {
    if (!EMPTY_WORDS.test(match[0]) && ++telling > 1) return true;
  }
  return false;
}

/** Numbers alone, or an object of which no member holds words: names of its members and of its event say nothing of the cause. */
export const isWordless = (text: string): boolean =>
  /^[\s\d.-]{0,40}$/.test(text) || (/^\s{0,20}\{/.test(text) && !HOLDS_WORDS.test(text));
const HOLDS_WORDS =
  /["']\w{0,20}(?:message|msg|reason|resp|reply|error|desc|detail|diag|text|cause|info|output|said)\w{0,20}["']\s{0,3}:/i;

/** Of a line of sendmail's or Postfix's log what it says behind its fields. */
export const behindFields = (line: string): string => BEHIND_FIELDS.exec(line)?.[0] ?? line;
const BEHIND_FIELDS = /\bstat(?:=[^\n]{1,2000}|us=[a-z]{4,12} \([^\n]{1,2000})/;
