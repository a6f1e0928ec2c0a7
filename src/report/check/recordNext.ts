import type { RecordProblemCode, RecordProblemData } from '../../core/dns/records/recordText.ts';

type Next = {
  readonly [Code in RecordProblemCode]?: (data: RecordProblemData[Code], about: string) => string;
};

const NEW_KEY = 'Make a new pair of keys, publish it under another selector, and let the server sign with that.';

/** What to publish instead, where the message does not say it already. */
export const recordNext: Next = {
  'record-not-ascii': () => 'Type the record again as plain text, with straight quotation marks and hyphens.',
  'record-version': ({ version }, about) => `Begin the record at ${about} with "v=${version};".`,
  'record-version-not-first': ({ version }, about) => `Begin the record at ${about} with "v=${version};".`,
  'record-tag-malformed': () => 'Write it as name=value with a semicolon behind it, or remove it.',
  'record-tag-repeated': ({ tag }) => `Keep one ${tag}.`,
  'record-tag-unknown': ({ tag }) => `Correct ${tag} or remove it.`,
  'record-tag-missing': ({ tag }, about) =>
    `Add "${{ p: 'p=none', id: 'id=1', rua: 'rua=mailto:ADDRESS' }[tag] ?? `${tag}=`}" to the record at ${about}.`,
  'record-semicolon-missing': ({ tag }) => `Put a semicolon in front of ${tag}=.`,
  'record-value': ({ tag, values }) => `Set ${tag} to ${values}, or remove it.`,
  'record-wrong-name': ({ name, expected }) =>
    `Move the record from ${name} to ${expected} and the domain; a panel often adds the domain by itself.`,
  'record-several': () => 'Keep one record and delete the others.',
  'record-string-too-long': () => 'Split the text into strings of at most 255 octets within one record.',
  'spf-version': () => 'Begin the record with "v=spf1 ", a blank behind it.',
  'spf-unknown-mechanism': ({ term }) => `Correct ${term} or remove it.`,
  'spf-equals': ({ term }) => `Write ${term.replace('=', ':')}.`,
  'spf-itself': () => 'Remove the term that names the domain itself.',
  'spf-blank-missing': ({ text }) => `Put a blank in front of "${text}".`,
  'spf-value-missing': ({ name }) => `Write ${name}: with a value, or remove it.`,
  'spf-value-unexpected': ({ name }) => `Write ${name} alone.`,
  'spf-address': ({ name }) => `Write an address behind ${name}:, or remove it.`,
  'spf-prefix-length': ({ prefix }) => `Correct or remove "${prefix}".`,
  'spf-domain': ({ name }) => `Write a domain name behind ${name}, or remove it.`,
  'spf-macro': ({ text }) => `Correct "${text}", or write %% for a percent sign.`,
  'spf-ptr': () => 'Remove ptr, and name the hosts with ip4, ip6 or a.',
  'spf-after-all': ({ term }) => `Move ${term} in front of all.`,
  'spf-redirect-ignored': () => 'Remove redirect, or remove all.',
  'spf-no-end': () => 'End the record with -all or ~all.',
  'spf-modifier-repeated': ({ name }) => `Keep one ${name}.`,
  'dmarc-policy-not-second': () => 'Write p directly behind v.',
  'dmarc-address': ({ tag }) => `Write ${tag}=mailto:name@domain, with commas between several.`,
  'dmarc-no-effect': (_, about) => `Publish: ${about}. IN TXT "v=DMARC1; p=none; rua=mailto:ADDRESS"`,
  'dmarc-partly': () => 'Remove pct when no mail of your own fails; t=y tries a policy out.',
  'dmarc-tag-removed': ({ tag }) => `Remove ${tag}.`,
  'dkim-key-revoked': (_, about) =>
    `If a server still signs with this selector, let it use another; else ${about} may go when mail that was signed with it has been delivered.`,
  'dkim-key-testing': () => 'Remove t=y when signatures are valid.',
  'dkim-key-base64': () => 'Publish the key again, copied whole from where the signer shows it.',
  'dkim-key-unreadable': () => 'Publish the key again, copied whole from where the signer shows it.',
  'dkim-key-too-short': () => NEW_KEY,
  'dkim-key-short': () => `${NEW_KEY} 2048 bits fit everywhere.`,
  'dkim-key-sha1': () => 'Remove h=, or write h=sha256, and let the server sign with rsa-sha256.',
  'tls-rpt-address': () => 'Write rua=mailto:name@domain or rua=https: with an address.',
  'bimi-address': ({ tag }) => `Write ${tag}=https: with an address.`,
};
