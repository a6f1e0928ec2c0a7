import type { ReasonName } from '../../reasons.ts';
import { ranked } from '../replyText.ts';

/** The words by which RFC 3463 names its statuses, the code of the status, and why a reply with them is given. */
const STATUSES: readonly (readonly [words: RegExp, detail: string, reason: ReasonName, meaning: string])[] = [
  [
    /\bBad destination mailbox address syntax\b/i,
    '1.3',
    'address-malformed',
    'The address of the recipient is not written as an address must be.',
  ],
  [
    /\bBad destination mailbox address\b/i,
    '1.1',
    'recipient-unknown',
    'The server knows no mailbox with this address: it does not exist there.',
  ],
  [
    /\bBad destination system(?: address)?\b/i,
    '1.2',
    'domain-not-found',
    'The domain of the recipient does not exist, or has no host that takes mail.',
  ],
  [
    /\b(?:Destination )?mailbox has moved,? no forwarding address\b/i,
    '1.6',
    'recipient-moved',
    'The mailbox has moved, and the server does not know where to.',
  ],
  [
    /\bBad sender'?s mailbox address syntax\b/i,
    '1.7',
    'sender-refused',
    'The sender address is not written as an address must be.',
  ],
  [
    /\bBad sender'?s system address(?: syntax)?\b/i,
    '1.8',
    'sender-domain-not-found',
    'The domain of the sender address does not exist or cannot take replies.',
  ],
  [
    /\bMailbox disabled, not accepting messages\b/i,
    '2.1',
    'recipient-inactive',
    'The mailbox exists and takes no mail.',
  ],
  [
    /\bMailing list expansion prohibited\b/i,
    '2.4',
    'list-problem',
    'The list or alias behind this address could not be expanded.',
  ],
  [/\bMail system full\b/i, '3.1', 'system-full', 'The receiving system has no storage left.'],
  [
    /\bSystem not accepting network messages\b/i,
    '3.2',
    'server-busy',
    'The host takes no mail at the moment: shutdown, maintenance or load.',
  ],
  [
    /\bSystem not capable of selected features\b/i,
    '3.3',
    'feature-missing',
    'The receiving system lacks a feature that the message needs.',
  ],
  [/\bMessage too big for system\b/i, '3.4', 'message-too-large', 'The message is larger than the server takes.'],
  [/\bSystem incorrectly configured\b/i, '3.5', 'system-error', 'The receiving mail system is set up wrongly.'],
  [/\bNo answer from host\b/i, '4.1', 'connection-failed', 'The next host did not answer.'],
  [
    /(?:^ {0,2}|[245]\.4\.2 {1,2}\(?)bad connection\)?\.?\s{0,4}$/i,
    '4.2',
    'connection-failed',
    'The connection broke before the work was done.',
  ],
  [
    /\b(?:Directory|Routing) server failure\b/i,
    '4.3',
    'dns-failure',
    'A directory that routing needs, such as DNS, could not be asked.',
  ],
  [
    /(?:^ {0,2}|[245]\.4\.4 {1,2}\(?)Unable to route\)?\.?\s{0,4}$/i,
    '4.4',
    'routing-failed',
    'No next host for the message could be found.',
  ],
  [/\b(?:Network|Mail system) congestion\b/i, '4.5', 'server-busy', 'The network or the mail system is overloaded.'],
  [/\bMedia not supported\b/i, '6.1', 'content-unsupported', 'The server does not take content of this kind.'],
  [
    /\bConversion required (?:and prohibited|but not supported)\b/i,
    '6.3',
    'content-unsupported',
    'The content would have to be converted, and that is not allowed or not possible.',
  ],
  [
    /\bSecurity conversion required but not possible\b/i,
    '7.3',
    'security-refused',
    'The message cannot be protected on its way as it would have to be.',
  ],
  [
    /\bMessage integrity failure\b/i,
    '7.7',
    'security-refused',
    'The message was changed on the way, or its check sum does not fit.',
  ],
];

/** Words of RFC 3463, which many programs print as the whole text of a reply or of a notice. */
export const statusWordTexts = ranked(
  'phrase',
  STATUSES.map(([pattern, detail, reason, meaning], place) => ({
    name: `status-${detail.replace('.', '-')}`,
    pattern,
    reason,
    meaning,
    source: `RFC 3463 X.${detail}`,
    ...(place === 0 && { wins: ['status-1-1'] }),
  })),
);
