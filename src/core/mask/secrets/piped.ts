import type { FoundSecret } from '../secret.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { valueAt, wholeValue } from './value.ts';

/** What prints a password, or what it stands behind, for another program. */
const PRINTS =
  /(?<![\w-])(?:echo|printf|print|Write-Output|Write-Host)(?:[ \t]{1,4}-\w{1,3}){0,3}(?:[ \t]{1,4}["']%s(?:\\n)?["'])?[ \t]{1,4}(?=\S)/gi;
const READS =
  /[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4}(?!-S))?(?:\/[\w/]{1,40}\/)?(?:saslpasswd2?|(?:docker|podman|gh|wrangler) secret|pass insert|secret-tool|vault (?:kv|write)|kubeseal|passwd|chpasswd|kinit|sudo -S|su\b|docker login|podman login|gpg|base64|openssl (?:base64|enc|passwd|dgst)|mimencode|htpasswd|doveadm|ConvertTo-SecureString|smbpasswd|ldap\w{3,12} |cryptsetup|msmtp|mutt|age|sshpass|\S{1,60} --?(?:password|pass)\w{0,10}-?(?:stdin|fd))/iy;
const SECURED = /\bConvertTo-SecureString[ \t]{1,4}(?:-(?:AsPlainText|Force|String)[ \t:]{1,4}){0,3}(?=[^-\s])/gi;
const SECURE = /(?<=["'])[ \t]{0,4}\|[ \t]{0,4}ConvertTo-SecureString/gi;
/** What `expect` sends when it is asked for a password. */
const SENT = /assword[^\r\n]{0,40}["'}][\s;{]{0,40}send(?:_user)?[ \t]{1,4}(?:--[ \t]{1,4})?(?=\\{0,3}["'{])/gi;
/** `\0alice\0…`, the message of PLAIN (RFC 4616 2) as people write it for `printf` and Perl. */
const NULL = '\\\\(?:0{1,3}|x00|u0000)';
/** In strings that are joined: `"\0" . 'alice' . "\0" . '…'` */
const JOIN = `(?:["'][ \\t]{0,4}[.+&][ \\t]{0,4}b?["'])?`;
const NULLS = new RegExp(`(?:${NULL}|\\\\e)${JOIN}(?:[^\\\\\\s"']|\\\\@){0,100}${JOIN}${NULL}${JOIN}`, 'g');

/** Passwords that a command gives to another one, and those of its strings. */
export function* pipedSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  for (const match of text.includes('|') ? text.matchAll(PRINTS) : []) {
    const value = valueAt(text, match.index + match[0].length);
    if (value === undefined) continue;
    // A bar ends a word of a shell.
    const word = text.slice(value.start, value.end).replace(value.quoted ? '' : /[|].*/, '');
    READS.lastIndex = value.quoted ? value.after : value.start + word.length;
    if (!READS.test(text)) continue;
    const user = /^(?:.{0,200}\\(?:0{1,3}|x00|u0000)|[\w.@+-]{1,100}:)/.exec(word)?.[0].length ?? 0;
    yield* passwordAt(text, { ...value, start: value.start + user, end: value.start + word.length });
  }
  for (const match of searched.has('expect') ? text.matchAll(SENT) : [])
    yield* passwordAt(text, valueAt(text, match.index + match[0].length));
  const isSecured = searched.has('convertto-securestring');
  for (const match of isSecured ? text.matchAll(SECURED) : []) {
    yield* passwordAt(text, valueAt(text, match.index + match[0].length));
  }
  for (const { index } of isSecured ? text.matchAll(SECURE) : []) {
    const start = openingBefore(text, index - 1);
    if (start !== undefined) yield* passwordAt(text, wholeValue(start, index - 1));
  }
  for (const match of text.matchAll(NULLS)) {
    const start = match.index + match[0].length;
    const end = start + (/^[^\s"'|]{0,200}/.exec(text.slice(start, start + 200)) as RegExpExecArray)[0].length;
    yield* passwordAt(text, wholeValue(start, end));
  }
}

/** Where the string started that ends at an offset. */
function openingBefore(text: string, close: number): number | undefined {
  const mark = text[close];
  for (let i = close - 1; i >= 0 && close - i < 300 && text[i] !== '\n' && text[i] !== '\r'; i--) {
    if (text[i] !== mark) continue;
    // A doubled mark is one of the string's own.
    if (text[i - 1] === mark && i < close - 1) i--;
    else if (i === 0 || /[^\w)\]\\]/.test(text.charAt(i - 1))) return i + 1;
  }
  return undefined;
}
