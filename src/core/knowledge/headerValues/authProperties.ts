import { type HeaderValue, joined, values } from './headerValue.ts';

/** `ptype` of RFC 8601 2.3: where a property was taken from. */
export const propertyTypes: ReadonlyMap<string, HeaderValue> = joined(
  values('RFC 8601 2.3', [
    ['smtp', 'Taken from the SMTP session.'],
    ['header', 'Taken from a field of the header.'],
    ['body', 'Taken from the body.'],
    ['policy', 'A rule of the checking server.'],
  ]),
  values('RFC 8904', [['dns', 'Taken from a DNS answer.']]),
  values('convention of Fastmail and others', [['tls', 'Taken from the TLS session.']]),
);

/** Properties by `ptype.name`, or by name alone where a checker writes none. */
export const authProperties: ReadonlyMap<string, HeaderValue> = joined(
  values('RFC 8601 2.7.1', [
    ['header.d', 'The domain that signed.'],
    ['header.i', 'The user or agent for whom the domain signed.'],
    ['header.b', 'The first characters of the signature, to tell several apart.'],
    ['header.a', 'The algorithm of the signature.'],
    ['header.s', 'The selector: which key of the domain.'],
  ]),
  values('RFC 8601 2.7.2', [
    ['smtp.mailfrom', 'The envelope sender, or its domain, that SPF checked.'],
    ['smtp.helo', 'The name in HELO or EHLO that SPF checked.'],
  ]),
  values('RFC 8601 2.7.4', [['smtp.auth', 'The login.']]),
  values('RFC 8601 2.7.3', [['policy.iprev', 'The address whose reverse name was checked.']]),
  values('RFC 7489 11.1', [
    ['header.from', 'The From domain that DMARC checked.'],
    ['policy.dmarc', 'The policy that was applied.'],
  ]),
  values('RFC 8617 6', [
    ['smtp.remote-ip', 'The address of the client of the server that checked.'],
    ['smtp.client-ip', 'The address of the client of the server that checked.'],
    ['header.oldest-pass', 'The oldest ARC set that still verifies; 0 means that all do.'],
  ]),
  values('RFC 8904', [
    ['dns.zone', 'The list that was asked.'],
    ['dns.sec', 'Whether DNSSEC secured the answer.'],
    ['policy.ip', 'What the list answered.'],
    ['policy.txt', 'The text that the list gave.'],
  ]),
  values('RFC 7293', [['smtp.rcptto', 'The recipient whose mailbox was checked.']]),
  values('RFC 6212', [
    ['header.md', 'The domain for which somebody vouches.'],
    ['header.mv', 'Who vouches.'],
  ]),
  values('RFC 7281', [
    ['body.smime-identifier', 'The address in the certificate.'],
    ['body.smime-part', 'The part that is signed.'],
    ['body.smime-serial', 'The serial number of the certificate.'],
    ['body.smime-issuer', 'Who issued the certificate.'],
  ]),
  values('draft-brand-indicators-for-message-identification', [
    ['header.selector', 'Which BIMI record was used.'],
    ['policy.authority', 'Whether a mark certificate was checked.'],
    ['policy.authority-uri', 'Where the mark certificate lies.'],
  ]),
  values('RFC 8601 2.2', [['reason', 'Why the check ended so, in free words.']]),
  values('Microsoft Learn: Anti-spam message headers in Microsoft 365', [
    ['action', 'What Microsoft did because of the DMARC policy.'],
  ]),
  values('convention of Google and others', [
    ['p', 'The DMARC policy of the domain.'],
    ['sp', 'The DMARC policy for its subdomains.'],
    ['dis|disposition', 'What the checking server did with the message.'],
  ]),
);

/** Words in comments and reasons, as sought in small letters. */
export const authNotes: readonly (readonly [words: string, note: HeaderValue])[] = [
  ...values('RFC 6376 3.7', [
    [
      'body hash did not verify|bodyhash_mismatch|body hash mismatch|body has been altered|body hash fail',
      'The body was changed after signing: a footer, a scanner or another encoding.',
    ],
    [
      'signature did not verify|bad signature|signature verification failed|bad rsa signature',
      'The signed fields were changed after signing, or the key is not the one that signed.',
    ],
    ['message not signed|no signature', 'The message has no signature that could be checked.'],
    ['no key for signature|no key|key not found|key record not found', 'The DNS record of the selector is missing.'],
    ['invalid (public key|invalid public key|key syntax error', 'The DNS record of the selector holds no usable key.'],
    ['signature expired|expired', 'The signature is past the time in x=.'],
    ['key revoked|revoked', 'The DNS record of the selector is empty: the domain withdrew the key.'],
    ['weak key|insecure key|key too small', 'The key is too short to be trusted.'],
    ['unsupported', 'The checking server does not know the algorithm.'],
  ]),
  ...values('RFC 7208 9.1', [
    ['designates', 'The SPF record of the domain names this address as a permitted sender.'],
    ['does not designate', 'The SPF record of the domain does not name this address as a permitted sender.'],
    ['best guess record', 'There is no SPF record; the checker guessed one.'],
    ['sender ip is', 'The address that SPF checked.'],
  ]),
];

/** Methods that are not registered and that providers use among themselves. */
export const privateMethods: ReadonlyMap<string, HeaderValue> = values('convention of Fastmail and others', [
  ['x-tls', 'Whether the message came over TLS.'],
  ['x-ptr', 'Whether the reverse name of the client fits its HELO name.'],
  ['x-return-mx', 'Whether the domains of the sender can take mail.'],
  ['x-aligned-from', 'Whether the envelope sender and From are of one domain.'],
  ['x-google-dkim', "The result of Google's own signature."],
  ['x-csa', 'Whether DNS permits the client to use its HELO name.'],
  ['x-vs', 'A verdict of the spam filter.'],
  ['x-me-sender', 'Whether the message was sent through the same provider.'],
]);

/** What the checking server did, behind Google's `dis=`, and the policies behind `p=` and `sp=`. */
export const dispositions: ReadonlyMap<string, HeaderValue> = values('RFC 7489 6.3', [
  ['none', 'Nothing is done because of DMARC.'],
  ['quarantine', 'The message is treated as suspicious, mostly put into the junk folder.'],
  ['reject', 'The message is refused.'],
]);

/** The `cv=` of an ARC seal. */
export const chainValues: ReadonlyMap<string, HeaderValue> = values('RFC 8617 4.4', [
  ['none', 'This is the first seal: no chain came in.'],
  ['pass', 'The chain that came in was whole.'],
  ['fail', 'The chain that came in was broken; it stays so for all later servers.'],
]);

/** Keys of Received-SPF. */
export const receivedSpfKeys: ReadonlyMap<string, HeaderValue> = values('RFC 7208 9.1', [
  ['client-ip', 'The address of the client that was checked.'],
  ['envelope-from', 'The envelope sender that was checked.'],
  ['helo', 'The name that the client gave in HELO or EHLO.'],
  ['identity', 'Which name was checked: mailfrom the envelope sender, helo the HELO name.'],
  ['mechanism', 'The term of the SPF record that decided.'],
  ['problem', 'What went wrong.'],
  ['receiver', 'The server that checked.'],
]);
