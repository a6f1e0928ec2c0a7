import { writeUtc } from '../core/report/writeUtc.ts';
import type {
  AuthenticationCode,
  AuthenticationData,
  AuthenticationFinding,
  NoteCode,
} from '../message/verify/authentication.ts';
import { statusMeaning } from './dnsStatus.ts';

type Words<Data> = (data: Data) => string;

/** Findings that explain no failure; the type says which. */
const GOOD: Readonly<Record<NoteCode, true>> = {
  'header-genuine': true,
  'key-short': true,
  'key-testing': true,
  'body-length-limit': true,
  'signature-lenient': true,
};

export const isGoodNews = ({ code }: AuthenticationFinding): boolean => Object.hasOwn(GOOD, code);

/** One sentence or two: what was found, what explains it, what can be done. */
export function authenticationWords({ code, data }: AuthenticationFinding): string {
  // A finding holds the data of its own code; that they belong together is lost where the words are taken by its code.
  const words: Words<never> = WORDS[code];
  return words(data as never);
}

const lines = (count: string): string => (count === '1' ? '1 line' : `${count} lines`);
const quoted = (text: string): string => (text === '' ? '' : `, starting "${text}"`);

/** What mailauth accepts although the RFC does not, by its own names. */
const LENIENT: ReadonlyMap<string, string> = new Map([
  ['tag-syntax', 'its tags are not written as RFC 6376 3.2 and 3.5 have it'],
  ['invalid-v', 'its version is not 1 (RFC 6376 3.5 "v=")'],
  ['query-method', 'it names no way to ask for the key that is known (RFC 6376 3.5 "q=")'],
  ['identity-domain', 'its i= is not of the domain in d= (RFC 6376 3.5 "i=", 3.6.1 "t=s")'],
  ['invalid-expiration', 'it expires when it is made (RFC 6376 3.5 "x=")'],
  ['key-syntax', 'its key record is not written as RFC 6376 3.6.1 has it'],
  ['key-v-syntax', 'v=DKIM1 is not the first tag of its key record (RFC 6376 3.6.1)'],
  ['ams-c-default', 'it verifies as "relaxed" only, and names no canonicalization (RFC 8617 4.1.2)'],
]);

const WORDS: { readonly [Code in AuthenticationCode]: Words<AuthenticationData[Code]> } = {
  'body-cut': (d) =>
    `The body was changed: without its last ${lines(d.lines)}${quoted(d.text)} its hash is right, so that was appended on the way, as lists and filters do with footers.`,
  'body-top-added': (d) =>
    `The body was changed: without its first ${lines(d.lines)}${quoted(d.text)} its hash is right, so that was put on top on the way, as filters do with warnings.`,
  'body-footer-in-part': (d) =>
    `The body was changed: ${lines(d.lines)}${quoted(d.text)} at the end of a part were added on the way; without them the hash is right.`,
  'body-part-added': (d) =>
    `The body was changed: a part of ${lines(d.lines)}${quoted(d.text)} was added on the way; without it the hash is right.`,
  'body-wrapped': () =>
    'The body was changed: the original stands as one part inside a new multipart, as lists do it; that part alone has the right hash.',
  'body-dots': (d) =>
    d.how === 'lost'
      ? 'The body was changed: lines lost their first dot; some program takes off the dot of RFC 5321 4.5.2 that nobody added.'
      : 'The body was changed: lines with a leading dot have one too many; some program does not take off the dot of RFC 5321 4.5.2.',
  'body-from-quoting': () =>
    'The body was changed: lines that start with "From " got a ">" in front, as mbox files have it (RFC 4155). The message was probably genuine when it was stored.',
  'body-trailing-blanks': (d) =>
    `The body was changed: blanks at the ends of lines were ${d.how === 'stripped' ? 'stripped, of "-- " too' : 'added'}. Signing with c=relaxed/relaxed withstands that (RFC 6376 3.4.4).`,
  'body-line-ends': () =>
    'The body was changed: with other line ends its hash is right. The signer hashed line ends that mail must not have (RFC 5321 2.3.8), or a tool changed them.',
  'body-charset': (d) =>
    `The body was changed: it was signed as ${d.was} and is ${d.now} here. The file was probably converted when it was saved.`,
  'body-base64-rewrapped': () => 'The body was changed: its base64 was wrapped anew to another length of line.',
  'body-quoted-printable': (d) =>
    `The body was changed: it was signed in 8bit and was converted to ${d.now} by a server on the way (RFC 6152 3). Signers should convert before they sign (RFC 6376 5.3).`,
  'body-canonicalization': (d) =>
    `The signer hashed the body as "${d.used}" although the signature says "${d.stated}" (RFC 6376 3.5 "c="): its signing software is at fault, or white space was changed on the way.`,
  'body-links-rewritten': (d) =>
    `The body was changed; its links go through ${d.by}, which rewrites them and so breaks every signature. ${d.megabytes === undefined ? 'Probably that is all.' : `It is larger than ${d.megabytes} MiB, so no other change was looked for.`} Receivers must check before they rewrite.`,
  'body-missing': () => 'The body is not here, or is empty, so its hash could not be compared. Save the whole message.',
  'body-signed-empty': () =>
    'The signature was made over an empty body. Either the text was added later, or the signer hashed before there was any: which of them cannot be told.',
  'body-changed': () =>
    'The body was changed, and not by a footer, line ends, blanks or an encoding alone: what was changed is not known.',
  'body-unsearched': (d) =>
    `The body was changed. It is larger than ${d.megabytes} MiB, so how was not looked for: a footer or another encoding may be all.`,
  'body-length-limit': (d) =>
    d.behind === '0'
      ? `It covers the first ${d.signed} octets of the body only (l=); anybody can append text (RFC 6376 8.2).`
      : `It covers the first ${d.signed} octets of the body only (l=); the ${d.behind} octets behind them are signed by nobody (RFC 6376 8.2).`,
  'header-genuine': () => 'The signed header fields are unchanged; the body alone was changed.',
  'header-subject-tag': (d) =>
    `The header was changed: without "${d.tag}" in Subject the signature fits, so that was added on the way.`,
  'header-field-added': (d) =>
    `The header was changed: without ${d.name} the signature fits, so a field was added that the signer had ruled out or left empty (RFC 6376 8.15).`,
  'header-refolded': () =>
    'The header was changed: unfolded, the signature fits, so lines were folded anew on the way. Signing with c=relaxed withstands that (RFC 6376 3.4.2).',
  'header-encoding-changed': (d) =>
    `The header was changed: Content-Transfer-Encoding was ${d.was} and is ${d.now} now, so a server re-encoded the message.`,
  'header-from-rewritten': () =>
    'The header was changed: with the address of X-Original-From the signature fits, so a list replaced From.',
  'header-changed': () =>
    'The signature does not fit the header or the key: a signed field was changed, or the key was replaced. Which field it was cannot be known from a hash.',
  'signature-expired': (d) => `It expired at ${writeUtc(Number(d.when))} (x=, RFC 6376 3.5).`,
  'signature-from-future': (d) =>
    `It says that it was made at ${writeUtc(Number(d.when))} (t=), which is yet to come: the signer's clock is wrong.`,
  'signature-tag-missing': (d) => `Tags are missing that a signature must have: ${d.tags} (RFC 6376 3.5).`,
  'signature-unknown-algorithm': (d) =>
    `It cannot be evaluated: a=${d.algorithm || '?'} c=${d.c || '?'} (RFC 6376 3.3, 3.4).`,
  'signature-from-not-signed': () => 'It does not cover From, so it says nothing (RFC 6376 5.4).',
  'signature-sha1': () => 'It uses SHA-1, which must not be accepted any more (RFC 8301 3.1).',
  'signature-lenient': (d) =>
    `A strict receiver may reject it: ${LENIENT.get(d.warning) ?? `mailauth calls it ${d.warning}`}.`,
  'signature-other': (d) => `It could not be evaluated${d.comment === '' ? '' : `: ${d.comment}`}.`,
  'key-missing': (d) =>
    `There is no key: ${d.name} does not exist (NXDOMAIN). The selector was retired since, or never published.`,
  'key-no-record': (d) => `There is no key: ${d.name} has no TXT record.`,
  'key-unanswered': (d) =>
    `The key could not be had: ${d.name} TXT, ${d.status}, ${statusMeaning(d.status)}. That does not mean that there is none.`,
  'key-revoked': (d) => `The key of ${d.name} was revoked: its p= is empty (RFC 6376 3.6.1).`,
  'key-too-short': (d) => `The key has ${d.bits} bits; less than 1024 must not be accepted (RFC 8301 3.2).`,
  'key-short': (d) => `The key has ${d.bits} bits; it should have 2048 (RFC 8301 3.2).`,
  'key-type': (d) => `The key of ${d.name} is k=${d.key}, the signature is ${d.signature} (RFC 6376 6.1.2).`,
  'key-hash': (d) => `The key of ${d.name} does not allow ${d.hash} (h=, RFC 6376 3.6.1).`,
  'key-not-email': (d) => `The key of ${d.name} is not for mail: s=${d.services} (RFC 6376 3.6.1).`,
  'key-version': (d) => `The key of ${d.name} has v=${d.version}, and only DKIM1 is known (RFC 6376 3.6.1).`,
  'key-unreadable': (d) => `The key of ${d.name} cannot be read: its record is damaged.`,
  'key-testing': () =>
    'The key says t=y, that the domain only tests DKIM: receivers may treat a failure like no signature (RFC 6376 3.6.1).',
  'key-several': (d) => `${d.name} has ${d.count} TXT records, and what happens then is undefined (RFC 6376 3.6.2.2).`,
  'spf-no-address': () =>
    'No Received field records a public address of a client, so there is nothing to evaluate SPF for.',
  'spf-no-sender': () =>
    'The envelope sender is not known: there is no Return-Path, and no server wrote it down. From is another address (RFC 7208 2.4).',
  'spf-unanswered': (d) =>
    `${d.name} ${d.type}: ${d.status}, ${statusMeaning(d.status)}. That does not mean that there is no record.`,
  'spf-error': (d) => `The record cannot be evaluated (RFC 7208 4.6, 8.7): ${d.why || 'the reason is not known'}.`,
  'arc-chain-broken': (d) => `The chain does not validate (RFC 8617 5.2)${d.why === '' ? '' : `: ${d.why}`}.`,
  'arc-unanswered': (d) =>
    `A key could not be had: ${d.name} TXT, ${d.status}, ${statusMeaning(d.status)}. That does not mean that the chain is broken.`,
};
