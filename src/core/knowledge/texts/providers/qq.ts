import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const byQq = /\bqq\.com|tencent|exmail/i;

/** Words of QQ Mail (Tencent). */
export const qqTexts = ranked('product', [
  {
    name: 'qq-frequency',
    pattern: /(?:Connection|IP|Domain|Sender) frequency limited/i,
    reason: 'rate-limited',
    meaning: 'QQ limits mail from this IP address, domain or sender.',
    source: 'qq',
    sisimai: 'toomanyconn',
  },
  {
    name: 'qq-content',
    pattern: /Mail content denied|Suspected (?:spam ip|bounce attacks)|spam is embedded/i,
    reason: 'spam-refused',
    meaning: 'QQ takes the message or its sending IP address for a source of spam.',
    source: 'qq',
    next: [act('Check text, links and attachments.'), act('Open the help link in the reply.')],
  },
  {
    name: 'qq-suspected-spam',
    pattern: /Suspected spam\b/i,
    also: byQq,
    reason: 'spam-refused',
    meaning: 'QQ takes the message for spam.',
    source: 'qq',
  },
  {
    name: 'qq-mailbox-denied',
    pattern: /Mailbox unavailable or access deni(?:n)?ed/i,
    reason: 'recipient-restricted',
    meaning: 'The QQ mailbox does not exist, or it takes no mail from this sender.',
    source: 'qq',
    actor: 'sender',
    next: [act('Check the address letter by letter.'), act('Send less to this mailbox.')],
  },
]);
