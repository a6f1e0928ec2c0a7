import type { FoundSecret } from '../secret.ts';
import { looksMade } from './made.ts';
import type { Form, Read } from './mailForms.ts';
import { isOpening } from './opening.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { bareAt, valueAt, wholeValue } from './value.ts';

const ADDRESS = '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}';
const DOMAIN = '[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}';
/** Lines of lists of accounts: an address, a sign, a word, and nothing else. */
const ACCOUNT = new RegExp(`(?<![\\w.@+-])${ADDRESS}[,:;|](?=[^\\s,:;|]{4,64}[ \\t]{0,4}(?:[\\r\\n]|$))`, 'g');
/** Numbers, dates, files, hosts and other addresses. */
const OTHER = /^(?:[\d.:/-]+|.*[/\\@].*|\d{4}-\d\d.*|[\w-]+(?:\.[\w-]+)+)$/;

/** What makes an account, or gives it a new password. */
const MAKES =
  '(?:add|create|new|update|set|change|reset|ca|sp)(?:[-_]?(?:user|account|mailbox|mail|list|pop|auth|relay|passw(?:or)?d|pw))?|v?(?:add|new|ch)(?:user|list|passwd|pass)';
/** What is no user in front of a colon. */
const NO_USER =
  '(?!(?:https?|ftps?|smtps?|imaps?|pop3s?|ldaps?|tcp|udp|unix|inet|file|hash|lmdb|texthash|mysql|pgsql|sqlite|mailto|sip|tel|urn|data|pam|login|plain|error|warning|info|debug|fatal|unknown|failed|user|pass|passdb|userdb):)';

/** Up to what closes it. */
const upTo =
  (sign: string): Read =>
  (text, at) =>
    wholeValue(at, text.indexOf(sign, at));
const made: Read = (text, at) => {
  const value = valueAt(text, at);
  return value !== undefined && (value.quoted || looksMade(text, value)) ? value : undefined;
};
/** Letters and a digit, a sign or a capital among them; no number, no id of a queue. */
const numbered: Read = (text, at) => {
  const value = made(text, at);
  return value !== undefined && /^(?:[\dA-F:.]+|\d+:\d+)$/.test(text.slice(value.start, value.end)) ? undefined : value;
};
/** Behind an address stand other fields of a log, too: `… | message-info=info`. */
const noField: Read = (text, at) => {
  const value = numbered(text, at);
  return value !== undefined && /^[\w.-]{1,40}=[^=]/.test(text.slice(value.start, value.end)) ? undefined : value;
};
/** Lists of mechanisms have colons, too. */
const notNamed: Read = (text, at) => {
  const value = bareAt(text, at);
  return value !== undefined && /^[A-Z\d-]+$/.test(text.slice(value.start, value.end)) ? undefined : value;
};
/** Below the line of a server, or with the address of one behind it. */
const KEY_OF = /(?:server|host)[ \t][^\r\n]{1,100}\r?\n(?:[ \t][^\r\n]{0,100}\r?\n){0,3}[ \t]{1,4}$/i;
const keyOfServer: Read = (text, at) => {
  const line = text.lastIndexOf('key', at);
  const value = bareAt(text, at);
  const behind = text.slice(value?.end ?? at, (value?.end ?? at) + 10);
  const isKey =
    /^[ \t]{1,4}(?:address|hostname)/.test(behind) ||
    (/^[ \t]{0,4}(?:[\r\n]|$)/.test(behind) && KEY_OF.test(text.slice(Math.max(0, line - 500), line)));
  return isKey ? value : undefined;
};

const forms: readonly (Form & { readonly word: string })[] = [
  {
    // A user, a colon and a password behind a word that says so: `auth_param: alice:…`, `allow alice:…` of monit
    front: new RegExp(
      `(?<![\\w-])(?:[\\w.-]{0,30}(?:auth|creds?|credentials?|login|userpw|userpwd|userpass|user_pass|basic|account)[\\w-]{0,20}["']?[ \\t]{0,4}[:=]|allow(?=[ \\t]))[ \\t]{0,4}["']?${NO_USER}[a-z][\\w.+-]{0,63}(?:@[\\w.-]{1,253})?:(?=[^\\s:/"',;)]{4,100}["']?[ \\t]{0,4}(?:[\\r\\n,;)}]|$))`,
      'gi',
    ),
    read: notNamed,
    word: ':',
  },
  {
    // `"alice:…@192.0.2.4"`: as in a URL, without what that starts with
    front: new RegExp(
      `["']${NO_USER}[\\w.+-]{1,64}:(?=[^\\s:@/"']{3,100}@(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[\\da-f:]{3,40}\\])["':/])`,
      'gi',
    ),
    read: upTo('@'),
    word: '@',
  },
  {
    // A command that makes an account: its address, or its domain and name, and the password
    front: new RegExp(
      `(?<![\\w.-])(?:${MAKES})[ \\t]{1,4}(?:[\\w.-]{1,60}[ \\t]{1,4})?(?:${ADDRESS}|${DOMAIN}[ \\t]{1,4}[\\w.+-]{1,64})[ \\t]{1,4}(?=[^\\s-])`,
      'g',
    ),
    read: made,
    word: '.',
  },
  {
    // Majordomo: `approve … subscribe`
    front:
      /(?<![\w-])approve[ \t]{1,4}(?=\S{3,60}[ \t]{1,4}(?:(?:un)?subscribe|who|get|info|lists|(?:new|write)?config|mkdigest|newinfo|which)\b)/g,
    read: bareAt,
    word: 'approve',
  },
  {
    // Dovecot, what it holds against each other: `CRYPT(…) != '…'`
    front: /(?<![\w-])[A-Z][A-Z\d-]{2,20}\((?=[^()\r\n]{1,200}\) != )/g,
    read: upTo(') != '),
    word: ') != ',
  },
  {
    // Asterisk, voicemail.conf: the number of a mailbox, its PIN, and whose it is
    front: /^[ \t]{0,8}\d{2,10}[ \t]{0,4}=>[ \t]{0,4}(?=-?\d{3,12},[^\r\n]{0,200},)/gm,
    read: upTo(','),
    word: '=>',
  },
  {
    // `smtp.contoso.test:465:alice:…`, with more of it behind a colon
    front: new RegExp(`(?<![\\w.-])${DOMAIN}:(?:25|465|587|2525|110|143|993|995):[^\\s:]{1,64}:(?=[^\\s:\\]]{3})`, 'g'),
    read: (text, at) => wholeValue(at, at + (/^[^\s:\]"']{1,100}/.exec(text.slice(at, at + 100))?.[0].length ?? 0)),
    word: ':',
  },
  {
    // `alice@contoso.test / …`
    front: new RegExp(`(?<![\\w.@+-])${ADDRESS}["'\`]?[ \\t]{1,2}[/|][ \\t]{1,2}["'\`]?(?=\\S{4})`, 'g'),
    read: noField,
    word: '@',
  },
  {
    // The option of a user, and then that of a password: `-U alice -P …`
    front:
      /(?<=[ \t]-(?:[uUl]|-?user(?:name)?)(?:[ \t]{1,4}|=)[^\s-]\S{0,100}(?:[ \t]{1,4}-\w[ \t]{1,4}[^\s-]\S{0,100}){0,3}[ \t]{1,4})-[pPwW][ \t]{1,4}(?=[^\s-])/g,
    read: numbered,
    word: ' -',
  },
  {
    // `'auth' => 'login:…'`: the mechanism, and what it is done with
    front:
      /(?<![\w-])["'](?:apop|plain|login|(?:cram|digest)-md5|ntlm|scram-sha-\d{1,3}|x?oauth2?|oauthbearer):(?=[^\s"':]{4,100}["'])/gi,
    read: numbered,
    word: ':',
  },
  // Mailman and INN: the password of a moderator in a field (RFC 5536 3.2.1 has an address there)
  {
    front: /^[ \t>|]{0,12}(?:X-)?Approved:[ \t]{1,4}(?=\S{4,100}[ \t]{0,4}(?:[\r\n]|$))/gim,
    read: numbered,
    word: 'approved',
  },
  { front: /sentinel[ \t]auth-pass:?[ \t]{1,4}\S{1,60}[ \t]{1,4}(?=\S)/g, read: bareAt, word: 'sentinel' },
  { front: /(?<![\w-])key[ \t]{1,4}(?:\d[ \t]{1,4})?(?=\S{3})/g, read: keyOfServer, word: 'key' },
];

/** Passwords that no word calls so: what stands beside a user, and in the grammar of a command. */
export function* loginSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  const accounts = searched.has('@') ? [...text.matchAll(ACCOUNT)] : [];
  for (const { index, 0: front } of accounts) {
    const value = bareAt(text, index + front.length);
    if (value === undefined || !isOpening(text, index)) continue;
    const word = text.slice(value.start, value.end);
    if (OTHER.test(word)) continue;
    if (looksMade(text, value) && (accounts.length > 1 || /\d/.test(word))) yield* passwordAt(text, value);
  }
  for (const { front, read, word } of forms) {
    if (!searched.has(word)) continue;
    for (const { index, 0: found } of text.matchAll(front)) yield* passwordAt(text, read(text, index + found.length));
  }
}
