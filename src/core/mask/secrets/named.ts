import type { FoundSecret, SecretKind } from '../secret.ts';
import { bracketed, dashed, inRound, remarked } from './apart.ts';
import { type Key, keysIn } from './keys.ts';
import { looksMade, tokenAt } from './made.ts';
import { element, type Find, inElement, inParts, inside, valued } from './members.ts';
import { isOpening, LEAD } from './opening.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { inSentence } from './sentences.ts';
import { Tables } from './tables.ts';
import { bareAt, restAt, type Value, valueAt } from './value.ts';
import { TOLD } from './words.ts';

/** Marks that close the name: of strings, of an index, of bold letters. */
const CLOSE = /\\{0,7}["'`´’”»*_]{0,3}[)\]}]{0,2}["'`*_]{0,2}/y;
/** What somebody says of it in between. */
const REMARK =
  /[ \t]{1,2}(?:\([^()\r\n]{1,60}\)|\[[^[\]\r\n=]{1,40}\]|(?![^\r\n:=]{1,80}[ \t]where[ \t])(?:for|of|from|used|für|von|vom|zu|pour|du|del?|des|da|do|para|per|di|della|voor|van|dla|для|от|по|par|por|by)[ \t]{1,2}(?=[^\r\n:=]{1,80}[:=])[^\s:="',;|<>()]{1,80}(?:[ \t][^\s:="',;|<>()]{1,40}){0,3})/iy;
/** Which one it is, in languages that say so behind the word. */
const ADJECTIVE =
  /[ \t]{1,2}(?:nueva|nova|nuova|nouveau|actual|actuelle?|attuale|temporal|temporária|temporanea|temporaire|provisional|provisória|provvisoria|provisoire|antigua|antiga|vieja|velha|vecchia|anterior|précédent|nowe|nové|нов\p{L}{2})(?=[ \t]{0,2}[:=])/iuy;
/** `password: str = …`, `password string = …`. */
const TYPE =
  /(?:[ \t]{0,2}:[ \t]{0,2}|[ \t]{1,2})(?:Optional\[str\]|str|string|&(?:'static )?str|char|text|String|SecureString|varchar)[?!]?(?=[ \t]{0,4}=[^=])/y;
const SIGN =
  /[ \t\u00a0]{0,12}(?:=>|:=|\?=|\|\|=|<-|->|==?=?|:(?!:)(?![ \t]{0,4}=)|：|＝|→|⇒|⟶)[ \t\u00a0\u3000]{0,12}(?:\*{1,3}(?!\*)|__(?!_)|<(?:b|strong|code|em|i|tt|kbd)>)?[ \t]{0,2}/iy;

/** `password = …`, `"password": "…"`, `$config['pass'] => '…'`, `password="…"` of an element. */
const assigned: Find = (text, { end }) => {
  let at = behind(text, CLOSE, end);
  at = behind(text, REMARK, behind(text, ADJECTIVE, at));
  at = behind(text, REMARK, at);
  at = behind(text, TYPE, at);
  SIGN.lastIndex = at;
  const sign = SIGN.exec(text);
  if (sign === null || OBJECT.test(text.slice(SIGN.lastIndex, SIGN.lastIndex + 3))) return undefined;
  return multiLine(text, SIGN.lastIndex) ?? valueAt(text, SIGN.lastIndex);
};

/** What has parts of its own. */
const OBJECT = /^\{(?:\\?"|[ \t\r\n])/;

/** YAML's blocks: the value is the line below, which is indented. */
const BLOCK = new RegExp(`[|>][-+]?[ \\t]{0,8}\\r?\\n${LEAD}(?=\\S)`, 'y');
function multiLine(text: string, at: number): Value | undefined {
  BLOCK.lastIndex = at;
  return BLOCK.test(text) ? bareAt(text, BLOCK.lastIndex) : undefined;
}

const COMMA = /\\{0,7}["'`]\]?(?:[ \t]{0,4},[ \t\r\n]{0,40}|;s:\d{1,6}:)(?=[bBrRuU@$\\]{0,7}["'`])/y;
/** `define('SMTP_PASS', '…')`, `props.put("mail.smtp.password", "…")`, `["--password", "…"]`, `s:4:"pass";s:5:"…"` of PHP. */
const paired: Find = (text, { start, end, name }) => {
  // `setopt(handle, CURLOPT_PASSWORD, "…")`
  const comma = text.charAt(start - 1) === '{' || /OPT_/.test(name) ? TUPLE : COMMA;
  comma.lastIndex = end;
  const value = comma.test(text) ? valueAt(text, comma.lastIndex) : undefined;
  // The name of the next member is no value.
  return value === undefined ||
    /^[ \t]{0,4}[:=]/.test(text.slice(value.after, value.after + 6)) ||
    NAMES.test(text.slice(value.start, value.end))
    ? undefined
    : value;
};
/** `{password, "…"}`, `{password, <<"…">>}` of Erlang. */
const TUPLE = /[ \t]{0,4},[ \t]{0,4}(?:<<)?(?=["'])/y;
/** A name of several parts that the value behind it has. */
const NAMES = /^(?:\w{1,30}[._]){1,5}\w{0,30}pass(?:word|wd)?$/i;

const OR_ELSE = /(?:["'`][\])]{1,2})?[ \t]{0,4}(?:\|\||\?\?|\?:|or\b)[ \t]{0,4}(?=[bBrRuU@$\\]{0,7}["'`])/y;
/** `process.env.SMTP_PASS || '…'`: what is taken where there is none. */
const otherwise: Find = (text, { end, name }) => {
  OR_ELSE.lastIndex = end;
  return name !== 'pass' && OR_ELSE.test(text) ? valueAt(text, OR_ELSE.lastIndex) : undefined;
};

const CALLED = /[ \t]{0,2}\([ \t]{0,4}(?=[bBrRuU@$\\]{0,7}["'`])/y;
/** `setPassword("…")`. */
const called: Find = (text, { end }) => {
  CALLED.lastIndex = end;
  return CALLED.test(text) ? valueAt(text, CALLED.lastIndex) : undefined;
};

const BLANK = new RegExp(`["']?(?:[ \\t]{1,40}|[ \\t]{0,4}\\r?\\n${LEAD}- )(?![-=&|<>([{:/]|[\\w-]{1,30}=["'])`, 'y');
/** `--password …`, and `password …` where a line of a configuration has nothing else. */
const spaced: Find = (text, { kind, start, end, name }) => {
  BLANK.lastIndex = end;
  if (!BLANK.test(text)) return undefined;
  const at = behind(text, WRITTEN_AS, BLANK.lastIndex);
  const how = behind(text, ENCRYPTED, at);
  if (how > at) {
    const written = valueAt(text, how);
    return written !== undefined && isWrittenOut(text, written) ? written : undefined;
  }
  // `set --secret smtpPassword …`: the option says what the next word names.
  if (NAMES_ONE.test(text.slice(at, at + 80))) return undefined;
  if (/^--?[A-Za-z]|^\/[A-Za-z]/.test(name))
    return /[\s"'[(`]|^$/.test(text.charAt(start - 1)) ? valueAt(text, at) : undefined;
  if (text.slice(end, at).includes('\n')) return undefined;
  if (/\w[./_:-]\w/.test(name) && PUTS.test(text.slice(Math.max(0, start - 120), start))) return valueAt(text, at);
  const value = isLineStart(text, start) || isCompound(name) ? restAt(text, at) : undefined;
  if (kind === 'token') return tokenAt(text, at, value);
  if (value !== undefined) return value;
  const word = valueAt(text, at);
  if (word === undefined) return undefined;
  // `:password "…"` of Lisp and Clojure
  if (word.quoted && text.charAt(start - 1) === ':') return word;
  if (USER.test(text.slice(Math.max(0, start - 150), start))) return word;
  return (word.quoted ? isStatement(text, word) : looksMade(text, word)) ? word : undefined;
};

/** `config:set smtp.settings smtp_password …`, `kv put smtp/password …`: what a command writes under a name. */
const PUTS = /(?<![\w.-])(?:[\w-]{1,30}:)?(?:config-)?(?:put|set|write)(?:[ \t]{1,4}[\w.:-]{1,60}){0,2}[ \t]{1,4}$/i;
const NAMES_ONE = /^[\w.:-]{0,40}(?:pass(?:word|wd)?|pwd|secret|token|[_-]?key)[ \t]{1,4}[^\s-]/i;

/** `login alice password …` of .netrc, `user alice pass …` of fetchmail, `usuario alice contraseña …`. */
const USER =
  /(?:^|[\s>|])(?:user(?:[ -]?name)?|login|account|benutzer(?:name)?|konto|utilisateur|identifiant|usuario|usuário|utente|gebruiker|użytkownik|uživatel|používateľ|felhasználó|bruger|bruker|användare|kullanıcı|логин|пользователь|用户名?|账号|ユーザー名?)[ \t]{1,4}(?!(?:and|or|und|oder|et|ou|y|o|e|en|of|i|и|name|id)[ \t])["']?[^\s"']{1,100}["']?[ \t]{0,2}[,;/&]?[ \t]{1,4}(?:there[ \t]{1,4})?(?:with[ \t]{1,4}|and[ \t]{1,4})?$/i;
/** `smtp.password`, `smtp_pass`, `sendemail.smtppass`: names that no sentence has. */
const isCompound = (name: string): boolean => /[A-Za-z\d][_.]\w|[a-z][A-Z]/.test(name);
/** Routers say in front of a password how it is written down: `password 7 …`. */
const WRITTEN_AS = /\d{1,2}[ \t]{1,4}(?=\S)/y;
/** The same in a word: `password ENC …` of FortiOS, `password cipher …` of Huawei, `ascii-text "…"` of Junos. */
const ENCRYPTED =
  /(?:ENC|encrypted|(?:irreversible-)?cipher|simple|ascii-text|hash(?:ed)?|plain-?text|clear-?text|hexadecimal|sha(?:256|512)|pbkdf2)[ \t]{1,4}(?=\S)/y;
/** No word of a sentence about passwords. */
const isWrittenOut = (text: string, value: Value): boolean =>
  value.quoted || looksMade(text, value) || /^(?=\S{0,300}[\d$^%#])\S{8,300}$/.test(text.slice(value.start, value.end));

/** `with password "…" is`, `password '…';` in the files of programs. */
const isStatement = (text: string, { start, end, after }: Value): boolean =>
  /\p{L}.{0,40}\d$/u.test(text.slice(Math.max(start, end - 50), end)) ||
  /^[ \t]{0,4}(?:[;,.)"'`\\<]|is\b|to\b|$|[\r\n])/.test(text.slice(after, after + 8));
const BELOW = new RegExp(
  `["'\`*_]{0,3}[ \\t]{0,8}(?<sign>[:：])?["'\`*_]{0,3}[ \\t]{0,8}\\r?\\n(?<lead>${LEAD})(?=\\S{1,100}[ \\t]{0,8}(?:\\r?\\n|$))`,
  'y',
);
/** A label alone on its line, and the value alone on the next. */
const below: Find = (text, { start, end, name }) => {
  BELOW.lastIndex = end;
  const match = BELOW.exec(text);
  if (match === null || !isLineStart(text, start)) return undefined;
  const { sign, lead } = match.groups ?? {};
  const at = BELOW.lastIndex;
  const isIn = /^\s{2}|^\s(?=\S{0,40}\d)/.test(`${lead}${text.slice(at, at + 40)}`);
  if (sign === undefined && (name.length < 4 || !isIn)) return undefined;
  if (/^(?:[2-5]\d\d[ -]|\S{1,40}:(?:\s|$)|[-<>=#]{2,}|\S{0,60}[$#>]\s)/.test(text.slice(at, at + 60)))
    return undefined;
  return valueAt(text, at);
};

/** Words that files and people put in front of a name. */
const VERB =
  /(?<![\w.-])(?:(?:set|export|setenv|local|declare|enable|and|with|there|my|the|use|your|add)[ \t]{1,8}){1,3}$/i;
const isLineStart = (text: string, at: number): boolean =>
  isOpening(text, at) || isOpening(text, at - (VERB.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0));

/** Of a name with a value, and of a line with nothing else; between them stand the cells of tables. */
const sure: readonly Find[] = [inside, assigned, valued, paired, called, otherwise, element, inParts, inElement];
const likely: readonly Find[] = [spaced, below, inSentence, dashed, remarked, bracketed, inRound];

/** Secrets that are told by what they are called. */
export function* namedSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  const tables = new Tables(text);
  let last: FoundSecret | undefined;
  for (const key of keysIn(searched)) {
    // In a secret there are no names of others.
    if (last !== undefined && key.start >= last.start && key.start < last.end) continue;
    for (const found of secretsOf(text, key, tables)) {
      last = found;
      yield found;
    }
  }
}

function* secretsOf(text: string, key: Key, tables: Tables): Iterable<FoundSecret> {
  const value = first(sure, text, key);
  if (value !== undefined) {
    yield* secretOf(text, key, value);
    return;
  }
  const cells = key.kind === 'password' ? tables.valuesOf(key) : [];
  for (const cell of cells) yield* passwordAt(text, cell);
  if (cells.length > 0) return;
  const other = first(likely, text, key);
  if (other !== undefined) yield* secretOf(text, key, other);
}

function first(finders: readonly Find[], text: string, key: Key): Value | undefined {
  for (const find of finders) {
    const value = find(text, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

function behind(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** What was found, unless it stands for a secret, tells of one, or is too short for a token. */
function* secretOf(text: string, key: Key, found: Value): Iterable<FoundSecret> {
  const value = (key.kind === 'token' && behindScheme(text, found)) || found;
  const word = text.slice(value.start, value.end);
  if (!value.quoted && (TOLD.has(word.toLowerCase()) || goesOn(text, key, value))) return;
  if (key.kind === 'token' && word.length < 6) return;
  const kind = kindOf(key, word);
  for (const secret of passwordAt(text, value)) yield { ...secret, kind };
}

/** `the user and password: they stand in …`: a colon in a sentence, and words of it behind. */
const goesOn = (text: string, { start, end }: Key, value: Value): boolean =>
  text.slice(end, value.start).includes(':') &&
  /^[\p{Ll}\p{M}]+ [\p{Ll}\p{M}]{2,}(?: \p{Ll}|, \p{Ll})/u.test(text.slice(value.start, value.end + 40)) &&
  ABOUT.test(text.slice(Math.max(0, start - 30), start));
const ABOUT = /(?<!\p{L})(?:and|und|et|y|e|en|i|и|or|forg[eo]t|vergessen|oublié|olvidé|quên)[ \t]{1,2}$/iu;

const SCHEME = /[A-Z][A-Za-z]{1,15}[ \t]{1,2}(?=[\w.~+/=-]{12})/y;
/** `Authtoken: QSDK 3a7f…`: how it is to be used stands in front. */
function behindScheme(text: string, { start, quoted }: Value): Value | undefined {
  SCHEME.lastIndex = start;
  return !quoted && SCHEME.test(text) ? bareAt(text, SCHEME.lastIndex) : undefined;
}

const kindOf = ({ kind }: Key, word: string): SecretKind =>
  kind === 'password' && /^\$\w{1,12}\$/.test(word) ? 'digest' : kind;
