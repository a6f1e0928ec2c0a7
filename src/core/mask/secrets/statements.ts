import type { FoundSecret } from '../secret.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { valueAt } from './value.ts';
import { PASSWORD_WORDS } from './words.ts';

/** `INSERT INTO mailbox (username, password) VALUES (` */
const INSERT =
  /\b(?:INSERT|REPLACE)[ \t]{1,4}(?:IGNORE[ \t]{1,4})?INTO[ \t]{1,4}[\w.`"[\]]{1,100}[ \t\r\n]{0,20}\((?<columns>[^()]{1,1000})\)[ \t\r\n]{0,20}VALUES[ \t\r\n]{0,20}\(/gi;
const NAME = new RegExp(`(?:${PASSWORD_WORDS.map(([, pattern]) => pattern).join('|')})[\`"\\]]?$`, 'i');
/** What is no string: a number, a name, a call. */
const OTHER = /[^,()'"]{0,100}(?:\([^()]{0,200}\))?[ \t\r\n]{0,20}/y;
const SIGN = /[ \t\r\n]{0,20}([,)])[ \t\r\n]{0,20}/y;
const NEXT_ROW = /,?[ \t\r\n]{0,20}\(/y;

/** Passwords that statements of SQL put into the columns that are named so. */
export function* statementSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  if (!searched.has('values')) return;
  for (const match of text.matchAll(INSERT)) {
    const { columns: named } = match.groups as { columns: string };
    const columns = named.split(',').map((name) => NAME.test(name.trim()));
    let at = match.index + match[0].length;
    for (;;) {
      const end = yield* ofRow(text, at, columns);
      NEXT_ROW.lastIndex = end;
      if (!NEXT_ROW.test(text)) break;
      at = NEXT_ROW.lastIndex;
    }
  }
}

/** The passwords of one row; returns where it ends. */
function* ofRow(text: string, from: number, columns: readonly boolean[]): Generator<FoundSecret, number> {
  let at = from;
  for (let i = 0; ; i++) {
    const value = /["'\\]/.test(text.charAt(at)) ? valueAt(text, at) : undefined;
    if (value?.quoted === true && columns[i] === true) yield* passwordAt(text, value);
    if (value?.quoted === true) at = value.after;
    else {
      OTHER.lastIndex = at;
      OTHER.test(text);
      at = OTHER.lastIndex;
    }
    SIGN.lastIndex = at;
    const sign = SIGN.exec(text)?.[1];
    if (sign === undefined) return at;
    at = SIGN.lastIndex;
    if (sign === ')') return at;
  }
}
