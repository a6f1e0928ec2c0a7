import { decodeBase64, isTextOctet } from '../base64.ts';
import type { FoundSecret, SecretKind } from '../secret.ts';
import { isHidden } from '../secret.ts';
import type { Searched } from './searched.ts';
import { spelt } from './value.ts';

interface Form {
  readonly form: RegExp;
  readonly kind: SecretKind;
  /** Without one of these, in small letters, the form need not be searched for. */
  readonly words: readonly string[];
}

const forms: readonly Form[] = [
  {
    // RFC 3986 3.2.1: of several @ the last one in front of the path ends the password.
    form: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:"'<>@]{0,200}(?:@[^\s/:"'<>@]{1,100})?:(?<secret>(?!\d{1,5}(?:[/\s?#]|$))[^\s"<>]{1,200})@(?=[\w[])/gi,
    kind: 'password',
    words: ['://'],
  },
  {
    // RFC 9110 11.6.2
    form: /\b(?:Proxy-)?Authorization["']?[ \t]{0,4}(?:[:=]|,|=>|->)[ \t]{0,4}["']?(?:(?:Basic|Bearer|Digest|Negotiate|NTLM|Token|ApiKey|GenieKey|SSWS|AWS4-HMAC-SHA256|SharedAccessSignature|SharedKey)[ \t]{1,4}|(?=(?=[\w.~+/=-]{0,200}\d)[\w.~+/=-]{20,32000}(?:[\s"']|$)))(?<secret>[^\s"'<>](?:[^"'<>\r\n|]{0,31998}[^\s"'<>|,;])?)/gi,
    kind: 'token',
    words: ['authorization'],
  },
  {
    form: /(?<![\w-])(?:Bearer|auth=Bearer|Basic)[ \t]{1,4}(?<secret>(?=[^\s]{0,400}[\d=])[A-Za-z0-9._~+/-]{20,32000}={0,2})/g,
    kind: 'token',
    words: ['bearer', 'basic'],
  },
  {
    // RFC 6749 4.1, Azure's signatures, AWS's signatures of URLs, and what sites call the same.
    form: /(?:[?&;](?:amp;)?|(?<![\w-])(?=saml(?:response|request)=|client_assertion=|code_verifier=|assertion=))(?:code|token|access_token|id_token|refresh_token|auth(?:_token|_key)?|sig|signature|x-amz-signature|x-amz-security-token|x-goog-signature|api_?key|apikey|key|secret|client_secret|client_assertion|code_verifier|assertion|session(?:_?id|_state)?|sid|phpsessid|jsessionid|samlresponse|samlrequest|otp|ticket|jwt|hmac|nonce|device_code|user_code)=(?:3D)?(?<secret>[^\s&"'<>#;)\]|,]{8,32000})/gi,
    kind: 'token',
    words: [
      'code',
      'token',
      'auth',
      'sig',
      'key',
      'secret',
      'session',
      'sid',
      'saml',
      'assertion',
      'otp',
      'ticket',
      'jwt',
      'hmac',
      'nonce',
    ],
  },
  {
    form: /(?:AccountKey|SharedAccessKey|SharedSecretValue|AccessKey)=(?<secret>[A-Za-z0-9+/]{20,200}={0,2})/gi,
    kind: 'token',
    words: ['key=', 'value='],
  },
];

/** Fields whose values are sessions: RFC 6265 4. */
const COOKIE = /(?<![\w-])(?:Set-)?Cookie2?["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?<value>[^\r\n"'<>]{3,64000})/gi;
const CRUMB = /([^\s=;,]{1,100})=([^\s;,"'<>|]{1,32000})/g;
const ATTRIBUTE = /^(?:path|domain|expires|max-age|samesite|version|priority|comment|httponly|secure|partitioned)$/i;

/** Secrets of the web: in URLs, in fields of HTTP, and in cookies. */
export function* webSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  for (const { form, kind, words } of forms) {
    if (!searched.hasAny(words)) continue;
    for (const match of text.matchAll(form)) {
      const secret = match.groups?.secret as string;
      if (isHidden(secret) || isNoToken(kind, secret)) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      yield { start, end: start + secret.length, kind, encoded: false, passwords: passwordsIn(secret, kind) };
    }
  }
  if (!searched.has('cookie')) return;
  for (const match of text.matchAll(COOKIE)) {
    const value = match.groups?.value as string;
    const from = match.index + match[0].length - value.length;
    for (const crumb of value.matchAll(CRUMB)) {
      const [whole, name, word] = crumb as unknown as [string, string, string];
      if (ATTRIBUTE.test(name) || isHidden(word)) continue;
      const end = from + (crumb.index as number) + whole.length;
      yield { start: end - word.length, end, kind: 'token', encoded: false, passwords: word.length < 8 ? [] : [word] };
    }
  }
}

/** Codes of replies and words are no tokens. */
const isNoToken = (kind: SecretKind, word: string): boolean =>
  kind === 'token' && (/^(?:\d{1,9}|[\d.]{1,20}|[A-Za-z_-]{1,16}|\$\{?\w+\}?|%\w+%)$/.test(word) || word.includes('@'));

/** The passwords that a value is or holds, also in `Basic` (RFC 7617 2). */
function passwordsIn(value: string, kind: SecretKind): readonly string[] {
  const decoded = kind === 'token' ? decodeBase64(value, isTextOctet) : undefined;
  const colon = decoded?.indexOf(':') ?? -1;
  return colon > 0 ? [value, (decoded as string).slice(colon + 1)] : spelt(value);
}
