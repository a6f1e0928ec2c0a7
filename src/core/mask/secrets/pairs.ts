import type { FoundSecret } from '../secret.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { valueAt } from './value.ts';
import { PASSWORD_WORDS, TOLD } from './words.ts';

/** What people call a user and a password in one word. */
const BOTH =
  'credentials?|creds|login(?:[ -]?data)?|zugangsdaten|anmeldedaten|identifiants|credenciales|credenciais|credenziali|inloggegevens|dane (?:do )?(?:logowania|dostępu)|учётные данные|учетные данные';
const USER =
  "(?:user|login|account)(?:[ _-]?(?:name|id))?|benutzer(?:name|kennung)?|anmeldename|konto|(?:nom d[’']|compte )?utilisateur|identifiant|compte|usuario|cuenta|usuário|utilizador|conta|(?:nome )?utente|gebruiker(?:snaam)?|(?:nazwa )?użytkownika?|логин|(?:имя )?пользовател[ья]|用户名?|账号|帳號|ユーザー(?:名|ID)?|アカウント";
const PASSWORD = PASSWORD_WORDS.map(([, pattern]) => pattern).join('|');
const AND = '[ \\t]{0,2}(?:[/&+、和与と]|(?:and|y|e|und|et|en|i|и)(?![\\p{L}]))[ \\t]{0,2}';
const ARE =
  '[ \\t]{1,2}(?:are|were|sind|lauten|sont|son|são|sono|zijn)[ \\t]{1,4}|[ \\t]{0,4}(?:[=：＝]|:(?!:))[ \\t]{0,4}';
const FOR =
  '(?:[ \\t]{1,2}(?:for|of|from|für|von|zum|zur|pour|du|de|del|da|do|para|per|voor|van|dla|для|от)(?:[ \\t]{1,2}[^\\s:=.,;!?|/]{1,40}){1,3}?)?';
/** What may stand around a word to set it apart. */
const MARK = '["\'`*]{0,2}';
/** `credentials: alice:…`, `user/password: alice / …`, `The credentials are alice / …`. */
const PAIR = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:creds[ \\t]{1,4}(?=\\S{1,100}:)|(?:${BOTH}|(?:${USER})${AND}(?:${PASSWORD}))${FOR}(?:${ARE}))${MARK}(?!\\/\\/|(?:info|error|warning|debug|fatal|panic|failed|disconnected):)(?<user>[\\w.+-]{1,64}(?:@[\\w.-]{1,253})?)${MARK}(?:[ \\t]{0,2}(?::(?!:|\\/\\/)|\\/|\\|)[ \\t]{0,2}|[ \\t]{1,2}(?:and|y|und|et|e|en|i|и)(?:[ \\t]{1,2}|[ \\t]{0,2}\\r?\\n)(?=["'\`*])|[ \\t]{1,2}\\/\\/[ \\t]{1,2})${MARK}(?=\\S{3})`,
  'giu',
);
/** Without one of these there is no word for both, and no password. */
const STEMS = ['cred', 'login', 'daten', 'identifiants', 'inlog', 'dane', 'данные'];

/** Passwords that are told together with their user. */
export function* pairSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  if (!searched.hasAny(STEMS) && searched.alternatives(PASSWORD_WORDS) === '') return;
  for (const match of text.matchAll(PAIR)) {
    const value = valueAt(text, match.index + match[0].length);
    if (value === undefined) continue;
    // `The credentials are wrong / expired`
    const words = [match.groups?.user as string, text.slice(value.start, value.end)];
    if (!words.some((word) => TOLD.has(word.toLowerCase()))) yield* passwordAt(text, value);
  }
}
