import { encodeBase64 } from '../text/base64.ts';
import { firstEndingBehind, type Span } from '../text/span.ts';
import { octetsOfText, textOfOctets } from '../text/utf8.ts';
import { readTicket } from '../ticket/readTicket.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { addressStandIns, messageIdsIn } from './addressStandIns.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
import { countedLengths } from './countedLengths.ts';
import { applyReplacements, Edits } from './edits.ts';
import {
  encodedBodies,
  encodedRuns,
  encodedTokens,
  encodedWords,
  type MaskText,
  ntlmChallenges,
} from './encodedPieces.ts';
import { collectSecrets, secretsOfText } from './findSecrets.ts';
import { hexDumpOf, maskRows } from './hexDumps.ts';
import { hostStandIns } from './hosts.ts';
import { ipStandIns } from './ipAddresses.ts';
import type { MaskChoice, Masking, Replacement } from './maskChoice.ts';
import { knownNames, nameStandIns, unsoughtNames } from './names.ts';
import { saslUsers } from './saslSecrets.ts';
import { ENCODED_MASK, MASK, maskedKey, type Secret, type SecretKind } from './secret.ts';
import { StandIns } from './standIns.ts';
import { userNames } from './userNames.ts';

/**
 * What to write in the place of what must not be shared, in order, without overlap: secrets always, the rest by choice.
 * The same gets the same stand-in throughout; no line is added or taken away; the masked text reads as before.
 */
export const maskTicket = (ticket: Ticket, choice: MaskChoice): readonly Replacement[] =>
  masking(ticket, choice).replacements;

/** The same, with what a limit left out. */
export function masking(ticket: Ticket, choice: MaskChoice): Masking {
  const { text } = ticket;
  const { secrets, again, unsought } = collectSecrets(ticket);
  const standIns = new StandIns(text, choice.hosts);
  const ids = messageIdsIn(text);
  const edits = new Edits(text.length);
  const shown = secrets.map((secret) => masked(text, secret));
  const identities = (part: string, into: Edits): void => {
    // `password@host` is no address.
    if (part === text) into.add(shown);
    if (choice.names) into.add(part === text ? nameStandIns(part, standIns) : knownNames(part, standIns));
    into.add(addressStandIns(part, standIns, ids, choice));
    if (choice.addresses) into.add(userNames(part, standIns));
    if (choice.addresses || choice.hosts) into.add(hostStandIns(part, standIns, choice));
    if (choice.ips) into.add(ipStandIns(part, standIns));
  };
  const decodedBy =
    (secretsIn: (part: string) => Iterable<Secret>): MaskText =>
    (part) => {
      const inner = new Edits(part.length);
      for (const secret of secretsIn(part)) inner.add([masked(part, secret)]);
      identities(part, inner);
      return applyReplacements(part, inner.sorted(part));
    };
  const decoded = decodedBy((part) => secretsOfText(part, again));
  // A word is a name or a challenge; as a secret it was found by what stands around it.
  const decodedWord = decodedBy(again);
  // Who stands plainly in the text is known before what is encoded is looked at.
  let plain = new Edits(text.length);
  identities(text, plain);
  const known = standIns.domains.size;
  // Rows of a dump keep their length; what they spell is masked in them.
  for (const block of ticket.blocks) {
    const dump = hexDumpOf(ticket, block);
    if (dump !== undefined) edits.add(maskRows(dump, maskTicket(readTicket(dump.text), choice)));
  }
  // A text in base64 is masked as a whole, and stays one.
  for (const block of ticket.blocks) edits.add(encodedBodies(text, block, decoded));
  // What is a part of a secret is masked with it, and so is the answer of a login as a whole.
  const isPart = ({ start, end }: Span): boolean => {
    const secret = secrets[firstEndingBehind(secrets, start)];
    if (secret === undefined || secret.start > start || secret.end < end) return false;
    return secret.end - secret.start > end - start || ANSWERS.has(secret.kind);
  };
  for (const run of encodedRuns(text, decoded)) if (!isPart(run)) edits.add([run]);
  edits.add(shown);
  if (choice.addresses) edits.add(loginUsers(ticket, standIns));
  if (choice.hosts) edits.add(ntlmChallenges(text));
  edits.add(encodedWordsOrNames(text, plain, decodedWord));
  edits.add(encodedTokens(text, decodedWord));
  if (standIns.domains.size > known) {
    // An address that stands in base64 alone has a domain whose hosts stand plainly in the text.
    plain = new Edits(text.length);
    identities(text, plain);
  }
  edits.add(plain.sorted(text));
  const sorted = edits.sorted(text);
  for (const block of ticket.blocks) {
    if (block.kind === 'conversation') edits.add(countedLengths(ticket.lines, block, sorted));
  }
  return { replacements: edits.sorted(text), unsought: unsought + unsoughtNames(standIns) };
}

const ANSWERS: ReadonlySet<SecretKind> = new Set(['login', 'digest', 'response']);

/** A display name in encoded words is replaced whole, so it goes before its words. */
function* encodedWordsOrNames(text: string, plain: Edits, mask: MaskText): Iterable<Replacement> {
  for (const word of encodedWords(text, mask)) if (!plain.isTaken(word.start, word.end)) yield word;
}

/** User names that LOGIN gives in base64, or as they are. */
function* loginUsers(ticket: Ticket, standIns: StandIns): Iterable<Replacement> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation') continue;
    for (const { start, end } of saslUsers(ticket.text, block)) {
      const value = ticket.text.slice(start, end);
      const octets = decodeBase64(value, isTextOctet);
      const name = octets === undefined ? undefined : textOfOctets(octets);
      if (name === undefined || name === '' || name.includes('@')) continue;
      yield { start, end, text: encodeBase64(octetsOfText(standIns.userNamed(name))) };
    }
  }
}

/** Line breaks inside what is masked stay, and what a tool or an encoding puts around them; no line becomes empty. */
function masked(text: string, { start, end, kind, encoded }: Secret): Replacement {
  const secret = text.slice(start, end);
  if (kind === 'private-key') return { start, end, text: maskedKey(secret) };
  const breaks = secret.match(/=?[ \t]*(?:\r\n|\n|\r)[ \t>|]*/g) ?? [];
  const mask = encoded ? ENCODED_MASK : MASK;
  return { start, end, text: mask + breaks.map((lineBreak) => lineBreak + mask).join('') };
}
