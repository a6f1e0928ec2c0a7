import { act, probe } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const byApple = /icloud|\bapple\b|@(?:me|mac)\.com|\bme\.com|HT204137|\/102322/i;
const write = act('Write to icloudadmin@apple.com with the full reply.');

/** Words of Apple iCloud. */
export const appleTexts = spokenBy('apple', [
  {
    name: 'apple-dmarc',
    pattern: /rejected due to [^\n]{0,120}DMARC policy/i,
    also: byApple,
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails at Apple.',
    source: 'apple',
  },
  {
    name: 'apple-hide-my-email',
    pattern: /\[HME1\]/,
    reason: 'sender-unauthenticated',
    meaning: 'The address is one of Hide My Email, and Apple forwards nothing to it that fails both SPF and DKIM.',
    source: 'apple',
  },
  {
    name: 'apple-local-policy-hm07',
    pattern: /\b(?:HM07|HM7)\b/,
    also: /\[HM|icloud|apple|\bme\.com|HT204137|\/102322/i,
    reason: 'spam-refused',
    meaning:
      'Apple refuses the message by its own policy: most often for the reputation of the sender, else for the content.',
    source: 'apple',
    next: [act.sender('Check content, links, SPF, DKIM and DMARC.'), write],
  },
  {
    name: 'apple-local-policy-hm08',
    pattern: /\b(?:HM08|HM8)\b/,
    also: /\[HM|icloud|apple|\bme\.com|HT204137|\/102322/i,
    reason: 'spam-refused',
    meaning: 'Apple refuses the message by its own policy: for its content, or for the reputation of the sender.',
    source: 'apple',
    next: [act.sender('Check content, links, SPF, DKIM and DMARC.'), write],
  },
  {
    name: 'apple-content-filter',
    pattern: /\[CS0[12]\]/i,
    reason: 'spam-refused',
    meaning: 'The content filter of Apple takes the message for spam.',
    source: 'apple',
    next: [act('Check text and links.'), probe.sender('Check that SPF, DKIM and DMARC pass.'), write],
  },
  {
    name: 'apple-volume',
    pattern: /deferred due to excessive volume/i,
    also: byApple,
    reason: 'rate-limited',
    meaning: 'This iCloud mailbox gets too much mail from this sender, and Apple slows it down.',
    source: 'apple',
  },
  {
    name: 'apple-spamhaus-dbl',
    mark: 'words',
    wins: ['spamhaus-dbl'],
    pattern: /domain present in the Spamhaus DBL/i,
    reason: 'blocklisted',
    meaning:
      'The Spamhaus DBL lists the sender domain or a domain that the message links to; Apple words it like this.',
    source: 'apple',
    next: [
      act('Look up the domains of sender and links at https://check.spamhaus.org/.'),
      act('Remove the cause, then ask Spamhaus for removal.'),
    ],
  },
  {
    name: 'apple-too-many-errors',
    pattern: /[.@](?:me|icloud)\.com\b[^\n]{0,120}too many errors/i,
    reason: 'client-refused',
    meaning: 'Apple ends the session because too many recipients or commands in it were wrong.',
    source: 'apple',
    next: [
      act('Take unknown addresses out of the list.'),
      act('Look at the refusals before this reply: they name the cause.'),
    ],
  },
  {
    name: 'apple-closed',
    mark: 'none',
    pattern: /recipient no longer on server/i,
    reason: 'recipient-moved',
    meaning: 'The address was given up and leads to no mailbox any longer.',
    source: 'sisimai Rhost/Apple.pm',
    actor: 'sender',
    retry: 'no',
    next: [act('Take the address out of lists.'), act('Reach the recipient another way.')],
  },
  {
    name: 'apple-inactive',
    mark: 'none',
    pattern: /inactive email address/i,
    reason: 'recipient-inactive',
    meaning: 'The address is inactive.',
    source: 'sisimai Rhost/Apple.pm',
    actor: 'sender',
    retry: 'no',
    next: [act('Take the address out of lists.'), act('Reach the recipient another way.')],
  },
  {
    name: 'apple-unknown-alias',
    mark: 'none',
    pattern: /unknown or illegal alias/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no address or alias of this name.',
    source: 'sisimai Rhost/Apple.pm',
  },
  {
    name: 'apple-over-quota',
    pattern: /@(?:icloud|me|mac)\.com>?: user is over ?quota/i,
    reason: 'mailbox-full',
    meaning: 'The iCloud storage of the recipient is full.',
    source: 'apple',
  },
]);
