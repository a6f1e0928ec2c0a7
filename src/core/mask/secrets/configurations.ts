import { endOfLine } from '../../text/lines.ts';
import type { FoundSecret } from '../secret.ts';
import { isOpening, LEAD } from './opening.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { restAt, wholeValue } from './value.ts';

/** `[users]` of Haraka, Subversion and others, under which stand a name and its password, line by line. */
const SECTION =
  /\[(?:users|passwords?|passwd|credentials|secrets|logins)\][ \t]{0,8}(?:[;#][^\r\n]{0,200})?(?=[\r\n])/gi;
/** A line of a section; settings have names of several parts, people have not. */
const ENTRY = new RegExp(
  `\\r?\\n${LEAD}(?<name>[A-Za-z0-9][A-Za-z0-9.+@-]{0,99})[ \\t]{0,8}=[ \\t]{0,8}(?=[^\\s=])`,
  'y',
);
const REMARK = new RegExp(`\\r?\\n${LEAD}(?:[;#][^\\r\\n]{0,300})?(?=[\\r\\n])`, 'y');
/** What says how something is done, and not who somebody is. */
const SETTING = /^(?:enabled?|host|server|port|type|mode|driver|file|path|url|backend|database|default|method|realm)$/i;

/** `DBROOT=k3Lm…`: settings of an environment. */
const VARIABLE =
  /(?<![\w-])(?<name>[A-Z][A-Z0-9_]{2,60})=["']?(?<value>(?=[A-Za-z0-9+/_-]{0,80}[A-Z])(?=[A-Za-z0-9+/_-]{0,80}[a-z])(?=[A-Za-z0-9+/_-]{0,80}\d)[A-Za-z0-9+/_-]{16,80}={0,2})["']?(?=[ \t]{0,4}(?:[\r\n]|$))/g;
/** What tells one thing from another, or names a place, lets nobody in. */
const NO_SECRET =
  /(?:^|_)(?:ID|IDS|UUID|GUID|NAME|HASH|SHA\d*|MD5|DIGEST|CHECKSUM|FINGERPRINT|VERSION|REVISION|COMMIT|TAG|BUILD|PUBLIC|PUBKEY|SITEKEY|PATH|DIR|FILE|HOME|HOST|SERVER|DOMAIN|URL|URI|USER|CURSOR|IMAGE|DATE|TIME|ZONE|MESSAGE|SUBJECT|ARN|REGION)(?:_|$)|ID$/;

/** Passwords and keys of configurations that no word of their own calls so. */
export function* configurationSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  for (const section of text.matchAll(SECTION)) {
    if (isOpening(text, section.index)) yield* ofSection(text, section.index + section[0].length);
  }
  for (const { index, 0: whole, groups } of text.matchAll(VARIABLE)) {
    const { name, value } = groups as { name: string; value: string };
    if (NO_SECRET.test(name) || !looksRandom(value)) continue;
    const start = index + whole.lastIndexOf(value);
    for (const found of passwordAt(text, wholeValue(start, start + value.length))) yield { ...found, kind: 'token' };
  }
}

function* ofSection(text: string, from: number): Iterable<FoundSecret> {
  let at = from;
  for (;;) {
    ENTRY.lastIndex = at;
    const entry = ENTRY.exec(text);
    if (entry === null) {
      REMARK.lastIndex = at;
      if (!REMARK.test(text)) return;
      at = REMARK.lastIndex;
      continue;
    }
    const value = restAt(text, ENTRY.lastIndex);
    if (value !== undefined && !SETTING.test((entry.groups as { name: string }).name)) yield* passwordAt(text, value);
    at = endOfLine(text, value?.after ?? ENTRY.lastIndex, text.length);
  }
}

/** Letters, capitals and digits change often, as in no word, no path and no list. */
function looksRandom(word: string): boolean {
  const changes = word.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])/g)?.length ?? 0;
  return changes * 4 >= word.length;
}
