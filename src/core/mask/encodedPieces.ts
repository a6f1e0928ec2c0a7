import { decodeEncodedWords } from '../mail/header/encodedWords.ts';
import type { Part } from '../mail/message.ts';
import { encodeBase64 } from '../text/base64.ts';
import { octetsOfText, textOfOctets } from '../text/utf8.ts';
import type { Block } from '../ticket/ticket.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
import type { Replacement } from './maskChoice.ts';
import { base64Runs } from './readings.ts';
import { readDecoded } from './saslResponse.ts';

/** Masks a decoded text; the same text where there is nothing to mask. */
export type MaskText = (text: string) => string;

const TOKENS = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{7,8000}={0,2}(?![A-Za-z0-9+/=])/g;

/** Words in base64 that are text: user names of logins, challenges. */
export function* encodedTokens(text: string, mask: MaskText): Iterable<Replacement> {
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const octets = decodeBase64(token, isTextOctet);
    const decoded = octets === undefined ? undefined : textOfOctets(octets);
    if (decoded === undefined) continue;
    const masked = mask(decoded);
    if (masked === decoded) continue;
    yield { start: index, end: index + token.length, text: encodedLike(token, octetsOfText(masked)) };
  }
}

/** Base64 without padding where what it stands for has none though it would need it. */
const encodedLike = (token: string, octets: string): string =>
  token.replace(/[^A-Za-z0-9+/]/g, '').length % 4 !== 0 && !token.endsWith('=')
    ? encodeBase64(octets).replace(/=+$/, '')
    : encodeBase64(octets);

const CHALLENGES = /TlRMTVNTUAAC[A-Za-z0-9+/]{0,8000}={0,2}/g;

/** What an NTLM server tells of itself names its host and domain, in a form that is not text. */
export function* ntlmChallenges(text: string): Iterable<Replacement> {
  for (const { 0: token, index } of text.matchAll(CHALLENGES)) {
    yield { start: index, end: index + token.length, text: 'TlRMTVNTUAACAAAA' };
  }
}

const WORDS = /=\?[\w-]{1,40}(?:\*[\w-]{1,20})?\?[BbQq]\?[^?\s]{1,1000}\?=/g;

/** Encoded words (RFC 2047) of fields. */
export function* encodedWords(text: string, mask: MaskText): Iterable<Replacement> {
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const decoded = decodeEncodedWords(word);
    if (decoded === null || decoded === word) continue;
    const masked = mask(decoded);
    if (masked !== decoded) {
      yield { start: index, end: index + word.length, text: `=?utf-8?B?${encodeBase64(octetsOfText(masked))}?=` };
    }
  }
}

/** Texts of messages that stand in base64 (RFC 2045 6.8). */
export function* encodedBodies(text: string, block: Block, mask: MaskText): Iterable<Replacement> {
  if (block.kind !== 'message') return;
  for (const part of partsOf(block.root)) {
    const coding = part.fields.find(({ name }) => name.toLowerCase() === 'content-transfer-encoding')?.value ?? '';
    if (!/^base64$/i.test(coding.trim()) || part.parts.length > 0) continue;
    const written = text.slice(part.body.start, part.body.end);
    const rows = written.match(/[A-Za-z0-9+/=]+/g) ?? [];
    const octets = decodeBase64(rows.join(''), isTextOctet);
    const decoded = octets === undefined ? undefined : (textOfOctets(octets) ?? octets);
    if (decoded === undefined) continue;
    const masked = mask(decoded);
    if (masked === decoded) continue;
    const inUtf8 = textOfOctets(octets as string) !== undefined;
    yield { ...part.body, text: inRows(written, rows.length, encodeBase64(inUtf8 ? octetsOfText(masked) : masked)) };
  }
}

/** Texts in base64 that are no part of a message that is read. */
export function* encodedRuns(text: string, mask: MaskText): Iterable<Replacement> {
  for (const { start, run, text: said, octets } of base64Runs(text)) {
    // A login's answer is masked by what it is, and of one line only what looks like a text is one.
    if (readDecoded(said) !== undefined || (!run.includes('\n') && !/[\n ]/.test(said))) continue;
    const masked = mask(said);
    if (masked === said) continue;
    const rows = run.match(/[A-Za-z0-9+/=]+/g)?.length ?? 1;
    const inUtf8 = textOfOctets(octets) !== undefined;
    const again = encodedLike(run, inUtf8 ? octetsOfText(masked) : masked);
    yield { start, end: start + run.length, text: inRows(run, rows, again) };
  }
}

function* partsOf(part: Part): Iterable<Part> {
  yield part;
  for (const inner of part.parts) yield* partsOf(inner);
  if (part.message !== undefined) yield* partsOf(part.message.root);
}

/** As many lines as there were. */
function inRows(written: string, rows: number, base64: string): string {
  const width = Math.max(4, Math.ceil(base64.length / 4 / rows) * 4);
  let at = 0;
  return written.replace(/[A-Za-z0-9+/=]+/g, () => {
    const row = base64.slice(at, at + width);
    at += width;
    return row;
  });
}
