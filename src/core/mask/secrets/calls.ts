import type { FoundSecret } from '../secret.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { type Value, valueAt } from './value.ts';

const ANY_SMTP = '\\w{0,20}smtp_?(?:mail|send|login|auth|connect|open)\\w{0,20}';
const SENDS = new RegExp(`^${ANY_SMTP}$`, 'i');
/** An address, or words. */
const SAID = /@[\w-]{1,63}\.\w|(?:\S{1,300} ){3}/;
/** Functions that take a password by its place, and which argument it is, counted from 0. */
const CALLS: readonly (readonly [names: string, argument: number])[] = [
  // smtplib, imaplib, nodemailer, Net::SMTP, MailKit, JavaMail, PHPMailer, requests, AWS
  [
    'login|auth|(?<=auth\\(true\\)\\.)as|authenticate|setAuth|sign_?in|basic_?auth|HTTPBasicAuth|credentials|set_?credentials|with_?credentials|(?:\\w{1,30})?Cred(?:ential)?s?(?:\\]?::new|\\.new|\\.of|\\.create|\\.basic)?|PasswordAuthentication|(?:\\w{1,30})?Authenticator|\\w{1,20}Authentication|setAuthentication|CRAMMD5Auth|LoginAuth|LOGINAuth|userpass|UserPassword|createUser|yagmail\\.SMTP|BasicAuth(?:entication)?|pscredential(?:\\]::new)?|encode_?base64_?auth',
    1,
  ],
  [
    'PlainAuth|PLAINAuth|imap_open|ftp_login|mysqli?(?:_connect)?|mysql_p?connect|PDO|pg_connect|ssh2_auth_password|ldap_bind|ldap_simple_bind(?:_s)?|simple_bind_s|CURLOPT',
    2,
  ],
  ['Transport\\.send|keyring\\.set_password', 2],
  // What a login in base64 is made of
  [
    'base64_encode\\(utl_raw\\.cast_to_raw|btoa|base64_?encode|(?:urlsafe_|standard_)?b64encode|(?:strict_|urlsafe_)?encode64|ToBase64String\\([^()"\']{0,80}GetBytes|EncodeToString\\(\\[\\]byte',
    0,
  ],
  [
    'NewDialer|NewPlainDialer|NewMailer|NewSMTP|(?:with|new|set|use|add)?_?smtp_?(?:server|client|transport|mailer|config|settings|connection|options|sender|session|service|account|auth|info|params|provider|adapter|relay)',
    3,
  ],
  // Host and port, user and password, whatever the function is called
  [ANY_SMTP, 3],
  // Net::SMTP.start(address, port, helo, user, secret)
  ['SMTP\\.start|smtp\\.start', 4],
];
/** Calls of these names have the password last where all of them are strings: Transport.connect(host, user, password). */
const LAST = 'connect|open|bind|simpleBind|ldap_bind|setSmtpAuth';

/** One of them stands in each of the names. */
const STEMS = [
  'transport.send',
  'set_password',
  'cast_to_raw',
  'btoa',
  'encode',
  'tobase64',
  'login',
  'auth',
  'sign',
  'cred',
  'userp',
  'createuser',
  'yagmail',
  'imap_open',
  'mysql',
  'pdo',
  'pg_connect',
  'bind',
  'curlopt',
  'dialer',
  'newmailer',
  'newsmtp',
  'smtp.start',
  'smtp',
  'connect',
  'open',
];
const CALL = new RegExp(
  `(?<![\\w-])(?:(?<name>${CALLS.map(([names]) => names).join('|')})|(?<last>${LAST}))(?:Async)?["']?[ \\t]{0,4}(?:(?:=>|[=:])[ \\t]{0,4}(?:new[ \\t]{0,4})?)?[([][ \\t]{0,4}`,
  'gi',
);
const places: readonly (readonly [named: RegExp, argument: number])[] = CALLS.map(([names, argument]) => [
  new RegExp(`^(?:${names})$`, 'i'),
  argument,
]);
const STRING_END =
  /(?:\.(?:to_?(?:owned|string)|into|encode|toCharArray|getBytes|trim|freeze)\([^()]{0,40}\)|!\(\))?[ \t\r\n]{0,40}(?<sign>[,)\]])[ \t\r\n]{0,60}/iy;
/** What makes something of a string, `String::from("…")`, `new String("…")`, `Some("…")`, and how that ends. */
const MADE_OF =
  /(?:new[ \t]{1,4})?[A-Za-z][\w.]{0,30}(?:::[A-Za-z]\w{0,30}){0,2}!?\([ \t]{0,4}(?=[bru]{0,2}\\{0,7}["'`])/y;
const MADE_END = /[ \t]{0,4}\)(?:\.\w{1,20}\(\))?[ \t\r\n]{0,40}(?<sign>[,)\]])[ \t\r\n]{0,60}/y;
const OTHER = /[^,()"'`\r\n]{0,80}(?:\([^()\r\n]{0,80}\))?[ \t\r\n]{0,40}(?<sign>[,)\]])[ \t\r\n]{0,60}/y;
const EMPTY = /^(\\{0,7}["'])\1/;
const EMPTY_END = /^(?:\\{0,7}["']){2}[ \t\r\n]{0,40}([,)\]])[ \t\r\n]{0,60}/;
/** More are no login. */
const ARGUMENTS = 8;

/** Passwords that are passed to functions by their place. */
export function* callSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  yield* besidePorts(text);
  yield* unbracketed(searched);
  if (!/[([][^()]{0,60}["'`]/.test(text) || !searched.hasAny(STEMS)) return;
  for (const match of text.matchAll(CALL)) {
    const { name, last } = match.groups ?? {};
    const args = argumentsAt(text, match.index + match[0].length);
    const usual = placeOf(name ?? '');
    const place = usual + (isMechanism(text, args) || (usual === 1 && isBehindOne(text, args)) ? 1 : 0);
    const value = last === undefined ? args[place] : (lastOf(args) ?? behindPort(last, args));
    // `auth: ['login', 'plain']`: how, and not with what.
    if (value !== undefined && MECHANISM.test(wordOf(text, value))) continue;
    // What is said of a message is no login.
    if (value !== undefined && SENDS.test(name ?? '') && SAID.test(text.slice(value.start, value.end))) continue;
    if (value === undefined || (last !== undefined && /(?:\S+ ){3}/.test(text.slice(value.start, value.end)))) continue;
    yield* passwordAt(text, value);
  }
}

const placeOf = (name: string): number => places.find(([named]) => named.test(name))?.[1] ?? 1;

/** A host, a user and a password, or a distinguished name and one. */
const lastOf = (args: readonly (Value | undefined)[]): Value | undefined =>
  args.length >= 3 && args.length <= 4 && args.every((arg) => arg !== undefined) ? args.at(-1) : undefined;

/** `connect("smtp.contoso.test", 587, "alice", …)`, `open("GET", url, true, "alice", …)`: what is no string stands in front. */
function behindPort(name: string, args: readonly (Value | undefined)[]): Value | undefined {
  if (args.length !== (/^open$/i.test(name) ? 5 : 4)) return undefined;
  return args[2] === undefined && name !== 'open' ? undefined : args.at(-2) && args.at(-1);
}

const MECHANISM = /^(?:login|plain|cram[-_]?md5|digest(?:[-_]?md5)?|ntlm|basic|tls|ssl|starttls)$/i;
/** `['login', 'alice', '…']`: how is said before who. */
const isMechanism = (text: string, [first, , third]: readonly (Value | undefined)[]): boolean =>
  first !== undefined && third !== undefined && MECHANISM.test(text.slice(first.start, first.end));
/** `auth(connection, 'alice', '…')`: with what stands in front. */
const isBehindOne = (text: string, [first, second, third]: readonly (Value | undefined)[]): boolean =>
  first === undefined && second !== undefined && third !== undefined && !MECHANISM.test(wordOf(text, third));

/** The arguments that are strings; undefined in the place of any other. */
function argumentsAt(
  text: string,
  from: number,
  most = ARGUMENTS,
  starts: number[] = [],
): readonly (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  let at = from;
  for (let count = 0; count < most; count++) {
    starts.push(at);
    MADE_OF.lastIndex = at;
    const made = MADE_OF.exec(text)?.[0].length ?? 0;
    at += made;
    const value = /["'`@$bru(\\]/i.test(text.charAt(at)) ? valueAt(text, at) : undefined;
    const string = value?.quoted === true ? value : undefined;
    const behind = string === undefined ? OTHER : made > 0 ? MADE_END : STRING_END;
    behind.lastIndex = string?.after ?? at;
    const sign = behind.exec(text)?.groups?.sign;
    // An empty string is an argument too.
    if (string === undefined && sign === undefined && EMPTY.test(text.slice(at, at + 16))) {
      found.push(undefined);
      const empty = EMPTY_END.exec(text.slice(at, at + 130));
      if (empty?.[1] !== ',') return found;
      at += empty[0].length;
      continue;
    }
    if (string === undefined && sign === undefined) return found;
    found.push(string);
    if (sign !== ',') return found;
    at = behind.lastIndex;
  }
  return found;
}

const wordOf = (text: string, value: Value | undefined): string =>
  value === undefined ? '' : text.slice(value.start, value.end);
const HOST = /^(?:[\w-]{1,63}\.){1,10}[a-z]{2,20}$|^\d{1,3}(?:\.\d{1,3}){3}$/i;
/** What can be a password where a user and a server stand beside it. */
const fits = (text: string, value: Value | undefined): value is Value =>
  value !== undefined &&
  value.end - value.start > 2 &&
  !MECHANISM.test(wordOf(text, value)) &&
  !HOST.test(wordOf(text, value)) &&
  !/[ ]|@[\w-]{1,63}\.\w/.test(wordOf(text, value).replace(/^[a-z]{4}(?: [a-z]{4}){3}$/, ''));

/** Calls that have the port of a mail server among what they are called with, whatever they are named. */
const WITH_PORT =
  /(?<=\w)\((?=[^()]{1,600}?,[ \t\r\n]{0,40}["']?(?:25|465|587|2525|110|143|993|995)["']?[ \t]{0,4}[,)])/g;
const PORT = /^["']?(?:25|465|587|2525|110|143|993|995)(?!\d)/;
/** They have subject and text besides. */
const MANY = 16;

/** `(host, port, alice, …)`, `(alice, …, host, port)`, `(alice, …, port)`, `(host, alice@contoso.test, …)`. */
function* besidePorts(text: string): Iterable<FoundSecret> {
  for (const { index } of text.matchAll(WITH_PORT)) {
    const starts: number[] = [];
    const args = argumentsAt(text, index + 1, MANY, starts);
    const port = starts.findIndex((start) => PORT.test(text.slice(start, start + 6)));
    const host = args.findIndex((arg) => HOST.test(wordOf(text, arg)));
    const named = args.findIndex((arg, i) => i === host + 1 && host >= 0 && wordOf(text, arg).includes('@'));
    const place =
      port === host + 1 && host >= 0 && args[port + 1] !== undefined
        ? port + 2
        : port === host + 1 && host >= 2
          ? host - 1
          : named >= 0
            ? named + 1
            : port - 1;
    if (args[place - 1] !== undefined && fits(text, args[place])) yield* passwordAt(text, args[place]);
  }
}

/** Languages that call with no brackets, or have them in front of the name: `Authenticate "alice", "…"`, `'("alice" "…")`. */
const UNBRACKETED =
  /(?<![\w-])\w{0,20}(?:authenticat(?:e|ion)|auth|log(?:in|on))[ \t]{1,4}(?:'?\([ \t]{0,4})?(?=["'])/gi;
const NEXT = /[ \t]{0,4},?[ \t]{0,4}(?=["'])/y;

function* unbracketed(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  if (!searched.hasAny(['auth', 'login', 'logon'])) return;
  for (const match of text.matchAll(UNBRACKETED)) {
    let value = valueAt(text, match.index + match[0].length);
    let before: Value | undefined;
    for (let count = 0; value?.quoted === true && count < 2; count++) {
      const isHost = before === undefined && HOST.test(wordOf(text, value));
      NEXT.lastIndex = value.after;
      before = value;
      value = NEXT.test(text) ? valueAt(text, NEXT.lastIndex) : undefined;
      if (!isHost) break;
    }
    if (value?.quoted === true && fits(text, value)) yield* passwordAt(text, value);
  }
}
