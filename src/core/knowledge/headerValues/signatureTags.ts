import { type HeaderValue, joined, values } from './headerValue.ts';

/** Tags of DKIM-Signature (RFC 6376 3.5), ARC-Message-Signature and ARC-Seal. */
export const signatureTags: ReadonlyMap<string, HeaderValue> = joined(
  values('RFC 6376 3.5', [
    ['v', 'The version, always 1.'],
    ['a', 'The algorithm of the signature.'],
    ['b', 'The signature itself.'],
    ['bh', 'The hash of the body. Where it does not fit, the body was changed after signing.'],
    ['c', 'How header and body are made even before signing; one word stands for the header, with the body simple.'],
    ['d', 'The domain that signs and answers for the message. DMARC holds it against From.'],
    ['h', 'The fields that are signed, from the lowest of each name up. A name listed once too often bars adding one.'],
    ['i', 'The user or agent for whom the domain signs.'],
    ['l', 'How many octets of the body are signed. Whatever stands behind them can be changed or added.'],
    ['q', 'How to fetch the key; only dns/txt is in use.'],
    ['s', 'The selector: which key of the domain. Its DNS record is at SELECTOR._domainkey.DOMAIN.'],
    ['t', 'When it was signed.'],
    ['x', 'When the signature expires.'],
    ['z', 'The signed fields as they were, to find out what changed.'],
  ]),
  values('RFC 6541', [
    ['atps', 'The domain for which this domain may sign.'],
    ['atpsh', 'The hash used in the DNS name of that permission.'],
  ]),
  values('convention of signing programs', [
    ['darn', 'A private tag of Google.'],
    ['fh', 'A private tag of Google.'],
  ]),
);

/** Tags that mean something else in the fields of ARC (RFC 8617 4.1). */
export const arcTags: ReadonlyMap<string, HeaderValue> = values('RFC 8617 4.1', [
  ['i', 'The number of this set; each server that seals adds one more.'],
  ['cv', 'What the sealing server found of the chain that came in.'],
  ['d', 'The domain of the server that sealed.'],
  ['s', 'The selector: which key of the domain.'],
  ['t', 'When it was sealed.'],
]);

export const algorithms: ReadonlyMap<string, HeaderValue> = joined(
  values('RFC 6376 3.3; RFC 8301 3.1', [['rsa-sha256', 'RSA with SHA-256, which every server can check.']]),
  values('RFC 8301 3.1', [
    ['rsa-sha1', 'RSA with SHA-1, which must not be used any more: checkers may treat the message as not signed.'],
  ]),
  values('RFC 8463 3', [
    [
      'ed25519-sha256',
      'Ed25519, which not every server can check; a second signature with RSA should stand beside it.',
    ],
  ]),
);

export const canonicalizations: ReadonlyMap<string, HeaderValue> = values('RFC 6376 3.4', [
  ['simple', 'Nothing may change, not even a blank.'],
  ['relaxed', 'Blanks and line breaks may change, and the capitals of field names.'],
]);
