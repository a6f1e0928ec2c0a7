import type { Key } from './keys.ts';
import { CIRCUMSTANCE, changedTo, IS } from './sentenceWords.ts';
import { type Value, valueAt } from './value.ts';
import { ALGORITHM, TOLD } from './words.ts';

const AFTER = new RegExp(
  `[)"'’”»]{0,2}(?:[ \\t]{1,2}(?:(?:for|of|to|from|on|at|für|von|zu|im|auf|pour|de|du|à|para|del?|da|do|per|di|della|voor|van|dla|для|от)[ \\t]{1,2})?[^\\s:=.,;!?|]{1,80}(?:[ \\t][^\\s:=.,;!?|]{1,40}){0,3}?)??(?:['’]s|[는은가이]|[ \\t]{0,2}คือ|[ \\t]{1,2}(?:${IS}))[ \\t]{0,2}[:：]?[ \\t]{1,2}`,
  'iuy',
);
/** Finnish and Estonian: elsewhere the word is another one. */
const IN_FINNISH = /^(?:salasana|parool)$/i;
const ON = /[ \t]{1,2}on[ \t]{1,2}/y;
/** `as alice with the password …`, `Benutzer alice mit Passwort …`: whose it is was told. */
const NAMED_USER =
  /(?<![\p{L}\d_])(?:as|user(?:name)?|login|account|benutzer(?:name)?|konto|als|utilisateur|identifiant|compte|usuario|cuenta|usuário|conta|utente|gebruiker(?:snaam)?|użytkownik(?:a)?|konta|пользовател\p{L}{1,2}|логин)[ \t]{1,2}["'«“]?[\w.+@-]{1,100}["'»”]?[ \t]{1,2}(?:with|using|mit|avec|con|com|met|z|с|and|und|et|y|e|en|i|и)[ \t]{1,2}(?:\p{L}{1,6}[ \t]{1,2}){0,2}$/iu;
/** Chinese and Japanese write no blanks. */
const ASIAN = /^[\u3000-\u9fff\uff00-\uffef]+$/;
const JOINED =
  /[^\s。、，,:：]{0,12}?(?:[是はが](?:両方とも|どちらも|同じ)|是(?!否)|[改换換变變设設](?:成|为|為|到)了?|为|為|は|が|：|:|を(?=[ \t\u3000]{0,4}(?:「[^」\r\n]{1,60}」|[!-~]{3,100})[ \t]{0,2}[にへと](?:変|設定|再設定|し|リセット|更新)))[ \t\u3000]{0,4}/y;
/** Nobody can type a password in letters that are composed, as those of the sentence around it are. */
const COMPOSED = /^[^!-~]*$|[\u3040-\u30ff\uac00-\ud7a3]/;
/** `alice with password hunter2`, `mit dem Passwort …`, `using the password …`. */
const WITH =
  /(?<![\p{L}\d_])(?:with|us(?:e|ed|ing)|mit|(?:be)?nutze|verwende|avec|utilise[rz]?|con|uso|utilizo|com|met|gebruik|z|używam|с|использую|by|via|und|and|et|y|e|en|i|и)[ \t]{1,2}(?:(?:the|a|my|your|this|his|her|dem|das|mein|meinem|le|mon|la|el|mi|il|mia|a|o|minha|het|mijn)[ \t]{1,2})?(?:\w{1,20}[ \t_-]{1,2})?$/iu;
/** `use … as the password`, `… als Passwort verwenden`. */
const AS =
  /(?<![\p{L}\d_])(?:use[ds]?|using|try|tried|enter(?:ed)?|typed?|took|with|verwende[nt]?|nimm|nehme|utilise[rz]?|mit)[ \t]{1,2}(?<value>\S{4,100})[ \t]{1,2}(?:as|als|comme|como|come)[ \t]{1,2}(?:(?:the|a|an|my|your|its|our|das|mein|dein|ihr|le|mon|votre|la|mi|minha|mia)[ \t]{1,2})?(?:\p{L}{1,20}[ \t-]{1,2})?$/iu;
const AND = /(?<!\p{L})(?:and|und|et|y|e|en|i|и)[ \t]{1,2}(?:\p{L}{1,4}[ \t]{1,2})?$/iu;
const PLAIN = /^\p{L}{1,40}(?![\p{L}\d])/u;
const BLANKS = /[ \t]{1,2}(?:(?:of|set to|as)[ \t]{1,2})?["'`*_]{0,3}(?=\S)/y;

/** The password that a sentence tells, in the languages that tickets come in. */
export function inSentence(text: string, { kind, name, start, end }: Key): Value | undefined {
  if (kind !== 'password') return undefined;
  if (ASIAN.test(name)) {
    JOINED.lastIndex = end;
    const value = JOINED.test(text) ? valueAt(text, JOINED.lastIndex) : undefined;
    if (value === undefined) return undefined;
    const told = value.quoted ? value : { ...value, end: value.end - tail(text.slice(value.start, value.end)) };
    if (told.end > told.start) return isSecret(text, told, false) ? told : undefined;
  }
  const before = text.slice(Math.max(0, start - 160), start);
  const as = AS.exec(before);
  if (as?.groups?.value !== undefined) {
    const value = valueAt(text, start - before.length + as.index + as[0].indexOf(as.groups.value));
    if (value !== undefined && isSecret(text, value, false)) return value;
  }
  const changed = changedTo(text, start, end);
  let at = changed?.at ?? -1;
  let given = changed?.sure === true;
  if (changed === undefined) {
    AFTER.lastIndex = end;
    if (AFTER.test(text)) at = AFTER.lastIndex;
  }
  if (at < 0 && IN_FINNISH.test(name)) {
    ON.lastIndex = end;
    if (ON.test(text)) at = ON.lastIndex;
  }
  if (at < 0 && WITH.test(text.slice(Math.max(0, start - 60), start))) {
    BLANKS.lastIndex = end;
    if (BLANKS.test(text)) at = BLANKS.lastIndex;
    given = at >= 0 && NAMED_USER.test(text.slice(Math.max(0, start - 200), start));
    // `user and password …`: what goes on with a word of the language tells what to do with them.
    if (!given && AND.test(text.slice(Math.max(0, start - 12), start)) && PLAIN.test(text.slice(at, at + 60)))
      return undefined;
  }
  const value = at < 0 ? undefined : valueAt(text, at);
  if (value === undefined || (changed !== undefined && isCircumstance(text, value))) return undefined;
  return isSecret(text, value, given) ? value : undefined;
}

/** What follows a word without a blank: `です。`, `，请…`. */
const tail = (word: string): number =>
  /(?:です|でした|だ|となります|[にへとをがで][\u3040-\u30ff\u4e00-\u9fff].*|[。，、！；：].*|，.*)+$/u.exec(word)?.[0]
    .length ?? 0;

/** Words of this form say how a password is, in one language or another. */
const QUALITY =
  /^(?:(?:ge|hinter|ver|be|ent)\p{L}{3,}(?:t|d|en)|non-\p{L}+|\p{L}{2,}(?:ed|ing|oires?|[oóaá]ri[oa]s?|n[ea]l|ible|atoriskt?|né|ný|ná|bé|vé|wane|ive|able|ible|less|ful|ous|ient|ant|ly|ary|sam|bar|lich|ig|ert|iert|isch|ée?s?|ado|ada|ido|ida|ato|ata|uto|uta|ito|ita|eerd|any|ana|ane|ный|ная|нный))$/iu;
/** The end of a clause, or the beginning of the next one. */
const END =
  /^["'”’»)\]*_`]{0,4}(?:[.,;!?:|<)\]"'`”’»。，、！；]|[にへとをがで][\u3040-\u30ff\u4e00-\u9fff]|[ \t]{0,4}(?:[\r\n]|$|です|でした|となります)|[ \t]{1,4}(?:and|but|or|for|if|so|which|it|on|at|in|the|with|und|aber|für|et|mais|pour|y|pero|para|e|ma|per|en|maar|voor|i|ale|dla|и|но|для|og|och|eller|men|ja|ve|yesterday|today|gestern|heute|hier|aujourd['’]hui|ayer|hoy|ontem|hoje|ieri|oggi|gisteren|vandaag|wczoraj|dziś|вчера|сегодня|[-–—/|&])(?![\p{L}\d])|[ \t]{1,4}\()/iu;

const isCircumstance = (text: string, { start, end, quoted }: Value): boolean =>
  !quoted && CIRCUMSTANCE.test(text.slice(start, end));

/** `given`: what was said before leaves no doubt that a word of its own follows. */
function isSecret(text: string, value: Value, given: boolean): boolean {
  const word = text.slice(value.start, value.end);
  if (COMPOSED.test(word) && /[\u3040-\u9fff\uac00-\ud7a3]/.test(word)) return false;
  if (value.quoted) return !TOLD.has(word.toLowerCase()) && word.length < 100;
  const odd =
    (/\d/.test(word) && /\D/.test(word)) ||
    /[^\p{L}\p{M}\d'’.-]/u.test(word) ||
    /\p{Ll}\p{Lu}/u.test(word) ||
    /^\d{4,}$/.test(word);
  if (TOLD.has(word.toLowerCase())) return false;
  if (odd) {
    const other =
      ALGORITHM.test(word) ||
      /^(?:\w+\/\w+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?|ftp|file):.*|\d{1,2}[./:-]\d.*)$/i.test(word);
    return !other || /[!#$%^&*]/.test(word);
  }
  return word.length > 3 && !QUALITY.test(word) && (given || END.test(text.slice(value.end, value.end + 40)));
}
