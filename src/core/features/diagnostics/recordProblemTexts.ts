import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { RecordProblemCode } from '../../dns/records/recordText.ts';
import { type DiagnosticRule, row } from './diagnosticRule.ts';

const { Error: error, Warning: warning, Information: information, Hint: hint } = DiagnosticSeverity;

const TAGS = 'RFC 6376 3.2; RFC 7489 6.3; RFC 8461 3.1; RFC 8460 3';

/** Level and clause of each mistake in a record text. */
export const recordProblemRules = {
  'record-not-ascii': row(error, TAGS),
  'record-version': row(error, TAGS),
  'record-version-not-first': row(error, TAGS),
  'record-tag-malformed': row(warning, TAGS),
  'record-tag-repeated': row(warning, TAGS),
  'record-tag-unknown': row(information, TAGS),
  'record-tag-missing': row(error, TAGS),
  'record-semicolon-missing': row(warning, TAGS),
  'record-value': row(warning, TAGS),
  'record-wrong-name': row(warning, 'RFC 7489 6.1; RFC 6376 3.6.2.1; RFC 8461 3.1; RFC 8460 3'),
  'record-several': row(error, 'RFC 7208 4.5; RFC 7489 6.6.3; RFC 6376 3.6.2.2; RFC 8461 3.1; RFC 8460 3'),
  'record-string-too-long': row(warning, 'RFC 1035 3.3'),
  'spf-version': row(error, 'RFC 7208 4.5'),
  'spf-unknown-mechanism': row(error, 'RFC 7208 4.6.1'),
  'spf-blank-missing': row(error, 'RFC 7208 4.6.1'),
  'spf-value-missing': row(error, 'RFC 7208 5; RFC 7208 6'),
  'spf-value-unexpected': row(error, 'RFC 7208 5.1'),
  'spf-address': row(error, 'RFC 7208 5.6'),
  'spf-prefix-length': row(error, 'RFC 7208 5.6; RFC 7208 5.3'),
  'spf-domain': row(error, 'RFC 7208 7.1'),
  'spf-macro': row(error, 'RFC 7208 7.1'),
  'spf-too-many-lookups': row(error, 'RFC 7208 4.6.4'),
  'spf-ptr': row(warning, 'RFC 7208 5.5'),
  'spf-pass-all': row(warning, 'RFC 7208 5.1'),
  'spf-neutral-all': row(information, 'RFC 7208 4.6.2'),
  'spf-after-all': row(warning, 'RFC 7208 5.1'),
  'spf-redirect-ignored': row(warning, 'RFC 7208 6.1'),
  'spf-no-end': row(information, 'RFC 7208 4.7'),
  'spf-modifier-repeated': row(error, 'RFC 7208 6'),
  'dmarc-policy-not-second': row(information, 'RFC 7489 6.3; RFC 9989 4.7'),
  'dmarc-address': row(warning, 'RFC 7489 6.2; RFC 9989 4.6'),
  'dmarc-no-effect': row(information, 'RFC 7489 6.3'),
  'dmarc-partly': row(information, 'RFC 7489 6.3'),
  'dmarc-tag-removed': row(hint, 'RFC 9989 4.7'),
  'dkim-key-revoked': row(warning, 'RFC 6376 3.6.1'),
  'dkim-key-testing': row(information, 'RFC 6376 3.6.1'),
  'dkim-key-base64': row(error, 'RFC 6376 3.6.1'),
  'dkim-key-unreadable': row(error, 'RFC 6376 3.6.1; RFC 8463 4'),
  'dkim-key-too-short': row(error, 'RFC 8301 3.2'),
  'dkim-key-short': row(information, 'RFC 8301 3.2'),
  'dkim-key-sha1': row(error, 'RFC 8301 3.1'),
  'tls-rpt-address': row(warning, 'RFC 8460 3'),
  'bimi-address': row(warning, 'draft-brand-indicators-for-message-identification 4.2'),
} as const satisfies Readonly<Record<RecordProblemCode, DiagnosticRule>>;

type Data = { readonly [name: string]: string };

const NAMES: ReadonlyMap<string, string> = new Map([
  ['spf', 'SPF'],
  ['dmarc', 'DMARC'],
  ['dkim-key', 'DKIM'],
  ['mta-sts', 'MTA-STS'],
  ['tls-rpt', 'TLS-RPT'],
  ['bimi', 'BIMI'],
]);
const SEVERAL: ReadonlyMap<string, string> = new Map([
  ['spf', 'SPF fails with a permanent error (RFC 7208 4.5). Merge them into one'],
  ['dmarc', 'DMARC is not applied at all (RFC 7489 6.6.3). Keep one'],
  ['dkim-key', 'what a receiver does is undefined (RFC 6376 3.6.2.2). Keep one'],
]);
const nameOf = ({ kind = '' }: Data): string => NAMES.get(kind) ?? kind;

/** What is said of each mistake. */
export const recordProblemWording: Readonly<Record<RecordProblemCode, (data: Data) => string>> = {
  'record-not-ascii': ({ char = '' }) =>
    `The character U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} does not belong into this record; it often comes from the quotation marks or dashes of a word processor.`,
  'record-version': (data) =>
    `The version must be written exactly v=${data.version}, not "${data.value}": receivers take this for no ${nameOf(data)} record.`,
  'record-version-not-first': (data) =>
    `v=${data.version} must be the first tag: receivers take this for no ${nameOf(data)} record.`,
  'record-tag-malformed': ({ text }) =>
    `"${text}" is no tag: "name=value" is expected, and tags are separated by semicolons.`,
  'record-tag-repeated': ({ tag }) => `The tag ${tag} stands here twice; a tag may be given once.`,
  'record-tag-unknown': (data) => `${nameOf(data)} defines no tag ${data.tag}; receivers ignore it. Is it misspelt?`,
  'record-tag-missing': (data) =>
    data.kind === 'dmarc' && data.tag === 'p'
      ? 'The policy (p=) is missing: receivers ignore the record, or take it as p=none if it has addresses for reports (RFC 7489 6.6.3; RFC 9989 4.7).'
      : `The tag ${data.tag} is missing: without it this is no valid ${nameOf(data)} record.`,
  'record-semicolon-missing': ({ tag }) =>
    `A semicolon is missing before ${tag}=; it is read as part of the value before it.`,
  'record-value': ({ tag, value, values }) => `${tag}=${value} is not understood: it takes ${values}.`,
  'record-wrong-name': (data) =>
    `A ${nameOf(data)} record stands at ${data.expected}domain; at ${data.name} nobody looks for it.`,
  'record-several': (data) =>
    `The answer holds ${data.count} ${nameOf(data)} records; with more than one, ${SEVERAL.get(data.kind ?? '') ?? 'receivers use none of them. Keep one'}.`,
  'record-string-too-long': ({ length }) =>
    `A single string of a TXT record holds at most 255 octets; this one has ${length}. Split it into several strings.`,
  'spf-version': ({ text }) => `"${text}" is not v=spf1 followed by a blank: receivers take this for no SPF record.`,
  'spf-unknown-mechanism': ({ term }) =>
    `SPF knows no mechanism "${term}": receivers report a permanent error for the whole record.`,
  'spf-blank-missing': ({ text }) =>
    `A blank is missing before "${text}": both terms are read as one, and the record is in error.`,
  'spf-value-missing': ({ name }) => `${name} needs a value: receivers report a permanent error for the whole record.`,
  'spf-value-unexpected': ({ name }) =>
    `${name} takes no value: receivers report a permanent error for the whole record.`,
  'spf-address': ({ name, address }) =>
    `"${address}" is no ${name === 'ip6' ? 'IPv6' : 'IPv4'} address${name === 'ip4' || name === 'ip6' ? '; names belong to a: or include:' : ''}. Receivers report a permanent error for the whole record.`,
  'spf-prefix-length': ({ prefix }) =>
    `"${prefix}" is no prefix length: IPv4 takes /0 to /32, IPv6 /0 to /128 (behind a and mx: //0 to //128).`,
  'spf-domain': ({ name, domain }) => `"${domain}" is no domain name that ${name} could take.`,
  'spf-macro': ({ text }) => `"${text}" is no macro: %{letter}, %%, %_ or %- is expected.`,
  'spf-too-many-lookups': ({ count }) =>
    `This record alone causes ${count} DNS look-ups; at the eleventh receivers stop with a permanent error. Included records add theirs.`,
  'spf-ptr': () => 'ptr is slow and unreliable and should not be used; name the hosts with ip4, ip6 or a.',
  'spf-pass-all': () => 'This allows every host in the world to send mail as this domain. Use -all or ~all.',
  'spf-neutral-all': () =>
    '?all says nothing about other senders, as if there were no record. Use -all or ~all once all senders are listed.',
  'spf-after-all': ({ term }) => `${term} is never reached: all before it matches every sender.`,
  'spf-redirect-ignored': () => 'redirect is ignored because the record has an all.',
  'spf-no-end': () => 'The record ends without all or redirect: senders that match nothing get the result neutral.',
  'spf-modifier-repeated': ({ name }) =>
    `${name} may be given once: receivers report a permanent error for the whole record.`,
  'dmarc-policy-not-second': () =>
    'RFC 7489 wants p directly behind v; RFC 9989 allows any order, and some old receivers do not.',
  'dmarc-address': ({ tag, address }) =>
    `"${address}" in ${tag} is no address for reports: mailto:name@domain is expected, with commas between several.`,
  'dmarc-no-effect': () =>
    'p=none without rua has no effect: nothing is asked for, and no reports are sent to learn from.',
  'dmarc-partly': ({ percent }) =>
    `The policy is asked for only ${percent} % of the mail that fails; newer receivers ignore pct.`,
  'dmarc-tag-removed': ({ tag }) => `RFC 9989 has dropped ${tag}; newer receivers ignore it.`,
  'dkim-key-revoked': () => 'The key is empty, so it was withdrawn: signatures that name this selector fail.',
  'dkim-key-testing': () =>
    't=y says that the domain only tests DKIM: receivers may treat signatures that fail like no signature.',
  'dkim-key-base64': ({ text }) => `The key is not base64 from here on ("${text}"): it was cut off or mangled.`,
  'dkim-key-unreadable': ({ algorithm }) =>
    `This is no public key for ${algorithm}: it was cut off or mangled, or k= does not fit it.`,
  'dkim-key-too-short': ({ bits }) =>
    `The key has only ${bits} bits: receivers must not accept RSA keys of less than 1024 bits.`,
  'dkim-key-short': ({ bits }) => `The key has ${bits} bits; RSA keys should have at least 2048.`,
  'dkim-key-sha1': () => 'Only SHA-1 is allowed by this key, which receivers must not accept any more; allow sha256.',
  'tls-rpt-address': ({ address }) =>
    `"${address}" is no address for reports: mailto: or https: is expected, with commas between several.`,
  'bimi-address': ({ tag, address }) => `"${address}" in ${tag} is no https: address.`,
};
