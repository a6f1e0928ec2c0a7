import type { FoundSecret } from '../secret.ts';
import { type Form, mailForms, type Read } from './mailForms.ts';
import { isOpening } from './opening.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { plainValue, restAt, valueAt, wholeValue } from './value.ts';

const HOST = '(?:\\[[\\w.:-]{1,253}\\]|\\.?[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}|\\*)';
/** The time of a log's line: `20:02:03.123`, `20:02`. */
const NO_TIME = '(?!\\d{1,2}:\\d\\d(?:[:.,;\\s"\'\\])]|$))';
const PORT = '(?::(?:\\d{1,5}|smtps?|submissions?|urd))';
/** A user and a colon; the words are those that stand so behind a host and name no user. */
const USER = `${NO_TIME}(?!(?:port|status|id|ip[46]?|include|exists|redirect|tcp|udp|error|warning|host|from|to|mx|a|ptr|all|smtp|lmtp|relay|dns|https?|unix|inet|hash|lmdb|btree|texthash|regexp|pcre|proxy):)[^\\s:;,="'\`<>(){}[\\]|\\\\]{1,100}:(?![:/\\\\])`;

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
  [`[\\w-]{1,40}[ \\t]{1,40}${NO_TIME}[\\w.+-]{1,64}:(?![:/\\\\])`, inSecrets],
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
  // DragonFly's dma, auth.conf: `alice|smtp.contoso.test:…`
  [`[\\w.+@-]{1,100}\\|${HOST}:`, notNumber],
  // PostgreSQL, .pgpass: `db.contoso.test:5432:mail:alice:…`
  [`(?:${HOST}|localhost):(?:\\d{1,5}|\\*):[^\\s:]{1,63}:[^\\s:]{1,63}:`, restAt],
]);
const byWord: readonly Form[] = sticky([
  // IMAP with a tag of letters (RFC 9051 6.2.3)
  [
    '(?:[A-Za-z]{1,4}[ \\t]LOGIN|[b-z][ \\t]login)[ \\t]{1,4}(?:"[^"\\r\\n]{1,200}"|[^\\s"\\\\]{1,200})[ \\t]{1,4}',
    restAt,
  ],
  // maddy: `auth plain alice …`
  ['auth[ \\t]{1,4}plain[ \\t]{1,4}[^\\s"\']{1,100}[ \\t]{1,4}', restAt],
  ['(?:[CS]: ?|[-=~<>*]{1,4} ?)?PASS[ \\t]{1,4}', phrase],
]);
const BY_WORD = /(?:auth|[A-Za-z]{1,4}[ \t](?:LOGIN|login)|PASS|[CS]: ?PASS|[-=~<>*]{1,4} ?PASS)[ \t]/y;

function sticky(rows: readonly (readonly [front: string, read: Read])[]): readonly Form[] {
  return rows.map(([front, read]) => ({ front: new RegExp(front, 'y'), read }));
}

/** Dovecot and Courier, passwd files: `alice@contoso.test:…:5000:5000::/home/alice`. */
const PASSWD =
  /(?:[\w.+-]{1,64}@[\w.-]{1,253}|(?![0-9a-fA-F]{1,4}:)[\w.+-]{1,64}):(?<secret>[^\s:]{1,200}):\d{0,10}:\d{0,10}:[^:\r\n]{0,100}:(?:\/[^\r\n]{0,300}|[^\r\n:]{0,100}(?::[^\r\n]{0,200})?)(?=\\[rn]|[\r\n]|$)/y;

/** Where a word starts that may be the first one of a line. */
const WORD = /(?<![\w.@:/\\-])[\w[*:~=<>.-]/g;

/** Passwords in the files and the lines of mail programs. */
export function* mailFileSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  for (const { front, read, word } of mailForms) {
    if (!searched.hasAny(word.split(' '))) continue;
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
  // passwd(5): the password stands in the shadow file.
  if (secret === undefined || secret === 'x') return;
  const start = text.indexOf(`:${secret}:`, at) + 1;
  yield* passwordAt(text, plainValue(start, start + secret.length));
}
