import { LEAD } from './opening.ts';
import { restAt, type Value, valueAt, wholeValue } from './value.ts';
import { ALGORITHM } from './words.ts';

/** How a password is read that starts at an offset. */
export type Read = (text: string, at: number) => Value | undefined;

/** What stands in front of a password, and how the password is read that starts behind it. */
export interface Form {
  readonly front: RegExp;
  readonly read: Read;
}

/** What a mark in front tells of the password in a string: `"P:…"`, `"P=…"`. */
const behindMark: Read = (text, at) => {
  const value = valueAt(text, at);
  return value?.quoted === true && /^P[:=]/.test(text.slice(value.start, value.end))
    ? { ...value, start: value.start + 2 }
    : undefined;
};

/** Programs that get a password from somewhere; the others print it. */
const GETS =
  /^["'\\]{0,4}(?:(?:~|\.{1,2}|\$\{?\w{1,40}\}?)\/|(?:\/[\w/.-]{1,80}\/)?(?:gpg2?|pass|gopass|cat|head|secret-tool|security|op|bw|rbw|lpass|keyring|kwallet\w*|age|sops|vault|aws|gcloud|az|python3?|sh|bash|kdialog|zenity|pinentry|oama|mutt_oauth2|oauth2\w*|getmail\w*|mailctl)\b)/;
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
  const [prints] = PRINTS.exec(reach) as RegExpExecArray;
  return whole.quoted
    ? {
        ...whole,
        start: start + prints.length,
        end: start + Math.max(prints.length, reach.replace(/["'\\ ]{1,4}$/, '').length),
      }
    : valueAt(text, start + prints.length);
};

/** All of the line, which holds nothing else, blanks included; a mark of quotation ends it. */
const LINE = /[^\r\n"'`\\]{1,200}?(?=[ \t]{0,8}(?:\\[rn]|["'`]|[\r\n]|$))/y;
const line: Read = (text, at) => {
  const word = restAt(text, at);
  if (word !== undefined) return word;
  LINE.lastIndex = at;
  const said = LINE.exec(text)?.[0];
  return said === undefined ? undefined : wholeValue(at, at + said.length);
};

/** `eq{$auth2}{…}` of Exim. */
const braced: Read = (text, at) => {
  const word = /^[^{}\r\n]{1,200}(?=\})/.exec(text.slice(at, at + 201))?.[0] ?? '';
  return word === '' ? undefined : wholeValue(at, at + word.length);
};

/** What no word looks like. */
const made: Read = (text, at) => {
  const value = valueAt(text, at);
  if (value === undefined) return undefined;
  const word = text.slice(value.start, value.end);
  if (ALGORITHM.test(word)) return undefined;
  return value.quoted || (/\d/.test(word) && /\p{L}/u.test(word)) || /[!#$%^&*+=?~]/.test(word) ? value : undefined;
};

/** The length of a string of IMAP, what the server says to it, and what stands in front of the string. */
const LITERAL = `\\{\\d{1,5}\\+?\\}[ \\t]{0,8}\\r?\\n(?:${LEAD}(?:[S<][:<-]?[ \\t]{0,4})?\\+[^\\r\\n]{0,200}\\r?\\n)?${LEAD}(?:[C>][:>-]?[ \\t]{1,4})?`;

/** Forms that are told by a word of their own, or by one of several. */
export const mailForms: readonly (Form & { readonly word: string })[] = [
  { front: /(?<![\w.])static:\{?[ \t]{0,4}[^\s:{}]{1,100}:/g, read: valueAt, word: 'static:' },
  {
    // Exim: `client_send = : alice : …`, `^alice^…` (specification, 34.1)
    front:
      /\bclient_send[ \t]{0,4}=[ \t]{0,4}["']?(?:<. {0,2})?(?:[ \t]{0,4}:[ \t]{0,4}[^\s:^]{1,100}[ \t]{1,4}:[ \t]{0,4}|[ \t]{0,4}\^[^\s:^]{0,100}\^)/g,
    read: valueAt,
    word: 'client_send',
  },
  // Exim's debugging: `$auth2 = …`, behind the process or nothing; elsewhere other words may follow.
  { front: /(?<=^(?:\d{1,7}[ \t])?[ \t]{0,8})\$auth[23][ \t]{1,4}=[ \t]{1,4}/gm, read: line, word: '$auth' },
  { front: /(?<!^(?:\d{1,7}[ \t])?[ \t]{0,8})\$auth[23][ \t]{1,4}=[ \t]{1,4}/gm, read: restAt, word: '$auth' },
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
    // Postfix, `inline:{ { [smtp.contoso.test]:587 = alice:… } }` (DATABASE_README)
    front: /[{,][ \t]{0,4}\[?[\w.@+-]{1,253}\]?(?::\w{1,12})?[ \t]{0,4}=[ \t]{0,4}[\w.@+-]{1,100}:(?=[^\s:])/g,
    read: valueAt,
    word: 'inline:',
  },
  {
    // A key of TSIG in a script for nsupdate
    front:
      /(?<![\w-])key[ \t]{1,4}(?:hmac-[\w-]{1,12}:)?[\w.-]{1,200}[ \t]{1,4}(?=(?!MI[IG])[A-Za-z0-9+/]{16,200}={1,2}[ \t]*(?:[\r\n]|$))/g,
    read: valueAt,
    word: 'hmac update',
  },
  {
    // Cisco IOS: `key 7 …`, `key-string 7 …`
    front: /(?<![\w-])key(?:-string)?[ \t]{1,4}\d[ \t]{1,4}(?=[^\s:]{6,200}[ \t]{0,8}(?:[\r\n]|$))/g,
    read: made,
    word: 'key',
  },
  {
    // `mailgun: { user: "…", key: "…" }`: a key beside what a mail server or a service is told
    front:
      /(?<=(?:host|user(?:name)?|server|service|domain|sender|from|provider|api|region|mailgun|sendgrid|postmark|mailjet|brevo|sparkpost|resend)["']?[ \t]{0,4}[:=][^\r\n]{0,200})(?<![\w.-])key["']?[ \t]{0,4}[:=][ \t]{0,4}(?=["'][^"'\s]{8,200}["'])/gi,
    read: made,
    word: 'key',
  },
  {
    // Emacs, smtpmail: host, port, user and password in a list
    front:
      /auth-credentials[ \t\r\n]{1,4}'\(\("[^"\r\n]{1,200}"[ \t]{1,4}"?\d{1,5}"?[ \t]{1,4}"[^"\r\n]{1,100}"[ \t]{1,4}/g,
    read: valueAt,
    word: 'auth-credentials',
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
      /(?<![A-Za-z])(?:[\w.]{0,30}[_.])?pass(?:word)?[-_]?(?:eval|cmd|command)(?:["']?[ \t]{0,4}[:=][ \t]{0,4}|[ \t]{1,8})/gi,
    read: command,
    word: 'pass',
  },
  {
    // aerc: `source-cred-cmd = echo …`; himalaya: `backend.auth.cmd = "echo …"`
    front:
      /(?<![A-Za-z])(?:cred(?:ential)?s?|auth|token|secret)[-_.](?:eval|cmd|command)["']?[ \t]{0,4}[:=][ \t]{0,4}/gi,
    read: command,
    word: '-cmd .cmd _cmd -command _command .command -eval _eval',
  },
  {
    // himalaya: `backend.auth.raw = "…"`
    front: /(?<![A-Za-z])(?:auth|passw(?:or)?d|secret)\.raw["']?[ \t]{0,4}[:=][ \t]{0,4}/gi,
    read: valueAt,
    word: '.raw',
  },
  {
    // Postfix, a line of sasl_passwd told in a sentence
    front:
      /(?:\[[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}\](?::(?:\d{1,5}|smtps?|submissions?))?|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}:(?:\d{2,5}|smtps?|submissions?))[ \t]{1,40}[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}:(?=[^\s:])/g,
    read: valueAt,
    word: '@',
  },
  {
    // What `postmap -q` answers
    front: new RegExp(
      `\\bpostmap[ \\t]{1,4}(?:-\\w[ \\t]{1,4})?-q[ \\t]{1,4}[^\\r\\n]{1,200}(?:pass|sasl|secret|auth|cred)\\w{0,30}["']?[ \\t]{0,8}\\r?\\n${LEAD}[^\\s:]{1,100}:(?=[^\\s:])`,
      'gi',
    ),
    read: line,
    word: 'postmap',
  },
  {
    // IMAP (RFC 9051 6.2.3)
    front:
      /(?<![\w.-])(?:[A-Za-z]{0,4}\d{1,6}|\.|tag)[ \t](?:LOGIN|login)[ \t]{1,4}(?:\\{0,7}"(?:[^"\\\r\n]|\\[^"]){1,200}\\{0,7}"|[^\s"\\]{1,200})[ \t]{1,4}/g,
    read: valueAt,
    word: 'login',
  },
  {
    // The same with strings of a stated length (RFC 9051 4.3): the password is the line behind the last one.
    front: new RegExp(`\\bLOGIN[ \\t]{1,4}(?:${LITERAL})?[^\\r\\n{]{1,200}?[ \\t]{0,4}${LITERAL}`, 'gi'),
    read: restAt,
    word: 'login',
  },
  {
    // `u: alice p: …`
    front: /(?<![\w.-])u(?:ser)?[ \t]?[:=][ \t]{0,2}\S{1,100}[ \t,;/|]{1,4}p[ \t]?[:=][ \t]{0,2}(?=\S{3}|[a-z]\d)/gi,
    read: valueAt,
    word: 'p',
  },
  {
    // `log in with alice:…`
    front:
      /\b(?:log(?:ged|ging)?[ -]?in|sign(?:ed|ing)?[ -]?in|authenticat(?:e|ed|ing)|melde\w{0,2}|angemeldet|connecté|einloggen|eingeloggt)[ \t]{1,2}(?:with|as|using|mit|als|avec|con|com)[ \t]{1,2}["'`]?[\w.+-]{1,64}(?:@[\w.-]{1,253})?:(?=[^\s:/]{4})/gi,
    read: valueAt,
    word: 'in melde connect authenticat',
  },
  {
    // `log in as alice / …`, `use alice@contoso.test with …`
    front:
      /\b(?:(?:log(?:ged|ging)?[ -]?in|sign(?:ed|ing)?[ -]?in|authenticat(?:e|ed|ing)|angemeldet|connecté|eingeloggt)[ \t]{1,2}(?:with|as|using|mit|als|avec|con|com|met)[ \t]{1,2}[\w.+-]{1,64}(?:@[\w.-]{1,253})?[ \t]{1,2}[/|]|(?:us(?:e|ing)|try|log(?:ged|ging)?[ -]?in)[ \t]{1,2}(?:(?:with|as)[ \t]{1,2})?[\w.+-]{1,64}@[\w.-]{1,253}[ \t]{1,2}(?:with|and|&))[ \t]{1,2}(?=\S{8})/gi,
    read: made,
    word: 'in melde connect authenticat use using try',
  },
  {
    // `the password was changed from … to …`
    front: /(?:pass(?:word|wort)?|kennwort|pw|pwd)[ \t]{1,2}(?:\w{1,12}[ \t]{1,2}){0,3}(?:from|von)[ \t]{1,2}/gi,
    read: made,
    word: 'p',
  },
  {
    front:
      /(?:pass(?:word|wort)?|kennwort|pw|pwd)[ \t]{1,2}(?:\w{1,12}[ \t]{1,2}){0,3}(?:from|von)[ \t]{1,2}\S{3,100}[ \t]{1,2}(?:to|auf)[ \t]{1,2}/gi,
    read: made,
    word: 'p',
  },
  {
    // `IDENTIFIED BY '…'`, `IDENTIFIED WITH sha256_password BY '…'` of SQL
    front:
      /\bIDENTIFIED[ \t]{1,4}(?:WITH[ \t]{1,4}\w{1,40}[ \t]{1,4})?(?:BY|AS)[ \t]{1,4}(?:PASSWORD[ \t]{1,4})?(?=\\{0,3}["'])/gi,
    read: valueAt,
    word: 'identified',
  },
  {
    // `login alice@contoso.test / …` in a sentence
    front:
      /\b(?:log(?:in|on|ged[ \t]in)|sign(?:ed)?[ -]in|credentials?|creds|account|user(?:name)?|mailbox|konto|benutzer(?:name)?|anmeldung|identifiant|compte|usuario|cuenta|conta|utente|gebruiker)[ \t]{1,2}(?:(?:as|with|using|mit|als|avec|con|com|met)[ \t]{1,2})?["'`(]?[\w.+-]{1,64}@[\w.-]{1,253}["'`]?[ \t]{1,2}[/|][ \t]{1,2}["'`]?(?!\S{1,64}@[\w-]{1,63}\.)(?=\S{4}|\S{0,3}\d)/gi,
    read: valueAt,
    word: '@',
  },
];
