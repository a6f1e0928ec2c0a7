import { act, queueRetries } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const smarthost = act('Send through the mail server of your provider, or from a fixed IP address with a PTR record.');
const stop = act('Find and stop unwanted mail that leaves through this address.');
const spamhaus = act.address(
  'Look up the IP address at https://check.spamhaus.org/, remove the cause and ask there for removal.',
);
const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const senderScore = act('Ask Validity (Sender Score) for removal when the cause is gone.');

/** Words of Comcast. */
export const comcastTexts = spokenBy('comcast', [
  {
    name: 'comcast-residential',
    pattern: /\bES0000(?:01|10)\b/,
    reason: 'blocklisted',
    meaning: 'Comcast takes no mail straight from dynamic or home connections.',
    source: 'comcast',
    next: [smarthost],
  },
  {
    name: 'comcast-spam-pattern',
    pattern: /\bBL000000\b/,
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because its mail looks like spam.',
    source: 'comcast',
    next: [stop, act('Ask Comcast for removal by the form that the link in the reply leads to.')],
  },
  {
    name: 'comcast-spamhaus',
    pattern: /\bBL000001\b/,
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because Spamhaus lists it.',
    source: 'comcast',
    next: [spamhaus],
  },
  {
    name: 'comcast-cloudmark',
    pattern: /\bBL000010\b/,
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because Cloudmark lists it.',
    source: 'comcast',
    next: [cloudmark],
  },
  {
    name: 'comcast-sender-score',
    pattern: /\bBL000100\b/,
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because Sender Score lists it.',
    source: 'comcast',
    next: [senderScore],
  },
  {
    name: 'comcast-several-lists',
    pattern: /\bBL000(?:011|101|110|111)\b/,
    reason: 'blocklisted',
    meaning:
      'Comcast blocks the sending IP address because several lists have it: the last digit stands for Spamhaus, the one before for Cloudmark, the third from the end for Sender Score.',
    source: 'comcast',
    next: [act('Ask each list whose digit is 1 for removal when the cause is gone.')],
  },
  {
    name: 'comcast-rate',
    pattern: /\bRL0000\d\d\b/,
    reason: 'rate-limited',
    meaning: 'Comcast limits how much this IP address may send, by its reputation.',
    source: 'comcast',
  },
  {
    name: 'comcast-dmarc',
    pattern: /\bDM0000\d\d\b/,
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails at Comcast.',
    source: 'comcast',
  },
  {
    name: 'comcast-no-ptr',
    pattern: /\bPT0000\d\d\b|\bcomcast\b[^\n]{0,120}must have a PTR record/i,
    reason: 'reverse-dns',
    meaning: 'Comcast wants a PTR record for the sending IP address.',
    source: 'comcast',
  },
  {
    name: 'comcast-reputation',
    pattern: /\bRP0000\d\d\b/,
    reason: 'poor-reputation',
    meaning: 'Comcast defers mail from this IP address because of its reputation.',
    source: 'comcast',
    next: [act('Open the link in the reply.'), stop],
  },
  {
    name: 'comcast-code',
    belowWords: true,
    confidence: 'medium',
    vague: true,
    pattern: /\b(?:BW|IP|SA)0000\d\d\b/,
    also: /comcast/i,
    reason: 'policy-refused',
    meaning: 'Comcast refuses the mail by the rule that the code in the reply names.',
    source: 'comcast',
    actor: 'sending admin',
    next: [act('Open the link in the reply: it explains the code.')],
  },
  {
    name: 'comcast-sessions',
    mark: 'none',
    pattern: /too many sessions opened/i,
    reason: 'too-many-connections',
    meaning: 'This IP address has more sessions open than the server allows at once.',
    source: 'comcast',
  },
  {
    name: 'comcast-not-customer',
    mark: 'none',
    pattern: /\bNot our Customer\b|recipient mailbox unallocated|Account Closed, Please Remove/i,
    reason: 'recipient-unknown',
    meaning: 'No customer of the provider has this address, or the account is closed.',
    source: 'comcast',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
  {
    name: 'comcast-unavailable',
    pattern: /@comcast\.net>? ?-? ?Recipient (?:temporarily )?unavailable/i,
    reason: 'recipient-inactive',
    meaning: 'The Comcast mailbox cannot be used: with a 4yz code for some time, with a 5yz code for good.',
    source: 'comcast',
    actor: 'recipient',
    next: [act('Ask Comcast about the mailbox.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'comcast-receiving-rate',
    mark: 'none',
    pattern: /too many recent messages/i,
    reason: 'rate-limited',
    meaning: 'The mailbox got too many messages in a short time.',
    source: 'comcast',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'comcast-quota',
    mark: 'none',
    pattern: /extended quota violation/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox has been full for a long time.',
    source: 'comcast',
  },
]);
