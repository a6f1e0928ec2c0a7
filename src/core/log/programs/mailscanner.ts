import type { EntryDraft } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { group, ipPeer } from '../logWords.ts';

/**
 * `Message ID from 192.0.2.7 (alice@contoso.test) to fabrikam.test is spam, …` and `Spam Actions: message ID actions are
 * store` (MailScanner, lib/MailScanner/Message.pm and languages/en/languages.conf). The id of Postfix's queue stands in
 * front of a dot.
 */
const MESSAGE =
  /\b[Mm]essage (?<id>[0-9A-Za-z-]{6,26})(?:\.[0-9A-F]{5})?\b(?: from (?<ip>[\d.]{7,15}|[\da-fA-F:]{3,45}) \((?<sender>[^()\s]{0,320})\))?/d;
const DEEDS: readonly (readonly [RegExp, LogOutcome])[] = [
  [/\b(?:Spam|Content|Virus) Actions: .{0,200} actions? (?:are|is) .{0,60}\bdeliver\b/i, 'sent'],
  [/\bSpam Actions: .{0,200} actions? (?:are|is) .{0,60}\b(?:delete|bounce)\b/i, 'discarded'],
  [/\bSpam Actions: .{0,200} actions? (?:are|is) .{0,60}\bstore\b/i, 'quarantined'],
  [/\bSaved (?:infected|entire message)\b/i, 'quarantined'],
];

/** Reads a line of MailScanner; false where it is none that names a message. */
export function readMailscanner(draft: EntryDraft, rest: LogWord): boolean {
  if (draft.program?.text !== 'MailScanner') return false;
  const match = MESSAGE.exec(rest.text);
  if (match === null) return false;
  const [id, ip, sender] = ['id', 'ip', 'sender'].map((name) => group(rest, match, name));
  if (id !== undefined) draft.queueId = id;
  if (ip !== undefined) draft.client = ipPeer(ip);
  if (sender !== undefined) draft.sender = sender;
  draft.reason = rest;
  const deed = DEEDS.find(([pattern]) => pattern.test(rest.text))?.[1];
  if (deed !== undefined) draft.outcome = deed;
  return true;
}
