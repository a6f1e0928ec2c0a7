import type { RecordProblemCode, RecordProblemData, RecordText } from '../../dns/records/recordText.ts';
import type { Sources } from '../sources.ts';
import type { RowsFor } from './diagnosticRow.ts';

type RecordKind = RecordText['kind'];

/** What is found in the records of mail, with what each message is filled with. */
export type RecordFindings = {
  readonly [Code in RecordProblemCode]: RecordProblemData[Code] & { readonly kind: RecordKind };
};

const TAGS: Sources = ['RFC 6376 3.2', 'RFC 7489 6.3', 'RFC 8461 3.1', 'RFC 8460 3'];

export const recordRows: RowsFor<RecordFindings> = {
  'record-not-ascii': {
    about: 'A character that does not belong into a record',
    level: 'error',
    source: TAGS,
    says: ({ char }) =>
      `The character U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} does not belong into this record; it often comes from the quotation marks or dashes of a word processor.`,
  },
  'record-version': {
    about: 'A version that is not written exactly',
    level: 'error',
    source: TAGS,
    says: (data) =>
      `The version must be written exactly v=${data.version}, not "${data.value}": receivers take this for no ${nameOf(data)} record.`,
  },
  'record-version-not-first': {
    about: 'A version that is not the first tag',
    level: 'error',
    source: TAGS,
    says: (data) => `v=${data.version} must be the first tag: receivers take this for no ${nameOf(data)} record.`,
  },
  'record-tag-malformed': {
    about: 'A piece of a record that is no tag',
    level: 'warning',
    source: TAGS,
    says: ({ text }) => `"${text}" is no tag: "name=value" is expected, and tags are separated by semicolons.`,
  },
  'record-tag-repeated': {
    about: 'A tag that stands twice',
    level: 'warning',
    source: TAGS,
    says: ({ tag }) => `The tag ${tag} stands here twice; a tag may be given once.`,
  },
  'record-tag-unknown': {
    about: 'A tag that the standard does not define',
    level: 'information',
    source: TAGS,
    says: (data) => `${nameOf(data)} defines no tag ${data.tag}; receivers ignore it. Is it misspelt?`,
  },
  'record-tag-missing': {
    about: 'A record without a tag that it needs',
    level: 'error',
    source: TAGS,
    says: (data) =>
      data.kind === 'dmarc' && data.tag === 'p'
        ? 'The policy (p=) is missing: receivers ignore the record, or take it as p=none if it has addresses for reports (RFC 7489 6.6.3; RFC 9989 4.7).'
        : `The tag ${data.tag}= is missing: without it this is no valid ${nameOf(data)} record.`,
  },
  'record-semicolon-missing': {
    about: 'Two tags without a semicolon between them',
    level: 'warning',
    source: TAGS,
    says: ({ tag }) => `A semicolon is missing before ${tag}=; it is read as part of the value before it.`,
  },
  'record-value': {
    about: 'A value that its tag does not take',
    level: 'warning',
    source: TAGS,
    says: ({ tag, value, values }) => `${tag}=${value} is not understood: it takes ${values}.`,
  },
  'record-wrong-name': {
    about: 'A record at a name where nobody looks for it',
    level: 'warning',
    source: ['RFC 7489 6.1', 'RFC 6376 3.6.2.1', 'RFC 8461 3.1', 'RFC 8460 3'],
    says: (data) =>
      `${/^[SM]/.test(nameOf(data)) ? 'An' : 'A'} ${nameOf(data)} record stands at ${data.expected}domain; at ${data.name} nobody looks for it.`,
  },
  'record-several': {
    about: 'Several records where one is allowed',
    level: 'error',
    source: ['RFC 7208 4.5', 'RFC 7489 6.6.3', 'RFC 6376 3.6.2.2', 'RFC 8461 3.1', 'RFC 8460 3'],
    says: (data) =>
      `The answer holds ${data.count} ${nameOf(data)} records; with more than one, ${SEVERAL[data.kind] ?? 'receivers use none of them. Keep one'}.`,
  },
  'record-string-too-long': {
    about: 'A character string of more than 255 octets',
    level: 'warning',
    source: 'RFC 1035 3.3',
    says: ({ length }) =>
      `A single string of a TXT record holds at most 255 octets; this one has ${length}. Split it into several strings.`,
  },
  'record-quotes': {
    about: 'Quotation marks that are part of a record',
    level: 'error',
    source: ['RFC 1035 5.1', 'RFC 7208 4.5'],
    says: (data) =>
      `The quotation marks are part of the value, so that it does not begin with its version: receivers take this for no ${nameOf(data)} record. Type it without them.`,
  },
  'spf-version-missing': {
    about: 'An SPF record without its v=',
    level: 'error',
    source: 'RFC 7208 4.5',
    says: ({ text }) => `"${text}" lacks its v=: a record begins with v=spf1, and receivers take this for none.`,
  },
  'spf-sender-id': {
    about: 'A record of Sender ID',
    level: 'information',
    source: ['RFC 4406 3.1', 'RFC 7208 4.5'],
    says: () =>
      'This is a record of Sender ID (spf2.0), which receivers do not use any more; it does not count as an SPF record.',
  },
  'spf-version': {
    about: 'An SPF record whose version is not exact',
    level: 'error',
    source: 'RFC 7208 4.5',
    says: ({ text }) => `"${text}" is not v=spf1 followed by a blank: receivers take this for no SPF record.`,
  },
  'spf-version-again': {
    about: 'A second v=spf1 within an SPF record',
    level: 'warning',
    source: ['RFC 7208 4.5', 'RFC 7208 6'],
    says: () =>
      'v=spf1 stands here a second time, where it has no effect: two records were put into one. Begin with v=spf1 once, and end with one "all".',
  },
  'spf-unknown-mechanism': {
    about: 'A mechanism that SPF does not know',
    level: 'error',
    source: 'RFC 7208 4.6.1',
    says: ({ term }) => `SPF knows no mechanism "${term}": receivers report a permanent error for the whole record.`,
  },
  'spf-equals': {
    about: 'A mechanism of SPF with = in the place of its colon',
    level: 'warning',
    source: ['RFC 7208 4.6.1', 'RFC 7208 6'],
    says: ({ term }) =>
      `Receivers ignore "${term}", a modifier that nobody knows, so that it allows nothing. Write ${term.replace('=', ':')}.`,
  },
  'spf-modifier-unknown': {
    about: 'A modifier that SPF does not know',
    level: 'information',
    source: 'RFC 7208 6',
    says: ({ name }) => `SPF knows no modifier ${name}; receivers ignore it. Is it misspelt?`,
  },
  'spf-range': {
    about: 'A range in SPF that no sender has, or far too many',
    level: 'warning',
    source: 'RFC 7208 5.6',
    says: ({ range, isPrivate }) =>
      isPrivate === ''
        ? `${range} allows a large part of the Internet to send mail as this domain. Is the prefix length right?`
        : `${range} is private: no mail comes to others from there. Name the public address behind which these hosts send.`,
  },
  'spf-itself': {
    about: 'An SPF record that includes itself',
    level: 'error',
    source: ['RFC 7208 4.6.4', 'RFC 7208 5.2'],
    says: ({ name }) =>
      `The record of ${name} names itself: receivers go round until the eleventh look-up, and report a permanent error.`,
  },
  'spf-blank-missing': {
    about: 'Two terms of SPF without a blank between them',
    level: 'error',
    source: 'RFC 7208 4.6.1',
    says: ({ text }) => `A blank is missing before "${text}": both terms are read as one, and the record is in error.`,
  },
  'spf-value-missing': {
    about: 'A term of SPF without the value that it needs',
    level: 'error',
    source: ['RFC 7208 5', 'RFC 7208 6'],
    says: ({ name }) => `${name} needs a value: receivers report a permanent error for the whole record.`,
  },
  'spf-value-unexpected': {
    about: 'A value on a term of SPF that takes none',
    level: 'error',
    source: 'RFC 7208 5.1',
    says: ({ name }) => `${name} takes no value: receivers report a permanent error for the whole record.`,
  },
  'spf-address': {
    about: 'An address in SPF that is none',
    level: 'error',
    source: 'RFC 7208 5.6',
    says: ({ name, address }) =>
      `"${address}" is no ${name === 'ip6' ? 'IPv6' : 'IPv4'} address; ${otherTerm(name, address)}. Receivers report a permanent error for the whole record.`,
  },
  'spf-prefix-length': {
    about: 'A prefix length in SPF that is none',
    level: 'error',
    source: ['RFC 7208 5.6', 'RFC 7208 5.3'],
    says: ({ prefix }) =>
      `"${prefix}" is no prefix length: IPv4 takes /0 to /32, IPv6 /0 to /128 (behind a and mx: //0 to //128).`,
  },
  'spf-domain': {
    about: 'A domain in SPF that is none',
    level: 'error',
    source: 'RFC 7208 7.1',
    says: ({ name, domain }) =>
      `"${domain}" is no domain name that ${name} could take${/^[\d.]{7,15}$/.test(domain) ? `; write ip4:${domain}` : ''}.`,
  },
  'spf-macro': {
    about: 'A macro in SPF that is none',
    level: 'error',
    source: 'RFC 7208 7.1',
    says: ({ text }) => `"${text}" is no macro: %{letter}, %%, %_ or %- is expected.`,
  },
  'spf-too-many-lookups': {
    about: 'An SPF record that causes more than ten look-ups',
    level: 'error',
    source: 'RFC 7208 4.6.4',
    says: ({ count }) =>
      `This record alone causes ${count} DNS look-ups; at the eleventh receivers stop with a permanent error. Included records add theirs.`,
  },
  'spf-ptr': {
    about: 'ptr in an SPF record',
    level: 'warning',
    source: 'RFC 7208 5.5',
    says: () => 'ptr is slow and unreliable and should not be used; name the hosts with ip4, ip6 or a.',
  },
  'spf-pass-all': {
    about: 'An SPF record that allows every host',
    level: 'warning',
    source: 'RFC 7208 5.1',
    says: () => 'This allows every host in the world to send mail as this domain. Use -all or ~all.',
  },
  'spf-neutral-all': {
    about: 'An SPF record that says nothing about other senders',
    level: 'information',
    source: 'RFC 7208 4.6.2',
    says: () =>
      '?all says nothing about other senders, as if there were no record. Use -all or ~all once all senders are listed.',
  },
  'spf-after-all': {
    about: 'Terms of SPF behind all',
    level: 'warning',
    source: 'RFC 7208 5.1',
    says: ({ term }) => `${term} is never reached: all before it matches every sender.`,
  },
  'spf-redirect-ignored': {
    about: 'redirect in an SPF record that has an all',
    level: 'warning',
    source: 'RFC 7208 6.1',
    says: () => 'redirect is ignored because the record has an all.',
  },
  'spf-no-end': {
    about: 'An SPF record without all or redirect',
    level: 'information',
    source: 'RFC 7208 4.7',
    says: () => 'The record ends without all or redirect: senders that match nothing get the result neutral.',
  },
  'spf-modifier-repeated': {
    about: 'A modifier of SPF that stands twice',
    level: 'error',
    source: 'RFC 7208 6',
    says: ({ name }) => `${name} may be given once: receivers report a permanent error for the whole record.`,
  },
  'spf-term-repeated': {
    about: 'A term of SPF that stands twice',
    level: 'information',
    source: 'RFC 7208 4.6.4',
    says: ({ term }) => `${term} stands here twice: the second one changes nothing.`,
  },
  'dmarc-policy-not-second': {
    about: 'A DMARC policy that is not directly behind the version',
    level: 'information',
    source: ['RFC 7489 6.3', 'RFC 9989 4.7'],
    says: () => 'RFC 7489 wants p directly behind v; RFC 9989 allows any order, and some old receivers do not.',
  },
  'dmarc-address': {
    about: 'An address for reports that is none',
    level: 'warning',
    source: ['RFC 7489 6.2', 'RFC 9989 4.6'],
    says: ({ tag, address }) =>
      `"${address}" in ${tag} is no address for reports: mailto:name@domain is expected, with commas between several.`,
  },
  'dmarc-address-scheme': {
    about: 'An address for reports that few receivers use',
    level: 'information',
    source: ['RFC 7489 6.3', 'RFC 9989 4.6'],
    says: ({ tag, address }) =>
      `${address} in ${tag} is a valid URI, but receivers need to know mailto: only, and hardly any reports elsewhere. Add a mailto: address.`,
  },
  'dmarc-no-effect': {
    about: 'A DMARC record without effect',
    level: 'information',
    source: 'RFC 7489 6.3',
    says: () => 'p=none without rua has no effect: nothing is asked for, and no reports are sent to learn from.',
  },
  'dmarc-partly': {
    about: 'A DMARC policy for a part of the mail',
    level: 'information',
    source: 'RFC 7489 6.3',
    says: ({ percent }) =>
      `The policy is asked for only ${percent} % of the mail that fails; newer receivers ignore pct.`,
  },
  'dmarc-tag-removed': {
    about: 'A tag that DMARC has dropped',
    level: 'hint',
    source: 'RFC 9989 4.7',
    says: ({ tag }) => `RFC 9989 has dropped ${tag}; newer receivers ignore it.`,
  },
  'dkim-key-revoked': {
    about: 'A DKIM key that was withdrawn',
    level: 'warning',
    source: 'RFC 6376 3.6.1',
    says: () => 'The key is empty, so it was withdrawn: signatures that name this selector fail.',
  },
  'dkim-key-testing': {
    about: 'A DKIM key marked as a test',
    level: 'information',
    source: 'RFC 6376 3.6.1',
    says: () => 't=y says that the domain only tests DKIM: receivers may treat signatures that fail like no signature.',
  },
  'dkim-key-blanks': {
    about: 'Blanks inside a DKIM key',
    level: 'hint',
    source: ['RFC 6376 2.10', 'RFC 6376 3.6.1'],
    says: () => 'Blanks stand inside the key, from where it was broken into pieces; receivers take them out.',
  },
  'dkim-key-base64': {
    about: 'A DKIM key that is not base64',
    level: 'error',
    source: 'RFC 6376 3.6.1',
    says: ({ text }) => `The key is not base64 from here on ("${text}"): it was cut off or mangled.`,
  },
  'dkim-key-unreadable': {
    about: 'A DKIM key that cannot be read',
    level: 'error',
    source: ['RFC 6376 3.6.1', 'RFC 8463 4'],
    says: ({ algorithm }) =>
      `This is no public key for ${algorithm}: it was cut off or mangled, or k= does not fit it.`,
  },
  'dkim-key-too-short': {
    about: 'An RSA key that receivers must not accept',
    level: 'error',
    source: 'RFC 8301 3.2',
    says: ({ bits }) => `The key has only ${bits} bits: receivers must not accept RSA keys of less than 1024 bits.`,
  },
  'dkim-key-short': {
    about: 'An RSA key shorter than it should be',
    level: 'information',
    source: 'RFC 8301 3.2',
    says: ({ bits }) => `The key has ${bits} bits; RSA keys should have at least 2048.`,
  },
  'dkim-key-sha1': {
    about: 'A DKIM key for SHA-1 alone',
    level: 'error',
    source: 'RFC 8301 3.1',
    says: () => 'Only SHA-1 is allowed by this key, which receivers must not accept any more; allow sha256.',
  },
  'tls-rpt-address': {
    about: 'An address for TLS reports that is none',
    level: 'warning',
    source: 'RFC 8460 3',
    says: ({ address }) =>
      `"${address}" is no address for reports: mailto: or https: is expected, with commas between several.`,
  },
  'bimi-address': {
    about: 'An address in a BIMI record that is none',
    level: 'warning',
    source: 'draft-bimi 4.2',
    says: ({ tag, address }) => `"${address}" in ${tag} is no https: address${tag === 'l' ? ' of an SVG file' : ''}.`,
  },
};

/** What the address, or name, that stands behind ip4 or ip6 belongs to. */
const otherTerm = (name: string, address: string): string => {
  if (name === 'ip4' && /^[\da-f]{0,4}:[\da-f:.]{1,40}$/i.test(address)) return `write ip6:${address}`;
  if (name === 'ip6' && /^[\d.]{7,15}$/.test(address)) return `write ip4:${address}`;
  return 'names belong to a: or include:';
};

const NAMES: Readonly<Record<RecordKind, string>> = {
  spf: 'SPF',
  dmarc: 'DMARC',
  'dkim-key': 'DKIM',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS-RPT',
  bimi: 'BIMI',
};

const SEVERAL: Readonly<Partial<Record<RecordKind, string>>> = {
  spf: 'SPF fails with a permanent error (RFC 7208 4.5). Merge them into one',
  dmarc: 'DMARC is not applied at all (RFC 7489 6.6.3). Keep one',
  'dkim-key': 'what a receiver does is undefined (RFC 6376 3.6.2.2). Keep one',
};

const nameOf = ({ kind }: { readonly kind: RecordKind }): string => NAMES[kind];
