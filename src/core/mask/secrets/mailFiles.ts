import type { FoundSecret } from '../secret.ts';
import { isOpening } from './opening.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { plainValue, restAt, type Value, valueAt, wholeValue } from './value.ts';

type Read = (text: string, at: number) => Value | undefined;

/** What stands in front of a password, and how the password is read that starts behind it. */
interface Form {
  readonly front: RegExp;
  readonly read: Read;
}

const HOST = '(?:\\[[\\w.:-]{1,253}\\]|\\.?[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}|\\*)';
const PORT = '(?::(?:\\d{1,5}|smtps?|submissions?|urd))';
/** A user and a colon; the words are those that stand so behind a host and name no user. */
const USER =
  '(?!(?:port|status|id|ip[46]?|include|exists|redirect|tcp|udp|error|warning|host|from|to|mx|a|ptr|all|smtp|lmtp|relay|dns|https?|unix|inet|hash|lmdb|btree|texthash|regexp|pcre|proxy):)[^\\s:;,="\'`<>(){}[\\]|\\\\]{1,100}:(?![:/\\\\])';

/** More than a number: a port, a line of a file. */
const notNumber: Read = (text, at) => {
  const value = restAt(text, at);
  return value !== undefined && /^\d{1,6}:?$/.test(text.slice(value.start, value.end)) ? undefined : value;
};

/** POP3 lets passwords have blanks (RFC 1939 7); Postfix' postscreen says `PASS OLD [192.0.2.1]:25`. */
const PHRASE = /(?!OLD\b|NEW\b)[^\r\n|<[\]:"'\\]{1,200}?(?=[ \t]{0,8}(?:\\r|\\n|["'`]|[\r\n]|$))/y;
const phrase: Read = (text, at) => {
  PHRASE.lastIndex = at;
  const words = PHRASE.exec(text)?.[0] ?? '';
  return restAt(text, at) ?? (words === '' ? undefined : wholeValue(at, at + words.length));
};

/** Two words and a colon may be anything, but not behind the name of the file. */
const inSecrets: Read = (text, at) =>
  /smtpd|secrets/i.test(text.slice(Math.max(0, at - 300), at)) ? notNumber(text, at) : undefined;

/** Forms of whole lines, by the word in which they have a colon or another sign that separates. */
const inSecond: readonly Form[] = sticky([
  // Postfix, sasl_passwd: `[smtp.contoso.test]:587 alice:…`, `alice@contoso.test bob:…` (SASL_README)
  [`(?:[\\w.+-]{1,64}@)?${HOST}${PORT}?[ \\t]{1,40}${USER}`, restAt],
  // OpenSMTPD, secrets: `label alice@contoso.test:…`
  ['[\\w-]{1,40}[ \\t]{1,40}[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}:(?![:/])', restAt],
  // OpenSMTPD, secrets: `label alice:…`
  ['[\\w-]{1,40}[ \\t]{1,40}[\\w.+-]{1,64}:(?![:/\\\\])', inSecrets],
]);
const inFirst: readonly Form[] = sticky([
  // Debian's passwd.client for Exim: `smtp.contoso.test:alice:…`
  [`(?:\\*|[\\w-]{1,63}(?:\\.[\\w*-]{1,63}){1,10}|\\*(?:\\.[\\w-]{1,63}){1,10}):(?!\\d{1,5}[: ]|//)${USER}`, notNumber],
  // Courier, esmtpauthclient: `smtp.contoso.test,587 alice …`; qmail, smtproutes: `:smtp.contoso.test:587 alice …`
  [
    `(?:${HOST},\\d{1,5}|[\\w.-]{0,253}:[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}:\\d{1,5})[ \\t]{1,8}[^\\s:;,]{1,100}[ \\t]{1,8}`,
    restAt,
  ],
  [`[\\w.-]{0,253}:${HOST}:\\d{1,5}\\|[^|\\s]{1,100}\\|`, valueAt],
]);
const byWord: readonly Form[] = sticky([
  // maddy: `auth plain alice …`
  ['auth[ \\t]{1,4}plain[ \\t]{1,4}[^\\s"\']{1,100}[ \\t]{1,4}', restAt],
  ['(?:[CS]: ?|[-=~<>*]{1,4} ?)?PASS[ \\t]{1,4}', phrase],
]);
const BY_WORD = /(?:auth|PASS|[CS]: ?PASS|[-=~<>*]{1,4} ?PASS)[ \t]/y;

function sticky(rows: readonly (readonly [front: string, read: Read])[]): readonly Form[] {
  return rows.map(([front, read]) => ({ front: new RegExp(front, 'y'), read }));
}

/** Dovecot and Courier, passwd files: `alice@contoso.test:…:5000:5000::/home/alice`. */
const PASSWD =
  /(?:[\w.+-]{1,64}@[\w.-]{1,253}|(?![0-9a-fA-F]{1,4}:)[\w.+-]{1,64}):(?<secret>[^\s:]{1,200}):\d{0,10}:\d{0,10}:[^:\r\n]{0,100}:(?:\/[^\r\n]{0,300}|[^\r\n:]{0,100}(?::[^\r\n]{0,200})?)(?=\\[rn]|[\r\n]|$)/y;

/** What a mark in front tells of the password in a string: `"P:…"`, `"P=…"`. */
const behindMark: Read = (text, at) => {
  const value = valueAt(text, at);
  return value?.quoted === true && /^P[:=]/.test(text.slice(value.start, value.end))
    ? { ...value, start: value.start + 2 }
    : undefined;
};

/** Programs that get a password from somewhere; the others print it. */
const GETS =
  /^["'\\]{0,4}(?:\/[\w/.-]{1,80}\/)?(?:gpg2?|pass|gopass|cat|head|secret-tool|security|op|bw|rbw|lpass|keyring|kwallet\w*|age|sops|vault|aws|gcloud|az|python3?|sh|bash|kdialog|zenity|pinentry|oama|mutt_oauth2|oauth2\w*|getmail\w*|mailctl)\b/;
const PRINTS =
  /^["'\\]{0,4}(?:(?:\/bin\/)?(?:echo|printf)[ \t]{1,4}(?:-\w[ \t]{1,4})?(?:["'\\]{0,4}%s["'\\]{0,4}[ \t]{1,4})?)?/;
const command: Read = (text, at) => {
  const whole = valueAt(text, at);
  if (whole === undefined) return undefined;
  const reach = whole.quoted
    ? text.slice(whole.start, whole.end)
    : (/^[^\r\n|<]{1,200}/.exec(text.slice(at, at + 200))?.[0] ?? '');
  const start = whole.quoted ? whole.start : at;
  if (GETS.test(reach)) return undefined;
  const prints = PRINTS.exec(reach)?.[0] ?? '';
  return whole.quoted
    ? {
        ...whole,
        start: start + prints.length,
        end: start + Math.max(prints.length, reach.replace(/["'\\ ]{1,4}$/, '').length),
      }
    : valueAt(text, start + prints.length);
};

/** `eq{$auth2}{…}` of Exim. */
const braced: Read = (text, at) => {
  const word = /^[^{}\r\n]{1,200}(?=\})/.exec(text.slice(at, at + 201))?.[0] ?? '';
  return word === '' ? undefined : wholeValue(at, at + word.length);
};

/** Forms that are told by a word of their own. */
const forms: readonly (Form & { readonly word: string })[] = [
  { front: /(?<![\w.])static:\{?[ \t]{0,4}[^\s:{}]{1,100}:/g, read: valueAt, word: 'static:' },
  {
    // Exim: `client_send = : alice : …`, `^alice^…` (specification, 34.1)
    front:
      /\bclient_send[ \t]{0,4}=[ \t]{0,4}["']?(?:<. {0,2})?(?:[ \t]{0,4}:[ \t]{0,4}[^\s:^]{1,100}[ \t]{1,4}:[ \t]{0,4}|[ \t]{0,4}\^[^\s:^]{0,100}\^)/g,
    read: valueAt,
    word: 'client_send',
  },
  { front: /\beqi?[ \t]{0,4}\{\$auth[23]\}[ \t]{0,4}\{/g, read: braced, word: '{$auth' },
  {
    // Exim, `hide mysql_servers = host/database/user/…` (specification, 9.22)
    front: /\b(?:mysql|pgsql|oracle|ibase)_servers[ \t]{0,4}=[ \t]{0,4}[^\s/]{1,200}\/[^\s/]{0,100}\/[^\s/]{0,100}\//g,
    read: valueAt,
    word: '_servers',
  },
  {
    // Dovecot, what the authentication worker says
    front: /[\t ,](?:user_?pass|nopassword_pass|original_pass|master_pass)=/g,
    read: valueAt,
    word: 'pass=',
  },
  {
    // Sendmail, authinfo: `AuthInfo:smtp.contoso.test "U:alice" "P:…"`, in base64 with `=`
    front: /\bAuthInfo:[^\r\n]{0,300}?(?=\\{0,3}["']P[:=])/g,
    read: behindMark,
    word: 'authinfo:',
  },
  {
    // msmtp: `passwordeval "echo …"` (manual, 5.3)
    front:
      /(?<![A-Za-z])(?:[\w.]{0,30}[_.])?pass(?:word)?[-_]?(?:eval|cmd|command)(?:=|[ \t]{1,8}|["']?[ \t]{0,4}[:=][ \t]{0,4})/gi,
    read: command,
    word: 'pass',
  },
  {
    // IMAP (RFC 9051 6.2.3)
    front:
      /(?<![\w.-])(?:[A-Za-z]{0,4}\d{1,6}|\.|tag)[ \t](?:LOGIN|login)[ \t]{1,4}(?:\\{0,7}"(?:[^"\\\r\n]|\\[^"]){1,200}\\{0,7}"|[^\s"\\]{1,200})[ \t]{1,4}/g,
    read: valueAt,
    word: 'login',
  },
  {
    // `login: alice / …`, `credentials: alice:…`
    front:
      /\b(?:creds[ \t]{1,4}(?=\S{1,100}:)|(?:credentials|creds|zugangsdaten|anmeldedaten|identifiants|credenciales|credenziali|inloggegevens)[ \t]{1,4}(?:are|were|sind|lauten|sont|son|sono|zijn)[ \t]{1,4})["'`]?(?!\/\/)[\w.+-]{1,64}(?:@[\w.-]{1,253})?[ \t]{0,2}(?::(?!\/\/)|\/|\|)[ \t]{0,2}["'`]?(?=\S{3})/gi,
    read: valueAt,
    word: 'd',
  },
  {
    front:
      /\b(?:credentials?|creds|user(?:name)?[ \t]{0,2}(?:\/|and|&|\+)[ \t]{0,2}pass(?:word)?|login(?:[ -]?data)?|zugangsdaten|anmeldedaten|identifiants|credenciales|credenziali|inloggegevens)[ \t]{0,4}[:=][ \t]{0,4}["'`]?(?!\/\/)[\w.+-]{1,64}(?:@[\w.-]{1,253})?[ \t]{0,2}(?::(?!\/\/)|\/|\|)[ \t]{0,2}["'`]?(?=\S{3})/gi,
    read: valueAt,
    word: '',
  },
];

/** Where a word starts that may be the first one of a line. */
const WORD = /(?<![\w.@:/\\-])[\w[*:~=<>.-]/g;

/** Passwords in the files and the lines of mail programs. */
export function* mailFileSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  for (const { front, read, word } of forms) {
    if (!searched.has(word)) continue;
    for (const match of text.matchAll(front)) yield* passwordAt(text, read(text, match.index + match[0].length));
  }
  for (const { index } of text.matchAll(WORD)) {
    if (!isOpening(text, index)) continue;
    WORDS.lastIndex = index;
    const [, first = '', second = ''] = WORDS.exec(text) ?? [];
    if (SEPARATES.test(first)) {
      yield* ofLine(text, index, inFirst);
      yield* ofPasswd(text, index);
    }
    if (SEPARATES.test(second)) yield* ofLine(text, index, inSecond);
    BY_WORD.lastIndex = index;
    if (BY_WORD.test(text)) yield* ofLine(text, index, byWord);
  }
}

const WORDS = /(\S{1,400})(?:[ \t]{1,40}(\S{1,400}))?/y;
const SEPARATES = /[:,|][^:,|\s]/;

function* ofLine(text: string, at: number, candidates: readonly Form[]): Iterable<FoundSecret> {
  for (const { front, read } of candidates) {
    front.lastIndex = at;
    if (front.test(text)) yield* passwordAt(text, read(text, front.lastIndex));
  }
}

function* ofPasswd(text: string, at: number): Iterable<FoundSecret> {
  PASSWD.lastIndex = at;
  const secret = PASSWD.exec(text)?.groups?.secret;
  if (secret === undefined || /^(?:x|[*!]+)$/.test(secret)) return;
  const start = text.indexOf(`:${secret}:`, at) + 1;
  yield* passwordAt(text, plainValue(start, start + secret.length));
}
