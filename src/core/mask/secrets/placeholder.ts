import { type FoundSecret, isHidden } from '../secret.ts';
import { spelt, type Value } from './value.ts';
import { PASSWORD_WORDS } from './words.ts';

/** Where programs get a secret from instead of having it: the environment, a vault, a prompt, a file. */
const FROM_ELSEWHERE =
  /^(?:(?:process\.env|import\.meta\.env|os|env|config|settings|secrets?|vault|var|local|data|self|this|args|opts|options|params|request|req|Rails|System|Environment)(?:\.[A-Za-z_]|\[["'A-Za-z_]|\()|(?:getenv|getpass|ENV|secret|vault|ref|lookup|input|prompt)[([:]|\$_(?:ENV|POST|GET|SERVER)\b|(?:Read|Get|ConvertTo|ConvertFrom|Import|New|Unprotect)-[A-Z][a-z]\w{0,30}\b|file:\/|\/(?:run|etc|var)\/[\w./-]{3}|@Microsoft\.KeyVault|op:\/\/|arn:aws:|\{:system|projects\/[\w-]{1,60}\/secrets)/;
/** `$pass`, `${PASS}`, `$(cat file)`, `$env:PASS`, `%PASS%`, `{{ pass }}`, `<% pass %>`, `#{pass}`, `:pass`. */
const VARIABLE =
  /^(?:\$\{[^{}\r\n]{0,80}\}|\$\([^\r\n]{0,200}|\$env:\w{1,60}|\$[A-Z_][A-Z0-9_]{1,60}|%[A-Z_][A-Z0-9_]{1,60}%|%%?\w{0,3}%?|\{\{[^\r\n]{0,100}|<%[^\r\n]{0,100}|#\{[^\r\n]{0,80}\}|\$\[[^\r\n]{0,80}\]|\$\{\{.{0,80})$/;
/** A variable in small letters is told from a password that starts with a dollar by what it is called. */
const NAMED_VARIABLE =
  /^\$(?:this|self|_|\w{0,30}(?:pass|pw|pwd|passwd|password|passwort|secret|token|key|cred|credential|credentials|user|smtp|mail|auth|config|conf|cfg|settings|opts|params|data|row|env|args|value|val)\d?)(?:(?:->|\.|\[|\().{0,100})?$/i;
/** A call is made by the program, it is no word of its own. */
const CALL =
  /^(?:[A-Za-z_][\w.>:-]{0,60})?(?:get|read|load|fetch|env|secret|pass|prompt|input|decrypt|config|find|resolve|vault|str)\w{0,20}(?:\[\w{1,30}\])?\(/i;

/** What a log writes behind a word of the line above. */
const TIME = /^(?:\d{4}-\d\d-\d\d)?T?(?:\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** Arrows and marks that a tool or a person puts between two things. */
const SIGNS = /^(?:[^\p{L}\p{N}]{1,3}|[()[\]{}<>=|~*-]{1,8})$/u;

/** `451 Greylisted`: a server's words, which something stood in front of. */
const isReply = (text: string, { start, end }: Value): boolean =>
  end - start === 3 && /^[245][0-5]\d[ -](?:\p{L}|[245]\.\d)/u.test(text.slice(start, end + 4));

/** `(the one of the mailbox)`, `[Click "Show" to reveal]`: what somebody says in the place of it. */
const isRemark = (text: string, { start }: Value): boolean =>
  /^[([][^()[\]\r\n]{0,60}[ ][^()[\]\r\n]{0,60}[)\]]/.test(text.slice(start, start + 130));

/** A sentence about passwords, as programs have for their users. */
/** `info->pass`, `password;`, `Field<string>`, `'Pass: '.$pass`: what a program has for it. */
const isCode = (text: string, { end }: Value, word: string): boolean =>
  /^[.+&][ \t]?\$\w|\w->\w/.test(word) ||
  (/^[\w.]{0,30}(?:pass|pw|pwd|passwd|password)$/i.test(word) && /[;,)]/.test(text.charAt(end))) ||
  (/^[A-Z]\w+$/.test(word) && /^<[\w[\]|, ]{1,40}>/.test(text.slice(end, end + 42)));

const isLabel = (text: string, { end }: Value, word: string): boolean =>
  ABOUT.exec(word)?.[0] === word && !/^pass/i.test(word) && /^ \p{L}/u.test(text.slice(end, end + 3));
const isMessage = (word: string): boolean => word.includes(' ') && (ABOUT.exec(word)?.[0].length ?? 0) > 4;
const ABOUT = new RegExp(
  `(?<![\\p{L}\\d])(?:${PASSWORD_WORDS.map(([, pattern]) => pattern).join('|')})(?![\\p{L}\\d])`,
  'iu',
);

/** The signs between the parts of a login (RFC 4616 2), written in a string of their own. */
const isNull = (word: string): boolean => /^\\(?:0{1,3}|x00|u0000)$/.test(word);

/** What `doveadm auth` prints: `passdb: alice auth succeeded`. */
const isResult = (text: string, { end }: Value): boolean =>
  text.startsWith(' auth failed', end) || text.startsWith(' auth succeeded', end);

/** Whether a value stands for a secret that is somewhere else, or was taken out already. */
function isPlaceholder(text: string, value: Value): boolean {
  const open = text.slice(value.start, value.end);
  const behind = text.charAt(value.end);
  // What closes it was taken for a mark of the text.
  const isClosed = (/^[$#][^}]*$/.test(open) && behind === '}') || (/^[<[({]/.test(open) && /[>\])}]/.test(behind));
  const word = isClosed ? open + behind : open;
  if (
    isHidden(word) ||
    isNull(word) ||
    (value.quoted ? isMessage(word) : isRemark(text, value) || isCode(text, value, word) || isLabel(text, value, word))
  )
    return true;
  if (value.literal) return false;
  if (!value.quoted && (TIME.test(word) || SIGNS.test(word) || isReply(text, value) || isResult(text, value)))
    return true;
  if (VARIABLE.test(word) || NAMED_VARIABLE.test(word)) return true;
  return !value.quoted && (FROM_ELSEWHERE.test(word) || CALL.test(word));
}

/** The password that a value is; nothing where it stands for one. */
export function* passwordAt(text: string, value: Value | undefined): Iterable<FoundSecret> {
  if (value === undefined || value.end <= value.start || isPlaceholder(text, value)) return;
  const { start, end } = value;
  yield { start, end, kind: 'password', encoded: false, passwords: spelt(text.slice(start, end)) };
}
