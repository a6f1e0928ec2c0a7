import { decodeBase64, isTextOctet, textOfOctets } from './base64.ts';
import { readSaslResponse } from './saslResponse.ts';
import type { FoundSecret, SecretKind } from './secret.ts';
import { isHidden } from './secret.ts';

/** A way to write a secret: the group `secret` is it. Every repeat is bounded, so that no line costs more than its length. */
interface Form {
  readonly form: RegExp;
  readonly kind: SecretKind;
  /** Without this word, in small letters, the form need not be searched for. */
  readonly words: readonly string[];
}

const VALUE =
  '(?:"(?<double>[^"\\r\\n]{1,300})"|\'(?<single>[^\'\\r\\n]{1,300})\'|(?<bare>[^\\s"\'<>,;&)\\]}|\\\\]{1,300}))';

const forms: readonly Form[] = [
  {
    // password=…, "smtp_password": "…", $mail->Password = '…', passwd: …
    form: new RegExp(
      `(?<![=A-Za-z0-9])(?:[A-Za-z0-9_.-]{0,30}[_.-])?(?:smtp|auth|mail|sasl|user|relay|relayhost|db|my|sender|bind)?(?:password|passwd|passphrase|passwort|kennwort|contrase(?:ñ|n)a|mot de passe|senha|wachtwoord|pwd|pass|psw|authpass|auth_pw)["']?\\]?[ \\t]{0,4}(?:=>|:=|=|:(?!:))[ \\t]{0,4}${VALUE}`,
      'gi',
    ),
    kind: 'password',
    words: ['pass', 'pwd', 'psw', 'auth_pw', 'kennwort', 'contrase', 'senha', 'wachtwoord'],
  },
  {
    form: new RegExp(
      `(?<![=A-Za-z0-9])(?:[A-Za-z0-9_.-]{0,30}[_.-])?(?:secret|api[-_]?key|apikey|access[-_]?key|auth[-_]?key|client[-_]?secret|access[-_]?token|refresh[-_]?token|auth[-_]?token|bearer[-_]?token|api[-_]?token|id[-_]?token|token)["']?\\]?[ \\t]{0,4}(?:=>|:=|=|:(?!:))[ \\t]{0,4}${VALUE}`,
      'gi',
    ),
    kind: 'token',
    words: ['secret', 'key', 'token'],
  },
  {
    // Options of swaks, sendEmail, msmtp, mailsend, Blat and curl.
    form: new RegExp(
      `(?<=[\\s"'])(?:-ap|-xp|-pw|-pass|--?auth-?pass(?:word)?|--?smtp-?auth-?pass(?:word)?|--?pass(?:word|wd)?|--?smtp-?pass(?:word)?)(?:[ \\t]{1,4}|=)(?!-)${VALUE}`,
      'gi',
    ),
    kind: 'password',
    words: ['-ap', '-xp', '-pw', 'pass'],
  },
  {
    // <password>…</password>, <add key="smtpPassword" value="…"/>
    form: /<[\w.:-]{0,40}(?:password|passwd|secret)>(?<bare>[^<>\r\n]{1,300})<|(?:key|name)=["'][\w.:-]{0,60}(?:password|passwd|secret)["'][ \t]{1,4}value=(?:"(?<double>[^"\r\n]{1,300})"|'(?<single>[^'\r\n]{1,300})')/gi,
    kind: 'password',
    words: ['passw', 'secret'],
  },
  {
    // The file .netrc, and what looks like it.
    form: /\b(?:login|user|username)[ \t]{1,4}[^\s]{1,200}[ \t]{1,4}(?:password|pass)[ \t]{1,4}(?<bare>[^\s"',;]{1,200})/gi,
    kind: 'password',
    words: ['pass'],
  },
  {
    // login("alice", "…"), new NetworkCredential("alice", "…"), ConvertTo-SecureString "…"
    form: /(?:\b(?:login|auth|authenticate|setAuth|\w{0,30}Credentials?|PasswordAuthentication)\([ \t]{0,4}(?:"[^"\r\n]{1,200}"|'[^'\r\n]{1,200}')[ \t]{0,4},[ \t]{0,4}|ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?)(?:"(?<double>[^"\r\n]{1,200})"|'(?<single>[^'\r\n]{1,200})')/gi,
    kind: 'password',
    words: ['login(', 'auth', 'credential', 'securestring'],
  },
  {
    form: new RegExp(`(?<=[\\s"'])--?(?:oauth2-bearer|auth-token|api-key)(?:[ \\t]{1,4}|=)${VALUE}`, 'gi'),
    kind: 'token',
    words: ['bearer', 'token', 'api-key'],
  },
  {
    form: /(?<=[\s"'])(?:--user|--proxy-user|-u)(?:[ \t]{0,4}|=)["']?[^\s:"']{1,200}:(?<bare>[^\s"']{1,200})/g,
    kind: 'password',
    words: ['-u', '--user', '--proxy-user'],
  },
  {
    // RFC 3986 3.2.1
    form: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:"'<>]{0,200}:(?<bare>[^\s/"'<>]{1,200})@/gi,
    kind: 'password',
    words: ['://'],
  },
  {
    form: /\bAuthorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:Basic|Bearer|Digest|Negotiate|NTLM|Token)[ \t]{1,4}(?<bare>[^\s"'<>]{4,4000})/gi,
    kind: 'token',
    words: ['authorization'],
  },
  {
    form: /(?<![\w-])(?:Bearer|auth=Bearer)[ \t]{1,4}(?<bare>(?=[^\s]{0,400}\d)[A-Za-z0-9._~+/-]{20,4000}={0,2})/g,
    kind: 'token',
    words: ['bearer'],
  },
  {
    // Keys and tokens that are known by their own form: JWT, SendGrid, Mailgun, Slack, GitHub, Google, AWS SES SMTP.
    form: /(?<![\w.-])(?<bare>eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}|SG\.[\w-]{16,40}\.[\w-]{16,80}|key-[0-9a-f]{32}|xox[abprs]-[\w-]{10,200}|gh[pousr]_[A-Za-z0-9]{30,100}|ya29\.[\w-]{20,500})(?![\w-])/g,
    kind: 'token',
    words: ['eyj', 'sg.', 'key-', 'xox', 'gh', 'ya29.'],
  },
  {
    // openssl s_client, gnutls-cli and NSS key logs.
    form: /(?:\b(?:Master-Key|Resumption PSK|Early secret):[ \t]{0,4}|\b(?:CLIENT_RANDOM|[A-Z_]{4,40}_TRAFFIC_SECRET_\d|EXPORTER_SECRET) [0-9a-f]{64} )(?<bare>[0-9a-f]{32,200})/gi,
    kind: 'session-key',
    words: ['master-key', 'resumption psk', 'early secret', 'client_random', '_secret'],
  },
];

/** What follows these words is told, not given: "password: incorrect" is no password. */
const TOLD =
  /^(?:incorrect|invalid|wrong|failed|failure|failures?|expired|required|mismatch|missing|not|is|was|has|authentication|sasl|error|unknown|empty|unspecified|command|verification|change|reset|too|must|should|cannot|could)$/i;

/** Secrets that are told by what stands in front of them, or by their own form. */
export function* writtenSecrets(text: string): Iterable<FoundSecret> {
  const small = text.toLowerCase();
  for (const { form, kind, words } of forms) {
    if (!words.some((word) => small.includes(word))) continue;
    for (const match of text.matchAll(form)) {
      const groups = match.groups ?? {};
      const value = groups.double ?? groups.single ?? groups.bare;
      if (value === undefined || isHidden(value) || TOLD.test(value)) continue;
      // A word that is only called "token" or "secret" is one when it looks made, not written.
      if (kind === 'token' && /token|secret/i.test(match[0]) && value.length < 6) continue;
      // A test of a spam filter and its score.
      if (
        /(?:SPF|DKIM|DMARC|ARC|HELO)\w{0,20}PASS/i.test(
          text.slice(Math.max(0, match.index - 20), match.index) + match[0],
        )
      )
        continue;
      // A quotation mark or the sign that ends the value may have been matched behind it.
      const to = match.index + match[0].length - (match[0].endsWith(value) ? 0 : 1);
      yield { start: to - value.length, end: to, kind, encoded: false, passwords: passwordsIn(value, kind) };
    }
  }
}

/** The passwords that a value is or holds: as it is, without percent signs, and out of `Basic` (RFC 7617 2). */
function passwordsIn(value: string, kind: SecretKind): readonly string[] {
  const decoded = decodeBase64(value, isTextOctet);
  const colon = kind === 'token' ? (decoded?.indexOf(':') ?? -1) : -1;
  if (colon > 0) return [value, (decoded as string).slice(colon + 1)];
  if (!value.includes('%')) return [value];
  try {
    return [value, decodeURIComponent(value)];
  } catch {
    return [value];
  }
}

const TOKENS = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{8,8000}={0,2}(?![A-Za-z0-9+/=])/g;
const AUTH =
  /\bAUTH(?:[ \t]{1,4}|=)(?:PLAIN|XOAUTH2|OAUTHBEARER|CRAM-MD5|NTLM)[ \t]{1,4}([A-Za-z0-9+/]{6,4000}={0,2})(?![A-Za-z0-9+/=-])/gi;
/** Ids of queues are hexadecimal or without padding, and happen to decode to three parts (RFC 4648 3.2, RFC 4616 2). */
const isQueueId = (token: string): boolean =>
  /^(?:[0-9A-F]{8,16}|[0-9a-f]{8,16})$/.test(token) || (token.length % 4 !== 0 && token.length < 16);
const MECHANISM = /^[A-Z0-9-]{2,20}$/;

/** Answers of logins wherever they stand, told by what their base64 holds. */
export function* encodedSecrets(text: string): Iterable<FoundSecret> {
  for (const match of text.matchAll(TOKENS)) {
    if (isQueueId(match[0])) continue;
    const read = readSaslResponse(match[0]);
    if (read === undefined || read.kind === 'hidden') continue;
    const at = { start: match.index, end: match.index + match[0].length };
    yield { ...at, kind: read.kind, encoded: true, passwords: read.passwords };
  }
  for (const match of text.matchAll(AUTH)) {
    const token = match[1] as string;
    if (MECHANISM.test(token) || isHidden(token) || readSaslResponse(token)?.kind === 'hidden') continue;
    const to = match.index + match[0].length;
    yield { start: to - token.length, end: to, kind: 'response', encoded: true, passwords: [] };
  }
}

/** `Password:` as servers ask for it (334), in base64. */
const ASKED = /\b334[ \t]{1,4}(?:UGFzc3dvcmQ6|cGFzc3dvcmQ6|UGFzc3dvcmQ=|cGFzc3dvcmQ=|UEFTU1dPUkQ6|UGFzc3dvcmQ6AA==)/g;
/** Base64 at the end of a line, perhaps with the line end spelt out or in quotes. */
const ANSWER = /(?:^|[\s"'>:=|])(?<token>[A-Za-z0-9+/]{4,400}={0,2})(?:\\r)?(?:\\n)?["'\])>]{0,3}[ \t]{0,8}$/;

/** The answers to a request for a password in texts that are no conversation. */
export function* askedSecrets(text: string): Iterable<FoundSecret> {
  for (const match of text.matchAll(ASKED)) {
    let from = match.index + match[0].length;
    const behind = text.slice(from, from + 1500).split(/\r\n|\r|\n/, 5);
    for (const [i, line] of behind.entries()) {
      if (i > 0 && /(?<!\d)(?:235|334|[45]\d\d)[ -]/.test(line) && !/UGFzc3dvcmQ/i.test(line)) break;
      const match = i === 0 || line.length > 600 ? null : ANSWER.exec(line);
      const token = match?.groups?.token;
      const octets = token === undefined || token.length % 4 !== 0 ? undefined : decodeBase64(token, isTextOctet);
      const decoded = octets === undefined ? undefined : textOfOctets(octets);
      if (token !== undefined && isHidden(token)) break;
      if (
        match !== null &&
        token !== undefined &&
        decoded !== undefined &&
        !/^pass/i.test(decoded) &&
        !isHidden(decoded)
      ) {
        const at = from + match.index + match[0].indexOf(token);
        yield { start: at, end: at + token.length, kind: 'password', encoded: true, passwords: [decoded] };
        break;
      }
      from += line.length;
      if (text.startsWith('\r\n', from)) from += 2;
      else from++;
    }
  }
}
