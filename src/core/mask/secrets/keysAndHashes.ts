import type { FoundSecret, SecretKind } from '../secret.ts';
import type { Searched } from './searched.ts';

interface Form {
  readonly form: RegExp;
  readonly kind: SecretKind;
  readonly words: readonly string[];
  /** It stands in base64. */
  readonly encoded?: true;
}

const forms: readonly Form[] = [
  {
    // crypt(5): what passwords are kept as can be guessed from.
    form: /(?<![\w$])(?<secret>\$(?:[1567y]|2[abxy]?|3|md5|sha1|gy|apr1|sm3|argon2(?:id|i|d)|scrypt|bcrypt(?:-sha256)?|pbkdf2(?:-sha\d{1,3})?|P|H)\$[./A-Za-z0-9$=,+-]{8,300})/g,
    kind: 'digest',
    words: ['$'],
  },
  {
    // Schemes of Dovecot and LDAP (RFC 2307 5.3); some of them hide nothing.
    form: /\{(?:PLAIN|CLEAR|CLEARTEXT|PLAIN-TRUNC)(?:\.\w{3,6})?\}(?<secret>(?:[^\s:"'<>|,;}\\]|[|,;](?=[^\s|])|\\(?!\\{0,14}["'])|:(?!\d{0,10}:)|["'](?![,:})\s]|$)){1,300})/gi,
    kind: 'password',
    words: ['{plain', '{clear'],
  },
  {
    form: /\{(?:S?SHA(?:256|512)?|S?MD5|CRYPT|MD5-CRYPT|SHA(?:256|512)-CRYPT|BLF-CRYPT|DES-CRYPT|PLAIN-MD[45]|LDAP-MD5|HMAC-MD5|CRAM-MD5|DIGEST-MD5|SCRAM-SHA-\d{1,3}|ARGON2I?D?|PBKDF2(?:-SHA\d{1,3})?|LANMAN|NTLM|RPA|OTP|NS-MTA-MD5|SKEY)(?:\.\w{3,6})?\}(?<secret>[^\s:"'<>|}]{8,300})/gi,
    kind: 'digest',
    words: ['{'],
  },
  {
    // LDIF (RFC 2849): two colons stand in front of base64.
    form: /(?<![\w-])(?:\w{0,30}password|unicodePwd|olcRootPW|rootpw|ipaNTHash|sambaNTPassword)::[ \t]{1,4}(?<secret>[A-Za-z0-9+/]{2,400}={0,2})(?![\w+/=])/gi,
    kind: 'password',
    words: ['::'],
    encoded: true,
  },
  {
    // Lines of pwdump and smbpasswd: two hashes of 32 digits; MySQL's own.
    form: /:(?<secret>[0-9a-f]{32}:[0-9a-f]{32})(?=:|$)/gim,
    kind: 'digest',
    words: [':'],
  },
  { form: /(?<![\w*])(?<secret>\*[0-9A-F]{40})(?![\w*])/g, kind: 'digest', words: ['*'] },
  {
    // POP3 (RFC 1939 7): what a server's stamp and the password make.
    form: /\bAPOP[ \t]{1,4}[^\s]{1,100}[ \t]{1,4}(?<secret>[0-9a-f]{32})(?![0-9a-f])/gi,
    kind: 'digest',
    words: ['apop'],
  },
  {
    // openssl s_client, gnutls-cli and NSS key logs.
    form: /(?:\b(?:Master-Key|Resumption PSK|Early secret):[ \t]{0,4}|\b(?:CLIENT_RANDOM|[A-Z_]{4,40}_TRAFFIC_SECRET_\d|EXPORTER_SECRET) [0-9a-f]{64} )(?<secret>[0-9a-f]{32,200})/gi,
    kind: 'session-key',
    words: ['master-key', 'resumption psk', 'early secret', 'client_random', '_secret'],
  },
  {
    // PuTTY's keys, version 2 and 3 (PuTTY's manual, appendix C): the lines of the private half, and its MAC.
    form: /\bPrivate-Lines:[ \t]{1,4}\d{1,3}(?<secret>(?:[\s>|]{1,40}[A-Za-z0-9+/=]{4,72}(?=[\s"'\\]|$)){1,300})/g,
    kind: 'private-key',
    words: ['private-lines'],
  },
  {
    // PKCS #1 and #8, and the keys of curves (RFC 8017 A.1.2, RFC 5958 2, RFC 5915 3), without the lines that enclose them.
    form: /(?<![A-Za-z0-9+/])(?<secret>(?:MII[A-Za-z0-9+/]{3}IBA[AD]|MHcCAQEE|MIGHAgEAMBMG|MC4CAQAwBQYDK2Vw)[A-Za-z0-9+/]{16,8000}={0,2}(?:[\s>|"]{1,40}[A-Za-z0-9+/]{20,80}={0,2}(?![\w@.:-])){0,100})/g,
    kind: 'private-key',
    words: ['mii', 'mhccaqee', 'migh', 'mc4c'],
  },
  {
    form: /\bPrivate-(?:MAC|Hash):[ \t]{1,4}(?<secret>[0-9a-f]{40,64})/g,
    kind: 'digest',
    words: ['private-mac', 'private-hash'],
  },
];

/** Hashes of passwords, keys of sessions, and private keys that no two lines enclose. */
export function* keysAndHashes(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  for (const { form, kind, words, encoded = kind === 'private-key' } of forms) {
    if (!searched.hasAny(words)) continue;
    for (const match of text.matchAll(form)) {
      const secret = (match.groups as { secret: string }).secret.trim();
      if (/^(?:[\s>|]*MASKED)+$/.test(secret)) continue;
      const start = match.index + match[0].indexOf(secret);
      yield { start, end: start + secret.length, kind, encoded, passwords: [] };
    }
  }
}
