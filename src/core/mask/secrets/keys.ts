import { Patterns, type Searched } from './searched.ts';
import { PASSWORD_WORDS, TOKEN_WORDS } from './words.ts';

/** The name of a secret, where it stands. */
export interface Key {
  readonly kind: 'password' | 'token';
  /** As written, with the parts in front: `smtp_auth_password`, `--password`. */
  readonly name: string;
  readonly start: number;
  /** Behind it and what belongs to it: a number, a plural, a remark. */
  readonly end: number;
}

/** The alternatives of passwords and those of tokens, a line break between. */
const patterns = new Patterns((words) => {
  const [passwords, tokens] = words.split('\n');
  const groups = [passwords && `(?<password>${passwords})`, tokens && `(?<token>${tokens})`];
  return new RegExp(groups.filter((group) => group).join('|'), 'gi');
});

/** What names of more than one word are made of. */
const LETTER = /\p{L}/u;
function isPart(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c > 127) return LETTER.test(text.charAt(at));
  // Letters, digits, and `_ . $ @ / -`.
  return (c >= 97 && c <= 122) || (c >= 64 && c <= 90) || (c >= 45 && c <= 57) || c === 95 || c === 36;
}
/** Names of more parts are no names. */
const PARTS = 48;
/** Words that end like one of ours. */
const OTHER = /(?:by|com|tres|over|sur|under|out|com|encom|phototo?|eye|im|ka|existing)$/i;
/** What may stand between a part in small letters and `pass`, `pw`, `key` or `token` with nothing in between. */
const OWNER =
  /(?:^|[_.$@/-])(?:smtp|auth|mail|sasl|user|usr|relay|relayhost|db|my|sender|bind|imap|pop3?|login|admin|root|client|proxy|ftp|ldap|my|sql|mysql|pg|wp|account|email|e?mail|host|server|http|https|xmpp|ssh|ssl|store|key|app|net|redis|mongo|rabbitmq|postgres|smtps|sys|svc|service|web|wifi|wlan|wpa|vpn|secure|dn|root|rootdn|olcroot|require|keystore|truststore|send|submission|outgoing|incoming|from|remote|local)$/i;
const SUFFIX =
  /(?:\.secured|[_-]?(?:prod|production|dev|test|staging|old|new|neu|alt|value|plain|plaintext|clear|cleartext|text|b64|base64|encoded|enc|txt|str|string|private|priv|live|secret|encrypted|crypted|protected))?(?:[_-]?\d{1,3})?(?![A-Za-z0-9_])/iy;

/** The names of secrets in a text, in its order. */
export function* keysIn(searched: Searched): Iterable<Key> {
  const { text } = searched;
  const [passwords, tokens] = [searched.alternatives(PASSWORD_WORDS), searched.alternatives(TOKEN_WORDS)];
  const search = patterns.for(passwords === '' && tokens === '' ? '' : `${passwords}\n${tokens}`);
  if (search === undefined) return;
  for (const match of text.matchAll(search)) {
    const key = keyAt(text, match);
    if (key !== undefined) yield key;
  }
}

const RESULT = /(?<!:\d)[:=][ \t]{0,2}["'`]pass["'`]$/;

function keyAt(text: string, match: RegExpMatchArray): Key | undefined {
  const at = match.index as number;
  const word = match[0];
  let start = at;
  while (start > 0 && at - start < PARTS && isPart(text, start - 1)) start--;
  const front = text.slice(start, at);
  // `spf=pass (…)`, `dkim=pass:`: results.
  if (front === '' && text.charAt(start - 1) === '=' && /^pass$/i.test(word) && text.charAt(at + 4) !== '=')
    return undefined;
  // `"result": "pass"`
  if (front === '' && word === 'pass' && RESULT.test(text.slice(Math.max(0, at - 6), at + 5))) return undefined;
  if (/[a-z]/i.test(word.charAt(0)) && !isName(front, word)) return undefined;
  SUFFIX.lastIndex = at + word.length;
  const suffix = /[a-z]$/i.test(word) ? SUFFIX.exec(text) : [''];
  if (suffix === null) return undefined;
  return {
    kind: match.groups?.password === undefined ? 'token' : 'password',
    name: front + word,
    start,
    end: at + word.length + (suffix[0] as string).length,
  };
}

/** `smtpPass`, `SMTPPASS`, `smtp_pass` and `Zugangskennwort` are names of secrets; `bypass` and `spf=pass` are none. */
function isName(front: string, word: string): boolean {
  const last = front.at(-1);
  if (last === undefined || /[_.$@/\d-]/.test(last)) return !/(?:spf|dkim|dmarc|arc|helo)_?$/i.test(front);
  if (OTHER.test(front)) return false;
  // `-srcstorepass`: an option of a command line.
  if (/^--?[a-z]{2,20}$/.test(front) && word.startsWith('pass')) return true;
  if (word.length > 5 || /^x$/i.test(front) || OWNER.test(front)) return true;
  return word.length > 3 && /[a-z]{3}$/.test(front) && /^[A-Z]/.test(word);
}
